/* Media queries. */
#include "style/media.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static bool
matches(const char *text, const struct clair_screen *screen)
{
	struct clair_arena arena;
	const struct clair_media_list *list;
	bool answer;

	clair_arena_init(&arena, 0);
	list = clair_media_read(
	    (struct clair_css_lexer){.source = text, .end = (uint32_t)strlen(text)}, &arena);
	assert_non_null(list);
	answer = clair_media_matches(list, screen);
	clair_arena_free(&arena);
	return answer;
}

struct media_case {
	const char *text;
	bool matches; /* on the desktop: 1280 × 1024 */
};

static const struct media_case cases[] = {
	{"", true}, {" /* */ ", true}, {"all", true}, {"ALL", true}, {"screen", true}, {"print", false},
	{"tv", false}, {"\\0screen", false}, {"screen\\9", false}, {"not print", true},
	{"not screen", false}, {"only screen", true}, {"only print", false}, {"print, screen", true},
	{"print,", false}, {",screen", true}, {"&, screen", true}, {"screen and", false},
	{"screen (color)", false}, {"and", false}, {"not", false}, {"only", false}, {"or", false},
	{"only (color)", false}, {"screen, ]", true}, {"(a,b), print", false}, {"(a,b), screen", true},
	/* Lengths */
	{"(min-width: 1280px)", true}, {"(min-width: 1281px)", false}, {"(max-width: 1280px)", true},
	{"(max-width:1279.98px)", false}, {"(width: 1280px)", true}, {"(min-width: 80em)", true},
	{"(min-width: 80.1rem)", false}, {"(min-width: 13in)", true}, {"(min-width: 14in)", false},
	{"(min-width: 960pt)", true}, {"(min-width: 1280)", false}, {"(min-width: 0)", true},
	{"(min-width: -1px)", true}, {"(MIN-WIDTH: 1PX)", true}, {"(min-width: 1xx)", false},
	{"not (min-width: 1xx)", false}, {"(min-height: 1024px)", true}, {"(max-height: 1023px)", false},
	{"(max-device-width: 480px)", false}, {"(min-width: calc(80em - 1px))", true},
	{"(min-width: calc((79em + 2em) * 1))", false}, {"(min-width: calc(2 * 641px))", false},
	{"(min-width: calc(1px + 1))", false}, {"(min-width:)", false}, {"(min-width)", false},
	{"(min-width: 1px 2px)", false}, {"(min-width: 1px", true}, {"screen and (min-width: 1px)", true},
	{"screen and(min-width: 1px)", false},
	/* Ranges */
	{"(width >= 1280px)", true}, {"(width > 1280px)", false}, {"(width < 1281px)", true},
	{"(width = 1280px)", true}, {"(width > = 1px)", false}, {"(1280px <= width)", true},
	{"(1280px < width)", false}, {"(1px < width < 2000px)", true}, {"(1px<width<1280px)", false},
	{"(2000px > width >= 1280px)", true}, {"(1px < width > 2px)", false},
	{"(1px = width = 2px)", false}, {"(min-width > 1px)", false}, {"(1px < hover)", false},
	{"(1px)", false}, {"(1px < )", false},
	/* and, or, not */
	{"(color) and (width)", true}, {"(color) and (grid)", false}, {"(color) or (grid)", true},
	{"(grid) or (monochrome)", false}, {"not (grid)", true}, {"not (color)", false},
	{"(not (grid))", true}, {"((color))", true}, {"((color) and (not (grid)))", true},
	{"(color) and (width) or (grid)", false}, {"(color) and not (grid)", false},
	{"(color) and (not (grid))", true}, {"screen and (color) or (grid)", false},
	{"screen and ((color) or (grid))", true}, {"screen and not (grid)", true},
	{"not screen and (grid)", true}, {"not screen and (color)", false}, {"not not (color)", false},
	/* What is not known */
	{"(foo)", false}, {"not (foo)", false}, {"(foo) or (color)", true}, {"(foo) and (color)", false},
	{"not ((foo) and (grid))", true}, {"not ((foo) or (color))", false}, {"foo(bar)", false},
	{"not foo(bar)", false}, {"(-ms-high-contrast: none)", false},
	{"not all and (-ms-high-contrast: none)", false},
	{"screen and (-ms-high-contrast: active), (-ms-high-contrast: none)", false},
	{"(-moz-touch-enabled)", false}, {"(hover: maybe)", false}, {"not (hover: maybe)", false},
	{"(webkit-min-device-pixel-ratio: 1)", false},
	/* The other features */
	{"(orientation: landscape)", true}, {"(orientation: portrait)", false}, {"(orientation)", true},
	{"(aspect-ratio: 5/4)", true}, {"(min-aspect-ratio: 1)", true}, {"(max-aspect-ratio: 1/1)", false},
	{"(aspect-ratio > 4 / 5)", true}, {"(min-aspect-ratio: -1/1)", false},
	{"(min-aspect-ratio: 1/0)", false}, {"(max-aspect-ratio: 1/0)", true},
	{"(min-resolution: 1dppx)", true}, {"(min-resolution: 97dpi)", false}, {"(resolution: 96dpi)", true},
	{"(resolution: 1x)", true}, {"(min-resolution: 192dpi)", false}, {"(max-resolution: 40dpcm)", true},
	{"(-webkit-min-device-pixel-ratio: 1)", true}, {"(-webkit-min-device-pixel-ratio: 1.5)", false},
	{"(-webkit-device-pixel-ratio: 1)", true}, {"(min--webkit-device-pixel-ratio: 1)", false},
	{"(-webkit-transform-3d)", true}, {"(hover)", true}, {"(hover: none)", false},
	{"(any-hover: hover)", true}, {"(pointer: fine)", true}, {"(pointer: coarse)", false},
	{"(any-pointer: coarse)", false}, {"(prefers-color-scheme: dark)", false},
	{"(prefers-color-scheme: light)", true}, {"(prefers-color-scheme)", true},
	{"(prefers-reduced-motion)", false}, {"(prefers-reduced-motion: no-preference)", true},
	{"(prefers-reduced-motion: REDUCE)", false}, {"(prefers-contrast: more)", false},
	{"(forced-colors: active)", false}, {"(forced-colors: none)", true}, {"(forced-colors)", false},
	{"(scripting: none)", true}, {"(update: fast)", true}, {"(overflow-block: scroll)", true},
	{"(color: 8)", true}, {"(min-color: 9)", false}, {"(color: 8.0)", false}, {"(color-index)", false},
	{"(color-gamut: srgb)", true}, {"(color-gamut: p3)", false}, {"(grid: 0)", true},
	{"(display-mode: browser)", true}, {"(display-mode: standalone)", false},
	{"(dynamic-range: high)", false},
};

