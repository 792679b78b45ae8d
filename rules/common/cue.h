/* Instructions that point at a thing by its colour, its shape or its place. */
#ifndef CLAIR_RULES_COMMON_CUE_H
#define CLAIR_RULES_COMMON_CUE_H

#include "clairlint/rule.h"

/* One review for each expression of this kind (second column of the list `indices-visuels`) in a sentence that
 * tells what to do. INAPPLICABLE when no sentence does. The message has {text}. */
enum clair_outcome rule_review_cues(
    struct clair_ctx *ctx, const struct clair_block *block, const char *kind, unsigned message);

#endif
