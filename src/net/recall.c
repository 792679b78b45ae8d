/* What was answered before: to this crawl, cut short and begun again, or to another crawl of the fleet. */
#include "net/crawl_state.h"

#include <stddef.h>

/* Hosts of style sheets serve many sites. */
static bool
is_shared(const struct clair_task *task)
{
	return (task->kind == CLAIR_TASK_SHEET || task->kind == CLAIR_TASK_ROBOTS) && !task->origin->host->named;
}

bool
clair_task_kept(const struct clair_crawl *crawl, const struct clair_task *task)
{
	const struct clair_archive *archive = crawl->options->archive;

	return (archive != NULL && !crawl->options->offline) || (crawl->fleet->cache.ceiling != 0 && is_shared(task));
}

static void
put(struct clair_crawl *crawl, const struct clair_exchange *exchange)
{
	const struct clair_crawl_options *options = crawl->options;
	enum clair_status status;

	if (options->archive == NULL || options->offline)
		return;
	status = clair_archive_put(options->archive, exchange);
	/* What cannot be written as a record, too large or no answer of HTTP, is asked for again. */
	if ((status == CLAIR_IO || status == CLAIR_NO_MEMORY) && crawl->stop == NULL)
		crawl->stop = "not-kept";
}

/* A sheet that was let go is asked for again: it has not changed meanwhile. So has nothing, off line. */
static bool
archived(struct clair_crawl *crawl, const struct clair_task *task, struct clair_exchange *exchange)
{
	const struct clair_crawl_options *options = crawl->options;
	const char *method = task->kind == CLAIR_TASK_WEIGHT && !task->by_get ? "HEAD" : "GET";
	bool again = options->offline || task->kind == CLAIR_TASK_SHEET;

	return options->archive != NULL && clair_archive_take(options->archive, method, task->url, again, exchange);
}

bool
clair_task_recall(struct clair_crawl *crawl, struct clair_task *task)
{
	struct clair_cache *cache = &crawl->fleet->cache;
	const struct clair_exchange *shared;
	struct clair_exchange exchange;

	if (archived(crawl, task, &exchange)) {
		clair_task_fill(crawl, task);
		clair_fetch_replay(crawl->fleet->fetcher, &task->fetch, &exchange);
		return true;
	}
	if (crawl->options->offline || !is_shared(task))
		return false;
	shared = clair_cache_find(cache, task->kind, task->url, clair_crawl_now());
	if (shared == NULL)
		return false;
	put(crawl, shared);
	clair_task_fill(crawl, task);
	clair_fetch_replay(crawl->fleet->fetcher, &task->fetch, shared);
	return true;
}

void
clair_task_keep(struct clair_crawl *crawl, struct clair_task *task)
{
	struct clair_exchange exchange;

	if (!task->fetch.keep || task->fetch.kept.failed || task->fetch.headers.failed)
		return;
	exchange = clair_fetch_exchange(&task->fetch);
	put(crawl, &exchange);
	if (is_shared(task))
		clair_cache_put(&crawl->fleet->cache, task->kind, &exchange, clair_crawl_now());
}
