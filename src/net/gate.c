/* See gate.h. */
#include "net/gate.h"

void
clair_gate_init(struct clair_gate *gate, unsigned places)
{
	gate->places = places;
	pthread_mutex_init(&gate->lock, NULL);
	pthread_cond_init(&gate->free, NULL);
}

void
clair_gate_free(struct clair_gate *gate)
{
	pthread_cond_destroy(&gate->free);
	pthread_mutex_destroy(&gate->lock);
}

void
clair_gate_enter(struct clair_gate *gate)
{
	pthread_mutex_lock(&gate->lock);
	while (gate->places == 0)
		pthread_cond_wait(&gate->free, &gate->lock);
	gate->places--;
	pthread_mutex_unlock(&gate->lock);
}

void
clair_gate_leave(struct clair_gate *gate)
{
	pthread_mutex_lock(&gate->lock);
	gate->places++;
	pthread_cond_signal(&gate->free);
	pthread_mutex_unlock(&gate->lock);
}
