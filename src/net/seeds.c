/* Addresses from sitemaps, once no link is left to follow. One sitemap at a time. */
#include "net/crawl_state.h"

#include "net/url.h"

#include <stdlib.h>

enum { SITEMAPS_MAX = 500, LEVEL_MAX = 2 };

static void
add_sitemap(struct clair_crawl *crawl, const char *base, const char *reference, int level)
{
	char *url = clair_url_resolve(NULL, base, reference);

	if (url != NULL && level <= LEVEL_MAX && crawl->sitemaps.count < SITEMAPS_MAX &&
	    clair_crawl_owns(crawl, url))
		clair_line_add(&crawl->sitemaps, url, level);
	free(url);
}

static bool
on_found(void *payload, const char *address, bool is_index)
{
	struct clair_task *task = payload;
	struct clair_crawl *crawl = task->crawl;
	char *url;

	if (is_index) {
		add_sitemap(crawl, task->url, address, task->level + 1);
		return true;
	}
	url = clair_url_resolve(NULL, task->url, address);
	if (url != NULL && clair_crawl_owns(crawl, url) && !clair_line_knows(&crawl->line, url)) {
		if (crawl->line.count >= crawl->options->max_known)
			crawl->report->dropped++;
		else if (clair_line_add(&crawl->line, url, -1) != NULL)
			crawl->report->from_sitemaps++;
	}
	free(url);
	return !crawl->line.arena.failed;
}

/* Those that robots.txt names; without any, the usual place. */
static void
begin(struct clair_crawl *crawl)
{
	for (uint32_t i = 0; i < crawl->start_origin_count; i++) {
		const struct clair_origin *origin = crawl->start_origins[i];

		for (size_t j = 0; j < origin->robots.sitemap_count; j++)
			add_sitemap(crawl, origin->url, origin->robots.sitemaps[j], 0);
		if (origin->robots.sitemap_count == 0)
			add_sitemap(crawl, origin->url, "/sitemap.xml", 0);
	}
	crawl->sitemaps_begun = true;
}

void
clair_seeds_answered(struct clair_crawl *crawl, struct clair_task *task)
{
	const struct clair_fetch *fetch = &task->fetch;

	clair_task_answered(crawl, task);
	if (!task->over && task->running == false) {
		/* Another try or another address: what was read so far is read again. */
		clair_sitemap_free(task->sitemap);
		task->sitemap = clair_sitemap_new(on_found, task);
		if (task->sitemap == NULL)
			task->over = true;
		return;
	}
	if (task->over && fetch->status >= 200 && fetch->status < 300) {
		clair_sitemap_finish(task->sitemap);
		crawl->report->sitemaps++;
	}
}

void
clair_seeds_advance(struct clair_crawl *crawl, int64_t *wait_ms)
{
	if (!crawl->sitemaps_begun)
		begin(crawl);
	while (!crawl->sitemaps_done) {
		const struct clair_entry *entry;
		struct clair_task *task = crawl->sitemap_task;

		if (task != NULL) {
			clair_task_advance(crawl, task, wait_ms);
			if (!task->over)
				return;
			clair_task_free(crawl, task);
			crawl->sitemap_task = NULL;
		}
		if (crawl->next_sitemap == crawl->sitemaps.count) {
			crawl->sitemaps_done = true;
			*wait_ms = 0;
			return;
		}
		entry = &crawl->sitemaps.entries[crawl->next_sitemap++];
		task = clair_task_new(crawl, CLAIR_TASK_SITEMAP, entry->url);
		if (task == NULL)
			continue;
		task->level = entry->depth;
		task->sitemap = clair_sitemap_new(on_found, task);
		crawl->sitemap_task = task;
		if (task->sitemap == NULL)
			task->over = true;
	}
}
