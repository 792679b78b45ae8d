/* Opacity, size zero, clipping, far places: read from computed style, without layout. */
#include "facts/unseen.h"

#include <string.h>

/* Out of any screen, whatever its size. */
enum { FAR_PIXELS = 999, FAR_PERCENT = 99 };

bool
clair_style_is_placed(const struct clair_style *style)
{
	enum clair_keyword position = clair_style_keyword(style, CLAIR_CSS_POSITION);

	return position == CLAIR_KW_ABSOLUTE || position == CLAIR_KW_FIXED;
}

static bool
is_number_zero(const struct clair_style *style, enum clair_property property)
{
	const struct clair_css_value *value = clair_style_value(style, property);

	return (value->kind == CLAIR_VALUE_NUMBER || value->kind == CLAIR_VALUE_LENGTH) &&
	    value->number <= 0;
}

static bool
is_at_most(const struct clair_style *style, enum clair_property property, double pixels)
{
	double length;

	return clair_style_px(style, property, &length) && length <= pixels;
}

static bool
is_far_before(const struct clair_style *style, enum clair_property property)
{
	const struct clair_css_value *value = clair_style_value(style, property);

	if (value->kind == CLAIR_VALUE_PERCENT)
		return value->number <= -FAR_PERCENT;
	return is_at_most(style, property, -FAR_PIXELS);
}

/* Numbers of a function's arguments, percentages and lengths alike; at most `room`. */
static unsigned
arguments(const char *text, const char *function, struct clair_css_token *list, unsigned room)
{
	struct clair_css_lexer lexer = {.source = text, .end = (uint32_t)strlen(text)};
	struct clair_css_token token;
	unsigned count = 0;

	do
		clair_css_next(&lexer, &token);
	while (token.type != CLAIR_TOKEN_EOF &&
	    !(token.type == CLAIR_TOKEN_FUNCTION && clair_css_is(&token, function)));
	while (token.type != CLAIR_TOKEN_EOF && token.type != CLAIR_TOKEN_CLOSE_ROUND && count < room) {
		clair_css_next(&lexer, &token);
		if (token.type == CLAIR_TOKEN_NUMBER || token.type == CLAIR_TOKEN_PERCENTAGE ||
		    token.type == CLAIR_TOKEN_DIMENSION)
			list[count++] = token;
	}
	return count;
}

/* CSS Masking 1, 5.1: clip holds for placed boxes only. Edges from the top and from the left. */
static bool
is_clipped_by_rect(const struct clair_style *style)
{
	const struct clair_css_value *clip = clair_style_value(style, CLAIR_CSS_CLIP);
	struct clair_css_token edge[4];

	return clip->kind == CLAIR_VALUE_TEXT && clair_style_is_placed(style) &&
	    arguments(clip->text, "rect", edge, 4) == 4 &&
	    (edge[2].number - edge[0].number <= 1 || edge[1].number - edge[3].number <= 1);
}

/* inset() whose edges meet, or a circle without a radius. */
static bool
is_clipped_by_path(const struct clair_style *style)
{
	const struct clair_css_value *path = clair_style_value(style, CLAIR_CSS_CLIP_PATH);
	struct clair_css_token edge[4];
	unsigned count;

	if (path->kind != CLAIR_VALUE_TEXT)
		return false;
	count = arguments(path->text, "inset", edge, 4);
	if (count != 0)
		return edge[0].type == CLAIR_TOKEN_PERCENTAGE &&
		    edge[0].number + edge[count > 2 ? 2 : 0].number >= 100;
	return arguments(path->text, "circle", edge, 1) == 1 && edge[0].number <= 0;
}

/* Along one axis: content that overflows is cut, and the box with its padding is a pixel at most. */
static bool
is_cut(const struct clair_style *style, enum clair_property overflow, enum clair_property size,
    enum clair_property most, enum clair_property least, enum clair_property before,
    enum clair_property after)
{
	enum clair_keyword cut = clair_style_keyword(style, overflow);
	double length;

	if (cut != CLAIR_KW_HIDDEN && cut != CLAIR_KW_CLIP)
		return false;
	if (!is_at_most(style, size, 1) && !is_at_most(style, most, 1))
		return false;
	if (clair_style_value(style, least)->kind == CLAIR_VALUE_PERCENT ||
	    (clair_style_px(style, least, &length) && length > 1))
		return false;
	return is_at_most(style, before, 1) && is_at_most(style, after, 1);
}

