/*
 * A store added to another. Sites are known by their key, rounds by their number; the rows of a crawl are copied as
 * they are, but for the number of their site.
 */
#include "store/inside.h"
#include "store/schema.h"

#include <stdio.h>
#include <string.h>

enum { MOST_COLUMNS = 64 };

struct merging {
	struct clair_db *into, *from;
	struct clair_db_bulk bulks[CLAIR_STORE_TABLES];
	struct clair_store_merged *told;
	int64_t round, site; /* the last crawl that was read */
	int64_t began, ended;
	char key[4096];      /* of its site */
};

/* A fault of `from` is told by `into`, which the caller asks. */
static bool
is_fine(struct merging *merging)
{
	if (merging->from->fault.why != CLAIR_STORE_FINE && merging->into->fault.why == CLAIR_STORE_FINE)
		merging->into->fault = merging->from->fault;
	return merging->into->fault.why == CLAIR_STORE_FINE;
}

/* --- Rounds --- */

static bool
is_same_round(const struct clair_store_round *one, const struct clair_store_round *other)
{
	return strcmp(one->tool_version, other->tool_version) == 0 && strcmp(one->referential, other->referential) == 0 &&
	    strcmp(one->rules_digest, other->rules_digest) == 0 &&
	    strcmp(one->options_digest, other->options_digest) == 0;
}

static bool
refuse_round(struct clair_db *into, uint32_t number)
{
	char name[16];

	snprintf(name, sizeof(name), "%u", (unsigned)number);
	return clair_db_fail(into, CLAIR_STORE_OTHER_ROUND, name);
}

static struct clair_db_value
of_end(int64_t ended)
{
	return ended == 0 ? of_nothing() : of_integer(ended);
}

static bool
add_round(struct clair_db *into, const struct clair_store_round *round)
{
	uint32_t open;

	if (round->ended == 0 && clair_store_open_round(into, &open) && open != 0)
		return clair_db_fail(into, CLAIR_STORE_ROUND_OPEN, NULL);
	return clair_db_run(into,
	    "INSERT INTO round (number, began, ended, tool_version, referential, rules_digest, options_digest)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7)",
	    CLAIR_DB_VALUES(of_integer(round->number), of_integer(round->began), of_end(round->ended),
		of_text(round->tool_version), of_text(round->referential), of_text(round->rules_digest),
		of_text(round->options_digest)));
}

/* An open round stays open, until all its sites are there; one that ended does not begin again. */
static bool
merge_round(struct clair_db *into, const struct clair_store_round *round, struct clair_arena *mem)
{
	struct clair_store_round own;

	if (!clair_store_find_round(into, round->number, mem, &own))
		return into->fault.why == CLAIR_STORE_FINE && add_round(into, round);
	if (!is_same_round(&own, round))
		return refuse_round(into, round->number);
	return clair_db_run(into, "UPDATE round SET began = $1, ended = $2 WHERE number = $3",
	    CLAIR_DB_VALUES(of_integer(round->began < own.began ? round->began : own.began),
		own.ended == 0 ? of_nothing() : of_integer(round->ended > own.ended ? round->ended : own.ended),
		of_integer(round->number)));
}

static bool
merge_rounds(struct merging *merging)
{
	struct clair_store_round round;
	struct clair_arena mem;
	int64_t last = 0;
	bool done = true;

	clair_arena_init(&mem, 0);
	while (done &&
	    clair_db_one(merging->from,
		"SELECT " CLAIR_STORE_ROUND_COLUMNS " FROM round r WHERE r.number > $1 ORDER BY r.number LIMIT 1",
		CLAIR_DB_VALUES(of_integer(last)))) {
		clair_store_read_round(merging->from, &round, &mem);
		clair_db_stop(merging->from);
		last = round.number;
		done = merge_round(merging->into, &round, &mem);
	}
	if (mem.failed)
		done = clair_db_fail(merging->into, CLAIR_STORE_NO_MEMORY, NULL);
	clair_arena_free(&mem);
	return is_fine(merging) && done;
}

