/* One site of a campaign: see campaign_site.h. */
#include "cli/campaign_site.h"

#include "archive/archive.h"
#include "cli/archive.h"
#include "cli/results.h"
#include "cli/say.h"
#include "net/url.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct cli_campaign_site {
	struct clair_crawl_report report; /* first: cli_campaign_site_of */
	struct cli_campaign_work *work;
	struct clair_store_claim claim;
	struct cli_sheets sheets;
	struct clair_linter *linter;
	struct clair_run *run;
	struct clair_archive *archive;
	const char *archive_path;
	bool finished;                    /* the run is */
	bool forgiven;                    /* earlier attempts no longer count */
	struct clair_crawl_options options;
	struct clair_crawl_calls calls;
	const char *starts[1];
	const char *start_failure;
	uint32_t tested_before;           /* judged again: pages tested in the crawl */
	struct clair_store_robots *robots;
	size_t robots_count;
	int64_t began;
	struct clair_arena mem;           /* until the end of the site */
};

/* --- The calls of the crawl ------------------------------------------------------------------------ */

static void *
judge(void *payload, const struct clair_document *document)
{
	struct cli_campaign_site *site = payload;
	struct clair_document judged = *document;
	struct clair_result *result = NULL;
	struct cli_mark *mark;

	judged.own = site->claim.site.own;
	mark = cli_marks_enter(&site->work->marks, site->claim.number, document->url);
	if (clair_lint(&result, site->linter, &judged) != CLAIR_OK)
		result = NULL;
	cli_marks_leave(&site->work->marks, mark);
	return result;
}

/* Further than any attempt before: it is not this site that its workers died of. */
static void
forgive(struct cli_campaign_site *site)
{
	if (site->work->worker.attempts != 0 && site->claim.attempt > 1 && !site->forgiven &&
	    site->report.requests > clair_archive_count(site->archive))
		site->forgiven = clair_store_forgive(site->work->campaign->store, &site->claim) == CLAIR_OK;
}

static bool
deliver(void *payload, void *result, uint32_t order)
{
	struct cli_campaign_site *site = payload;

	if (order == 0 && clair_result_not_tested(result) != NULL)
		site->start_failure = clair_strdup(&site->mem, clair_result_not_tested(result));
	forgive(site);
	return clair_run_add(site->run, result) == CLAIR_OK;
}

static void
robots(void *payload, const struct clair_crawl_robots *told)
{
	struct cli_campaign_site *site = payload;

	site->robots = cli_grow(&site->mem, site->robots, site->robots_count, sizeof(*site->robots));
	if (site->robots == NULL)
		return;
	site->robots[site->robots_count++] = (struct clair_store_robots){
	    .origin = clair_strdup(&site->mem, told->origin),
	    .status = told->status,
	    .failure = told->failure,
	    .crawl_delay = told->crawl_delay_ms > 0 ? told->crawl_delay_ms : -1,
	    .refuses_all = told->refuses_all,
	};
}

/* Read when the site was claimed: a worker knows the store alone. */
static bool
spares(const void *payload, const char *url)
{
	const struct cli_campaign_site *site = payload;

	for (uint32_t i = 0; i < site->claim.spared_count; i++) {
		if (clair_opt_out_covers(site->claim.spared[i], url))
			return true;
	}
	return false;
}

/* --- The archive ----------------------------------------------------------------------------------- */

static const char *
path_of(struct clair_arena *mem, const char *folder, const struct clair_store_claim *claim, unsigned again)
{
	return clair_asprintf(mem, "%s/" CLI_CAMPAIGN_ARCHIVE, folder, claim->round, claim->number, again);
}

/* Of one site in one round. A worker that was taken for dead may still write there: then another file is begun. */
/* What the loss of power may leave. */
static bool
spoiled(const struct clair_archive_fault *fault)
{
	return fault->why == CLAIR_ARCHIVE_NOT_ONE || fault->why == CLAIR_ARCHIVE_DAMAGED ||
	    fault->why == CLAIR_ARCHIVE_PACKED_WHOLE;
}

