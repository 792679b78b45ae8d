/* See backdrop.h. */
#include "facts/backdrop.h"

#include "facts/background.h"
#include "facts/overlay.h"
#include "facts/style.h"

#include <string.h>

enum { GROUPS_MAX = 16 };

struct clair_backdrop_table {
	const struct clair_backdrop **of; /* by index; elements only */
};

/* What is being made of one element. */
struct painting {
	struct clair_arena *arena;
	const struct clair_style *style;
	struct clair_backdrop backdrop;
	struct clair_color colors[CLAIR_BACKDROP_COLORS];
	bool changed;
};

static void
doubt(struct painting *painting, enum clair_doubt why)
{
	painting->backdrop.doubt = why;
	painting->changed = true;
}

/* Something opaque is painted over all of it. */
static void
clear_doubt(struct painting *painting)
{
	painting->backdrop.doubt = CLAIR_DOUBT_NONE;
	painting->backdrop.picture = CLAIR_NO_NODE;
}

/* --- Colours ------------------------------------------------------------------------------------------ */

static bool
same_color(struct clair_color one, struct clair_color other)
{
	return one.red == other.red && one.green == other.green && one.blue == other.blue &&
	       one.alpha == other.alpha;
}

static void
add_color(struct clair_color *colors, uint32_t *count, struct clair_color color,
    enum clair_doubt *why)
{
	for (uint32_t i = 0; i < *count; i++)
		if (same_color(colors[i], color))
			return;
	if (*count == CLAIR_BACKDROP_COLORS)
		*why = CLAIR_DOUBT_GRADIENT;
	else
		colors[(*count)++] = color;
}

static void
paint_color(struct painting *painting, struct clair_color color, uint32_t index)
{
	struct clair_backdrop *backdrop = &painting->backdrop;
	struct clair_color colors[CLAIR_BACKDROP_COLORS];
	uint32_t count = 0;

	if (color.alpha <= 0)
		return;
	if (color.alpha >= 1)
		clear_doubt(painting);
	for (uint32_t i = 0; i < backdrop->count; i++)
		add_color(colors, &count, clair_color_over(color, painting->colors[i]), &backdrop->doubt);
	memcpy(painting->colors, colors, count * sizeof(colors[0]));
	backdrop->count = count;
	backdrop->painter = index;
	painting->changed = true;
}

/* Halfway between two stops; alpha as CSS Images 3.4.2 wants: premultiplied. */
static struct clair_color
halfway(struct clair_color one, struct clair_color other)
{
	float alpha = (one.alpha + other.alpha) / 2;
	float share = alpha > 0 ? one.alpha / (2 * alpha) : 0;

	return (struct clair_color){one.red * share + other.red * (1 - share),
	    one.green * share + other.green * (1 - share), one.blue * share + other.blue * (1 - share),
	    alpha};
}

static void
paint_gradient(
    struct painting *painting, const struct clair_background_layer *layer, uint32_t index)
{
	struct clair_backdrop *backdrop = &painting->backdrop;
	struct clair_color colors[CLAIR_BACKDROP_COLORS];
	uint32_t count = 0;

	if (layer->count > CLAIR_STOPS) {
		doubt(painting, CLAIR_DOUBT_GRADIENT);
		return;
	}
	if (layer->covers && clair_layer_is_opaque(layer))
		clear_doubt(painting);
	for (uint32_t i = 0; i < backdrop->count; i++) {
		if (!layer->covers)
			add_color(colors, &count, painting->colors[i], &backdrop->doubt);
		for (uint32_t k = 0; k < layer->count; k++) {
			struct clair_color stop = layer->stops[k];
			struct clair_color next = layer->stops[k + 1 < layer->count ? k + 1 : k];

			add_color(colors, &count, clair_color_over(stop, painting->colors[i]),
			    &backdrop->doubt);
			add_color(colors, &count,
			    clair_color_over(halfway(stop, next), painting->colors[i]),
			    &backdrop->doubt);
		}
	}
	memcpy(painting->colors, colors, count * sizeof(colors[0]));
	backdrop->count = count;
	backdrop->painter = index;
	painting->changed = true;
}

static void
paint_picture(
    struct painting *painting, const struct clair_background_layer *layer, uint32_t index)
{
	doubt(painting, CLAIR_DOUBT_IMAGE);
	if (layer->covers)
		painting->backdrop.picture = index;
}

/* Layers are painted from the last to the first: past these, only a doubt is kept. */
enum { LAYERS_MAX = 8 };

