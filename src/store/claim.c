/* Who crawls what. A ticket tells one holding of a host from the next: a worker that lost its lease has an old one. */
#include "store/inside.h"

enum { WAIT_AGAIN = 100 }; /* milliseconds: a host that another worker is just taking or leaving */

/* `waiting` has the index. A site that is counted and is not there would be waited for without end. */
#define HAS_SITES "h.waiting > 0 AND EXISTS (SELECT 1 FROM todo t WHERE t.host = h.name)"

/* A worker that slept, or was told another time, finds its own hosts there: it still crawls them. */
#define FREE_HOST(lock) \
	"SELECT h.name FROM host h WHERE " HAS_SITES " AND h.held_until <= $1 AND (h.worker IS NULL OR h.worker <> $2)" \
	" ORDER BY h.file_order LIMIT 1" lock

/* The first free host: no other worker takes it before the transaction ends. NULL: there is none, or it failed. */
static const char *
free_host(struct clair_db *db, const struct clair_store_worker *worker, int64_t now, struct clair_arena *mem)
{
	const char *host = NULL;

	if (clair_db_one(db, db->driver->locks_rows ? FREE_HOST(" FOR UPDATE SKIP LOCKED") : FREE_HOST(""),
		CLAIR_DB_VALUES(of_integer(now), of_text(worker->name))))
		host = clair_db_words(db, 0, mem);
	clair_db_stop(db);
	return host;
}

/* Its next site. It is looked for once the host is held back: a site that was just done is then seen to be. */
static bool
next_site(struct clair_db *db, const char *host, struct clair_store_claim *claim)
{
	const bool found = clair_db_one(db,
	    "UPDATE todo SET attempts = attempts + 1 WHERE site ="
	    " (SELECT t.site FROM todo t WHERE t.host = $1 ORDER BY t.file_order LIMIT 1) RETURNING site, attempts",
	    CLAIR_DB_VALUES(of_text(host)));

	if (found) {
		claim->number = clair_db_count(db, 0);
		claim->attempt = clair_db_count(db, 1);
	}
	clair_db_stop(db);
	return found;
}

static bool
hold(struct clair_db *db, const struct clair_store_worker *worker, int64_t now, const char *host,
    struct clair_store_claim *claim)
{
	if (!clair_db_one(db,
		"UPDATE host SET worker = $1, held_until = $2, ticket = ticket + 1, site = $3 WHERE name = $4"
		" RETURNING ticket",
		CLAIR_DB_VALUES(of_text(worker->name), of_integer(now + worker->lease), of_integer(claim->number),
		    of_text(host))))
		return false;
	claim->ticket = (uint64_t)clair_db_integer(db, 0);
	clair_db_stop(db);
	return true;
}

/* All of them: what a site leads to may be of any. */
bool
clair_store_read_spared(struct clair_db *db, struct clair_store_claim *claim)
{
	struct clair_store_rows rows = {0};

	clair_db_ask(db, "SELECT what FROM exclusion ORDER BY what", CLAIR_DB_NOTHING);
	while (clair_db_next(db)) {
		const char **what = clair_store_next_row(&rows, sizeof(*what), &claim->mem);

		if (what != NULL)
			*what = clair_db_words(db, 0, &claim->mem);
	}
	claim->spared = rows.items;
	claim->spared_count = rows.count;
	return db->fault.why == CLAIR_STORE_FINE;
}

/* The first free host and its next site. False: there is none, or it failed. */
static bool
pick(struct clair_db *db, const struct clair_store_worker *worker, int64_t now, struct clair_store_claim *claim)
{
	const char *host = free_host(db, worker, now, &claim->mem);

	if (host == NULL || !next_site(db, host, claim) || !hold(db, worker, now, host, claim) ||
	    !clair_db_one(db, "SELECT " CLAIR_STORE_SITE_COLUMNS " FROM site s WHERE s.id = $1",
		CLAIR_DB_VALUES(of_integer(claim->number))))
		return false;
	clair_store_read_site(db, &claim->site, &claim->mem);
	clair_db_stop(db);
	if (!clair_store_read_spared(db, claim))
		return false;
	claim->worker = clair_strdup(&claim->mem, worker->name);
	return !claim->mem.failed || clair_db_fail(db, CLAIR_STORE_NO_MEMORY, NULL);
}

