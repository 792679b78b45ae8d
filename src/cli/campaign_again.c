/* clairlint campaign again: a round that is over, judged by the rules of today from what was kept of it. Nothing is
 * asked of anyone. */
#include "archive/archive.h"
#include "cli/archive.h"
#include "cli/campaign_kept.h"
#include "cli/campaign_site.h"
#include "cli/say.h"
#include "cli/stop.h"
#include "net/start.h"
#include "net/url.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	WAIT_MS = 200,
	DEATHS = 3,      /* of programs that judged one page */
	JOBS_OF_SITE = 2,
};

/* Why a site keeps its results. */
enum why {
	ABSENT,
	CUT,
	LACKING,
	DEADLY,
	WHYS,
};

static const struct {
	const char *fr, *en;
} whys[WHYS] = {
	[ABSENT] = {"ses pages ne sont pas dans le dossier", "its pages are not in the folder"},
	[CUT] = {"ses pages gardées sont coupées ou abîmées", "what was kept of its pages is cut or damaged"},
	[LACKING] = {"son plan du site n’a pas été gardé : des pages manquent",
	    "its sitemap was not kept: some pages are missing"},
	[DEADLY] = {"une de ses pages a plusieurs fois arrêté le programme",
	    "one of its pages ended the program several times"},
};

struct again {
	struct cli_campaign_work work;
	struct cli_campaign *campaign;
	struct cli_session session;
	struct clair_store_round rules; /* the round, with what judges it now */
	char digest[17], day[16];
	struct cli_campaign_kept files;
	const char *folder;             /* of the marks */
	uint32_t last;                  /* site that was taken from the list */
	uint32_t left, judged, pages, kept[WHYS], with_new_links;
	unsigned active;
	int64_t began;
	bool none_left, broken;
};

static enum clair_lang
lang_of(const struct again *again)
{
	return again->campaign->options->lang;
}

/* --- The round ------------------------------------------------------------------------------------- */

/* False after saying why. */
static bool
find_round(struct again *again)
{
	struct cli_campaign *campaign = again->campaign;
	const struct cli_value *asked = &campaign->options->value[CLI_ROUND];
	struct clair_store_round *rounds;
	size_t count;

	if (clair_store_rounds(campaign->store, &campaign->options->mem, &rounds, &count) != CLAIR_OK) {
		cli_campaign_say_fault(campaign);
		return false;
	}
	for (size_t i = count; i-- > 0;) {
		if (asked->text != NULL ? rounds[i].number != (uint32_t)asked->number : rounds[i].ended == 0)
			continue;
		again->rules = rounds[i];
		if (rounds[i].ended != 0)
			return true;
		cli_say(lang_of(again), "le tour %u n’est pas fini : clairlint campaign resume le finit",
		    "round %u goes on: clairlint campaign resume ends it", rounds[i].number);
		return false;
	}
	if (asked->text != NULL)
		cli_say(lang_of(again), "il n’y a pas de tour %s", "there is no round %s", asked->text);
	else
		cli_say(lang_of(again), "aucun tour n’est fini : rien à juger à nouveau", "no round is over: nothing to judge again");
	return false;
}

/* --- What was asked of the sites ------------------------------------------------------------------- */

/* As options_digest of campaign_run.c writes it. -1: there was none. */
static long
limit_of(const char *asked, const char *option)
{
	const char *at = strstr(asked, option);

	return at == NULL ? -1 : strtol(at + strlen(option), NULL, 10);
}

/* A limit cannot be changed: pages past it were not kept, and those before it were judged. */
static bool
is_as_asked(const struct again *again, enum cli_option option, long asked)
{
	const struct cli_value *value = &again->campaign->options->value[option];

	if (value->origin != CLI_FROM_LINE || (long)value->number == asked)
		return true;
	cli_say(lang_of(again), "le tour %u a été parcouru avec d’autres limites, qui ne peuvent plus changer : %s",
	    "round %u was crawled with other limits, which can no longer change: %s", again->rules.number,
	    again->rules.options_digest);
	return false;
}

