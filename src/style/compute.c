/* From the declared value to the computed one. See value.h. */
#include "style/customs.h"
#include "style/declare.h"
#include "style/math.h"
#include "style/write.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Chromium's: what it clamps lengths and font sizes to. */
static const double longest = 33554430;
static const float largest_font = 10000;

/* One value being computed. */
struct job {
	enum clair_property property;
	const struct clair_css_value *own, *parent;
	const struct clair_css_customs *customs;
	const struct clair_css_environment *environment;
	struct clair_arena *arena;
};

/* What a property does with its values beyond the common way. */
enum way {
	PLAIN,
	FONT_SIZE,
	FONT_WEIGHT,
	LINE_HEIGHT,
	SPACING,
	TEXT_ALIGN,
	OPACITY,
	BORDER_WIDTH,
	COLOR,
	PAINT, /* a colour, or something with one */
};

enum range {
	ANY_SIGN,
	NOT_NEGATIVE,
	INTEGER,
	COUNT, /* integer from 1 */
};

struct trait {
	uint8_t way, range;
	bool names; /* a text of names and strings: nothing in it is a length */
};

static const struct trait traits[CLAIR_PROPERTY_COUNT] = {
    [CLAIR_CSS_FONT_FAMILY] = {PLAIN, ANY_SIGN, true},
    [CLAIR_CSS_FONT_SIZE] = {FONT_SIZE, NOT_NEGATIVE, false},
    [CLAIR_CSS_COLOR] = {COLOR, ANY_SIGN, false},
    [CLAIR_CSS_FONT_WEIGHT] = {FONT_WEIGHT, ANY_SIGN, false},
    [CLAIR_CSS_LINE_HEIGHT] = {LINE_HEIGHT, NOT_NEGATIVE, false},
    [CLAIR_CSS_LETTER_SPACING] = {SPACING, ANY_SIGN, false},
    [CLAIR_CSS_WORD_SPACING] = {SPACING, ANY_SIGN, false},
    [CLAIR_CSS_TEXT_ALIGN] = {TEXT_ALIGN, ANY_SIGN, false},
    [CLAIR_CSS_LIST_STYLE_TYPE] = {PLAIN, ANY_SIGN, true},
    [CLAIR_CSS_QUOTES] = {PLAIN, ANY_SIGN, true},
    [CLAIR_CSS_TEXT_FILL_COLOR] = {COLOR, ANY_SIGN, false},
    [CLAIR_CSS_FILL] = {PAINT, ANY_SIGN, false},
    [CLAIR_CSS_OPACITY] = {OPACITY, ANY_SIGN, false},
    [CLAIR_CSS_WIDTH] = {PLAIN, NOT_NEGATIVE, false},
    [CLAIR_CSS_HEIGHT] = {PLAIN, NOT_NEGATIVE, false},
    [CLAIR_CSS_MIN_WIDTH] = {PLAIN, NOT_NEGATIVE, false},
    [CLAIR_CSS_MIN_HEIGHT] = {PLAIN, NOT_NEGATIVE, false},
    [CLAIR_CSS_MAX_WIDTH] = {PLAIN, NOT_NEGATIVE, false},
    [CLAIR_CSS_MAX_HEIGHT] = {PLAIN, NOT_NEGATIVE, false},
    [CLAIR_CSS_PADDING_TOP] = {PLAIN, NOT_NEGATIVE, false},
    [CLAIR_CSS_PADDING_RIGHT] = {PLAIN, NOT_NEGATIVE, false},
    [CLAIR_CSS_PADDING_BOTTOM] = {PLAIN, NOT_NEGATIVE, false},
    [CLAIR_CSS_PADDING_LEFT] = {PLAIN, NOT_NEGATIVE, false},
    [CLAIR_CSS_BORDER_TOP_WIDTH] = {BORDER_WIDTH, NOT_NEGATIVE, false},
    [CLAIR_CSS_BORDER_RIGHT_WIDTH] = {BORDER_WIDTH, NOT_NEGATIVE, false},
    [CLAIR_CSS_BORDER_BOTTOM_WIDTH] = {BORDER_WIDTH, NOT_NEGATIVE, false},
    [CLAIR_CSS_BORDER_LEFT_WIDTH] = {BORDER_WIDTH, NOT_NEGATIVE, false},
    [CLAIR_CSS_BORDER_TOP_COLOR] = {COLOR, ANY_SIGN, false},
    [CLAIR_CSS_BORDER_RIGHT_COLOR] = {COLOR, ANY_SIGN, false},
    [CLAIR_CSS_BORDER_BOTTOM_COLOR] = {COLOR, ANY_SIGN, false},
    [CLAIR_CSS_BORDER_LEFT_COLOR] = {COLOR, ANY_SIGN, false},
    [CLAIR_CSS_OUTLINE_WIDTH] = {BORDER_WIDTH, NOT_NEGATIVE, false},
    [CLAIR_CSS_OUTLINE_COLOR] = {COLOR, ANY_SIGN, false},
    [CLAIR_CSS_BACKGROUND_COLOR] = {COLOR, ANY_SIGN, false},
    [CLAIR_CSS_TEXT_DECORATION_COLOR] = {COLOR, ANY_SIGN, false},
    [CLAIR_CSS_COLUMN_COUNT] = {PLAIN, COUNT, false},
    [CLAIR_CSS_COLUMN_WIDTH] = {PLAIN, NOT_NEGATIVE, false},
    [CLAIR_CSS_ANIMATION_NAME] = {PLAIN, ANY_SIGN, true},
    [CLAIR_CSS_ANIMATION_DURATION] = {PLAIN, NOT_NEGATIVE, false},
    [CLAIR_CSS_ORDER] = {PLAIN, INTEGER, false},
    [CLAIR_CSS_CONTENT] = {PLAIN, ANY_SIGN, true},
    [CLAIR_CSS_Z_INDEX] = {PLAIN, INTEGER, false},
};