static void
lists_match_a_desktop(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (matches(cases[i].text, &clair_screen_desktop) != cases[i].matches)
			fail_msg("%s: expected %s", cases[i].text, cases[i].matches ? "match" : "no match");
}

static void
a_narrow_screen_is_a_phone(void **state)
{
	struct clair_screen screen = clair_screen_of_width(360);

	(void)state;
	assert_true(matches("(max-width: 400px) and (orientation: portrait) and (hover: none)", &screen));
	assert_false(matches("(min-width: 400px), (pointer: fine)", &screen));
	screen = clair_screen_of_width(900);
	assert_true(matches("(width: 900px) and (hover) and (orientation: portrait)", &screen));
	screen = clair_screen_of_width(0);
	assert_true(matches("(width: 1280px) and (orientation: landscape)", &screen));
}

static void
other_screens_differ(void **state)
{
	struct clair_screen phone = {.width = 360, .height = 640, .phone = true, .scripting = true};
	struct clair_screen paper = clair_screen_desktop;
	(void)state;
	paper.print = true;
	assert_true(matches("(orientation: portrait)", &phone));
	assert_true(matches("(max-width: 22.5em)", &phone));
	assert_true(matches("(hover: none) and (pointer: coarse)", &phone));
	assert_true(matches("(scripting)", &phone));
	assert_true(matches("(max-aspect-ratio: 9/16)", &phone));
	assert_true(matches("print", &paper));
	assert_false(matches("screen", &paper));
	assert_true(matches("print and (update: none)", &paper));
}

static bool
names(const char *text, const char *feature)
{
	struct clair_arena arena;
	bool answer;

	clair_arena_init(&arena, 0);
	answer = clair_media_names(clair_media_read((struct clair_css_lexer){.source = text,
		.end = (uint32_t)strlen(text)}, &arena), feature);
	clair_arena_free(&arena);
	return answer;
}

static void
features_are_named(void **state)
{
	(void)state;
	assert_true(names("screen and (orientation: portrait)", "orientation"));
	assert_true(names("(color) and (not ((grid) or (orientation)))", "orientation"));
	assert_false(names("screen and (min-width: 1px)", "orientation"));
	assert_true(names("screen and (min-width: 1px)", "width"));
	assert_true(names("(color), print", "print"));
	assert_true(names("not print", "print"));
	assert_false(names("screen", "print"));
	assert_false(names("", "print"));
	assert_false(names("(orientation: round)", "orientation"));
}

static void
deep_parentheses_are_not_understood(void **state)
{
	enum { DEEP = 100000 };
	char *text = malloc(2 * DEEP + 16);

	(void)state;
	assert_non_null(text);
	memset(text, '(', DEEP);
	memcpy(text + DEEP, "color", 5);
	memset(text + DEEP + 5, ')', DEEP);
	text[2 * DEEP + 5] = '\0';
	assert_false(matches(text, &clair_screen_desktop));
	text[DEEP + 5 + 30] = '\0';
	assert_true(matches(text + DEEP - 30, &clair_screen_desktop));
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_match_a_desktop),
		cmocka_unit_test(a_narrow_screen_is_a_phone),
		cmocka_unit_test(other_screens_differ),
		cmocka_unit_test(features_are_named),
		cmocka_unit_test(deep_parentheses_are_not_understood),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
