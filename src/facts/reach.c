/* Ways to reach a menu, or to pass it: RGAA 12.6.1. */
#include "facts/facts.h"

#include <string.h>

static bool
is_in_landmark(struct clair_ctx *ctx, const struct clair_node *node)
{
	for (; node != NULL; node = clair_parent(node)) {
		if (clair_role_is_landmark(clair_role(ctx, node)))
			return true;
	}
	return false;
}

/* People go from heading to heading: the last one before the menu leads to it. */
static bool
has_heading(struct clair_ctx *ctx, const struct clair_node *menu)
{
	return clair_heading_count(ctx) > 0 && clair_heading(ctx, 0)->index < menu->end;
}

static bool
is_passed_by_link(struct clair_ctx *ctx, const struct clair_node *menu)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_A, i);
		const char *href = clair_attr(link, CLAIR_ATTR_HREF);
		const struct clair_node *target;

		if (link->index > menu->index)
			return false;
		if (href == NULL || href[0] != '#' || href[1] == '\0' || !clair_exposed(ctx, link))
			continue;
		target = clair_anchor(ctx, href + 1);
		if (target != NULL && (target->index >= menu->end || target == menu ||
					  clair_contains(target, menu)))
			return true;
	}
	return false;
}

bool
clair_menu_is_reachable(struct clair_ctx *ctx, const struct clair_menu *menu)
{
	return is_in_landmark(ctx, menu->node) || has_heading(ctx, menu->node) ||
	    is_passed_by_link(ctx, menu->node);
}