static struct clair_css_value
number_of(enum clair_css_kind kind, double number)
{
	return (struct clair_css_value){.kind = (uint8_t)kind, .number = (float)number};
}

/* --- Lengths
 * --------------------------------------------------------------------------------------- */

/* Font size and line height are computed from those of the parent. */
static struct clair_css_sizes
sizes_for(const struct job *job)
{
	const struct clair_css_environment *environment = job->environment;
	const struct clair_css_value *fonts =
	    job->property <= CLAIR_CSS_FONT_SIZE ? job->parent : job->own;
	const struct clair_css_value *lines =
	    job->property <= CLAIR_CSS_LINE_HEIGHT ? job->parent : job->own;

	return (struct clair_css_sizes){fonts[CLAIR_CSS_FONT_SIZE].number,
	    clair_css_line_height(lines), environment->root_font_size,
	    environment->root_line_height, environment->viewport_width,
	    environment->viewport_height};
}

static double
unit_px(const struct job *job, enum clair_css_unit unit)
{
	const struct clair_css_sizes sizes = sizes_for(job);
	double width = sizes.viewport_width;
	double height = sizes.viewport_height;

	switch (unit) {
	case CLAIR_UNIT_PX:
		return 1;
	case CLAIR_UNIT_EM:
		return sizes.font_size;
	case CLAIR_UNIT_REM:
		return sizes.root_font_size;
	case CLAIR_UNIT_EX:
	case CLAIR_UNIT_CH:
		return sizes.font_size / 2;
	case CLAIR_UNIT_LH:
		return sizes.line_height;
	case CLAIR_UNIT_RLH:
		return sizes.root_line_height;
	case CLAIR_UNIT_VW:
		return width / 100;
	case CLAIR_UNIT_VH:
		return height / 100;
	case CLAIR_UNIT_VMIN:
		return fmin(width, height) / 100;
	case CLAIR_UNIT_VMAX:
		return fmax(width, height) / 100;
	}
	return 1;
}

