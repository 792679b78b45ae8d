/* What the tables of referentials share: one section after the other, a row for each id. Private to src/report/. */
#ifndef CLAIR_REPORT_REFERENTIAL_TABLE_H
#define CLAIR_REPORT_REFERENTIAL_TABLE_H

#include "report/markdown.h"
#include "score/referential.h"

struct clair_referential_table;

/* What makes one table another than the rest. */
struct clair_referential_form {
	const struct clair_referential_row *(*next)(const struct clair_referential_row *row);
	bool (*has)(const struct clair_rule *rule, const struct clair_referential_row *row);
	void (*head)(struct clair_referential_table *table);
	void (*cells)(struct clair_referential_table *table, const struct clair_referential_row *row);
	const enum clair_string *columns; /* the first is the id and the title, the last the rules: `cells` writes
	                                     those in between, each followed by " | " */
	size_t column_count;
};

struct clair_referential_table {
	struct clair_report report; /* of which only the language and the writer are set */
	clair_rule_says_fn *says;
	const struct clair_referential_form *form;
};

enum clair_status clair_referential_table_write(struct clair_referential_table *table);
/* What the program does for a row. */
struct clair_power clair_referential_power(
    const struct clair_referential_table *table, const struct clair_referential_row *row);

#endif
