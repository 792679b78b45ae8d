/* See math.h. Sections are those of CSS Values and Units Level 4. */
#include "style/math.h"

#include <math.h>

enum { DEPTH_LIMIT = 32, ARGUMENT_LIMIT = 3 };

static const double pi = 3.14159265358979323846;
static const double degrees = 180 / 3.14159265358979323846;

/* One math function being read. */
struct reader {
	struct clair_css_lexer *lexer;
	const struct clair_css_sizes *sizes;
	struct clair_css_token token; /* not yet used */
	unsigned depth;
	const struct clair_css_math_word *words;
	size_t word_count;
};

static bool read_sum(struct reader *reader, struct clair_css_math *result);
static bool read_function(struct reader *reader, struct clair_css_math *result);

static void
advance(struct reader *reader)
{
	clair_css_next(reader->lexer, &reader->token);
}

static void
skip_space(struct reader *reader)
{
	while (reader->token.type == CLAIR_TOKEN_SPACE)
		advance(reader);
}

static struct clair_css_math
number(double value)
{
	return (struct clair_css_math){.type = CLAIR_MATH_NUMBER, .value = value};
}

/* --- Units ----------------------------------------------------------------------------------- */

/* Which size a unit is a multiple of. */
enum basis {
	PX,
	FONT,
	ROOT_FONT,
	LINE,
	ROOT_LINE,
	WIDTH,
	HEIGHT,
	SMALLER,
	LARGER,
	DEGREE,
	SECOND,
	OTHER,
	NO_ONE
};

static const struct unit {
	const char *name;
	enum basis basis;
	double factor;
} units[] = {
    {"px", PX, 1},
    {"em", FONT, 1},
    {"rem", ROOT_FONT, 1},
    {"vw", WIDTH, .01},
    {"vh", HEIGHT, .01},
    {"pt", PX, 96. / 72},
    {"cm", PX, 96 / 2.54},
    {"mm", PX, 96 / 25.4},
    {"q", PX, 96 / 101.6},
    {"in", PX, 96},
    {"pc", PX, 16},
    /* Without the font's own measures: 5.1.1 says what to suppose. */
    {"ex", FONT, .5},
    {"ch", FONT, .5},
    {"cap", FONT, .7},
    {"ic", FONT, 1},
    {"lh", LINE, 1},
    {"rex", ROOT_FONT, .5},
    {"rch", ROOT_FONT, .5},
    {"rcap", ROOT_FONT, .7},
    {"ric", ROOT_FONT, 1},
    {"rlh", ROOT_LINE, 1},
    /* Nothing of the browser's own comes and goes, writing is horizontal. */
    {"vmin", SMALLER, .01},
    {"vmax", LARGER, .01},
    {"vi", WIDTH, .01},
    {"vb", HEIGHT, .01},
    {"svw", WIDTH, .01},
    {"svh", HEIGHT, .01},
    {"lvw", WIDTH, .01},
    {"lvh", HEIGHT, .01},
    {"dvw", WIDTH, .01},
    {"dvh", HEIGHT, .01},
    {"svmin", SMALLER, .01},
    {"svmax", LARGER, .01},
    {"lvmin", SMALLER, .01},
    {"lvmax", LARGER, .01},
    {"dvmin", SMALLER, .01},
    {"dvmax", LARGER, .01},
    {"svi", WIDTH, .01},
    {"svb", HEIGHT, .01},
    {"lvi", WIDTH, .01},
    {"lvb", HEIGHT, .01},
    {"dvi", WIDTH, .01},
    {"dvb", HEIGHT, .01},
    {"cqw", NO_ONE, 1},
    {"cqh", NO_ONE, 1},
    {"cqi", NO_ONE, 1},
    {"cqb", NO_ONE, 1},
    {"cqmin", NO_ONE, 1},
    {"cqmax", NO_ONE, 1},
    {"deg", DEGREE, 1},
    {"grad", DEGREE, .9},
    {"rad", DEGREE, 180 / 3.14159265358979323846},
    {"turn", DEGREE, 360},
    {"s", SECOND, 1},
    {"ms", SECOND, .001},
    {"hz", OTHER, 1},
    {"khz", OTHER, 1000},
    {"dppx", OTHER, 1},
    {"x", OTHER, 1},
    {"dpi", OTHER, 1. / 96},
    {"dpcm", OTHER, 2.54 / 96},
    {"fr", OTHER, 1},
};

