/* The sites of a campaign, many at a time, until none is left. */
#include "cli/campaign_site.h"

#include "cli/say.h"
#include "cli/stop.h"
#include "net/start.h"
#include "net/url.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
	CACHE_BYTES = 64 << 20,     /* of what several sites ask for */
	WAIT_MS = 200,
	STORE_WAIT_MS = 2000,       /* before a store that did not answer is asked again */
	DEATHS = 3,                 /* of programs that judged one page or, between machines, had one site */
	REQUESTS_PER_SITE = 2,      /* at a time: a page, and a sheet of another host */
};

/* Sites that are over and that the store could not take yet. */
struct waiting {
	struct cli_campaign_site *site;
	struct waiting *next;
};

struct runner {
	struct cli_campaign_work work;
	struct cli_campaign *campaign;
	struct cli_session session;       /* the linter, the progress */
	char name[96];
	uint32_t round;
	uint32_t done, pages;             /* by this process */
	int64_t began;
	int64_t next_claim, next_extend;  /* by the clock of local_now */
	int64_t sure_until;               /* the hosts are ours, whoever died */
	bool nothing_left, broken;
	bool shared;                      /* other workers, elsewhere, may have died */
	struct waiting *waiting;
	unsigned active;
};

/* --- What is asked of each site -------------------------------------------------------------------- */

static double
number(const struct runner *runner, enum cli_option option, double said)
{
	const struct cli_value *value = &runner->campaign->options->value[option];

	return said > 0 && value->origin != CLI_FROM_LINE ? said : value->number;
}

/* Never more than there are sites: they share the memory. */
static unsigned
hosts_at_once(const struct runner *runner)
{
	const struct clair_campaign *said = runner->campaign->campaign;
	const unsigned hosts = (unsigned)number(runner, CLI_HOSTS, said == NULL ? 0 : said->hosts);

	return said != NULL && said->site_count != 0 && said->site_count < hosts ? said->site_count : hosts;
}

/* Threads of one site: a page that waits for a sheet holds one. Few, where many sites share the cores. */
static unsigned
jobs_of_site(const struct runner *runner)
{
	const unsigned jobs = runner->session.jobs;
	const unsigned share = 2 * jobs / runner->work.hosts + 1;

	return share < 2 ? 2 : share < jobs ? share : jobs;
}

static void
set_crawl(struct runner *runner)
{
	const struct clair_campaign *said = runner->campaign->campaign;
	const struct cli_value *value = runner->campaign->options->value;
	struct clair_crawl_options *crawl = &runner->work.crawl;
	double delay = value[CLI_DELAY].text != NULL ? value[CLI_DELAY].number : -1;

	if (said != NULL && said->delay >= 0 && value[CLI_DELAY].origin != CLI_FROM_LINE)
		delay = said->delay;
	clair_crawl_defaults(crawl);
	crawl->max_pages = (uint32_t)number(runner, CLI_MAX_PAGES, said == NULL ? 0 : said->max_pages);
	if (value[CLI_MAX_DEPTH].text != NULL)
		crawl->max_depth = (int)value[CLI_MAX_DEPTH].number;
	if (delay >= 0)
		crawl->delay_ms = (int)(delay * 1000);
	crawl->max_page_seconds = (unsigned)value[CLI_TIMEOUT].number;
	crawl->jobs = jobs_of_site(runner);
	crawl->interrupted = cli_stop_flag();
}

/* Two rounds asked so are alike. As one types it: who is refused can copy it. */
static const char *
options_digest(const struct runner *runner)
{
	const struct clair_crawl_options *crawl = &runner->work.crawl;
	struct clair_arena *mem = &runner->campaign->options->mem;
	const char *depth = crawl->max_depth < 0 ? "" : clair_asprintf(mem, " --max-depth %d", crawl->max_depth);
	const char *delay = crawl->delay_ms < 0 ? "" : clair_asprintf(mem, " --delay %g", crawl->delay_ms / 1000.0);

	return clair_asprintf(mem, "--max-pages %u --timeout %u%s%s", crawl->max_pages, crawl->max_page_seconds,
	    depth != NULL ? depth : "", delay != NULL ? delay : "");
}

/* --- The round ------------------------------------------------------------------------------------- */

