/* One run of the linter: what `check` and `site` share. */
#include "cli/session.h"

#include "archive/archive.h"
#include "cli/archive.h"
#include "cli/results.h"
#include "cli/say.h"
#include "cli/stop.h"
#include "base/nearest.h"
#include "clairlint/rule.h"
#include "base/day.h"
#include "net/start.h"
#include "net/url.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <time.h>
#include <unistd.h>

/* --- Linter ---------------------------------------------------------------------------------------- */

/* Where the program lies. A bare root may have no /proc: then as the kernel was told. */
static bool
program_folder(char folder[static PATH_MAX])
{
	ssize_t length = readlink("/proc/self/exe", folder, PATH_MAX - 1);
	const char *told = (const char *)getauxval(AT_EXECFN);
	char *slash;

	if (length > 0)
		folder[length] = '\0';
	else if (told == NULL || snprintf(folder, PATH_MAX, "%s", told) >= PATH_MAX)
		return false;
	slash = strrchr(folder, '/');
	if (slash == NULL)
		return false;
	*slash = '\0';
	return true;
}

/* The folder of word lists beside the program: installed, or in the source tree. */
static const char *
dictionaries(const struct cli_options *options, char room[static PATH_MAX])
{
	static const char *const places[] = {
	    "../share/clairlint/dictionaries", "../dictionaries", "../../dictionaries"};
	char program[PATH_MAX];

	if (options->value[CLI_DICTIONARIES].text != NULL)
		return options->value[CLI_DICTIONARIES].text;
	if (!program_folder(program))
		return NULL;
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		int written = snprintf(room, PATH_MAX, "%s/%s", program, places[i]);

		if (written > 0 && written < PATH_MAX && access(room, F_OK) == 0)
			return room;
	}
	return NULL;
}

const char *
cli_day(char room[static 16], time_t when)
{
	struct tm fields;

	/* A date that is given does not depend on where the machine stands. */
	if ((getenv("SOURCE_DATE_EPOCH") == NULL ? localtime_r(&when, &fields) : gmtime_r(&when, &fields)) == NULL ||
	    strftime(room, 16, "%Y-%m-%d", &fields) == 0)
		return NULL;
	return room;
}

static const char *
today(char room[static 16])
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");

	return cli_day(room, epoch == NULL ? time(NULL) : (time_t)strtoll(epoch, NULL, 10));
}

static struct clair_options
linter_options(const struct cli_options *options, struct cli_sheets *sheets,
    char folder[static PATH_MAX], char date[static 16])
{
	return (struct clair_options){
	    .dictionaries = dictionaries(options, folder),
	    .rules = options->rules,
	    .rule_count = options->rule_count,
	    .rule_set = options->rule_set,
	    .lang = options->lang,
	    .profile = (enum clair_profile)options->value[CLI_PROFILE].number,
	    .audit = cli_flag(options, CLI_AUDIT),
	    .thresholds = options->thresholds,
	    .threshold_count = options->threshold_count,
	    .suppressions = options->suppressions,
	    .suppression_count = options->suppression_count,
	    .today = options->value[CLI_TODAY].text != NULL ? options->value[CLI_TODAY].text : today(date),
	    .resolve = clair_url_resolve,
	    .site_of = clair_url_site,
	    .shelf = cli_scratch_folder(),
	    .screen_width = (unsigned)options->value[CLI_SCREEN].number,
	    .load = sheets != NULL ? cli_sheets_load : NULL,
	    .load_payload = sheets,
	    .weigh = sheets != NULL && cli_flag(options, CLI_WEIGH) ? cli_sheets_weigh : NULL,
	    .weigh_payload = sheets,
	    .locate = cli_sheets_locate,
	    .locate_payload = sheets,
	};
}

