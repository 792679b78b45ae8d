/* The columns of sites.csv, in their order. Private to src/rank/. */
#ifndef CLAIR_RANK_COLUMN_H
#define CLAIR_RANK_COLUMN_H

#include "rank/site.h"

struct rank_column {
	const char *name;
	const char *type;       /* of Table Schema: string, integer, number, boolean, date */
	const char *constraints; /* JSON, or NULL */
	const char *fr, *en;
};

extern const struct rank_column rank_columns[];
extern const size_t rank_column_count;

#endif
