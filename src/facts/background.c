/* Reads background-image, and what background-size, background-repeat and background-position say of it:
 * CSS Backgrounds 3. See background.h. */
#include "facts/background.h"

#include "style/math.h"

#include <string.h>

/* What is thinner is a line under the words, not a surface behind them. */
static const double thin = 4;
/* Padding made for an icon: from the smallest drawings to the largest that stand in even padding. */
static const double icon_room = 12;
static const double icon_room_most = 48;
static const double icon_above_most = 64;

static struct clair_css_lexer
lexer_of(const struct clair_style *style, enum clair_property property, struct clair_arena *arena)
{
	const struct clair_css_value *value = clair_style_value(style, property);
	const char *text = "";

	if (value->kind == CLAIR_VALUE_TEXT)
		text = value->text;
	else if (value->kind == CLAIR_VALUE_KEYWORD)
		text = clair_keyword_name((enum clair_keyword)value->keyword);
	return (struct clair_css_lexer){
	    .source = text, .end = (uint32_t)strlen(text), .arena = arena};
}

bool
clair_background_start(struct clair_background *background, const struct clair_style *style,
    struct clair_arena *arena)
{
	static const enum clair_property paddings[] = {[CLAIR_TOP] = CLAIR_CSS_PADDING_TOP,
	    [CLAIR_RIGHT] = CLAIR_CSS_PADDING_RIGHT, [CLAIR_BOTTOM] = CLAIR_CSS_PADDING_BOTTOM,
	    [CLAIR_LEFT] = CLAIR_CSS_PADDING_LEFT};

	if (clair_style_keyword(style, CLAIR_CSS_BACKGROUND_IMAGE) == CLAIR_KW_NONE)
		return false;
	*background = (struct clair_background){
	    .images = lexer_of(style, CLAIR_CSS_BACKGROUND_IMAGE, arena),
	    .sizes = lexer_of(style, CLAIR_CSS_BACKGROUND_SIZE, arena),
	    .repeats = lexer_of(style, CLAIR_CSS_BACKGROUND_REPEAT, arena),
	    .positions = lexer_of(style, CLAIR_CSS_BACKGROUND_POSITION, arena)};
	clair_style_color(style, CLAIR_CSS_COLOR, &background->current);
	clair_style_px(style, CLAIR_CSS_FONT_SIZE, &background->font_size);
	for (size_t i = 0; i < CLAIR_SIDES; i++)
		clair_style_px(style, paddings[i], &background->padding[i]);
	background->over = background->images.end == 0;
	return !background->over;
}

/* The item of this layer, up to the comma; lists that are too short start again (3.10). */
static struct clair_css_lexer
take_item(struct clair_css_lexer *list)
{
	struct clair_css_lexer item = *list;
	struct clair_css_token token;

	for (;;) {
		uint32_t before = list->at;

		clair_css_skip(list, &token);
		if (token.type != CLAIR_TOKEN_COMMA && token.type != CLAIR_TOKEN_EOF)
			continue;
		item.end = before;
		return item;
	}
}

static struct clair_css_lexer
take_cycling(struct clair_css_lexer *list)
{
	if (list->at >= list->end)
		list->at = 0;
	return take_item(list);
}

static void
next_token(struct clair_css_lexer *lexer, struct clair_css_token *token)
{
	do
		clair_css_next(lexer, token);
	while (token->type == CLAIR_TOKEN_SPACE);
}

/* --- Sizes and places ------------------------------------------------------------------------------- */

/* Px and a percentage, added up. */
struct amount {
	bool known;
	double px, percent;
};

static struct amount
read_amount(struct clair_css_lexer *lexer, const struct clair_css_token *token,
    const struct clair_background *background)
{
	struct clair_css_sizes sizes = {.font_size = (float)background->font_size,
	    .root_font_size = 16, .line_height = 18, .root_line_height = 18};
	struct clair_css_math math = {.type = CLAIR_MATH_OTHER};
	bool read = false;

	if (token->type == CLAIR_TOKEN_NUMBER)
		return (struct amount){.known = token->number == 0};
	if (token->type == CLAIR_TOKEN_PERCENTAGE)
		return (struct amount){.known = true, .percent = token->number};
	if (token->type == CLAIR_TOKEN_DIMENSION)
		read = clair_css_math_dimension(token, &sizes, &math);
	else if (token->type == CLAIR_TOKEN_FUNCTION && clair_css_math_named(token))
		read = clair_css_math_read(lexer, token, &sizes, &math);
	if (!read || math.type != CLAIR_MATH_LENGTH || math.layout || math.not_known)
		return (struct amount){.known = false};
	return (struct amount){.known = true, .px = math.value, .percent = math.mixed ? math.percent : 0};
}

