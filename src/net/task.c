/* One request after the other, politely: see crawl_state.h. */
#include "net/crawl_state.h"

#include "net/url.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	ROBOTS_REDIRECTS_MAX = 5, /* RFC 9309 2.3.1.2 */
	ROBOTS_MS = 20000,
	SITEMAP_MS = 60000,
	NETWORK_TRIES = 2,
	WEIGHT_MS = 10000,
	WEIGHT_MOST = 16 << 20,  /* bytes read to weigh what does not tell its length */
};

struct clair_task *
clair_task_new(struct clair_crawl *crawl, enum clair_task_kind kind, const char *url)
{
	struct clair_task *task = calloc(1, sizeof(*task));

	if (task == NULL)
		return NULL;
	task->kind = kind;
	task->crawl = crawl;
	task->url = strdup(url);
	task->origin = task->url == NULL ? NULL : clair_origin_of(&crawl->hosts, url);
	clair_buf_init(&task->fetch.body, 0);
	if (task->origin != NULL)
		return task;
	free(task->url);
	free(task);
	return NULL;
}

static void
let_go(struct clair_crawl *crawl, struct clair_task *task)
{
	task->running = false;
	if (task->fetch.replayed)
		return;
	task->origin->host->pace->running--;
	crawl->fleet->running--;
}

void
clair_task_cancel(struct clair_crawl *crawl, struct clair_task *task)
{
	if (!task->running)
		return;
	clair_fetch_cancel(crawl->fleet->fetcher, &task->fetch);
	let_go(crawl, task);
}

void
clair_task_free(struct clair_crawl *crawl, struct clair_task *task)
{
	if (task == NULL)
		return;
	clair_task_cancel(crawl, task);
	clair_fetch_clear(&task->fetch);
	for (unsigned i = 0; i < task->seen_count; i++)
		free(task->seen[i]);
	free(task->seen);
	free(task->url);
	clair_sitemap_free(task->sitemap);
	free(task);
}

static void
end(struct clair_task *task, const char *failure)
{
	task->over = true;
	task->failure = failure;
}

static bool
feed_sitemap(void *payload, const void *bytes, size_t length)
{
	struct clair_task *task = payload;

	return clair_sitemap_feed(task->sitemap, bytes, length);
}

static bool
count_bytes(void *payload, const void *bytes, size_t length)
{
	struct clair_task *task = payload;

	(void)bytes;
	task->counted += length;
	return task->counted < WEIGHT_MOST;
}

void
clair_task_fill(const struct clair_crawl *crawl, struct clair_task *task)
{
	struct clair_fetch *fetch = &task->fetch;
	const struct clair_crawl_options *options = crawl->options;

	clair_fetch_clear(fetch);
	*fetch = (struct clair_fetch){
		.url = task->url,
		.payload = task,
		.allow_private = task->origin->host->named,
	};
	fetch->keep = clair_task_kept(crawl, task);
	switch (task->kind) {
	case CLAIR_TASK_PAGE:
		fetch->max_bytes = options->max_page_bytes;
		fetch->max_ms = options->max_page_seconds * 1000;
		fetch->html_only = true;
		break;
	case CLAIR_TASK_ROBOTS:
		fetch->max_bytes = CLAIR_ROBOTS_MAX;
		fetch->max_ms = ROBOTS_MS;
		fetch->keep_start = true;
		break;
	case CLAIR_TASK_SITEMAP:
		fetch->max_ms = SITEMAP_MS;
		fetch->sink = feed_sitemap;
		break;
	case CLAIR_TASK_SHEET:
		fetch->max_bytes = options->max_sheet_bytes;
		fetch->max_ms = options->max_page_seconds * 1000;
		fetch->css = true;
		break;
	case CLAIR_TASK_WEIGHT:
		fetch->max_ms = WEIGHT_MS;
		fetch->head = !task->by_get;
		fetch->sink = count_bytes;
		break;
	}
}

/* The robots.txt of the task's origin is asked for if nobody has. True when it was read. */
static bool
robots_known(struct clair_crawl *crawl, struct clair_task *task)
{
	struct clair_task *robots;
	char *url = NULL;

	if (task->origin->state == CLAIR_ROBOTS_READ)
		return true;
	if (task->origin->state == CLAIR_ROBOTS_ASKED)
		return false;
	if (asprintf(&url, "%s/robots.txt", task->origin->url) < 0)
		url = NULL;
	robots = url == NULL ? NULL : clair_task_new(crawl, CLAIR_TASK_ROBOTS, url);
	free(url);
	if (robots == NULL) {
		end(task, "no-memory");
		return false;
	}
	robots->robots_of = task->origin;
	task->origin->state = CLAIR_ROBOTS_ASKED;
	robots->next = crawl->robots_tasks;
	crawl->robots_tasks = robots;
	return false;
}

