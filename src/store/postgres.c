/*
 * PostgreSQL, through libpq. Statements are prepared on the server, rows are asked for one by one, and many rows are
 * written with COPY. https://www.postgresql.org/docs/15/libpq.html
 *
 * Advisory locks, by the schema: one for who makes the tables, one that all who write share as long as they live.
 */
#include "base/map.h"
#include "store/db.h"

#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	VALUES = 64,         /* of one statement */
	FLUSH = 256 * 1024,  /* bytes of rows that wait */
};

/* pg_type.dat of PostgreSQL */
enum { TYPE_BOOL = 16, TYPE_INT8 = 20, TYPE_INT2 = 21, TYPE_INT4 = 23, TYPE_FLOAT8 = 701, TYPE_NUMERIC = 1700 };

#define MAKING "1668048235, hashtext(current_schema())"
#define WORKING "1668048236, hashtext(current_schema())"

struct postgres_db {
	struct clair_db db;
	PGconn *link;
	bool greeted;                /* it was told all that a new connection is */
	PGresult *row;
	struct clair_map statements; /* text to name */
	struct clair_arena mem;
	unsigned prepared;
};

static enum clair_store_why
why_of_state(const char *state)
{
	static const struct {
		const char *prefix; /* of a SQLSTATE: appendix A of the manual */
		enum clair_store_why why;
	} table[] = {
		{"53100", CLAIR_STORE_FULL},
		{"53200", CLAIR_STORE_NO_MEMORY},
		{"53300", CLAIR_STORE_BUSY},
		{"25006", CLAIR_STORE_READ_ONLY},
		{"42501", CLAIR_STORE_FORBIDDEN},
		{"28", CLAIR_STORE_FORBIDDEN},
		{"3D", CLAIR_STORE_NOT_THERE},
		{"XX001", CLAIR_STORE_DAMAGED},
		{"XX002", CLAIR_STORE_DAMAGED},
		{"40", CLAIR_STORE_BUSY},
		{"55P03", CLAIR_STORE_BUSY},
		{"08", CLAIR_STORE_LOST},
		{"57P", CLAIR_STORE_LOST},
	};

	for (size_t i = 0; state != NULL && i < sizeof(table) / sizeof(table[0]); i++)
		if (strncmp(state, table[i].prefix, strlen(table[i].prefix)) == 0)
			return table[i].why;
	return CLAIR_STORE_OTHER;
}

/* `result` may be NULL. */
static bool
fail(struct postgres_db *postgres, const PGresult *result)
{
	const char *state = result == NULL ? NULL : PQresultErrorField(result, PG_DIAG_SQLSTATE);
	const char *words = result == NULL ? NULL : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
	const enum clair_store_why why = PQstatus(postgres->link) == CONNECTION_BAD ? CLAIR_STORE_LOST : why_of_state(state);

	return clair_db_fail(&postgres->db, why, words != NULL ? words : PQerrorMessage(postgres->link));
}

/* Takes the result over. */
static bool
is_done(struct postgres_db *postgres, PGresult *result)
{
	const ExecStatusType status = PQresultStatus(result);
	const bool done = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN ||
	    fail(postgres, result);

	PQclear(result);
	return done;
}

static bool
execute(struct postgres_db *postgres, const char *sql)
{
	return is_done(postgres, PQexec(postgres->link, sql));
}

static void
forget_statements(struct postgres_db *postgres)
{
	clair_arena_free(&postgres->mem);
	clair_arena_init(&postgres->mem, 0);
	clair_map_init(&postgres->statements, &postgres->mem);
}

static void
postgres_close(struct clair_db *db)
{
	struct postgres_db *postgres = (struct postgres_db *)db;

	PQclear(postgres->row);
	PQfinish(postgres->link);
	clair_arena_free(&postgres->mem);
	free(postgres);
}

static void
no_notice(void *payload, const char *message)
{
	(void)payload;
	(void)message;
}

