/* Colours: expected values are those that Chromium 156 computes, in 8 bits. */
#include "style/color.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

struct color_case {
	const char *text;
	const char *written; /* NULL: not a colour */
};

static enum clair_color_parse
parse(const char *text, bool quirk, const struct clair_color *current, struct clair_color *color,
    uint32_t *past)
{
	struct clair_arena arena;
	struct clair_css_lexer lexer = {text, 0, (uint32_t)strlen(text), &arena};
	enum clair_color_parse answer;

	clair_arena_init(&arena, 0);
	answer = clair_color_parse(&lexer, quirk, current, color);
	clair_arena_free(&arena);
	if (past != NULL)
		*past = lexer.at;
	return answer;
}

static void
check_all(const struct color_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct clair_color color;
		char written[40] = "none";
		enum clair_color_parse answer = parse(cases[i].text, false, NULL, &color, NULL);

		if (answer == CLAIR_COLOR_VALUE)
			clair_color_write(color, written);
		else
			assert_int_equal(answer, CLAIR_COLOR_NONE);
		if (strcmp(written, cases[i].written == NULL ? "none" : cases[i].written) != 0)
			fail_msg("%s is %s, not %s", cases[i].text, written, cases[i].written);
	}
}
#define CHECK_ALL(cases) check_all(cases, sizeof(cases) / sizeof((cases)[0]))

static void
names_and_digits(void **state)
{
	static const struct color_case cases[] = {
	    {"red", "#ff0000"},
	    {"RebeccaPurple", "#663399"},
	    {"aliceblue", "#f0f8ff"},
	    {"yellowgreen", "#9acd32"},
	    {"transparent", "rgba(0, 0, 0, 0)"},
	    {"CanvasText", "#000000"},
	    {"buttonface", "#efefef"},
	    {"GrayText", "#808080"},
	    {"highlight", "rgba(0, 65, 198, 0.8)"},
	    {"-webkit-link", "#0000ee"},
	    {"-webkit-focus-ring-color", "#101010"},
	    {"reds", NULL},
	    {"lightgoldenrodyellowish", NULL},
	    {"inherit", NULL},
	    {"#abc", "#aabbcc"},
	    {"#AbC8", "rgba(170, 187, 204, 0.533)"},
	    {"#0a1B2c", "#0a1b2c"},
	    {"#1234", "rgba(17, 34, 51, 0.267)"},
	    {"#00000080", "rgba(0, 0, 0, 0.5)"},
	    {"#12", NULL},
	    {"#12345", NULL},
	    {"#abcdefgh", NULL},
	    {"123456", NULL},
	    {"abc", NULL},
	    {"\"red\"", NULL},
	    {"", NULL},
	};

	(void)state;
	CHECK_ALL(cases);
}

static void
functions_of_srgb(void **state)
{
	static const struct color_case cases[] = {
	    {"rgb(1, 2, 3)", "#010203"},
	    {"RGB( 1 2 3 )", "#010203"},
	    {"rgb(1 2 3", "#010203"},
	    {"rgb(2.5 3.5 4.5)", "#030405"},
	    {"rgb(12.5,3,4)", "#0d0304"},
	    {"rgb(300 -20 0 / 2)", "#ff0000"},
	    {"rgb(10% 20 30%)", "#1a144d"},
	    {"rgb(10%, 20%, 30%)", "#1a334d"},
	    {"rgb(none 10 20)", "#000a14"},
	    {"rgb(0 0 0/40%)", "rgba(0, 0, 0, 0.4)"},
	    {"rgba(10,20,30,.123)", "rgba(10, 20, 30, 0.12)"},
	    {"rgba(10,20,30,50%)", "rgba(10, 20, 30, 0.5)"},
	    {"rgb(1e1 2e1 3)", "#0a1403"},
	    {"rgb(1, 2%, 3)", NULL},
	    {"rgb(1, 2, 3,)", NULL},
	    {"rgb(1 2, 3)", NULL},
	    {"rgb(1, 2, 3 / .4)", NULL},
	    {"rgb(0, 0, 0, none)", NULL},
	    {"rgb(none, 0, 0)", NULL},
	    {"rgb(1 2)", NULL},
	    {"rgb(1 2 3 /)", NULL},
	    {"rgba(1 2 3 4)", NULL},
	    {"rgb (1 2 3)", NULL},
	    {"rgb(1px 2 3)", NULL},
	    {"rgb(calc(10 * (2 + 3)) calc(10 / 4) calc(-1 * -5))", "#320305"},
	    {"rgb(calc(10%), 2%, 3%)", "#1a0508"},
	    {"rgb(min(20, 30) max(1, 2) clamp(1, 9, 5))", "#140205"},
	    {"rgb(calc(infinity) 0 0)", "#ff0000"},
	    {"rgb(1 2 3 / calc(NaN))", "rgba(1, 2, 3, 0)"},
	    {"rgb(abs(-5) round(2.6) 0)", "#050300"},
	    {"rgb(calc(1+1) 2 3)", NULL},
	    {"rgb(calc(20 + 5%) 2 3)", NULL},
	    {"rgb(pi 2 3)", NULL},
	    {"rgb((1) 2 3)", NULL},
	    {"hsl(120 30% 40%/.3)", "rgba(71, 133, 71, 0.3)"},
	    {"hsl(10deg 120% 40%)", "#cc2200"},
	    {"hsl(1turn 50% 50%)", "#bf4040"},
	    {"hsl(100grad, 50%, 50%)", "#80bf40"},
	    {"hsl(-240 100 50)", "#00ff00"},
	    {"hsl(none none 50%)", "#808080"},
	    {"hsl(120 50% 120%)", "#ffffff"},
	    {"hsl(10,20,30)", NULL},
	    {"hsl(30px 50% 50%)", NULL},
	    {"hsl(30% 50% 50%)", NULL},
	    {"hwb(40 60% 80%)", "#6d6d6d"},
	    {"hwb(120 20 30)", "#33b333"},
	    {"hwb(120, 20%, 30%)", NULL},
	};

	(void)state;
	CHECK_ALL(cases);
}