/* One unit of the basis, in px. */
static double
basis_px(enum basis basis, const struct clair_css_sizes *sizes)
{
	double width = sizes->viewport_width;
	double height = sizes->viewport_height;

	switch (basis) {
	case FONT:
		return sizes->font_size;
	case ROOT_FONT:
		return sizes->root_font_size;
	case LINE:
		return sizes->line_height;
	case ROOT_LINE:
		return sizes->root_line_height;
	case WIDTH:
		return width;
	case HEIGHT:
		return height;
	case SMALLER:
		return fmin(width, height);
	case LARGER:
		return fmax(width, height);
	default:
		return 1;
	}
}

bool
clair_css_math_dimension(const struct clair_css_token *dimension,
    const struct clair_css_sizes *sizes, struct clair_css_math *result)
{
	static const struct clair_css_sizes any = {16, 18, 16, 18, 1280, 1024};
	const struct unit *unit = NULL;

	for (size_t i = 0; i < sizeof(units) / sizeof(*units) && unit == NULL; i++)
		if (clair_css_is(dimension, units[i].name))
			unit = &units[i];
	if (unit == NULL)
		return false;
	*result = number(dimension->number * unit->factor);
	result->type = unit->basis < DEGREE || unit->basis == NO_ONE ? CLAIR_MATH_LENGTH
		       : unit->basis == DEGREE                       ? CLAIR_MATH_ANGLE
		       : unit->basis == SECOND                       ? CLAIR_MATH_TIME
								     : CLAIR_MATH_OTHER;
	result->not_known = unit->basis == NO_ONE;
	result->value *= basis_px(unit->basis, sizes == NULL ? &any : sizes);
	return true;
}

/* --- Types, 10.9 -------------------------------------------------------------------------------
 */

static void
add_flags(struct clair_css_math *left, const struct clair_css_math *right)
{
	left->mixed = left->mixed || right->mixed;
	left->layout = left->layout || right->layout;
	left->not_known = left->not_known || right->not_known;
}

/* Makes the type that both have: a percentage stands for a length. */
static bool
agree(struct clair_css_math *left, const struct clair_css_math *right)
{
	uint8_t type = left->type == CLAIR_MATH_PERCENT ? right->type : left->type;

	if (left->type != right->type) {
		bool one_percent =
		    left->type == CLAIR_MATH_PERCENT || right->type == CLAIR_MATH_PERCENT;

		if (!one_percent || type != CLAIR_MATH_LENGTH)
			return false;
		left->mixed = true;
	}
	left->type = type;
	add_flags(left, right);
	return true;
}

static bool
add(struct clair_css_math *left, const struct clair_css_math *right, double sign)
{
	if (!agree(left, right))
		return false;
	left->value += sign * right->value;
	left->percent += sign * right->percent;
	return true;
}

static void
scale(struct clair_css_math *left, double factor)
{
	left->value *= factor;
	left->percent *= factor;
}

static bool
multiply(struct clair_css_math *left, const struct clair_css_math *right)
{
	struct clair_css_math factor = *right;

	if (left->type == CLAIR_MATH_NUMBER) {
		factor = *left;
		*left = *right;
	}
	if (factor.type != CLAIR_MATH_NUMBER)
		return false;
	scale(left, factor.value);
	add_flags(left, &factor);
	return true;
}

/* What a value is compared by. */
static double
magnitude(const struct clair_css_math *math)
{
	return math->type == CLAIR_MATH_PERCENT ? math->percent : math->value;
}

