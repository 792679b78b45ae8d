/*
 * A PostgreSQL of the tests' own: Debian's, in a temporary folder, on a Unix socket, run by a user without rights.
 */
#ifndef CLAIR_TESTS_POSTGRES_H
#define CLAIR_TESTS_POSTGRES_H

#include <stdbool.h>
#include <sys/types.h>

struct test_postgres {
	char folder[64];    /* of the data, the socket and the logs */
	char programs[128];
	pid_t server;       /* 0: none */
};

/* A folder where the user of the server may write: mkdtemp's template, filled. False: errno. */
bool test_postgres_folder(char *folder);
void test_postgres_remove(const char *folder);

/* Is it installed? */
bool test_postgres_find(struct test_postgres *postgres);
/* Makes its data in `folder`, then starts it. */
bool test_postgres_begin(struct test_postgres *postgres);
/* Starts it on the data that is there; true when it answers. */
bool test_postgres_start(struct test_postgres *postgres);
void test_postgres_end(struct test_postgres *postgres);

#endif
