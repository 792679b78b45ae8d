/* Does the lang attribute of an element govern anything that people see or hear? (ACT de46e4.) */
#include "facts/ctx.h"
#include "facts/token.h"

static bool
is_met(struct clair_ctx *ctx, const struct clair_node *element)
{
	switch (element->tag) {
	case CLAIR_TAG_SCRIPT:
	case CLAIR_TAG_STYLE:
	case CLAIR_TAG_TEMPLATE:
	case CLAIR_TAG_NOSCRIPT:
		return false;
	default:
		return clair_visible(ctx, element) || clair_exposed(ctx, element);
	}
}

static bool
names_in_words(struct clair_ctx *ctx, const struct clair_node *element)
{
	const char *label = clair_attr(element, CLAIR_ATTR_ARIA_LABEL);
	const char *alt = clair_attr(element, CLAIR_ATTR_ALT);

	return (!clair_is_blank(label) || !clair_is_blank(alt)) && clair_exposed(ctx, element);
}

bool
clair_lang_is_used(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_node *nodes = ctx->page->nodes;
	uint32_t i = node->index;

	while (i < node->end) {
		const struct clair_node *at = &nodes[i];

		if (at->kind == CLAIR_NODE_ELEMENT && at != node && clair_has_attr(at, CLAIR_ATTR_LANG)) {
			i = at->end;
			continue;
		}
		if (at->kind == CLAIR_NODE_ELEMENT && names_in_words(ctx, at))
			return true;
		if (at->kind == CLAIR_NODE_TEXT && !clair_is_blank(at->text) &&
		    is_met(ctx, clair_node_parent(at)))
			return true;
		i++;
	}
	return false;
}
