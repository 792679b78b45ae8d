/* Files, for tests and their tools. */
#ifndef CLAIR_TESTS_READ_H
#define CLAIR_TESTS_READ_H

#include <stddef.h>

/* The whole file, malloc'd, ended by NUL; NULL when it cannot be read. */
char *support_read(const char *path, size_t *length);

#endif
