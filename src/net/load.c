/* See load.h. The half of the workers, and the half of the thread of the crawl. */
#include "net/load.h"

#include "net/crawl_state.h"
#include "net/tls.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { FAILURES_MAX = 3 }; /* sheets in a row that a host does not give, before it is left alone */

/* A worker that waits; on its stack. */
struct waiter {
	struct waiter *next;
	const char *url;
	uint32_t order; /* of its page */
	struct clair_resource *resource; /* NULL: only its weight is wanted */
	int64_t weight;
	bool done;
};

struct clair_loader {
	pthread_mutex_t lock;
	pthread_cond_t answered;
	struct waiter *waiters;
	struct clair_crawl *crawl; /* NULL: none runs */
	bool over;                 /* nothing more is asked for */
};

static bool
wants_weight(const struct waiter *waiter)
{
	return waiter->resource == NULL;
}

struct clair_loader *
clair_loader_new(void)
{
	struct clair_loader *loader = calloc(1, sizeof(*loader));

	if (loader == NULL)
		return NULL;
	pthread_mutex_init(&loader->lock, NULL);
	pthread_cond_init(&loader->answered, NULL);
	return loader;
}

void
clair_loader_free(struct clair_loader *loader)
{
	if (loader == NULL)
		return;
	pthread_cond_destroy(&loader->answered);
	pthread_mutex_destroy(&loader->lock);
	free(loader);
}

/* --- Workers -------------------------------------------------------------------------------------- */

/* NULL once it is answered, or why nobody can be asked. Who waits leaves its place to another page. */
static const char *
wait_for(struct clair_loader *loader, struct waiter *waiter)
{
	struct clair_gate *left = NULL;
	const char *refusal = NULL;

	pthread_mutex_lock(&loader->lock);
	if (loader->crawl == NULL || !clair_pool_order(loader->crawl->pool, &waiter->order)) {
		refusal = "not-loaded";
	} else if (loader->over) {
		refusal = "interrupted";
	} else {
		waiter->next = loader->waiters;
		loader->waiters = waiter;
		left = &loader->crawl->fleet->gate;
		clair_gate_leave(left);
		clair_crawl_wake(loader->crawl);
		while (!waiter->done)
			pthread_cond_wait(&loader->answered, &loader->lock);
	}
	pthread_mutex_unlock(&loader->lock);
	if (left != NULL)
		clair_gate_enter(left);
	return refusal;
}

void
clair_loader_load(void *payload, const char *url, struct clair_resource *resource)
{
	struct waiter waiter = {.url = url, .resource = resource};
	const char *refusal = wait_for(payload, &waiter);

	if (refusal != NULL)
		resource->failure = refusal;
}

int64_t
clair_loader_weigh(void *payload, const char *url)
{
	struct waiter waiter = {.url = url, .weight = -1};

	wait_for(payload, &waiter);
	return waiter.weight;
}

/* --- The thread of the crawl ---------------------------------------------------------------------- */

void
clair_loads_open(struct clair_crawl *crawl)
{
	struct clair_loader *loader = crawl->options->loader;

	if (loader == NULL)
		return;
	pthread_mutex_lock(&loader->lock);
	loader->crawl = crawl;
	loader->over = false;
	pthread_mutex_unlock(&loader->lock);
}

static char *
copy_of(const char *text)
{
	return text[0] == '\0' ? NULL : strdup(text);
}

/* Each waiter owns what it gets. */
static void
fill(struct clair_resource *resource, const struct clair_task *task)
{
	const struct clair_fetch *fetch = &task->fetch;

	resource->failure = task->failure;
	if (task->failure != NULL)
		return;
	resource->bytes = malloc(fetch->body.length + 1);
	if (resource->bytes == NULL) {
		resource->failure = "no-memory";
		return;
	}
	memcpy(resource->bytes, fetch->body.bytes, fetch->body.length + 1);
	resource->length = fetch->body.length;
	resource->charset = copy_of(fetch->charset);
	resource->media_type = copy_of(fetch->media_type);
	resource->no_sniff = fetch->no_sniff;
	if (task->seen_count != 0)
		resource->final_url = strdup(task->url);
}

/* Answers who waits for the address, or everybody when it is NULL. `task` NULL: the failure. */
static void
answer(struct clair_loader *loader, const char *url, const struct clair_task *task,
    const char *failure)
{
	struct waiter **place = &loader->waiters;

	while (*place != NULL) {
		struct waiter *waiter = *place;

		if (url != NULL && (wants_weight(waiter) || strcmp(waiter->url, url) != 0)) {
			place = &waiter->next;
			continue;
		}
		*place = waiter->next;
		if (task != NULL)
			fill(waiter->resource, task);
		else if (!wants_weight(waiter))
			waiter->resource->failure = failure;
		waiter->done = true;
	}
	pthread_cond_broadcast(&loader->answered);
}

