/* The tables, step by step, and the views. Private to src/store/. docs/store.md tells them to readers. */
#ifndef CLAIR_STORE_SCHEMA_H
#define CLAIR_STORE_SCHEMA_H

#include "store/db.h"

/* What makes version N + 1 out of version N: statements, ended by NULL. The first one begins with nothing. A step
 * that was published never changes: another one is added. */
extern const char *const *const clair_store_steps[CLAIR_STORE_VERSION];

/* What a crawl fills; the crawl itself comes first. Each begins with the columns round and site. */
enum clair_store_table {
	CLAIR_STORE_CRAWL,
	CLAIR_STORE_ROBOTS,
	CLAIR_STORE_PERSONA,
	CLAIR_STORE_INDICATOR,
	CLAIR_STORE_INDICATOR_PART,
	CLAIR_STORE_CRITERION,
	CLAIR_STORE_LOST_SHEET,
	CLAIR_STORE_OUTCOME,
	CLAIR_STORE_CAUSE,
	CLAIR_STORE_PAGE,
	CLAIR_STORE_FINDING,
	CLAIR_STORE_MEASURE,
	CLAIR_STORE_TABLES,
};
struct clair_store_table_columns {
	const char *name;
	const char *columns; /* the key first */
};
extern const struct clair_store_table_columns clair_store_tables[CLAIR_STORE_TABLES];

/* Many rows of one of them. */
void clair_store_bulk_open(struct clair_db_bulk *bulk, struct clair_db *db, enum clair_store_table table);

/* Made anew after each migration. A view comes after those that it reads. */
struct clair_store_view {
	const char *name;
	const char *sql; /* of its query */
};
extern const struct clair_store_view clair_store_views[];
extern const size_t clair_store_view_count;

/* Makes or migrates the tables, as far as the mode allows. `steps` are `version` long. */
bool clair_store_migrate(struct clair_db *db, const char *const *const *steps, int version);

#endif