/* The site is then crawled from the start; who wants to look has the file. */
static bool
set_spoiled_aside(const struct cli_campaign_site *site)
{
	const enum clair_lang lang = site->work->campaign->options->lang;
	char place[PATH_MAX];

	if (snprintf(place, sizeof(place), "%s.spoiled", site->archive_path) >= (int)sizeof(place) ||
	    rename(site->archive_path, place) != 0)
		return false;
	cli_say(lang, "%s ne peut pas être relu (mis de côté : %s). Ce site est repris du début",
	    "%s cannot be read again (set aside: %s). This site is begun again", site->archive_path, place);
	return true;
}

static bool
open_archive(struct cli_campaign_site *site)
{
	const char *folder = site->work->campaign->pages;
	struct clair_archive_fault fault = {.why = CLAIR_ARCHIVE_NO_MEMORY};
	unsigned again = 1;

	do {
		site->archive_path = path_of(&site->mem, folder, &site->claim, again++);
		if (site->archive_path != NULL && clair_archive_open(&site->archive, &site->archive_path, 1,
		        CLAIR_ARCHIVE_GO_ON, &fault) == CLAIR_OK)
			return true;
	} while (fault.why == CLAIR_ARCHIVE_HELD || (spoiled(&fault) && set_spoiled_aside(site)));
	cli_archive_say(site->work->campaign->options->lang, &fault);
	return false;
}

static void
end_archive(struct cli_campaign_site *site, bool done)
{
	clair_archive_close(site->archive);
	site->archive = NULL;
	if (done)
		cli_campaign_put_away(site->work->campaign, site->archive_path);
}

/* --- Beginning and end ----------------------------------------------------------------------------- */

static void
set_options(struct cli_campaign_site *site)
{
	const struct cli_campaign_work *work = site->work;

	site->calls = (struct clair_crawl_calls){
	    site, judge, cli_result_link_count, cli_result_link, cli_result_canonical, deliver, cli_result_discard, robots, NULL};
	site->options = work->crawl;
	site->options.starts = site->starts;
	site->options.start_count = 1;
	site->options.own_site = site->claim.site.own;
	site->options.archive = site->archive;
	site->options.loader = site->sheets.loader;
	site->options.spares = spares;
	site->options.spares_payload = site;
}

/* Without the store, the lease ends by itself. */
static void
let_go(struct cli_campaign_site *site)
{
	const struct cli_campaign *campaign = site->work->campaign;
	enum clair_status status = clair_store_give_back(campaign->store, &site->claim, 0, cli_campaign_now());

	if (status != CLAIR_OK && status != CLAIR_NOT_FOUND)
		cli_campaign_say_fault(campaign);
}

static bool
prepare(struct cli_campaign_site *site)
{
	const struct clair_linter_payloads payloads = {&site->sheets, &site->sheets, &site->sheets};

	return cli_sheets_open(&site->sheets, NULL, &site->mem) &&
	    clair_linter_share(&site->linter, site->work->linter, site->work->hosts, &payloads) == CLAIR_OK &&
	    clair_run_new(&site->run, site->linter) == CLAIR_OK;
}

/* NULL after saying why, the claim being freed. */
static struct cli_campaign_site *
new_site(struct cli_campaign_work *work, struct clair_store_claim *claim)
{
	struct cli_campaign_site *site = calloc(1, sizeof(*site));

	if (site == NULL) {
		clair_store_claim_free(claim);
		cli_say(work->campaign->options->lang, "plus de mémoire", "out of memory");
		return NULL;
	}
	site->work = work;
	site->claim = *claim;
	site->starts[0] = claim->site.address;
	site->began = cli_campaign_told_now();
	clair_arena_init(&site->mem, 0);
	return site;
}

/* False after saying why. */
static bool
start(struct cli_campaign_site *site)
{
	if (prepare(site)) {
		set_options(site);
		if (clair_fleet_begin(site->work->fleet, &site->report, &site->options, &site->calls) == CLAIR_OK)
			return true;
	}
	cli_say(site->work->campaign->options->lang, "plus de mémoire", "out of memory");
	return false;
}

