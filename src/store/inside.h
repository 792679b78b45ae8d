/* What the parts of the store share. Private to src/store/. */
#ifndef CLAIR_STORE_INSIDE_H
#define CLAIR_STORE_INSIDE_H

#include "store/db.h"

struct clair_store {
	struct clair_db *db;
};

/* In a transaction of CLAIR_DB_RULES: marks who is excluded, makes what is to be crawled in the open round out of
 * the sites that are present, and counts it for each host. */
bool clair_store_refill(struct clair_db *db);

/* The open round; 0: there is none. */
bool clair_store_open_round(struct clair_db *db, uint32_t *number);

/* Who asked to be left alone, in `claim`. */
bool clair_store_read_spared(struct clair_db *db, struct clair_store_claim *claim);

/* Writes the crawl of a site, in the transaction that is open. `run` may be NULL. */
bool clair_store_write_crawl(struct clair_db *db, uint32_t round, uint32_t site,
    const struct clair_store_outcome *outcome, const struct clair_run *run);

#define CLAIR_STORE_SITE_COLUMNS \
	"s.id, s.key, s.address, s.host, s.organisation, s.siren, s.insee, s.kind, s.territory, s.own, s.line"
enum { CLAIR_STORE_SITE_COLUMN_COUNT = 11 };
/* From a row that begins with these columns; its number is given. */
uint32_t clair_store_read_site(struct clair_db *db, struct clair_campaign_site *site, struct clair_arena *mem);

#define CLAIR_STORE_ROUND_COLUMNS \
	"r.number, r.began, r.ended, r.tool_version, r.referential, r.rules_digest, r.options_digest"
enum { CLAIR_STORE_ROUND_COLUMN_COUNT = 7 };
/* The same of a round. */
void clair_store_read_round(struct clair_db *db, struct clair_store_round *round, struct clair_arena *mem);
/* False: there is none of this number, or it failed. */
bool clair_store_find_round(
    struct clair_db *db, uint32_t number, struct clair_arena *mem, struct clair_store_round *round);

#define CLAIR_STORE_CAUSE_COLUMNS \
	"c.id, c.rule, c.severity, c.outcome, c.text_fr, c.text_en, c.pages, c.occurrences, c.gain, c.example"
enum { CLAIR_STORE_CAUSE_COLUMN_COUNT = 10 };
struct clair_record_cause clair_store_read_cause(struct clair_db *db, struct clair_arena *mem);

/* The last one, open or not. False: none was begun, or it failed. */
bool clair_store_find_last_round(struct clair_db *db, struct clair_arena *mem, struct clair_store_round *round);

/* Items that are read one by one, in an array that grows in an arena. */
struct clair_store_rows {
	void *items;
	uint32_t count, room;
};
/* Zeroed; NULL: out of memory. */
void *clair_store_next_row(struct clair_store_rows *rows, size_t size, struct clair_arena *mem);

#endif