static bool
set_crawl(struct again *again)
{
	struct clair_crawl_options *crawl = &again->work.crawl;
	const long pages = limit_of(again->rules.options_digest, "--max-pages ");
	const long depth = limit_of(again->rules.options_digest, "--max-depth ");

	clair_crawl_defaults(crawl);
	if (pages > 0)
		crawl->max_pages = (uint32_t)pages;
	crawl->max_depth = (int)depth;
	crawl->offline = true;
	crawl->jobs = JOBS_OF_SITE;
	crawl->interrupted = cli_stop_flag();
	return is_as_asked(again, CLI_MAX_PAGES, pages) && is_as_asked(again, CLI_MAX_DEPTH, depth);
}

/* Dates are held against the day the round began, and rules are those of today. */
static bool
prepare(struct again *again)
{
	struct cli_options *options = again->campaign->options;
	const char *day = cli_day(again->day, (time_t)(again->rules.began / 1000));

	if (day != NULL && options->value[CLI_TODAY].text == NULL)
		(void)cli_option_set(options, CLI_TODAY, day, CLI_FROM_FILE);
	if (!cli_session_prepare(&again->session, options))
		return false;
	again->rules.today = options->value[CLI_TODAY].text;
	again->work.campaign = again->campaign;
	again->work.linter = again->session.linter;
	again->work.hosts = again->session.jobs + 1;
	clair_linter_identity(again->session.linter, again->digest);
	again->rules.tool_version = CLAIR_VERSION;
	again->rules.rules_digest = again->digest;
	return true;
}

/* --- One site -------------------------------------------------------------------------------------- */

static void
say_kept(const struct again *again, const char *address, enum why why)
{
	if (!cli_flag(again->campaign->options, CLI_QUIET))
		cli_say(lang_of(again), "%s garde ses résultats : %s", "%s keeps its results: %s", address,
		    lang_of(again) == CLAIR_FR ? whys[why].fr : whys[why].en);
}

/* Frees the claim. */
static void
leave(struct again *again, struct clair_store_claim *claim, enum why why)
{
	const enum clair_status status = clair_store_again_leave(again->campaign->store, &again->rules, claim->number);
	char name[161];

	if (status == CLAIR_OK) {
		again->kept[why]++;
		say_kept(again, cli_clean(name, sizeof(name), claim->site.address), why);
	} else if (status != CLAIR_NOT_FOUND) {
		cli_campaign_say_fault(again->campaign);
		again->broken = true;
	}
	clair_store_claim_free(claim);
}

/* False: nothing was kept of the site. `*path` is NULL when there is no memory. */
static bool
find_path(const struct again *again, struct clair_store_claim *claim, const char **path)
{
	const struct cli_campaign_kept_file *file = cli_campaign_kept_find(&again->files, claim->number);

	*path = file == NULL ? NULL
	                     : clair_asprintf(&claim->mem, "%s/" CLI_CAMPAIGN_KEPT CLI_CAMPAIGN_ARCHIVE,
	                           again->campaign->kept, file->mark, claim->round, claim->number, file->begun);
	return file != NULL;
}

/* The first that any site is asked for. */
static bool
is_of_site(struct clair_archive *archive, const struct clair_store_crawled *crawled)
{
	char *robots = clair_url_resolve(NULL, crawled->start, "/robots.txt");
	const bool is = robots != NULL && clair_archive_holds(archive, "GET", robots);

	free(robots);
	return is;
}

/* A file may end between two records: the pages that were tested must all be there. */
static bool
holds_all(struct clair_archive *archive, const struct clair_store_crawled *crawled)
{
	if (clair_archive_is_cut(archive) || !is_of_site(archive, crawled))
		return false;
	for (uint32_t i = 0; i < crawled->tested; i++) {
		if (!clair_archive_holds(archive, "GET", crawled->pages[i]))
			return false;
	}
	return true;
}

/* What the folder refuses says nothing of the pages: the site stays on the list. */
static void
stop_unreadable(struct again *again)
{
	again->broken = true;
	cli_say(lang_of(again), "arrêté : des pages gardées ne peuvent pas être lues. La même commande reprendra où l’on en était",
	    "stopped: pages that were kept cannot be read. The same command will go on from here");
}

static bool
open_kept(struct again *again, struct clair_store_claim *claim, const struct clair_store_crawled *crawled,
    struct clair_archive **archive, enum why *why)
{
	struct clair_archive_fault fault = {.why = CLAIR_ARCHIVE_NO_MEMORY};
	const char *path;

