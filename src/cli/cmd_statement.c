/* clairlint statement: a draft of the statement of accessibility. */
#include "cli/commands.h"
#include "cli/say.h"
#include "cli/session.h"

static enum clair_status
write_draft(const void *run, enum clair_format format, const struct clair_write_options *options,
    clair_write_fn *write, void *payload)
{
	(void)format;
	(void)options;
	return clair_statement_write(run, write, payload);
}

int
cmd_statement(struct cli_options *options)
{
	for (size_t i = 0; i < options->output_count; i++) {
		if (options->outputs[i].format == CLAIR_TEXT)
			continue;
		cli_say(options->lang, "« statement » écrit du Markdown : --format text seulement, pas %s",
		    "“statement” writes Markdown: --format text only, not %s",
		    clair_format_name(options->outputs[i].format));
		return CLI_EXIT_USAGE;
	}
	return cmd_check_written(options, write_draft);
}
