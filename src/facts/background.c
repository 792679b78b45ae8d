/* Reads background-image, and what background-size and background-repeat say of it: CSS Backgrounds 3.
 * See background.h. */
#include "facts/background.h"

#include "style/math.h"

#include <string.h>

/* What is thinner is a line under the words, not a surface behind them. */
static const double thin = 4;

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
	double right;

	if (clair_style_keyword(style, CLAIR_CSS_BACKGROUND_IMAGE) == CLAIR_KW_NONE)
		return false;
	*background = (struct clair_background){
	    .images = lexer_of(style, CLAIR_CSS_BACKGROUND_IMAGE, arena),
	    .sizes = lexer_of(style, CLAIR_CSS_BACKGROUND_SIZE, arena),
	    .repeats = lexer_of(style, CLAIR_CSS_BACKGROUND_REPEAT, arena)};
	clair_style_color(style, CLAIR_CSS_COLOR, &background->current);
	clair_style_px(style, CLAIR_CSS_FONT_SIZE, &background->font_size);
	clair_style_px(style, CLAIR_CSS_PADDING_LEFT, &background->padding);
	if (clair_style_px(style, CLAIR_CSS_PADDING_RIGHT, &right) && right > background->padding)
		background->padding = right;
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

/* --- Sizes ----------------------------------------------------------------------------------------- */

struct extent {
	bool known;     /* px */
	bool whole;     /* of the box, at least */
	double px;
};

static struct extent
read_extent(struct clair_css_lexer *lexer, const struct clair_background *background)
{
	struct clair_css_sizes sizes = {.font_size = (float)background->font_size,
	    .root_font_size = 16, .line_height = 18, .root_line_height = 18};
	struct clair_css_math math = {.type = CLAIR_MATH_OTHER};
	struct clair_css_token token;
	bool read = false;

	next_token(lexer, &token);
	if (token.type == CLAIR_TOKEN_NUMBER)
		return (struct extent){.known = token.number == 0};
	if (token.type == CLAIR_TOKEN_PERCENTAGE)
		return (struct extent){.known = token.number == 0, .whole = token.number >= 100};
	if (token.type == CLAIR_TOKEN_IDENT)
		return (struct extent){
		    .whole = clair_css_is(&token, "cover") || clair_css_is(&token, "auto")};
	if (token.type == CLAIR_TOKEN_DIMENSION)
		read = clair_css_math_dimension(&token, &sizes, &math);
	else if (token.type == CLAIR_TOKEN_FUNCTION && clair_css_math_named(&token))
		read = clair_css_math_read(lexer, &token, &sizes, &math);
	if (!read || math.type != CLAIR_MATH_LENGTH || math.mixed || math.layout || math.not_known)
		return (struct extent){.known = false};
	return (struct extent){.known = true, .px = math.value};
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
	if (layer->count == 0 || layer->count > CLAIR_STOPS)
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
is_icon(const struct clair_background *background, struct extent width)
{
	return width.known && width.px <= background->padding;
}

bool
clair_background_next(struct clair_background *background, struct clair_background_layer *layer)
{
	struct clair_css_lexer size;
	struct clair_css_lexer image;
	struct extent width;
	struct extent height;

	if (background->over)
		return false;
	*layer = (struct clair_background_layer){.count = 0};
	image = take_item(&background->images);
	background->over = background->images.at >= background->images.end;
	layer->kind = kind_of_image(image, &background->current, layer);
	size = take_cycling(&background->sizes);
	width = read_extent(&size, background);
	height = size.at >= size.end ? (struct extent){.whole = width.whole}
				     : read_extent(&size, background);
	layer->covers =
	    is_repeated(take_cycling(&background->repeats)) || (width.whole && height.whole);
	if (!layer->covers && (is_line(width, height) || is_icon(background, width)))
		layer->kind = CLAIR_LAYER_NOTHING;
	return true;
}
