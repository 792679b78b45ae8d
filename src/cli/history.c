/* See history.h. */
#include "cli/history.h"

#include "cli/read.h"
#include "cli/say.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LARGEST_HISTORY = 16 << 20 };

bool
cli_history_open(struct cli_history *history, struct cli_options *options)
{
	const char *path = options->value[CLI_HISTORY].text;
	char *real = path == NULL ? NULL : realpath(path, NULL);

	*history = (struct cli_history){0};
	/* The file that a link leads to is the one to be replaced. */
	if (real != NULL)
		path = clair_strdup(&options->mem, real);
	free(real);
	return path == NULL || cli_output_open_file(&history->written, options, path);
}

void
cli_history_free(struct cli_history *history)
{
	cli_output_drop(&history->written);
	clair_history_free(history->known);
	free(history->bytes);
	*history = (struct cli_history){0};
}

static void
say_line(const struct cli_options *options, const struct clair_history_fault *fault)
{
	const char *path = options->value[CLI_HISTORY].text;

	switch (fault->why) {
	case CLAIR_HISTORY_OTHER_VERSION:
		cli_say(options->lang, "%s:%u : cette ligne suit la version %d du format, et il faut la version %d",
		    "%s:%u: this line follows version %d of the format, and version %d is needed", path, fault->line,
		    fault->version, CLAIR_HISTORY_VERSION);
		break;
	case CLAIR_HISTORY_BAD_KEY:
		cli_say(options->lang, "%s:%u : la clé « %s » manque ou n’a pas une valeur possible",
		    "%s:%u: the key “%s” is missing or has no possible value", path, fault->line, fault->key);
		break;
	default:
		cli_say(options->lang, "%s:%u:%u : cette ligne n’est pas un objet JSON",
		    "%s:%u:%u: this line is not a JSON object", path, fault->line, fault->column);
		break;
	}
	if (fault->lines > 1)
		cli_say(options->lang, "%s : autres lignes à corriger : %u", "%s: other lines to mend: %u", path,
		    fault->lines - 1);
}

/* A file that is not there has no line. */
static char *
read_file(const struct cli_options *options, size_t *length)
{
	if (access(options->value[CLI_HISTORY].text, F_OK) != 0)
		return calloc(1, 1);
	return cli_read_file(options, CLI_HISTORY, LARGEST_HISTORY, length);
}

void
cli_history_read(
    struct cli_history *history, const struct cli_options *options, const struct clair_run *run, bool stopped)
{
	struct clair_history_fault fault;
	size_t length = 0;

	if (options->value[CLI_HISTORY].text == NULL)
		return;
	history->bytes = read_file(options, &length);
	if (history->bytes == NULL)
		return;
	if (clair_history_new(&history->known, history->bytes, length, &fault) != CLAIR_OK) {
		cli_say(options->lang, "plus de mémoire", "out of memory");
		return;
	}
	history->is_whole = fault.why == CLAIR_HISTORY_FINE;
	if (!history->is_whole)
		say_line(options, &fault);
	history->has_point = !stopped && clair_run_history_point(run, &history->point);
	if (history->has_point)
		clair_history_add(history->known, &history->point);
}

static enum clair_status
write_lines(const void *history, enum clair_format format, const struct clair_write_options *options,
    clair_write_fn *write, void *payload)
{
	(void)format;
	(void)options;
	return clair_history_write(history, write, payload);
}

static bool
say_bytes(void *payload, const char *bytes, size_t length)
{
	return fwrite(bytes, 1, length, payload) == length;
}

/* Nothing is lost: the line can be added by hand. */
static void
say_point(const struct cli_history *history, const struct cli_options *options)
{
	cli_say(options->lang, "%s n’a pas été modifié. La ligne à y ajouter :", "%s was left as it is. The line to add to it:",
	    options->value[CLI_HISTORY].text);
	if (clair_history_write_point(&history->point, say_bytes, cli_say_stream()) != CLAIR_OK)
		cli_say(options->lang, "plus de mémoire", "out of memory");
}

bool
cli_history_write(struct cli_history *history, const struct cli_options *options)
{
	if (options->value[CLI_HISTORY].text == NULL)
		return true;
	if (history->known == NULL)
		return false;
	if (!history->has_point) {
		if (!cli_flag(options, CLI_QUIET))
			cli_say(options->lang, "%s : aucun point à ajouter (rien de testé, ou arrêté avant la fin)",
			    "%s: no point to add (nothing tested, or stopped before the end)",
			    options->value[CLI_HISTORY].text);
		return history->is_whole;
	}
	if (!history->is_whole) {
		say_point(history, options);
		return false;
	}
	return cli_output_write_with(&history->written, options, write_lines, history->known, 0);
}
