/* The order of a crawl: see crawl.h for what it promises, crawl_state.h for the parts. */
#include "net/crawl_state.h"

#include "net/tls.h"
#include "net/url.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
	HELD_MAX = 64 * 1024 * 1024, /* bytes of bodies in memory, past which only the first is asked */
	REQUESTS_PER_PAGE = 4,       /* requested in all, for each page that max_pages allows */
	WAIT_MS = 200,
	JOBS_MAX = 64,
};

int64_t
clair_crawl_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void
clair_crawl_defaults(struct clair_crawl_options *options)
{
	*options = (struct clair_crawl_options){
		.delay_ms = -1,
		.max_crawl_delay_ms = 30000,
		.backoff_ms = 5000,
		.max_retry_after_ms = 60000,
		.max_tries = 3,
		.max_failures = 10,
		.max_pages = 500,
		.max_depth = -1,
		.max_known = 200000,
		.max_bytes = UINT64_C(1) << 30,
		.max_page_bytes = CLAIR_LARGEST_BODY,
		.max_page_seconds = 30,
		.max_redirects = 20,
		.max_sheets = 2000,
		.max_weighed = 5000,
		.max_sheet_bytes = CLAIR_LARGEST_BODY,
	};
}

static char *
site_name(const struct clair_crawl *crawl, const char *url)
{
	return crawl->options->same_host ? clair_url_host(url) : clair_url_site(url);
}

bool
clair_crawl_owns(struct clair_crawl *crawl, const char *url)
{
	char *name = site_name(crawl, url);
	bool owned = name != NULL && clair_map_get(&crawl->sites, name, strlen(name)) != NULL;

	free(name);
	return owned;
}

void
clair_crawl_own(struct clair_crawl *crawl, const char *url)
{
	char *name = site_name(crawl, url);
	const char *copy = name == NULL ? NULL : clair_strdup(&crawl->line.arena, name);
	void **place = copy == NULL ? NULL : clair_map_at(&crawl->sites, copy, strlen(copy));

	if (place != NULL)
		*place = crawl;
	free(name);
}

static void
stop(struct clair_crawl *crawl, const char *why)
{
	if (crawl->stop == NULL)
		crawl->stop = why;
}

/* ---- the line: start addresses, links ---- */

static void
add_starts(struct clair_crawl *crawl)
{
	const struct clair_crawl_options *options = crawl->options;

	for (size_t i = 0; i < options->start_count; i++) {
		char *url = clair_url_resolve(NULL, NULL, options->starts[i]);
		struct clair_entry *entry;
		struct clair_host *host;

		if (url == NULL) {
			entry = clair_line_add_bad(&crawl->line, options->starts[i]);
		} else {
			entry = clair_line_add(&crawl->line, url, 0);
			host = clair_host_of(&crawl->hosts, url);
			if (host != NULL) {
				host->named = true;
				/* It was asked just before it was cut short. */
				if (options->archive != NULL && clair_archive_count(options->archive) != 0)
					clair_host_rest(host, clair_crawl_now() + host->delay_ms);
			}
			clair_crawl_own(crawl, url);
		}
		if (entry != NULL)
			entry->start = true;
		free(url);
	}
	crawl->starts = crawl->line.count;
}

static void
add_deep(struct clair_crawl *crawl, const char *url)
{
	const char *copy;
	void **place;

	if (crawl->deep.count >= crawl->options->max_known ||
	    clair_map_get(&crawl->deep, url, strlen(url)) != NULL)
		return;
	copy = clair_strdup(&crawl->line.arena, url);
	place = clair_map_at(&crawl->deep, copy, strlen(copy));
	if (place != NULL)
		*place = crawl;
	crawl->report->too_deep++;
}

static void
add_links(struct clair_crawl *crawl, const void *result, int depth)
{
	const struct clair_crawl_options *options = crawl->options;
	const struct clair_crawl_calls *calls = crawl->calls;
	size_t count = calls->link_count(calls->payload, result);

	for (size_t i = 0; i < count; i++) {
		const char *url = calls->link(calls->payload, result, i);

		if (clair_line_knows(&crawl->line, url) || !clair_crawl_owns(crawl, url))
			continue;
		if (options->max_depth >= 0 && depth >= options->max_depth)
			add_deep(crawl, url);
		else if (crawl->line.count >= options->max_known)
			crawl->report->dropped++;
		else
			clair_line_add(&crawl->line, url, depth < 0 ? -1 : depth + 1);
	}
}

