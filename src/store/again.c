/*
 * The crawls of a round, judged again. `again` says by which rules and on which day, `again_todo` which sites are left: a pass that was
 * stopped goes on. A crawl that was judged so tells its rules itself until the pass ends, when they become those of
 * the round, and what was left as it was tells its own.
 */
#include "store/inside.h"

#define IDENTITY(rules) \
	of_text((rules)->tool_version), of_text((rules)->referential), of_text((rules)->rules_digest)

static bool
is_over(struct clair_db *db, uint32_t round)
{
	const bool over = clair_db_one(db, "SELECT number FROM round WHERE number = $1 AND ended IS NOT NULL",
	    CLAIR_DB_VALUES(of_integer(round)));

	clair_db_stop(db);
	return over;
}

static bool
count(struct clair_db *db, const char *sql, const struct clair_db_value *values, size_t value_count, uint32_t *counted)
{
	const bool done = clair_db_one(db, sql, values, value_count);

	*counted = done ? clair_db_count(db, 0) : 0;
	clair_db_stop(db);
	return done;
}

static bool
count_passes(struct clair_db *db, const struct clair_store_round *rules, uint32_t *passes)
{
	return count(db,
	    "SELECT count(*) FROM again WHERE round = $1 AND tool_version = $2 AND referential = $3 AND rules_digest = $4"
	    " AND today = $5",
	    CLAIR_DB_VALUES(of_integer(rules->number), IDENTITY(rules), of_text(rules->today)), passes);
}

static bool
count_left(struct clair_db *db, uint32_t round, uint32_t *left)
{
	return count(db,
	    "SELECT count(*) FROM again_todo t JOIN site s ON s.id = t.site WHERE t.round = $1 AND s.excluded = 0",
	    CLAIR_DB_VALUES(of_integer(round)), left);
}

static bool
is_all_done(struct clair_db *db, uint32_t round)
{
	uint32_t left;

	return count_left(db, round, &left) && (left == 0 || clair_db_fail(db, CLAIR_STORE_SITE_LEFT, NULL));
}

static bool
forget(struct clair_db *db, uint32_t round)
{
	return clair_db_run(db, "DELETE FROM again_todo WHERE round = $1", CLAIR_DB_VALUES(of_integer(round))) &&
	    clair_db_run(db, "DELETE FROM again WHERE round = $1", CLAIR_DB_VALUES(of_integer(round)));
}

/* A site that was set aside was not crawled: there is nothing to judge. */
static bool
list_all(struct clair_db *db, const struct clair_store_round *rules)
{
	return forget(db, rules->number) &&
	    clair_db_run(db,
		"INSERT INTO again (round, tool_version, referential, rules_digest, today) VALUES ($1, $2, $3, $4, $5)",
		CLAIR_DB_VALUES(of_integer(rules->number), IDENTITY(rules), of_text(rules->today))) &&
	    clair_db_run(db,
		"INSERT INTO again_todo (round, site) SELECT c.round, c.site FROM crawl c"
		" WHERE c.round = $1 AND c.stopped_because <> ''",
		CLAIR_DB_VALUES(of_integer(rules->number)));
}

enum clair_status
clair_store_again_begin(struct clair_store *store, const struct clair_store_round *rules, uint32_t *left, bool *goes_on)
{
	struct clair_db *db = store->db;
	const bool over = clair_db_begin(db, CLAIR_DB_WRITES) && is_over(db, rules->number);
	uint32_t begun = 0;
	enum clair_status status;
	bool done = over &&
	    count_passes(db, rules, &begun) && (begun != 0 || list_all(db, rules)) &&
	    count_left(db, rules->number, left);

	*goes_on = begun != 0;
	status = clair_db_end(db, done);
	return status == CLAIR_OK && !over ? CLAIR_NOT_FOUND : status;
}

