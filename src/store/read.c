/* Rounds and sites as they are given to reports and ranks: one site in memory at a time. */
#include "store/inside.h"

#include <string.h>

#define CRAWL_COLUMNS \
	"c.day, c.stopped_because, c.start_failure, c.known, c.requested, c.fetched, c.skipped, c.failed, c.tested," \
	" c.refused_by_robots, c.score_access, c.score_comprehension, c.score_journey, c.kept_access," \
	" c.kept_comprehension, c.kept_journey, c.tests_decided, c.tests, c.tool_version, c.referential, c.rules_digest"

#define OF_CRAWL(record, site) CLAIR_DB_VALUES(of_integer((record)->round), of_integer(site))

void *
clair_store_next_row(struct clair_store_rows *rows, size_t size, struct clair_arena *mem)
{
	void *more;

	if (rows->count < rows->room)
		return (char *)rows->items + size * rows->count++;
	more = clair_alloc_array(mem, rows->room == 0 ? 8 : (size_t)rows->room * 2, size);
	if (more == NULL)
		return NULL;
	if (rows->count > 0)
		memcpy(more, rows->items, size * rows->count);
	rows->items = more;
	rows->room = rows->room == 0 ? 8 : rows->room * 2;
	return (char *)rows->items + size * rows->count++;
}

static bool
read_personas(struct clair_db *db, uint32_t site, struct clair_site_record *record)
{
	clair_db_ask(db, "SELECT persona, score FROM persona WHERE round = $1 AND site = $2", OF_CRAWL(record, site));
	while (clair_db_next(db))
		for (unsigned i = 0; i < CLAIR_PERSONA_COUNT; i++)
			if (strcmp(clair_persona_name((enum clair_persona)i), clair_db_text(db, 0)) == 0)
				record->persona[i] = clair_db_real(db, 1);
	return db->fault.why == CLAIR_STORE_FINE;
}

static bool
read_indicators(struct clair_db *db, uint32_t site, struct clair_arena *mem, struct clair_site_record *record)
{
	struct clair_store_rows rows = {0};

	clair_db_ask(db,
	    "SELECT id, value, value IS NOT NULL, reason, word, pages FROM indicator"
	    " WHERE round = $1 AND site = $2 ORDER BY number",
	    OF_CRAWL(record, site));
	while (clair_db_next(db)) {
		struct clair_record_indicator *one = clair_store_next_row(&rows, sizeof(*one), mem);

		if (one == NULL)
			return clair_db_fail(db, CLAIR_STORE_NO_MEMORY, NULL);
		*one = (struct clair_record_indicator){
			.id = clair_db_words(db, 0, mem),
			.value = clair_db_real(db, 1),
			.measured = clair_db_integer(db, 2) != 0,
			.reason = clair_db_key(db, 3, mem),
			.word = clair_db_key(db, 4, mem),
			.of = clair_db_count(db, 5),
		};
	}
	record->indicators = rows.items;
	record->indicator_count = rows.count;
	return db->fault.why == CLAIR_STORE_FINE;
}

static bool
read_duties(struct clair_db *db, uint32_t site, struct clair_arena *mem, struct clair_site_record *record)
{
	struct clair_store_rows rows = {0};

	clair_db_ask(db,
	    "SELECT rule, outcome, CASE outcome WHEN 'failed' THEN pages_failed WHEN 'review' THEN pages_review"
	    " WHEN 'passed' THEN pages_passed ELSE pages_untested END FROM outcome"
	    " WHERE round = $1 AND site = $2 AND rule LIKE 'legal/%' ORDER BY rule",
	    OF_CRAWL(record, site));
	while (clair_db_next(db)) {
		struct clair_record_duty *one = clair_store_next_row(&rows, sizeof(*one), mem);

		if (one == NULL)
			return clair_db_fail(db, CLAIR_STORE_NO_MEMORY, NULL);
		*one = (struct clair_record_duty){
			.rule = clair_db_words(db, 0, mem),
			.outcome = clair_db_words(db, 1, mem),
			.pages = clair_db_count(db, 2),
		};
	}
	record->duties = rows.items;
	record->duty_count = rows.count;
	return db->fault.why == CLAIR_STORE_FINE;
}