/* ---- the outcome of each address, in the order of the line ---- */

/* Index + 1 of the first page with this key, this one being kept when it is new. */
static uintptr_t
first_with(struct clair_crawl *crawl, struct clair_map *map, const void *key, size_t length)
{
	void *found = clair_map_get(map, key, length);
	const char *copy;
	void **place;

	if (found != NULL)
		return (uintptr_t)found;
	copy = clair_strndup(&crawl->line.arena, key, length);
	place = clair_map_at(map, copy, length);
	if (place != NULL)
		*place = (void *)((uintptr_t)crawl->classified + 1);
	return 0;
}

/* Same bytes, but for an accident against which 128 bits stand. */
static bool
is_known_body(struct clair_crawl *crawl, const struct clair_buf *body)
{
	uint64_t key[3] = {
		clair_hash(body->bytes, body->length, CLAIR_HASH_SEED),
		clair_hash(body->bytes, body->length, ~CLAIR_HASH_SEED),
		body->length,
	};

	return first_with(crawl, &crawl->bodies, key, sizeof(key)) != 0;
}

static const char *const host_failures[] = {
	"unreachable", "timeout", "truncated", "protocol", "bad-encoding"};

/* Ten in a row say that the host is down, or that it does not want us. */
static void
note_host(struct clair_crawl *crawl, struct clair_host *host, const struct clair_task *task)
{
	int status = task->fetch.status;
	bool bad = clair_tls_is(task->failure);

	if (task->failure == NULL || strcmp(task->failure, "http-status") != 0) {
		for (size_t i = 0; i < sizeof(host_failures) / sizeof(host_failures[0]) && task->failure != NULL; i++)
			bad = bad || strcmp(task->failure, host_failures[i]) == 0;
	} else {
		bad = status == 401 || status == 403 || status == 429 || status >= 500;
	}
	host->failures = bad ? host->failures + 1 : 0;
	if (crawl->options->max_failures != 0 && host->failures >= crawl->options->max_failures)
		host->failing = true;
}

static void
free_body(struct clair_job *job)
{
	/* The document's bytes are the body's; its owner is the task, which no one else touches now. */
	struct clair_task *task =
	    (struct clair_task *)(void *)((char *)job - offsetof(struct clair_task, job));

	clair_buf_free(&task->fetch.body);
	job->document.bytes = NULL;
}

/* Gives the document to the workers. */
static void
list(struct clair_crawl *crawl, const struct clair_entry *entry, struct clair_task *task,
    const char *failure)
{
	struct clair_document *document = &task->job.document;

	*document = (struct clair_document){
		.url = entry->url != NULL ? entry->url : entry->as_given,
		.media_type = task->fetch.media_type[0] != '\0' ? task->fetch.media_type : NULL,
		.http_charset = task->fetch.charset[0] != '\0' ? task->fetch.charset : NULL,
		.http_status = task->fetch.status,
		.click_depth = entry->depth,
		.failure = failure,
	};
	if (entry->url != NULL && strcmp(entry->url, task->url) != 0)
		document->final_url = task->url;
	if (failure == NULL) {
		document->bytes = task->fetch.body.bytes;
		document->length = task->fetch.body.length;
	}
	task->listed = true;
	task->job.finish = free_body;
	clair_pool_submit(crawl->pool, &task->job);
}

static void
skip(struct clair_crawl *crawl, uint32_t *kind)
{
	++*kind;
	crawl->report->facts.skipped++;
	crawl->report->facts.fetched++;
}

