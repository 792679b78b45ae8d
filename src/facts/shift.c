/* CSS Position 3, 3.2; CSS Transforms 2, 5 and 12. See shift.h. */
#include "facts/shift.h"

#include "style/math.h"

#include <math.h>
#include <string.h>

/* Half of its own size is how a box is put in the middle; the whole of it leaves its place. */
static const double own_size = 100;

static bool
is_far(double px, double percent)
{
	return fabs(px) > CLAIR_SMALL_SHIFT || fabs(percent) >= own_size;
}

static bool
is_far_by(const struct clair_style *style, enum clair_property side)
{
	double px;

	return clair_style_px(style, side, &px) && is_far(px, 0);
}

static bool
is_relative_far(const struct clair_style *style)
{
	return clair_style_keyword(style, CLAIR_CSS_POSITION) == CLAIR_KW_RELATIVE &&
	       (is_far_by(style, CLAIR_CSS_TOP) || is_far_by(style, CLAIR_CSS_RIGHT) ||
		   is_far_by(style, CLAIR_CSS_BOTTOM) || is_far_by(style, CLAIR_CSS_LEFT));
}

/* One length or percentage, or a calc() of both. */
static bool
is_far_amount(struct clair_css_lexer *lexer, const struct clair_css_token *token)
{
	static const struct clair_css_sizes sizes = {.font_size = 16, .root_font_size = 16};
	struct clair_css_math math = {.type = CLAIR_MATH_OTHER};

	if (token->type == CLAIR_TOKEN_PERCENTAGE)
		return is_far(0, token->number);
	if (token->type == CLAIR_TOKEN_DIMENSION)
		return is_far(token->number, 0); /* computed: px */
	if (token->type != CLAIR_TOKEN_FUNCTION || !clair_css_math_named(token) ||
	    !clair_css_math_read(lexer, token, &sizes, &math))
		return false;
	return math.type == CLAIR_MATH_LENGTH && !math.layout && !math.not_known &&
	       is_far(math.value, math.mixed ? math.percent : 0);
}

static bool
is_translation(const struct clair_css_token *function)
{
	return clair_css_is(function, "translate") || clair_css_is(function, "translatex") ||
	       clair_css_is(function, "translatey") || clair_css_is(function, "translate3d");
}

/* Up to the parenthesis that closes it. */
static bool
is_translated_far(struct clair_css_lexer *lexer)
{
	struct clair_css_token token;
	bool far = false;

	for (;;) {
		clair_css_next(lexer, &token);
		if (token.type == CLAIR_TOKEN_CLOSE_ROUND || token.type == CLAIR_TOKEN_EOF)
			return far;
		far = is_far_amount(lexer, &token) || far;
	}
}

static struct clair_css_lexer
lexer_of(const struct clair_style *style, enum clair_property property, struct clair_arena *arena)
{
	const struct clair_css_value *value = clair_style_value(style, property);
	const char *text = value->kind == CLAIR_VALUE_TEXT ? value->text : "";

	return (struct clair_css_lexer){
	    .source = text, .end = (uint32_t)strlen(text), .arena = arena};
}

bool
clair_is_shifted(const struct clair_style *style, struct clair_arena *arena)
{
	struct clair_css_lexer transform = lexer_of(style, CLAIR_CSS_TRANSFORM, arena);
	struct clair_css_lexer translate = lexer_of(style, CLAIR_CSS_TRANSLATE, arena);
	struct clair_css_token token;

	while (transform.at < transform.end) {
		clair_css_next(&transform, &token);
		if (token.type == CLAIR_TOKEN_FUNCTION && is_translation(&token) &&
		    is_translated_far(&transform))
			return true;
	}
	return is_translated_far(&translate) || is_relative_far(style);
}

double
clair_pull_of(const struct clair_style *style, enum clair_property margin)
{
	double px;

	return clair_style_px(style, margin, &px) && px < -CLAIR_SMALL_SHIFT ? -px : 0;
}
