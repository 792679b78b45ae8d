/* See pool.h. */
#include "net/pool.h"

#include <pthread.h>
#include <stdlib.h>

/* A judge may go down to the depth of a page; 8 MiB is what a main thread has. */
enum { STACK_BYTES = 8 * 1024 * 1024 };

struct worker {
	pthread_t thread;
	struct clair_pool *pool;
	const struct clair_job *job; /* being done */
};

struct clair_pool {
	const struct clair_crawl_calls *calls;
	struct clair_gate *gate;
	void (*wake)(void *data);
	void *wake_data;
	pthread_mutex_t lock;
	pthread_cond_t more;
	struct clair_job *first;
	struct clair_job *last;
	bool closing;
	uint32_t submitted;
	unsigned count;
	struct worker workers[];
};

static struct clair_job *
take(struct clair_pool *pool, struct worker *worker)
{
	struct clair_job *job;

	pthread_mutex_lock(&pool->lock);
	while (pool->first == NULL && !pool->closing)
		pthread_cond_wait(&pool->more, &pool->lock);
	job = pool->first;
	if (job != NULL)
		pool->first = job->next;
	worker->job = job;
	pthread_mutex_unlock(&pool->lock);
	return job;
}

static void *
work(void *data)
{
	struct worker *worker = data;
	struct clair_pool *pool = worker->pool;
	struct clair_job *job;

	while ((job = take(pool, worker)) != NULL) {
		clair_gate_enter(pool->gate);
		job->result = pool->calls->judge(pool->calls->payload, &job->document);
		clair_gate_leave(pool->gate);
		job->finish(job);
		pthread_mutex_lock(&pool->lock);
		job->done = true;
		worker->job = NULL;
		pthread_mutex_unlock(&pool->lock);
		pool->wake(pool->wake_data);
	}
	return NULL;
}

enum clair_status
clair_pool_new(struct clair_pool **out, unsigned workers, const struct clair_crawl_calls *calls,
    struct clair_gate *gate, void (*wake)(void *data), void *wake_data)
{
	struct clair_pool *pool = calloc(1, sizeof(*pool) + workers * sizeof(pool->workers[0]));
	pthread_attr_t attributes;

	*out = pool;
	if (pool == NULL)
		return CLAIR_NO_MEMORY;
	pool->calls = calls;
	pool->gate = gate;
	pool->wake = wake;
	pool->wake_data = wake_data;
	pthread_mutex_init(&pool->lock, NULL);
	pthread_cond_init(&pool->more, NULL);
	pthread_attr_init(&attributes);
	pthread_attr_setstacksize(&attributes, STACK_BYTES);
	while (pool->count < workers) {
		struct worker *worker = &pool->workers[pool->count];

		worker->pool = pool;
		if (pthread_create(&worker->thread, &attributes, work, worker) != 0)
			break;
		pool->count++;
	}
	pthread_attr_destroy(&attributes);
	if (pool->count > 0)
		return CLAIR_OK;
	clair_pool_free(pool);
	*out = NULL;
	return CLAIR_IO;
}

void
clair_pool_submit(struct clair_pool *pool, struct clair_job *job)
{
	job->done = false;
	job->next = NULL;
	pthread_mutex_lock(&pool->lock);
	job->order = pool->submitted++;
	if (pool->first == NULL)
		pool->first = job;
	else
		pool->last->next = job;
	pool->last = job;
	pthread_cond_signal(&pool->more);
	pthread_mutex_unlock(&pool->lock);
}

/* Jobs are taken in the order in which they were submitted: those that wait come after. */
uint32_t
clair_pool_head(struct clair_pool *pool)
{
	uint32_t head = UINT32_MAX;

	pthread_mutex_lock(&pool->lock);
	for (unsigned i = 0; i < pool->count; i++) {
		const struct clair_job *job = pool->workers[i].job;

		if (job != NULL && job->order < head)
			head = job->order;
	}
	pthread_mutex_unlock(&pool->lock);
	return head;
}

bool
clair_pool_order(struct clair_pool *pool, uint32_t *order)
{
	bool found = false;

	pthread_mutex_lock(&pool->lock);
	for (unsigned i = 0; i < pool->count && !found; i++) {
		const struct worker *worker = &pool->workers[i];

		found = worker->job != NULL && pthread_equal(worker->thread, pthread_self());
		if (found)
			*order = worker->job->order;
	}
	pthread_mutex_unlock(&pool->lock);
	return found;
}

bool
clair_pool_is_done(struct clair_pool *pool, const struct clair_job *job)
{
	bool done;

	pthread_mutex_lock(&pool->lock);
	done = job->done;
	pthread_mutex_unlock(&pool->lock);
	return done;
}

void
clair_pool_free(struct clair_pool *pool)
{
	if (pool == NULL)
		return;
	pthread_mutex_lock(&pool->lock);
	pool->closing = true;
	pthread_cond_broadcast(&pool->more);
	pthread_mutex_unlock(&pool->lock);
	for (unsigned i = 0; i < pool->count; i++)
		pthread_join(pool->workers[i].thread, NULL);
	pthread_cond_destroy(&pool->more);
	pthread_mutex_destroy(&pool->lock);
	free(pool);
}