	*why = ABSENT;
	if (!find_path(again, claim, &path))
		return false;
	*why = CUT;
	if (path != NULL && clair_archive_open(archive, &path, 1, CLAIR_ARCHIVE_READ, &fault) == CLAIR_OK) {
		if (holds_all(*archive, crawled))
			return true;
		if (clair_archive_is_broken(*archive))
			stop_unreadable(again);
		clair_archive_close(*archive);
		return false;
	}
	cli_archive_say(lang_of(again), &fault);
	if (fault.why == CLAIR_ARCHIVE_NO_FILE)
		stop_unreadable(again);
	again->broken = again->broken || fault.why == CLAIR_ARCHIVE_NO_MEMORY;
	return false;
}

static void
begin_site(struct again *again, struct clair_store_claim *claim, const struct clair_store_crawled *crawled)
{
	struct clair_archive *archive = NULL;
	enum why why = DEADLY;

	if (cli_marks_deaths(&again->work.marks, claim->number) >= DEATHS ||
	    !open_kept(again, claim, crawled, &archive, &why)) {
		if (again->broken)
			clair_store_claim_free(claim);
		else
			leave(again, claim, why);
		return;
	}
	if (cli_campaign_site_again(&again->work, claim, crawled, archive) != NULL)
		again->active++;
	else
		again->broken = true;
}

static void
begin_sites(struct again *again)
{
	while (again->active < again->work.hosts && !again->none_left && !again->broken && !cli_stopped()) {
		struct clair_store_claim claim;
		struct clair_store_crawled crawled;
		const enum clair_status status = clair_store_again_next(
		    again->campaign->store, again->rules.number, again->last, &claim, &crawled);

		if (status == CLAIR_OK) {
			again->last = claim.number;
			begin_site(again, &claim, &crawled);
		} else if (status == CLAIR_NOT_FOUND) {
			again->none_left = true;
		} else {
			cli_campaign_say_fault(again->campaign);
			again->broken = true;
		}
	}
}

static void
end_site(struct again *again, struct cli_campaign_site *site)
{
	struct cli_campaign_judged judged;
	const enum cli_campaign_end end = cli_campaign_site_end_again(site, &again->rules, &judged);

	again->active--;
	again->broken = again->broken || end == CLI_CAMPAIGN_BROKEN;
	if (judged.unreadable)
		stop_unreadable(again);
	if (end != CLI_CAMPAIGN_DONE)
		return;
	if (judged.lacks_pages) {
		again->kept[LACKING]++;
		say_kept(again, judged.address, LACKING);
		return;
	}
	again->judged++;
	again->pages += judged.pages;
	again->with_new_links += judged.not_archived != 0;
}

/* --- From the first site to the last --------------------------------------------------------------- */

static void
run_all(struct again *again)
{
	for (;;) {
		const double seconds = (double)(cli_campaign_now() - again->began) / 1000;
		struct clair_crawl_report *report;

		begin_sites(again);
		cli_progress_sites(&again->session.progress, again->judged, again->active, again->pages,
		    seconds > 0 ? again->pages / seconds : 0);
		if (again->active == 0)
			return;
		clair_fleet_wait(again->work.fleet, WAIT_MS);
		while ((report = clair_fleet_ended(again->work.fleet)) != NULL)
			end_site(again, cli_campaign_site_of(report));
	}
}

/* Where a death is noted: apart from those of crawls, and never among what was kept. */
static bool
set_up(struct again *again)
{
	const struct cli_campaign *campaign = again->campaign;
	struct cli_options *options = campaign->options;
	const struct clair_fleet_options fleet = {.jobs = again->session.jobs};

	again->folder = strstr(campaign->address, "://") != NULL
	    ? clair_asprintf(&options->mem, "clairlint-%08x.again", campaign->mark)
	    : clair_asprintf(&options->mem, "%s.again", campaign->address);
	if (again->folder == NULL || !cli_campaign_folder(campaign, again->folder))
		return false;
	if (!cli_marks_open(&again->work.marks, again->folder, again->work.hosts * JOBS_OF_SITE, &options->mem)) {
		cli_say(options->lang, "%s : %s", "%s: %s", again->folder, cli_reason(options->lang, errno));
		return false;
	}
	if (clair_net_start() && clair_fleet_new(&again->work.fleet, &fleet) == CLAIR_OK)
		return true;
	cli_say(options->lang, "plus de mémoire", "out of memory");
	return false;
}

