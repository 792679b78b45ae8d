/* Workers that judge documents, on their own threads. */
#ifndef CLAIR_NET_POOL_H
#define CLAIR_NET_POOL_H

#include "net/crawl.h"
#include "net/gate.h"

struct clair_pool;

/* One piece of work; the caller's until clair_pool_submit, and again once it is done. */
struct clair_job {
	struct clair_document document;
	void *result;
	void (*finish)(struct clair_job *job); /* on the worker, after the judge: frees the bytes */
	struct clair_job *next;
	uint32_t order;        /* of clair_pool_submit */
	bool done;
};

/* `wake(wake_data)` is called after each job, from the worker, which judges inside the gate. */
CLAIR_MUST_USE enum clair_status clair_pool_new(struct clair_pool **out, unsigned workers,
    const struct clair_crawl_calls *calls, struct clair_gate *gate, void (*wake)(void *data), void *wake_data);
void clair_pool_submit(struct clair_pool *pool, struct clair_job *job);
/* The order of the first job that is being done; UINT32_MAX when there is none. */
uint32_t clair_pool_head(struct clair_pool *pool);
/* That of the job of the calling thread. False when it is no worker. */
bool clair_pool_order(struct clair_pool *pool, uint32_t *order);
bool clair_pool_is_done(struct clair_pool *pool, const struct clair_job *job);
void clair_pool_free(struct clair_pool *pool); /* ends what was submitted first */

#endif