/* What is wrong with an answer that came, or NULL: a page to judge. */
static const char *
judge_answer(struct clair_crawl *crawl, const struct clair_entry *entry, struct clair_task *task)
{
	struct clair_fetch *fetch = &task->fetch;

	/* An earlier redirect led here and was answered. Whether it was asked again depends on chance:
	 * that answer says nothing. */
	if (clair_map_get(&crawl->finals, entry->url, strlen(entry->url)) != NULL) {
		fetch->status = 200;
		fetch->media_type[0] = '\0';
		fetch->charset[0] = '\0';
		skip(crawl, &crawl->report->duplicates);
		return "duplicate";
	}
	if (task->failure != NULL) {
		crawl->report->facts.failed++;
		crawl->counted++;
		return task->failure;
	}
	if (first_with(crawl, &crawl->finals, task->url, strlen(task->url)) != 0) {
		skip(crawl, &crawl->report->duplicates);
		return "duplicate";
	}
	if (strcmp(fetch->media_type, "text/html") != 0 &&
	    strcmp(fetch->media_type, "application/xhtml+xml") != 0) {
		skip(crawl, &crawl->report->not_html);
		return "not-html";
	}
	crawl->counted++;
	crawl->report->bytes += fetch->body.length;
	if (is_known_body(crawl, &fetch->body)) {
		skip(crawl, &crawl->report->duplicates);
		return "duplicate";
	}
	crawl->report->facts.fetched++;
	crawl->report->judged++;
	return NULL;
}

/* A start address may have led to the site's new name; its robots.txt names the sitemaps. */
static void
note_start(struct clair_crawl *crawl, const struct clair_task *task)
{
	if (task->failure != NULL || crawl->options->list)
		return;
	clair_crawl_own(crawl, task->url);
	for (uint32_t i = 0; i < crawl->start_origin_count; i++) {
		if (crawl->start_origins[i] == task->origin)
			return;
	}
	crawl->start_origins[crawl->start_origin_count++] = task->origin;
}

/* Not requested: counted, and delivered only when the user gave the address. */
static void
classify_refused(struct clair_crawl *crawl, const struct clair_entry *entry, struct clair_task *task,
    const char *why)
{
	if (strncmp(why, "robots", 6) == 0) {
		crawl->report->refused_by_robots++;
	} else if (!entry->start && strcmp(why, "opted-out") == 0) {
		crawl->report->opted_out++;
	} else if (!entry->start && strcmp(why, "not-archived") == 0) {
		crawl->report->not_archived++;
	} else if (entry->start && strcmp(why, "host-failing") != 0) {
		crawl->report->facts.requested++;
		crawl->report->facts.failed++;
		crawl->counted++;
	} else {
		crawl->report->host_failing++;
	}
	if (entry->start)
		list(crawl, entry, task, why);
}

static bool
at_a_limit(struct clair_crawl *crawl)
{
	const struct clair_crawl_options *options = crawl->options;

	if (options->max_pages != 0 &&
	    (crawl->counted >= options->max_pages ||
	        crawl->report->facts.requested / REQUESTS_PER_PAGE >= options->max_pages))
		stop(crawl, "page-limit");
	else if (options->max_bytes != 0 && crawl->report->bytes >= options->max_bytes)
		stop(crawl, "byte-limit");
	return crawl->stop != NULL;
}

/* True when the next address of the line got its outcome. */
static bool
classify_next(struct clair_crawl *crawl)
{
	struct clair_entry *entry;
	struct clair_task *task;
	struct clair_host *host;
	const char *failure;

	if (crawl->classified == crawl->line.count || (crawl->stop != NULL && !crawl->drain) ||
	    (crawl->stop == NULL && at_a_limit(crawl)))
		return false;
	entry = &crawl->line.entries[crawl->classified];
	task = entry->task;
	if (task == NULL || !task->over)
		return false;
	if (entry->url == NULL) {
		classify_refused(crawl, entry, task, entry->refused);
		crawl->classified++;
		return true;
	}
	host = clair_host_of(&crawl->hosts, entry->url);
	if (host != NULL && host->failing) {
		classify_refused(crawl, entry, task, "host-failing");
	} else if (task->seen_count == 0 && task->failure != NULL && task->fetch.url == NULL) {
		classify_refused(crawl, entry, task, task->failure);
	} else {
		crawl->report->facts.requested++;
		if (host != NULL)
			note_host(crawl, host, task);
		failure = judge_answer(crawl, entry, task);
		if (entry->start)
			note_start(crawl, task);
		list(crawl, entry, task, failure);
	}
	crawl->classified++;
	return true;
}