struct cli_campaign_site *
cli_campaign_site_begin(struct cli_campaign_work *work, struct clair_store_claim *claim)
{
	struct cli_campaign_site *site = new_site(work, claim);

	if (site == NULL || (open_archive(site) && start(site)))
		return site;
	let_go(site);
	cli_campaign_site_drop(site);
	return NULL;
}

struct cli_campaign_site *
cli_campaign_site_again(struct cli_campaign_work *work, struct clair_store_claim *claim,
    const struct clair_store_crawled *crawled, struct clair_archive *archive)
{
	struct cli_campaign_site *site = new_site(work, claim);

	if (site == NULL) {
		clair_archive_close(archive);
		return NULL;
	}
	site->archive = archive;
	site->starts[0] = crawled->start;
	site->tested_before = crawled->tested;
	if (start(site))
		return site;
	cli_campaign_site_drop(site);
	return NULL;
}

bool
cli_campaign_site_set_aside(struct cli_campaign_work *work, struct clair_store_claim *claim)
{
	const int64_t now = cli_campaign_told_now();
	const struct clair_store_outcome outcome = {.began = now, .ended = now, .start_failure = "worker-lost"};
	enum clair_status status = clair_store_complete(work->campaign->store, claim, &outcome, NULL);
	const char *path = path_of(&claim->mem, work->campaign->pages, claim, 1);

	if (status != CLAIR_OK && status != CLAIR_NOT_FOUND)
		cli_campaign_say_fault(work->campaign);
	else if (path != NULL)
		unlink(path);
	clair_store_claim_free(claim);
	return status == CLAIR_OK || status == CLAIR_NOT_FOUND;
}

struct cli_campaign_site *
cli_campaign_site_of(struct clair_crawl_report *report)
{
	return (struct cli_campaign_site *)(void *)report;
}

bool
cli_campaign_site_is_held(const struct cli_campaign_site *site)
{
	return clair_store_holds(site->work->campaign->store, &site->claim) != CLAIR_NOT_FOUND;
}

void
cli_campaign_site_drop(struct cli_campaign_site *site)
{
	if (site->archive != NULL)
		end_archive(site, false);
	clair_run_free(site->run);
	clair_linter_free(site->linter);
	cli_sheets_close(&site->sheets);
	clair_store_claim_free(&site->claim);
	clair_arena_free(&site->mem);
	free(site);
}

/* Nobody stopped it but the site itself, or a limit. */
static bool
is_whole(const struct cli_campaign_site *site)
{
	static const char *const broken[] = {"interrupted", "no-memory", "not-kept"};

	for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++) {
		if (strcmp(site->report.facts.stopped_because, broken[i]) == 0)
			return false;
	}
	return true;
}

static enum cli_campaign_end
give_back(struct cli_campaign_site *site)
{
	const struct cli_campaign *campaign = site->work->campaign;
	const enum clair_lang lang = campaign->options->lang;
	const char *why = site->report.facts.stopped_because;
	enum cli_campaign_end end = CLI_CAMPAIGN_BROKEN;

	if (strcmp(why, "interrupted") == 0)
		end = CLI_CAMPAIGN_STOPPED;
	else if (strcmp(why, "not-kept") == 0)
		cli_say(lang, "%s : les pages ne peuvent plus être gardées (disque plein ?)",
		    "%s: pages can no longer be kept (is the disk full?)", site->archive_path);
	else
		cli_say(lang, "plus de mémoire", "out of memory");
	let_go(site);
	cli_campaign_site_drop(site);
	return end;
}

static int64_t
rest_of(const struct cli_campaign_site *site)
{
	const int64_t asked = site->report.crawl_delay_ms;
	int64_t delay = site->options.delay_ms;

	if (delay < 0)
		delay = site->options.own_site ? 0 : 1000;
	return asked > delay ? asked : delay;
}