static void
paint_images(struct painting *painting, uint32_t index)
{
	struct clair_background_layer layers[LAYERS_MAX];
	struct clair_background background;
	uint32_t count = 0;

	if (!clair_background_start(&background, painting->style, painting->arena))
		return;
	while (count < LAYERS_MAX && clair_background_next(&background, &layers[count]))
		count++;
	if (!background.over)
		doubt(painting, CLAIR_DOUBT_IMAGE);
	while (count-- > 0) {
		if (layers[count].kind == CLAIR_LAYER_PICTURE)
			paint_picture(painting, &layers[count], index);
		else if (layers[count].kind == CLAIR_LAYER_GRADIENT)
			paint_gradient(painting, &layers[count], index);
	}
}

/* --- Groups and places ------------------------------------------------------------------------------------ */

/* An element that is not wholly opaque is painted apart, then laid over what is behind it. */
static void
open_group(struct painting *painting, const struct clair_backdrop *behind)
{
	static const struct clair_color clear;
	const struct clair_css_value *opacity = clair_style_value(painting->style, CLAIR_CSS_OPACITY);

	if (opacity->kind != CLAIR_VALUE_NUMBER || opacity->number >= 1)
		return;
	painting->changed = true;
	if (behind->depth == GROUPS_MAX) {
		painting->backdrop.blended = true;
		return;
	}
	painting->backdrop = (struct clair_backdrop){.count = 1, .painter = behind->painter,
	    .picture = CLAIR_NO_NODE,
	    .blended = behind->blended, .opacity = opacity->number > 0 ? opacity->number : 0,
	    .depth = behind->depth + 1, .outer = behind};
	painting->colors[0] = clear;
}

/* Filter Effects 1: all change colours but a shadow, that is painted under. */
static bool
filters_colors(const struct clair_style *style, struct clair_arena *arena)
{
	const struct clair_css_value *value = clair_style_value(style, CLAIR_CSS_FILTER);
	struct clair_css_lexer list = {.arena = arena};
	struct clair_css_token token;

	if (value->kind != CLAIR_VALUE_TEXT)
		return value->kind != CLAIR_VALUE_KEYWORD || value->keyword != CLAIR_KW_NONE;
	list.source = value->text;
	list.end = (uint32_t)strlen(value->text);
	while (list.at < list.end) {
		clair_css_skip(&list, &token);
		if (token.type != CLAIR_TOKEN_SPACE && !clair_css_is(&token, "drop-shadow"))
			return true;
	}
	return false;
}

static bool
is_blended(const struct clair_style *style, struct clair_arena *arena)
{
	return clair_style_keyword(style, CLAIR_CSS_MIX_BLEND_MODE) != CLAIR_KW_NORMAL ||
	       filters_colors(style, arena) ||
	       clair_style_keyword(style, CLAIR_CSS_MASK_IMAGE) != CLAIR_KW_NONE;
}

static bool
clips_to_text(const struct clair_style *style)
{
	return clair_style_keyword(style, CLAIR_CSS_BACKGROUND_CLIP) == CLAIR_KW_TEXT;
}

static void
paint(struct painting *painting, const struct clair_backdrop *behind, unsigned place, uint32_t index)
{
	const struct clair_style *style = painting->style;
	struct clair_color color;

	if (clair_style_keyword(style, CLAIR_CSS_DISPLAY) == CLAIR_KW_CONTENTS)
		return;
	open_group(painting, behind);
	if ((place & CLAIR_PLACE_AWAY) != 0)
		doubt(painting, CLAIR_DOUBT_OVERLAP);
	if (is_blended(style, painting->arena)) {
		painting->backdrop.blended = true;
		painting->changed = true;
	}
	if (clips_to_text(style)) {
		doubt(painting, CLAIR_DOUBT_IMAGE);
		return;
	}
	if (clair_style_color(style, CLAIR_CSS_BACKGROUND_COLOR, &color))
		paint_color(painting, color, index);
	paint_images(painting, index);
	if ((place & CLAIR_PLACE_COVERED) != 0)
		doubt(painting, CLAIR_DOUBT_OVERLAP);
}

static const struct clair_backdrop *
keep(struct painting *painting, const struct clair_backdrop *behind)
{
	struct clair_backdrop *kept;
	struct clair_color *colors;

	if (!painting->changed)
		return behind;
	kept = clair_alloc(painting->arena, sizeof(*kept));
	colors = clair_alloc_array(painting->arena, painting->backdrop.count, sizeof(*colors));
	if (kept == NULL || colors == NULL)
		return behind;
	memcpy(colors, painting->colors, painting->backdrop.count * sizeof(*colors));
	*kept = painting->backdrop;
	kept->colors = colors;
	return kept;
}