static void
other_spaces(void **state)
{
	static const struct color_case cases[] = {
	    {"lab(50 20 -30)", "#856caa"},
	    {"lab(120 0 0)", "#ffffff"},
	    {"lch(50% 0 40deg)", "#777777"},
	    {"oklch(.7 .1 200)", "#40b1b7"},
	    {"oklch(70% 25% 200)", "#40b1b7"},
	    {"oklch(.5 -.2 30)", "#636363"},
	    {"oklab(1 0 0 / none)", "rgba(255, 255, 255, 0)"},
	    {"color(srgb 50% .2 none)", "#803300"},
	    {"color(srgb 2 0 0)", "#ff0000"},
	    {"color(srgb-linear .5 .2 .7)", "#bc7cda"},
	    {"color(rec2020 .5 .2 .7)", "#a22dc2"},
	    {"color(prophoto-rgb .5 .4 .3)", "#ab735a"},
	    {"color(a98-rgb .5 .2 .7)", "#9330b7"},
	    {"color(display-p3 .5 .2 .7)", "#8a2cb9"},
	    {"color(xyz .5 .2 .7)", "#fb00de"},
	    {"color(XYZ-d50 .5 .2 .7)", "#f300fc"},
	    {"color(foo 1 1 1)", NULL},
	    {"color(lab 1 1 1)", NULL},
	    {"color(srgb .2 .2)", NULL},
	    {"color(srgb .2, .2, .2)", NULL},
	    {"lab(50, 1, 1)", NULL},
	    {"device-cmyk(0 0 0 0)", NULL},
	};

	(void)state;
	CHECK_ALL(cases);
}