struct extent {
	bool known;     /* px */
	bool whole;     /* of the box, at least */
	bool own;       /* of the picture: a gradient takes all the box */
	bool cover;     /* both ways */
	double px;
};

static struct extent
read_extent(struct clair_css_lexer *lexer, const struct clair_background *background)
{
	struct clair_css_token token;
	struct amount amount;

	next_token(lexer, &token);
	if (token.type == CLAIR_TOKEN_IDENT && clair_css_is(&token, "cover"))
		return (struct extent){.whole = true, .cover = true};
	if (token.type == CLAIR_TOKEN_IDENT)
		return (struct extent){.own = clair_css_is(&token, "auto")};
	amount = read_amount(lexer, &token, background);
	return (struct extent){.known = amount.known && amount.percent == 0,
	    .whole = amount.known && amount.percent >= 100 && amount.px >= 0, .px = amount.px};
}

/* Where a picture stands on one axis, and how far from the side. */
struct stand {
	enum { ELSEWHERE, AT_START, AT_CENTRE, AT_END } at;
	double offset;
};

static struct stand
read_stand(struct clair_css_lexer *lexer, const struct clair_background *background)
{
	struct clair_css_token token;
	struct amount amount;

	next_token(lexer, &token);
	amount = read_amount(lexer, &token, background);
	if (amount.known && amount.percent == 0)
		return (struct stand){AT_START, amount.px};
	if (amount.known && amount.percent == 100)
		return (struct stand){AT_END, -amount.px};
	return (struct stand){amount.known && amount.percent == 50 ? AT_CENTRE : ELSEWHERE, 0};
}

static bool
is_once(struct clair_css_lexer repeat)
{
	struct clair_css_token token;

	do {
		next_token(&repeat, &token);
		if (!clair_css_is(&token, "no-repeat"))
			return false;
	} while (repeat.at < repeat.end);
	return true;
}

static bool
is_repeated(struct clair_css_lexer repeat)
{
	struct clair_css_token token;

	next_token(&repeat, &token);
	if (token.type != CLAIR_TOKEN_IDENT || clair_css_is(&token, "no-repeat") ||
	    clair_css_is(&token, "repeat-x") || clair_css_is(&token, "repeat-y"))
		return false;
	next_token(&repeat, &token);
	return token.type == CLAIR_TOKEN_EOF || !clair_css_is(&token, "no-repeat");
}

/* --- Images ---------------------------------------------------------------------------------------- */

static bool
is_gradient(const struct clair_css_token *token)
{
	static const char *const names[] = {"linear-gradient", "radial-gradient", "conic-gradient",
	    "repeating-linear-gradient", "repeating-radial-gradient", "repeating-conic-gradient",
	    "-webkit-linear-gradient", "-webkit-radial-gradient",
	    "-webkit-repeating-linear-gradient", "-webkit-repeating-radial-gradient",
	    "-webkit-gradient"};

	if (token->type != CLAIR_TOKEN_FUNCTION)
		return false;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (clair_css_is(token, names[i]))
			return true;
	return false;
}

/* Whatever the kind of gradient, its colours are the colours in it. */
static void
read_stops(struct clair_css_lexer inside, const struct clair_color *current,
    struct clair_background_layer *layer)
{
	while (inside.at < inside.end) {
		struct clair_color color;
		struct clair_css_token token;

		if (clair_color_parse(&inside, false, current, &color) == CLAIR_COLOR_NONE) {
			clair_css_next(&inside, &token);
			continue;
		}
		if (layer->count < CLAIR_STOPS)
			layer->stops[layer->count] = color;
		layer->count++;
	}
	if (layer->count == 0)
		layer->kind = CLAIR_LAYER_PICTURE;
}

