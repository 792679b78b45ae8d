/* See overlay.h. Made with the backdrops, once. */
#include "facts/overlay.h"

#include "facts/shift.h"
#include "facts/style.h"
#include "facts/token.h"

#include <math.h>

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
is_away(const struct clair_style *style, struct clair_arena *arena)
{
	return is_out_of_flow(style) || clair_pull_of(style, CLAIR_CSS_MARGIN_TOP) > 0 ||
	       clair_is_shifted(style, arena);
}

/* --- What is laid over its containing block -------------------------------------------------------------- */

static bool
paints_background(const struct clair_style *style)
{
	struct clair_color color;

	return clair_style_keyword(style, CLAIR_CSS_BACKGROUND_IMAGE) != CLAIR_KW_NONE ||
	       (clair_style_color(style, CLAIR_CSS_BACKGROUND_COLOR, &color) && color.alpha > 0);
}

/* And all that it holds. */
static bool
is_gone(const struct clair_style *style)
{
	const struct clair_css_value *opacity = clair_style_value(style, CLAIR_CSS_OPACITY);

	return clair_style_keyword(style, CLAIR_CSS_DISPLAY) == CLAIR_KW_NONE ||
	       (opacity->kind == CLAIR_VALUE_NUMBER && opacity->number <= 0);
}