void
clair_loads_close(struct clair_crawl *crawl)
{
	struct clair_loader *loader = crawl->options->loader;

	if (loader == NULL)
		return;
	pthread_mutex_lock(&loader->lock);
	loader->over = true;
	answer(loader, NULL, NULL, "interrupted");
	pthread_mutex_unlock(&loader->lock);
	clair_task_free(crawl, crawl->sheet_task);
	clair_task_free(crawl, crawl->last_sheet);
	clair_task_free(crawl, crawl->weight_task);
	crawl->sheet_task = NULL;
	crawl->last_sheet = NULL;
	crawl->weight_task = NULL;
}

void
clair_loads_end(struct clair_crawl *crawl)
{
	struct clair_loader *loader = crawl->options->loader;

	if (loader == NULL)
		return;
	pthread_mutex_lock(&loader->lock);
	loader->crawl = NULL;
	pthread_mutex_unlock(&loader->lock);
}

/* A server that answers, whatever it says, is there. */
static bool
host_failed(const struct clair_task *task)
{
	static const char *const failures[] = {"unreachable", "timeout", "truncated", "protocol"};

	if (clair_tls_is(task->failure))
		return true;
	for (size_t i = 0; i < sizeof(failures) / sizeof(failures[0]); i++) {
		if (task->failure != NULL && strcmp(task->failure, failures[i]) == 0)
			return true;
	}
	return false;
}

/* The failure of an address is said again to who asks again, "" when it had none. NULL: not asked yet. */
static const char *
known_answer(const struct clair_crawl *crawl, const char *url)
{
	return clair_map_get(&crawl->sheet_answers, url, strlen(url));
}

/* An address is counted once; when it must be asked for again, apart. */
static void
count(struct clair_crawl *crawl, const char *url, const struct clair_task *task)
{
	struct clair_crawl_report *report = crawl->report;
	const char *copy;
	void **place;

	if (known_answer(crawl, url) != NULL) {
		report->sheets_again++;
		report->sheet_bytes_again += task->fetch.body.length;
		return;
	}
	report->sheets++;
	report->sheets_failed += task->failure != NULL;
	report->sheet_bytes += task->fetch.body.length;
	copy = clair_strdup(&crawl->line.arena, url);
	place = clair_map_at(&crawl->sheet_answers, copy, strlen(copy));
	if (place != NULL)
		*place = (void *)(uintptr_t)(task->failure != NULL ? task->failure : "");
}

/* The address as a page asked for it, before the redirects. */
static const char *
asked_url(const struct clair_task *task)
{
	return task->seen_count != 0 ? task->seen[0] : task->url;
}

static void
finish(struct clair_crawl *crawl, struct clair_task *task)
{
	struct clair_loader *loader = crawl->options->loader;
	struct clair_host *host = task->origin->host;

	host->sheet_failures = host_failed(task) ? host->sheet_failures + 1 : 0;
	if (host->sheet_failures >= FAILURES_MAX)
		host->no_sheets = true;
	count(crawl, asked_url(task), task);
	pthread_mutex_lock(&loader->lock);
	answer(loader, asked_url(task), task, NULL);
	pthread_mutex_unlock(&loader->lock);
	clair_task_free(crawl, crawl->last_sheet);
	crawl->last_sheet = task;
	crawl->sheet_task = NULL;
}

/* Why an address is not asked for, or NULL. What is asked for again depends on the workers: it has limits
 * of its own, so that those of new addresses do not. */
static const char *
limit_met(const struct clair_crawl *crawl, bool again)
{
	const struct clair_crawl_options *options = crawl->options;
	const struct clair_crawl_report *report = crawl->report;
	uint32_t sheets = again ? report->sheets_again : report->sheets;
	uint64_t bytes = again ? report->sheet_bytes_again : report->sheet_bytes;

	if ((options->max_sheets != 0 && sheets >= options->max_sheets) ||
	    (options->max_bytes != 0 && bytes >= options->max_bytes))
		return "sheet-limit";
	return NULL;
}

/* A worker may ask for what another has just been given and not yet shared. The lock is held. */
static void
answer_known(struct clair_crawl *crawl)
{
	struct clair_loader *loader = crawl->options->loader;
	struct waiter *waiter = loader->waiters;

	while (waiter != NULL) {
		const char *known = wants_weight(waiter) ? NULL : known_answer(crawl, waiter->url);
		bool last = crawl->last_sheet != NULL && !wants_weight(waiter) &&
		    strcmp(asked_url(crawl->last_sheet), waiter->url) == 0;

		if (!last && (known == NULL || known[0] == '\0')) {
			waiter = waiter->next;
			continue;
		}
		answer(loader, waiter->url, last ? crawl->last_sheet : NULL, known);
		waiter = loader->waiters; /* every waiter of this address was taken out */
	}
}

/* The address that comes next: that of the page before which no page is being judged, malloc'd. NULL when
 * there is none. The lock is held. */