static void
set_magnitude(struct clair_css_math *math, double magnitude_now)
{
	*(math->type == CLAIR_MATH_PERCENT ? &math->percent : &math->value) = magnitude_now;
}

/* 10.9: the same units on both sides go away. */
static bool
divide(struct clair_css_math *left, const struct clair_css_math *right)
{
	if (right->type == CLAIR_MATH_NUMBER) {
		scale(left, 1 / right->value);
	} else if (left->type == right->type && !left->mixed && !right->mixed) {
		left->value = magnitude(left) / magnitude(right);
		left->percent = 0;
		left->type = CLAIR_MATH_NUMBER;
	} else {
		return false;
	}
	add_flags(left, right);
	return true;
}

/* --- Sums and products, 10.1 ---------------------------------------------------------------------
 */

static bool
find_word(const struct clair_css_token *token, const struct clair_css_math_word *words,
    size_t count, struct clair_css_math *result)
{
	for (size_t i = 0; i < count; i++)
		if (clair_css_is(token, words[i].name)) {
			*result = number(words[i].value);
			return true;
		}
	return false;
}

static bool
read_constant(struct reader *reader, struct clair_css_math *result)
{
	static const struct clair_css_math_word constants[] = {
	    {"e", 2.7182818284590452354},
	    {"pi", 3.14159265358979323846},
	    {"infinity", (double)INFINITY},
	    {"-infinity", (double)-INFINITY},
	    {"nan", (double)NAN},
	};

	return find_word(&reader->token, reader->words, reader->word_count, result) ||
	       find_word(&reader->token, constants, sizeof(constants) / sizeof(*constants),
		   result);
}

static bool
read_parentheses(struct reader *reader, struct clair_css_math *result)
{
	if (reader->depth++ == DEPTH_LIMIT)
		return false;
	advance(reader);
	if (!read_sum(reader, result))
		return false;
	reader->depth--;
	return reader->token.type == CLAIR_TOKEN_CLOSE_ROUND ||
	       reader->token.type == CLAIR_TOKEN_EOF;
}

/* Leaves its last token current. */
static bool
read_value(struct reader *reader, struct clair_css_math *result)
{
	switch (reader->token.type) {
	case CLAIR_TOKEN_NUMBER:
		*result = number(reader->token.number);
		return true;
	case CLAIR_TOKEN_PERCENTAGE:
		*result = (struct clair_css_math){
		    .type = CLAIR_MATH_PERCENT, .percent = reader->token.number};
		return true;
	case CLAIR_TOKEN_DIMENSION:
		return clair_css_math_dimension(&reader->token, reader->sizes, result);
	case CLAIR_TOKEN_IDENT:
		return read_constant(reader, result);
	case CLAIR_TOKEN_OPEN_ROUND:
		return read_parentheses(reader, result);
	case CLAIR_TOKEN_FUNCTION:
		return read_function(reader, result);
	default:
		return false;
	}
}

static bool
is_delim(const struct reader *reader, char delim)
{
	return reader->token.type == CLAIR_TOKEN_DELIM && reader->token.delim == delim;
}

/* `spaced`: white space stands before the token that follows. */
static bool
read_product(struct reader *reader, struct clair_css_math *result, bool *spaced)
{
	bool first = true;
	bool divided = false;

	do {
		struct clair_css_math factor;

		if (!first) {
			advance(reader);
			skip_space(reader);
		}
		if (!read_value(reader, &factor))
			return false;
		if (first)
			*result = factor;
		else if (!(divided ? divide(result, &factor) : multiply(result, &factor)))
			return false;
		first = false;
		advance(reader);
		*spaced = reader->token.type == CLAIR_TOKEN_SPACE;
		skip_space(reader);
		divided = is_delim(reader, '/');
	} while (divided || is_delim(reader, '*'));
	return true;
}

