/* The contrast of each text with what is behind it: WCAG 2.2, 1.4.3. */
#include "facts/backdrop.h"
#include "facts/inactive.h"
#include "facts/shadow.h"
#include "facts/style.h"
#include "facts/token.h"
#include "facts/visible.h"

#include <math.h>
#include <stdio.h>
#include <unictype.h>
#include <unistr.h>

/* WCAG, "large scale", as RGAA 3.2 writes it in px. */
static const double large_px = 24;
static const double large_bold_px = 18.5;
static const double bold = 700;

static const double unreadable = 1.2;

struct clair_contrast_table {
	const struct clair_contrast **of; /* by index; NULL: not asked yet */
};

static const struct clair_contrast no_text = {.known = CLAIR_CONTRAST_NONE};

/* --- What there is to read ---------------------------------------------------------------------------- */

/* Letters and figures of the texts that stand directly in the element: counted up to two, the first kept. */
struct letters {
	unsigned count;
	ucs4_t first;
};

static void
count_letters(const struct clair_node *text, struct letters *letters)
{
	const uint8_t *at = (const uint8_t *)text->text;
	size_t left = text->text_length;

	while (left > 0 && letters->count < 2) {
		ucs4_t character;
		int length = u8_mbtouc(&character, at, left);

		at += length;
		left -= (size_t)length;
		if (!uc_is_general_category_withtable(
			character, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N))
			continue;
		if (letters->count++ == 0)
			letters->first = character;
	}
}

/* A cross that closes something is drawn with a letter, and named otherwise. */
static bool
is_drawing(const struct clair_node *node, const struct letters *letters)
{
	const struct clair_node *parent = clair_node_parent(node);

	if (letters->count != 1 || (letters->first != 'x' && letters->first != 'X'))
		return false;
	return clair_has_attr(node, CLAIR_ATTR_ARIA_LABEL) || clair_has_attr(node, CLAIR_ATTR_TITLE) ||
	       (parent != NULL && (clair_has_attr(parent, CLAIR_ATTR_ARIA_LABEL) ||
				      clair_has_attr(parent, CLAIR_ATTR_TITLE)));
}

static bool
has_own_words(struct clair_ctx *ctx, const struct clair_node *node)
{
	struct letters letters = {.count = 0};
	const struct clair_node *child = clair_node_first(node);

	for (; child != NULL && letters.count < 2; child = clair_node_next(child))
		if (child->kind == CLAIR_NODE_TEXT && clair_node_visible(ctx, child))
			count_letters(child, &letters);
	return letters.count > 0 && !is_drawing(node, &letters);
}

/* Words typed in a field, or that a button made by an input shows. */
static bool
shows_value(const struct clair_node *node)
{
	static const char *const without[] = {
	    "hidden", "checkbox", "radio", "range", "color", "file", "image"};

	if (node->tag == CLAIR_TAG_TEXTAREA)
		return true;
	if (node->tag == CLAIR_TAG_SELECT)
		return clair_first_child(node) != NULL;
	if (node->tag != CLAIR_TAG_INPUT)
		return false;
	for (size_t i = 0; i < CLAIR_LEN(without); i++)
		if (clair_attr_is(node, CLAIR_ATTR_TYPE, without[i]))
			return false;
	return true;
}

static bool
has_words(struct clair_ctx *ctx, const struct clair_node *node)
{
	if ((node->flags & CLAIR_NODE_FOREIGN) != 0 || node->tag == CLAIR_TAG_OPTION ||
	    node->tag == CLAIR_TAG_OPTGROUP)
		return false;
	if (!shows_value(node) && !has_own_words(ctx, node))
		return false;
	/* The letters of an icon font are drawings. */
	return clair_visible(ctx, node) && !clair_is_inactive(ctx, node) &&
	       !clair_in_icon_font(ctx, node);
}

/* --- How it is seen ------------------------------------------------------------------------------------- */

/* The text of one element, being measured. */
struct reading {
	struct clair_ctx *ctx;
	const struct clair_node *node;
	const struct clair_style *style;
	const struct clair_backdrop *backdrop;
	struct clair_contrast contrast;
	struct clair_seen_pair pairs[CLAIR_BACKDROP_COLORS];
	size_t count;
	size_t lowest; /* pair of the lowest ratio */
};

/* A screen has 8 bits a channel. */
static struct clair_color
on_screen(struct clair_color color)
{
	return (struct clair_color){roundf(color.red * 255) / 255, roundf(color.green * 255) / 255,
	    roundf(color.blue * 255) / 255, 1};
}

static void
measure(struct reading *reading)
{
	struct clair_contrast *contrast = &reading->contrast;

	contrast->ratio = 21;
	for (size_t i = 0; i < reading->count; i++) {
		struct clair_seen_pair *pair = &reading->pairs[i];
		double ratio;

		pair->text = on_screen(pair->text);
		pair->back = on_screen(pair->back);
		ratio = clair_color_contrast(pair->text, pair->back);
		if (ratio < contrast->ratio)
			reading->lowest = i;
		contrast->ratio = fmin(contrast->ratio, ratio);
		contrast->best = fmax(contrast->best, ratio);
	}
	if (contrast->best > contrast->ratio)
		contrast->why = "gradient";
}

