/* Text spacing that a style attribute locks: WCAG 1.4.12. */
#ifndef CLAIR_RULES_COMMON_SPACING_H
#define CLAIR_RULES_COMMON_SPACING_H

#include "clairlint/rule.h"

/* The element holds text, and the style attribute that decides its spacing says !important: no sheet of
 * the person's can change it. */
bool rule_spacing_is_locked(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_property property);

/* A length against the size of the text; 0 for `normal`. */
double rule_spacing_ratio(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_property property);

/* Computed values are kept in single precision. */
bool rule_spacing_is_enough(double ratio, double least);

/* Fails with the message, which has {ratio}, when the spacing is locked under `least` times the size. */
enum clair_outcome rule_check_spacing(struct clair_ctx *ctx, const struct clair_node *node,
    enum clair_property property, double least, unsigned message);

#endif
