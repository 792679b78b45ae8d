/* Days as pages write them. Private to src/facts/. */
#ifndef CLAIR_FACTS_DAY_H
#define CLAIR_FACTS_DAY_H

#include "clairlint/legal.h"
#include "facts/ctx.h"

/* "12 mars 2024", "mars 2024", "12/03/24", "2024-03-12". year 0 when it is none of these. */
struct clair_day clair_day_read(struct clair_ctx *ctx, const char *text, size_t length);
/* The number at the start of the text: "75,5". */
double clair_rate_read(const char *text, size_t length);

#endif
