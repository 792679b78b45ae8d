/* Lets so many workers be at work at a time, whatever the number of threads: who waits for the network leaves. */
#ifndef CLAIR_NET_GATE_H
#define CLAIR_NET_GATE_H

#include <pthread.h>

struct clair_gate {
	pthread_mutex_t lock;
	pthread_cond_t free;
	unsigned places;
};

void clair_gate_init(struct clair_gate *gate, unsigned places);
void clair_gate_free(struct clair_gate *gate);
void clair_gate_enter(struct clair_gate *gate);
void clair_gate_leave(struct clair_gate *gate);

#endif
