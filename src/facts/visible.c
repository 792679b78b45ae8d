/* Hidden or not: one pass over the nodes on the first question; see visible.h. */
#include "facts/visible.h"

#include "facts/inline_style.h"
#include "facts/token.h"

enum {
	NOT_RENDERED = 1,
	CONCEALED = 2, /* visibility: hidden */
	ARIA_HIDDEN = 4,
	INERT = 8,
	UNSEEN = 16,   /* transparent, clipped or far away, but still read */
	DISABLED = 32,
	INHERITED = 63,
	SKIPS_CHILDREN = 64, /* its children are not rendered */
	FIRST_OF_KIND = 128, /* first summary of a details, first legend of a fieldset */
};

struct clair_visibility {
	uint8_t *flags; /* one for each node */
	struct clair_inline_style *styles; /* of the elements that have one, in document order */
	uint32_t style_count;
	bool has_sheet;
};

static bool
is_one_of(const struct clair_node *node, const char *const *names)
{
	for (; *names != NULL; names++)
		if (strcmp(node->name, *names) == 0)
			return true;
	return false;
}

/* What a browser's own style sheet never shows (HTML 15.3.1), scripts being on; and what is in an
 * SVG only to be used by other parts of it. */
static bool
tag_is_never_rendered(const struct clair_node *node)
{
	static const char *const svg[] = {"defs", "clipPath", "mask", "marker", "symbol", "pattern",
	    "linearGradient", "radialGradient", "filter", "metadata", NULL};

	switch (node->tag) {
	case CLAIR_TAG_BASE:
	case CLAIR_TAG_BASEFONT:
	case CLAIR_TAG_DATALIST:
	case CLAIR_TAG_HEAD:
	case CLAIR_TAG_LINK:
	case CLAIR_TAG_META:
	case CLAIR_TAG_NOEMBED:
	case CLAIR_TAG_NOFRAMES:
	case CLAIR_TAG_NOSCRIPT:
	case CLAIR_TAG_PARAM:
	case CLAIR_TAG_RP:
	case CLAIR_TAG_SCRIPT:
	case CLAIR_TAG_STYLE:
	case CLAIR_TAG_TEMPLATE:
	case CLAIR_TAG_TITLE:
	case CLAIR_TAG_DESC:
		return true;
	default:
		return (node->flags & CLAIR_NODE_FOREIGN) != 0 && is_one_of(node, svg);
	}
}

static bool
number_of(const struct clair_inline_style *style, const char *property, double *number,
    const char **unit)
{
	const char *value = clair_inline_style_get(style, property);

	return value != NULL && clair_css_number(value, number, unit);
}

/* Far enough to be out of any screen, whatever the unit. */
static bool
is_far(const struct clair_inline_style *style, const char *property)
{
	const char *unit;
	double number;

	if (!number_of(style, property, &number, &unit))
		return false;
	if (strncmp(unit, "px", 2) == 0)
		return number <= -999;
	return number <= -99 && (strncmp(unit, "em", 2) == 0 || strncmp(unit, "rem", 3) == 0 ||
	    strncmp(unit, "vw", 2) == 0 || *unit == '%');
}

static bool
is_at_most_one_pixel(const struct clair_inline_style *style, const char *property)
{
	const char *unit;
	double number;

	return number_of(style, property, &number, &unit) && number <= 1 &&
	    (number == 0 || strncmp(unit, "px", 2) == 0);
}

static bool
is_zero(const struct clair_inline_style *style, const char *property)
{
	const char *unit;
	double number;

	return number_of(style, property, &number, &unit) && number == 0;
}

/* clip: rect() of one pixel at most. */
static bool
is_clipped_by_rect(const char *value)
{
	const char *unit;
	double number;
	unsigned count = 0;

	if (value == NULL || strncmp(value, "rect(", 5) != 0)
		return false;
	value += 5;
	while (clair_css_number(value, &number, &unit)) {
		if (number > 1)
			return false;
		count++;
		value = unit + strcspn(unit, " ,)");
		value += strspn(value, " ,");
	}
	return count == 4;
}

/* clip-path: inset() that meets itself in the middle. */
static bool
is_clipped_by_inset(const char *value)
{
	const char *unit;
	double number;

	return value != NULL && strncmp(value, "inset(", 6) == 0 &&
	    clair_css_number(value + 6, &number, &unit) && number >= 50 && *unit == '%';
}