static const struct clair_backdrop *
make_one(struct clair_ctx *ctx, const struct clair_node *node, const struct clair_backdrop *behind,
    unsigned place)
{
	struct painting painting = {.arena = &ctx->page->mem,
	    .style = clair_node_style(ctx, node), .backdrop = *behind};

	memcpy(painting.colors, behind->colors, behind->count * sizeof(painting.colors[0]));
	paint(&painting, behind, place, node->index);
	return keep(&painting, behind);
}

static bool
fill(struct clair_ctx *ctx, struct clair_backdrop_table *table, const uint8_t *places)
{
	/* The canvas of a browser, under all. */
	static const struct clair_color white = {1, 1, 1, 1};
	static const struct clair_backdrop canvas = {
	    .colors = &white, .count = 1, .painter = CLAIR_NO_NODE, .picture = CLAIR_NO_NODE,
	    .opacity = 1};
	const struct clair_page *page = ctx->page;

	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		const struct clair_backdrop *behind =
		    node->parent == CLAIR_NO_NODE ? &canvas : table->of[node->parent];

		if (node->kind != CLAIR_NODE_ELEMENT)
			continue;
		/* What is inside an invisible element is not seen either. */
		table->of[i] = make_one(ctx, node, behind, places[i]);
	}
	return !ctx->page->mem.failed;
}

static const struct clair_backdrop_table *
backdrops(struct clair_ctx *ctx)
{
	struct clair_arena *arena = &ctx->page->mem;
	struct clair_backdrop_table *table = ctx->facts->backdrops;
	const uint8_t *places;

	if (table != NULL)
		return table;
	if (clair_style_table(ctx) == NULL)
		return NULL;
	places = clair_places(ctx);
	table = clair_alloc(arena, sizeof(*table));
	if (table == NULL || places == NULL)
		return NULL;
	table->of = clair_alloc_array(arena, ctx->page->node_count, sizeof(*table->of));
	if (table->of == NULL || !fill(ctx, table, places))
		return NULL;
	ctx->facts->backdrops = table;
	return table;
}

const struct clair_backdrop *
clair_backdrop(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_backdrop_table *table = backdrops(ctx);

	return table == NULL ? NULL : table->of[node->index];
}

/* --- Seen ---------------------------------------------------------------------------------------------------- */

static size_t
lay_on(struct clair_seen_pair *pairs, size_t count, const struct clair_backdrop *group,
    enum clair_doubt *why)
{
	const struct clair_backdrop *outer = group->outer;
	struct clair_seen_pair laid[CLAIR_BACKDROP_COLORS];
	size_t room = 0;

	for (size_t i = 0; i < count; i++) {
		pairs[i].text.alpha *= group->opacity;
		pairs[i].back.alpha *= group->opacity;
		for (uint32_t k = 0; k < outer->count; k++) {
			if (room == CLAIR_BACKDROP_COLORS) {
				*why = CLAIR_DOUBT_GRADIENT;
				break;
			}
			laid[room++] = (struct clair_seen_pair){
			    clair_color_over(pairs[i].text, outer->colors[k]),
			    clair_color_over(pairs[i].back, outer->colors[k])};
		}
	}
	memcpy(pairs, laid, room * sizeof(laid[0]));
	return room;
}

size_t
clair_backdrop_see(const struct clair_backdrop *backdrop, struct clair_color text,
    struct clair_seen_pair pairs[CLAIR_BACKDROP_COLORS], enum clair_doubt *why)
{
	size_t count = backdrop->count;

	*why = backdrop->blended ? CLAIR_DOUBT_BLEND : backdrop->doubt;
	for (size_t i = 0; i < count; i++)
		pairs[i] = (struct clair_seen_pair){
		    clair_color_over(text, backdrop->colors[i]), backdrop->colors[i]};
	for (; backdrop->outer != NULL; backdrop = backdrop->outer) {
		count = lay_on(pairs, count, backdrop, why);
		if (*why == CLAIR_DOUBT_NONE)
			*why = backdrop->outer->doubt;
	}
	return count;
}

uint32_t
clair_backdrop_picture(const struct clair_backdrop *backdrop)
{
	while (backdrop->doubt == CLAIR_DOUBT_NONE && backdrop->outer != NULL)
		backdrop = backdrop->outer;
	return backdrop->doubt == CLAIR_DOUBT_IMAGE ? backdrop->picture : CLAIR_NO_NODE;
}
