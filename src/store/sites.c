/* The sites of the campaign, who is excluded, and the rounds. */
#include "store/inside.h"

bool
clair_store_open_round(struct clair_db *db, uint32_t *number)
{
	if (!clair_db_one(db, "SELECT coalesce(max(number), 0) FROM round WHERE ended IS NULL", CLAIR_DB_NOTHING))
		return false;
	*number = clair_db_count(db, 0);
	clair_db_stop(db);
	return true;
}

bool
clair_store_refill(struct clair_db *db)
{
	uint32_t round;

	if (!clair_store_open_round(db, &round))
		return false;
	return clair_db_run(db,
		   "UPDATE site SET excluded = CASE WHEN EXISTS"
		   " (SELECT 1 FROM exclusion e WHERE e.what IN (site.key, site.host)) THEN 1 ELSE 0 END",
		   CLAIR_DB_NOTHING) &&
	    clair_db_run(db,
		"DELETE FROM todo WHERE site IN (SELECT id FROM site WHERE present = 0 OR excluded = 1)"
		" OR site IN (SELECT c.site FROM crawl c WHERE c.round = $1)",
		CLAIR_DB_VALUES(of_integer(round))) &&
	    clair_db_run(db,
		"INSERT INTO todo (site, host, file_order, attempts)"
		" SELECT s.id, s.host, s.file_order, 0 FROM site s"
		" WHERE s.present = 1 AND s.excluded = 0 AND EXISTS (SELECT 1 FROM round WHERE number = $1)"
		" AND NOT EXISTS (SELECT 1 FROM crawl c WHERE c.round = $2 AND c.site = s.id)"
		" ON CONFLICT (site) DO UPDATE SET host = excluded.host, file_order = excluded.file_order",
		CLAIR_DB_VALUES(of_integer(round), of_integer(round))) &&
	    clair_db_run(db, "UPDATE host SET waiting = (SELECT count(*) FROM todo t WHERE t.host = host.name)",
		CLAIR_DB_NOTHING);
}

static const char incoming[] =
	"CREATE TEMPORARY TABLE incoming (file_order INTEGER, key TEXT, address TEXT, host TEXT,"
	" organisation TEXT, siren TEXT, insee TEXT, kind TEXT, territory TEXT, own INTEGER, line INTEGER)";

static bool
bring_in(struct clair_db *db, const struct clair_campaign_site *sites, size_t count)
{
	struct clair_db_bulk bulk;

	if (!db->driver->define(db, incoming))
		return false;
	clair_db_bulk_open(&bulk, db, "incoming",
	    "file_order, key, address, host, organisation, siren, insee, kind, territory, own, line");
	for (size_t i = 0; i < count; i++) {
		const struct clair_campaign_site *site = &sites[i];

		clair_db_bulk_add(&bulk,
		    CLAIR_DB_VALUES(of_integer((int64_t)i), of_text(site->key), of_text(site->address),
			of_text(site->host), of_text(site->organisation), of_text(site->siren), of_text(site->insee),
			of_text(site->kind), of_text(site->territory), of_integer(site->own), of_integer(site->line)));
	}
	return clair_db_bulk_close(&bulk);
}

static bool
are_distinct(struct clair_db *db)
{
	if (clair_db_one(db, "SELECT key FROM incoming GROUP BY key HAVING count(*) > 1 ORDER BY key LIMIT 1",
		CLAIR_DB_NOTHING))
		clair_db_fail(db, CLAIR_STORE_BAD_SITES, clair_db_text(db, 0));
	clair_db_stop(db);
	return db->fault.why == CLAIR_STORE_FINE;
}