static void
mixtures(void **state)
{
	static const struct color_case cases[] = {
	    {"color-mix(in srgb, red, blue)", "#800080"},
	    {"color-mix(in srgb, transparent, red 30%)", "rgba(255, 0, 0, 0.3)"},
	    {"color-mix(in srgb, red 20%, blue 20%)", "rgba(128, 0, 128, 0.4)"},
	    {"color-mix(in srgb, red 0%, blue 0%)", "rgba(128, 0, 128, 0)"},
	    {"color-mix(in srgb, 80% red, blue 80%)", "#800080"},
	    {"color-mix(in srgb, color(display-p3-linear .5 .2 .7), red)", "#e33c70"},
	    {"color-mix(in hsl, rgb(10 200 30) 30%, oklch(.7 .1 200))", "#2ebe9c"},
	    {"color-mix(in hsl longer hue, red, blue)", "#00ff00"},
	    {"color-mix(in hwb decreasing hue, rgb(10 200 30 / .4) 30%, blue)",
	        "rgba(247, 1, 190, 0.82)"},
	    {"color-mix(in oklch, oklch(.5 none 40), oklch(none .1 none / none))", "#924d35"},
	    {"color-mix(in srgb, color-mix(in srgb, red, blue), color-mix(in srgb, white, black))",
	        "#804080"},
	    {"color-mix(in xyz, red, 10% lime)", "#f35900"},
	    {"color-mix(in lch increasing hue, rgb(10 200 30 / .4) 30%, white)",
	        "rgba(229, 248, 224, 0.82)"},
	    {"oklch(from #345 calc(l * 1.2) c h / 30%)", "rgba(71, 89, 106, 0.3)"},
	    {"color-mix(in srgb, red 120%, blue)", NULL},
	    {"color-mix(in srgb, red, blue, green)", NULL},
	    {"color-mix(in srgb, 30%, red, blue)", NULL},
	    {"color-mix(in srgb longer hue, red, blue)", NULL},
	    {"color-mix(in lch hue, red, blue)", NULL},
	    {"color-mix(in foo, red, blue)", NULL},
	    {"light-dark(#123, white)", "#112233"},
	    {"light-dark(red, nope)", NULL},
	    {"rgb(from rgb(10 20 30 / .5) r calc(g * 2) 50% / calc(alpha + .1))",
	        "rgba(10, 40, 128, 0.6)"},
	    {"hsl(from red calc(h + 30) s l)", "#ff8000"},
	    {"color(from red display-p3 r g b)", "#ff0000"},
	    {"hsl(from red calc(h + 30deg) s l)", NULL},
	    {"rgb(from red x g b)", NULL},
	};

	(void)state;
	CHECK_ALL(cases);
}

static void
the_current_color(void **state)
{
	struct clair_color white = {1, 1, 1, 1};
	struct clair_color color;

	(void)state;
	assert_int_equal(parse("CurrentColor", false, NULL, &color, NULL), CLAIR_COLOR_CURRENT);
	assert_int_equal(
	    parse("color-mix(in srgb, currentcolor, red)", false, NULL, &color, NULL),
	    CLAIR_COLOR_DEPENDS);
	assert_int_equal(
	    parse("color-mix(in srgb, currentcolor, nope)", false, NULL, &color, NULL),
	    CLAIR_COLOR_NONE);
	assert_int_equal(
	    parse("color-mix(in srgb, currentcolor, black)", false, &white, &color, NULL),
	    CLAIR_COLOR_VALUE);
	assert_float_equal(color.red, 0.5F, 1e-6F);
	assert_int_equal(parse("rgb(from currentcolor r g b)", false, NULL, &color, NULL),
	    CLAIR_COLOR_DEPENDS);
}

static void
stops_after_the_color(void **state)
{
	struct clair_color color;
	uint32_t past;

	(void)state;
	assert_int_equal(parse(" rgb(1 2 3) 10%", false, NULL, &color, &past), CLAIR_COLOR_VALUE);
	assert_int_equal(past, 11);
	assert_int_equal(parse("red, blue", false, NULL, &color, &past), CLAIR_COLOR_VALUE);
	assert_int_equal(past, 3);
	assert_int_equal(parse(" solid red", false, NULL, &color, &past), CLAIR_COLOR_NONE);
	assert_int_equal(past, 0);
}

static void
digits_without_a_hash(void **state)
{
	static const struct color_case cases[] = {
	    {"abc", "#aabbcc"},
	    {"abcdef", "#abcdef"},
	    {"001122", "#001122"},
	    {"00ff00", "#00ff00"},
	    {"12", "#000012"},
	    {"1ff", "#0001ff"},
	};
	struct clair_color color;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char written[40];

		assert_int_equal(parse(cases[i].text, true, NULL, &color, NULL), CLAIR_COLOR_VALUE);
		clair_color_write(color, written);
		assert_string_equal(written, cases[i].written);
	}
	assert_int_equal(parse("1.5", true, NULL, &color, NULL), CLAIR_COLOR_NONE);
	assert_int_equal(parse("1234567", true, NULL, &color, NULL), CLAIR_COLOR_NONE);
	assert_int_equal(parse("-12", true, NULL, &color, NULL), CLAIR_COLOR_NONE);
	assert_int_equal(parse("color-mix(in srgb, abc, red)", true, NULL, &color, NULL),
	    CLAIR_COLOR_NONE);
}