/* + and - need white space on both sides. */
static bool
read_sum(struct reader *reader, struct clair_css_math *result)
{
	bool spaced;

	skip_space(reader);
	if (!read_product(reader, result, &spaced))
		return false;
	while (is_delim(reader, '+') || is_delim(reader, '-')) {
		double sign = is_delim(reader, '+') ? 1 : -1;
		struct clair_css_math term;

		advance(reader);
		if (!spaced || reader->token.type != CLAIR_TOKEN_SPACE)
			return false;
		skip_space(reader);
		if (!read_product(reader, &term, &spaced) || !add(result, &term, sign))
			return false;
	}
	return true;
}

/* --- Functions -----------------------------------------------------------------------------------
 */

enum function {
	CALC,
	MIN,
	MAX,
	CLAMP,
	ROUND,
	MOD,
	REM,
	SIN,
	COS,
	TAN,
	ASIN,
	ACOS,
	ATAN,
	ATAN2,
	POW,
	SQRT,
	HYPOT,
	LOG,
	EXP,
	ABS,
	SIGN,
};

static const struct {
	const char *name;
	enum function function;
	uint8_t least, most; /* arguments; 0: as many as one likes */
} functions[] = {
    {"calc", CALC, 1, 1},
    {"-webkit-calc", CALC, 1, 1},
    {"min", MIN, 1, 0},
    {"max", MAX, 1, 0},
    {"clamp", CLAMP, 3, 3},
    {"round", ROUND, 1, 2},
    {"mod", MOD, 2, 2},
    {"rem", REM, 2, 2},
    {"sin", SIN, 1, 1},
    {"cos", COS, 1, 1},
    {"tan", TAN, 1, 1},
    {"asin", ASIN, 1, 1},
    {"acos", ACOS, 1, 1},
    {"atan", ATAN, 1, 1},
    {"atan2", ATAN2, 2, 2},
    {"pow", POW, 2, 2},
    {"sqrt", SQRT, 1, 1},
    {"hypot", HYPOT, 1, 0},
    {"log", LOG, 1, 2},
    {"exp", EXP, 1, 1},
    {"abs", ABS, 1, 1},
    {"sign", SIGN, 1, 1},
};

enum { FUNCTION_COUNT = sizeof(functions) / sizeof(*functions) };

static size_t
function_of(const struct clair_css_token *token)
{
	size_t i = 0;

	while (i < FUNCTION_COUNT && !clair_css_is(token, functions[i].name))
		i++;
	return i;
}

bool
clair_css_math_named(const struct clair_css_token *token)
{
	return token->type == CLAIR_TOKEN_FUNCTION && function_of(token) != FUNCTION_COUNT;
}

/* What a call holds. */
struct call {
	enum function function;
	enum { NEAREST, UP, DOWN, TO_ZERO } strategy; /* round() */
	bool no_minimum, no_maximum;                  /* clamp(none, …, none) */
	unsigned count;
	struct clair_css_math arguments[ARGUMENT_LIMIT]; /* of a list: its result is in the first */
};

/* min(), max() and hypot() one argument after the other, 10.2 and 10.6. */
static bool
fold(struct call *call, const struct clair_css_math *next)
{
	struct clair_css_math *result = &call->arguments[0];
	double left, right;

	if (call->count == 0) {
		*result = *next;
		set_magnitude(
		    result, call->function == HYPOT ? fabs(magnitude(next)) : magnitude(next));
		result->layout = result->layout || result->mixed;
		return true;
	}
	if (!agree(result, next))
		return false;
	result->layout = result->layout || result->mixed;
	left = magnitude(result);
	right = magnitude(next);
	if (call->function == HYPOT)
		left = hypot(left, right);
	else if (isnan(right) || (call->function == MIN ? right < left : right > left))
		left = right;
	set_magnitude(result, left);
	return true;
}

/* Arguments that must be of one type; the result has that type. */
static bool
agree_all(struct call *call)
{
	struct clair_css_math *first = &call->arguments[0];

	for (unsigned i = 1; i < call->count; i++)
		if (!agree(first, &call->arguments[i]))
			return false;
	first->layout = first->layout || first->mixed;
	return true;
}

