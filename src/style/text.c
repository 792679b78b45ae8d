/* Texts of values, computed: see write.h. */
#include "style/write.h"

#include <string.h>

enum { LENGTH_LIMIT = 1 << 20, SHADOW_LENGTHS = 4 };

/* How the numbers of a function, or of a property outside functions, are written. */
struct manner {
	const char *name;
	const char *nil; /* the unit of a zero that was written without */
	bool fraction;   /* percentages are numbers, and 1 stands for nothing */
};

struct rewriting {
	struct clair_css_lexer lexer;
	struct clair_css_token token;
	const struct clair_css_text_source *source;
	struct manner manner;
	struct clair_buf buf;
};

/* --- Components
 * ------------------------------------------------------------------------------------ */

static void
put_token(struct rewriting *rewriting)
{
	const struct clair_css_token *token = &rewriting->token;

	clair_buf_add(&rewriting->buf, rewriting->lexer.source + token->offset, token->length);
}

/* A number with or without unit, or a math function that does not need layout. */
static bool
take_number(struct rewriting *rewriting, struct clair_css_math *math)
{
	struct clair_css_lexer ahead = rewriting->lexer;
	const struct clair_css_token *token = &rewriting->token;
	bool taken = false;

	*math = (struct clair_css_math){.type = CLAIR_MATH_NUMBER, .value = token->number};
	switch (token->type) {
	case CLAIR_TOKEN_NUMBER:
		return true;
	case CLAIR_TOKEN_PERCENTAGE:
		math->type = CLAIR_MATH_PERCENT;
		math->percent = token->number;
		return true;
	case CLAIR_TOKEN_DIMENSION:
		taken = clair_css_math_dimension(token, &rewriting->source->sizes, math);
		break;
	case CLAIR_TOKEN_FUNCTION:
		taken = clair_css_math_named(token) &&
			clair_css_math_read(&ahead, token, &rewriting->source->sizes, math);
		break;
	default:
		break;
	}
	taken = taken && math->type != CLAIR_MATH_OTHER && !math->layout && !math->not_known;
	if (taken)
		rewriting->lexer = ahead;
	return taken;
}

static bool
take_color(struct rewriting *rewriting, struct clair_color *color)
{
	struct clair_css_lexer ahead = rewriting->lexer;
	uint8_t type = rewriting->token.type;

	if (type != CLAIR_TOKEN_IDENT && type != CLAIR_TOKEN_HASH && type != CLAIR_TOKEN_FUNCTION)
		return false;
	ahead.at = rewriting->token.offset;
	switch (clair_color_parse(&ahead, false, &rewriting->source->current, color)) {
	case CLAIR_COLOR_VALUE:
		break;
	case CLAIR_COLOR_CURRENT:
		*color = rewriting->source->current;
		break;
	default:
		return false;
	}
	rewriting->lexer = ahead;
	return true;
}

static void
put_number(struct rewriting *rewriting, const struct clair_css_math *math)
{
	if (math->type == CLAIR_MATH_PERCENT && rewriting->manner.fraction) {
		clair_css_put_number(&rewriting->buf, math->percent / 100);
		return;
	}
	clair_css_put_math(&rewriting->buf, math);
	if (math->type == CLAIR_MATH_NUMBER && math->value == 0)
		clair_buf_puts(&rewriting->buf, rewriting->manner.nil);
}

/* --- Shadows: CSS Backgrounds 3, 6.1, CSS Text Decoration 4, 4, Filter Effects 1, 6
 * ---------------- */

struct shadow {
	struct clair_color color;
	struct clair_css_math lengths[SHADOW_LENGTHS];
	unsigned count;
	bool inset;
};