enum clair_status
cli_campaign_sync(struct cli_campaign *campaign)
{
	const struct clair_campaign *said = campaign->campaign;
	struct clair_store_exclusion *list =
	    clair_alloc_array(&campaign->options->mem, said->opt_out_count + said->site_count + 1, sizeof(*list));
	enum clair_status status;
	size_t count = 0;

	if (list == NULL)
		return CLAIR_NO_MEMORY;
	/* What no site may lead to. */
	for (uint32_t i = 0; i < said->opt_out_count; i++) {
		const struct clair_opt_out *one = &said->opt_outs[i];

		list[count++] = (struct clair_store_exclusion){one->host != NULL ? one->host : one->address, one->reason};
	}
	/* Which sites a host or an address stands for is the campaign's to say. */
	for (uint32_t i = 0; i < said->site_count; i++) {
		const struct clair_opt_out *asked = clair_campaign_opt_out(said, &said->sites[i]);

		if (asked != NULL)
			list[count++] = (struct clair_store_exclusion){said->sites[i].key, asked->reason};
	}
	status = clair_store_sync_sites(campaign->store, said->sites, said->site_count);
	return status != CLAIR_OK ? status
	                          : clair_store_sync_exclusions(campaign->store, list, count);
}

static bool
same(const char *a, const char *b)
{
	return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/* A round has one tool, one set of rules and one way to crawl: else its scores could not be compared. */
static bool
fits(const struct runner *runner, const struct clair_store_round *open, const struct clair_store_round *ours)
{
	const enum clair_lang lang = runner->campaign->options->lang;

	if (!same(open->tool_version, ours->tool_version))
		cli_say(lang, "le tour %u a commencé avec clairlint %s, et voici clairlint %s : finissez-le avec l’autre",
		    "round %u began with clairlint %s, and this is clairlint %s: end it with the other one",
		    open->number, open->tool_version, ours->tool_version);
	else if (!same(open->rules_digest, ours->rules_digest))
		cli_say(lang,
		    "le tour %u a commencé avec d’autres règles, ou réglées autrement : reprenez ses options (--rules, "
		    "--enable, --disable, --profile…), son .clairlint.yml et son dictionnaire",
		    "round %u began with other rules, or set otherwise: take its options (--rules, --enable, --disable, "
		    "--profile…), its .clairlint.yml and its dictionary", open->number);
	else if (!same(open->options_digest, ours->options_digest))
		cli_say(lang, "le tour %u a commencé avec d’autres limites. Reprenez-les : %s (ici : %s)",
		    "round %u began with other limits. Take them again: %s (here: %s)", open->number,
		    open->options_digest, ours->options_digest);
	else
		return true;
	return false;
}

enum begun {
	BEGUN,
	BEGUN_NOT,     /* said why */
	BEGUN_NOTHING, /* the last round is over, said too */
};

static enum begun
begin_round(struct runner *runner, bool may_begin)
{
	const enum clair_lang lang = runner->campaign->options->lang;
	struct clair_store *store = runner->campaign->store;
	struct clair_arena *mem = &runner->campaign->options->mem;
	struct clair_store_round last;
	char digest[17];
	const struct clair_store_round ours = {
	    .began = cli_campaign_told_now(),
	    .tool_version = CLAIR_VERSION,
	    .referential = "RGAA 4.1.2",
	    .rules_digest = digest,
	    .options_digest = options_digest(runner),
	};
	enum clair_status status = clair_store_round_last(store, mem, &last);

	clair_linter_identity(runner->session.linter, digest);
	if (status == CLAIR_OK && last.ended == 0) {
		runner->round = last.number;
		return fits(runner, &last, &ours) ? BEGUN : BEGUN_NOT;
	}
	if (status == CLAIR_OK && !may_begin) {
		cli_say(lang, "rien à faire : le tour %u est fini (clairlint campaign run en commence un autre)",
		    "nothing to do: round %u is over (clairlint campaign run begins another one)", last.number);
		return BEGUN_NOTHING;
	}
	if (status == CLAIR_NOT_FOUND && !may_begin) {
		cli_say(lang, "rien à reprendre : aucun tour n’a commencé (clairlint campaign run en commence un)",
		    "nothing to resume: no round was begun (clairlint campaign run begins one)");
		return BEGUN_NOT;
	}
	if ((status == CLAIR_OK || status == CLAIR_NOT_FOUND) &&
	    clair_store_round_begin(store, &ours, &runner->round) == CLAIR_OK)
		return BEGUN;
	cli_campaign_say_fault(runner->campaign);
	return BEGUN_NOT;
}

/* A worker only follows: what the store says is the campaign. */
static enum begun
begin(struct runner *runner, bool may_begin)
{
	struct cli_campaign *campaign = runner->campaign;
	const bool leads = campaign->campaign != NULL;
	enum clair_status status = CLAIR_OK;
	uint32_t hosts;

	if (leads)
		status = clair_store_take_back(campaign->store, &hosts);
	if (leads && (status == CLAIR_OK || status == CLAIR_NOT_FOUND))
		status = cli_campaign_sync(campaign);
	if (status == CLAIR_OK)
		return begin_round(runner, leads && may_begin);
	cli_campaign_say_fault(campaign);
	return BEGUN_NOT;
}

/* --- One turn of the loop -------------------------------------------------------------------------- */

/* Of this machine alone: nobody sets it, and it counts the time that the machine sleeps. */
static int64_t
local_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_BOOTTIME, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool
is_sure(const struct runner *runner)
{
	return runner->active == 0 || local_now() < runner->sure_until;
}

static void
begin_site(struct runner *runner, struct clair_store_claim *claim)
{
	if (!runner->shared && cli_marks_deaths(&runner->work.marks, claim->number) >= DEATHS) {
		runner->broken = !cli_campaign_site_set_aside(&runner->work, claim);
		return;
	}
	if (cli_campaign_site_begin(&runner->work, claim) != NULL)
		runner->active++;
	else
		runner->broken = true;
}

static void
claim_sites(struct runner *runner)
{
	while (runner->active < runner->work.hosts && !runner->broken && !cli_stopped() && is_sure(runner)) {
		struct clair_store_claim claim;
		int64_t now = local_now();
		int64_t wait = 0;
		enum clair_status status;

		if (now < runner->next_claim)
			return;
		status = clair_store_claim(runner->campaign->store, &runner->work.worker, cli_campaign_now(), &claim, &wait);
		if (status == CLAIR_OK) {
			begin_site(runner, &claim);
			continue;
		}
		if (status == CLAIR_NOT_FOUND) {
			runner->nothing_left = wait < 0;
			runner->next_claim = now + (wait < 0 || wait > STORE_WAIT_MS ? STORE_WAIT_MS : wait);
			return;
		}
		cli_campaign_say_fault(runner->campaign);
		runner->broken = !clair_store_may_pass(clair_store_fault(runner->campaign->store)->why);
		runner->next_claim = now + STORE_WAIT_MS;
	}
}

/* Its site is somebody else's now, who begins it anew. */
static void
drop_taken(struct runner *runner)
{
	struct clair_fleet *fleet = runner->work.fleet;
	struct clair_crawl_report *report = clair_fleet_next(fleet, NULL);

	while (report != NULL) {
		struct clair_crawl_report *next = clair_fleet_next(fleet, report);
		struct cli_campaign_site *site = cli_campaign_site_of(report);

		if (!cli_campaign_site_is_held(site)) {
			clair_fleet_drop(fleet, report);
			cli_campaign_site_drop(site);
			runner->active--;
		}
		report = next;
	}
}

/* Until when requests may begin: they end in the last third of the lease. Who could not keep it, since the store was
 * away or this program was stopped, no longer knows whose the hosts are. */
static void
keep_lease(struct runner *runner)
{
	const int64_t third = runner->work.worker.lease / 3;
	const int64_t now = local_now();
	uint32_t held = 0;

	if (now < runner->next_extend)
		return;
	if (runner->active != 0 &&
	    clair_store_extend(runner->campaign->store, &runner->work.worker, cli_campaign_now(), &held) != CLAIR_OK) {
		cli_campaign_say_fault(runner->campaign);
		runner->next_extend = now + (third < STORE_WAIT_MS ? third : STORE_WAIT_MS);
		return;
	}
	runner->next_extend = now + third;
	runner->sure_until = now + 2 * third;
	if (held < runner->active)
		drop_taken(runner);
}

static void
wait_for_store(struct runner *runner, struct cli_campaign_site *site)
{
	struct waiting *waiting = malloc(sizeof(*waiting));

	cli_campaign_say_fault(runner->campaign);
	if (waiting == NULL) {
		cli_campaign_site_drop(site);
		runner->active--;
		runner->broken = true;
		return;
	}
	*waiting = (struct waiting){site, runner->waiting};
	runner->waiting = waiting;
}

static void
end_site(struct runner *runner, struct cli_campaign_site *site)
{
	uint32_t pages = 0;

	switch (cli_campaign_site_end(site, &pages)) {
	case CLI_CAMPAIGN_DONE:
		runner->done++;
		runner->pages += pages;
		runner->next_claim = 0;
		break;
	case CLI_CAMPAIGN_WAITING:
		wait_for_store(runner, site);
		return;
	case CLI_CAMPAIGN_BROKEN:
		runner->broken = true;
		break;
	case CLI_CAMPAIGN_STOPPED:
	case CLI_CAMPAIGN_TAKEN:
		break;
	}
	runner->active--;
}

static void
end_waiting(struct runner *runner)
{
	struct waiting *waiting = runner->waiting;

	runner->waiting = NULL;
	while (waiting != NULL) {
		struct waiting *next = waiting->next;
		struct cli_campaign_site *site = waiting->site;

		free(waiting);
		end_site(runner, site);
		waiting = next;
	}
}

/* Asked to stop while the store does not answer: the pages stay, the lease ends by itself. */
static void
drop_waiting(struct runner *runner)
{
	while (runner->waiting != NULL) {
		struct waiting *waiting = runner->waiting;

		runner->waiting = waiting->next;
		cli_campaign_site_drop(waiting->site);
		free(waiting);
		runner->active--;
	}
}

/* How long a site takes changes from one to the next: only what was done is told. */
static void
tell(struct runner *runner)
{
	const double seconds = (double)(cli_campaign_now() - runner->began) / 1000;

	cli_progress_sites(&runner->session.progress, runner->done, runner->active, runner->pages,
	    seconds > 0 ? runner->pages / seconds : 0);
}

static void
pause_ms(int64_t milliseconds)
{
	const struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000};

	nanosleep(&time, NULL);
}

