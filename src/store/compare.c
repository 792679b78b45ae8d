/*
 * What became of the causes of a site between two rounds. A cause is known by its id, which does not depend on the
 * page (engine/fingerprint.c). It is told gone, or new, only where both rounds looked: with the same rules, and at
 * the page of its example.
 */
#include "base/map.h"
#include "store/inside.h"

#include <string.h>

struct seen_cause {
	struct clair_record_cause cause;
	const char *page;     /* as asked; NULL: it is of the site as a whole */
};

/* One site in one round. */
struct side {
	struct clair_store_rows causes; /* struct seen_cause */
	struct clair_map ids;
	struct clair_map tested;        /* addresses of pages, as asked */
	double axis[CLAIR_AXIS_COUNT];
};

struct comparing {
	struct clair_db *db;
	struct clair_store_round before, after;
	clair_store_changes_fn *each;
	void *payload;
	int64_t order, site;
	bool same_rules; /* of the site */
	bool stopped;
};

static bool
keep(struct clair_db *db, struct clair_map *map, const char *key)
{
	void **slot = clair_map_at(map, key, strlen(key));

	if (slot == NULL)
		return clair_db_fail(db, CLAIR_STORE_NO_MEMORY, NULL);
	*slot = map;
	return true;
}

static bool
has(const struct clair_map *map, const char *key)
{
	return clair_map_get(map, key, strlen(key)) != NULL;
}

static bool
read_side(struct clair_db *db, uint32_t round, int64_t site, struct clair_arena *mem, struct side *side)
{
	clair_map_init(&side->ids, mem);
	clair_map_init(&side->tested, mem);
	clair_db_ask(db,
	    "SELECT " CLAIR_STORE_CAUSE_COLUMNS ", p.url FROM cause c"
	    " LEFT JOIN page p ON p.round = c.round AND p.site = c.site AND p.number = c.example_page"
	    " WHERE c.round = $1 AND c.site = $2 AND c.occurrences > 0 ORDER BY c.number",
	    CLAIR_DB_VALUES(of_integer(round), of_integer(site)));
	while (clair_db_next(db)) {
		struct seen_cause *one = clair_store_next_row(&side->causes, sizeof(*one), mem);

		if (one == NULL)
			return clair_db_fail(db, CLAIR_STORE_NO_MEMORY, NULL);
		one->cause = clair_store_read_cause(db, mem);
		one->page = clair_db_key(db, CLAIR_STORE_CAUSE_COLUMN_COUNT, mem);
		if (!keep(db, &side->ids, one->cause.id))
			return false;
	}
	clair_db_ask(db, "SELECT url FROM page WHERE round = $1 AND site = $2 AND tested = 1 ORDER BY number",
	    CLAIR_DB_VALUES(of_integer(round), of_integer(site)));
	while (clair_db_next(db))
		if (!keep(db, &side->tested, clair_db_words(db, 0, mem)))
			return false;
	return db->fault.why == CLAIR_STORE_FINE;
}

/* Causes of `one` that `other` has not. */
static bool
add_missing(struct comparing *comparing, const struct side *one, const struct side *other,
    enum clair_store_turn looked, enum clair_store_turn not_looked, struct clair_arena *mem,
    struct clair_store_rows *changes)
{
	const struct seen_cause *causes = one->causes.items;

	for (uint32_t i = 0; i < one->causes.count; i++) {
		struct clair_store_change *change;

		if (has(&other->ids, causes[i].cause.id))
			continue;
		change = clair_store_next_row(changes, sizeof(*change), mem);
		if (change == NULL)
			return clair_db_fail(comparing->db, CLAIR_STORE_NO_MEMORY, NULL);
		change->cause = causes[i].cause;
		change->turn = comparing->same_rules && (causes[i].page == NULL || has(&other->tested, causes[i].page)) ? looked
													      : not_looked;
	}
	return true;
}

static void
count_kept(const struct side *before, const struct side *after, struct clair_store_changes *changes)
{
	const struct seen_cause *causes = after->causes.items;

	for (uint32_t i = 0; i < after->causes.count; i++) {
		if (!has(&before->ids, causes[i].cause.id))
			continue;
		changes->kept++;
		changes->kept_failures += strcmp(causes[i].cause.outcome, clair_outcome_name(CLAIR_FAIL)) == 0;
	}
}