static bool
is_cut_to_nothing(const struct clair_style *style)
{
	enum clair_keyword display = clair_style_keyword(style, CLAIR_CSS_DISPLAY);

	/* CSS 2.2, 10.2: width and height do not hold for inline boxes. */
	if (display == CLAIR_KW_INLINE || display == CLAIR_KW_CONTENTS)
		return false;
	return is_cut(style, CLAIR_CSS_OVERFLOW_X, CLAIR_CSS_WIDTH, CLAIR_CSS_MAX_WIDTH,
		   CLAIR_CSS_MIN_WIDTH, CLAIR_CSS_PADDING_LEFT, CLAIR_CSS_PADDING_RIGHT) ||
	    is_cut(style, CLAIR_CSS_OVERFLOW_Y, CLAIR_CSS_HEIGHT, CLAIR_CSS_MAX_HEIGHT,
		CLAIR_CSS_MIN_HEIGHT, CLAIR_CSS_PADDING_TOP, CLAIR_CSS_PADDING_BOTTOM);
}

/* Text pushed out of its line: far, or out of a box that cuts it. */
static bool
is_indented_away(const struct clair_style *style)
{
	const struct clair_css_value *indent = clair_style_value(style, CLAIR_CSS_TEXT_INDENT);

	if (is_at_most(style, CLAIR_CSS_TEXT_INDENT, -FAR_PIXELS))
		return true;
	return indent->kind == CLAIR_VALUE_PERCENT && indent->number >= FAR_PERCENT &&
	    clair_style_keyword(style, CLAIR_CSS_OVERFLOW_X) == CLAIR_KW_HIDDEN &&
	    clair_style_keyword(style, CLAIR_CSS_WHITE_SPACE) == CLAIR_KW_NOWRAP;
}

/* A drawer: put against an edge, then moved out by its own size. */
static bool
is_moved_out(const struct clair_style *style)
{
	const struct clair_css_value *transform = clair_style_value(style, CLAIR_CSS_TRANSFORM);
	struct clair_css_token by[2];

	if (transform->kind != CLAIR_VALUE_TEXT)
		return false;
	if (is_at_most(style, CLAIR_CSS_LEFT, 0) &&
	    (arguments(transform->text, "translatex", by, 1) == 1 ||
		arguments(transform->text, "translate", by, 1) == 1 ||
		arguments(transform->text, "translate3d", by, 1) == 1) &&
	    by[0].type == CLAIR_TOKEN_PERCENTAGE && by[0].number <= -100)
		return true;
	return is_at_most(style, CLAIR_CSS_TOP, 0) &&
	    arguments(transform->text, "translatey", by, 1) == 1 &&
	    by[0].type == CLAIR_TOKEN_PERCENTAGE && by[0].number <= -100;
}

static bool
is_placed_away(const struct clair_style *style)
{
	return is_far_before(style, CLAIR_CSS_LEFT) || is_far_before(style, CLAIR_CSS_TOP) ||
	    is_far_before(style, CLAIR_CSS_RIGHT) || is_far_before(style, CLAIR_CSS_BOTTOM) ||
	    is_moved_out(style);
}

static bool
is_scaled_to_nothing(const struct clair_style *style)
{
	const struct clair_css_value *transform = clair_style_value(style, CLAIR_CSS_TRANSFORM);
	const struct clair_css_value *scale = clair_style_value(style, CLAIR_CSS_SCALE);
	struct clair_css_token by[2];

	if (scale->kind == CLAIR_VALUE_TEXT && strcmp(scale->text, "0") == 0)
		return true;
	return transform->kind == CLAIR_VALUE_TEXT &&
	    (arguments(transform->text, "scale", by, 1) == 1 ||
		arguments(transform->text, "scalex", by, 1) == 1 ||
		arguments(transform->text, "scaley", by, 1) == 1) &&
	    by[0].number <= 0 && by[0].number >= 0;
}

enum clair_unseen
clair_unseen_by_style(const struct clair_style *style)
{
	enum clair_keyword position = clair_style_keyword(style, CLAIR_CSS_POSITION);

	if (is_number_zero(style, CLAIR_CSS_OPACITY) || is_scaled_to_nothing(style))
		return CLAIR_UNSEEN_ALL;
	if (is_at_most(style, CLAIR_CSS_MARGIN_LEFT, -FAR_PIXELS) || is_indented_away(style))
		return CLAIR_UNSEEN_ALL;
	if (position != CLAIR_KW_STATIC && is_placed_away(style))
		return CLAIR_UNSEEN_ALL;
	if (is_clipped_by_rect(style) || is_clipped_by_path(style))
		return CLAIR_UNSEEN_ALL;
	if (is_cut_to_nothing(style))
		return position == CLAIR_KW_STATIC ? CLAIR_UNSEEN_CLIPPED : CLAIR_UNSEEN_ALL;
	return is_number_zero(style, CLAIR_CSS_FONT_SIZE) ? CLAIR_UNSEEN_ALONE : CLAIR_SEEN;
}
