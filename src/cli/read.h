/* Files and standard input, whole, under a ceiling. */
#ifndef CLI_READ_H
#define CLI_READ_H

#include "cli/options.h"

#include <stddef.h>

/* malloc'd; NULL and `*failure` (unreadable, too-large, no-memory) when it cannot be had. */
char *cli_read_all(int descriptor, size_t most, size_t *length, const char **failure);

/* The file that an option names. NULL after saying why. */
char *cli_read_file(const struct cli_options *options, enum cli_option option, size_t most, size_t *length);

#endif