static bool
read_shadow(struct rewriting *rewriting, struct shadow *shadow)
{
	*shadow = (struct shadow){.color = rewriting->source->current};
	for (;; clair_css_next(&rewriting->lexer, &rewriting->token)) {
		struct clair_css_math math;

		switch (rewriting->token.type) {
		case CLAIR_TOKEN_SPACE:
			continue;
		case CLAIR_TOKEN_COMMA:
		case CLAIR_TOKEN_CLOSE_ROUND:
		case CLAIR_TOKEN_EOF:
			return shadow->count >= 2;
		default:
			break;
		}
		if (clair_css_is(&rewriting->token, "inset"))
			shadow->inset = true;
		else if (take_number(rewriting, &math) && shadow->count < SHADOW_LENGTHS)
			shadow->lengths[shadow->count++] = math;
		else if (!take_color(rewriting, &shadow->color))
			return false;
	}
}

/* `lengths`: how many are written. */
static void
put_shadow(struct rewriting *rewriting, struct shadow *shadow, unsigned lengths)
{
	clair_css_put_color(&rewriting->buf, shadow->color);
	for (unsigned i = 0; i < lengths; i++) {
		shadow->lengths[i].type = CLAIR_MATH_LENGTH;
		clair_buf_putc(&rewriting->buf, ' ');
		clair_css_put_math(&rewriting->buf, &shadow->lengths[i]);
	}
	if (shadow->inset)
		clair_buf_puts(&rewriting->buf, " inset");
}

/* The first token is current, and the one after the last when this ends. */
static bool
rewrite_shadows(struct rewriting *rewriting, unsigned lengths)
{
	struct shadow shadow;

	for (;;) {
		if (!read_shadow(rewriting, &shadow))
			return false;
		put_shadow(rewriting, &shadow, lengths);
		if (rewriting->token.type != CLAIR_TOKEN_COMMA)
			return true;
		clair_buf_puts(&rewriting->buf, ", ");
		clair_css_next(&rewriting->lexer, &rewriting->token);
	}
}

/* --- Other texts
 * ------------------------------------------------------------------------------------ */

static struct manner
manner_of_property(enum clair_property property)
{
	switch (property) {
	case CLAIR_CSS_BACKGROUND_POSITION:
	case CLAIR_CSS_BACKGROUND_SIZE:
	case CLAIR_CSS_TRANSLATE:
		return (struct manner){.nil = "px"};
	case CLAIR_CSS_ROTATE:
		return (struct manner){.nil = ""};
	case CLAIR_CSS_SCALE:
		return (struct manner){.nil = "", .fraction = true};
	default:
		return (struct manner){.nil = ""};
	}
}

static struct manner
manner_of_function(const struct clair_css_token *function)
{
	static const struct manner manners[] = {
	    {"translate", "px", false},
	    {"translatex", "px", false},
	    {"translatey", "px", false},
	    {"translatez", "px", false},
	    {"translate3d", "px", false},
	    {"perspective", "px", false},
	    {"rotate", "deg", false},
	    {"rotatex", "deg", false},
	    {"rotatey", "deg", false},
	    {"rotatez", "deg", false},
	    {"skew", "deg", false},
	    {"skewx", "deg", false},
	    {"skewy", "deg", false},
	    {"hue-rotate", "deg", false},
	    {"scale", "", true},
	    {"scalex", "", true},
	    {"scaley", "", true},
	    {"scale3d", "", true},
	    {"rect", "px", false},
	    {"inset", "px", false},
	    {"xywh", "px", false},
	    {"circle", "px", false},
	    {"ellipse", "px", false},
	    {"polygon", "px", false},
	    {"blur", "px", false},
	    {"brightness", "", true},
	    {"contrast", "", true},
	    {"grayscale", "", true},
	    {"invert", "", true},
	    {"opacity", "", true},
	    {"saturate", "", true},
	    {"sepia", "", true},
	    {"linear-gradient", "px", false},
	    {"repeating-linear-gradient", "px", false},
	    {"radial-gradient", "px", false},
	    {"repeating-radial-gradient", "px", false},
	};

	for (size_t i = 0; i < sizeof(manners) / sizeof(*manners); i++)
		if (clair_css_is(function, manners[i].name))
			return manners[i];
	return (struct manner){.nil = ""};
}