/* One threshold against what the linter knows. True after saying what is wrong. */
static bool
threshold_is_wrong(const struct cli_options *options, size_t index, const struct clair_linter *linter)
{
	const struct clair_threshold_option *one = &options->thresholds[index];
	const struct cli_place *place = &options->threshold_places[index];
	bool french = options->lang == CLAIR_FR;
	FILE *out = cli_say_stream();
	struct clair_nearest near;

	clair_nearest_start(&near, one->key);
	for (size_t i = 0; i < clair_linter_threshold_count(linter); i++) {
		struct clair_threshold_info info = clair_linter_threshold(linter, i);

		clair_nearest_try(&near, info.key);
		if (strcmp(info.key, one->key) != 0)
			continue;
		if (one->value >= info.low && one->value <= info.high)
			return false;
		fprintf(out, french ? "%s:%u:%u: le seuil %s va de %g à %g, pas %g\n"
		                       : "%s:%u:%u: the threshold %s goes from %g to %g, not %g\n",
		    place->file, place->line, place->column, one->key, info.low, info.high, one->value);
		return true;
	}
	fprintf(out, french ? "%s:%u:%u: le seuil « %s » n’existe pas"
	                       : "%s:%u:%u: there is no threshold “%s”",
	    place->file, place->line, place->column, one->key);
	if (near.best != NULL)
		fprintf(out, french ? ". Vouliez-vous dire « %s » ?" : ". Did you mean “%s”?", near.best);
	fputc('\n', out);
	return true;
}

/* The library knows no file: finds the threshold that it refused, and says where it stands. */
static bool
blame_threshold(const struct cli_options *options, struct clair_options wanted)
{
	struct clair_linter *linter = NULL;
	bool found = false;

	wanted.thresholds = NULL;
	wanted.threshold_count = 0;
	if (clair_linter_new(&linter, &wanted) == CLAIR_OK) {
		for (size_t i = 0; i < options->threshold_count && !found; i++)
			found = threshold_is_wrong(options, i, linter);
	}
	clair_linter_free(linter);
	return found;
}

struct clair_linter *
cli_linter_new(const struct cli_options *options, struct cli_sheets *sheets)
{
	char folder[PATH_MAX];
	char date[16];
	struct clair_options wanted = linter_options(options, sheets, folder, date);
	struct clair_linter *linter = NULL;
	enum clair_status status = clair_linter_new(&linter, &wanted);

	if (status == CLAIR_OK)
		return linter;
	if (linter == NULL)
		cli_say(options->lang, "plus de mémoire", "out of memory");
	else if (status == CLAIR_BAD_RULE)
		fprintf(cli_say_stream(), "%s\n", clair_linter_error(linter));
	else if (status != CLAIR_BAD_INPUT || !blame_threshold(options, wanted))
		cli_say(options->lang, "%s", "%s", clair_linter_error(linter));
	clair_linter_free(linter);
	return NULL;
}

/* --- Session --------------------------------------------------------------------------------------- */

/* RFC 5322 3.2.3: the letters of an atom, with dots and one @. */
static bool
is_mail(const char *typed)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_+";
	const size_t name = strspn(typed, letters);
	const size_t host = typed[name] == '@' ? strspn(typed + name + 1, letters) : 0;

	return name > 0 && host > 0 && typed[name + 1 + host] == '\0';
}

/* The contact is made an address first: nothing but an address goes into a header. */
static bool
read_contact(struct cli_session *session)
{
	struct cli_options *options = session->options;
	const char *typed = options->value[CLI_CONTACT].text;
	char *address;

	if (typed == NULL)
		return true;
	if (is_mail(typed)) {
		session->network.user_agent =
		    clair_asprintf(&options->mem, "clairlint/" CLAIR_VERSION " (+mailto:%s)", typed);
		return true;
	}
	address = clair_url_from_user(typed);
	if (address == NULL) {
		cli_say(options->lang, "contact : « %s » n’est ni une adresse http ou https, ni une adresse électronique",
		    "contact: “%s” is neither an http or https address nor an e-mail address", typed);
		return false;
	}
	session->network.user_agent =
	    clair_asprintf(&options->mem, "clairlint/" CLAIR_VERSION " (+%s)", address);
	free(address);
	return true;
}

