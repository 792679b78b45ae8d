/* What the three rules of "visible label in name" have in common. */
#ifndef CLAIR_RULES_COMMON_LABEL_H
#define CLAIR_RULES_COMMON_LABEL_H

#include "clairlint/rule.h"

/* ACT 2ee8b8 for one widget: `differs` and `unsure` are messages with {text} and {name}. */
enum clair_outcome rule_check_label(struct clair_ctx *ctx, const struct clair_node *widget,
    unsigned differs, unsigned unsure);

#endif