static bool
read_pages(struct clair_db *db, uint32_t site, struct clair_arena *mem, struct clair_site_record *record)
{
	struct clair_store_rows rows = {0};

	clair_db_ask(db,
	    "SELECT coalesce(final_url, url), score_access, score_comprehension, score_journey FROM page"
	    " WHERE round = $1 AND site = $2 AND tested = 1 ORDER BY number",
	    OF_CRAWL(record, site));
	while (clair_db_next(db)) {
		struct clair_record_page *one = clair_store_next_row(&rows, sizeof(*one), mem);

		if (one == NULL)
			return clair_db_fail(db, CLAIR_STORE_NO_MEMORY, NULL);
		one->url = clair_db_words(db, 0, mem);
		for (int i = 0; i < CLAIR_AXIS_COUNT; i++)
			one->axis[i] = clair_db_real(db, i + 1);
	}
	record->pages = rows.items;
	record->page_count = rows.count;
	return db->fault.why == CLAIR_STORE_FINE;
}

struct clair_record_cause
clair_store_read_cause(struct clair_db *db, struct clair_arena *mem)
{
	return (struct clair_record_cause){
		.id = clair_db_words(db, 0, mem),
		.rule = clair_db_words(db, 1, mem),
		.severity = clair_db_words(db, 2, mem),
		.outcome = clair_db_words(db, 3, mem),
		.text_fr = clair_db_words(db, 4, mem),
		.text_en = clair_db_words(db, 5, mem),
		.pages = clair_db_count(db, 6),
		.occurrences = clair_db_count(db, 7),
		.gain = clair_db_real(db, 8),
		.example = clair_db_words(db, 9, mem),
	};
}

static bool
read_causes(struct clair_db *db, uint32_t site, struct clair_arena *mem, struct clair_site_record *record)
{
	struct clair_store_rows rows = {0};

	clair_db_ask(db,
	    "SELECT " CLAIR_STORE_CAUSE_COLUMNS " FROM cause c"
	    " WHERE c.round = $1 AND c.site = $2 AND c.occurrences > 0 ORDER BY c.number",
	    OF_CRAWL(record, site));
	while (clair_db_next(db)) {
		struct clair_record_cause *one = clair_store_next_row(&rows, sizeof(*one), mem);

		if (one == NULL)
			return clair_db_fail(db, CLAIR_STORE_NO_MEMORY, NULL);
		*one = clair_store_read_cause(db, mem);
	}
	record->causes = rows.items;
	record->cause_count = rows.count;
	return db->fault.why == CLAIR_STORE_FINE;
}

static bool
read_failed_rules(struct clair_db *db, uint32_t site, struct clair_arena *mem, struct clair_site_record *record)
{
	struct clair_store_rows rows = {0};

	clair_db_ask(db,
	    "SELECT rule, pages_failed FROM outcome WHERE round = $1 AND site = $2 AND outcome = 'failed' ORDER BY rule",
	    OF_CRAWL(record, site));
	while (clair_db_next(db)) {
		struct clair_record_rule *one = clair_store_next_row(&rows, sizeof(*one), mem);

		if (one == NULL)
			return clair_db_fail(db, CLAIR_STORE_NO_MEMORY, NULL);
		*one = (struct clair_record_rule){.rule = clair_db_words(db, 0, mem), .pages = clair_db_count(db, 1)};
	}
	record->failed_rules = rows.items;
	record->failed_rule_count = rows.count;
	return db->fault.why == CLAIR_STORE_FINE;
}

/* From a row that has CRAWL_COLUMNS from `at` on. */
static void
read_facts(struct clair_db *db, int at, struct clair_arena *mem, struct clair_site_record *record)
{
	record->day = clair_db_words(db, at, mem);
	record->stopped_because = clair_db_words(db, at + 1, mem);
	record->start_failure = clair_db_key(db, at + 2, mem);
	record->known = clair_db_count(db, at + 3);
	record->requested = clair_db_count(db, at + 4);
	record->fetched = clair_db_count(db, at + 5);
	record->skipped = clair_db_count(db, at + 6);
	record->failed = clair_db_count(db, at + 7);
	record->tested = clair_db_count(db, at + 8);
	record->refused_by_robots = clair_db_count(db, at + 9);
	for (int i = 0; i < CLAIR_AXIS_COUNT; i++) {
		record->axis[i] = clair_db_real(db, at + 10 + i);
		record->site_kept[i] = clair_db_real(db, at + 13 + i);
	}
	record->tests_decided = clair_db_count(db, at + 16);
	record->tests = clair_db_count(db, at + 17);
	if (clair_db_text(db, at + 20) == NULL)
		return;
	record->tool_version = clair_db_words(db, at + 18, mem);
	record->referential = clair_db_words(db, at + 19, mem);
	record->rules_digest = clair_db_words(db, at + 20, mem);
}

