/* Math functions: values by hand from CSS Values 4, and what is refused. */
#include "style/math.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct clair_css_sizes sizes = {20, 30, 10, 12, 1000, 500};

enum expected { NUMBER, LENGTH, PERCENT, ANGLE, TIME, MIXED, LAYOUT, UNKNOWN, REFUSED };

struct math_case {
	const char *text;
	enum expected expected;
	double value, percent;
};

static const struct math_case cases[] = {
    {"calc(1 + 2 * 3)", NUMBER, 7, 0},
    {"calc((1 + 2) * 3)", NUMBER, 9, 0},
    {"calc(10 - 4 - 3)", NUMBER, 3, 0},
    {"calc(8 / 2 / 2)", NUMBER, 2, 0},
    {"CALC(2*3)", NUMBER, 6, 0},
    {"-webkit-calc(1px + 1px)", LENGTH, 2, 0},
    {"calc( 1px /**/ + /**/ 1px )", LENGTH, 2, 0},
    {"calc(1px", LENGTH, 1, 0},
    {"calc(1em + 1rem + 1lh + 1rlh)", LENGTH, 72, 0},
    {"calc(1ex + 1ch + 1cap + 1ic)", LENGTH, 54, 0},
    {"calc(1vw + 1vh + 1vmin + 1vmax)", LENGTH, 30, 0},
    {"calc(1dvw + 1svh + 1lvmin + 1vi)", LENGTH, 30, 0},
    {"calc(1in + 1pc + 3pt)", LENGTH, 116, 0},
    {"calc(25.4mm - 2.54cm + 101.6q)", LENGTH, 96, 0},
    {"calc(1turn - 100grad)", ANGLE, 270, 0},
    {"calc(1s + 500ms)", TIME, 1.5, 0},
    {"calc(50% - 20%)", PERCENT, 0, 30},
    {"calc(100% / 3)", PERCENT, 0, 100. / 3},
    {"calc(100% - 2em)", MIXED, -40, 100},
    {"calc(2 * (1em + 5%) - 1px)", MIXED, 39, 10},
    {"calc(1em / 1px)", NUMBER, 20, 0},
    {"calc(10px * (1em / 2px))", LENGTH, 100, 0},
    {"min(1em, 15px, 18px)", LENGTH, 15, 0},
    {"max(1em, 15px, 18px)", LENGTH, 20, 0},
    {"min(1px)", LENGTH, 1, 0},
    {"max(1em + 1px, 5px * 2)", LENGTH, 21, 0},
    {"min(100%, 10px)", LAYOUT, 0, 0},
    {"calc(100% - min(1em, 5%))", LAYOUT, 0, 0},
    {"clamp(1px, 5px, 3px)", LENGTH, 3, 0},
    {"clamp(4px, 5px, 3px)", LENGTH, 4, 0},
    {"clamp(none, 5px, 3px)", LENGTH, 3, 0},
    {"clamp(7px, 5px, none)", LENGTH, 7, 0},
    {"clamp(1rem, 5%, 3rem)", LAYOUT, 0, 0},
    {"clamp(1rem, 2vw + 1px, 3rem)", LENGTH, 21, 0},
    {"round(5px, 3px)", LENGTH, 6, 0},
    {"round(up, 4px, 3px)", LENGTH, 6, 0},
    {"round(down, 5px, 3px)", LENGTH, 3, 0},
    {"round(to-zero, -5px, 3px)", LENGTH, -3, 0},
    {"round(1.5)", NUMBER, 2, 0},
    {"round(-1.5)", NUMBER, -1, 0},
    {"round(e)", NUMBER, 3, 0},
    {"mod(-5px, 3px)", LENGTH, 1, 0},
    {"mod(5px, -3px)", LENGTH, -1, 0},
    {"rem(-5px, 3px)", LENGTH, -2, 0},
    {"abs(-1em)", LENGTH, 20, 0},
    {"calc(sign(1em - 30px) * 2px)", LENGTH, -2, 0},
    {"sin(30deg)", NUMBER, .5, 0},
    {"cos(pi)", NUMBER, -1, 0},
    {"tan(45deg)", NUMBER, 1, 0},
    {"asin(1)", ANGLE, 90, 0},
    {"acos(1)", ANGLE, 0, 0},
    {"atan(1)", ANGLE, 45, 0},
    {"atan2(1px, -1px)", ANGLE, 135, 0},
    {"pow(2, 10)", NUMBER, 1024, 0},
    {"sqrt(16)", NUMBER, 4, 0},
    {"hypot(3px, 4px)", LENGTH, 5, 0},
    {"hypot(-2)", NUMBER, 2, 0},
    {"log(e)", NUMBER, 1, 0},
    {"log(8, 2)", NUMBER, 3, 0},
    {"exp(0)", NUMBER, 1, 0},
    {"calc(1px + 1cqw)", UNKNOWN, 0, 0},
    {"max(1px, 2cqmin)", UNKNOWN, 0, 0},

    {"calc()", REFUSED, 0, 0},
    {"calc(1px+1px)", REFUSED, 0, 0},
    {"calc(1px +1px)", REFUSED, 0, 0},
    {"calc(1px + 1)", REFUSED, 0, 0},
    {"calc(1px * 1px)", REFUSED, 0, 0},
    {"calc(1 / 1px)", REFUSED, 0, 0},
    {"calc(1px + 1s)", REFUSED, 0, 0},
    {"calc(1deg + 50%)", REFUSED, 0, 0},
    {"calc(1 + )", REFUSED, 0, 0},
    {"calc(1px, 2px)", REFUSED, 0, 0},
    {"calc(1px 2px)", REFUSED, 0, 0},
    {"calc(red)", REFUSED, 0, 0},
    {"calc(1zz)", REFUSED, 0, 0},
    {"calc((1px)", LENGTH, 1, 0},
    {"calc([1px])", REFUSED, 0, 0},
    {"min()", REFUSED, 0, 0},
    {"min(1px, 1)", REFUSED, 0, 0},
    {"clamp(1px, 2px)", REFUSED, 0, 0},
    {"clamp(1px, none, 2px)", REFUSED, 0, 0},
    {"clamp(1px, 2px, 3px, 4px)", REFUSED, 0, 0},
    {"round(7px)", REFUSED, 0, 0},
    {"round(sideways, 7px, 2px)", REFUSED, 0, 0},
    {"sin(1px)", REFUSED, 0, 0},
    {"asin(1deg)", REFUSED, 0, 0},
    {"pow(2px, 2)", REFUSED, 0, 0},
    {"atan2(1px, 1)", REFUSED, 0, 0},
    {"rgb(1, 2, 3)", REFUSED, 0, 0},
};

