/* What a table is for. Private to src/facts/. */
#ifndef CLAIR_FACTS_TABLE_H
#define CLAIR_FACTS_TABLE_H

#include "facts/facts.h"

/* Reads the table; clair_table_use keeps the answer. */
enum clair_table_use clair_table_judge(struct clair_ctx *ctx, const struct clair_node *table);

#endif