static void
begin_record(struct clair_site_record *record, const struct clair_campaign_site *site,
    const struct clair_store_round *round)
{
	*record = (struct clair_site_record){
		.site = site,
		.state = CLAIR_SITE_PENDING,
		.round = round->number,
		.day = "",
		.stopped_because = "",
		.tool_version = round->tool_version,
		.referential = round->referential,
		.rules_digest = round->rules_digest,
	};
	for (int i = 0; i < CLAIR_AXIS_COUNT; i++)
		record->axis[i] = record->site_kept[i] = -1;
	for (int i = 0; i < CLAIR_PERSONA_COUNT; i++)
		record->persona[i] = -1;
}

/* What `what` says of a crawl; the record has its round. */
static bool
read_crawl(struct clair_db *db, uint32_t site, unsigned what, struct clair_arena *mem,
    struct clair_site_record *record)
{
	if (!read_personas(db, site, record))
		return false;
	if ((what & CLAIR_STORE_INDICATORS) != 0 &&
	    (!read_indicators(db, site, mem, record) || !read_duties(db, site, mem, record)))
		return false;
	return ((what & CLAIR_STORE_PAGES) == 0 || read_pages(db, site, mem, record)) &&
	    ((what & CLAIR_STORE_CAUSES) == 0 || read_causes(db, site, mem, record)) &&
	    ((what & CLAIR_STORE_RULES) == 0 || read_failed_rules(db, site, mem, record));
}

/* A reading of all sites, one after the other. */
struct giving {
	struct clair_db *db;
	struct clair_store_round round;
	unsigned what;
	clair_record_take_fn *take;
	void *payload;
	bool absent;         /* those that left the file; they come after those that are in it */
	int64_t order, site; /* the last one */
	bool stopped;        /* the caller has enough */
};

#define SITES \
	"SELECT " CLAIR_STORE_SITE_COLUMNS ", s.file_order, s.excluded, h.worker IS NOT NULL AND h.site = s.id," \
	" c.site IS NOT NULL, " CRAWL_COLUMNS " FROM site s JOIN host h ON h.name = s.host" \
	" LEFT JOIN crawl c ON c.round = $1 AND c.site = s.id" \
	" WHERE (s.file_order, s.id) > ($2, $3) AND "
#define IN_ORDER " ORDER BY s.file_order, s.id LIMIT 1"
enum { ORDER = CLAIR_STORE_SITE_COLUMN_COUNT, EXCLUDED, RUNNING, DONE, CRAWL };

/* The next site in the order of the file. False: there is none, or it failed. */
static bool
next_site(struct giving *giving, struct clair_campaign_site *site, struct clair_arena *mem,
    struct clair_site_record *record)
{
	struct clair_db *db = giving->db;

	if (!clair_db_one(db,
		giving->absent ? SITES "s.present = 0 AND c.site IS NOT NULL" IN_ORDER : SITES "s.present = 1" IN_ORDER,
		CLAIR_DB_VALUES(of_integer(giving->round.number), of_integer(giving->order), of_integer(giving->site))))
		return false;
	giving->site = clair_store_read_site(db, site, mem);
	giving->order = clair_db_integer(db, ORDER);
	begin_record(record, site, &giving->round);
	if (clair_db_integer(db, EXCLUDED) != 0) {
		record->state = CLAIR_SITE_EXCLUDED;
	} else if (clair_db_integer(db, DONE) != 0) {
		record->state = CLAIR_SITE_DONE;
		read_facts(db, CRAWL, mem, record);
	} else if (clair_db_integer(db, RUNNING) != 0 && giving->round.ended == 0) {
		record->state = CLAIR_SITE_RUNNING;
	}
	clair_db_stop(db);
	return true;
}