static bool
is_seen(const struct clair_style *style)
{
	return !is_gone(style) &&
	       clair_style_keyword(style, CLAIR_CSS_VISIBILITY) == CLAIR_KW_VISIBLE;
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
is_small_box(const struct clair_style *style)
{
	return is_less_than(style, CLAIR_CSS_WIDTH, small_picture) ||
	       is_less_than(style, CLAIR_CSS_HEIGHT, small_picture);
}

/* The width of an svg is no hint of HTML. Two digits or a unit of the text: an icon. */
static bool
is_small_drawing(const struct clair_node *node)
{
	const char *width = clair_attr(node, CLAIR_ATTR_WIDTH);
	double number = 0;

	if (node->tag != CLAIR_TAG_SVG || width == NULL || !clair_is_digit(*width))
		return false;
	for (; clair_is_digit(*width) && number < small_picture; width++)
		number = number * 10 + (*width - '0');
	return number < small_picture && *width != '%';
}

static bool
is_small(const struct clair_node *node, const struct clair_style *style)
{
	return is_small_box(style) || is_small_drawing(node);
}

/* CSS Position 3, 2.1: what absolute boxes inside refer to. */
static bool
holds_absolute(const struct clair_style *style)
{
	return clair_style_keyword(style, CLAIR_CSS_POSITION) != CLAIR_KW_STATIC ||
	       clair_style_keyword(style, CLAIR_CSS_TRANSFORM) != CLAIR_KW_NONE ||
	       clair_style_keyword(style, CLAIR_CSS_FILTER) != CLAIR_KW_NONE;
}

static bool
lies_under(const struct clair_style *style, uint32_t holder)
{
	const struct clair_css_value *level = clair_style_value(style, CLAIR_CSS_Z_INDEX);

	if (!is_out_of_flow(style) || !fills_its_block(style))
		return false;
	/* What fills the window may well stand in front of the page: a veil, a box that waits. */
	return holder != 0 || level->kind != CLAIR_VALUE_NUMBER || level->number <= 0;
}

/* --- Grids: their children may share one cell ------------------------------------------------------------ */

enum { WRAPPERS = 4 };

/* The one child, when there are no words beside it. */
static const struct clair_node *
only_child(const struct clair_node *node, bool *empty)
{
	const struct clair_node *only = NULL;
	const struct clair_node *child = clair_node_first(node);

	*empty = true;
	for (; child != NULL; child = clair_node_next(child)) {
		if (child->kind == CLAIR_NODE_COMMENT ||
		    (child->kind == CLAIR_NODE_TEXT && clair_is_blank(child->text)))
			continue;
		*empty = false;
		if (only != NULL || child->kind == CLAIR_NODE_TEXT)
			return NULL;
		only = child;
	}
	return only;
}

/* A picture alone in its wrappers, or an empty box with a background. */
static bool
is_backing(struct clair_ctx *ctx, const struct clair_node *node)
{
	for (unsigned i = 0; i < WRAPPERS && node != NULL; i++) {
		const struct clair_style *style = clair_node_style(ctx, node);
		const struct clair_node *only;
		bool empty;

		if (!is_seen(style) || is_out_of_flow(style) || is_small(node, style))
			return false;
		only = only_child(node, &empty);
		if (is_picture(node) || (empty && paints_background(style)))
			return true;
		node = only;
	}
	return false;
}

/* CSS Grid 1, 6: places in the grid are not computed. */
static bool
may_stack(struct clair_ctx *ctx, const struct clair_node *node, const struct clair_style *style)
{
	enum clair_keyword display = clair_style_keyword(style, CLAIR_CSS_DISPLAY);
	const struct clair_node *child = clair_node_first(node);

	if (display != CLAIR_KW_GRID && display != CLAIR_KW_INLINE_GRID)
		return false;
	for (; child != NULL; child = clair_node_next(child))
		if (child->kind == CLAIR_NODE_ELEMENT && is_backing(ctx, child))
			return true;
	return false;
}

/* --- One pass over the page ------------------------------------------------------------------------------ */

enum { MOST_PULLED = 16 };

/* What is known of one element while those after it are gone over. */
struct spot {
	uint32_t holder; /* what absolute boxes inside refer to; 0: the page */
	uint32_t layer;  /* nearest box, itself or an ancestor, that may lie behind texts outside it */
	uint32_t before; /* the box before it in its parent */
	uint32_t last;   /* its last child so far that makes a box */
	double pull;     /* px by which its next children may lie on one before */
	bool gone;
	bool shows;      /* a layer, and something is painted in it */
};

struct laying {
	struct clair_ctx *ctx;
	const struct clair_page *page;
	struct spot *spots;
	uint8_t *places;
};

/* CSS Backgrounds 3, 2.11.2: the background of body is that of the canvas, under all. */
static void
cover(struct laying *laying, uint32_t index)
{
	if (index == 0 && laying->page->tag_count[CLAIR_TAG_BODY] != 0)
		index = laying->page->by_tag[CLAIR_TAG_BODY][0];
	laying->places[index] |= CLAIR_PLACE_COVERED;
}

static uint32_t
holder_of(const struct laying *laying, const struct clair_node *node, const struct clair_style *style)
{
	return node->parent == CLAIR_NO_NODE || !is_absolute(style)
		   ? 0
		   : laying->spots[node->parent].holder;
}

/* A text takes a line at least: this bounds how many lie on what is pulled over them. */
static void
pull_over(struct laying *laying, uint32_t index, double pull)
{
	uint32_t before = laying->spots[index].before;

	for (unsigned i = 0; i < MOST_PULLED && before != CLAIR_NO_NODE && pull > 0; i++) {
		laying->places[before] |= CLAIR_PLACE_AWAY;
		before = laying->spots[before].before;
		pull -= CLAIR_SMALL_SHIFT;
	}
}

/* Something is painted here: so do the layers that this stands in. Each is told once. */
static void
show(struct laying *laying, uint32_t index)
{
	uint32_t layer = laying->spots[index].layer;

	while (layer != CLAIR_NO_NODE && !laying->spots[layer].shows) {
		const struct clair_node *node = &laying->page->nodes[layer];
		const struct clair_style *style = clair_node_style(laying->ctx, node);
		uint32_t holder = holder_of(laying, node, style);

		laying->spots[layer].shows = true;
		if (lies_under(style, holder))
			cover(laying, holder);
		pull_over(laying, layer, clair_pull_of(style, CLAIR_CSS_MARGIN_TOP));
		layer = node->parent == CLAIR_NO_NODE ? CLAIR_NO_NODE
						      : laying->spots[node->parent].layer;
	}
}

static void
show_pseudo(struct laying *laying, uint32_t index, enum clair_pseudo_element pseudo)
{
	const struct clair_style *style = clair_style_pseudo(
	    clair_style_table(laying->ctx), &laying->page->nodes[index], pseudo);
	uint32_t holder = laying->spots[index].holder;

	if (style == NULL || !is_seen(style) || !paints_background(style) || is_small_box(style))
		return;
	show(laying, index);
	if (!is_absolute(style))
		holder = 0;
	if (lies_under(style, holder))
		cover(laying, holder);
}

static bool
is_layer(const struct laying *laying, const struct clair_node *node, const struct clair_style *style)
{
	return lies_under(style, holder_of(laying, node, style)) ||
	       clair_pull_of(style, CLAIR_CSS_MARGIN_TOP) > 0 ||
	       clair_pull_of(style, CLAIR_CSS_MARGIN_BOTTOM) > 0;
}

/* After a box that shows something and is pulled down, or before it up. */
static void
follow(struct laying *laying, const struct clair_node *node)
{
	struct spot *parent = &laying->spots[node->parent];
	uint32_t before = parent->last;

	laying->spots[node->index].before = before;
	parent->last = node->index;
	if (before != CLAIR_NO_NODE && laying->spots[before].shows)
		parent->pull = fmax(parent->pull,
		    clair_pull_of(clair_node_style(laying->ctx, &laying->page->nodes[before]),
			CLAIR_CSS_MARGIN_BOTTOM));
	if (parent->pull <= 0)
		return;
	laying->places[node->index] |= CLAIR_PLACE_AWAY;
	parent->pull -= CLAIR_SMALL_SHIFT;
}

static void
settle_spot(struct laying *laying, const struct clair_node *node, const struct clair_style *style)
{
	static const struct spot page = {.layer = CLAIR_NO_NODE};
	const struct spot *outer =
	    node->parent == CLAIR_NO_NODE ? &page : &laying->spots[node->parent];

	laying->spots[node->index] = (struct spot){
	    .holder = holds_absolute(style) ? node->index : outer->holder,
	    .layer = is_layer(laying, node, style) ? node->index : outer->layer,
	    .before = CLAIR_NO_NODE,
	    .last = CLAIR_NO_NODE,
	    .gone = outer->gone || is_gone(style)};
}

static void
lay(struct laying *laying, const struct clair_node *node)
{
	const struct clair_style *style = clair_node_style(laying->ctx, node);
	uint32_t holder = holder_of(laying, node, style);

	settle_spot(laying, node, style);
	if (is_away(style, &laying->ctx->page->mem))
		laying->places[node->index] |= CLAIR_PLACE_AWAY;
	if (laying->spots[node->index].gone)
		return;
	if (node->parent != CLAIR_NO_NODE)
		follow(laying, node);
	if (may_stack(laying->ctx, node, style))
		laying->places[node->index] |= CLAIR_PLACE_COVERED;
	if (is_seen(style) && !is_small(node, style)) {
		if (is_picture(node) || paints_background(style))
			show(laying, node->index);
		/* A picture has a size of its own: it may well fill what it is laid on. */
		if (is_picture(node) && is_absolute(style) && holder != 0)
			cover(laying, holder);
	}
	show_pseudo(laying, node->index, CLAIR_PSEUDO_BEFORE);
	show_pseudo(laying, node->index, CLAIR_PSEUDO_AFTER);
}

const uint8_t *
clair_places(struct clair_ctx *ctx)
{
	const struct clair_page *page = ctx->page;
	struct laying laying = {.ctx = ctx, .page = page};

	laying.places = clair_alloc(&ctx->page->mem, page->node_count);
	laying.spots = clair_alloc_array(&ctx->page->mem, page->node_count, sizeof(*laying.spots));
	if (laying.places == NULL || laying.spots == NULL)
		return NULL;
	for (uint32_t i = 0; i < page->node_count; i++)
		if (page->nodes[i].kind == CLAIR_NODE_ELEMENT)
			lay(&laying, &page->nodes[i]);
	return laying.places;
}
