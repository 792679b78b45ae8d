/* .clairlint.yml: found here or in a folder above, up to the root of the repository. */
#ifndef CLI_CONFIG_H
#define CLI_CONFIG_H

#include "cli/options.h"

/* Reads the file into `options`. True when there is none and none was asked for. Errors go to
 * standard error with file, line and column. */
bool cli_config_read(struct cli_options *options);

/* A day of the calendar, YYYY-MM-DD. */
bool cli_is_day(const char *text);

#endif
