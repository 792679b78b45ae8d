/* What both databases share. */
#include "store/db.h"

#include <stdio.h>
#include <string.h>

void
clair_store_fault_set(struct clair_store_fault *fault, enum clair_store_why why, const char *detail)
{
	size_t length;

	*fault = (struct clair_store_fault){.why = why};
	if (detail == NULL)
		return;
	snprintf(fault->detail, sizeof(fault->detail), "%s", detail);
	length = strlen(fault->detail);
	while (length > 0 && (fault->detail[length - 1] == '\n' || fault->detail[length - 1] == ' '))
		fault->detail[--length] = '\0';
}

bool
clair_db_fail(struct clair_db *db, enum clair_store_why why, const char *detail)
{
	if (db->fault.why == CLAIR_STORE_FINE)
		clair_store_fault_set(&db->fault, why, detail);
	return false;
}

static bool
is_failed(const struct clair_db *db)
{
	return db->fault.why != CLAIR_STORE_FINE;
}

void
clair_db_close(struct clair_db *db)
{
	if (db != NULL)
		db->driver->close(db);
}

bool
clair_db_begin(struct clair_db *db, enum clair_db_tie tie)
{
	db->fault = (struct clair_store_fault){.why = CLAIR_STORE_FINE};
	if (db->mode == CLAIR_STORE_READ && tie != CLAIR_DB_READS)
		return clair_db_fail(db, CLAIR_STORE_READ_ONLY, NULL);
	db->inside = db->driver->begin(db, tie);
	return db->inside;
}

static enum clair_status
status_of(enum clair_store_why why)
{
	switch (why) {
	case CLAIR_STORE_FINE: return CLAIR_OK;
	case CLAIR_STORE_NO_MEMORY: return CLAIR_NO_MEMORY;
	case CLAIR_STORE_ROUND_OPEN:
	case CLAIR_STORE_SITE_LEFT:
	case CLAIR_STORE_BAD_SITES:
	case CLAIR_STORE_OTHER_ROUND:
	case CLAIR_STORE_TWICE: return CLAIR_BAD_INPUT;
	default: return CLAIR_IO;
	}
}

enum clair_status
clair_db_end(struct clair_db *db, bool good)
{
	clair_db_stop(db);
	if (db->inside) {
		if (is_failed(db) || !good)
			db->driver->end(db, false);
		else if (!db->driver->end(db, true))
			db->driver->end(db, false);
		db->inside = false;
	}
	return status_of(db->fault.why);
}

bool
clair_db_ask(struct clair_db *db, const char *sql, const struct clair_db_value *values, size_t count)
{
	if (is_failed(db))
		return false;
	clair_db_stop(db);
	db->reading = db->driver->ask(db, sql, values, count);
	return db->reading;
}

bool
clair_db_next(struct clair_db *db)
{
	if (!db->reading)
		return false;
	if (!is_failed(db) && db->driver->next(db))
		return true;
	clair_db_stop(db);
	return false;
}

void
clair_db_stop(struct clair_db *db)
{
	if (db->reading)
		db->driver->stop(db);
	db->reading = false;
}

bool
clair_db_one(struct clair_db *db, const char *sql, const struct clair_db_value *values, size_t count)
{
	return clair_db_ask(db, sql, values, count) && clair_db_next(db);
}

bool
clair_db_run(struct clair_db *db, const char *sql, const struct clair_db_value *values, size_t count)
{
	if (!clair_db_ask(db, sql, values, count))
		return false;
	while (clair_db_next(db))
		continue;
	return !is_failed(db);
}

int64_t
clair_db_integer(struct clair_db *db, int column)
{
	const struct clair_db_value value = db->driver->get(db, column);

	return value.kind == CLAIR_DB_INTEGER ? value.integer : value.kind == CLAIR_DB_REAL ? (int64_t)value.real : 0;
}

uint32_t
clair_db_count(struct clair_db *db, int column)
{
	return (uint32_t)clair_db_integer(db, column);
}

double
clair_db_real(struct clair_db *db, int column)
{
	const struct clair_db_value value = db->driver->get(db, column);

	return value.kind == CLAIR_DB_REAL ? value.real : value.kind == CLAIR_DB_INTEGER ? (double)value.integer : -1;
}

const char *
clair_db_text(struct clair_db *db, int column)
{
	return db->driver->get(db, column).text;
}

const char *
clair_db_key(struct clair_db *db, int column, struct clair_arena *mem)
{
	const char *text = clair_db_text(db, column);

	return text == NULL ? NULL : clair_strdup(mem, text);
}

const char *
clair_db_words(struct clair_db *db, int column, struct clair_arena *mem)
{
	const char *text = clair_db_text(db, column);

	return text == NULL ? "" : clair_strdup(mem, text);
}

void
clair_db_bulk_open(struct clair_db_bulk *bulk, struct clair_db *db, const char *table, const char *columns)
{
	*bulk = (struct clair_db_bulk){.db = db, .table = table, .columns = columns, .count = 1};
	for (const char *comma = strchr(columns, ','); comma != NULL; comma = strchr(comma + 1, ','))
		bulk->count++;
	clair_buf_init(&bulk->waiting, 0);
}

bool
clair_db_bulk_add(struct clair_db_bulk *bulk, const struct clair_db_value *values, size_t count)
{
	if (is_failed(bulk->db))
		return false;
	if (count != bulk->count)
		return clair_db_fail(bulk->db, CLAIR_STORE_OTHER, bulk->table);
	return bulk->db->driver->bulk_add(bulk, values);
}

bool
clair_db_bulk_close(struct clair_db_bulk *bulk)
{
	const bool done = !is_failed(bulk->db) && bulk->db->driver->bulk_flush(bulk);

	clair_buf_free(&bulk->waiting);
	return done;
}