static bool
take_in(struct clair_db *db)
{
	return clair_db_run(db,
		   "INSERT INTO host (name, file_order, waiting, held_until, ticket)"
		   " SELECT host, min(file_order), 0, 0, 0 FROM incoming WHERE true GROUP BY host"
		   " ON CONFLICT (name) DO UPDATE SET file_order = excluded.file_order",
		   CLAIR_DB_NOTHING) &&
	    clair_db_run(db, "UPDATE site SET present = 0", CLAIR_DB_NOTHING) &&
	    clair_db_run(db,
		"UPDATE site SET address = i.address, host = i.host, organisation = i.organisation, siren = i.siren,"
		" insee = i.insee, kind = i.kind, territory = i.territory, own = i.own, line = i.line,"
		" file_order = i.file_order, present = 1 FROM incoming i WHERE i.key = site.key",
		CLAIR_DB_NOTHING) &&
	    clair_db_run(db,
		"INSERT INTO site (id, key, address, host, organisation, siren, insee, kind, territory, own, line,"
		" file_order, present, excluded)"
		" SELECT (SELECT coalesce(max(id), 0) FROM site) + row_number() OVER (ORDER BY i.file_order), i.key,"
		" i.address, i.host, i.organisation, i.siren, i.insee, i.kind, i.territory, i.own, i.line, i.file_order,"
		" 1, 0 FROM incoming i WHERE NOT EXISTS (SELECT 1 FROM site s WHERE s.key = i.key)",
		CLAIR_DB_NOTHING);
}

enum clair_status
clair_store_sync_sites(struct clair_store *store, const struct clair_campaign_site *sites, size_t count)
{
	struct clair_db *db = store->db;
	const bool done = clair_db_begin(db, CLAIR_DB_RULES) && bring_in(db, sites, count) && are_distinct(db) &&
	    take_in(db) && clair_store_refill(db) && db->driver->define(db, "DROP TABLE incoming");

	return clair_db_end(db, done);
}

enum clair_status
clair_store_sync_exclusions(struct clair_store *store, const struct clair_store_exclusion *list, size_t count)
{
	struct clair_db *db = store->db;
	bool done = clair_db_begin(db, CLAIR_DB_RULES) && clair_db_run(db, "DELETE FROM exclusion", CLAIR_DB_NOTHING);

	for (size_t i = 0; done && i < count; i++)
		done = clair_db_run(db, "INSERT INTO exclusion (what, reason) VALUES ($1, $2) ON CONFLICT DO NOTHING",
		    CLAIR_DB_VALUES(of_text(list[i].what), of_text(list[i].reason)));
	return clair_db_end(db, done && clair_store_refill(db));
}

uint32_t
clair_store_read_site(struct clair_db *db, struct clair_campaign_site *site, struct clair_arena *mem)
{
	*site = (struct clair_campaign_site){
		.key = clair_db_words(db, 1, mem),
		.address = clair_db_words(db, 2, mem),
		.host = clair_db_words(db, 3, mem),
		.organisation = clair_db_words(db, 4, mem),
		.siren = clair_db_words(db, 5, mem),
		.insee = clair_db_words(db, 6, mem),
		.kind = clair_db_words(db, 7, mem),
		.territory = clair_db_words(db, 8, mem),
		.own = clair_db_integer(db, 9) != 0,
		.line = clair_db_count(db, 10),
	};
	return clair_db_count(db, 0);
}

/* --- Rounds --- */

enum clair_status
clair_store_round_begin(struct clair_store *store, const struct clair_store_round *round, uint32_t *number)
{
	struct clair_db *db = store->db;
	uint32_t open = 0;
	bool done = clair_db_begin(db, CLAIR_DB_RULES) && clair_store_open_round(db, &open);

	if (done && open != 0)
		done = clair_db_fail(db, CLAIR_STORE_ROUND_OPEN, NULL);
	done = done &&
	    clair_db_one(db,
		"INSERT INTO round (number, began, tool_version, referential, rules_digest, options_digest)"
		" SELECT coalesce(max(number), 0) + 1, CAST($1 AS BIGINT), $2, $3, $4, $5 FROM round RETURNING number",
		CLAIR_DB_VALUES(of_integer(round->began), of_text(round->tool_version), of_text(round->referential),
		    of_text(round->rules_digest), of_text(round->options_digest)));
	if (done)
		*number = clair_db_count(db, 0);
	clair_db_stop(db);
	return clair_db_end(db, done && clair_store_refill(db));
}

