/*
 * Where the tests of the store keep one: a file for SQLite, a schema of a server of their own for PostgreSQL. The
 * server is Debian's, in a temporary folder, on a Unix socket, run by a user without rights.
 */
#ifndef CLAIR_TESTS_STORE_PLACE_H
#define CLAIR_TESTS_STORE_PLACE_H

#include "store/db.h"

struct store_place {
	const char *name;   /* of the database */
	bool server;
	char address[600];
	char path[300];     /* of the file; "" on a server */
	int64_t clock;      /* what is given for now */
};

struct CMUnitTest;
/* Runs a group of tests with SQLite, then with PostgreSQL: each test gets a struct store_place of a new, empty store.
 * Without PostgreSQL it says so loudly, and fails when CI=true. The sum of the failures. */
int store_place_run(const char *name, const struct CMUnitTest *tests, size_t count);

/* Another empty place of the same kind; malloc'd. */
struct store_place *store_place_other(const struct store_place *place);

/* So many milliseconds go by: the clock is put forward, or a server is waited for. */
void store_place_pass(struct store_place *place, int64_t milliseconds);

/* Opens it; fails the test when it cannot. */
struct clair_store *store_place_open(const struct store_place *place, enum clair_store_mode mode);

/* A number that a query gives. */
int64_t store_ask(struct clair_store *store, const char *sql);

/* Commands, in a transaction of their own. */
void store_do(struct clair_store *store, const char *sql);

/* Every row of every table of results, in the order of the keys, a line each; the number of a site is its key.
 * malloc'd. */
char *store_dump(struct clair_store *store);

#endif
