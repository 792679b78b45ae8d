/* Content that the pointer, or the focus, makes appear, by style alone. */
#ifndef CLAIR_RULES_COMMON_HOVER_H
#define CLAIR_RULES_COMMON_HOVER_H

#include "clairlint/rule.h"

/* The property with which the situation shows an element that is not seen, the outermost one, with words to
 * read; CLAIR_PROPERTY_NONE for any other. */
enum clair_property rule_shown_when(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_situation situation);
enum clair_property rule_shown_by_hover(struct clair_ctx *ctx, const struct clair_node *node);

/* Adds {text}: the `describe` of a search over what appears (rules/common/cause.h). */
void rule_describe_shown(
    struct clair_ctx *ctx, struct clair_finding *finding, const struct clair_node *node);

/* One review for each declaration: see rules/common/cause.h. The message has {text} and {count}. */
enum clair_outcome rule_review_shown(struct clair_ctx *ctx,
    enum clair_property (*found_by)(struct clair_ctx *, const struct clair_node *),
    enum clair_situation situation, unsigned message);

#endif