/* PEM, as libcurl reads it (RFC 7468). */
static bool
holds_certificate(FILE *file)
{
	char line[256];

	while (fgets(line, sizeof(line), file) != NULL)
		if (strncmp(line, "-----BEGIN ", 11) == 0 && strstr(line, "CERTIFICATE-----") != NULL)
			return true;
	return false;
}

/* A file that cannot be read would make every certificate wrong. */
static bool
read_authorities(struct cli_session *session)
{
	const struct cli_options *options = session->options;
	const char *path = options->value[CLI_CA_FILE].text;
	FILE *file;
	bool good;

	session->network.ca_file = path;
	if (path == NULL)
		return true;
	errno = 0;
	file = fopen(path, "r");
	good = file != NULL && holds_certificate(file);
	if (!good && errno != 0)
		cli_say(options->lang, "%s : %s", "%s: %s", path, cli_reason(options->lang, errno));
	else if (!good)
		cli_say(options->lang, "%s : aucun certificat dans ce fichier (format PEM attendu)",
		    "%s: no certificate in this file (PEM is expected)", path);
	if (file != NULL)
		fclose(file);
	return good;
}

static bool
today_is_a_day(const struct cli_options *options)
{
	const char *day = options->value[CLI_TODAY].text;

	if (day == NULL || clair_is_day(day))
		return true;
	cli_say(options->lang, "--today : « %s » n’est pas une date. Écrivez AAAA-MM-JJ, par exemple 2027-01-31",
	    "--today: “%s” is not a date. Write YYYY-MM-DD, for example 2027-01-31", day);
	return false;
}

static bool
seed_has_a_sample(const struct cli_options *options)
{
	if (options->value[CLI_SEED].origin != CLI_FROM_LINE || options->value[CLI_SAMPLE].text != NULL)
		return true;
	cli_say(options->lang, "--seed ne sert qu’avec --sample rgaa", "--seed only serves with --sample rgaa");
	return false;
}

bool
cli_session_prepare(struct cli_session *session, struct cli_options *options)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);

	*session = (struct cli_session){.options = options};
	session->jobs = options->value[CLI_JOBS].text != NULL
	    ? (unsigned)options->value[CLI_JOBS].number
	    : (unsigned)(cores < 1 ? 1 : cores);
	if (!read_contact(session) || !read_authorities(session) || !today_is_a_day(options) || !seed_has_a_sample(options))
		return false;
	if (!cli_sheets_open(&session->sheets, options->value[CLI_BASE].text, &options->mem)) {
		cli_say(options->lang, "plus de mémoire", "out of memory");
		return false;
	}
	session->linter = cli_linter_new(options, &session->sheets);
	if (session->linter == NULL) {
		cli_session_free(session);
		return false;
	}
	cli_stop_watch();
	cli_progress_start(&session->progress, options);
	return true;
}

/* Where pages are kept, or where they come from. */
static bool
open_archive(struct cli_session *session)
{
	const struct cli_options *options = session->options;
	const char *kept = options->value[CLI_WARC].text;
	const char *read = options->value[CLI_FROM_WARC].text;
	const char *path = read != NULL ? read : kept;
	struct clair_archive_fault fault;

	if (path == NULL)
		return true;
	if (read != NULL && kept != NULL) {
		cli_say(options->lang, "--warc et --from-warc ne vont pas ensemble", "--warc and --from-warc exclude each other");
		return false;
	}
	if (clair_archive_open(&session->archive, &path, 1, read != NULL ? CLAIR_ARCHIVE_READ : CLAIR_ARCHIVE_GO_ON,
	        &fault) == CLAIR_OK)
		return true;
	cli_archive_say(options->lang, &fault);
	return false;
}

bool
cli_session_open(struct cli_session *session, struct cli_options *options)
{
	if (!cli_session_prepare(session, options))
		return false;
	if (!open_archive(session) || !cli_baseline_open(&session->baseline, options) ||
	    !cli_history_open(&session->history, options) || !cli_grid_open(&session->grid, options) ||
	     !cli_output_open(&session->sinks, options) ||
	    clair_run_new(&session->run, session->linter) != CLAIR_OK) {
		cli_session_free(session);
		return false;
	}
	return true;
}