static bool
is_unseen(const struct clair_inline_style *style)
{
	const char *position = clair_inline_style_get(style, "position");
	const char *overflow = clair_inline_style_get(style, "overflow");
	const char *transform = clair_inline_style_get(style, "transform");
	bool placed = position != NULL && strcmp(position, "static") != 0;

	if (is_zero(style, "opacity") || is_zero(style, "font-size"))
		return true;
	if (transform != NULL && strcmp(transform, "scale(0)") == 0)
		return true;
	if (is_far(style, "margin-left") || is_far(style, "text-indent"))
		return true;
	if (placed && (is_far(style, "left") || is_far(style, "top")))
		return true;
	if (placed && is_clipped_by_rect(clair_inline_style_get(style, "clip")))
		return true;
	if (is_clipped_by_inset(clair_inline_style_get(style, "clip-path")))
		return true;
	return overflow != NULL &&
	    (strncmp(overflow, "hidden", 6) == 0 || strncmp(overflow, "clip", 4) == 0) &&
	    (is_at_most_one_pixel(style, "width") || is_at_most_one_pixel(style, "height"));
}

/* Gives what the inline style adds; `*display` says if it sets a box, which wins over `hidden`. */
static unsigned
style_flags(const struct clair_inline_style *style, unsigned flags, bool *display)
{
	const char *value = clair_inline_style_get(style, "display");

	if (value != NULL && strcmp(value, "none") == 0)
		flags |= NOT_RENDERED;
	*display = value != NULL && strcmp(value, "none") != 0 && strcmp(value, "revert") != 0;
	value = clair_inline_style_get(style, "visibility");
	if (value != NULL && (strcmp(value, "hidden") == 0 || strcmp(value, "collapse") == 0))
		flags |= CONCEALED;
	else if (value != NULL && (strcmp(value, "visible") == 0 || strcmp(value, "initial") == 0))
		flags &= ~(unsigned)CONCEALED;
	value = clair_inline_style_get(style, "content-visibility");
	if (value != NULL && strcmp(value, "hidden") == 0)
		flags |= SKIPS_CHILDREN;
	if (is_unseen(style))
		flags |= UNSEEN;
	return flags;
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
	case CLAIR_TAG_INPUT:
		if (clair_attr_is(node, CLAIR_ATTR_TYPE, "hidden"))
			flags |= NOT_RENDERED;
		break;
	case CLAIR_TAG_AUDIO:
		if (!clair_has_attr(node, CLAIR_ATTR_CONTROLS))
			flags |= NOT_RENDERED;
		flags |= SKIPS_CHILDREN;
		break;
	case CLAIR_TAG_VIDEO:
	case CLAIR_TAG_IFRAME:
		flags |= SKIPS_CHILDREN;
		break;
	default:
		break;
	}
	return tag_is_never_rendered(node) ? flags | NOT_RENDERED : flags;
}

static bool
is_closed_by_attributes(const struct clair_node *node)
{
	if (clair_has_attr(node, CLAIR_ATTR_HIDDEN) || clair_has_attr(node, CLAIR_ATTR_POPOVER))
		return true;
	return node->tag == CLAIR_TAG_DIALOG && !clair_has_attr(node, CLAIR_ATTR_OPEN);
}

static unsigned
attribute_flags(
    struct clair_visibility *table, const struct clair_node *node, unsigned flags, bool *failed,
    struct clair_arena *arena)
{
	const char *style = clair_attr(node, CLAIR_ATTR_STYLE);
	bool display = false;

	if (style != NULL) {
		struct clair_inline_style *parsed = &table->styles[table->style_count++];

		parsed->node = node->index;
		if (clair_inline_style_parse(parsed, style, arena))
			flags = style_flags(parsed, flags, &display);
		else
			*failed = true;
	}
	if (!display && is_closed_by_attributes(node))
		flags |= NOT_RENDERED;
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
	return flags & INHERITED;
}

static bool
fill(struct clair_visibility *table, struct clair_page *page)
{
	bool failed = false;
	uint32_t i;

	for (i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		unsigned own = table->flags[i] & FIRST_OF_KIND;
		unsigned flags = inherited_flags(table, node);

		if (node->kind == CLAIR_NODE_ELEMENT) {
			flags = tag_flags(table, node, flags);
			if (node->attribute_count != 0)
				flags = attribute_flags(table, node, flags, &failed, &page->mem);
		} else if (node->kind != CLAIR_NODE_TEXT) {
			flags |= NOT_RENDERED;
		}
		table->flags[i] = (uint8_t)(flags | own);
	}
	return !failed;
}

