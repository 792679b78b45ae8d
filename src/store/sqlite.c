/*
 * SQLite. A writer begins IMMEDIATE, so that it waits for its turn at once and never has to begin again.
 *
 * WAL with synchronous=FULL: a commit is on the disk when it returns. With NORMAL it may be lost with the power,
 * which is right for claims alone: the worker that had them is gone too. https://www.sqlite.org/pragma.html
 */
#include "base/map.h"
#include "store/db.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	APPLICATION = 0x636c6169,     /* "clai": https://www.sqlite.org/fileformat.html#application_id */
	BUSY_MILLISECONDS = 180000,   /* another process may be writing a site of 100,000 pages */
};

struct sqlite_db {
	struct clair_db db;
	sqlite3 *handle;
	sqlite3_stmt *statement;      /* the one that is read */
	struct clair_map statements;  /* by their text */
	struct clair_arena mem;
	int lock;                     /* a file held with others, or alone; -1: none */
	bool alone;                   /* `lock` is held alone */
	bool light;                   /* synchronous=NORMAL */
};

static enum clair_store_why
why_of(sqlite3 *handle, int code)
{
	const int error = handle == NULL ? 0 : sqlite3_system_errno(handle);

	switch (code & 0xff) {
	case SQLITE_NOMEM: return CLAIR_STORE_NO_MEMORY;
	case SQLITE_FULL: return CLAIR_STORE_FULL;
	case SQLITE_READONLY: return CLAIR_STORE_READ_ONLY;
	case SQLITE_PERM:
	case SQLITE_AUTH: return CLAIR_STORE_FORBIDDEN;
	case SQLITE_CORRUPT: return CLAIR_STORE_DAMAGED;
	case SQLITE_NOTADB: return CLAIR_STORE_NOT_ONE;
	case SQLITE_BUSY:
	case SQLITE_LOCKED: return CLAIR_STORE_BUSY;
	case SQLITE_CANTOPEN: return error == EACCES || error == EPERM ? CLAIR_STORE_FORBIDDEN
		: error == EROFS                                       ? CLAIR_STORE_READ_ONLY
								       : CLAIR_STORE_NOT_THERE;
	case SQLITE_IOERR:
		if (error == ENOSPC || error == EDQUOT)
			return CLAIR_STORE_FULL;
		return code == SQLITE_IOERR_SHORT_READ || code == SQLITE_IOERR_CORRUPTFS ? CLAIR_STORE_DAMAGED
											  : CLAIR_STORE_OTHER;
	default: return CLAIR_STORE_OTHER;
	}
}

static bool
fail(struct sqlite_db *sqlite)
{
	const int code = sqlite3_extended_errcode(sqlite->handle);

	return clair_db_fail(&sqlite->db, why_of(sqlite->handle, code), sqlite3_errmsg(sqlite->handle));
}

static bool
execute(struct sqlite_db *sqlite, const char *sql)
{
	return sqlite3_exec(sqlite->handle, sql, NULL, NULL, NULL) == SQLITE_OK || fail(sqlite);
}

static bool
sqlite_define(struct clair_db *db, const char *sql)
{
	return execute((struct sqlite_db *)db, sql);
}

static void
sqlite_close(struct clair_db *db)
{
	struct sqlite_db *sqlite = (struct sqlite_db *)db;

	for (size_t i = 0; i < sqlite->statements.room; i++)
		sqlite3_finalize(sqlite->statements.slots[i].value);
	sqlite3_close(sqlite->handle);
	if (sqlite->lock >= 0)
		close(sqlite->lock);
	clair_arena_free(&sqlite->mem);
	free(sqlite);
}

/* Locks of an open file description (fcntl(2)): those of SQLite are of the process, and of another file. Changing
 * one is atomic, and it goes away with the process. */
static bool
lock_as(int file, short type)
{
	struct flock lock = {.l_type = type, .l_whence = SEEK_SET};

	return file >= 0 && fcntl(file, F_OFD_SETLK, &lock) == 0;
}

static bool
sqlite_begin(struct clair_db *db, enum clair_db_tie tie)
{
	struct sqlite_db *sqlite = (struct sqlite_db *)db;
	const bool light = tie == CLAIR_DB_CLAIMS;

	if (db->mode != CLAIR_STORE_READ && light != sqlite->light) {
		if (!execute(sqlite, light ? "PRAGMA synchronous=NORMAL" : "PRAGMA synchronous=FULL"))
			return false;
		sqlite->light = light;
	}
	return execute(sqlite, tie == CLAIR_DB_READS ? "BEGIN" : "BEGIN IMMEDIATE");
}