/* What a new connection is told. */
static bool
greet(struct postgres_db *postgres)
{
	PQsetNoticeProcessor(postgres->link, no_notice, NULL);
	forget_statements(postgres);
	postgres->greeted = postgres->db.mode == CLAIR_STORE_READ ||
	    execute(postgres, "SELECT pg_advisory_lock_shared(" WORKING ")");
	return postgres->greeted;
}

static bool
is_linked(struct postgres_db *postgres)
{
	if (PQstatus(postgres->link) != CONNECTION_OK) {
		postgres->greeted = false;
		PQreset(postgres->link);
	}
	if (PQstatus(postgres->link) != CONNECTION_OK)
		return fail(postgres, NULL);
	return postgres->greeted || greet(postgres);
}

static bool
keep_others_out(struct postgres_db *postgres, enum clair_db_tie tie)
{
	if (tie == CLAIR_DB_RULES)
		return execute(postgres, "LOCK TABLE host IN EXCLUSIVE MODE");
	return tie != CLAIR_DB_MAKES || execute(postgres, "SELECT pg_advisory_xact_lock(" MAKING ")");
}

/* A COMMIT after a failure is answered by ROLLBACK, without an error. */
static bool
postgres_end(struct clair_db *db, bool commit)
{
	struct postgres_db *postgres = (struct postgres_db *)db;
	PGresult *result;

	if (PQstatus(postgres->link) != CONNECTION_OK)
		return fail(postgres, NULL);
	result = PQexec(postgres->link, commit ? "COMMIT" : "ROLLBACK");
	if (commit && PQresultStatus(result) == PGRES_COMMAND_OK && strcmp(PQcmdStatus(result), "COMMIT") != 0)
		clair_db_fail(db, CLAIR_STORE_OTHER, "ROLLBACK");
	return is_done(postgres, result) && db->fault.why == CLAIR_STORE_FINE;
}

