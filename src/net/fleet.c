/* See fleet.h. */
#include "net/crawl_state.h"

#include <stdlib.h>
#include <string.h>

enum {
	REQUESTS = 16,
	WAIT_MS = 200,
};

enum clair_status
clair_fleet_new(struct clair_fleet **out, const struct clair_fleet_options *options)
{
	struct clair_fleet *fleet = calloc(1, sizeof(*fleet));
	enum clair_status status;

	*out = NULL;
	if (fleet == NULL)
		return CLAIR_NO_MEMORY;
	fleet->running_max = options->requests == 0 ? REQUESTS : options->requests;
	status = clair_fetcher_new(&fleet->fetcher, &options->network, fleet->running_max);
	if (status != CLAIR_OK) {
		free(fleet);
		return status;
	}
	clair_paces_init(&fleet->paces);
	clair_cache_init(&fleet->cache, options->cache_bytes);
	clair_gate_init(&fleet->gate, options->jobs == 0 ? 1 : options->jobs);
	*out = fleet;
	return CLAIR_OK;
}

static void
drop_crawl(struct clair_crawl *crawl)
{
	clair_crawl_close(crawl);
	free(crawl);
}

static void
drop_all(struct clair_crawl *crawl)
{
	while (crawl != NULL) {
		struct clair_crawl *next = crawl->next;

		drop_crawl(crawl);
		crawl = next;
	}
}

void
clair_fleet_free(struct clair_fleet *fleet)
{
	if (fleet == NULL)
		return;
	drop_all(fleet->first);
	drop_all(fleet->ended);
	clair_fetcher_free(fleet->fetcher);
	clair_paces_free(&fleet->paces);
	clair_cache_free(&fleet->cache);
	clair_gate_free(&fleet->gate);
	free(fleet);
}

static void
set_up(struct clair_crawl *crawl)
{
	const struct clair_crawl_options *options = crawl->options;
	struct clair_crawl_report *report = crawl->report;

	*report = (struct clair_crawl_report){.judged = 0};
	report->facts.start = options->start_count > 0 ? options->starts[0] : NULL;
	report->facts.is_site = !options->list;
	crawl->parallel = options->parallel;
	crawl->delay_ms = options->delay_ms;
	if (crawl->parallel == 0)
		crawl->parallel = options->own_site ? 4 : 1;
	if (crawl->delay_ms < 0)
		crawl->delay_ms = options->own_site ? 0 : 1000;
}

enum clair_status
clair_fleet_begin(struct clair_fleet *fleet, struct clair_crawl_report *report,
    const struct clair_crawl_options *options, const struct clair_crawl_calls *calls)
{
	struct clair_crawl *crawl = calloc(1, sizeof(*crawl));
	struct clair_crawl **place = &fleet->first;
	enum clair_status status;

	if (crawl == NULL)
		return CLAIR_NO_MEMORY;
	crawl->fleet = fleet;
	crawl->options = options;
	crawl->calls = calls;
	crawl->report = report;
	crawl->started = clair_crawl_now();
	crawl->ready = true;
	set_up(crawl);
	status = clair_crawl_open(crawl);
	if (status != CLAIR_OK) {
		drop_crawl(crawl);
		return status;
	}
	while (*place != NULL)
		place = &(*place)->next;
	*place = crawl;
	return CLAIR_OK;
}

unsigned
clair_fleet_running(const struct clair_fleet *fleet)
{
	unsigned count = 0;

	for (const struct clair_crawl *crawl = fleet->first; crawl != NULL; crawl = crawl->next)
		count++;
	return count;
}

static bool
is_due(struct clair_crawl *crawl, int64_t now)
{
	return atomic_exchange(&crawl->ready, false) || crawl->step_at <= now;
}

/* Looks at the crawls that something came for, or whose time it is. How long all the others can wait. */
static int64_t
step_all(struct clair_fleet *fleet)
{
	struct clair_crawl **place = &fleet->first;
	int64_t wait = WAIT_MS;

	while (*place != NULL) {
		struct clair_crawl *crawl = *place;
		int64_t now = clair_crawl_now();
		int64_t own = WAIT_MS;

		if (is_due(crawl, now)) {
			if (clair_crawl_step(crawl, &own)) {
				*place = crawl->next;
				crawl->next = fleet->ended;
				fleet->ended = crawl;
				wait = 0;
				continue;
			}
			crawl->step_at = now + own;
		}
		if (crawl->step_at - now < wait)
			wait = crawl->step_at - now;
		place = &crawl->next;
	}
	return wait < 0 ? 0 : wait;
}

static void
take_answers(struct clair_fleet *fleet)
{
	struct clair_fetch *fetch;

	while ((fetch = clair_fetch_done(fleet->fetcher)) != NULL) {
		struct clair_task *task = fetch->payload;

		atomic_store(&task->crawl->ready, true);
		clair_crawl_answered(task);
	}
}

void
clair_fleet_wait(struct clair_fleet *fleet, int max_ms)
{
	int64_t wait = step_all(fleet);

	clair_fetcher_wait(fleet->fetcher, fleet->ended != NULL ? 0 : (int)(wait < max_ms ? wait : max_ms));
	take_answers(fleet);
}

void
clair_fleet_rest(struct clair_fleet *fleet, int max_ms)
{
	clair_fetcher_wait(fleet->fetcher, max_ms);
	take_answers(fleet);
}

struct clair_crawl_report *
clair_fleet_next(const struct clair_fleet *fleet, const struct clair_crawl_report *report)
{
	const struct clair_crawl *crawl = fleet->first;

	while (report != NULL && crawl != NULL && crawl->report != report)
		crawl = crawl->next;
	if (report != NULL && crawl != NULL)
		crawl = crawl->next;
	return crawl == NULL ? NULL : crawl->report;
}

void
clair_fleet_drop(struct clair_fleet *fleet, const struct clair_crawl_report *report)
{
	struct clair_crawl **place = &fleet->first;
	struct clair_crawl *crawl;

	while (*place != NULL && (*place)->report != report)
		place = &(*place)->next;
	crawl = *place;
	if (crawl == NULL)
		return;
	*place = crawl->next;
	drop_crawl(crawl);
}

struct clair_crawl_report *
clair_fleet_ended(struct clair_fleet *fleet)
{
	struct clair_crawl *crawl = fleet->ended;
	struct clair_crawl_report *report;

	if (crawl == NULL)
		return NULL;
	fleet->ended = crawl->next;
	report = crawl->report;
	clair_crawl_report(crawl);
	drop_crawl(crawl);
	return report;
}

/* A fleet of one. */
enum clair_status
clair_crawl(struct clair_crawl_report *report, const struct clair_crawl_options *options,
    const struct clair_crawl_calls *calls)
{
	const struct clair_fleet_options fleet_options = {.network = options->network, .jobs = options->jobs};
	struct clair_fleet *fleet;
	enum clair_status status = clair_fleet_new(&fleet, &fleet_options);

	*report = (struct clair_crawl_report){.judged = 0};
	if (status == CLAIR_OK)
		status = clair_fleet_begin(fleet, report, options, calls);
	if (status == CLAIR_OK) {
		while (clair_fleet_ended(fleet) == NULL)
			clair_fleet_wait(fleet, WAIT_MS);
		if (strcmp(report->facts.stopped_because, "no-memory") == 0)
			status = CLAIR_NO_MEMORY;
	} else if (status == CLAIR_NO_MEMORY) {
		report->facts.stopped_because = "no-memory";
	}
	clair_fleet_free(fleet);
	return status;
}