/* Those that asked to be left alone since the crawl are known first: their pages are not looked at. */
static bool
begin(struct again *again)
{
	struct cli_campaign *campaign = again->campaign;
	bool goes_on = false;
	enum clair_status status = cli_campaign_sync(campaign);

	if (status == CLAIR_OK)
		status = clair_store_again_begin(campaign->store, &again->rules, &again->left, &goes_on);
	if (status != CLAIR_OK) {
		cli_campaign_say_fault(campaign);
		return false;
	}
	if (goes_on && !cli_flag(campaign->options, CLI_QUIET))
		cli_say(lang_of(again), "tour %u : on reprend ce qui a été arrêté. Sites qui restent : %u",
		    "round %u: going on with what was stopped. Sites left: %u", again->rules.number, again->left);
	return true;
}

static void
tell(const struct again *again, uint32_t kept)
{
	cli_say(lang_of(again), "tour %u jugé à nouveau. Sites : %u. Pages : %u",
	    "round %u judged again. Sites: %u. Pages: %u", again->rules.number, again->judged, again->pages);
	if (kept != 0)
		cli_say(lang_of(again),
		    "sites qui gardent leurs résultats : %u. Pages absentes : %u ; coupées ou abîmées : %u ; plan du site "
		    "non gardé : %u ; programme arrêté : %u",
		    "sites that keep their results: %u. Pages not there: %u; cut or damaged: %u; sitemap not kept: %u; program "
		    "ended: %u",
		    kept, again->kept[ABSENT], again->kept[CUT], again->kept[LACKING], again->kept[DEADLY]);
	if (again->with_new_links != 0)
		cli_say(lang_of(again),
		    "sites où des liens sont suivis aujourd’hui et ne l’étaient pas : %u. Ces pages n’ont pas été gardées",
		    "sites where links are followed today and were not: %u. Those pages were not kept", again->with_new_links);
}

static int
finish(struct again *again)
{
	const struct cli_campaign *campaign = again->campaign;
	uint32_t kept = 0;
	enum clair_status status;

	cli_progress_end(&again->session.progress);
	cli_marks_close(&again->work.marks);
	rmdir(again->folder);
	for (int i = 0; i < WHYS; i++)
		kept += again->kept[i];
	if (again->broken)
		return CLI_EXIT_USAGE;
	if (cli_stopped()) {
		cli_say(lang_of(again), "arrêté : la même commande reprend où l’on en était",
		    "stopped: the same command goes on from here");
		return CLI_EXIT_STOPPED;
	}
	status = clair_store_again_end(campaign->store, &again->rules);
	if (status == CLAIR_NOT_FOUND) {
		cli_say(lang_of(again), "le tour %u est jugé par un autre programme, avec d’autres règles",
		    "round %u is being judged by another program, with other rules", again->rules.number);
		return CLI_EXIT_USAGE;
	}
	if (status != CLAIR_OK) {
		cli_campaign_say_fault(campaign);
		return CLI_EXIT_USAGE;
	}
	if (kept != 0 || !cli_flag(campaign->options, CLI_QUIET))
		tell(again, kept);
	return again->judged == 0 && kept != 0 ? CLI_EXIT_UNTESTED : CLI_EXIT_FINE;
}

int
cli_campaign_again(struct cli_campaign *campaign)
{
	struct again again = {.campaign = campaign, .began = cli_campaign_now()};
	int status = CLI_EXIT_USAGE;

	if (campaign->kept == NULL) {
		cli_say(campaign->options->lang,
		    "où sont les pages gardées ? Exemple : clairlint campaign again sites.csv --archive pages",
		    "where are the pages that were kept? Example: clairlint campaign again sites.csv --archive pages");
		return status;
	}
	if (!find_round(&again))
		return status;
	if (!cli_campaign_kept_read(&again.files, campaign, again.rules.number) || !prepare(&again)) {
		cli_campaign_kept_free(&again.files);
		return status;
	}
	if (set_crawl(&again) && begin(&again) && set_up(&again)) {
		run_all(&again);
		status = finish(&again);
	}
	clair_fleet_free(again.work.fleet);
	cli_marks_close(&again.work.marks);
	cli_session_free(&again.session);
	cli_campaign_kept_free(&again.files);
	return status;
}
