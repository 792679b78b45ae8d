/*
 * A database: SQLite or PostgreSQL, for statements that both understand. Private to src/store/.
 *
 * Statements are texts with $1, $2… in this order, prepared once and kept. One at a time is read. Between begin and
 * commit the first failure stays in `fault`: what follows does nothing and gives false, so that the caller may look
 * once, at the end.
 */
#ifndef CLAIR_STORE_DB_H
#define CLAIR_STORE_DB_H

#include "store/store.h"

#include <math.h>

enum clair_db_kind { CLAIR_DB_NULL, CLAIR_DB_INTEGER, CLAIR_DB_REAL, CLAIR_DB_TEXT };

struct clair_db_value {
	enum clair_db_kind kind;
	int64_t integer;
	double real;
	const char *text; /* valid UTF-8 */
};

/* What a transaction is for. */
enum clair_db_tie {
	CLAIR_DB_READS,  /* all its statements see the same moment */
	CLAIR_DB_WRITES, /* once committed it outlives the loss of power */
	CLAIR_DB_CLAIMS, /* as WRITES, but SQLite need not wait for the disk */
	CLAIR_DB_RULES,  /* as WRITES, and no other process changes hosts meanwhile */
	CLAIR_DB_MAKES,  /* as WRITES, and no other process makes tables meanwhile */
};

struct clair_db;
struct clair_db_bulk;

struct clair_db_driver {
	const char *has_table;     /* a query that counts the tables of the name $1 */
	bool locks_rows;           /* else a writer has the whole store to itself */
	void (*close)(struct clair_db *db);
	bool (*begin)(struct clair_db *db, enum clair_db_tie tie);
	bool (*end)(struct clair_db *db, bool commit);
	/* Several statements, without values and result. Words of SQLite that others do not know are left out. */
	bool (*define)(struct clair_db *db, const char *sql);
	bool (*ask)(struct clair_db *db, const char *sql, const struct clair_db_value *values, size_t count);
	bool (*next)(struct clair_db *db);
	void (*stop)(struct clair_db *db);
	struct clair_db_value (*get)(struct clair_db *db, int column);
	bool (*bulk_add)(struct clair_db_bulk *bulk, const struct clair_db_value *values);
	bool (*bulk_flush)(struct clair_db_bulk *bulk);
	/* Milliseconds since 1970 by the clock that leases are compared with. */
	bool (*now)(struct clair_db *db, int64_t caller, int64_t *now);
	/* In a transaction: whether no other process has it open to write. Held until the transaction ends. */
	bool (*alone)(struct clair_db *db);
};

struct clair_db {
	const struct clair_db_driver *driver;
	struct clair_store_fault fault;
	enum clair_store_mode mode;
	int64_t changed;  /* rows, by the last statement */
	bool inside;      /* a transaction */
	bool reading;     /* a statement */
};

enum clair_status clair_db_open_sqlite(
    struct clair_db **out, const char *path, enum clair_store_mode mode, struct clair_store_fault *fault);
enum clair_status clair_db_open_postgres(
    struct clair_db **out, const char *address, enum clair_store_mode mode, struct clair_store_fault *fault);
void clair_db_close(struct clair_db *db);

/* Keeps the first fault; gives false. `detail` may be NULL. */
bool clair_db_fail(struct clair_db *db, enum clair_store_why why, const char *detail);
void clair_store_fault_set(struct clair_store_fault *fault, enum clair_store_why why, const char *detail);

bool clair_db_begin(struct clair_db *db, enum clair_db_tie tie);
/* Commits when `good` and nothing failed, else rolls back. What the transaction came to. */
enum clair_status clair_db_end(struct clair_db *db, bool good);

/* A statement without rows; db->changed tells how many it changed. */
bool clair_db_run(struct clair_db *db, const char *sql, const struct clair_db_value *values, size_t count);
/* A query: then clair_db_next until it gives false. */
bool clair_db_ask(struct clair_db *db, const char *sql, const struct clair_db_value *values, size_t count);
bool clair_db_next(struct clair_db *db);
/* The next row, if any, and no other. */
bool clair_db_one(struct clair_db *db, const char *sql, const struct clair_db_value *values, size_t count);
void clair_db_stop(struct clair_db *db);

#define CLAIR_DB_VALUES(...) \
	(const struct clair_db_value[]){__VA_ARGS__}, \
	    sizeof((const struct clair_db_value[]){__VA_ARGS__}) / sizeof(struct clair_db_value)
#define CLAIR_DB_NOTHING NULL, 0

/* Of the row that is read, columns from 0. A text lives until the next row. */
int64_t clair_db_integer(struct clair_db *db, int column); /* 0 for NULL */
uint32_t clair_db_count(struct clair_db *db, int column);
double clair_db_real(struct clair_db *db, int column);     /* -1 for NULL */
const char *clair_db_text(struct clair_db *db, int column); /* NULL for NULL */
/* Copies: "" for NULL, and NULL for NULL. */
const char *clair_db_words(struct clair_db *db, int column, struct clair_arena *mem);
const char *clair_db_key(struct clair_db *db, int column, struct clair_arena *mem);

/*
 * Many rows of one table. Several may be open in a transaction, and flushed at its end; no statement is read
 * meanwhile.
 */
struct clair_db_bulk {
	struct clair_db *db;
	const char *table;
	const char *columns; /* "round, site, page" */
	size_t count;        /* of columns */
	char sql[1200];      /* of the driver */
	void *statement;     /* of the driver: it is asked for each row */
	struct clair_buf waiting;
};
void clair_db_bulk_open(struct clair_db_bulk *bulk, struct clair_db *db, const char *table, const char *columns);
/* One value a column. */
bool clair_db_bulk_add(struct clair_db_bulk *bulk, const struct clair_db_value *values, size_t count);
bool clair_db_bulk_close(struct clair_db_bulk *bulk);

static inline struct clair_db_value
of_integer(int64_t integer)
{
	return (struct clair_db_value){.kind = CLAIR_DB_INTEGER, .integer = integer};
}

static inline struct clair_db_value
of_nothing(void)
{
	return (struct clair_db_value){.kind = CLAIR_DB_NULL};
}

/* NULL is NULL. */
static inline struct clair_db_value
of_text(const char *text)
{
	return text == NULL ? of_nothing() : (struct clair_db_value){.kind = CLAIR_DB_TEXT, .text = text};
}

static inline struct clair_db_value
of_real(double real)
{
	return isfinite(real) ? (struct clair_db_value){.kind = CLAIR_DB_REAL, .real = real} : of_nothing();
}

/* Less than 0 is not known. */
static inline struct clair_db_value
of_score(double score)
{
	return score < 0 ? of_nothing() : of_real(score);
}

#endif