/* The open round ends with its last site. */
static bool
end_round(struct clair_db *into)
{
	return clair_db_run(into,
	    "UPDATE round SET ended = (SELECT max(c.ended) FROM crawl c WHERE c.round = round.number)"
	    " WHERE ended IS NULL AND NOT EXISTS (SELECT 1 FROM todo)",
	    CLAIR_DB_NOTHING);
}

/* --- Sites --- */

static bool
add_site(struct clair_db *into, const struct clair_campaign_site *site, int64_t order, bool present)
{
	return clair_db_run(into,
		   "INSERT INTO host (name, file_order, waiting, held_until, ticket) VALUES ($1, $2, 0, 0, 0)"
		   " ON CONFLICT (name) DO NOTHING",
		   CLAIR_DB_VALUES(of_text(site->host), of_integer(order))) &&
	    clair_db_run(into,
		"INSERT INTO site (id, key, address, host, organisation, siren, insee, kind, territory, own, line,"
		" file_order, present, excluded) SELECT coalesce(max(id), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8,"
		" CAST($9 AS INTEGER), CAST($10 AS INTEGER), CAST($11 AS INTEGER), CAST($12 AS INTEGER), 0 FROM site",
		CLAIR_DB_VALUES(of_text(site->key), of_text(site->address), of_text(site->host),
		    of_text(site->organisation), of_text(site->siren), of_text(site->insee), of_text(site->kind),
		    of_text(site->territory), of_integer(site->own), of_integer(site->line), of_integer(order),
		    of_integer(present)));
}

static bool
knows(struct clair_db *into, const char *key, int64_t *number)
{
	const bool known =
	    clair_db_one(into, "SELECT id FROM site WHERE key = $1", CLAIR_DB_VALUES(of_text(key)));

	*number = known ? clair_db_integer(into, 0) : 0;
	clair_db_stop(into);
	return known;
}

static bool
merge_sites(struct merging *merging)
{
	struct clair_db *from = merging->from;
	int64_t known;
	bool done = true;

	clair_db_ask(from,
	    "SELECT " CLAIR_STORE_SITE_COLUMNS ", s.file_order, s.present FROM site s ORDER BY s.file_order, s.id",
	    CLAIR_DB_NOTHING);
	while (done && clair_db_next(from)) {
		struct clair_campaign_site site;
		struct clair_arena mem;

		clair_arena_init(&mem, 0);
		clair_store_read_site(from, &site, &mem);
		if (mem.failed)
			done = clair_db_fail(merging->into, CLAIR_STORE_NO_MEMORY, NULL);
		if (done && !knows(merging->into, site.key, &known)) {
			done = add_site(merging->into, &site, clair_db_integer(from, CLAIR_STORE_SITE_COLUMN_COUNT),
			    clair_db_integer(from, CLAIR_STORE_SITE_COLUMN_COUNT + 1) != 0);
			merging->told->absent++;
		}
		clair_arena_free(&mem);
	}
	clair_db_stop(from);
	return is_fine(merging) && done;
}

/* --- Crawls --- */

static bool
copy_rows(struct merging *merging, enum clair_store_table table, int64_t site)
{
	struct clair_db *from = merging->from;
	struct clair_db_bulk *bulk = &merging->bulks[table];
	struct clair_db_value values[MOST_COLUMNS];
	char sql[1200];

	snprintf(sql, sizeof(sql), "SELECT %s FROM %s WHERE round = $1 AND site = $2", clair_store_tables[table].columns,
	    clair_store_tables[table].name);
	clair_db_ask(from, sql, CLAIR_DB_VALUES(of_integer(merging->round), of_integer(merging->site)));
	while (clair_db_next(from)) {
		for (size_t i = 0; i < bulk->count; i++)
			values[i] = from->driver->get(from, (int)i);
		values[1] = of_integer(site);
		if (!clair_db_bulk_add(bulk, values, bulk->count))
			break;
	}
	clair_db_stop(from);
	return is_fine(merging);
}