/* Four sharp shadows draw an outline; fewer are on one side only. */
enum { OUTLINE = 4 };

/* A shadow all around the letters may detach them from what is behind. */
static void
measure_shadow(struct reading *reading)
{
	const struct clair_seen_pair *pair = &reading->pairs[reading->lowest];
	struct clair_shadows shadows = clair_shadows_of(
	    reading->style, CLAIR_CSS_TEXT_SHADOW, pair->text, &reading->ctx->page->mem);
	struct clair_shadow shadow;
	double best = 0;
	bool around = false;

	for (unsigned i = 1; clair_shadow_next(&shadows, &shadow); i++) {
		best = fmax(best, clair_color_contrast(
				      pair->text, clair_color_over(shadow.color, pair->back)));
		around = around || shadow.blur > 0 || i == OUTLINE;
	}
	if (!around || best <= reading->contrast.best)
		return;
	reading->contrast.best = best;
	reading->contrast.why = "shadow";
}

static bool
is_large(const struct clair_style *style)
{
	const struct clair_css_value *weight = clair_style_value(style, CLAIR_CSS_FONT_WEIGHT);
	double size = 0;

	clair_style_px(style, CLAIR_CSS_FONT_SIZE, &size);
	return size >= large_px ||
	       (size >= large_bold_px && weight->kind == CLAIR_VALUE_NUMBER && weight->number >= bold);
}

static const char *
written(struct reading *reading, struct clair_color color)
{
	char text[40];

	clair_color_write(color, text);
	return clair_strdup(&reading->ctx->page->mem, text);
}

static void
write_text(struct reading *reading, struct clair_color color)
{
	struct clair_contrast *contrast = &reading->contrast;

	contrast->text = written(reading, color);
	contrast->text_rgb[0] = (unsigned char)lroundf(color.red * 255);
	contrast->text_rgb[1] = (unsigned char)lroundf(color.green * 255);
	contrast->text_rgb[2] = (unsigned char)lroundf(color.blue * 255);
}

static float
distance(struct clair_color one, struct clair_color other)
{
	float red = one.red - other.red;
	float green = one.green - other.green;
	float blue = one.blue - other.blue;

	return red * red + green * green + blue * blue;
}

/* White on a pale colour: darkening the background changes less than turning the text dark. */
static bool
suggest_back(struct reading *reading, double needed, float limit)
{
	const struct clair_seen_pair *pair = &reading->pairs[reading->lowest];
	struct clair_color nearest;

	if (reading->count != 1 || reading->contrast.back_node == NULL ||
	    !clair_color_nearest(pair->back, &pair->text, 1, needed, &nearest) ||
	    distance(nearest, pair->back) >= limit)
		return false;
	reading->contrast.suggested = written(reading, nearest);
	reading->contrast.suggests_back = true;
	return true;
}

static void
suggest(struct reading *reading)
{
	const struct clair_color text = reading->pairs[reading->lowest].text;
	struct clair_color backs[CLAIR_BACKDROP_COLORS];
	double needed = reading->contrast.large ? 3 : 4.5;
	struct clair_color nearest;
	bool found;

	/* In a group the colour to write is not the colour that is seen. */
	if (reading->contrast.ratio >= needed || reading->backdrop->outer != NULL)
		return;
	for (size_t i = 0; i < reading->count; i++)
		backs[i] = reading->pairs[i].back;
	found = clair_color_nearest(text, backs, reading->count, needed, &nearest);
	if (!suggest_back(reading, needed, found ? distance(nearest, text) : 4) && found)
		reading->contrast.suggested = written(reading, nearest);
}

static bool
is_inline_style(struct clair_ctx *ctx, const struct clair_node *node, enum clair_property property)
{
	return clair_node_place(ctx, node, property).by == CLAIR_BY_ATTRIBUTE;
}

/* Sheets that are missing change nothing to what style attributes say. */
static bool
is_style_known(const struct reading *reading)
{
	struct clair_ctx *ctx = reading->ctx;
	enum clair_grade grade = clair_style_grade(ctx, reading->node);
	const struct clair_node *painter = reading->contrast.back_node;

	if (grade == CLAIR_EXACT || grade == CLAIR_STATIC)
		return true;
	return grade == CLAIR_ASSUMED && painter != NULL &&
	       is_inline_style(ctx, reading->node, CLAIR_CSS_COLOR) &&
	       is_inline_style(ctx, painter, CLAIR_CSS_BACKGROUND_COLOR);
}

/* What is under it is the page itself, as far as we know. */
static bool
is_on_page(const struct reading *reading)
{
	const struct clair_node *painter = reading->contrast.back_node;

	return painter == NULL || painter->tag == CLAIR_TAG_BODY || painter->tag == CLAIR_TAG_HTML;
}