/* The host is no longer held, and rests. False: it was not held by this claim, or it failed. */
static bool
let_go(struct clair_db *db, const struct clair_store_claim *claim, int64_t until)
{
	return clair_db_run(db,
		   "UPDATE host SET worker = NULL, site = NULL, held_until = $1"
		   " WHERE name = $2 AND ticket = $3 AND worker = $4",
		   CLAIR_DB_VALUES(of_integer(until), of_text(claim->site.host), of_integer((int64_t)claim->ticket),
		       of_text(claim->worker))) &&
	    db->changed == 1;
}

/* False: the site left the round meanwhile, or the round ended, or it failed. A new file may have given it another
 * host, where it is counted. */
static bool
strike_out(struct clair_db *db, const struct clair_store_claim *claim)
{
	uint32_t round;

	return clair_store_open_round(db, &round) && round == claim->round &&
	    clair_db_run(db,
		"UPDATE host SET waiting = waiting - 1 WHERE name = (SELECT t.host FROM todo t WHERE t.site = $1)",
		CLAIR_DB_VALUES(of_integer(claim->number))) &&
	    db->changed == 1 &&
	    clair_db_run(db, "DELETE FROM todo WHERE site = $1", CLAIR_DB_VALUES(of_integer(claim->number)));
}

static bool
set_aside(struct clair_db *db, const struct clair_store_claim *claim, int64_t now)
{
	const struct clair_store_outcome outcome = {.began = now, .ended = now, .start_failure = "worker-lost"};

	return let_go(db, claim, 0) && strike_out(db, claim) &&
	    clair_store_write_crawl(db, claim->round, claim->number, &outcome, NULL);
}

/* Milliseconds until a host that has a site to crawl is free; -1: none has. */
static int64_t
wait_for(struct clair_db *db, int64_t now)
{
	int64_t wait = -1;

	if (clair_db_one(db, "SELECT min(h.held_until) FROM host h WHERE " HAS_SITES " HAVING count(*) > 0",
		CLAIR_DB_NOTHING))
		wait = clair_db_integer(db, 0) - now;
	else
		return -1;
	clair_db_stop(db);
	return wait < WAIT_AGAIN ? WAIT_AGAIN : wait;
}

static bool
claim_next(struct clair_db *db, const struct clair_store_worker *worker, int64_t moment,
    struct clair_store_claim *claim, int64_t *wait)
{
	int64_t now;

	if (!clair_store_open_round(db, &claim->round) || !db->driver->now(db, moment, &now))
		return false;
	while (claim->round != 0 && pick(db, worker, now, claim)) {
		if (worker->attempts == 0 || claim->attempt <= worker->attempts)
			return true;
		if (!set_aside(db, claim, moment))
			return false;
	}
	clair_db_stop(db);
	*wait = claim->round == 0 ? -1 : wait_for(db, now);
	return false;
}

enum clair_status
clair_store_claim(struct clair_store *store, const struct clair_store_worker *worker, int64_t now,
    struct clair_store_claim *claim, int64_t *wait)
{
	struct clair_db *db = store->db;
	bool found = false;
	enum clair_status status;

	*claim = (struct clair_store_claim){0};
	*wait = -1;
	clair_arena_init(&claim->mem, 0);
	found = clair_db_begin(db, CLAIR_DB_CLAIMS) && claim_next(db, worker, now, claim, wait);
	status = clair_db_end(db, true);
	if (status == CLAIR_OK && found)
		return CLAIR_OK;
	clair_store_claim_free(claim);
	return status == CLAIR_OK ? CLAIR_NOT_FOUND : status;
}

void
clair_store_claim_free(struct clair_store_claim *claim)
{
	clair_arena_free(&claim->mem);
	*claim = (struct clair_store_claim){0};
}

