/* clairlint: the program. */
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/session.h"

#include <stdio.h>

static int
run(struct cli_options *options)
{
	switch (options->command) {
	case CLI_COMMAND_CHECK:
		return cmd_check(options);
	case CLI_COMMAND_TEXT:
		return cmd_text(options);
	case CLI_COMMAND_SITE:
		return cmd_site(options);
	case CLI_COMMAND_CAMPAIGN:
		return cmd_campaign(options);
	case CLI_COMMAND_WORKER:
		return cmd_worker(options);
	case CLI_COMMAND_STATEMENT:
		return cmd_statement(options);
	case CLI_COMMAND_COMPARE:
		return cmd_compare(options);
	case CLI_COMMAND_LSP:
		return cmd_lsp(options);
	case CLI_COMMAND_RULES:
		return cmd_rules(options);
	case CLI_COMMAND_EXPLAIN:
		return cmd_explain(options);
	case CLI_COMMAND_TRY:
		return cmd_try(options);
	case CLI_COMMAND_INIT:
		return cmd_init(options);
	case CLI_COMMAND_CONFIG:
		return cmd_config(options);
	case CLI_COMMAND_SERVE:
		return cmd_serve(options);
	case CLI_COMMAND_DOC:
		return cmd_doc(options);
	default:
		cli_options_help(options);
		return CLI_EXIT_USAGE;
	}
}

int
main(int argc, char **argv)
{
	struct cli_options options;
	int status = CLI_EXIT_FINE;

	cli_options_init(&options);
	switch (cli_options_read(&options, argc, argv)) {
	case CLI_SHOW_HELP:
		cli_options_help(&options);
		break;
	case CLI_SHOW_VERSION:
		puts("clairlint " CLAIR_VERSION);
		break;
	case CLI_BAD_USAGE:
		status = CLI_EXIT_USAGE;
		break;
	case CLI_GO_ON:
		status = run(&options);
		break;
	}
	cli_options_free(&options);
	return status;
}
