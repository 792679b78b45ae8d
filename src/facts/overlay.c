/* See overlay.h. Made with the backdrops, once. */
#include "facts/overlay.h"

#include "facts/style.h"

/* Less than this out of its place, a box still lies on its parent: the height of a line. */
static const double small_shift = 24;
/* A picture smaller than this is an icon beside the words. */
static const double small_picture = 64;

static bool
is_zero(const struct clair_style *style, enum clair_property property)
{
	const struct clair_css_value *value = clair_style_value(style, property);

	return (value->kind == CLAIR_VALUE_LENGTH || value->kind == CLAIR_VALUE_PERCENT ||
		   value->kind == CLAIR_VALUE_NUMBER) &&
	       value->number <= 0;
}

static bool
is_whole(const struct clair_style *style, enum clair_property property)
{
	const struct clair_css_value *value = clair_style_value(style, property);

	return value->kind == CLAIR_VALUE_PERCENT && value->number >= 100;
}

static bool
is_absolute(const struct clair_style *style)
{
	return clair_style_keyword(style, CLAIR_CSS_POSITION) == CLAIR_KW_ABSOLUTE;
}

static bool
is_out_of_flow(const struct clair_style *style)
{
	return is_absolute(style) ||
	       clair_style_keyword(style, CLAIR_CSS_POSITION) == CLAIR_KW_FIXED;
}

static bool
is_less_than(const struct clair_style *style, enum clair_property property, double limit)
{
	double px;

	return clair_style_px(style, property, &px) && px < limit;
}

/* Moved out of its place, or over what stands before. */
static bool
is_away(const struct clair_style *style)
{
	if (is_out_of_flow(style))
		return true;
	return is_less_than(style, CLAIR_CSS_MARGIN_TOP, -small_shift);
}

/* --- What is laid over its containing block -------------------------------------------------------------- */

static bool
paints_background(const struct clair_style *style)
{
	struct clair_color color;

	return clair_style_keyword(style, CLAIR_CSS_BACKGROUND_IMAGE) != CLAIR_KW_NONE ||
	       (clair_style_color(style, CLAIR_CSS_BACKGROUND_COLOR, &color) && color.alpha > 0);
}

static bool
is_seen(const struct clair_style *style)
{
	const struct clair_css_value *opacity = clair_style_value(style, CLAIR_CSS_OPACITY);

	return clair_style_keyword(style, CLAIR_CSS_DISPLAY) != CLAIR_KW_NONE &&
	       clair_style_keyword(style, CLAIR_CSS_VISIBILITY) == CLAIR_KW_VISIBLE &&
	       !(opacity->kind == CLAIR_VALUE_NUMBER && opacity->number <= 0);
}

static bool
fills_its_block(const struct clair_style *style)
{
	bool wide = is_whole(style, CLAIR_CSS_WIDTH) ||
		    (is_zero(style, CLAIR_CSS_LEFT) && is_zero(style, CLAIR_CSS_RIGHT));
	bool high = is_whole(style, CLAIR_CSS_HEIGHT) ||
		    (is_zero(style, CLAIR_CSS_TOP) && is_zero(style, CLAIR_CSS_BOTTOM));

	return wide && high;
}

static bool
is_picture(const struct clair_node *node)
{
	switch (node->tag) {
	case CLAIR_TAG_IMG:
	case CLAIR_TAG_VIDEO:
	case CLAIR_TAG_CANVAS:
	case CLAIR_TAG_IFRAME:
	case CLAIR_TAG_OBJECT:
	case CLAIR_TAG_EMBED:
	case CLAIR_TAG_SVG:
		return true;
	default:
		return false;
	}
}

static bool
is_laid_over(const struct clair_node *node, const struct clair_style *style)
{
	if (!is_absolute(style) || !is_seen(style))
		return false;
	if (is_picture(node))
		return !is_less_than(style, CLAIR_CSS_WIDTH, small_picture) &&
		       !is_less_than(style, CLAIR_CSS_HEIGHT, small_picture);
	return paints_background(style) && fills_its_block(style);
}

static bool
has_pseudo_over(struct clair_ctx *ctx, const struct clair_node *node, enum clair_pseudo_element pseudo)
{
	const struct clair_style *style = clair_style_pseudo(clair_style_table(ctx), node, pseudo);

	return style != NULL && is_absolute(style) && is_seen(style) && paints_background(style) &&
	       fills_its_block(style);
}

/* CSS Position 3, 2.1: what absolute boxes inside refer to. */
static bool
holds_absolute(const struct clair_style *style)
{
	return clair_style_keyword(style, CLAIR_CSS_POSITION) != CLAIR_KW_STATIC ||
	       clair_style_keyword(style, CLAIR_CSS_TRANSFORM) != CLAIR_KW_NONE ||
	       clair_style_keyword(style, CLAIR_CSS_FILTER) != CLAIR_KW_NONE;
}

const uint8_t *
clair_places(struct clair_ctx *ctx)
{
	const struct clair_page *page = ctx->page;
	uint8_t *places = clair_alloc(&ctx->page->mem, page->node_count);
	/* The element that holds the absolute boxes inside each one. */
	uint32_t *holders =
	    clair_alloc_array(&ctx->page->mem, page->node_count, sizeof(*holders));

	if (places == NULL || holders == NULL)
		return NULL;
	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		uint32_t outer = node->parent == CLAIR_NO_NODE ? 0 : holders[node->parent];
		const struct clair_style *style;

		if (node->kind != CLAIR_NODE_ELEMENT)
			continue;
		style = clair_node_style(ctx, node);
		holders[i] = holds_absolute(style) ? i : outer;
		if (is_away(style))
			places[i] |= CLAIR_PLACE_AWAY;
		if (is_laid_over(node, style))
			places[outer] |= CLAIR_PLACE_COVERED;
		if (has_pseudo_over(ctx, node, CLAIR_PSEUDO_BEFORE) ||
		    has_pseudo_over(ctx, node, CLAIR_PSEUDO_AFTER))
			places[holders[i]] |= CLAIR_PLACE_COVERED;
	}
	return places;
}
