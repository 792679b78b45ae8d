/* clairlint compare: two json reports of one site, held against each other. */
#include "cli/commands.h"
#include "cli/read.h"
#include "cli/say.h"
#include "cli/session.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LARGEST_REPORT = 2000 << 20 };

static bool
read_report(const struct cli_options *options, struct clair_compare_input *input, const char *path)
{
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	const char *failure = NULL;

	input->name = path;
	if (descriptor >= 0) {
		input->bytes = cli_read_all(descriptor, LARGEST_REPORT, &input->length, &failure);
		close(descriptor);
	}
	if (input->bytes != NULL)
		return true;
	if (failure != NULL && strcmp(failure, "too-large") == 0)
		cli_say(options->lang, "%s : le rapport est trop grand", "%s: the report is too large", path);
	else
		cli_say(options->lang, "impossible de lire %s : %s", "cannot read %s: %s", path,
		    cli_reason(options->lang, errno));
	return false;
}

/* The exit status that goes with it. */
static int
say_fault(const struct cli_options *options, const struct clair_compare_fault *fault)
{
	switch (fault->why) {
	case CLAIR_COMPARE_NOT_JSON:
		cli_say(options->lang,
		    "%s:%u:%u: ce n’est pas du JSON. Il faut un rapport écrit par --format json",
		    "%s:%u:%u: this is not JSON. A report written by --format json is needed", fault->name,
		    fault->line, fault->column);
		return CLI_EXIT_USAGE;
	case CLAIR_COMPARE_NOT_REPORT:
		cli_say(options->lang, "%s : ce n’est pas un rapport écrit par --format json",
		    "%s: this is not a report written by --format json", fault->name);
		return CLI_EXIT_USAGE;
	case CLAIR_COMPARE_OTHER_SCHEMA:
		cli_say(options->lang, "%s : le rapport suit la version %d du schéma, et il faut la version %d",
		    "%s: the report follows version %d of the schema, and version %d is needed", fault->name,
		    fault->schema, CLAIR_SCHEMA_VERSION);
		return CLI_EXIT_USAGE;
	case CLAIR_COMPARE_NOTHING_TESTED:
		cli_say(options->lang, "%s : aucune page n’a été testée, il n’y a rien à comparer",
		    "%s: no page was tested, there is nothing to compare", fault->name);
		return CLI_EXIT_UNTESTED;
	default:
		cli_say(options->lang, "plus de mémoire", "out of memory");
		return CLI_EXIT_USAGE;
	}
}

/* Number of the thresholds. False after saying what is wrong with them. */
static bool
read_limit(const struct cli_options *options, double *limit)
{
	struct clair_linter *linter = cli_linter_new(options, NULL);
	bool found = false;

	for (size_t i = 0; linter != NULL && i < clair_linter_threshold_count(linter); i++) {
		struct clair_threshold_info info = clair_linter_threshold(linter, i);

		if (strcmp(info.key, "comparaison.menu.part.max") != 0)
			continue;
		*limit = info.value;
		found = true;
	}
	clair_linter_free(linter);
	return found;
}

static bool
formats_fit(const struct cli_options *options)
{
	for (size_t i = 0; i < options->output_count; i++) {
		enum clair_format format = options->outputs[i].format;

		if (format == CLAIR_TEXT || format == CLAIR_JSON || format == CLAIR_HTML)
			continue;
		cli_say(options->lang, "compare n’écrit pas %s. Choix : text, json, html",
		    "compare does not write %s. Choices: text, json, html", clair_format_name(format));
		return false;
	}
	return true;
}

static enum clair_status
write_comparison(const void *compare, enum clair_format format, const struct clair_write_options *options,
    clair_write_fn *write, void *payload)
{
	return clair_compare_write(compare, format, options, write, payload);
}

static int
compare_reports(struct cli_options *options, const struct clair_compare_options *wanted)
{
	struct clair_compare *compare = NULL;
	struct clair_compare_fault fault;
	struct cli_sinks sinks;
	int status;

	if (clair_compare_new(&compare, wanted, &fault) != CLAIR_OK)
		return say_fault(options, &fault);
	status = clair_compare_new_failures(compare) > 0 ? CLI_EXIT_FINDINGS : CLI_EXIT_FINE;
	if (!cli_output_open(&sinks, options) ||
	    !cli_output_write_with(&sinks, options, write_comparison, compare, status))
		status = CLI_EXIT_USAGE;
	clair_compare_free(compare);
	return status;
}

int
cmd_compare(struct cli_options *options)
{
	struct clair_compare_options wanted = {.menu_change_limit = 0};
	int status = CLI_EXIT_USAGE;

	if (options->operand_count != 2) {
		cli_say(options->lang, "il faut deux rapports. Exemple : clairlint compare avant.json après.json",
		    "two reports are needed. Example: clairlint compare old.json new.json");
		return CLI_EXIT_USAGE;
	}
	if (formats_fit(options) && read_limit(options, &wanted.menu_change_limit) &&
	    read_report(options, &wanted.old, options->operands[0]) &&
	    read_report(options, &wanted.new, options->operands[1]))
		status = compare_reports(options, &wanted);
	free((char *)(uintptr_t)wanted.old.bytes);
	free((char *)(uintptr_t)wanted.new.bytes);
	return status;
}
