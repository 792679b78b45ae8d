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

/* A match in a block. */
struct text_place {
	const struct clair_block *block;
	size_t offset, length;
};
/* The match after this one in place->block; the first for { .block = block }. Samples are left out. */
bool text_next_in_block(struct clair_ctx *ctx, const char *pattern, struct text_place *place);
/* The first match in the French blocks of these kinds that are in the main content, samples and what stands
 * between quotation marks left out. */
bool text_find_in_page(struct clair_ctx *ctx, const char *pattern, unsigned blocks, struct text_place *place);
/* One review for the first match in the French prose and headings of the main content, or of the whole page. PASS
 * without a match, INAPPLICABLE without French. The message has {text}. */
enum clair_outcome text_review_first(struct clair_ctx *ctx, const char *pattern, unsigned message);
enum clair_outcome text_review_anywhere(struct clair_ctx *ctx, const char *pattern, unsigned message);
/* The match as argument `text`. */
void text_name(struct clair_finding *finding, const struct text_place *place);

#endif