static bool
read_math(const char *text, const struct clair_css_sizes *with, struct clair_css_math *math)
{
	struct clair_arena arena;
	struct clair_css_lexer lexer = {text, 0, (uint32_t)strlen(text), &arena};
	struct clair_css_token token;
	bool valid;

	clair_arena_init(&arena, 0);
	clair_css_next(&lexer, &token);
	assert_int_equal(token.type, CLAIR_TOKEN_FUNCTION);
	valid = clair_css_math_named(&token) && clair_css_math_read(&lexer, &token, with, math);
	clair_arena_free(&arena);
	return valid;
}

static enum expected
kind_of(const struct clair_css_math *math)
{
	static const enum expected kinds[] = {[CLAIR_MATH_NUMBER] = NUMBER,
	    [CLAIR_MATH_LENGTH] = LENGTH,
	    [CLAIR_MATH_PERCENT] = PERCENT,
	    [CLAIR_MATH_ANGLE] = ANGLE,
	    [CLAIR_MATH_TIME] = TIME,
	    [CLAIR_MATH_OTHER] = UNKNOWN};

	return math->not_known ? UNKNOWN
	       : math->layout  ? LAYOUT
	       : math->mixed   ? MIXED
			       : kinds[math->type];
}

static void
test_values(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct clair_css_math math;
		enum expected found = REFUSED;

		if (read_math(cases[i].text, &sizes, &math))
			found = kind_of(&math);
		if (found != cases[i].expected)
			fail_msg("%s: %d, not %d", cases[i].text, found, cases[i].expected);
		if (found < LAYOUT && (fabs(math.value - cases[i].value) > 1e-9 ||
					  fabs(math.percent - cases[i].percent) > 1e-9))
			fail_msg("%s: %g and %g%%", cases[i].text, math.value, math.percent);
	}
}

/* Without sizes the same are valid, with the same type. */
static void
test_types(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct clair_css_math math;
		enum expected found = REFUSED;

		if (read_math(cases[i].text, NULL, &math))
			found = kind_of(&math);
		if (found != cases[i].expected)
			fail_msg("%s: %d, not %d", cases[i].text, found, cases[i].expected);
	}
}

static void
test_infinite(void **state)
{
	struct clair_css_math math;

	(void)state;
	assert_true(read_math("calc(1px / 0)", &sizes, &math));
	assert_true(isinf(math.value));
	assert_true(read_math("calc(-infinity * 1px)", &sizes, &math));
	assert_true(isinf(math.value) && math.value < 0);
	assert_true(read_math("calc(NaN * 1px)", &sizes, &math));
	assert_true(isnan(math.value));
	assert_true(read_math("min(NaN * 1px, 1px)", &sizes, &math));
	assert_true(isnan(math.value));
}

/* calc((((… 1px …)))) with so many parentheses, of one kind or nested functions. */
static bool
nested(const char *opening, unsigned depth)
{
	char text[100000];
	size_t length = 0;
	struct clair_css_math math;

	for (unsigned i = 0; i < depth; i++) {
		memcpy(text + length, opening, strlen(opening));
		length += strlen(opening);
	}
	memcpy(text + length, "1px", sizeof("1px"));
	return read_math(text, &sizes, &math) && math.value == 1;
}

static void
test_nesting(void **state)
{
	(void)state;
	assert_true(nested("calc(", 32));
	assert_false(nested("calc(", 33));
	assert_false(nested("calc(", 19000));
	assert_true(nested("max(0px, ", 32));
	assert_false(nested("max(0px, ", 10000));
	assert_false(nested("calc((", 10000));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_values),
	    cmocka_unit_test(test_types),
	    cmocka_unit_test(test_infinite),
	    cmocka_unit_test(test_nesting),
	};

	return cmocka_run_group_tests_name("style/math", tests, NULL, NULL);
}