/* ---- delivery ---- */

/* The canonical address names another page, different by the query alone, that came before. */
static bool
is_variant(struct clair_crawl *crawl, const struct clair_task *task)
{
	const struct clair_crawl_calls *calls = crawl->calls;
	const char *canonical;
	void *first;

	if (calls->canonical == NULL || crawl->options->list)
		return false;
	canonical = calls->canonical(calls->payload, task->job.result);
	if (canonical == NULL || strcmp(canonical, task->url) == 0 ||
	    !clair_url_same_path(canonical, task->url))
		return false;
	first = clair_map_get(&crawl->finals, canonical, strlen(canonical));
	return first != NULL && (uintptr_t)first <= crawl->integrated;
}

static void
replace_variant(struct clair_crawl *crawl, struct clair_task *task)
{
	const struct clair_crawl_calls *calls = crawl->calls;

	task->job.document.failure = "variant";
	task->job.document.length = 0;
	calls->discard(calls->payload, task->job.result);
	task->job.result = calls->judge(calls->payload, &task->job.document);
	crawl->report->judged--;
	crawl->report->duplicates++;
	crawl->report->facts.skipped++;
}

static void
tell_progress(struct clair_crawl *crawl, bool now_please)
{
	const struct clair_crawl_calls *calls = crawl->calls;
	int64_t now = clair_crawl_now();
	struct clair_crawl_progress progress = {
		.done = crawl->delivered,
		.known = crawl->line.count,
		.seconds = (double)(now - crawl->started) / 1000,
		.seconds_left = -1,
		.url = crawl->last_url,
	};

	if (calls->progress == NULL || (!now_please && now - crawl->last_progress < WAIT_MS))
		return;
	crawl->last_progress = now;
	if (crawl->options->max_pages != 0 && progress.known > crawl->options->max_pages)
		progress.known = crawl->options->max_pages;
	if (progress.known < progress.done)
		progress.known = progress.done;
	if (progress.seconds > 0)
		progress.pages_per_second = progress.done / progress.seconds;
	if (progress.done >= 3 && progress.pages_per_second > 0)
		progress.seconds_left = (progress.known - progress.done) / progress.pages_per_second;
	calls->progress(calls->payload, &progress);
}

static void
drop_task(struct clair_crawl *crawl, struct clair_entry *entry)
{
	clair_task_free(crawl, entry->task);
	entry->task = NULL;
	entry->over = true;
}

/* True when the next address of the line was delivered, or passed over. */
static bool
integrate_next(struct clair_crawl *crawl)
{
	const struct clair_crawl_calls *calls = crawl->calls;
	struct clair_entry *entry;
	struct clair_task *task;

	if (crawl->aborted || crawl->integrated == crawl->classified)
		return false;
	entry = &crawl->line.entries[crawl->integrated];
	task = entry->task;
	if (task->listed && !clair_pool_is_done(crawl->pool, &task->job))
		return false;
	crawl->last_url = entry->url;
	crawl->held -= task->held;
	if (task->listed && task->job.result != NULL) {
		int depth = entry->depth;

		if (task->job.document.failure == NULL && !crawl->options->list)
			add_links(crawl, task->job.result, depth);
		if (task->job.document.failure == NULL && is_variant(crawl, task))
			replace_variant(crawl, task);
	}
	if (task->listed) {
		void *result = task->job.result;

		task->job.result = NULL;
		if (result == NULL || !calls->deliver(calls->payload, result, crawl->delivered++)) {
			crawl->aborted = true;
			crawl->stop = "no-memory";
		}
	}
	/* The links may have moved the entries. */
	drop_task(crawl, &crawl->line.entries[crawl->integrated]);
	crawl->integrated++;
	return true;
}

/* ---- asking ---- */

