/* Hidden or not: one pass over the nodes on the first question; see visible.h. */
#include "facts/visible.h"

#include "facts/style.h"
#include "facts/token.h"
#include "facts/unseen.h"

enum {
	NOT_RENDERED = 1,
	CONCEALED = 2, /* visibility: hidden */
	ARIA_HIDDEN = 4,
	INERT = 8,
	UNSEEN = 16,   /* transparent, clipped or far away, but still read */
	DISABLED = 32,
	CLIPPED = 64,  /* unseen by the overflow of a box that is not placed: what is placed escapes */
	INHERITED = 127,
	SKIPS_CHILDREN = 128, /* its children are not rendered */
	FIRST_OF_KIND = 256,  /* first summary of a details, first legend of a fieldset */
	ALONE_UNSEEN = 512,   /* letters without a size: not handed down, since font-size is */
};

struct clair_visibility {
	uint16_t *flags; /* one for each node */
};

static bool
is_one_of(const struct clair_node *node, const char *const *names)
{
	for (; *names != NULL; names++)
		if (strcmp(node->name, *names) == 0)
			return true;
	return false;
}

/* What has no box whatever style says: parts of an SVG that are only used by others. */
static bool
is_never_rendered(const struct clair_node *node)
{
	static const char *const svg[] = {"defs", "clipPath", "mask", "marker", "symbol", "pattern",
	    "linearGradient", "radialGradient", "filter", "metadata", "script", "style", NULL};

	if ((node->flags & CLAIR_NODE_FOREIGN) != 0)
		return node->tag == CLAIR_TAG_TITLE || node->tag == CLAIR_TAG_DESC || is_one_of(node, svg);
	/* HTML 4.12.2: scripts are on. HTML 4.8.15: without controls, sound has no box. */
	return node->tag == CLAIR_TAG_NOSCRIPT ||
	    (node->tag == CLAIR_TAG_AUDIO && !clair_has_attr(node, CLAIR_ATTR_CONTROLS));
}

static void
mark_first_child(struct clair_visibility *table, const struct clair_node *parent, unsigned tag)
{
	const struct clair_node *child = clair_node_first(parent);

	while (child != NULL && (child->kind != CLAIR_NODE_ELEMENT || child->tag != tag))
		child = clair_node_next(child);
	if (child != NULL)
		table->flags[child->index] = FIRST_OF_KIND;
}

/* Elements whose content is only for browsers that do not know them, or that are closed. */
static unsigned
tag_flags(struct clair_visibility *table, const struct clair_node *node, unsigned flags)
{
	switch (node->tag) {
	case CLAIR_TAG_DETAILS:
		mark_first_child(table, node, CLAIR_TAG_SUMMARY);
		if (!clair_has_attr(node, CLAIR_ATTR_OPEN))
			flags |= SKIPS_CHILDREN;
		break;
	case CLAIR_TAG_FIELDSET:
		mark_first_child(table, node, CLAIR_TAG_LEGEND);
		if (clair_has_attr(node, CLAIR_ATTR_DISABLED))
			flags |= DISABLED;
		break;
	case CLAIR_TAG_AUDIO:
	case CLAIR_TAG_VIDEO:
	case CLAIR_TAG_IFRAME:
	case CLAIR_TAG_METER:
	case CLAIR_TAG_PROGRESS:
	case CLAIR_TAG_NOSCRIPT:
	case CLAIR_TAG_TEMPLATE:
		flags |= SKIPS_CHILDREN;
		break;
	default:
		break;
	}
	return is_never_rendered(node) ? flags | NOT_RENDERED : flags;
}

static unsigned
style_flags(struct clair_ctx *ctx, const struct clair_node *node, unsigned flags)
{
	const struct clair_style *style = clair_node_style(ctx, node);
	enum clair_unseen unseen;

	if (style == NULL)
		return flags;
	/* An area has no box of its own, but its image has one (HTML 15.3.1). */
	if (clair_style_keyword(style, CLAIR_CSS_DISPLAY) == CLAIR_KW_NONE &&
	    node->tag != CLAIR_TAG_AREA)
		flags |= NOT_RENDERED;
	/* Hidden plug-ins keep an empty box (HTML 15.4.1). */
	if (node->tag == CLAIR_TAG_EMBED && clair_has_attr(node, CLAIR_ATTR_HIDDEN))
		flags |= NOT_RENDERED;
	flags &= ~(unsigned)CONCEALED;
	if (clair_style_keyword(style, CLAIR_CSS_VISIBILITY) != CLAIR_KW_VISIBLE)
		flags |= CONCEALED;
	/* hidden=until-found leaves an empty box: for a person there is nothing (HTML 6.1). */
	if (clair_style_keyword(style, CLAIR_CSS_CONTENT_VISIBILITY) == CLAIR_KW_HIDDEN)
		flags |= clair_has_attr(node, CLAIR_ATTR_HIDDEN) ? NOT_RENDERED : SKIPS_CHILDREN;
	if (clair_style_is_placed(style))
		flags &= ~(unsigned)CLIPPED;
	unseen = clair_unseen_by_style(style);
	if (unseen == CLAIR_UNSEEN_ALONE)
		return flags | ALONE_UNSEEN;
	if (unseen == CLAIR_UNSEEN_CLIPPED)
		return flags | CLIPPED;
	return unseen == CLAIR_UNSEEN_ALL ? flags | UNSEEN : flags;
}