static bool
is_all_done(struct clair_db *db)
{
	bool left;

	if (!clair_db_one(db, "SELECT count(*) FROM todo", CLAIR_DB_NOTHING))
		return false;
	left = clair_db_integer(db, 0) > 0;
	clair_db_stop(db);
	return !left || clair_db_fail(db, CLAIR_STORE_SITE_LEFT, NULL);
}

enum clair_status
clair_store_round_end(struct clair_store *store, bool anyway, int64_t now)
{
	struct clair_db *db = store->db;
	const bool done = clair_db_begin(db, CLAIR_DB_RULES) && (anyway || is_all_done(db)) &&
	    clair_db_run(db, "UPDATE round SET ended = $1 WHERE ended IS NULL", CLAIR_DB_VALUES(of_integer(now))) &&
	    clair_db_run(db, "DELETE FROM todo", CLAIR_DB_NOTHING) &&
	    clair_db_run(db, "UPDATE host SET waiting = 0", CLAIR_DB_NOTHING);

	return clair_db_end(db, done);
}

void
clair_store_read_round(struct clair_db *db, struct clair_store_round *round, struct clair_arena *mem)
{
	*round = (struct clair_store_round){
		.number = clair_db_count(db, 0),
		.began = clair_db_integer(db, 1),
		.ended = clair_db_integer(db, 2),
		.tool_version = clair_db_words(db, 3, mem),
		.referential = clair_db_words(db, 4, mem),
		.rules_digest = clair_db_words(db, 5, mem),
		.options_digest = clair_db_words(db, 6, mem),
	};
}

static bool
find_round(struct clair_db *db, const char *sql, const struct clair_db_value *values, size_t count,
    struct clair_arena *mem, struct clair_store_round *round)
{
	const bool found = clair_db_one(db, sql, values, count);

	if (found)
		clair_store_read_round(db, round, mem);
	clair_db_stop(db);
	return found && (!mem->failed || clair_db_fail(db, CLAIR_STORE_NO_MEMORY, NULL));
}

bool
clair_store_find_round(
    struct clair_db *db, uint32_t number, struct clair_arena *mem, struct clair_store_round *round)
{
	return find_round(db, "SELECT " CLAIR_STORE_ROUND_COLUMNS " FROM round r WHERE r.number = $1",
	    CLAIR_DB_VALUES(of_integer(number)), mem, round);
}

bool
clair_store_find_last_round(struct clair_db *db, struct clair_arena *mem, struct clair_store_round *round)
{
	return find_round(db, "SELECT " CLAIR_STORE_ROUND_COLUMNS " FROM round r ORDER BY r.number DESC LIMIT 1",
	    CLAIR_DB_NOTHING, mem, round);
}

enum clair_status
clair_store_round_last(struct clair_store *store, struct clair_arena *mem, struct clair_store_round *round)
{
	struct clair_db *db = store->db;
	const bool found = clair_db_begin(db, CLAIR_DB_READS) && clair_store_find_last_round(db, mem, round);
	const enum clair_status status = clair_db_end(db, true);

	return status == CLAIR_OK && !found ? CLAIR_NOT_FOUND : status;
}

enum clair_status
clair_store_rounds(
    struct clair_store *store, struct clair_arena *mem, struct clair_store_round **rounds, size_t *count)
{
	struct clair_db *db = store->db;
	enum clair_status status;
	size_t room = 0;

	*count = 0;
	*rounds = NULL;
	if (clair_db_begin(db, CLAIR_DB_READS) &&
	    clair_db_one(db, "SELECT count(*) FROM round", CLAIR_DB_NOTHING)) {
		room = (size_t)clair_db_integer(db, 0);
		*rounds = clair_alloc_array(mem, room + 1, sizeof(**rounds));
		clair_db_ask(db, "SELECT " CLAIR_STORE_ROUND_COLUMNS " FROM round r ORDER BY r.number", CLAIR_DB_NOTHING);
		while (*count < room && *rounds != NULL && clair_db_next(db))
			clair_store_read_round(db, &(*rounds)[(*count)++], mem);
	}
	status = clair_db_end(db, true);
	return status == CLAIR_OK && mem->failed ? CLAIR_NO_MEMORY : status;
}