/* Ends when nothing is left to claim or to end, here or, for a store that others share, anywhere. */
static void
run_all(struct runner *runner)
{
	for (;;) {
		struct clair_crawl_report *report;

		keep_lease(runner);
		claim_sites(runner);
		tell(runner);
		if (runner->active == 0 && (runner->nothing_left || runner->broken || cli_stopped()))
			return;
		if (clair_fleet_running(runner->work.fleet) == 0)
			pause_ms(runner->waiting != NULL ? STORE_WAIT_MS : WAIT_MS);
		else if (is_sure(runner) || cli_stopped())
			clair_fleet_wait(runner->work.fleet, WAIT_MS);
		else
			clair_fleet_rest(runner->work.fleet, WAIT_MS);
		while ((report = clair_fleet_ended(runner->work.fleet)) != NULL)
			end_site(runner, cli_campaign_site_of(report));
		if (cli_stopped())
			drop_waiting(runner);
		else
			end_waiting(runner);
	}
}

/* --- From the first site to the last --------------------------------------------------------------- */

static bool
name_worker(struct runner *runner)
{
	char host[HOST_NAME_MAX + 1] = "";
	unsigned number = 0;

	if (gethostname(host, sizeof(host) - 1) != 0 || getrandom(&number, sizeof(number), 0) != sizeof(number))
		return false;
	snprintf(runner->name, sizeof(runner->name), "%s-%ld-%08x", host, (long)getpid(), number);
	return true;
}