static bool
postgres_begin(struct clair_db *db, enum clair_db_tie tie)
{
	struct postgres_db *postgres = (struct postgres_db *)db;

	if (!is_linked(postgres) ||
	    !execute(postgres, tie == CLAIR_DB_READS ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN"))
		return false;
	if (keep_others_out(postgres, tie))
		return true;
	postgres_end(db, false);
	return false;
}

static bool
starts_with(const char *at, const char *words)
{
	return strncmp(at, words, strlen(words)) == 0;
}

/* Texts are in the order of their bytes, as in SQLite; rows are never in that of a key. */
static bool
postgres_define(struct clair_db *db, const char *sql)
{
	struct clair_buf own;
	bool done;

	clair_buf_init(&own, 0);
	while (*sql != '\0') {
		if (starts_with(sql, " WITHOUT ROWID")) {
			sql += strlen(" WITHOUT ROWID");
		} else if (starts_with(sql, " TEXT")) {
			clair_buf_puts(&own, " TEXT COLLATE \"C\"");
			sql += strlen(" TEXT");
		} else {
			clair_buf_putc(&own, *sql++);
		}
	}
	done = own.failed ? clair_db_fail(db, CLAIR_STORE_NO_MEMORY, NULL)
			  : execute((struct postgres_db *)db, own.bytes);
	clair_buf_free(&own);
	return done;
}

static const char *
name_of(struct postgres_db *postgres, const char *sql)
{
	const char *name = clair_map_get(&postgres->statements, sql, strlen(sql));
	const char *kept;
	void **slot;

	if (name != NULL)
		return name;
	name = clair_asprintf(&postgres->mem, "s%u", ++postgres->prepared);
	kept = clair_strdup(&postgres->mem, sql);
	if (!is_done(postgres, PQprepare(postgres->link, name, sql, 0, NULL)))
		return NULL;
	slot = clair_map_at(&postgres->statements, kept, strlen(kept));
	if (postgres->mem.failed) {
		clair_db_fail(&postgres->db, CLAIR_STORE_NO_MEMORY, NULL);
		return NULL;
	}
	*slot = (void *)(uintptr_t)name;
	return name;
}

enum { NUMBER_ROOM = 32 };

static const char *
written(const struct clair_db_value *value, char number[static NUMBER_ROOM])
{
	switch (value->kind) {
	case CLAIR_DB_NULL: return NULL;
	case CLAIR_DB_TEXT: return value->text;
	case CLAIR_DB_INTEGER: snprintf(number, NUMBER_ROOM, "%lld", (long long)value->integer); return number;
	case CLAIR_DB_REAL: snprintf(number, NUMBER_ROOM, "%.17g", value->real); return number;
	}
	return NULL;
}

static bool
postgres_ask(struct clair_db *db, const char *sql, const struct clair_db_value *values, size_t count)
{
	struct postgres_db *postgres = (struct postgres_db *)db;
	const char *name = name_of(postgres, sql);
	char numbers[VALUES][NUMBER_ROOM];
	const char *texts[VALUES];

	if (name == NULL)
		return false;
	if (count > VALUES)
		return clair_db_fail(db, CLAIR_STORE_OTHER, sql);
	for (size_t i = 0; i < count; i++)
		texts[i] = written(&values[i], numbers[i]);
	if (PQsendQueryPrepared(postgres->link, name, (int)count, texts, NULL, NULL, 0) == 0)
		return fail(postgres, NULL);
	return PQsetSingleRowMode(postgres->link) == 1 || fail(postgres, NULL);
}

static bool
postgres_next(struct clair_db *db)
{
	struct postgres_db *postgres = (struct postgres_db *)db;

	for (;;) {
		PQclear(postgres->row);
		postgres->row = PQgetResult(postgres->link);
		if (postgres->row == NULL)
			return false;
		switch (PQresultStatus(postgres->row)) {
		case PGRES_SINGLE_TUPLE: return true;
		case PGRES_COMMAND_OK:
		case PGRES_TUPLES_OK: db->changed = strtoll(PQcmdTuples(postgres->row), NULL, 10); break;
		default: fail(postgres, postgres->row); break;
		}
	}
}

static void
postgres_stop(struct clair_db *db)
{
	struct postgres_db *postgres = (struct postgres_db *)db;

	PQclear(postgres->row);
	while ((postgres->row = PQgetResult(postgres->link)) != NULL)
		PQclear(postgres->row);
}

static struct clair_db_value
postgres_get(struct clair_db *db, int column)
{
	const PGresult *row = ((struct postgres_db *)db)->row;
	const char *text = PQgetvalue(row, 0, column);

	if (PQgetisnull(row, 0, column))
		return of_nothing();
	switch (PQftype(row, column)) {
	case TYPE_BOOL: return of_integer(text[0] == 't');
	case TYPE_INT2:
	case TYPE_INT4:
	case TYPE_INT8: return of_integer(strtoll(text, NULL, 10));
	case TYPE_FLOAT8:
	case TYPE_NUMERIC: return of_real(strtod(text, NULL));
	default: return of_text(text);
	}
}

/* COPY, text format: https://www.postgresql.org/docs/15/sql-copy.html */
static void
put_escaped(struct clair_buf *out, const char *text)
{
	for (;;) {
		const size_t plain = strcspn(text, "\\\t\n\r");

		clair_buf_add(out, text, plain);
		text += plain;
		if (*text == '\0')
			return;
		clair_buf_putc(out, '\\');
		clair_buf_putc(out, *text == '\t' ? 't' : *text == '\n' ? 'n' : *text == '\r' ? 'r' : '\\');
		text++;
	}
}

static bool
postgres_bulk_flush(struct clair_db_bulk *bulk)
{
	struct postgres_db *postgres = (struct postgres_db *)bulk->db;
	PGresult *result;
	bool done;

	if (bulk->waiting.failed)
		return clair_db_fail(bulk->db, CLAIR_STORE_NO_MEMORY, NULL);
	if (bulk->waiting.length == 0)
		return true;
	snprintf(bulk->sql, sizeof(bulk->sql), "COPY %s (%s) FROM STDIN", bulk->table, bulk->columns);
	if (!execute(postgres, bulk->sql))
		return false;
	done = PQputCopyData(postgres->link, bulk->waiting.bytes, (int)bulk->waiting.length) == 1 &&
	    PQputCopyEnd(postgres->link, NULL) == 1;
	if (!done)
		fail(postgres, NULL);
	while ((result = PQgetResult(postgres->link)) != NULL)
		done = is_done(postgres, result) && done;
	clair_buf_clear(&bulk->waiting);
	return done;
}

static bool
postgres_bulk_add(struct clair_db_bulk *bulk, const struct clair_db_value *values)
{
	char number[NUMBER_ROOM];

	for (size_t i = 0; i < bulk->count; i++) {
		const char *text = written(&values[i], number);

		if (i > 0)
			clair_buf_putc(&bulk->waiting, '\t');
		if (text == NULL)
			clair_buf_puts(&bulk->waiting, "\\N");
		else
			put_escaped(&bulk->waiting, text);
	}
	clair_buf_putc(&bulk->waiting, '\n');
	return bulk->waiting.length < FLUSH || postgres_bulk_flush(bulk);
}

static bool
postgres_now(struct clair_db *db, int64_t caller, int64_t *now)
{
	(void)caller;
	if (!clair_db_one(db, "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)", CLAIR_DB_NOTHING))
		return false;
	*now = clair_db_integer(db, 0);
	clair_db_stop(db);
	return true;
}

/* The lock of the session, which is shared, does not hinder the same session. */
static bool
postgres_alone(struct clair_db *db)
{
	const bool alone = clair_db_one(db, "SELECT pg_try_advisory_xact_lock(" WORKING ")", CLAIR_DB_NOTHING) &&
	    clair_db_integer(db, 0) == 1;

	clair_db_stop(db);
	return alone;
}

static const struct clair_db_driver driver = {
	.has_table = "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = $1",
	.locks_rows = true,
	.close = postgres_close,
	.begin = postgres_begin,
	.end = postgres_end,
	.define = postgres_define,
	.ask = postgres_ask,
	.next = postgres_next,
	.stop = postgres_stop,
	.get = postgres_get,
	.bulk_add = postgres_bulk_add,
	.bulk_flush = postgres_bulk_flush,
	.now = postgres_now,
	.alone = postgres_alone,
};

static bool
connect(struct postgres_db *postgres, const char *address)
{
	/* What the address says comes last, and wins. */
	const char *const names[] = {"client_encoding", "application_name", "connect_timeout", "keepalives_idle",
	    "dbname", NULL};
	const char *const values[] = {"UTF8", "clairlint", "30", "60", address, NULL};

	postgres->link = PQconnectdbParams(names, values, 1);
	if (postgres->link == NULL)
		return clair_db_fail(&postgres->db, CLAIR_STORE_NO_MEMORY, NULL);
	if (PQstatus(postgres->link) == CONNECTION_OK)
		return greet(postgres);
	return clair_db_fail(&postgres->db,
	    PQconnectionNeedsPassword(postgres->link) || PQconnectionUsedPassword(postgres->link)
		? CLAIR_STORE_FORBIDDEN
		: CLAIR_STORE_NOT_THERE,
	    PQerrorMessage(postgres->link));
}

enum clair_status
clair_db_open_postgres(
    struct clair_db **out, const char *address, enum clair_store_mode mode, struct clair_store_fault *fault)
{
	struct postgres_db *postgres = calloc(1, sizeof(*postgres));

	*out = NULL;
	if (postgres == NULL) {
		clair_store_fault_set(fault, CLAIR_STORE_NO_MEMORY, NULL);
		return CLAIR_NO_MEMORY;
	}
	postgres->db.driver = &driver;
	postgres->db.mode = mode;
	clair_arena_init(&postgres->mem, 0);
	if (connect(postgres, address)) {
		*out = &postgres->db;
		return CLAIR_OK;
	}
	*fault = postgres->db.fault;
	postgres_close(&postgres->db);
	return fault->why == CLAIR_STORE_NO_MEMORY ? CLAIR_NO_MEMORY : CLAIR_IO;
}