/* 10.2: clamp(min, val, max) is max(min, min(val, max)). Those that are "none" are read as 0. */
static bool
finish_clamp(struct call *call, struct clair_css_math *result)
{
	double least = magnitude(&call->arguments[0]);
	double most = magnitude(&call->arguments[2]);
	double value = magnitude(&call->arguments[1]);

	if (call->no_minimum)
		call->arguments[0] = call->arguments[1];
	if (call->no_maximum)
		call->arguments[2] = call->arguments[1];
	if (!agree_all(call))
		return false;
	*result = call->arguments[0];
	if (!call->no_maximum && value > most)
		value = most;
	if (!call->no_minimum && value < least)
		value = least;
	set_magnitude(result, value);
	return true;
}

/* 10.3 */
static double
stepped(const struct call *call, double value, double step)
{
	double lower, upper;

	if (call->function == REM)
		return fmod(value, step);
	if (call->function == MOD) {
		double rest = fmod(value, step);

		return rest != 0 && signbit(rest) != signbit(step) ? rest + step : rest;
	}
	step = fabs(step);
	lower = floor(value / step) * step;
	upper = ceil(value / step) * step;
	switch (call->strategy) {
	case UP:
		return upper;
	case DOWN:
		return lower;
	case TO_ZERO:
		return fabs(lower) < fabs(upper) ? lower : upper;
	default:
		return value - lower < upper - value ? lower : upper;
	}
}

static bool
finish_stepped(struct call *call, struct clair_css_math *result)
{
	double value = magnitude(&call->arguments[0]);
	double step = call->count == 2 ? magnitude(&call->arguments[1]) : 1;

	if (call->count == 1 && call->arguments[0].type != CLAIR_MATH_NUMBER)
		return false;
	if (!agree_all(call))
		return false;
	*result = call->arguments[0];
	set_magnitude(result, stepped(call, value, step));
	return true;
}

/* 10.4: angles are in degrees here; numbers are in radians. */
static bool
finish_trigonometry(struct call *call, struct clair_css_math *result)
{
	double value = call->arguments[0].value;

	*result = call->arguments[0];
	if (call->function == ATAN2) {
		double y = magnitude(&call->arguments[0]);
		double x = magnitude(&call->arguments[1]);

		if (!agree_all(call))
			return false;
		*result = call->arguments[0];
		result->percent = 0;
		result->value = atan2(y, x) * degrees;
	} else if (call->function >= ASIN) {
		if (result->type != CLAIR_MATH_NUMBER)
			return false;
		result->value = degrees * (call->function == ASIN      ? asin(value)
					      : call->function == ACOS ? acos(value)
								       : atan(value));
	} else {
		if (result->type != CLAIR_MATH_NUMBER && result->type != CLAIR_MATH_ANGLE)
			return false;
		if (result->type == CLAIR_MATH_ANGLE)
			value *= pi / 180;
		result->value = call->function == SIN   ? sin(value)
				: call->function == COS ? cos(value)
							: tan(value);
	}
	result->type = call->function >= ASIN ? CLAIR_MATH_ANGLE : CLAIR_MATH_NUMBER;
	return true;
}

/* 10.5, numbers only. */
static bool
finish_power(struct call *call, struct clair_css_math *result)
{
	double value = call->arguments[0].value;
	double other = call->arguments[1].value;

	for (unsigned i = 0; i < call->count; i++)
		if (call->arguments[i].type != CLAIR_MATH_NUMBER)
			return false;
	if (!agree_all(call))
		return false;
	*result = call->arguments[0];
	switch (call->function) {
	case POW:
		result->value = pow(value, other);
		break;
	case SQRT:
		result->value = sqrt(value);
		break;
	case LOG:
		result->value = call->count == 2 ? log2(value) / log2(other) : log(value);
		break;
	default:
		result->value = exp(value);
	}
	return true;
}