enum clair_status
clair_store_again_open(struct clair_store *store, uint32_t *round, uint32_t *left)
{
	struct clair_db *db = store->db;
	enum clair_status status;
	bool found;

	*round = *left = 0;
	found = clair_db_begin(db, CLAIR_DB_READS) &&
	    clair_db_one(db, "SELECT round FROM again ORDER BY round LIMIT 1", CLAIR_DB_NOTHING);
	if (found) {
		*round = clair_db_count(db, 0);
		clair_db_stop(db);
		count_left(db, *round, left);
	}
	status = clair_db_end(db, true);
	return status == CLAIR_OK && !found ? CLAIR_NOT_FOUND : status;
}

static bool
read_pages(struct clair_db *db, const struct clair_store_claim *claim, struct clair_arena *mem,
    struct clair_store_crawled *crawled)
{
	struct clair_store_rows rows = {0};

	clair_db_ask(db,
	    "SELECT coalesce(final_url, url) FROM page WHERE round = $1 AND site = $2 AND tested = 1 ORDER BY number",
	    CLAIR_DB_VALUES(of_integer(claim->round), of_integer(claim->number)));
	while (clair_db_next(db)) {
		const char **page = clair_store_next_row(&rows, sizeof(*page), mem);

		if (page == NULL)
			return clair_db_fail(db, CLAIR_STORE_NO_MEMORY, NULL);
		*page = clair_db_words(db, 0, mem);
	}
	crawled->pages = rows.items;
	crawled->tested = rows.count;
	return db->fault.why == CLAIR_STORE_FINE;
}

/* False: there is none, or it failed. */
static bool
read_next(struct clair_db *db, uint32_t round, uint32_t after, struct clair_store_claim *claim,
    struct clair_store_crawled *crawled)
{
	if (!clair_db_one(db,
		"SELECT " CLAIR_STORE_SITE_COLUMNS ", c.start FROM again_todo t JOIN site s ON s.id = t.site"
		" JOIN crawl c ON c.round = t.round AND c.site = t.site"
		" WHERE t.round = $1 AND t.site > $2 AND s.excluded = 0 ORDER BY t.site LIMIT 1",
		CLAIR_DB_VALUES(of_integer(round), of_integer(after))))
		return false;
	claim->round = round;
	claim->number = clair_store_read_site(db, &claim->site, &claim->mem);
	crawled->start = clair_db_words(db, CLAIR_STORE_SITE_COLUMN_COUNT, &claim->mem);
	clair_db_stop(db);
	return read_pages(db, claim, &claim->mem, crawled) && clair_store_read_spared(db, claim) &&
	    (!claim->mem.failed || clair_db_fail(db, CLAIR_STORE_NO_MEMORY, NULL));
}

enum clair_status
clair_store_again_next(struct clair_store *store, uint32_t round, uint32_t after, struct clair_store_claim *claim,
    struct clair_store_crawled *crawled)
{
	struct clair_db *db = store->db;
	enum clair_status status;
	bool found;

	*claim = (struct clair_store_claim){0};
	*crawled = (struct clair_store_crawled){0};
	clair_arena_init(&claim->mem, 0);
	found = clair_db_begin(db, CLAIR_DB_READS) && read_next(db, round, after, claim, crawled);
	status = clair_db_end(db, true);
	if (status == CLAIR_OK && found)
		return CLAIR_OK;
	clair_store_claim_free(claim);
	return status == CLAIR_OK ? CLAIR_NOT_FOUND : status;
}

/* False: another pass took its place, or the site asked to be left alone meanwhile, or it failed. */
static bool
strike_out(struct clair_db *db, const struct clair_store_round *rules, uint32_t site)
{
	return clair_db_run(db,
		   "DELETE FROM again_todo WHERE round = $1 AND site = $2 AND EXISTS (SELECT 1 FROM again a"
		   " WHERE a.round = $3 AND a.tool_version = $4 AND a.referential = $5 AND a.rules_digest = $6"
		   " AND a.today = $7) AND EXISTS (SELECT 1 FROM site s WHERE s.id = $8 AND s.excluded = 0)",
		   CLAIR_DB_VALUES(of_integer(rules->number), of_integer(site), of_integer(rules->number), IDENTITY(rules),
		       of_text(rules->today), of_integer(site))) &&
	    db->changed == 1;
}

