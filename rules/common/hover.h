/* Content that the pointer makes appear, by style alone. */
#ifndef CLAIR_RULES_COMMON_HOVER_H
#define CLAIR_RULES_COMMON_HOVER_H

#include "clairlint/rule.h"

/* The outermost element that is not seen, and that :hover shows with words to read. */
bool rule_appears_on_hover(struct clair_ctx *ctx, const struct clair_node *node);
/* The property that :hover changes for it. */
enum clair_property rule_shown_by(struct clair_ctx *ctx, const struct clair_node *node);

#endif
