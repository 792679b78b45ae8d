/* What several rules ask about ARIA roles. */
#ifndef CLAIR_RULES_COMMON_ROLES_H
#define CLAIR_RULES_COMMON_ROLES_H

#include "rules/common/text.h"

/* A role of WAI-ARIA, DPUB-ARIA or Graphics-ARIA. */
bool rule_role_exists(const struct rule_token *token);

/* The role requires this state here: a combobox that is closed controls nothing, a separator that
 * does not move has no value. */
bool rule_requires_state(struct clair_ctx *ctx, const struct clair_node *node, enum clair_role role,
    enum clair_attribute state);

/* At least one of the ids, separated by spaces, is that of an element. */
bool rule_any_id_exists(struct clair_ctx *ctx, const char *ids);

/* ACT ff89c9: an explicit role is in its context. `orphan` is a message with {role} and {expected}. */
enum clair_outcome rule_check_context(
    struct clair_ctx *ctx, const struct clair_node *node, unsigned orphan);

#endif