static void
legacy_attributes(void **state)
{
	static const struct color_case cases[] = {
	    {"red", "#ff0000"},
	    {" #FFF ", "#ffffff"},
	    {"#123456", "#123456"},
	    {"123456", "#123456"},
	    {"chucknorris", "#c00000"},
	    {"#ab", "#0a0b00"},
	    {"0", "#000000"},
	    {" ", "#000000"},
	    {"canvas", "#ca00a0"},
	    {"\xf0\x9f\x98\x80" "f", "#00000f"},
	    {"transparent", NULL},
	    {"", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct clair_color color;
		char written[40];

		if (cases[i].written == NULL) {
			assert_false(clair_color_legacy(cases[i].text, &color));
			continue;
		}
		assert_true(clair_color_legacy(cases[i].text, &color));
		clair_color_write(color, written);
		if (strcmp(written, cases[i].written) != 0)
			fail_msg("%s is %s, not %s", cases[i].text, written, cases[i].written);
	}
}

static void
deep_nesting_ends(void **state)
{
	static char text[200000];
	static const char mix[] = "color-mix(in srgb,10% ";
	struct clair_color color;

	(void)state;
	memset(text, '(', sizeof(text) - 1);
	memcpy(text, "rgb(calc", 8);
	assert_int_equal(parse(text, false, NULL, &color, NULL), CLAIR_COLOR_NONE);
	for (size_t i = 0; i + sizeof(mix) < sizeof(text); i += sizeof(mix) - 1)
		memcpy(text + i, mix, sizeof(mix) - 1);
	assert_int_equal(parse(text, false, NULL, &color, NULL), CLAIR_COLOR_NONE);
	for (size_t i = 0; i + 11 < sizeof(text); i += 11)
		memcpy(text + i, "light-dark(", 11);
	assert_int_equal(parse(text, false, NULL, &color, NULL), CLAIR_COLOR_NONE);
}

static struct clair_color
color_of(const char *text)
{
	struct clair_color color;

	assert_int_equal(parse(text, false, NULL, &color, NULL), CLAIR_COLOR_VALUE);
	return color;
}

static void
contrast_of_known_pairs(void **state)
{
	struct clair_color seen = clair_color_over(color_of("rgb(0 0 0 / 50%)"), color_of("white"));

	(void)state;
	assert_float_equal((float)clair_color_contrast(color_of("black"), color_of("white")), 21, 1e-6);
	assert_float_equal(clair_color_contrast(color_of("white"), color_of("#777")), 4.478, 2e-3);
	assert_float_equal(clair_color_contrast(color_of("#767676"), color_of("white")), 4.542, 1e-3);
	assert_float_equal(clair_color_contrast(color_of("red"), color_of("red")), 1, 1e-9);
	assert_float_equal(seen.red, 0.5F, 1e-6F);
	assert_float_equal(seen.alpha, 1, 1e-6F);
}

static void
nearest_color_passes_and_stays_near(void **state)
{
	struct clair_color white = color_of("white");
	struct clair_color yellow = color_of("yellow");
	struct clair_color two[] = {color_of("white"), color_of("black")};
	struct clair_color nearest;
	char written[40];

	(void)state;
	assert_true(clair_color_nearest(color_of("#777"), &white, 1, 4.5, &nearest));
	assert_true(clair_color_contrast(nearest, white) >= 4.5);
	assert_true(clair_color_contrast(nearest, white) < 4.6);
	/* What passes stays as it is. */
	assert_true(clair_color_nearest(color_of("#123456"), &white, 1, 4.5, &nearest));
	clair_color_write(nearest, written);
	assert_string_equal(written, "#123456");
	/* Orange stays warm: more red than green, more green than blue. */
	assert_true(clair_color_nearest(color_of("orange"), &white, 1, 4.5, &nearest));
	assert_true(nearest.red > nearest.green && nearest.green > nearest.blue);
	assert_true(clair_color_contrast(nearest, white) < 4.7);
	/* White on yellow has to become dark: there is nothing lighter. */
	assert_true(clair_color_nearest(white, &yellow, 1, 4.5, &nearest));
	assert_true(clair_color_luminance(nearest) < 0.2);
	assert_true(clair_color_nearest(color_of("red"), two, 2, 4.5, &nearest));
	assert_false(clair_color_nearest(color_of("red"), two, 2, 7, &nearest));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names_and_digits),
	    cmocka_unit_test(functions_of_srgb),
	    cmocka_unit_test(other_spaces),
	    cmocka_unit_test(mixtures),
	    cmocka_unit_test(the_current_color),
	    cmocka_unit_test(stops_after_the_color),
	    cmocka_unit_test(digits_without_a_hash),
	    cmocka_unit_test(legacy_attributes),
	    cmocka_unit_test(deep_nesting_ends),
	    cmocka_unit_test(contrast_of_known_pairs),
	    cmocka_unit_test(nearest_color_passes_and_stays_near),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
