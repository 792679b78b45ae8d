/* The commands. Each gives the exit status of the program. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/options.h"
#include "cli/output.h"

int cmd_check(struct cli_options *options);
/* As check, but the reports are what `writer` makes of the run, and a site is crawled from its address. */
int cmd_check_written(struct cli_options *options, cli_writer_fn *writer);
int cmd_text(struct cli_options *options);
int cmd_site(struct cli_options *options);
int cmd_campaign(struct cli_options *options);
int cmd_worker(struct cli_options *options);
int cmd_statement(struct cli_options *options);
int cmd_compare(struct cli_options *options);
int cmd_lsp(struct cli_options *options);
int cmd_rules(struct cli_options *options);
int cmd_explain(struct cli_options *options);
int cmd_try(struct cli_options *options);
int cmd_init(struct cli_options *options);
int cmd_config(struct cli_options *options);
int cmd_serve(struct cli_options *options);
int cmd_doc(struct cli_options *options);

#endif