/* NULL, or why the address may not be asked for. */
static const char *
refusal(const struct clair_crawl *crawl, const struct clair_task *task)
{
	const struct clair_origin *origin = task->origin;

	if (crawl->options->ignore_robots || clair_robots_allows(&origin->robots, task->url))
		return NULL;
	if (!origin->robots.refuse_all)
		return "robots";
	return origin->failure != NULL ? origin->failure : "robots-unreachable";
}

static void
lower(int64_t *wait_ms, int64_t other)
{
	if (other < *wait_ms)
		*wait_ms = other;
}

void
clair_task_advance(struct clair_crawl *crawl, struct clair_task *task, int64_t *wait_ms)
{
	const struct clair_crawl_options *options = crawl->options;
	struct clair_fleet *fleet = crawl->fleet;
	struct clair_host *host = task->origin->host;
	struct clair_pace *pace = host->pace;
	int64_t now = clair_crawl_now();
	const char *refused = NULL;

	if (task->running || task->over)
		return;
	/* Before robots.txt is asked for: nothing is, of who is to be left alone. */
	if (options->spares != NULL && options->spares(options->spares_payload, task->url)) {
		end(task, "opted-out");
		return;
	}
	if (!host->named && clair_url_is_private(task->url)) {
		end(task, "private-address");
		return;
	}
	if (task->kind == CLAIR_TASK_SHEET || task->kind == CLAIR_TASK_WEIGHT ? host->no_sheets : host->failing) {
		end(task, "host-failing");
		return;
	}
	if (task->kind != CLAIR_TASK_ROBOTS) {
		if (!robots_known(crawl, task))
			return;
		refused = refusal(crawl, task);
	}
	if (refused != NULL) {
		end(task, refused);
		return;
	}
	if (clair_task_recall(crawl, task)) {
		task->running = true;
		crawl->report->requests++;
		return;
	}
	if (options->offline) {
		crawl->report->sitemaps_not_archived += task->kind == CLAIR_TASK_SITEMAP;
		end(task, "not-archived");
		return;
	}
	if (pace->running >= crawl->parallel || fleet->running >= fleet->running_max)
		return;
	if (pace->not_before > now) {
		lower(wait_ms, pace->not_before - now);
		return;
	}
	clair_task_fill(crawl, task);
	if (!clair_fetch_start(fleet->fetcher, &task->fetch)) {
		end(task, task->fetch.failure);
		return;
	}
	task->running = true;
	pace->running++;
	fleet->running++;
	crawl->report->requests++;
	pace->not_before = now + host->delay_ms;
}

/* 429 and 503 say "later"; a broken connection may be an accident. True when there is another try. */
static bool
try_again(const struct clair_crawl *crawl, struct clair_task *task)
{
	const struct clair_crawl_options *options = crawl->options;
	const struct clair_fetch *fetch = &task->fetch;
	bool later = fetch->failure == NULL && (fetch->status == 429 || fetch->status == 503);
	bool accident = fetch->failure != NULL && fetch->transient;
	unsigned tries = later ? options->max_tries : NETWORK_TRIES;
	int64_t wait = (int64_t)options->backoff_ms << (task->tries < 16 ? task->tries : 16);

	if ((!later && !accident) || ++task->tries >= tries)
		return false;
	if (later && fetch->retry_after_ms >= 0)
		wait = fetch->retry_after_ms;
	if (wait > options->max_retry_after_ms)
		return false;
	clair_host_rest(task->origin->host, clair_crawl_now() + wait);
	return true;
}

static const char *
refuse_hop(struct clair_crawl *crawl, const struct clair_task *task, const char *url)
{
	unsigned most = task->kind == CLAIR_TASK_ROBOTS ? ROBOTS_REDIRECTS_MAX :
	                                                  crawl->options->max_redirects;

	if (strcmp(url, task->url) == 0)
		return "redirect-loop";
	for (unsigned i = 0; i < task->seen_count; i++) {
		if (strcmp(url, task->seen[i]) == 0)
			return "redirect-loop";
	}
	if (task->seen_count >= most)
		return "too-many-redirects";
	/* Who gave the address may have given an old one: a start address may lead elsewhere. */
	if ((task->kind == CLAIR_TASK_PAGE || task->kind == CLAIR_TASK_SITEMAP) && !task->start &&
	    !clair_crawl_owns(crawl, url))
		return "redirect-off-site";
	return NULL;
}

