/* See inactive.h. Three passes over the page on the first question. */
#include "facts/inactive.h"

#include "facts/ids.h"
#include "facts/marks.h"
#include "facts/token.h"
#include "facts/visible.h"

struct clair_inactive_table {
	bool *is; /* by index */
};

static bool
takes_disabled(const struct clair_node *node)
{
	switch (node->tag) {
	case CLAIR_TAG_BUTTON:
	case CLAIR_TAG_INPUT:
	case CLAIR_TAG_SELECT:
	case CLAIR_TAG_TEXTAREA:
	case CLAIR_TAG_OPTGROUP:
	case CLAIR_TAG_OPTION:
		return true;
	default:
		return false;
	}
}

enum { PAGINATION_DEPTH = 6 };

/* HTML 4.5.1: without href, a stands where a link would be if it had a use: no page after the last. */
static bool
is_end_of_pagination(const struct clair_node *node)
{
	uint32_t depth = 0;

	if (node->tag != CLAIR_TAG_A || clair_has_attr(node, CLAIR_ATTR_HREF) ||
	    clair_has_attr(node, CLAIR_ATTR_ARIA_CURRENT) || clair_has_attr(node, CLAIR_ATTR_ONCLICK) ||
	    clair_has_attr(node, CLAIR_ATTR_TABINDEX))
		return false;
	for (; node != NULL && depth < PAGINATION_DEPTH; node = clair_parent(node), depth++)
		if ((clair_marks(node) & CLAIR_MARK_PAGINATION) != 0)
			return true;
	return false;
}

/* The legend of a disabled fieldset names what is out of use. */
static bool
starts_inactive(struct clair_ctx *ctx, const struct clair_node *node)
{
	if (clair_attr_is(node, CLAIR_ATTR_ARIA_DISABLED, "true") ||
	    clair_has_attr(node, CLAIR_ATTR_INERT))
		return true;
	if (takes_disabled(node) && clair_has_attr(node, CLAIR_ATTR_DISABLED))
		return true;
	return is_end_of_pagination(node) || clair_in_disabled_fieldset(ctx, node);
}

static void
spread(const struct clair_page *page, bool *is)
{
	for (uint32_t i = 0; i < page->node_count; i++)
		if (page->nodes[i].parent != CLAIR_NO_NODE && is[page->nodes[i].parent])
			is[i] = true;
}

static void
mark_labels(struct clair_ctx *ctx, const struct clair_node *control, bool *is)
{
	const char *ids = clair_attr(control, CLAIR_ATTR_ARIA_LABELLEDBY);
	const char *id;
	size_t length;

	for (size_t i = 0; i < clair_label_count(ctx, control); i++)
		is[clair_label(ctx, control, i)->index] = true;
	while (ids != NULL && (id = clair_token_next(&ids, &length)) != NULL) {
		const struct clair_node *label = clair_by_token(ctx, id, length);

		if (label != NULL)
			is[label->index] = true;
	}
}

static const struct clair_inactive_table *
inactive(struct clair_ctx *ctx)
{
	const struct clair_page *page = ctx->page;
	struct clair_inactive_table *table = ctx->facts->inactive;

	if (table != NULL)
		return table;
	table = clair_alloc(&ctx->page->mem, sizeof(*table));
	if (table == NULL)
		return NULL;
	table->is = clair_alloc_array(&ctx->page->mem, page->node_count, sizeof(*table->is));
	if (table->is == NULL)
		return NULL;
	for (uint32_t i = 0; i < page->node_count; i++)
		if (page->nodes[i].kind == CLAIR_NODE_ELEMENT)
			table->is[i] = starts_inactive(ctx, &page->nodes[i]);
	spread(page, table->is);
	for (uint32_t i = 0; i < page->node_count; i++)
		if (table->is[i] && page->nodes[i].kind == CLAIR_NODE_ELEMENT)
			mark_labels(ctx, &page->nodes[i], table->is);
	spread(page, table->is);
	ctx->facts->inactive = table;
	return table;
}

bool
clair_is_inactive(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_inactive_table *table = inactive(ctx);

	return table != NULL && table->is[node->index];
}