static bool
set_up(struct runner *runner)
{
	struct cli_options *options = runner->campaign->options;
	const struct clair_campaign *said = runner->campaign->campaign;
	struct cli_campaign_work *work = &runner->work;
	struct clair_fleet_options fleet;

	runner->shared = strstr(runner->campaign->address, "://") != NULL;
	work->campaign = runner->campaign;
	work->linter = runner->session.linter;
	work->worker = (struct clair_store_worker){
	    .name = runner->name,
	    .lease = (int64_t)(number(runner, CLI_LEASE, said == NULL ? 0 : said->lease) * 1000),
	    .attempts = runner->shared ? DEATHS : 0,
	};
	if ((runner->campaign->kept != NULL && !cli_campaign_folder(runner->campaign, runner->campaign->kept)) ||
	    !cli_campaign_folder(runner->campaign, runner->campaign->pages))
		return false;
	if (!cli_marks_open(&work->marks, runner->campaign->pages, work->hosts * runner->work.crawl.jobs,
	        &options->mem)) {
		cli_say(options->lang, "%s : %s", "%s: %s", runner->campaign->pages, cli_reason(options->lang, errno));
		return false;
	}
	fleet = (struct clair_fleet_options){
	    .network = runner->session.network,
	    .jobs = runner->session.jobs,
	    .requests = work->hosts * REQUESTS_PER_SITE,
	    .cache_bytes = CACHE_BYTES,
	};
	if (name_worker(runner) && clair_net_start() && clair_fleet_new(&work->fleet, &fleet) == CLAIR_OK)
		return true;
	cli_say(options->lang, "le réseau n’a pas pu être mis en route", "the network could not be set up");
	return false;
}

