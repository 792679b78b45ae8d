/* What several text rules do with a block. */
#ifndef RULES_COMMON_PATTERN_H
#define RULES_COMMON_PATTERN_H

#include "clairlint/rule.h"

/* Reports each match of a named pattern in a block, with the match as argument `text`. FAIL when
 * there is one, else PASS. */
enum clair_outcome text_report_pattern(struct clair_ctx *ctx, const struct clair_block *block,
    const char *pattern, unsigned message);
/* The same, for a person to look at: REVIEW when there is one. */
enum clair_outcome text_review_pattern(struct clair_ctx *ctx, const struct clair_block *block,
    const char *pattern, unsigned message);

#endif
