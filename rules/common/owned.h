/* What an element must own by its role. */
#ifndef CLAIR_RULES_COMMON_OWNED_H
#define CLAIR_RULES_COMMON_OWNED_H

#include "clairlint/rule.h"

/* ACT bc4a75. Messages have {role}, {expected} and, for `stranger`, {child}. `later` is the review
 * of an element without any child on a page with scripts. */
enum clair_outcome rule_check_owned(struct clair_ctx *ctx, const struct clair_node *node,
    unsigned empty, unsigned stranger, unsigned later);

#endif