/* What is not a number is nil, CSS Values 4, 10.9.1. */
static double
within(double number, double most)
{
	return isnan(number) ? 0 : fmax(-most, fmin(number, most));
}

static double
in_range(const struct job *job, double number)
{
	switch (traits[job->property].range) {
	case NOT_NEGATIVE:
		return fmax(number, 0);
	case INTEGER:
		return within(floor(number + .5), 2147483647);
	case COUNT:
		return fmax(within(floor(number + .5), 2147483647), 1);
	default:
		return number;
	}
}

static struct clair_css_value
undeclared(const struct job *job)
{
	return job->property < CLAIR_INHERITED_COUNT ? job->parent[job->property]
						     : job->environment->initial[job->property];
}

static struct clair_css_value
not_known(const struct job *job)
{
	struct clair_css_value value = undeclared(job);

	value.kind = CLAIR_VALUE_NOT_KNOWN;
	return value;
}

static struct clair_css_value
from_math(const struct job *job, const struct clair_css_math *math)
{
	struct clair_css_value value = {.kind = CLAIR_VALUE_CALC};

	switch (math->type) {
	case CLAIR_MATH_PERCENT:
		return number_of(
		    CLAIR_VALUE_PERCENT, in_range(job, within(math->percent, longest)));
	case CLAIR_MATH_TIME:
		return number_of(CLAIR_VALUE_TIME, in_range(job, within(math->value, longest)));
	case CLAIR_MATH_LENGTH:
		if (!math->mixed)
			return number_of(
			    CLAIR_VALUE_LENGTH, in_range(job, within(math->value, longest)));
		if (math->value == 0)
			return number_of(CLAIR_VALUE_PERCENT, within(math->percent, longest));
		value.mix.px = (float)within(math->value, longest);
		value.mix.percent = (float)within(math->percent, longest);
		return value;
	default:
		return number_of(
		    CLAIR_VALUE_NUMBER, in_range(job, within(math->value, (double)FLT_MAX)));
	}
}

/* Without budget the text stays as it was declared. */
static const char *
computed_text(
    const struct job *job, struct clair_css_kept *kept, const struct clair_css_text_source *source)
{
	const char *text;

	if (!clair_css_kept_spend(kept, strlen(source->text)))
		return source->text;
	text = clair_css_text_compute(source, job->arena);
	return clair_css_kept_spend(kept, strlen(text)) ? text : source->text;
}

static struct clair_css_value
from_text(const struct job *job, const char *text)
{
	const struct clair_css_text_source source = {
	    text, sizes_for(job), job->own[CLAIR_CSS_COLOR].color, job->property};
	struct clair_css_kept *kept = clair_css_customs_kept(job->customs);
	const char **place = clair_css_kept_text(kept, &source, job->arena);
	struct clair_css_value value = {.kind = CLAIR_VALUE_TEXT};

	value.text = place != NULL ? *place : NULL;
	if (value.text == NULL)
		value.text = computed_text(job, kept, &source);
	if (place != NULL)
		*place = value.text;
	return value;
}

static struct clair_css_value
from_calc(const struct job *job, const char *text)
{
	const struct clair_css_sizes sizes = sizes_for(job);
	struct clair_css_lexer lexer = {text, 0, (uint32_t)strlen(text), job->arena};
	struct clair_css_token token;
	struct clair_css_math math;

	clair_css_next(&lexer, &token);
	if (!clair_css_math_named(&token) || !clair_css_math_read(&lexer, &token, &sizes, &math) ||
	    math.not_known)
		return not_known(job);
	if (math.layout)
		return from_text(job, text);
	return from_math(job, &math);
}

/* --- The common way
 * -------------------------------------------------------------------------------- */