static void
follow(struct clair_crawl *crawl, struct clair_task *task)
{
	char *url = task->fetch.location;
	const char *refused = refuse_hop(crawl, task, url);
	char **seen;

	if (refused != NULL) {
		end(task, refused);
		return;
	}
	seen = realloc(task->seen, (task->seen_count + 1) * sizeof(*seen));
	if (seen == NULL) {
		end(task, "no-memory");
		return;
	}
	task->seen = seen;
	task->seen[task->seen_count++] = task->url;
	task->url = url;
	task->fetch.location = NULL;
	task->tries = 0;
	task->origin = clair_origin_of(&crawl->hosts, url);
	if (task->origin == NULL) {
		task->origin = clair_origin_of(&crawl->hosts, task->seen[0]);
		end(task, "no-memory");
	}
}

static void
tell_robots(struct clair_crawl *crawl, const struct clair_origin *origin, int status)
{
	const struct clair_crawl_calls *calls = crawl->calls;
	const struct clair_crawl_robots told = {
		.origin = origin->url,
		.status = status,
		.failure = origin->failure,
		.crawl_delay_ms = origin->robots.crawl_delay_ms,
		.refuses_all = origin->robots.refuse_all,
	};

	if (calls->robots != NULL)
		calls->robots(calls->payload, &told);
}

static void
keep_robots(struct clair_crawl *crawl, struct clair_task *task)
{
	const struct clair_crawl_options *options = crawl->options;
	struct clair_origin *origin = task->robots_of;
	const struct clair_fetch *fetch = &task->fetch;
	int status = fetch->failure == NULL ? fetch->status : 0;
	int64_t delay;

	/* An archive that lacks it was made by who could read the pages. */
	if (task->failure != NULL && strcmp(task->failure, "not-archived") == 0)
		status = 404;
	/* A chain of redirects that was not followed to its end is "unavailable", not "unreachable". */
	if (task->failure != NULL && strstr(task->failure, "redirect") != NULL)
		status = 302;
	origin->failure = status == 0 ? task->failure : NULL;
	clair_robots_answer(&origin->robots, crawl->hosts.arena, status, fetch->body.bytes,
	    fetch->body.length, "clairlint");
	origin->state = CLAIR_ROBOTS_READ;
	tell_robots(crawl, origin, status);
	delay = origin->robots.crawl_delay_ms;
	if (delay <= 0 || options->own_site)
		return;
	if (delay > (int64_t)crawl->report->crawl_delay_ms)
		crawl->report->crawl_delay_ms = (uint32_t)(delay > UINT32_MAX ? UINT32_MAX : delay);
	if (delay > options->max_crawl_delay_ms) {
		delay = options->max_crawl_delay_ms;
		crawl->report->crawl_delay_cut = true;
	}
	if (delay > origin->host->delay_ms)
		origin->host->delay_ms = delay;
	clair_host_rest(origin->host, clair_crawl_now() + origin->host->delay_ms);
}

void
clair_robots_advance(struct clair_crawl *crawl, int64_t *wait_ms)
{
	struct clair_task **place = &crawl->robots_tasks;

	while (*place != NULL) {
		struct clair_task *task = *place;

		clair_task_advance(crawl, task, wait_ms);
		if (!task->over) {
			place = &task->next;
			continue;
		}
		keep_robots(crawl, task);
		*place = task->next;
		clair_task_free(crawl, task);
		*wait_ms = 0;
	}
}

/* A server may refuse HEAD, or not say how long the answer would be. True when the address is asked for again. */
static bool
ask_by_get(struct clair_task *task)
{
	const struct clair_fetch *fetch = &task->fetch;
	const bool refused = fetch->status == 405 || fetch->status == 501;

	if (task->kind != CLAIR_TASK_WEIGHT || task->by_get || fetch->failure != NULL ||
	    (!refused && (fetch->status < 200 || fetch->status >= 300 || fetch->announced >= 0)))
		return false;
	task->by_get = true;
	return true;
}

void
clair_task_answered(struct clair_crawl *crawl, struct clair_task *task)
{
	struct clair_host *host = task->origin->host;
	const struct clair_fetch *fetch = &task->fetch;

	let_go(crawl, task);
	if (!fetch->replayed) {
		int64_t pause = host->delay_ms;

		/* A slow server is asked less often. */
		if (pause > 0 && 2 * fetch->milliseconds > pause)
			pause = 2 * fetch->milliseconds;
		clair_host_rest(host, clair_crawl_now() + (pause > 0 ? pause : 0));
		clair_task_keep(crawl, task);
	}
	if (try_again(crawl, task) || ask_by_get(task))
		return;
	if (fetch->failure != NULL)
		end(task, fetch->failure);
	else if (fetch->location != NULL)
		follow(crawl, task);
	else
		end(task, fetch->status >= 200 && fetch->status < 300 ? NULL : "http-status");
}