/* 10.6: what their argument is worth in px decides, which a mix does not tell. */
static bool
finish_sign(struct call *call, struct clair_css_math *result)
{
	double value = magnitude(&call->arguments[0]);

	*result = call->arguments[0];
	result->layout = result->layout || result->mixed;
	if (call->function == ABS) {
		set_magnitude(result, fabs(value));
		return true;
	}
	result->layout = result->layout || result->type == CLAIR_MATH_PERCENT;
	result->type = CLAIR_MATH_NUMBER;
	result->percent = 0;
	result->value = value > 0 ? 1 : value < 0 ? -1 : value;
	return true;
}

static bool
finish(struct call *call, struct clair_css_math *result)
{
	switch (call->function) {
	case CLAMP:
		return finish_clamp(call, result);
	case ROUND:
	case MOD:
	case REM:
		return finish_stepped(call, result);
	case SIN:
	case COS:
	case TAN:
	case ASIN:
	case ACOS:
	case ATAN:
	case ATAN2:
		return finish_trigonometry(call, result);
	case POW:
	case SQRT:
	case LOG:
	case EXP:
		return finish_power(call, result);
	case ABS:
	case SIGN:
		return finish_sign(call, result);
	default:
		*result = call->arguments[0];
		return true;
	}
}

/* round(up, …): the strategy and its comma. */
static bool
read_strategy(struct reader *reader, struct call *call)
{
	static const char *const names[] = {"nearest", "up", "down", "to-zero"};

	skip_space(reader);
	if (call->function != ROUND || reader->token.type != CLAIR_TOKEN_IDENT)
		return true;
	for (unsigned i = 0; i < 4; i++) {
		if (!clair_css_is(&reader->token, names[i]))
			continue;
		call->strategy = i;
		advance(reader);
		skip_space(reader);
		if (reader->token.type != CLAIR_TOKEN_COMMA)
			return false;
		advance(reader);
		return true;
	}
	return true; /* a constant */
}

static bool
read_argument(struct reader *reader, struct call *call, struct clair_css_math *argument)
{
	skip_space(reader);
	if (call->function == CLAMP && call->count != 1 &&
	    reader->token.type == CLAIR_TOKEN_IDENT && clair_css_is(&reader->token, "none")) {
		*(call->count == 0 ? &call->no_minimum : &call->no_maximum) = true;
		*argument = number(0);
		advance(reader);
		skip_space(reader);
		return true;
	}
	return read_sum(reader, argument);
}

/* The token of the function is current; its closing parenthesis is when this ends. */
static bool
read_function(struct reader *reader, struct clair_css_math *result)
{
	size_t index = function_of(&reader->token);
	struct call call = {.count = 0};
	struct clair_css_math argument;

	if (index == FUNCTION_COUNT || reader->depth++ == DEPTH_LIMIT)
		return false;
	call.function = functions[index].function;
	advance(reader);
	if (!read_strategy(reader, &call))
		return false;
	for (;; advance(reader)) {
		if (functions[index].most != 0 && call.count == functions[index].most)
			return false;
		if (!read_argument(reader, &call, &argument))
			return false;
		if (functions[index].most != 0)
			call.arguments[call.count] = argument;
		else if (!fold(&call, &argument))
			return false;
		call.count++;
		if (reader->token.type != CLAIR_TOKEN_COMMA)
			break;
	}
	reader->depth--;
	if (reader->token.type != CLAIR_TOKEN_CLOSE_ROUND && reader->token.type != CLAIR_TOKEN_EOF)
		return false;
	return call.count >= functions[index].least && finish(&call, result);
}

bool
clair_css_math_read(struct clair_css_lexer *lexer, const struct clair_css_token *function,
    const struct clair_css_sizes *sizes, struct clair_css_math *result)
{
	struct reader reader = {.lexer = lexer, .sizes = sizes, .token = *function};

	return read_function(&reader, result);
}

bool
clair_css_math_read_words(struct clair_css_lexer *lexer, const struct clair_css_token *function,
    const struct clair_css_math_word *words, size_t count, struct clair_css_math *result)
{
	struct reader reader = {
	    .lexer = lexer, .token = *function, .words = words, .word_count = count};

	return read_function(&reader, result);
}