static bool
has_lengths(const struct job *job, const char *text)
{
	switch (job->property) {
	case CLAIR_CSS_BACKGROUND_IMAGE:
	case CLAIR_CSS_MASK_IMAGE:
	case CLAIR_CSS_LIST_STYLE_IMAGE:
		return strstr(text, "gradient(") != NULL; /* data: addresses are long */
	default:
		return !traits[job->property].names;
	}
}

static struct clair_css_value
plain(const struct job *job, const struct clair_css_value *specified)
{
	switch (specified->kind) {
	case CLAIR_VALUE_LENGTH:
		if (specified->unit == CLAIR_UNIT_PX)
			return *specified;
		return number_of(CLAIR_VALUE_LENGTH,
		    within((double)specified->number * unit_px(job, specified->unit), longest));
	case CLAIR_VALUE_CALC:
		return from_calc(job, specified->text);
	case CLAIR_VALUE_TEXT:
		return has_lengths(job, specified->text) ? from_text(job, specified->text)
							 : *specified;
	default:
		return *specified;
	}
}

/* --- Fonts
 * ----------------------------------------------------------------------------------------- */

/*
 * Chromium keeps for each font size whether it comes from a keyword, from an absolute length, or
 * from what is neither: so does .keyword of the computed value, with FIXED for the second.
 */
static struct clair_css_value
font_size_of(double px, enum clair_keyword keyword)
{
	struct clair_css_value value =
	    number_of(CLAIR_VALUE_LENGTH, fmin(fmax(px, 0), (double)largest_font));

	value.keyword = (uint16_t)keyword;
	return value;
}

/* The family is the generic one and nothing else. */
static bool
is_monospace(const struct clair_css_value *family)
{
	return family->kind == CLAIR_VALUE_TEXT ? strcmp(family->text, "monospace") == 0
						: family->keyword == CLAIR_KW_MONOSPACE;
}

/* Sizes of keywords, for a default of 16 px and for monospace, whose default is 13 px. */
static const struct {
	uint16_t keyword;
	uint8_t px, monospace;
} font_sizes[] = {
    {CLAIR_KW_XX_SMALL, 9, 9},
    {CLAIR_KW_X_SMALL, 10, 10},
    {CLAIR_KW_SMALL, 13, 12},
    {CLAIR_KW_MEDIUM, 16, 13},
    {CLAIR_KW_LARGE, 18, 16},
    {CLAIR_KW_X_LARGE, 24, 20},
    {CLAIR_KW_XX_LARGE, 32, 26},
    {CLAIR_KW_XXX_LARGE, 48, 39},
    {CLAIR_KW_WEBKIT_XXX_LARGE, 48, 39},
};

static bool
keyword_size(const struct job *job, enum clair_keyword keyword, struct clair_css_value *size)
{
	bool monospace = is_monospace(&job->own[CLAIR_CSS_FONT_FAMILY]);

	for (size_t i = 0; i < sizeof(font_sizes) / sizeof(*font_sizes); i++)
		if (font_sizes[i].keyword == keyword) {
			*size = font_size_of(
			    monospace ? font_sizes[i].monospace : font_sizes[i].px, keyword);
			return true;
		}
	return false;
}

/* What is relative to the parent's goes from one default to the other when the family does. */
static struct clair_css_value
change_family(const struct job *job, struct clair_css_value size)
{
	bool before = is_monospace(&job->parent[CLAIR_CSS_FONT_FAMILY]);
	bool now = is_monospace(&job->own[CLAIR_CSS_FONT_FAMILY]);
	struct clair_css_value by_keyword;

	if (before == now || size.keyword == CLAIR_KW_FIXED)
		return size;
	if (keyword_size(job, size.keyword, &by_keyword)) {
		by_keyword.kind = size.kind;
		return by_keyword;
	}
	size.number *= now ? 13.F / 16 : 16.F / 13;
	return size;
}

