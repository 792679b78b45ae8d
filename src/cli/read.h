/* Files and standard input, whole, under a ceiling. */
#ifndef CLI_READ_H
#define CLI_READ_H

#include <stddef.h>

/* malloc'd; NULL and `*failure` (unreadable, too-large, no-memory) when it cannot be had. */
char *cli_read_all(int descriptor, size_t most, size_t *length, const char **failure);

#endif
