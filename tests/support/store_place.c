/* See store_place.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "store_place.h"

#include "store/inside.h"
#include "store/schema.h"
#include "tests/support/postgres.h"

#include <libpq-fe.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct test_postgres here;
static unsigned places;

/* --- The server --- */

static void
make_schema(const char *name)
{
	char address[160];
	char sql[80];
	PGconn *link;
	PGresult *result;

	snprintf(address, sizeof(address), "host=%s user=clairlint dbname=postgres", here.folder);
	snprintf(sql, sizeof(sql), "CREATE SCHEMA %s", name);
	link = PQconnectdb(address);
	result = PQexec(link, sql);
	assert_int_equal(PQresultStatus(result), PGRES_COMMAND_OK);
	PQclear(result);
	PQfinish(link);
}

/* --- Places --- */

static struct store_place *
new_place(bool server)
{
	struct store_place *place = calloc(1, sizeof(*place));
	char name[32];

	assert_non_null(place);
	place->server = server;
	place->name = server ? "PostgreSQL" : "SQLite";
	place->clock = INT64_C(1780000000000);
	snprintf(name, sizeof(name), "place%u", ++places);
	if (server) {
		make_schema(name);
		snprintf(place->address, sizeof(place->address),
		    "postgresql://clairlint@/postgres?host=%s&options=-csearch_path%%3D%s", here.folder, name);
	} else {
		snprintf(place->path, sizeof(place->path), "%s/%s.sqlite", here.folder, name);
		snprintf(place->address, sizeof(place->address), "%s", place->path);
	}
	return place;
}

struct store_place *
store_place_other(const struct store_place *place)
{
	return new_place(place->server);
}

static int
begin_sqlite(void **state)
{
	*state = new_place(false);
	return 0;
}

static int
begin_postgres(void **state)
{
	*state = new_place(true);
	return 0;
}

static int
end_place(void **state)
{
	free(*state);
	return 0;
}

static int
run_group(const char *name, const struct CMUnitTest *tests, size_t count, bool server)
{
	struct CMUnitTest *own = calloc(count, sizeof(*own));
	char full[80];
	int failed;

	assert_non_null(own);
	memcpy(own, tests, count * sizeof(*own));
	for (size_t i = 0; i < count; i++) {
		own[i].setup_func = server ? begin_postgres : begin_sqlite;
		own[i].teardown_func = end_place;
	}
	snprintf(full, sizeof(full), "%s, %s", name, server ? "PostgreSQL" : "SQLite");
	failed = _cmocka_run_group_tests(full, own, count, NULL, NULL);
	free(own);
	return failed;
}

static int
run_on_server(const char *name, const struct CMUnitTest *tests, size_t count)
{
	const char *ci = getenv("CI");
	int failed;

	if (!test_postgres_find(&here)) {
		fprintf(stderr, "%s: NOT RUN ON PostgreSQL, which is not installed (apt-get install postgresql)\n", name);
		return ci != NULL && strcmp(ci, "true") == 0;
	}
	if (!test_postgres_begin(&here)) {
		fprintf(stderr, "%s: PostgreSQL does not start: see %s/*.log\n", name, here.folder);
		test_postgres_end(&here);
		here.folder[0] = '\0';
		return 1;
	}
	failed = run_group(name, tests, count, true);
	test_postgres_end(&here);
	return failed;
}

int
store_place_run(const char *name, const struct CMUnitTest *tests, size_t count)
{
	int failed;

	signal(SIGPIPE, SIG_IGN);
	snprintf(here.folder, sizeof(here.folder), "/tmp/clairlint-store-XXXXXX");
	if (!test_postgres_folder(here.folder)) {
		perror(here.folder);
		return 1;
	}
	failed = run_group(name, tests, count, false) + run_on_server(name, tests, count);
	if (here.folder[0] != '\0')
		test_postgres_remove(here.folder);
	return failed;
}

void
store_place_pass(struct store_place *place, int64_t milliseconds)
{
	place->clock += milliseconds;
	if (place->server)
		usleep((useconds_t)(milliseconds * 1000));
}

struct clair_store *
store_place_open(const struct store_place *place, enum clair_store_mode mode)
{
	struct clair_store_fault fault;
	struct clair_store *store;

	if (clair_store_open(&store, place->address, mode, &fault) != CLAIR_OK)
		fail_msg("%s: %s", place->address, fault.detail);
	return store;
}

int64_t
store_ask(struct clair_store *store, const char *sql)
{
	struct clair_db *db = store->db;
	int64_t number;

	assert_true(clair_db_begin(db, CLAIR_DB_READS));
	if (!clair_db_one(db, sql, CLAIR_DB_NOTHING))
		fail_msg("%s: %s", sql, db->fault.detail);
	number = clair_db_integer(db, 0);
	assert_int_equal(clair_db_end(db, true), CLAIR_OK);
	return number;
}

void
store_do(struct clair_store *store, const char *sql)
{
	assert_true(clair_db_begin(store->db, CLAIR_DB_WRITES));
	if (!store->db->driver->define(store->db, sql))
		fail_msg("%s: %s", sql, store->db->fault.detail);
	assert_int_equal(clair_db_end(store->db, true), CLAIR_OK);
}

static void
put_value(struct clair_buf *out, const struct clair_db_value *value)
{
	switch (value->kind) {
	case CLAIR_DB_NULL: clair_buf_puts(out, "|-"); break;
	case CLAIR_DB_INTEGER: clair_buf_printf(out, "|%lld", (long long)value->integer); break;
	case CLAIR_DB_REAL: clair_buf_printf(out, "|%.17g", value->real); break;
	case CLAIR_DB_TEXT: clair_buf_printf(out, "|%s", value->text); break;
	}
}

static void
dump_table(struct clair_db *db, const struct clair_store_table_columns *table, struct clair_buf *out)
{
	char sql[1600];
	int columns = 1;

	for (const char *comma = strchr(table->columns, ','); comma != NULL; comma = strchr(comma + 1, ','))
		columns++;
	/* The key stands first, and is never longer than four columns. */
	snprintf(sql, sizeof(sql),
	    "SELECT s.key, t.* FROM (SELECT %s FROM %s) t JOIN site s ON s.id = t.site ORDER BY t.round, s.key, %s",
	    table->columns, table->name, columns == 2 ? "3" : columns > 4 ? "4, 5" : "4");
	if (!clair_db_ask(db, sql, CLAIR_DB_NOTHING))
		fail_msg("%s: %s", sql, db->fault.detail);
	while (clair_db_next(db)) {
		struct clair_db_value value = db->driver->get(db, 0);

		clair_buf_puts(out, table->name);
		put_value(out, &value);
		for (int i = 1; i <= columns; i++) {
			value = db->driver->get(db, i);
			if (i != 2)
				put_value(out, &value);
		}
		clair_buf_putc(out, '\n');
	}
	assert_int_equal(db->fault.why, CLAIR_STORE_FINE);
}

char *
store_dump(struct clair_store *store)
{
	struct clair_buf out;

	clair_buf_init(&out, 0);
	assert_true(clair_db_begin(store->db, CLAIR_DB_READS));
	for (int i = 0; i < CLAIR_STORE_TABLES; i++)
		dump_table(store->db, &clair_store_tables[i], &out);
	assert_int_equal(clair_db_end(store->db, true), CLAIR_OK);
	assert_false(out.failed);
	return out.bytes;
}