static struct clair_css_value
relative_size(const struct job *job, double px)
{
	const struct clair_css_value *parent = &job->parent[CLAIR_CSS_FONT_SIZE];
	struct clair_css_value size =
	    font_size_of(px, parent->keyword == CLAIR_KW_FIXED ? CLAIR_KW_FIXED : 0);

	size.kind = parent->kind; /* what comes from a size that is not known is not known either */
	return change_family(job, size);
}

static bool
is_relative(enum clair_css_unit unit)
{
	return unit == CLAIR_UNIT_EM || unit == CLAIR_UNIT_EX || unit == CLAIR_UNIT_CH ||
	       unit == CLAIR_UNIT_LH;
}

static struct clair_css_value
font_size_keyword(const struct job *job, enum clair_keyword keyword)
{
	double parent = job->parent[CLAIR_CSS_FONT_SIZE].number;
	struct clair_css_value size;

	if (keyword_size(job, keyword, &size))
		return size;
	if (keyword == CLAIR_KW_LARGER)
		return relative_size(job, parent * 1.2);
	if (keyword == CLAIR_KW_SMALLER)
		return relative_size(job, parent / 1.2);
	return change_family(job, job->parent[CLAIR_CSS_FONT_SIZE]); /* math */
}

/* CSS Fonts 4, 2.5, and Chromium's smaller monospace. */
static struct clair_css_value
font_size(const struct job *job, const struct clair_css_value *specified)
{
	double parent = job->parent[CLAIR_CSS_FONT_SIZE].number;
	struct clair_css_value size;

	if (specified->kind == CLAIR_VALUE_KEYWORD)
		return font_size_keyword(job, specified->keyword);
	size = plain(job, specified);
	switch (size.kind) {
	case CLAIR_VALUE_PERCENT:
		return relative_size(job, parent * (double)size.number / 100);
	case CLAIR_VALUE_CALC:
		return font_size_of(
		    (double)size.mix.px + parent * (double)size.mix.percent / 100, CLAIR_KW_FIXED);
	case CLAIR_VALUE_LENGTH:
		if (specified->kind == CLAIR_VALUE_LENGTH && is_relative(specified->unit))
			return relative_size(job, size.number);
		return font_size_of(size.number, CLAIR_KW_FIXED);
	default:
		return not_known(job);
	}
}

/* CSS Fonts 4, 2.2.1 */
static double
bolder(double weight)
{
	return weight < 350 ? 400 : weight < 550 ? 700 : fmax(weight, 900);
}

static double
lighter(double weight)
{
	return weight < 550 ? fmin(weight, 100) : weight < 750 ? 400 : 700;
}

static struct clair_css_value
font_weight(const struct job *job, const struct clair_css_value *specified)
{
	double parent = job->parent[CLAIR_CSS_FONT_WEIGHT].number;
	struct clair_css_value weight = plain(job, specified);

	switch (weight.kind == CLAIR_VALUE_KEYWORD ? weight.keyword : 0) {
	case CLAIR_KW_NORMAL:
		return number_of(CLAIR_VALUE_NUMBER, 400);
	case CLAIR_KW_BOLD:
		return number_of(CLAIR_VALUE_NUMBER, 700);
	case CLAIR_KW_BOLDER:
		return number_of(CLAIR_VALUE_NUMBER, bolder(parent));
	case CLAIR_KW_LIGHTER:
		return number_of(CLAIR_VALUE_NUMBER, lighter(parent));
	default:
		weight.number = fmaxf(1, fminf(weight.number, 1000));
		return weight;
	}
}

/* CSS Inline 3, 4.2: percentages are of the own font size; numbers stay. */
static struct clair_css_value
line_height(const struct job *job, const struct clair_css_value *specified)
{
	double font = job->own[CLAIR_CSS_FONT_SIZE].number;
	struct clair_css_value height = plain(job, specified);

	if (height.kind == CLAIR_VALUE_PERCENT)
		return number_of(CLAIR_VALUE_LENGTH, font * (double)height.number / 100);
	if (height.kind == CLAIR_VALUE_CALC)
		return number_of(CLAIR_VALUE_LENGTH,
		    fmax(0, (double)height.mix.px + font * (double)height.mix.percent / 100));
	return height;
}