static unsigned
attribute_flags(const struct clair_node *node, unsigned flags)
{
	if (clair_attr_is(node, CLAIR_ATTR_ARIA_HIDDEN, "true"))
		flags |= ARIA_HIDDEN;
	if (clair_has_attr(node, CLAIR_ATTR_INERT))
		flags |= INERT;
	return flags;
}

/* What the parent hands down, before the node's own. */
static unsigned
inherited_flags(const struct clair_visibility *table, const struct clair_node *node)
{
	const struct clair_node *parent = clair_node_parent(node);
	const struct clair_node *above;
	bool first = (table->flags[node->index] & FIRST_OF_KIND) != 0;
	unsigned flags;

	if (parent == NULL)
		return 0;
	flags = table->flags[parent->index];
	if ((flags & SKIPS_CHILDREN) != 0 && !first)
		flags |= NOT_RENDERED;
	/* The first legend of a disabled fieldset stays enabled. */
	if (first && node->tag == CLAIR_TAG_LEGEND) {
		above = clair_node_parent(parent);
		flags &= ~(unsigned)DISABLED;
		if (above != NULL)
			flags |= table->flags[above->index] & DISABLED;
	}
	if (parent->tag == CLAIR_TAG_CANVAS)
		flags |= UNSEEN;
	return flags & (node->kind == CLAIR_NODE_TEXT ? INHERITED | ALONE_UNSEEN : INHERITED);
}

static unsigned
own_flags(struct clair_ctx *ctx, struct clair_visibility *table, const struct clair_node *node)
{
	unsigned flags = inherited_flags(table, node);

	if (node->kind == CLAIR_NODE_TEXT)
		return flags;
	if (node->kind != CLAIR_NODE_ELEMENT)
		return flags | NOT_RENDERED;
	/* What is not rendered stays so: its style says nothing more. */
	if ((flags & NOT_RENDERED) == 0)
		flags = style_flags(ctx, node, flags);
	flags = tag_flags(table, node, flags);
	return node->attribute_count != 0 ? attribute_flags(node, flags) : flags;
}

static void
fill(struct clair_ctx *ctx, struct clair_visibility *table)
{
	const struct clair_page *page = ctx->page;

	for (uint32_t i = 0; i < page->node_count; i++) {
		unsigned first = table->flags[i] & FIRST_OF_KIND;

		table->flags[i] = (uint16_t)(own_flags(ctx, table, &page->nodes[i]) | first);
	}
}

static const struct clair_visibility *
visibility(struct clair_ctx *ctx)
{
	struct clair_page *page = ctx->page;
	struct clair_visibility *table = ctx->facts->visibility;

	if (table != NULL)
		return table;
	table = clair_alloc(&page->mem, sizeof(*table));
	if (table == NULL)
		return NULL;
	table->flags = clair_alloc_array(&page->mem, page->node_count, sizeof(*table->flags));
	if (table->flags == NULL)
		return NULL;
	fill(ctx, table);
	if (page->mem.failed)
		return NULL;
	ctx->facts->visibility = table;
	return table;
}

/* Without memory nothing is known to be hidden: the page is reported as incomplete anyway. */
static bool
has_any(struct clair_ctx *ctx, const struct clair_node *node, unsigned mask)
{
	const struct clair_visibility *table = visibility(ctx);

	return table != NULL && (table->flags[node->index] & mask) != 0;
}

bool
clair_rendered(struct clair_ctx *ctx, const struct clair_node *node)
{
	return !has_any(ctx, node, NOT_RENDERED);
}

bool
clair_node_visible(struct clair_ctx *ctx, const struct clair_node *node)
{
	return !has_any(ctx, node, NOT_RENDERED | CONCEALED | UNSEEN | CLIPPED | ALONE_UNSEEN);
}

bool
clair_node_exposed(struct clair_ctx *ctx, const struct clair_node *node)
{
	return !has_any(ctx, node, NOT_RENDERED | CONCEALED | ARIA_HIDDEN | INERT);
}

bool
clair_visible(struct clair_ctx *ctx, const struct clair_node *node)
{
	return clair_node_visible(ctx, node);
}

bool
clair_exposed(struct clair_ctx *ctx, const struct clair_node *node)
{
	return clair_node_exposed(ctx, node);
}

bool
clair_under_aria_hidden(struct clair_ctx *ctx, const struct clair_node *node)
{
	return has_any(ctx, node, ARIA_HIDDEN);
}

bool
clair_can_take_focus(struct clair_ctx *ctx, const struct clair_node *node)
{
	return !has_any(ctx, node, NOT_RENDERED | CONCEALED | INERT);
}

bool
clair_in_disabled_fieldset(struct clair_ctx *ctx, const struct clair_node *node)
{
	return has_any(ctx, node, DISABLED);
}

bool
clair_is_details_summary(struct clair_ctx *ctx, const struct clair_node *node)
{
	return node->tag == CLAIR_TAG_SUMMARY && has_any(ctx, node, FIRST_OF_KIND);
}

/* CSS Display 3: anything but inline and contents starts and ends a line, or stands apart in it. What is
 * not rendered is read as its tag alone would have it. */
bool
clair_is_block(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_style *style;
	enum clair_keyword display;

	if (node->tag == CLAIR_TAG_BR)
		return true;
	style = clair_node_style(ctx, node);
	if (style == NULL)
		return false;
	display = clair_style_keyword(style, CLAIR_CSS_DISPLAY);
	return display != CLAIR_KW_INLINE && display != CLAIR_KW_CONTENTS && display != CLAIR_KW_NONE;
}