/* Nobody could read it: it was surely meant to lie over something, or not to be read. */
static bool
is_lost(const struct reading *reading)
{
	return reading->contrast.best <= 1 ||
	       (reading->contrast.best < unreadable && is_on_page(reading));
}

static const struct clair_node *
node_at(const struct reading *reading, uint32_t index)
{
	return index == CLAIR_NO_NODE ? NULL : &reading->ctx->page->nodes[index];
}

static void
settle(struct reading *reading, enum clair_doubt doubt)
{
	static const char *const whys[] = {
	    [CLAIR_DOUBT_IMAGE] = "image",
	    [CLAIR_DOUBT_GRADIENT] = "gradient",
	    [CLAIR_DOUBT_OVERLAP] = "overlap",
	    [CLAIR_DOUBT_BLEND] = "blend",
	};
	struct clair_contrast *contrast = &reading->contrast;

	contrast->known = CLAIR_CONTRAST_UNSURE;
	if (!is_style_known(reading))
		contrast->why = "style-unknown";
	else if (doubt != CLAIR_DOUBT_NONE)
		contrast->why = whys[doubt];
	else if (is_lost(reading))
		contrast->why = "same";
	else
		contrast->known = CLAIR_CONTRAST_KNOWN;
}

static void
see(struct reading *reading, struct clair_color color)
{
	const struct clair_backdrop *backdrop = reading->backdrop;
	const struct clair_seen_pair *lowest;
	enum clair_doubt doubt;

	reading->count = clair_backdrop_see(backdrop, color, reading->pairs, &doubt);
	measure(reading);
	measure_shadow(reading);
	lowest = &reading->pairs[reading->lowest];
	write_text(reading, lowest->text);
	reading->contrast.back = written(reading, lowest->back);
	reading->contrast.back_node = node_at(reading, backdrop->painter);
	settle(reading, doubt);
	if (reading->contrast.known == CLAIR_CONTRAST_UNSURE && doubt == CLAIR_DOUBT_IMAGE)
		reading->contrast.picture_node = node_at(reading, clair_backdrop_picture(backdrop));
	suggest(reading);
}

/* A placeholder that an author coloured, and that shows: its colours count when they are worse. */
static void
see_placeholder(struct reading *reading)
{
	struct reading other = *reading;
	struct clair_color color;
	const struct clair_css_value *opacity;

	if (clair_attr(reading->node, CLAIR_ATTR_PLACEHOLDER) == NULL)
		return;
	other.style = clair_style_pseudo(
	    clair_style_table(reading->ctx), reading->node, CLAIR_PSEUDO_PLACEHOLDER);
	if (other.style == NULL || !clair_style_color(other.style, CLAIR_CSS_COLOR, &color))
		return;
	opacity = clair_style_value(other.style, CLAIR_CSS_OPACITY);
	if (opacity->kind == CLAIR_VALUE_NUMBER)
		color.alpha *= opacity->number;
	if (color.alpha <= 0)
		return;
	other.contrast = (struct clair_contrast){
	    .large = is_large(other.style), .placeholder = true};
	other.lowest = 0;
	see(&other, color);
	if (other.contrast.ratio < reading->contrast.ratio)
		*reading = other;
}

static const struct clair_contrast *
make(struct clair_ctx *ctx, const struct clair_node *node)
{
	struct reading reading = {.ctx = ctx, .node = node};
	struct clair_contrast *kept;
	struct clair_color color;

	if (!has_words(ctx, node))
		return &no_text;
	reading.style = clair_node_style(ctx, node);
	reading.backdrop = clair_backdrop(ctx, node);
	if (reading.backdrop == NULL ||
	    !clair_style_color(reading.style, CLAIR_CSS_TEXT_FILL_COLOR, &color) || color.alpha <= 0)
		return &no_text;
	reading.contrast.large = is_large(reading.style);
	see(&reading, color);
	see_placeholder(&reading);
	kept = clair_alloc(&ctx->page->mem, sizeof(*kept));
	if (kept == NULL)
		return &no_text;
	*kept = reading.contrast;
	return kept;
}

const struct clair_contrast *
clair_contrast(struct clair_ctx *ctx, const struct clair_node *node)
{
	struct clair_contrast_table *table = ctx->facts->contrasts;
	struct clair_arena *arena = &ctx->page->mem;

	if (table == NULL) {
		table = clair_alloc(arena, sizeof(*table));
		if (table == NULL || clair_style_table(ctx) == NULL)
			return &no_text;
		table->of = clair_alloc_array(arena, ctx->page->node_count, sizeof(*table->of));
		if (table->of == NULL)
			return &no_text;
		ctx->facts->contrasts = table;
	}
	if (table->of[node->index] == NULL)
		table->of[node->index] = make(ctx, node);
	return table->of[node->index];
}