float
clair_css_line_height(const struct clair_css_value *own)
{
	const struct clair_css_value *height = &own[CLAIR_CSS_LINE_HEIGHT];

	if (height->kind == CLAIR_VALUE_NUMBER)
		return own[CLAIR_CSS_FONT_SIZE].number * height->number;
	if (height->kind == CLAIR_VALUE_LENGTH)
		return height->number;
	return own[CLAIR_CSS_FONT_SIZE].number * 1.15F;
}

/* --- Other properties
 * ------------------------------------------------------------------------------ */

/* CSS Text 4, 8.1 and 8.2: normal is nil. */
static struct clair_css_value
spacing(const struct job *job, const struct clair_css_value *specified)
{
	if (specified->kind == CLAIR_VALUE_KEYWORD)
		return number_of(CLAIR_VALUE_LENGTH, 0);
	return plain(job, specified);
}

/* CSS Text 3, 6.1: start and end are those of the parent. */
static struct clair_css_value
text_align(const struct job *job, const struct clair_css_value *specified)
{
	bool to_right = job->parent[CLAIR_CSS_DIRECTION].keyword == CLAIR_KW_RTL;
	struct clair_css_value align = job->parent[CLAIR_CSS_TEXT_ALIGN];

	if (specified->keyword != CLAIR_KW_WEBKIT_MATCH_PARENT)
		return *specified;
	if (align.keyword == CLAIR_KW_START)
		align.keyword = to_right ? CLAIR_KW_RIGHT : CLAIR_KW_LEFT;
	else if (align.keyword == CLAIR_KW_END)
		align.keyword = to_right ? CLAIR_KW_LEFT : CLAIR_KW_RIGHT;
	return align;
}

static struct clair_css_value
opacity(const struct job *job, const struct clair_css_value *specified)
{
	struct clair_css_value value = plain(job, specified);

	if (value.kind == CLAIR_VALUE_PERCENT)
		value = number_of(CLAIR_VALUE_NUMBER, (double)value.number / 100);
	value.number = fmaxf(0, fminf(value.number, 1));
	return value;
}

/* CSS Backgrounds 3, 3.3, on whole pixels: at least one, else rounded down. */
static struct clair_css_value
border_width(const struct job *job, const struct clair_css_value *specified)
{
	struct clair_css_value width = plain(job, specified);

	if (width.kind == CLAIR_VALUE_KEYWORD)
		width = number_of(CLAIR_VALUE_LENGTH, width.keyword == CLAIR_KW_THIN    ? 1
						      : width.keyword == CLAIR_KW_THICK ? 5
											: 3);
	if (width.kind == CLAIR_VALUE_LENGTH) {
		float px = width.number > 0 && width.number < 1 ? 1 : floorf(width.number);

		width.mix.px = px;
		width.mix.percent = px;
	}
	return width;
}

/* CSS Color 4, 9.3: currentcolor of color itself is that of the parent. A text is a colour that
 * needs it, or something that is not a colour. */
static struct clair_css_value
color(const struct job *job, const struct clair_css_value *specified)
{
	bool itself = job->property == CLAIR_CSS_COLOR;
	const struct clair_css_value *current = &(itself ? job->parent : job->own)[CLAIR_CSS_COLOR];
	struct clair_css_value value = *specified;
	struct clair_css_lexer lexer;

	if (value.kind == CLAIR_VALUE_CURRENT && itself)
		return *current;
	if (value.kind != CLAIR_VALUE_TEXT)
		return value;
	lexer = (struct clair_css_lexer){
	    specified->text, 0, (uint32_t)strlen(specified->text), job->arena};
	if (clair_color_parse(&lexer, false, &current->color, &value.color) == CLAIR_COLOR_VALUE &&
	    lexer.at == lexer.end)
		value.kind = CLAIR_VALUE_COLOR;
	else
		value = from_text(job, specified->text);
	return value;
}

