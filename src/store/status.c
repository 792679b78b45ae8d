/* How far the last round is. */
#include "store/inside.h"

static bool
count_sites(struct clair_db *db, struct clair_store_status *status)
{
	if (!clair_db_one(db,
		"SELECT count(*), sum(s.excluded), sum(CASE WHEN s.excluded = 0 AND c.site IS NOT NULL THEN 1 ELSE 0 END)"
		" FROM site s LEFT JOIN crawl c ON c.site = s.id AND c.round = $1 WHERE s.present = 1",
		CLAIR_DB_VALUES(of_integer(status->round.number))))
		return false;
	status->sites = clair_db_count(db, 0);
	status->excluded = clair_db_count(db, 1);
	status->done = clair_db_count(db, 2);
	clair_db_stop(db);
	if (!clair_db_one(db,
		"SELECT count(*), sum(CASE WHEN EXISTS (SELECT 1 FROM todo t WHERE t.site = h.site) THEN 1 ELSE 0 END)"
		" FROM host h WHERE h.waiting > 0",
		CLAIR_DB_NOTHING))
		return false;
	status->hosts_left = clair_db_count(db, 0);
	status->running = clair_db_count(db, 1);
	status->pending = status->sites - status->excluded - status->done - status->running;
	clair_db_stop(db);
	return true;
}

static bool
count_pages(struct clair_db *db, int64_t since, struct clair_store_status *status)
{
	if (!clair_db_one(db,
		"SELECT sum(c.pages), sum(c.tested), max(c.ended), sum(CASE WHEN c.ended >= $1 THEN c.tested ELSE 0 END)"
		" FROM crawl c JOIN site s ON s.id = c.site"
		" WHERE c.round = $2 AND s.present = 1 AND s.excluded = 0",
		CLAIR_DB_VALUES(of_integer(since), of_integer(status->round.number))))
		return false;
	status->pages = (uint64_t)clair_db_integer(db, 0);
	status->tested = (uint64_t)clair_db_integer(db, 1);
	status->last = clair_db_integer(db, 2);
	status->recent = (uint64_t)clair_db_integer(db, 3);
	clair_db_stop(db);
	return true;
}

static bool
list_failures(struct clair_db *db, struct clair_arena *mem, struct clair_store_status *status)
{
	size_t room = 0;

	if (clair_db_one(db, "SELECT count(DISTINCT start_failure) FROM crawl WHERE round = $1",
		CLAIR_DB_VALUES(of_integer(status->round.number))))
		room = (size_t)clair_db_integer(db, 0);
	status->failures = clair_alloc_array(mem, room + 1, sizeof(*status->failures));
	if (status->failures == NULL)
		return clair_db_fail(db, CLAIR_STORE_NO_MEMORY, NULL);
	clair_db_ask(db,
	    "SELECT c.start_failure, count(*) FROM crawl c JOIN site s ON s.id = c.site"
	    " WHERE c.round = $1 AND c.start_failure IS NOT NULL AND s.present = 1 AND s.excluded = 0"
	    " GROUP BY c.start_failure ORDER BY count(*) DESC, c.start_failure",
	    CLAIR_DB_VALUES(of_integer(status->round.number)));
	while (status->failure_count < room && clair_db_next(db))
		status->failures[status->failure_count++] = (struct clair_store_count){
			.name = clair_db_words(db, 0, mem),
			.count = clair_db_count(db, 1),
		};
	return db->fault.why == CLAIR_STORE_FINE;
}

static bool
list_holders(struct clair_db *db, int64_t now, struct clair_arena *mem, struct clair_store_status *status)
{
	size_t room = 0;

	if (clair_db_one(db, "SELECT count(DISTINCT worker) FROM host WHERE worker IS NOT NULL", CLAIR_DB_NOTHING))
		room = (size_t)clair_db_integer(db, 0);
	status->holders = clair_alloc_array(mem, room + 1, sizeof(*status->holders));
	if (status->holders == NULL)
		return clair_db_fail(db, CLAIR_STORE_NO_MEMORY, NULL);
	clair_db_ask(db,
	    "SELECT worker, count(*), min(held_until) FROM host WHERE worker IS NOT NULL GROUP BY worker ORDER BY worker",
	    CLAIR_DB_NOTHING);
	while (status->holder_count < room && clair_db_next(db)) {
		const int64_t left = clair_db_integer(db, 2) - now;

		status->holders[status->holder_count++] = (struct clair_store_holder){
			.worker = clair_db_words(db, 0, mem),
			.hosts = clair_db_count(db, 1),
			.left = left < 0 ? 0 : left,
		};
	}
	return db->fault.why == CLAIR_STORE_FINE;
}

enum clair_status
clair_store_status(struct clair_store *store, int64_t since, int64_t now, struct clair_arena *mem,
    struct clair_store_status *status)
{
	struct clair_db *db = store->db;
	enum clair_status outcome;
	bool found;

	*status = (struct clair_store_status){0};
	found = clair_db_begin(db, CLAIR_DB_READS) && clair_store_find_last_round(db, mem, &status->round);
	if (found && db->driver->now(db, now, &now) && count_sites(db, status) && count_pages(db, since, status) &&
	    list_failures(db, mem, status))
		list_holders(db, now, mem, status);
	outcome = clair_db_end(db, true);
	if (outcome != CLAIR_OK)
		return outcome;
	return !found ? CLAIR_NOT_FOUND : mem->failed ? CLAIR_NO_MEMORY : CLAIR_OK;
}