static bool
end_transaction(struct sqlite_db *sqlite, bool commit)
{
	/* Some failures (a full disk) have rolled back already. */
	if (sqlite3_get_autocommit(sqlite->handle))
		return !commit;
	return execute(sqlite, commit ? "COMMIT" : "ROLLBACK");
}

static bool
sqlite_end(struct clair_db *db, bool commit)
{
	struct sqlite_db *sqlite = (struct sqlite_db *)db;
	const bool done = end_transaction(sqlite, commit);

	if (sqlite->alone && sqlite3_get_autocommit(sqlite->handle))
		sqlite->alone = !lock_as(sqlite->lock, F_RDLCK);
	return done;
}

/* $1, $2… are names for SQLite, numbered as they come: the texts must have them in order. */
static bool
is_in_order(sqlite3_stmt *statement)
{
	for (int i = 1; i <= sqlite3_bind_parameter_count(statement); i++) {
		const char *name = sqlite3_bind_parameter_name(statement, i);
		char expected[16];

		snprintf(expected, sizeof(expected), "$%d", i);
		if (name == NULL || strcmp(name, expected) != 0)
			return false;
	}
	return true;
}

static sqlite3_stmt *
prepared(struct sqlite_db *sqlite, const char *sql)
{
	sqlite3_stmt *statement = clair_map_get(&sqlite->statements, sql, strlen(sql));
	const char *kept;
	void **slot;

	if (statement != NULL)
		return statement;
	if (sqlite3_prepare_v3(sqlite->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK) {
		fail(sqlite);
		return NULL;
	}
	kept = clair_strdup(&sqlite->mem, sql);
	slot = clair_map_at(&sqlite->statements, kept, strlen(kept));
	if (!sqlite->mem.failed && is_in_order(statement)) {
		*slot = statement;
		return statement;
	}
	clair_db_fail(&sqlite->db, sqlite->mem.failed ? CLAIR_STORE_NO_MEMORY : CLAIR_STORE_OTHER, sql);
	sqlite3_finalize(statement);
	return NULL;
}

static bool
bind(struct sqlite_db *sqlite, sqlite3_stmt *statement, const struct clair_db_value *values, size_t count,
    sqlite3_destructor_type lifetime)
{
	int code = SQLITE_OK;

	for (size_t i = 0; i < count && code == SQLITE_OK; i++) {
		const struct clair_db_value *value = &values[i];
		const int at = (int)i + 1;

		if (value->kind == CLAIR_DB_INTEGER)
			code = sqlite3_bind_int64(statement, at, value->integer);
		else if (value->kind == CLAIR_DB_REAL)
			code = sqlite3_bind_double(statement, at, value->real);
		else if (value->kind == CLAIR_DB_TEXT)
			code = sqlite3_bind_text(statement, at, value->text, -1, lifetime);
		else
			code = sqlite3_bind_null(statement, at);
	}
	return code == SQLITE_OK || fail(sqlite);
}

static bool
sqlite_ask(struct clair_db *db, const char *sql, const struct clair_db_value *values, size_t count)
{
	struct sqlite_db *sqlite = (struct sqlite_db *)db;
	sqlite3_stmt *statement = prepared(sqlite, sql);

	if (statement == NULL || !bind(sqlite, statement, values, count, SQLITE_TRANSIENT))
		return false;
	sqlite->statement = statement;
	return true;
}

static bool
sqlite_next(struct clair_db *db)
{
	struct sqlite_db *sqlite = (struct sqlite_db *)db;
	const int code = sqlite3_step(sqlite->statement);

	if (code == SQLITE_ROW)
		return true;
	db->changed = sqlite3_changes(sqlite->handle);
	return code == SQLITE_DONE ? false : fail(sqlite);
}

static void
sqlite_stop(struct clair_db *db)
{
	struct sqlite_db *sqlite = (struct sqlite_db *)db;

	sqlite3_reset(sqlite->statement);
	sqlite->statement = NULL;
}

static struct clair_db_value
sqlite_get(struct clair_db *db, int column)
{
	sqlite3_stmt *statement = ((struct sqlite_db *)db)->statement;

	switch (sqlite3_column_type(statement, column)) {
	case SQLITE_INTEGER: return of_integer(sqlite3_column_int64(statement, column));
	case SQLITE_FLOAT: return of_real(sqlite3_column_double(statement, column));
	case SQLITE_NULL: return of_nothing();
	default: return of_text((const char *)sqlite3_column_text(statement, column));
	}
}

static bool
write_insert(struct clair_db_bulk *bulk)
{
	size_t length = (size_t)snprintf(
	    bulk->sql, sizeof(bulk->sql), "INSERT INTO %s (%s) VALUES (", bulk->table, bulk->columns);

	for (size_t i = 1; i <= bulk->count && length < sizeof(bulk->sql); i++)
		length += (size_t)snprintf(bulk->sql + length, sizeof(bulk->sql) - length, "$%zu%s", i,
		    i < bulk->count ? ", " : ")");
	return length < sizeof(bulk->sql) || clair_db_fail(bulk->db, CLAIR_STORE_OTHER, bulk->table);
}

static bool
sqlite_bulk_add(struct clair_db_bulk *bulk, const struct clair_db_value *values)
{
	struct sqlite_db *sqlite = (struct sqlite_db *)bulk->db;
	bool done;

	if (bulk->statement == NULL) {
		if (!write_insert(bulk))
			return false;
		bulk->statement = prepared(sqlite, bulk->sql);
		if (bulk->statement == NULL)
			return false;
	}
	done = bind(sqlite, bulk->statement, values, bulk->count, SQLITE_STATIC) &&
	    (sqlite3_step(bulk->statement) == SQLITE_DONE || fail(sqlite));
	sqlite3_reset(bulk->statement);
	return done;
}

static bool
sqlite_bulk_flush(struct clair_db_bulk *bulk)
{
	(void)bulk;
	return true;
}

static bool
sqlite_now(struct clair_db *db, int64_t caller, int64_t *now)
{
	(void)db;
	*now = caller;
	return true;
}

static bool
sqlite_alone(struct clair_db *db)
{
	struct sqlite_db *sqlite = (struct sqlite_db *)db;

	sqlite->alone = lock_as(sqlite->lock, F_WRLCK);
	return sqlite->alone;
}

static const struct clair_db_driver driver = {
	.has_table = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $1",
	.locks_rows = false,
	.close = sqlite_close,
	.begin = sqlite_begin,
	.end = sqlite_end,
	.define = sqlite_define,
	.ask = sqlite_ask,
	.next = sqlite_next,
	.stop = sqlite_stop,
	.get = sqlite_get,
	.bulk_add = sqlite_bulk_add,
	.bulk_flush = sqlite_bulk_flush,
	.now = sqlite_now,
	.alone = sqlite_alone,
};

static bool
open_handle(struct sqlite_db *sqlite, const char *path, int flags)
{
	const int code = sqlite3_open_v2(path, &sqlite->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);

	if (sqlite->handle == NULL)
		return clair_db_fail(&sqlite->db, CLAIR_STORE_NO_MEMORY, NULL);
	sqlite3_extended_result_codes(sqlite->handle, 1);
	sqlite3_busy_timeout(sqlite->handle, BUSY_MILLISECONDS);
	return code == SQLITE_OK || fail(sqlite);
}

/* In a folder that cannot be written into, a file in WAL mode that nobody has open can only be read as one that
 * never changes. */
static bool
reopen_unchanging(struct sqlite_db *sqlite, const char *path)
{
	struct clair_buf uri;
	bool done;

	clair_buf_init(&uri, 0);
	clair_buf_puts(&uri, "file:");
	for (const char *at = path; *at != '\0'; at++) {
		if (*at == '%' || *at == '?' || *at == '#')
			clair_buf_printf(&uri, "%%%02x", (unsigned)(unsigned char)*at);
		else
			clair_buf_putc(&uri, *at);
	}
	clair_buf_puts(&uri, "?immutable=1");
	sqlite3_close(sqlite->handle);
	sqlite->handle = NULL;
	sqlite->db.fault = (struct clair_store_fault){.why = CLAIR_STORE_FINE};
	done = !uri.failed && open_handle(sqlite, uri.bytes, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI) &&
	    execute(sqlite, "SELECT count(*) FROM sqlite_master");
	clair_buf_free(&uri);
	return done;
}

static bool
has_wal(const char *path)
{
	struct clair_buf wal;
	struct stat facts;
	bool has;

	clair_buf_init(&wal, 0);
	clair_buf_printf(&wal, "%s-wal", path);
	has = wal.failed || (stat(wal.bytes, &facts) == 0 && facts.st_size > 0);
	clair_buf_free(&wal);
	return has;
}

static bool
open_to_read(struct sqlite_db *sqlite, const char *path)
{
	if (!open_handle(sqlite, path, SQLITE_OPEN_READONLY))
		return false;
	return execute(sqlite, "SELECT count(*) FROM sqlite_master") ||
	    ((sqlite->db.fault.why == CLAIR_STORE_NOT_THERE || sqlite->db.fault.why == CLAIR_STORE_FORBIDDEN ||
		 sqlite->db.fault.why == CLAIR_STORE_READ_ONLY) &&
		!has_wal(path) && reopen_unchanging(sqlite, path));
}

static bool
take_lock(struct sqlite_db *sqlite, const char *path)
{
	struct clair_buf name;

	clair_buf_init(&name, 0);
	clair_buf_printf(&name, "%s-lock", path);
	if (!name.failed)
		sqlite->lock = open(name.bytes, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	clair_buf_free(&name);
	if (sqlite->lock < 0)
		return clair_db_fail(&sqlite->db, errno == ENOSPC ? CLAIR_STORE_FULL : CLAIR_STORE_READ_ONLY, strerror(errno));
	/* Who is alone is so for one transaction. */
	for (int tries = 0; !lock_as(sqlite->lock, F_RDLCK); tries++) {
		if (tries == BUSY_MILLISECONDS / 10 || (errno != EAGAIN && errno != EACCES))
			return clair_db_fail(&sqlite->db, CLAIR_STORE_BUSY, strerror(errno));
		usleep(10000);
	}
	return true;
}

static bool
read_number(struct sqlite_db *sqlite, const char *sql, int64_t *number)
{
	if (!clair_db_one(&sqlite->db, sql, CLAIR_DB_NOTHING))
		return false;
	*number = clair_db_integer(&sqlite->db, 0);
	clair_db_stop(&sqlite->db);
	return true;
}

/* Both numbers are read of one moment: another opener may be making the tables. */
static bool
is_ours(struct sqlite_db *sqlite, bool *is_new)
{
	int64_t application = 0;
	int64_t tables = 0;
	bool done;

	if (!execute(sqlite, "BEGIN"))
		return false;
	done = read_number(sqlite, "PRAGMA application_id", &application) &&
	    read_number(sqlite, "SELECT count(*) FROM sqlite_master", &tables);
	if (!execute(sqlite, "ROLLBACK") || !done)
		return false;
	*is_new = application == 0 && tables == 0;
	return application == APPLICATION || *is_new || clair_db_fail(&sqlite->db, CLAIR_STORE_NOT_ONE, NULL);
}

/* Two openers may both turn a new file to WAL: SQLite then does not wait, so that neither waits for ever. */
static bool
turn_to_wal(struct sqlite_db *sqlite)
{
	for (int tries = 0; tries < BUSY_MILLISECONDS / 10; tries++) {
		const int code = sqlite3_exec(sqlite->handle, "PRAGMA journal_mode=WAL", NULL, NULL, NULL);

		if (code == SQLITE_OK)
			return true;
		if ((code & 0xff) != SQLITE_BUSY)
			break;
		usleep(10000);
	}
	return fail(sqlite);
}

static bool
open_to_write(struct sqlite_db *sqlite, const char *path, bool create)
{
	char mark[64];
	bool is_new;

	if (!open_handle(sqlite, path, SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0)))
		return false;
	if (sqlite3_db_readonly(sqlite->handle, "main") == 1)
		return clair_db_fail(&sqlite->db, CLAIR_STORE_READ_ONLY, NULL);
	if (!is_ours(sqlite, &is_new) || !take_lock(sqlite, path))
		return false;
	snprintf(mark, sizeof(mark), "PRAGMA application_id=%d", APPLICATION);
	return (!is_new || !create || execute(sqlite, mark)) && turn_to_wal(sqlite) &&
	    execute(sqlite, "PRAGMA synchronous=FULL") &&
	    execute(sqlite, "PRAGMA foreign_keys=ON") &&
	    execute(sqlite, "PRAGMA cache_size=-16384") && /* KiB: what a large site has more goes to the file */
	    execute(sqlite, "PRAGMA journal_size_limit=67108864");
}

enum clair_status
clair_db_open_sqlite(
    struct clair_db **out, const char *path, enum clair_store_mode mode, struct clair_store_fault *fault)
{
	struct sqlite_db *sqlite = calloc(1, sizeof(*sqlite));
	bool done;

	*out = NULL;
	if (sqlite == NULL) {
		clair_store_fault_set(fault, CLAIR_STORE_NO_MEMORY, NULL);
		return CLAIR_NO_MEMORY;
	}
	sqlite->db.driver = &driver;
	sqlite->db.mode = mode;
	sqlite->lock = -1;
	clair_arena_init(&sqlite->mem, 0);
	clair_map_init(&sqlite->statements, &sqlite->mem);
	done = mode == CLAIR_STORE_READ ? open_to_read(sqlite, path)
					: open_to_write(sqlite, path, mode == CLAIR_STORE_CREATE);
	if (done) {
		*out = &sqlite->db;
		return CLAIR_OK;
	}
	*fault = sqlite->db.fault;
	sqlite_close(&sqlite->db);
	return fault->why == CLAIR_STORE_NO_MEMORY ? CLAIR_NO_MEMORY : CLAIR_IO;
}