static struct clair_css_value
by_way(const struct job *job, const struct clair_css_value *specified)
{
	switch (traits[job->property].way) {
	case FONT_SIZE:
		return font_size(job, specified);
	case FONT_WEIGHT:
		return font_weight(job, specified);
	case LINE_HEIGHT:
		return line_height(job, specified);
	case SPACING:
		return spacing(job, specified);
	case TEXT_ALIGN:
		return text_align(job, specified);
	case OPACITY:
		return opacity(job, specified);
	case BORDER_WIDTH:
		return border_width(job, specified);
	case COLOR:
	case PAINT:
		return color(job, specified);
	default:
		return plain(job, specified);
	}
}

/* --- Keywords of the whole of CSS, and var()
 * -------------------------------------------------------- */

static struct clair_css_value
inherited(const struct job *job)
{
	struct clair_css_value value = job->parent[job->property];

	if (job->property == CLAIR_CSS_FONT_SIZE)
		return change_family(job, value);
	if (traits[job->property].way == BORDER_WIDTH)
		value.mix.px = value.mix.percent;
	return value;
}

static struct clair_css_value
initial(const struct job *job)
{
	if (job->property == CLAIR_CSS_FONT_SIZE)
		return font_size_keyword(job, CLAIR_KW_MEDIUM);
	return job->environment->initial[job->property];
}

/* CSS Variables 3.1: what is not valid once var() is replaced is as unset. */
static struct clair_css_value
read_again(const struct job *job, const struct clair_css_pending *pending)
{
	const struct clair_css_customs *customs = job->customs;
	struct clair_css_value *kept =
	    clair_css_kept_value(clair_css_customs_kept(customs), customs, pending, job->arena);
	struct clair_css_span text = {pending->text, pending->length};
	struct clair_css_value value;

	if (kept != NULL && kept->kind != CLAIR_VALUE_PENDING)
		return *kept;
	if (clair_css_customs_spent(customs))
		return (struct clair_css_value){.kind = CLAIR_VALUE_NOT_KNOWN};
	if (!clair_css_substitute(customs, text, job->arena, &text) ||
	    !clair_css_declare_pending(
		&value, pending, text.text, text.length, job->environment->quirks, job->arena) ||
	    value.kind == CLAIR_VALUE_PENDING)
		value = (struct clair_css_value){
		    .kind = clair_css_customs_spent(customs) ? CLAIR_VALUE_NOT_KNOWN
		                                             : CLAIR_VALUE_UNSET};
	if (kept != NULL)
		*kept = value;
	return value;
}

struct clair_css_value
clair_css_compute(enum clair_property property, const struct clair_css_value *specified,
    const struct clair_css_value *own, const struct clair_css_value *parent,
    const struct clair_css_customs *customs, const struct clair_css_environment *environment,
    struct clair_arena *arena)
{
	const struct job job = {property, own, parent, customs, environment, arena};
	struct clair_css_value again;

	if (specified->kind == CLAIR_VALUE_KEYWORD && traits[property].way == PLAIN)
		return *specified;
	if (specified->kind == CLAIR_VALUE_PENDING) {
		again = read_again(&job, specified->pending);
		specified = &again;
	}
	switch (specified->kind) {
	case CLAIR_VALUE_INHERIT:
		return inherited(&job);
	case CLAIR_VALUE_INITIAL:
		return initial(&job);
	case CLAIR_VALUE_UNSET:
	case CLAIR_VALUE_REVERT:
	case CLAIR_VALUE_REVERT_LAYER:
		return property < CLAIR_INHERITED_COUNT ? inherited(&job) : initial(&job);
	case CLAIR_VALUE_NOT_KNOWN:
		return not_known(&job);
	default:
		return by_way(&job, specified);
	}
}
