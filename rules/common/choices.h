/* Choices offered together. */
#ifndef CLAIR_RULES_COMMON_CHOICES_H
#define CLAIR_RULES_COMMON_CHOICES_H

#include "clairlint/rule.h"

/* Elements of these roles inside the group, rendered. 0 when one of `groups` stands in it, which is counted on
 * its own, or when the group is not seen. */
uint32_t rule_count_choices(struct clair_ctx *ctx, const struct clair_node *group, struct clair_kinds choices,
    struct clair_kinds groups);

#endif