static uint32_t
count_styles(const struct clair_page *page)
{
	uint32_t count = 0;
	uint32_t i;

	for (i = 0; i < page->node_count; i++)
		if (page->nodes[i].kind == CLAIR_NODE_ELEMENT &&
		    clair_has_attr(&page->nodes[i], CLAIR_ATTR_STYLE))
			count++;
	return count;
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
	table->flags = clair_alloc(&page->mem, page->node_count);
	table->styles =
	    clair_alloc_array(&page->mem, count_styles(page) + 1, sizeof(*table->styles));
	if (page->mem.failed || !fill(table, page))
		return NULL;
	table->has_sheet = clair_page_has_sheets(ctx);
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
	return !has_any(ctx, node, NOT_RENDERED | CONCEALED | UNSEEN);
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

/* Style sheets are not read: when there is one, the answers suppose that it hides nothing more. */
enum clair_grade
clair_visibility_grade(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_visibility *table = visibility(ctx);

	(void)node;
	if (table == NULL)
		return CLAIR_UNKNOWN;
	return table->has_sheet ? CLAIR_ASSUMED : CLAIR_STATIC;
}

const char *
clair_inline_style(struct clair_ctx *ctx, const struct clair_node *node, const char *property)
{
	const struct clair_visibility *table = visibility(ctx);
	uint32_t low = 0;
	uint32_t high = table != NULL ? table->style_count : 0;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (table->styles[middle].node == node->index)
			return clair_inline_style_get(&table->styles[middle], property);
		if (table->styles[middle].node < node->index)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* Tags whose box is not inline by the style sheet of HTML 15.3, and <br>. */
static const bool is_block[CLAIR_TAG_COUNT] = {
	[CLAIR_TAG_ADDRESS] = true, [CLAIR_TAG_ARTICLE] = true, [CLAIR_TAG_ASIDE] = true,
	[CLAIR_TAG_BLOCKQUOTE] = true, [CLAIR_TAG_BODY] = true, [CLAIR_TAG_BR] = true,
	[CLAIR_TAG_CAPTION] = true, [CLAIR_TAG_CENTER] = true, [CLAIR_TAG_DD] = true,
	[CLAIR_TAG_DETAILS] = true, [CLAIR_TAG_DIALOG] = true, [CLAIR_TAG_DIR] = true,
	[CLAIR_TAG_DIV] = true, [CLAIR_TAG_DL] = true, [CLAIR_TAG_DT] = true,
	[CLAIR_TAG_FIELDSET] = true, [CLAIR_TAG_FIGCAPTION] = true, [CLAIR_TAG_FIGURE] = true,
	[CLAIR_TAG_FOOTER] = true, [CLAIR_TAG_FORM] = true, [CLAIR_TAG_H1] = true,
	[CLAIR_TAG_H2] = true, [CLAIR_TAG_H3] = true, [CLAIR_TAG_H4] = true,
	[CLAIR_TAG_H5] = true, [CLAIR_TAG_H6] = true, [CLAIR_TAG_HEADER] = true,
	[CLAIR_TAG_HGROUP] = true, [CLAIR_TAG_HR] = true, [CLAIR_TAG_HTML] = true,
	[CLAIR_TAG_LEGEND] = true, [CLAIR_TAG_LI] = true, [CLAIR_TAG_MAIN] = true,
	[CLAIR_TAG_MENU] = true, [CLAIR_TAG_NAV] = true, [CLAIR_TAG_OL] = true,
	[CLAIR_TAG_OPTGROUP] = true, [CLAIR_TAG_OPTION] = true, [CLAIR_TAG_P] = true,
	[CLAIR_TAG_PRE] = true, [CLAIR_TAG_SEARCH] = true, [CLAIR_TAG_SECTION] = true,
	[CLAIR_TAG_SUMMARY] = true, [CLAIR_TAG_TABLE] = true, [CLAIR_TAG_TBODY] = true,
	[CLAIR_TAG_TD] = true, [CLAIR_TAG_TFOOT] = true, [CLAIR_TAG_TH] = true,
	[CLAIR_TAG_THEAD] = true, [CLAIR_TAG_TR] = true, [CLAIR_TAG_UL] = true,
};

bool
clair_is_block(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *display = NULL;

	if (node->tag != CLAIR_TAG_BR && node->attribute_count != 0)
		display = clair_inline_style(ctx, node, "display");
	if (display != NULL)
		return strcmp(display, "inline") != 0 && strcmp(display, "contents") != 0;
	return is_block[node->tag];
}