enum clair_status
clair_store_extend(
    struct clair_store *store, const struct clair_store_worker *worker, int64_t now, uint32_t *held)
{
	struct clair_db *db = store->db;
	const bool done = clair_db_begin(db, CLAIR_DB_CLAIMS) && db->driver->now(db, now, &now) &&
	    clair_db_run(db, "UPDATE host SET held_until = $1 WHERE worker = $2",
		CLAIR_DB_VALUES(of_integer(now + worker->lease), of_text(worker->name)));

	*held = done ? (uint32_t)db->changed : 0;
	return clair_db_end(db, done);
}

enum clair_status
clair_store_holds(struct clair_store *store, const struct clair_store_claim *claim)
{
	struct clair_db *db = store->db;
	const bool done = clair_db_begin(db, CLAIR_DB_READS) &&
	    clair_db_one(db, "SELECT count(*) FROM host WHERE name = $1 AND ticket = $2 AND worker = $3",
		CLAIR_DB_VALUES(
		    of_text(claim->site.host), of_integer((int64_t)claim->ticket), of_text(claim->worker)));
	const bool held = done && clair_db_integer(db, 0) == 1;
	enum clair_status status;

	clair_db_stop(db);
	status = clair_db_end(db, done);
	return status == CLAIR_OK && !held ? CLAIR_NOT_FOUND : status;
}

enum clair_status
clair_store_give_back(struct clair_store *store, const struct clair_store_claim *claim, int64_t rest, int64_t now)
{
	struct clair_db *db = store->db;
	const bool held = clair_db_begin(db, CLAIR_DB_CLAIMS) && db->driver->now(db, now, &now) &&
	    let_go(db, claim, now + rest) &&
	    clair_db_run(db, "UPDATE todo SET attempts = attempts - 1 WHERE site = $1",
		CLAIR_DB_VALUES(of_integer(claim->number)));
	const enum clair_status status = clair_db_end(db, held);

	return status == CLAIR_OK && !held ? CLAIR_NOT_FOUND : status;
}

enum clair_status
clair_store_forgive(struct clair_store *store, const struct clair_store_claim *claim)
{
	struct clair_db *db = store->db;
	const bool held = clair_db_begin(db, CLAIR_DB_CLAIMS) &&
	    clair_db_run(db,
		"UPDATE todo SET attempts = 1 WHERE site = $1 AND EXISTS"
		" (SELECT 1 FROM host WHERE name = $2 AND ticket = $3 AND worker = $4)",
		CLAIR_DB_VALUES(of_integer(claim->number), of_text(claim->site.host),
		    of_integer((int64_t)claim->ticket), of_text(claim->worker))) &&
	    db->changed == 1;
	const enum clair_status status = clair_db_end(db, held);

	return status == CLAIR_OK && !held ? CLAIR_NOT_FOUND : status;
}

enum clair_status
clair_store_take_back(struct clair_store *store, uint32_t *hosts)
{
	struct clair_db *db = store->db;
	const bool begun = clair_db_begin(db, CLAIR_DB_RULES);
	const bool alone = begun && db->driver->alone(db);
	enum clair_status status;

	*hosts = 0;
	if (alone &&
	    clair_db_run(db, "UPDATE host SET worker = NULL, site = NULL, held_until = 0 WHERE worker IS NOT NULL",
		CLAIR_DB_NOTHING))
		*hosts = (uint32_t)db->changed;
	status = clair_db_end(db, alone);
	return status == CLAIR_OK && !alone ? CLAIR_NOT_FOUND : status;
}

enum clair_status
clair_store_complete(struct clair_store *store, const struct clair_store_claim *claim,
    const struct clair_store_outcome *outcome, const struct clair_run *run)
{
	struct clair_db *db = store->db;
	int64_t now = 0;
	bool ours = clair_db_begin(db, CLAIR_DB_WRITES) && db->driver->now(db, outcome->ended, &now) &&
	    let_go(db, claim, now + outcome->rest);
	const bool left = ours && !strike_out(db, claim);
	enum clair_status status;

	/* A site that left the round has no row any more; its host is let go all the same. */
	if (ours && !left)
		ours = clair_store_write_crawl(db, claim->round, claim->number, outcome, run);
	status = clair_db_end(db, ours);
	return status == CLAIR_OK && (!ours || left) ? CLAIR_NOT_FOUND : status;
}
