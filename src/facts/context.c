/*
 * What is read around an element: RGAA's context of a link (its sentence, paragraph, item, cell, the heading
 * before it), and more: any box that holds other text may be the card that it belongs to.
 */
#include "facts/outline.h"

/* Begins a line of its own: its text does not run on into the next element. */
static bool
stands_apart(const struct clair_node *node)
{
	switch (node->tag) {
	case CLAIR_TAG_ARTICLE:
	case CLAIR_TAG_ASIDE:
	case CLAIR_TAG_DIV:
	case CLAIR_TAG_DL:
	case CLAIR_TAG_FOOTER:
	case CLAIR_TAG_FORM:
	case CLAIR_TAG_HEAD:
	case CLAIR_TAG_HEADER:
	case CLAIR_TAG_HR:
	case CLAIR_TAG_LI:
	case CLAIR_TAG_LINK:
	case CLAIR_TAG_MAIN:
	case CLAIR_TAG_META:
	case CLAIR_TAG_NAV:
	case CLAIR_TAG_OL:
	case CLAIR_TAG_P:
	case CLAIR_TAG_SCRIPT:
	case CLAIR_TAG_SECTION:
	case CLAIR_TAG_STYLE:
	case CLAIR_TAG_TEMPLATE:
	case CLAIR_TAG_UL:
		return true;
	default:
		return false;
	}
}

/* Holds the page or a list: what else is in it is about other things. A div around all that another holder
 * has is the same holder. */
static bool
is_holder(const struct clair_node *node)
{
	while (node->tag == CLAIR_TAG_DIV && clair_previous_sibling(node) == NULL &&
	    clair_next_sibling(node) == NULL)
		node = clair_parent(node);
	switch (node->tag) {
	case CLAIR_TAG_BODY:
	case CLAIR_TAG_HTML:
	case CLAIR_TAG_MAIN:
	case CLAIR_TAG_OL:
	case CLAIR_TAG_UL:
		return true;
	default:
		return false;
	}
}

static bool
has_neighbour(const struct clair_node *node)
{
	const struct clair_node *before = clair_previous_sibling(node);
	const struct clair_node *after = clair_next_sibling(node);

	return (before != NULL && !stands_apart(before)) || (after != NULL && !stands_apart(after));
}

bool
clair_has_context(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_outline *outline = clair_outline_get(ctx);
	const struct clair_node *heading = clair_heading(ctx, 0);
	uint32_t text = clair_outline_text(outline, node);
	const struct clair_node *at = node;
	const struct clair_node *parent;

	if (clair_description(ctx, node)[0] != '\0' || (heading != NULL && heading->index < node->index))
		return true;
	for (; (parent = clair_parent(at)) != NULL; at = parent) {
		if (clair_own_text(ctx, parent)[0] != '\0' ||
		    (parent->tag != CLAIR_TAG_HTML && !stands_apart(at) && has_neighbour(at)))
			return true;
		if (!is_holder(parent) && clair_outline_text(outline, parent) > text)
			return true;
	}
	return false;
}
