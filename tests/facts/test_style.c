/* What rules ask of computed style: values, who declares them, other situations, generated words. */
#include "tests/support/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void
values(void **state)
{
	static const struct {
		const char *html;
		enum clair_property property;
		const char *value;
	} cases[] = {
		{"<p id=x>a</p>", CLAIR_CSS_DISPLAY, "block"},
		{"<p id=x>a</p>", CLAIR_CSS_COLOR, "rgb(0, 0, 0)"},
		{"<h1 id=x>a</h1>", CLAIR_CSS_FONT_SIZE, "32px"},
		{"<b id=x>a</b>", CLAIR_CSS_FONT_WEIGHT, "700"},
		{"<style>p{color:#f00}</style><p id=x>a</p>", CLAIR_CSS_COLOR, "rgb(255, 0, 0)"},
		{"<style>:root{--c:blue}p{color:var(--c)}</style><p id=x>a</p>", CLAIR_CSS_COLOR,
		    "rgb(0, 0, 255)"},
		{"<style>body{text-align:justify}</style><p><b id=x>a</b></p>", CLAIR_CSS_TEXT_ALIGN,
		    "justify"},
		{"<p align=right id=x>a</p>", CLAIR_CSS_TEXT_ALIGN,
		    "-webkit-right"},
		{"<p id=x style='font-size:calc(1rem + 4px)'>a</p>", CLAIR_CSS_FONT_SIZE, "20px"},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);
		const struct clair_node *x = support_x(ctx);

		if (!clair_style_is(ctx, x, cases[i].property, cases[i].value))
			print_error("%s\n", cases[i].html);
		assert_string_equal(clair_style(ctx, x, cases[i].property), cases[i].value);
		support_page_free(ctx);
	}
}

static void
numbers(void **state)
{
	struct clair_ctx *ctx =
	    support_page("<p id=x style='line-height:1.5;letter-spacing:2px;width:auto'>a</p>");
	const struct clair_node *x = support_x(ctx);
	double number = 0;

	(void)state;
	assert_true(clair_style_number(ctx, x, CLAIR_CSS_LINE_HEIGHT, &number));
	assert_true(number > 1.49 && number < 1.51);
	assert_true(clair_style_number(ctx, x, CLAIR_CSS_LETTER_SPACING, &number));
	assert_true(number > 1.99 && number < 2.01);
	assert_false(clair_style_number(ctx, x, CLAIR_CSS_WIDTH, &number));
	support_page_free(ctx);
}

static void
line_spacing(void **state)
{
	static const struct {
		const char *html;
		double times;
	} cases[] = {
		{"<p id=x>a</p>", 1.15},
		{"<p id=x style='line-height:1.5'>a</p>", 1.5},
		{"<p id=x style='font-size:20px;line-height:24px'>a</p>", 1.2},
		{"<div style='font-size:20px;line-height:150%'><p id=x style='font-size:10px'>a</p></div>", 3},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);
		double times = clair_line_spacing(ctx, support_x(ctx));

		assert_true(times > cases[i].times - 0.001 && times < cases[i].times + 0.001);
		support_page_free(ctx);
	}
}

static void
declared(void **state)
{
	static const struct {
		const char *html;
		enum clair_declared_by by;
		bool important;
		const char *tag;
	} cases[] = {
		{"<p id=x>a</p>", CLAIR_DECLARED_BY_BROWSER, false, "p"},
		{"<style>p{text-align:left!important}</style><p id=x style='text-align:right'>a</p>",
		    CLAIR_DECLARED_BY_SHEET, true, "p"},
		{"<p id=x style='text-align:right'>a</p>", CLAIR_DECLARED_BY_ATTRIBUTE, false, "p"},
		{"<style>div{text-align:center}p{text-align:inherit!important}</style>"
		 "<div><p id=x>a</p></div>", CLAIR_DECLARED_BY_SHEET, false, "div"},
		{"<style>div{text-align:center}</style><div><p id=x>a</p></div>", CLAIR_DECLARED_BY_SHEET,
		    false, "div"},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);
		struct clair_declared found =
		    clair_style_declared(ctx, support_x(ctx), CLAIR_CSS_TEXT_ALIGN);

		if (found.by != cases[i].by)
			print_error("%s\n", cases[i].html);
		assert_int_equal(found.by, cases[i].by);
		assert_int_equal(found.important, cases[i].important);
		if (found.by != CLAIR_DECLARED_BY_BROWSER)
			assert_string_equal(clair_tag_name(found.node), cases[i].tag);
		support_page_free(ctx);
	}
}

static void
declared_by_html(void **state)
{
	struct clair_ctx *ctx = support_page("<table><tr bgcolor=red><td id=x>a</table>");
	struct clair_declared found =
	    clair_style_declared(ctx, clair_parent(support_x(ctx)), CLAIR_CSS_BACKGROUND_COLOR);

	(void)state;
	assert_int_equal(found.by, CLAIR_DECLARED_BY_HTML);
	support_page_free(ctx);
}

