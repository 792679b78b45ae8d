/* See choices.h. */
#include "rules/common/choices.h"

static bool
is_among(enum clair_role role, struct clair_kinds roles)
{
	for (size_t i = 0; i < roles.count; i++)
		if (roles.list[i] == role)
			return true;
	return false;
}

uint32_t
rule_count_choices(struct clair_ctx *ctx, const struct clair_node *group, struct clair_kinds choices,
    struct clair_kinds groups)
{
	uint32_t count = 0;

	if (!clair_visible(ctx, group))
		return 0;
	for (const struct clair_node *node = clair_next_inside(group, group); node != NULL;
	     node = clair_next_inside(group, node)) {
		const enum clair_role role = clair_role(ctx, node);

		if (is_among(role, groups))
			return 0;
		count += is_among(role, choices) && clair_rendered(ctx, node);
	}
	return count;
}