void
cli_session_free(struct cli_session *session)
{
	cli_output_drop(&session->sinks);
	cli_baseline_free(&session->baseline);
	cli_history_free(&session->history);
	cli_grid_free(&session->grid);
	clair_archive_close(session->archive);
	session->archive = NULL;
	clair_run_free(session->run);
	clair_linter_free(session->linter);
	cli_sheets_close(&session->sheets);
	session->run = NULL;
	session->linter = NULL;
}

static bool
stopped_early(const char *reason)
{
	static const char *const reasons[] = {"interrupted", "host-failing", "no-memory", "not-kept"};

	for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++) {
		if (strcmp(reasons[i], reason) == 0)
			return true;
	}
	return false;
}

/* Not enough: no page tested, or fewer tested than not. Other media and duplicates are not pages
 * that we failed to test. */
static int
exit_status(const struct cli_session *session, const struct clair_crawl_facts *facts)
{
	uint32_t tested = clair_run_tested(session->run);
	uint32_t untested = clair_run_pages(session->run) - tested;

	if (stopped_early(facts->stopped_because))
		return CLI_EXIT_STOPPED;
	untested -= untested < facts->skipped ? untested : facts->skipped;
	if (tested == 0 || untested > tested)
		return CLI_EXIT_UNTESTED;
	return cli_baseline_fails(session->options, session->run) ? CLI_EXIT_FINDINGS : CLI_EXIT_FINE;
}

/* Beside the reports: who wrote the rule must mend it. */
static void
say_stopped(const struct cli_session *session)
{
	const struct clair_rule *rule;
	uint32_t pages;

	for (size_t i = 0; (rule = clair_run_stopped(session->run, i, &pages)) != NULL; i++)
		fprintf(stderr,
		    session->options->lang == CLAIR_FR
		        ? "%s: la règle %s demande trop de travail : arrêtée avant la fin sur %u page(s), où elle n’a pas tout jugé\n"
		        : "%s: the rule %s asks for too much work: stopped before the end on %u page(s), where it did not judge all\n",
		    rule->place, rule->id, pages);
}

static bool
write_reports(struct cli_session *session, int status)
{
	if (session->writer == NULL)
		return cli_output_write(&session->sinks, session->options, session->run, session->history.known, status);
	return cli_output_write_with(&session->sinks, session->options, session->writer, session->run, status);
}

/* Grids have no place for the seed. */
static void
say_sample(const struct cli_session *session)
{
	const struct cli_options *options = session->options;
	const uint32_t count = clair_run_sampled(session->run);

	if (count == 0 || cli_flag(options, CLI_QUIET))
		return;
	cli_say(options->lang,
	    "échantillon : pages choisies %u sur %u, graine %u. Les rapports text, html et json disent pourquoi chacune",
	    "sample: pages chosen %u of %u, seed %u. The text, html and json reports say why each",
	    count, clair_run_tested(session->run), (unsigned)options->value[CLI_SEED].number);
}

/* As many pages as the model of the grid has sheets for. */
static bool
choose_sample(struct cli_session *session)
{
	const struct cli_value *value = session->options->value;
	uint32_t limit = CLAIR_SAMPLE_LIMIT;

	if (value[CLI_SAMPLE].text == NULL)
		return true;
	if (session->grid.model != NULL)
		limit = clair_grid_model_sheets(session->grid.model);
	return clair_run_sample(session->run, limit, (uint32_t)value[CLI_SEED].number) == CLAIR_OK;
}