/* False: all are read, the caller has enough, or it failed. */
static bool
give_next(struct giving *giving)
{
	struct clair_campaign_site site;
	struct clair_site_record record;
	struct clair_arena mem;
	bool more;

	clair_arena_init(&mem, 0);
	more = next_site(giving, &site, &mem, &record) &&
	    (record.state != CLAIR_SITE_DONE ||
		read_crawl(giving->db, (uint32_t)giving->site, giving->what, &mem, &record));
	if (more && mem.failed)
		more = clair_db_fail(giving->db, CLAIR_STORE_NO_MEMORY, NULL);
	if (more && !giving->take(giving->payload, &record))
		giving->stopped = true;
	clair_arena_free(&mem);
	return more && !giving->stopped;
}

enum clair_status
clair_store_records(
    struct clair_store *store, uint32_t round, unsigned what, clair_record_take_fn *take, void *payload)
{
	struct giving giving = {.db = store->db, .what = what, .take = take, .payload = payload, .order = -1};
	struct clair_arena mem;
	enum clair_status status;
	bool found;

	clair_arena_init(&mem, 0);
	found = clair_db_begin(giving.db, CLAIR_DB_READS) && clair_store_find_round(giving.db, round, &mem, &giving.round);
	while (found && give_next(&giving))
		continue;
	giving.absent = true;
	giving.order = -1;
	while (found && !giving.stopped && (what & CLAIR_STORE_ABSENT) != 0 && give_next(&giving))
		continue;
	status = clair_db_end(giving.db, true);
	clair_arena_free(&mem);
	return status == CLAIR_OK && !found ? CLAIR_NOT_FOUND : status;
}

bool
clair_store_each(void *store, uint32_t round, clair_record_take_fn *take, void *payload)
{
	return clair_store_records(store, round, CLAIR_STORE_INDICATORS | CLAIR_STORE_PAGES | CLAIR_STORE_CAUSES, take,
		   payload) == CLAIR_OK;
}

/* --- The history of a site --- */

static bool
read_history(struct clair_db *db, uint32_t number, const struct clair_campaign_site *site, unsigned what,
    struct clair_arena *mem, struct clair_store_rows *rows)
{
	struct clair_site_record *records;

	clair_db_ask(db,
	    "SELECT " CLAIR_STORE_ROUND_COLUMNS ", " CRAWL_COLUMNS " FROM crawl c JOIN round r ON r.number = c.round"
	    " WHERE c.site = $1 ORDER BY c.round",
	    CLAIR_DB_VALUES(of_integer(number)));
	while (clair_db_next(db)) {
		struct clair_site_record *record = clair_store_next_row(rows, sizeof(*record), mem);
		struct clair_store_round round;

		if (record == NULL)
			return clair_db_fail(db, CLAIR_STORE_NO_MEMORY, NULL);
		clair_store_read_round(db, &round, mem);
		begin_record(record, site, &round);
		record->state = CLAIR_SITE_DONE;
		read_facts(db, CLAIR_STORE_ROUND_COLUMN_COUNT, mem, record);
	}
	records = rows->items;
	for (uint32_t i = 0; i < rows->count; i++)
		if (!read_crawl(db, number, what, mem, &records[i]))
			return false;
	return db->fault.why == CLAIR_STORE_FINE;
}

enum clair_status
clair_store_history(struct clair_store *store, const char *key, unsigned what, struct clair_arena *mem,
    struct clair_site_record **records, size_t *count)
{
	struct clair_db *db = store->db;
	struct clair_campaign_site *site = clair_alloc(mem, sizeof(*site));
	struct clair_store_rows rows = {0};
	enum clair_status status;
	uint32_t number = 0;

	if (site != NULL && clair_db_begin(db, CLAIR_DB_READS) &&
	    clair_db_one(db, "SELECT " CLAIR_STORE_SITE_COLUMNS " FROM site s WHERE s.key = $1",
		CLAIR_DB_VALUES(of_text(key))))
		number = clair_store_read_site(db, site, mem);
	if (number != 0)
		read_history(db, number, site, what, mem, &rows);
	status = clair_db_end(db, true);
	*records = rows.items;
	*count = rows.count;
	if (status != CLAIR_OK || mem->failed)
		return status != CLAIR_OK ? status : CLAIR_NO_MEMORY;
	return number == 0 ? CLAIR_NOT_FOUND : CLAIR_OK;
}