static struct clair_store_outcome
outcome_of(const struct cli_campaign_site *site)
{
	return (struct clair_store_outcome){
	    .began = site->began,
	    .ended = cli_campaign_told_now(),
	    .start_failure = site->start_failure,
	    .refused_by_robots = site->report.refused_by_robots,
	    .requests = site->report.requests,
	    .bytes = site->report.bytes,
	    .robots = site->robots,
	    .robots_count = site->robots_count,
	    .rest = rest_of(site),
	};
}

/* False: it was stopped, or there is no memory. */
static bool
finish_run(struct cli_campaign_site *site)
{
	if (!is_whole(site))
		return false;
	if (!site->finished && clair_run_finish(site->run, &site->report.facts) != CLAIR_OK)
		site->report.facts.stopped_because = "no-memory";
	else
		site->finished = true;
	return site->finished;
}

enum cli_campaign_end
cli_campaign_site_end(struct cli_campaign_site *site, uint32_t *pages)
{
	struct clair_store *store = site->work->campaign->store;
	const struct clair_store_outcome outcome = outcome_of(site);
	enum clair_status status;

	if (!finish_run(site))
		return give_back(site);
	*pages = clair_run_tested(site->run);
	status = clair_store_complete(store, &site->claim, &outcome, site->run);
	if (status == CLAIR_IO && clair_store_may_pass(clair_store_fault(store)->why))
		return CLI_CAMPAIGN_WAITING;
	if (status == CLAIR_OK) {
		end_archive(site, true);
		cli_campaign_site_drop(site);
		return CLI_CAMPAIGN_DONE;
	}
	if (status == CLAIR_NOT_FOUND) {
		end_archive(site, false);
		unlink(site->archive_path);
		cli_campaign_site_drop(site);
		return CLI_CAMPAIGN_TAKEN;
	}
	cli_campaign_say_fault(site->work->campaign);
	cli_campaign_site_drop(site);
	return CLI_CAMPAIGN_BROKEN;
}

/* Pages that only the sitemap told are there, and nothing leads to them. */
static bool
lacks_pages(const struct cli_campaign_site *site)
{
	return site->report.sitemaps_not_archived != 0 && clair_run_tested(site->run) < site->tested_before;
}

static enum cli_campaign_end
end_again(struct cli_campaign_site *site, const struct clair_store_round *rules, struct cli_campaign_judged *judged)
{
	const struct cli_campaign *campaign = site->work->campaign;
	const struct clair_store_outcome outcome = outcome_of(site);
	enum clair_status status;

	if (!finish_run(site)) {
		if (strcmp(site->report.facts.stopped_because, "interrupted") == 0)
			return CLI_CAMPAIGN_STOPPED;
		cli_say(campaign->options->lang, "plus de mémoire", "out of memory");
		return CLI_CAMPAIGN_BROKEN;
	}
	judged->unreadable = clair_archive_is_broken(site->archive);
	if (judged->unreadable)
		return CLI_CAMPAIGN_BROKEN;
	judged->pages = clair_run_tested(site->run);
	judged->not_archived = site->report.not_archived;
	judged->lacks_pages = lacks_pages(site);
	status = judged->lacks_pages
	    ? clair_store_again_leave(campaign->store, rules, site->claim.number)
	    : clair_store_again_complete(campaign->store, rules, site->claim.number, &outcome, site->run);
	if (status == CLAIR_OK)
		return CLI_CAMPAIGN_DONE;
	if (status == CLAIR_NOT_FOUND)
		return CLI_CAMPAIGN_TAKEN;
	cli_campaign_say_fault(campaign);
	return CLI_CAMPAIGN_BROKEN;
}

enum cli_campaign_end
cli_campaign_site_end_again(
    struct cli_campaign_site *site, const struct clair_store_round *rules, struct cli_campaign_judged *judged)
{
	enum cli_campaign_end end;

	*judged = (struct cli_campaign_judged){0};
	cli_clean(judged->address, sizeof(judged->address), site->claim.site.address);
	end = end_again(site, rules, judged);
	cli_campaign_site_drop(site);
	return end;
}