/* LEFT JOIN, and coalesce, so that sites are walked by their index: else SQLite sorts them all for each. */
#define NEXT_SITE \
	"SELECT " CLAIR_STORE_SITE_COLUMNS ", s.file_order, a.score_access, a.score_comprehension, a.score_journey," \
	" b.score_access, b.score_comprehension, b.score_journey, a.rules_digest, b.rules_digest FROM site s" \
	" LEFT JOIN crawl a ON a.site = s.id AND a.round = $1" \
	" LEFT JOIN crawl b ON b.site = s.id AND b.round = $2" \
	" WHERE s.present = 1 AND s.excluded = 0 AND coalesce(a.tested, 0) > 0 AND coalesce(b.tested, 0) > 0" \
	" AND (s.file_order, s.id) > ($3, $4) ORDER BY s.file_order, s.id LIMIT 1"
enum { ORDER = CLAIR_STORE_SITE_COLUMN_COUNT, BEFORE, AFTER = BEFORE + CLAIR_AXIS_COUNT, DIGESTS = AFTER + CLAIR_AXIS_COUNT };

/* A crawl that was judged again may have rules of its own. */
static const char *
digest_of(struct clair_db *db, int column, const struct clair_store_round *round)
{
	const char *own = clair_db_text(db, column);

	return own != NULL ? own : round->rules_digest;
}

static bool
next_site(struct comparing *comparing, struct clair_arena *mem, struct clair_campaign_site *site,
    struct clair_store_changes *changes)
{
	struct clair_db *db = comparing->db;

	if (!clair_db_one(db, NEXT_SITE,
		CLAIR_DB_VALUES(of_integer(comparing->before.number), of_integer(comparing->after.number),
		    of_integer(comparing->order), of_integer(comparing->site))))
		return false;
	comparing->site = clair_store_read_site(db, site, mem);
	comparing->order = clair_db_integer(db, ORDER);
	changes->site = site;
	for (int i = 0; i < CLAIR_AXIS_COUNT; i++) {
		changes->before[i] = clair_db_real(db, BEFORE + i);
		changes->after[i] = clair_db_real(db, AFTER + i);
	}
	comparing->same_rules = strcmp(digest_of(db, DIGESTS, &comparing->before),
				    digest_of(db, DIGESTS + 1, &comparing->after)) == 0;
	clair_db_stop(db);
	return true;
}

/* False: all are compared, the caller has enough, or it failed. */
static bool
compare_next(struct comparing *comparing)
{
	struct clair_store_changes changes = {0};
	struct clair_store_rows rows = {0};
	struct clair_campaign_site site;
	struct side before = {0};
	struct side after = {0};
	struct clair_arena mem;
	bool more;

	clair_arena_init(&mem, 0);
	more = next_site(comparing, &mem, &site, &changes) &&
	    read_side(comparing->db, comparing->before.number, comparing->site, &mem, &before) &&
	    read_side(comparing->db, comparing->after.number, comparing->site, &mem, &after) &&
	    add_missing(comparing, &after, &before, CLAIR_STORE_NEW, CLAIR_STORE_APART, &mem, &rows) &&
	    add_missing(comparing, &before, &after, CLAIR_STORE_GONE, CLAIR_STORE_UNSEEN, &mem, &rows);
	if (more && mem.failed)
		more = clair_db_fail(comparing->db, CLAIR_STORE_NO_MEMORY, NULL);
	if (more) {
		changes.same_rules = comparing->same_rules;
		changes.changes = rows.items;
		changes.count = rows.count;
		count_kept(&before, &after, &changes);
		comparing->stopped = !comparing->each(comparing->payload, &changes);
	}
	clair_arena_free(&mem);
	return more && !comparing->stopped;
}

enum clair_status
clair_store_compare(struct clair_store *store, uint32_t before, uint32_t after, clair_store_changes_fn *each,
    void *payload)
{
	struct comparing comparing = {.db = store->db, .each = each, .payload = payload, .order = -1};
	struct clair_arena mem;
	enum clair_status status;
	bool found;

	clair_arena_init(&mem, 0);
	found = clair_db_begin(store->db, CLAIR_DB_READS) &&
	    clair_store_find_round(store->db, before, &mem, &comparing.before) &&
	    clair_store_find_round(store->db, after, &mem, &comparing.after);
	while (found && compare_next(&comparing))
		continue;
	status = clair_db_end(store->db, true);
	clair_arena_free(&mem);
	return status == CLAIR_OK && !found ? CLAIR_NOT_FOUND : status;
}