/* Sites that nobody has crawled yet are left for the next time. */
static int
finish(struct runner *runner)
{
	struct cli_options *options = runner->campaign->options;
	struct clair_store *store = runner->campaign->store;
	enum clair_status status;

	cli_progress_end(&runner->session.progress);
	cli_marks_close(&runner->work.marks);
	rmdir(runner->campaign->pages);
	if (runner->broken)
		return CLI_EXIT_USAGE;
	if (cli_stopped()) {
		cli_say(options->lang, "arrêté : clairlint campaign resume reprend où l’on en était",
		    "stopped: clairlint campaign resume goes on from here");
		return CLI_EXIT_STOPPED;
	}
	while ((status = clair_store_round_end(store, false, cli_campaign_told_now())) == CLAIR_IO && !cli_stopped() &&
	    clair_store_may_pass(clair_store_fault(store)->why)) {
		cli_campaign_say_fault(runner->campaign);
		pause_ms(STORE_WAIT_MS);
	}
	if (status == CLAIR_OK)
		cli_campaign_clear_round(runner->campaign, runner->round);
	if (status == CLAIR_OK || clair_store_fault(store)->why == CLAIR_STORE_SITE_LEFT)
		return CLI_EXIT_FINE;
	cli_campaign_say_fault(runner->campaign);
	return CLI_EXIT_USAGE;
}

/* The contact is told to servers; what is asked of sites comes from the command line, then the file. */
static bool
prepare(struct runner *runner)
{
	const struct clair_campaign *said = runner->campaign->campaign;

	if (said != NULL && said->contact != NULL)
		(void)cli_option_set(runner->campaign->options, CLI_CONTACT, said->contact, CLI_FROM_FILE);
	if (!cli_session_prepare(&runner->session, runner->campaign->options))
		return false;
	runner->work.hosts = hosts_at_once(runner);
	set_crawl(runner);
	return true;
}

int
cli_campaign_run(struct cli_campaign *campaign, bool resume)
{
	struct runner runner = {.campaign = campaign, .began = cli_campaign_now()};
	int status = CLI_EXIT_USAGE;
	enum begun begun;

	if (!prepare(&runner))
		return status;
	begun = begin(&runner, !resume);
	if (begun == BEGUN_NOTHING)
		status = CLI_EXIT_FINE;
	if (begun == BEGUN && set_up(&runner)) {
		run_all(&runner);
		status = finish(&runner);
	}
	clair_fleet_free(runner.work.fleet);
	cli_marks_close(&runner.work.marks);
	cli_session_free(&runner.session);
	return status;
}

int
cli_campaign_prepare(struct cli_campaign *campaign)
{
	struct runner runner = {.campaign = campaign};
	int status = CLI_EXIT_USAGE;

	if (!prepare(&runner))
		return status;
	if (begin(&runner, true) == BEGUN)
		status = cli_campaign_status(campaign);
	cli_session_free(&runner.session);
	return status;
}