static uint32_t
window(const struct clair_crawl *crawl)
{
	uint32_t jobs = crawl->options->jobs < JOBS_MAX ? crawl->options->jobs : JOBS_MAX;

	return 4 + 2 * crawl->parallel + 2 * jobs;
}

/* No page is asked for that a limit could leave out: what is asked for, then, depends on no chance. */
static bool
may_ask(const struct clair_crawl *crawl, uint32_t index)
{
	const struct clair_crawl_options *options = crawl->options;
	uint32_t ahead = index - crawl->classified;

	if (ahead > 0 && crawl->held > HELD_MAX)
		return false;
	/* What a start address leads to says what the site is. */
	if (index >= crawl->starts && crawl->classified < crawl->starts)
		return false;
	return options->max_pages == 0 ||
	    ((uint64_t)crawl->counted + ahead < options->max_pages &&
	        ((uint64_t)crawl->report->facts.requested + ahead) / REQUESTS_PER_PAGE <
	            options->max_pages);
}

static void
advance_page(struct clair_crawl *crawl, uint32_t index, int64_t *wait_ms)
{
	struct clair_entry *entry = &crawl->line.entries[index];
	struct clair_task *task = entry->task;

	if (task == NULL) {
		/* An address that is none has a task too, for its document. */
		task = clair_task_new(crawl, CLAIR_TASK_PAGE, entry->url != NULL ? entry->url : "http://x/");
		if (task == NULL) {
			stop(crawl, "no-memory");
			return;
		}
		task->start = entry->start;
		task->over = entry->over;
		task->failure = entry->refused;
		entry->task = task;
		/* Already come by through a redirect: it would be asked for twice. */
		if (entry->url != NULL &&
		    clair_map_get(&crawl->finals, entry->url, strlen(entry->url)) != NULL)
			task->over = true;
	}
	if (task->over || task->running)
		return;
	clair_task_advance(crawl, task, wait_ms);
	if (task->over)
		*wait_ms = 0;
}

static void
ask(struct clair_crawl *crawl, int64_t *wait_ms)
{
	uint32_t end = crawl->integrated + window(crawl);

	if (end > crawl->line.count)
		end = crawl->line.count;
	for (uint32_t i = crawl->classified; i < end && crawl->stop == NULL && may_ask(crawl, i); i++)
		advance_page(crawl, i, wait_ms);
	clair_robots_advance(crawl, wait_ms);
}

void
clair_crawl_answered(struct clair_task *task)
{
	struct clair_crawl *crawl = task->crawl;

	if (task->kind == CLAIR_TASK_SITEMAP)
		clair_seeds_answered(crawl, task);
	else
		clair_task_answered(crawl, task);
	if (task->kind == CLAIR_TASK_PAGE && task->over)
		crawl->held += task->held = task->fetch.body.length;
}

static void
cancel_all(struct clair_crawl *crawl)
{
	for (uint32_t i = crawl->classified; i < crawl->line.count; i++) {
		struct clair_task *task = crawl->line.entries[i].task;

		if (task != NULL)
			clair_task_cancel(crawl, task);
	}
}

/* A limit may have been met before: pages are then still being judged, and may wait for sheets. */
static void
look_at_the_clock(struct clair_crawl *crawl)
{
	const struct clair_crawl_options *options = crawl->options;
	const char *why = NULL;

	if (crawl->ended)
		return;
	if (options->interrupted != NULL && *options->interrupted != 0)
		why = "interrupted";
	else if (options->max_seconds != 0 &&
	    clair_crawl_now() - crawl->started >= (int64_t)options->max_seconds * 1000)
		why = "time-limit";
	if (why == NULL)
		return;
	crawl->ended = true;
	crawl->drain = crawl->stop == NULL;
	stop(crawl, why);
	cancel_all(crawl);
	clair_loads_close(crawl);
}