static bool
rewrite_function(struct rewriting *rewriting)
{
	struct clair_css_lexer ahead = rewriting->lexer;
	bool shadow = clair_css_is(&rewriting->token, "drop-shadow");
	struct clair_css_token next;

	put_token(rewriting);
	rewriting->manner = manner_of_function(&rewriting->token);
	clair_css_next(&ahead, &next);
	if (rewriting->source->property == CLAIR_CSS_FILTER && rewriting->manner.fraction &&
	    next.type == CLAIR_TOKEN_CLOSE_ROUND)
		clair_buf_putc(&rewriting->buf, '1');
	if (!shadow)
		return true;
	clair_css_next(&rewriting->lexer, &rewriting->token);
	if (!rewrite_shadows(rewriting, 3))
		return false;
	put_token(rewriting);
	return true;
}

static bool
has_colors(enum clair_property property)
{
	return property == CLAIR_CSS_BACKGROUND_IMAGE || property == CLAIR_CSS_MASK_IMAGE ||
	       property == CLAIR_CSS_LIST_STYLE_IMAGE || property == CLAIR_CSS_FILL;
}

static bool
rewrite_token(struct rewriting *rewriting)
{
	struct clair_css_math math;
	struct clair_color color;

	if (take_number(rewriting, &math)) {
		put_number(rewriting, &math);
		return true;
	}
	if (has_colors(rewriting->source->property) && take_color(rewriting, &color)) {
		clair_css_put_color(&rewriting->buf, color);
		return true;
	}
	if (rewriting->token.type == CLAIR_TOKEN_FUNCTION)
		return rewrite_function(rewriting);
	put_token(rewriting);
	if (rewriting->token.type == CLAIR_TOKEN_CLOSE_ROUND)
		rewriting->manner = manner_of_property(rewriting->source->property);
	return true;
}

/* CSS Masking 1, 5.1: rect() is written with commas. */
static bool
rewrite_clip(struct rewriting *rewriting)
{
	bool first = true;

	clair_css_next(&rewriting->lexer, &rewriting->token);
	if (rewriting->token.type != CLAIR_TOKEN_FUNCTION || !rewrite_function(rewriting))
		return false;
	for (;;) {
		clair_css_next(&rewriting->lexer, &rewriting->token);
		if (rewriting->token.type == CLAIR_TOKEN_EOF)
			return true;
		if (rewriting->token.type == CLAIR_TOKEN_SPACE ||
		    rewriting->token.type == CLAIR_TOKEN_COMMA)
			continue;
		if (!first && rewriting->token.type != CLAIR_TOKEN_CLOSE_ROUND)
			clair_buf_puts(&rewriting->buf, ", ");
		first = false;
		rewrite_token(rewriting);
	}
}

static bool
rewrite(struct rewriting *rewriting)
{
	if (rewriting->source->property == CLAIR_CSS_CLIP)
		return rewrite_clip(rewriting);
	clair_css_next(&rewriting->lexer, &rewriting->token);
	if (rewriting->source->property == CLAIR_CSS_TEXT_SHADOW)
		return rewrite_shadows(rewriting, 3);
	if (rewriting->source->property == CLAIR_CSS_BOX_SHADOW)
		return rewrite_shadows(rewriting, 4);
	while (rewriting->token.type != CLAIR_TOKEN_EOF) {
		if (!rewrite_token(rewriting))
			return false;
		clair_css_next(&rewriting->lexer, &rewriting->token);
	}
	return true;
}

const char *
clair_css_text_compute(const struct clair_css_text_source *source, struct clair_arena *arena)
{
	struct rewriting rewriting = {
	    .lexer = {source->text, 0, (uint32_t)strlen(source->text), arena},
	    .source = source,
	    .manner = manner_of_property(source->property)};
	const char *result = source->text;

	clair_buf_init(&rewriting.buf, LENGTH_LIMIT);
	if (rewrite(&rewriting) && !rewriting.buf.failed &&
	    strcmp(rewriting.buf.bytes, result) != 0)
		result = clair_strndup(arena, rewriting.buf.bytes, rewriting.buf.length);
	clair_buf_free(&rewriting.buf);
	return result;
}