static enum clair_layer_kind
kind_of_image(struct clair_css_lexer image, const struct clair_color *current,
    struct clair_background_layer *layer)
{
	struct clair_css_token token;

	next_token(&image, &token);
	if (token.type == CLAIR_TOKEN_IDENT || token.type == CLAIR_TOKEN_EOF)
		return CLAIR_LAYER_NOTHING;
	if (!is_gradient(&token))
		return CLAIR_LAYER_PICTURE;
	layer->kind = CLAIR_LAYER_GRADIENT;
	read_stops(image, current, layer);
	return layer->kind;
}

/* An underline drawn as a gradient is not behind the words. */
static bool
is_line(struct extent width, struct extent height)
{
	return (width.known && width.px < thin) || (height.known && height.px < thin);
}

/* The padding was made for it. */
static bool
is_narrow(const struct clair_background *background, struct extent width)
{
	return width.known && (width.px <= background->padding[CLAIR_LEFT] ||
				  width.px <= background->padding[CLAIR_RIGHT]);
}

/* Far more padding on its side than on the other, or as much as a small icon takes. */
static bool
stands_in_padding(struct stand stand, double start, double end, double even_most)
{
	double room = stand.at == AT_START ? start : end;
	double other = stand.at == AT_START ? end : start;

	if ((stand.at != AT_START && stand.at != AT_END) || room < icon_room || stand.offset < 0 ||
	    stand.offset >= room)
		return false;
	return room >= 2 * other || (room >= other && room <= even_most);
}

/* A picture as large as its file, set to the height of the words, or over the middle of them. In a corner it
 * may as well be a banner. */
static bool
is_icon(const struct clair_background *background, struct clair_css_lexer position)
{
	const double *padding = background->padding;
	struct stand x = read_stand(&position, background);
	struct stand y = read_stand(&position, background);

	if (y.at == AT_CENTRE || (y.at == AT_START && y.offset > 0))
		return stands_in_padding(x, padding[CLAIR_LEFT], padding[CLAIR_RIGHT],
		    y.at == AT_CENTRE ? icon_room_most : 0);
	return x.at == AT_CENTRE && y.at == AT_START && padding[CLAIR_TOP] <= icon_above_most &&
	       stands_in_padding(y, padding[CLAIR_TOP], padding[CLAIR_BOTTOM], 0);
}

/* A gradient has no size of its own. */
static bool
is_all(struct extent extent, const struct clair_background_layer *layer)
{
	return extent.whole || (extent.own && layer->kind == CLAIR_LAYER_GRADIENT);
}

static void
place(struct clair_background *background, struct clair_background_layer *layer)
{
	struct clair_css_lexer size = take_cycling(&background->sizes);
	struct clair_css_lexer repeat = take_cycling(&background->repeats);
	struct clair_css_lexer position = take_cycling(&background->positions);
	struct extent width = read_extent(&size, background);
	struct extent height = {.own = true};

	if (width.cover)
		height = width;
	else if (size.at < size.end)
		height = read_extent(&size, background);
	layer->covers = is_repeated(repeat) || (is_all(width, layer) && is_all(height, layer));
	if (!layer->covers && (is_line(width, height) || is_narrow(background, width) ||
				  (is_once(repeat) && width.own && height.own &&
				      is_icon(background, position))))
		layer->kind = CLAIR_LAYER_NOTHING;
}

bool
clair_background_next(struct clair_background *background, struct clair_background_layer *layer)
{
	struct clair_css_lexer image;

	if (background->over)
		return false;
	*layer = (struct clair_background_layer){.count = 0};
	image = take_item(&background->images);
	background->over = background->images.at >= background->images.end;
	layer->kind = kind_of_image(image, &background->current, layer);
	place(background, layer);
	return true;
}

bool
clair_layer_is_opaque(const struct clair_background_layer *layer)
{
	if (layer->kind != CLAIR_LAYER_GRADIENT || layer->count > CLAIR_STOPS)
		return false;
	for (uint32_t i = 0; i < layer->count; i++)
		if (layer->stops[i].alpha < 1)
			return false;
	return true;
}
