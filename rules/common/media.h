/* What the rules on sound and film have in common. */
#ifndef CLAIR_RULES_COMMON_MEDIA_H
#define CLAIR_RULES_COMMON_MEDIA_H

#include "clairlint/rule.h"
#include "rules/common/outcome.h"

typedef enum clair_outcome rule_medium_check(struct clair_ctx *ctx, const struct clair_medium *medium);

/* The worst outcome over the media of the page. Without any: inapplicable when there surely is none, and
 * untested when one may hide. */
enum clair_outcome rule_each_medium(struct clair_ctx *ctx, rule_medium_check *check);

/* One of the media of the page. */
bool rule_is_medium(struct clair_ctx *ctx, const struct clair_node *node);

#endif