static char *
next_address(struct clair_crawl *crawl, bool weight)
{
	const struct waiter *waiter = crawl->options->loader->waiters;
	uint32_t head = clair_pool_head(crawl->pool);

	while (waiter != NULL && (waiter->order != head || wants_weight(waiter) != weight))
		waiter = waiter->next;
	return waiter != NULL ? strdup(waiter->url) : NULL;
}

/* True when an address was refused or is now asked for. */
static bool
take_next(struct clair_crawl *crawl)
{
	struct clair_loader *loader = crawl->options->loader;
	const char *failure = NULL;
	char *url;

	pthread_mutex_lock(&loader->lock);
	answer_known(crawl);
	url = next_address(crawl, false);
	if (url != NULL)
		failure = limit_met(crawl, known_answer(crawl, url) != NULL);
	if (url != NULL && failure == NULL)
		crawl->sheet_task = clair_task_new(crawl, CLAIR_TASK_SHEET, url);
	if (url != NULL && crawl->sheet_task == NULL)
		answer(loader, url, NULL, failure != NULL ? failure : "no-memory");
	pthread_mutex_unlock(&loader->lock);
	free(url);
	return url != NULL;
}

/* --- Weights -------------------------------------------------------------------------------------- */

enum { UNKNOWN_WEIGHT = 1, WEIGHT_OFFSET = 2 };

/* Gives the waiters of the address what is kept of it. The lock is held. */
static void
answer_weight(struct clair_crawl *crawl, const char *url)
{
	struct clair_loader *loader = crawl->options->loader;
	const intptr_t kept = (intptr_t)clair_map_get(&crawl->weights, url, strlen(url));
	struct waiter **place = &loader->waiters;

	while (*place != NULL) {
		struct waiter *waiter = *place;

		if (!wants_weight(waiter) || strcmp(waiter->url, url) != 0) {
			place = &waiter->next;
			continue;
		}
		*place = waiter->next;
		waiter->weight = kept >= WEIGHT_OFFSET ? kept - WEIGHT_OFFSET : -1;
		waiter->done = true;
	}
	pthread_cond_broadcast(&loader->answered);
}

static int64_t
weight_of(const struct clair_task *task)
{
	if (task->failure != NULL)
		return -1;
	if (!task->by_get)
		return task->fetch.announced;
	return task->fetch.received;
}

static void
finish_weight(struct clair_crawl *crawl, struct clair_task *task)
{
	const int64_t weight = weight_of(task);
	const char *url = clair_strdup(&crawl->line.arena, asked_url(task));
	void **place = url == NULL ? NULL : clair_map_at(&crawl->weights, url, strlen(url));

	if (place != NULL)
		*place = (void *)(intptr_t)(weight < 0 ? UNKNOWN_WEIGHT : weight + WEIGHT_OFFSET);
	pthread_mutex_lock(&crawl->options->loader->lock);
	answer_weight(crawl, asked_url(task));
	pthread_mutex_unlock(&crawl->options->loader->lock);
	clair_task_free(crawl, task);
	crawl->weight_task = NULL;
}

/* True when an address was answered or is now asked for. */
static bool
take_next_weight(struct clair_crawl *crawl)
{
	struct clair_loader *loader = crawl->options->loader;
	char *url;
	bool known;

	pthread_mutex_lock(&loader->lock);
	url = next_address(crawl, true);
	known = url != NULL && clair_map_get(&crawl->weights, url, strlen(url)) != NULL;
	if (url != NULL && !known && crawl->report->weighed < crawl->options->max_weighed)
		crawl->weight_task = clair_task_new(crawl, CLAIR_TASK_WEIGHT, url);
	if (crawl->weight_task != NULL)
		crawl->report->weighed++;
	else if (url != NULL)
		answer_weight(crawl, url);
	pthread_mutex_unlock(&loader->lock);
	free(url);
	return url != NULL;
}

static void
advance_weights(struct clair_crawl *crawl, int64_t *wait_ms)
{
	for (;;) {
		if (crawl->weight_task == NULL && !take_next_weight(crawl))
			return;
		if (crawl->weight_task == NULL)
			continue;
		clair_task_advance(crawl, crawl->weight_task, wait_ms);
		clair_robots_advance(crawl, wait_ms);
		if (!crawl->weight_task->over)
			return;
		finish_weight(crawl, crawl->weight_task);
	}
}

/* --- Sheets --------------------------------------------------------------------------------------- */

static void
advance_sheets(struct clair_crawl *crawl, int64_t *wait_ms)
{
	for (;;) {
		if (crawl->sheet_task == NULL && !take_next(crawl))
			return;
		if (crawl->sheet_task == NULL)
			continue;
		clair_task_advance(crawl, crawl->sheet_task, wait_ms);
		clair_robots_advance(crawl, wait_ms);
		if (!crawl->sheet_task->over)
			return;
		finish(crawl, crawl->sheet_task);
	}
}

void
clair_loads_advance(struct clair_crawl *crawl, int64_t *wait_ms)
{
	if (crawl->options->loader == NULL)
		return;
	advance_sheets(crawl, wait_ms);
	advance_weights(crawl, wait_ms);
}