/* The moments stay those of the crawl. Findings and measures do not go with it by themselves. */
static bool
replace(struct clair_db *db, const struct clair_store_round *rules, uint32_t site,
    const struct clair_store_outcome *outcome, const struct clair_run *run)
{
	static const char *const clear[] = {
		"DELETE FROM finding WHERE round = $1 AND site = $2",
		"DELETE FROM measure WHERE round = $1 AND site = $2",
		"DELETE FROM crawl WHERE round = $1 AND site = $2",
	};
	struct clair_store_outcome kept = *outcome;
	bool done = clair_db_one(db, "SELECT began, ended FROM crawl WHERE round = $1 AND site = $2",
	    CLAIR_DB_VALUES(of_integer(rules->number), of_integer(site)));

	if (done) {
		kept.began = clair_db_integer(db, 0);
		kept.ended = clair_db_integer(db, 1);
	}
	kept.rules = rules;
	clair_db_stop(db);
	for (size_t i = 0; done && i < sizeof(clear) / sizeof(clear[0]); i++)
		done = clair_db_run(db, clear[i], CLAIR_DB_VALUES(of_integer(rules->number), of_integer(site)));
	return done && clair_store_write_crawl(db, rules->number, site, &kept, run);
}

enum clair_status
clair_store_again_complete(struct clair_store *store, const struct clair_store_round *rules, uint32_t site,
    const struct clair_store_outcome *outcome, const struct clair_run *run)
{
	struct clair_db *db = store->db;
	const bool ours = clair_db_begin(db, CLAIR_DB_WRITES) && strike_out(db, rules, site);
	const enum clair_status status = clair_db_end(db, ours && replace(db, rules, site, outcome, run));

	return status == CLAIR_OK && !ours ? CLAIR_NOT_FOUND : status;
}

enum clair_status
clair_store_again_leave(struct clair_store *store, const struct clair_store_round *rules, uint32_t site)
{
	struct clair_db *db = store->db;
	const bool ours = clair_db_begin(db, CLAIR_DB_WRITES) && strike_out(db, rules, site);
	const enum clair_status status = clair_db_end(db, ours);

	return status == CLAIR_OK && !ours ? CLAIR_NOT_FOUND : status;
}

#define OF_ROUND(column) column " = (SELECT r." column " FROM round r WHERE r.number = crawl.round)"

/* What has no rules of its own has those of the round. */
static bool
give_rules(struct clair_db *db, const struct clair_store_round *rules)
{
	return clair_db_run(db,
		   "UPDATE crawl SET " OF_ROUND("tool_version") ", " OF_ROUND("referential") ", " OF_ROUND("rules_digest")
		   " WHERE round = $1 AND rules_digest IS NULL",
		   CLAIR_DB_VALUES(of_integer(rules->number))) &&
	    clair_db_run(db, "UPDATE round SET tool_version = $1, referential = $2, rules_digest = $3 WHERE number = $4",
		CLAIR_DB_VALUES(IDENTITY(rules), of_integer(rules->number))) &&
	    clair_db_run(db,
		"UPDATE crawl SET tool_version = NULL, referential = NULL, rules_digest = NULL"
		" WHERE round = $1 AND tool_version = $2 AND referential = $3 AND rules_digest = $4",
		CLAIR_DB_VALUES(of_integer(rules->number), IDENTITY(rules)));
}

enum clair_status
clair_store_again_end(struct clair_store *store, const struct clair_store_round *rules)
{
	struct clair_db *db = store->db;
	uint32_t ours = 0;
	uint32_t judged = 0;
	const bool done = clair_db_begin(db, CLAIR_DB_WRITES) && count_passes(db, rules, &ours) && ours != 0 &&
	    is_all_done(db, rules->number) &&
	    count(db,
		"SELECT count(*) FROM crawl WHERE round = $1 AND tool_version = $2 AND referential = $3"
		" AND rules_digest = $4",
		CLAIR_DB_VALUES(of_integer(rules->number), IDENTITY(rules)), &judged) &&
	    (judged == 0 || give_rules(db, rules)) && forget(db, rules->number);

	const enum clair_status status = clair_db_end(db, done);

	return status == CLAIR_OK && !done ? CLAIR_NOT_FOUND : status;
}