bool
clair_crawl_step(struct clair_crawl *crawl, int64_t *wait_ms)
{
	look_at_the_clock(crawl);
	while (classify_next(crawl))
		;
	while (integrate_next(crawl))
		;
	tell_progress(crawl, false);
	if (crawl->line.arena.failed)
		stop(crawl, "no-memory");
	if (crawl->aborted || (crawl->stop != NULL && crawl->integrated == crawl->classified))
		return true;
	clair_loads_advance(crawl, wait_ms);
	if (crawl->stop == NULL)
		ask(crawl, wait_ms);
	if (crawl->stop == NULL && crawl->integrated == crawl->line.count) {
		if (crawl->sitemaps_done)
			return true;
		clair_seeds_advance(crawl, wait_ms);
		clair_robots_advance(crawl, wait_ms);
	}
	return false;
}

/* ---- from the first address to the report ---- */

void
clair_crawl_report(struct clair_crawl *crawl)
{
	struct clair_crawl_report *report = crawl->report;
	const char *why = "all-pages";

	tell_progress(crawl, true);
	report->facts.known = crawl->line.count;
	report->left = report->facts.known - report->facts.requested - report->refused_by_robots -
	    report->opted_out - report->host_failing - report->not_archived;
	report->seconds = (double)(clair_crawl_now() - crawl->started) / 1000;
	if (report->host_failing != 0)
		why = "host-failing";
	else if (report->refused_by_robots != 0 && report->refused_by_robots == report->facts.known)
		why = "robots";
	else if (report->dropped != 0)
		why = "address-limit";
	else if (report->too_deep != 0)
		why = "depth-limit";
	else if (report->opted_out != 0)
		why = "opted-out";
	report->facts.stopped_because = crawl->stop != NULL ? crawl->stop : why;
}

void
clair_crawl_wake(void *data)
{
	struct clair_crawl *crawl = data;

	atomic_store(&crawl->ready, true);
	clair_fetcher_wake(crawl->fleet->fetcher);
}

enum clair_status
clair_crawl_open(struct clair_crawl *crawl)
{
	const struct clair_crawl_options *options = crawl->options;
	unsigned jobs = options->jobs == 0 ? 1 : options->jobs;
	enum clair_status status;

	clair_line_init(&crawl->line);
	clair_line_init(&crawl->sitemaps);
	clair_hosts_init(&crawl->hosts, &crawl->line.arena, &crawl->fleet->paces, crawl->delay_ms);
	clair_map_init(&crawl->sites, &crawl->line.arena);
	clair_map_init(&crawl->finals, &crawl->line.arena);
	clair_map_init(&crawl->bodies, &crawl->line.arena);
	clair_map_init(&crawl->deep, &crawl->line.arena);
	clair_map_init(&crawl->sheet_answers, &crawl->line.arena);
	clair_map_init(&crawl->weights, &crawl->line.arena);
	crawl->start_origins = clair_alloc_array(
	    &crawl->line.arena, options->start_count + 1, sizeof(*crawl->start_origins));
	crawl->sitemaps_done = options->list || options->no_sitemap || options->max_depth >= 0;
	status = clair_pool_new(&crawl->pool, jobs < JOBS_MAX ? jobs : JOBS_MAX, crawl->calls, &crawl->fleet->gate,
	    clair_crawl_wake, crawl);
	if (status != CLAIR_OK)
		return status;
	clair_loads_open(crawl);
	add_starts(crawl);
	return CLAIR_OK;
}

void
clair_crawl_close(struct clair_crawl *crawl)
{
	const struct clair_crawl_calls *calls = crawl->calls;

	clair_loads_close(crawl);
	clair_pool_free(crawl->pool);
	clair_loads_end(crawl);
	for (uint32_t i = crawl->integrated; i < crawl->line.count; i++) {
		struct clair_entry *entry = &crawl->line.entries[i];

		if (entry->task == NULL)
			continue;
		if (entry->task->job.result != NULL)
			calls->discard(calls->payload, entry->task->job.result);
		drop_task(crawl, entry);
	}
	while (crawl->robots_tasks != NULL) {
		struct clair_task *task = crawl->robots_tasks;

		crawl->robots_tasks = task->next;
		clair_task_free(crawl, task);
	}
	clair_task_free(crawl, crawl->sitemap_task);
	clair_line_free(&crawl->line);
	clair_line_free(&crawl->sitemaps);
}