int
cli_session_close(struct cli_session *session, const struct clair_crawl_facts *facts)
{
	int status = CLI_EXIT_USAGE;

	cli_progress_end(&session->progress);
	if (clair_run_finish(session->run, facts) != CLAIR_OK || !choose_sample(session) ||
	    !cli_baseline_hold(&session->baseline, session->options, session->run)) {
		cli_say(session->options->lang, "plus de mémoire", "out of memory");
	} else {
		status = exit_status(session, facts);
		say_stopped(session);
		say_sample(session);
		cli_history_read(&session->history, session->options, session->run, status == CLI_EXIT_STOPPED);
		if (!write_reports(session, status))
			status = CLI_EXIT_USAGE;
		if (!cli_history_write(&session->history, session->options) && status < CLI_EXIT_USAGE)
			status = CLI_EXIT_USAGE;
		if (!cli_grid_write(&session->grid, session->options, session->run) && status < CLI_EXIT_USAGE)
			status = CLI_EXIT_USAGE;
		if (!cli_baseline_write(&session->baseline, session->options, session->run,
		        status == CLI_EXIT_STOPPED) && status < CLI_EXIT_USAGE)
			status = CLI_EXIT_USAGE;
	}
	cli_session_free(session);
	return status;
}

/* --- Crawl ----------------------------------------------------------------------------------------- */

static void *
judge(void *payload, const struct clair_document *document)
{
	struct cli_session *session = payload;
	struct clair_document judged = *document;
	struct clair_result *result = NULL;

	judged.own = cli_flag(session->options, CLI_OWN_SITE);
	return clair_lint(&result, session->linter, &judged) == CLAIR_OK ? result : NULL;
}

static bool
deliver(void *payload, void *result, uint32_t order)
{
	struct cli_session *session = payload;

	(void)order;
	return clair_run_add(session->run, result) == CLAIR_OK;
}

static void
progress(void *payload, const struct clair_crawl_progress *crawl)
{
	struct cli_session *session = payload;

	cli_progress_step(&session->progress, crawl->done, crawl->known, crawl->pages_per_second,
	    crawl->seconds_left, crawl->url);
}

static void
crawl_options(const struct cli_session *session, struct clair_crawl_options *crawl)
{
	const struct cli_options *options = session->options;
	const struct cli_value *value = options->value;

	clair_crawl_defaults(crawl);
	crawl->own_site = cli_flag(options, CLI_OWN_SITE);
	crawl->max_pages = (uint32_t)value[CLI_MAX_PAGES].number;
	if (value[CLI_MAX_DEPTH].text != NULL)
		crawl->max_depth = (int)value[CLI_MAX_DEPTH].number;
	if (value[CLI_DELAY].text != NULL)
		crawl->delay_ms = (int)(value[CLI_DELAY].number * 1000);
	crawl->max_page_seconds = (unsigned)value[CLI_TIMEOUT].number;
	crawl->network = session->network;
	crawl->interrupted = cli_stop_flag();
}

bool
cli_session_crawl(struct cli_session *session, const char *const *addresses, size_t count, bool list,
    struct clair_crawl_facts *facts)
{
	struct clair_crawl_calls calls = {session, judge, cli_result_link_count, cli_result_link, cli_result_canonical, deliver,
	    cli_result_discard, NULL, progress};
	struct clair_crawl_options crawl;
	struct clair_crawl_report report;
	enum clair_status status;

	crawl_options(session, &crawl);
	crawl.starts = addresses;
	crawl.start_count = count;
	crawl.list = list;
	crawl.jobs = session->jobs;
	crawl.loader = session->sheets.loader;
	crawl.archive = session->archive;
	crawl.offline = session->options->value[CLI_FROM_WARC].text != NULL;
	if (list)
		crawl.max_pages = 0;
	status = clair_net_start() ? clair_crawl(&report, &crawl, &calls) : CLAIR_IO;
	cli_progress_end(&session->progress);
	/* Without memory for more pages, those that were judged are still reported. */
	if (status == CLAIR_OK || status == CLAIR_NO_MEMORY) {
		*facts = report.facts;
		return true;
	}
	cli_say(session->options->lang, "le réseau n’a pas pu être mis en route",
	    "the network could not be set up");
	return false;
}