static void
situations(void **state)
{
	struct clair_ctx *ctx = support_page("<style>a:focus{outline:none}a:hover{color:red}"
	    "@media (orientation:portrait){a{display:none}}</style><a href=/ id=x>a</a>");
	const struct clair_node *x = support_x(ctx);

	(void)state;
	assert_string_equal(clair_style_when(ctx, x, CLAIR_CSS_OUTLINE_STYLE, CLAIR_WHEN_FOCUSED), "none");
	assert_string_equal(
	    clair_style_when(ctx, x, CLAIR_CSS_COLOR, CLAIR_WHEN_HOVERED), "rgb(255, 0, 0)");
	assert_string_not_equal(clair_style(ctx, x, CLAIR_CSS_COLOR), "rgb(255, 0, 0)");
	assert_string_equal(clair_style_when(ctx, x, CLAIR_CSS_DISPLAY, CLAIR_WHEN_PORTRAIT), "none");
	assert_string_equal(clair_style_when(ctx, x, CLAIR_CSS_DISPLAY, CLAIR_WHEN_LANDSCAPE), "inline");
	support_page_free(ctx);
}

/* Elements of one declaration share its number; what an attribute, another rule or nobody decides has
 * another. */
static void
declarations(void **state)
{
	struct clair_ctx *ctx = support_page("<style>i{color:red}i::before{content:'a'}"
	    "i:focus{color:blue}</style><i></i><i id=x></i><i style='color:red'></i><p></p>");
	const struct clair_node *x = support_x(ctx);
	const struct clair_node *before = clair_previous_sibling(x);
	const struct clair_node *own = clair_next_sibling(x);
	uint64_t color = clair_declaration(ctx, x, CLAIR_CSS_COLOR);

	(void)state;
	assert_true(color != 0);
	assert_true(color == clair_declaration(ctx, before, CLAIR_CSS_COLOR));
	assert_true(color != clair_declaration(ctx, own, CLAIR_CSS_COLOR));
	assert_true(clair_declaration(ctx, own, CLAIR_CSS_COLOR) != 0);
	assert_true(clair_declaration(ctx, clair_next_sibling(own), CLAIR_CSS_COLOR) == 0);
	assert_true(color != clair_declaration_when(ctx, x, CLAIR_CSS_COLOR, CLAIR_WHEN_FOCUSED));
	assert_true(color == clair_declaration_when(ctx, x, CLAIR_CSS_COLOR, CLAIR_WHEN_HOVERED));
	assert_true(clair_generated_declaration(ctx, x, CLAIR_BEFORE) != 0);
	assert_true(clair_generated_declaration(ctx, x, CLAIR_AFTER) == 0);
	support_page_free(ctx);
}

static void
narrow(void **state)
{
	struct clair_ctx *ctx = support_page("<style>#x{width:900px;min-height:50vw}"
	    "@media (max-width:600px){#x{width:auto}}#y{width:900px}</style><p id=x>a</p><p id=y>b</p>");
	const struct clair_node *x = support_x(ctx);
	const struct clair_node *y = clair_by_id(ctx, "y");

	(void)state;
	assert_string_equal(clair_style(ctx, x, CLAIR_CSS_WIDTH), "900px");
	assert_string_equal(clair_style_when(ctx, x, CLAIR_CSS_WIDTH, CLAIR_WHEN_NARROW), "auto");
	assert_string_equal(clair_style_when(ctx, y, CLAIR_CSS_WIDTH, CLAIR_WHEN_NARROW), "900px");
	assert_string_equal(clair_style_when(ctx, x, CLAIR_CSS_MIN_HEIGHT, CLAIR_WHEN_NARROW), "160px");
	assert_string_equal(clair_style(ctx, x, CLAIR_CSS_MIN_HEIGHT), "640px");
	support_page_free(ctx);
}

static void
generated(void **state)
{
	static const struct {
		const char *style;
		const char *before, *name;
	} cases[] = {
		{"", "", "a"},
		{"#x::before{content:'* '}", "* ", "* a"},
		{"#x:before{content:\"1\" '2'}", "12", "12a"},
		{"#x::before{content:'x' / 'y'}", "y", "ya"},
		{"#x::before{content:'\\e001'}", "", "a"},
		{"#x::before{content:'n';display:none}", "", "a"},
		{"#x::after{content:' z'}", "", "a z"},
		{"#x::before{color:red}", "", "a"},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		char html[256];
		struct clair_ctx *ctx;

		snprintf(html, sizeof(html), "<style>%s</style><button id=x>a</button>", cases[i].style);
		ctx = support_page(html);
		assert_string_equal(
		    clair_generated_text(ctx, support_x(ctx), CLAIR_BEFORE), cases[i].before);
		assert_string_equal(clair_name(ctx, support_x(ctx)), cases[i].name);
		support_page_free(ctx);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values),
		cmocka_unit_test(numbers),
		cmocka_unit_test(line_spacing),
		cmocka_unit_test(declared),
		cmocka_unit_test(declared_by_html),
		cmocka_unit_test(situations),
		cmocka_unit_test(narrow),
		cmocka_unit_test(declarations),
		cmocka_unit_test(generated),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