/* The crawl is there before what belongs to it: its rows do not wait. */
static bool
copy_crawl(struct merging *merging, int64_t site)
{
	for (int table = 0; table < CLAIR_STORE_TABLES; table++) {
		if (!copy_rows(merging, (enum clair_store_table)table, site))
			return false;
		if (table == CLAIR_STORE_CRAWL && !merging->into->driver->bulk_flush(&merging->bulks[table]))
			return false;
	}
	merging->told->sites++;
	return true;
}

static bool
merge_crawl(struct merging *merging)
{
	struct clair_db *into = merging->into;
	bool same = false;
	bool twice;
	int64_t site;

	if (!knows(into, merging->key, &site))
		return into->fault.why == CLAIR_STORE_FINE && clair_db_fail(into, CLAIR_STORE_OTHER, merging->key);
	twice = clair_db_one(into, "SELECT began, ended FROM crawl WHERE round = $1 AND site = $2",
	    CLAIR_DB_VALUES(of_integer(merging->round), of_integer(site)));
	if (twice)
		same = clair_db_integer(into, 0) == merging->began && clair_db_integer(into, 1) == merging->ended;
	clair_db_stop(into);
	if (!twice)
		return into->fault.why == CLAIR_STORE_FINE && copy_crawl(merging, site);
	merging->told->already += same;
	return same || clair_db_fail(into, CLAIR_STORE_TWICE, merging->key);
}

static bool
next_crawl(struct merging *merging)
{
	struct clair_db *from = merging->from;

	if (!clair_db_one(from,
		"SELECT c.round, c.site, c.began, c.ended, s.key FROM crawl c JOIN site s ON s.id = c.site"
		" WHERE (c.round, c.site) > ($1, $2) ORDER BY c.round, c.site LIMIT 1",
		CLAIR_DB_VALUES(of_integer(merging->round), of_integer(merging->site))))
		return false;
	merging->round = clair_db_integer(from, 0);
	merging->site = clair_db_integer(from, 1);
	merging->began = clair_db_integer(from, 2);
	merging->ended = clair_db_integer(from, 3);
	snprintf(merging->key, sizeof(merging->key), "%s", clair_db_text(from, 4));
	clair_db_stop(from);
	return true;
}

static bool
merge_crawls(struct merging *merging)
{
	bool done = true;

	for (int i = 0; i < CLAIR_STORE_TABLES; i++)
		clair_store_bulk_open(&merging->bulks[i], merging->into, (enum clair_store_table)i);
	while (done && next_crawl(merging))
		done = merge_crawl(merging);
	for (int i = 0; i < CLAIR_STORE_TABLES; i++)
		done = clair_db_bulk_close(&merging->bulks[i]) && done;
	return is_fine(merging) && done;
}

enum clair_status
clair_store_merge(struct clair_store *into, struct clair_store *from, struct clair_store_merged *told)
{
	struct merging merging = {.into = into->db, .from = from->db, .told = told};
	enum clair_status status;
	bool done;

	*told = (struct clair_store_merged){0};
	done = clair_db_begin(into->db, CLAIR_DB_RULES);
	if (done && !clair_db_begin(from->db, CLAIR_DB_READS))
		done = is_fine(&merging);
	done = done && merge_rounds(&merging) && merge_sites(&merging) && merge_crawls(&merging) &&
	    clair_store_refill(into->db) && end_round(into->db);
	if (from->db->inside && clair_db_end(from->db, true) != CLAIR_OK)
		done = is_fine(&merging);
	status = clair_db_end(into->db, done);
	if (status != CLAIR_OK)
		*told = (struct clair_store_merged){0};
	return status;
}
