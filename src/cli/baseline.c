/* See baseline.h. */
#include "cli/baseline.h"

#include "cli/read.h"
#include "cli/say.h"

#include <stdlib.h>
#include <string.h>

enum { LARGEST_BASELINE = 512 << 20 };

/* The choices of --fail-on, in the order of options.def. */
struct level {
	enum clair_severity severity; /* CLAIR_SEVERITY_COUNT: none */
	bool only_new;
};

static struct level
level_of(const struct cli_options *options)
{
	static const struct level levels[] = {
	    {CLAIR_SEVERITY_REVIEW, false}, {CLAIR_MINOR, false}, {CLAIR_MAJOR, false}, {CLAIR_BLOCKING, false},
	    {CLAIR_SEVERITY_COUNT, false}, {CLAIR_MINOR, true}, {CLAIR_SEVERITY_REVIEW, true}, {CLAIR_MINOR, true},
	    {CLAIR_MAJOR, true}, {CLAIR_BLOCKING, true}};

	return levels[(size_t)options->value[CLI_FAIL_ON].number];
}

/* --- Reading ------------------------------------------------------------------------------------- */

static void
say_line(const struct cli_options *options, const char *path, const struct clair_baseline_fault *fault)
{
	switch (fault->why) {
	case CLAIR_BASELINE_NOT_ONE:
		cli_say(options->lang, "%s:%u : ce n’est pas un fichier écrit par --write-baseline",
		    "%s:%u: this is not a file written by --write-baseline", path, fault->line);
		return;
	case CLAIR_BASELINE_OTHER_VERSION:
		cli_say(options->lang,
		    "%s:%u : ce fichier suit la version %d du format, et il faut la version %d. "
		    "Écrivez-le à nouveau avec --write-baseline",
		    "%s:%u: this file follows version %d of the format, and version %d is needed. "
		    "Write it again with --write-baseline",
		    path, fault->line, fault->version, CLAIR_BASELINE_VERSION);
		return;
	case CLAIR_BASELINE_NOT_JSON:
		cli_say(options->lang, "%s:%u:%u : cette ligne n’est pas un objet JSON",
		    "%s:%u:%u: this line is not a JSON object", path, fault->line, fault->column);
		return;
	case CLAIR_BASELINE_BAD_KEY:
		cli_say(options->lang, "%s:%u : la clé « %s » manque ou n’a pas une valeur possible",
		    "%s:%u: the key “%s” is missing or has no possible value", path, fault->line, fault->key);
		return;
	case CLAIR_BASELINE_TWICE:
		cli_say(options->lang, "%s:%u : cette ligne répète une ligne plus haut",
		    "%s:%u: this line says again what a line above says", path, fault->line);
		return;
	case CLAIR_BASELINE_CUT:
		cli_say(options->lang, "%s:%u : des lignes manquent ou sont en trop. Écrivez le fichier à nouveau "
		    "avec --write-baseline", "%s:%u: lines are missing or too many. Write the file again "
		    "with --write-baseline", path, fault->line);
		return;
	default:
		cli_say(options->lang, "plus de mémoire", "out of memory");
		return;
	}
}

static bool
read_known(struct cli_baseline *baseline, const struct cli_options *options)
{
	const char *path = options->value[CLI_BASELINE].text;
	struct clair_baseline_fault fault;
	size_t length = 0;
	char *bytes;
	bool fine;

	if (path == NULL) {
		if (level_of(options).only_new)
			cli_say(options->lang, "--fail-on %s demande --baseline FICHIER, qui dit ce qui était connu",
			    "--fail-on %s needs --baseline FILE, which tells what was known",
			    options->value[CLI_FAIL_ON].text);
		return !level_of(options).only_new;
	}
	bytes = cli_read_file(options, CLI_BASELINE, LARGEST_BASELINE, &length);
	if (bytes == NULL)
		return false;
	fine = clair_baseline_new(&baseline->known, path, bytes, length, &fault) == CLAIR_OK;
	if (!fine)
		say_line(options, path, &fault);
	free(bytes);
	return fine;
}

bool
cli_baseline_open(struct cli_baseline *baseline, struct cli_options *options)
{
	const char *path = options->value[CLI_WRITE_BASELINE].text;

	*baseline = (struct cli_baseline){0};
	return read_known(baseline, options) && (path == NULL || cli_output_open_file(&baseline->written, options, path));
}

void
cli_baseline_free(struct cli_baseline *baseline)
{
	clair_baseline_free(baseline->known);
	cli_output_drop(&baseline->written);
	baseline->known = NULL;
}

/* --- The run ------------------------------------------------------------------------------------- */

bool
cli_baseline_hold(struct cli_baseline *baseline, const struct cli_options *options, struct clair_run *run)
{
	if (baseline->known != NULL && clair_run_hold(run, baseline->known) != CLAIR_OK)
		return false;
	return clair_run_spend(run, options->budgets, options->budget_count, baseline->known) == CLAIR_OK;
}

bool
cli_baseline_fails(const struct cli_options *options, const struct clair_run *run)
{
	const struct level level = level_of(options);

	if (clair_run_broken_budgets(run) > 0)
		return true;
	if (level.severity == CLAIR_SEVERITY_COUNT)
		return false;
	return (level.only_new ? clair_run_count_new(run, level.severity) : clair_run_count(run, level.severity)) > 0;
}

static enum clair_status
write_known(const void *run, enum clair_format format, const struct clair_write_options *options,
    clair_write_fn *write, void *payload)
{
	(void)format;
	(void)options;
	return clair_baseline_write(run, write, payload);
}

bool
cli_baseline_write(struct cli_baseline *baseline, const struct cli_options *options, const struct clair_run *run,
    bool stopped)
{
	const char *path = options->value[CLI_WRITE_BASELINE].text;

	if (path == NULL)
		return true;
	if (clair_run_tested(run) == 0 || stopped) {
		cli_say(options->lang, "%s n’est pas écrit : %s", "%s is not written: %s", path,
		    !stopped && options->lang == CLAIR_FR ? "aucune page n’a été testée"
		        : !stopped                        ? "no page was tested"
		        : options->lang == CLAIR_FR       ? "arrêté avant la fin"
		                                          : "stopped before the end");
		return false;
	}
	return cli_output_write_with(&baseline->written, options, write_known, run, 0);
}
