/* The cascade: CSS Cascading and Inheritance 5, on whole pages. */
#include "base/buf.h"
#include "base/clock.h"
#include "clairlint/rule.h"
#include "tests/support/styled.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define RED "rgb(255, 0, 0)"
#define LIME "rgb(0, 255, 0)"
#define BLUE "rgb(0, 0, 255)"
#define BLACK "rgb(0, 0, 0)"

struct color_case {
	const char *css;
	const char *body; /* NULL: <p id=x class=a>x */
	const char *color;
};

static const struct color_case order_cases[] = {
	{"p{color:red}", NULL, RED},
	{"p{color:red}p{color:lime}", NULL, LIME},
	{"p{color:red;color:lime}", NULL, LIME},
	{"p{color:red;color:none}", NULL, RED},
	/* Specificity */
	{".a{color:lime}p{color:red}", NULL, LIME},
	{"#x{color:lime}.a.a.a{color:red}", NULL, LIME},
	{"#x,p{color:lime}.a{color:red}", NULL, LIME},
	{"p,#x{color:lime}.a{color:red}p{color:red}", NULL, LIME},
	{":where(#x){color:red}p{color:lime}", NULL, LIME},
	{":is(#y,p){color:lime}.a{color:red}", NULL, LIME},
	/* Importance */
	{"p{color:lime!important}#x{color:red}", NULL, LIME},
	{"p{color:red!important}.a{color:lime!important}", NULL, LIME},
	/* The style attribute */
	{"#x{color:red}", "<p id=x style='color:lime'>x", LIME},
	{"#x{color:lime!important}", "<p id=x style='color:red'>x", LIME},
	{"#x{color:red!important}", "<p id=x style='color:lime!important'>x", LIME},
	/* Origins */
	{"", "<a id=x href=y>x</a>", "rgb(0, 0, 238)"},
	{"a{color:lime}", "<a id=x href=y>x</a>", LIME},
	{":where(a){color:lime}", "<a id=x href=y>x</a>", LIME},
	{"*{color:lime}", "<font id=x color=red>x</font>", LIME},
	{"", "<font id=x color=red>x</font>", RED},
	/* Inheritance */
	{"body{color:lime}", NULL, LIME},
	{"body{color:lime!important}*{color:red}", NULL, RED},
	{"body{color:lime}p{color:inherit}", NULL, LIME},
	{"body{color:red}p{color:initial}", NULL, BLACK},
	{"body{color:lime}p{color:unset}", NULL, LIME},
	{"div{color:red}", "<div><table><tr><td id=x>x", RED},
	/* What is not known is not there */
	{"p{color:lime}p:foo{color:red}", NULL, LIME},
	{"p{color:lime}p,p:foo{color:red}", NULL, LIME},
	{"p{color:lime}p:hover{color:red}", NULL, LIME},
	{"a{color:lime}a:visited{color:red}", "<a id=x href=y>x</a>", LIME},
	/* Ancestors */
	{".b .c p{color:red}.b p{color:lime}", "<div class=b><p id=x>x</div>", LIME},
	{".b .c p{color:lime}", "<div class=b><div class=c><p id=x>x</div></div>", LIME},
	{"p{color:lime}.b p{color:red}", "<div class=b></div><p id=x>x", LIME},
	{".b + p{color:lime}", "<div class=b></div><p id=x>x", LIME},
	{"div > .b ~ p{color:lime}", "<div><i class=b></i><p id=x>x</div>", LIME},
};

static const struct color_case revert_cases[] = {
	{"a{color:red}a{color:revert}", "<a id=x href=y>x</a>", "rgb(0, 0, 238)"},
	{"p{color:red}p{color:revert}", NULL, BLACK},
	{"font{color:revert}", "<font id=x color=red>x</font>", BLACK},
	{"a{color:lime}#x{color:revert-layer}", "<a id=x href=y>x</a>", "rgb(0, 0, 238)"},
	{"font{color:revert-layer}", "<font id=x color=lime>x</font>", LIME},
	{"@layer l{p{color:lime}}p{color:revert-layer}", NULL, LIME},
	{"@layer l{p{color:red}}p{color:revert}", NULL, BLACK},
	{"@layer a{p{color:lime}}@layer b{p{color:red}#x{color:revert-layer}}", NULL, LIME},
	{"p{color:lime}", "<p id=x style='color:revert-layer'>x", LIME},
	{"p{color:red}", "<p id=x style='color:revert'>x", BLACK},
	{"p{color:red!important}#x{color:revert!important}", NULL, BLACK},
	{"body{color:red}p{all:initial}", NULL, BLACK},
	{"body{color:lime}p{color:red}#x{all:unset}", NULL, LIME},
	{"a{all:revert}", "<a id=x href=y>x</a>", "rgb(0, 0, 238)"},
	{"p{all:initial;color:lime}", NULL, LIME},
	{"p{color:lime!important;all:initial}", NULL, LIME},
};

static const struct color_case layer_cases[] = {
	/* Scopes: Cascade 6, 2.5 */
	{"@scope (p){:scope{color:lime}}", NULL, LIME},
	{"@scope (.a){:scope{color:lime}}p{color:red}", NULL, LIME},
	{"@scope (#x){&{color:red}}p{color:lime}", NULL, LIME},
	{"@scope (body){p{color:red}}p{color:lime}", NULL, LIME},
	{"@scope (#x,body){p{color:red}}.a{color:lime}", NULL, LIME},
	{"p{color:lime}@scope (p){p{color:red}:not(:scope){color:red}}", NULL, LIME},
	{"@scope (body)/* ) */{:scope>p{color:lime}}", NULL, LIME},
	{"@scope (body){@media all{:scope .a{color:lime}}}p{color:red}", NULL, LIME},
	{"p{color:lime}@scope (.b){:scope{color:red}}", NULL, LIME},
	{"p{color:lime}:scope #x{color:lime}@scope (p){:root &{color:lime}:scope :scope{color:red}}", NULL, LIME},
	{"@layer l{#x{color:red}}p{color:lime}", NULL, LIME},
	{"@layer a{#x{color:red}}@layer b{p{color:lime}}", NULL, LIME},
	{"@layer b,a;@layer a{p{color:lime}}@layer b{#x{color:red}}", NULL, LIME},
	{"@layer a{p{color:lime!important}}p{color:red!important}", NULL, LIME},
	{"@layer a{p{color:lime!important}}@layer b{p{color:red!important}}", NULL, LIME},
	{"@layer a{p{color:lime!important}}p{color:red}", "<p id=x style='color:red'>x", LIME},
	{"@layer a{p{color:red!important}}", "<p id=x style='color:lime!important'>x", LIME},
	/* What a layer holds is weaker than its own rules. */
	{"@layer a{p{color:lime}@layer b{#x{color:red}}}", NULL, LIME},
	{"@layer a{@layer b{p{color:red}}}@layer a{p{color:lime}}", NULL, LIME},
	{"@layer a.b{p{color:red}}@layer c{p{color:lime}}@layer a.d{#x{color:red}}", NULL, LIME},
	{"@layer{#x{color:red}}@layer{p{color:lime}}", NULL, LIME},
};

static const struct color_case condition_cases[] = {
	{"@media screen{p{color:lime}}@media print{p{color:red}}", NULL, LIME},
	{"@media (min-width:1000px){p{color:lime}}", NULL, LIME},
	{"p{color:lime}@media (max-width:1000px){p{color:red}}", NULL, LIME},
	{"p{color:lime}@media screen{@media print{p{color:red}}}", NULL, LIME},
	{"p{color:lime}@supports (foo:bar){p{color:red}}", NULL, LIME},
	{"@supports (color:red){p{color:lime}}", NULL, LIME},
	{"p{color:lime}@container (min-width:1px){p{color:red}}", NULL, LIME},
	{"p{color:lime}@starting-style{p{color:red}}", NULL, LIME},
	{".b{& p{color:lime}}", "<div class=b><p id=x>x</div>", LIME},
	{"p{color:red;&.a{color:lime}}", NULL, LIME},
};

static const struct color_case custom_cases[] = {
	{":root{--c:lime}p{color:var(--c)}", NULL, LIME},
	{"p{color:var(--c,lime)}", NULL, LIME},
	{":root{--c:red}p{--c:lime;color:var(--c)}", NULL, LIME},
	{":root{--c:red}.a{--c:lime}p{--c:red;color:var(--c)}", NULL, LIME},
	{":root{--c:red}p{--c:lime!important;color:var(--c)}#x{--c:red}", NULL, LIME},
	{"body{color:lime}p{color:red;color:var(--none)}", NULL, LIME},
	{":root{--c:red}p{color:var(--c)}", "<p id=x style='--c:lime'>x", LIME},
	/* Below an element that only sets a property: its children are not those of another. */
	{"p{color:var(--c)}.r{--c:red}.l{--c:lime}",
	    "<div class=r><p>x</div><div class=l><p id=x>x</div>", LIME},
	{"p{color:var(--c, inherit)}div{color:lime}", "<div><p id=x>x</div>", LIME},
};

static void
check(const struct color_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct clair_arena arena;
		struct support_styled *styled;
		const char *body =
		    cases[i].body == NULL ? "<p id=x class=a>x" : cases[i].body;
		const char *color;

		clair_arena_init(&arena, 0);
		styled = support_style(clair_asprintf(&arena,
		    "<!doctype html><style>%s</style><body>%s", cases[i].css, body), NULL);
		color = support_value(styled, CLAIR_CSS_COLOR);
		if (strcmp(color, cases[i].color) != 0)
			fail_msg("%s on %s: %s, not %s", cases[i].css, body, color, cases[i].color);
		support_style_free(styled);
		clair_arena_free(&arena);
	}
}

static void
declarations_are_put_in_order(void **state)
{
	(void)state;
	check(order_cases, CLAIR_LEN(order_cases));
}

static void
revert_goes_back_to_an_origin_or_a_layer(void **state)
{
	(void)state;
	check(revert_cases, CLAIR_LEN(revert_cases));
}

static void
layers_have_an_order(void **state)
{
	(void)state;
	check(layer_cases, CLAIR_LEN(layer_cases));
}

static void
conditions_hold_or_not(void **state)
{
	(void)state;
	check(condition_cases, CLAIR_LEN(condition_cases));
}

static void
custom_properties_are_inherited(void **state)
{
	(void)state;
	check(custom_cases, CLAIR_LEN(custom_cases));
}

/* Layers are ordered over all the sheets; those of an imported one are inside that of its @import. */
static void
layers_run_through_all_sheets(void **state)
{
	static const struct support_sheet sheets[] = {
		{.text = "p{color:red}@layer y{p{color:blue!important}}", .layer_prefix = "base."},
		{.text = "@layer base,top;@import 'x' layer(base);"},
		{.text = "@layer base{p{color:lime}}"},
		{.text = NULL},
	};
	static const struct support_sheet late[] = {
		{.text = "#x{color:red}", .layer_prefix = "base."},
		{.text = "@layer top{p{color:lime}}"},
		{.text = NULL},
	};
	/* What a sheet names before its imports comes first, then what they name, one after the other. */
	static const struct support_sheet named_before[] = {
		{.text = "@layer c{p{color:lime}}"},
		{.text = "@layer a;@import 'x';@layer a{#x{color:red}}"},
		{.text = NULL},
	};
	static const struct support_sheet one_after_the_other[] = {
		{.text = "@layer c{#x{color:red}}"},
		{.text = "p{color:lime}", .layer_prefix = "d."},
		{.text = "@layer a;@import 'x';@import 'y' layer(d);"},
		{.text = NULL},
	};
	static const struct support_sheet *const limes[] = {late, named_before, one_after_the_other};
	struct support_styled *styled = support_style("<p id=x>x", sheets);

	(void)state;
	assert_string_equal(support_value(styled, CLAIR_CSS_COLOR), BLUE);
	support_style_free(styled);
	for (size_t i = 0; i < sizeof(limes) / sizeof(limes[0]); i++) {
		styled = support_style("<p id=x>x", limes[i]);
		assert_string_equal(support_value(styled, CLAIR_CSS_COLOR), LIME);
		support_style_free(styled);
	}
}

static void
display_depends_on_the_box_around(void **state)
{
	static const struct {
		const char *html, *display;
	} cases[] = {
		{"<span id=x>", "inline"},
		{"<div style='display:flex'><span id=x>", "block"},
		{"<div style='display:inline-grid'><b id=x style='display:inline-flex'>", "flex"},
		{"<div style='display:flex'><i style='display:contents'><span id=x>", "block"},
		{"<div style='display:flex'><i><span id=x>", "inline"},
		{"<span id=x style='float:left'>", "block"},
		{"<span id=x style='position:absolute'>", "block"},
		{"<img id=x style='display:contents'>", "none"},
		{"<div id=x style='display:contents'>", "contents"},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct support_styled *styled = support_style(cases[i].html, NULL);

		assert_string_equal(support_value(styled, CLAIR_CSS_DISPLAY), cases[i].display);
		support_style_free(styled);
	}
}

static void
a_value_knows_where_it_comes_from(void **state)
{
	static const char html[] = "<!doctype html><style>div{color:red}\np{width:1px!important}</style>"
	                           "<div id=d><p id=x style='margin:0;height:2px' align=center>x";
	struct support_styled *styled = support_style(html, NULL);
	const struct clair_node *x = support_element(styled, "x");
	struct clair_style_place place = clair_style_place(styled->table, x, CLAIR_CSS_COLOR);

	(void)state;
	assert_int_equal(place.by, CLAIR_BY_SHEET);
	assert_ptr_equal(place.node, support_element(styled, "d"));
	assert_ptr_equal(place.use, &styled->set->uses[0]);
	assert_int_equal(place.offset, 4);
	assert_false(place.important);
	place = clair_style_place(styled->table, x, CLAIR_CSS_WIDTH);
	assert_true(place.important);
	assert_int_equal(place.offset, 17);
	place = clair_style_place(styled->table, x, CLAIR_CSS_HEIGHT);
	assert_int_equal(place.by, CLAIR_BY_ATTRIBUTE);
	assert_int_equal(place.offset, 9);
	place = clair_style_place(styled->table, x, CLAIR_CSS_DISPLAY);
	assert_int_equal(place.by, CLAIR_BY_BROWSER);
	place = clair_style_place(styled->table, x, CLAIR_CSS_OPACITY);
	assert_int_equal(place.by, CLAIR_BY_NOBODY);
	place = clair_style_place(styled->table, x, CLAIR_CSS_FONT_SIZE);
	assert_int_equal(place.by, CLAIR_BY_NOBODY);
	support_style_free(styled);
}

static void
the_same_rules_under_the_same_parent_share_a_style(void **state)
{
	struct support_styled *styled = support_style(
	    "<style>li{color:red}.b{width:inherit}</style><ul id=u><li id=a>x<li id=b>y</ul>"
	    "<div style='width:1px'><i id=c class=b></i></div><div style='width:2px'><i id=d class=b></i></div>"
	    "<p id=e>x<p id=f style='color:blue'>y", NULL);
	const struct clair_style *c = clair_style_of(styled->table, support_element(styled, "c"));
	const struct clair_style *d = clair_style_of(styled->table, support_element(styled, "d"));

	(void)state;
	assert_ptr_equal(clair_style_of(styled->table, support_element(styled, "a")),
	    clair_style_of(styled->table, support_element(styled, "b")));
	assert_ptr_not_equal(clair_style_of(styled->table, support_element(styled, "e")),
	    clair_style_of(styled->table, support_element(styled, "f")));
	assert_string_equal(support_value_of(styled, c, CLAIR_CSS_WIDTH), "1px");
	assert_string_equal(support_value_of(styled, d, CLAIR_CSS_WIDTH), "2px");
	support_style_free(styled);
}

static void
generated_boxes_are_there_with_content(void **state)
{
	static const struct {
		const char *css, *html, *content; /* NULL: no box */
	} cases[] = {
		{"p::before{content:'a'}", "<p id=x>", "\"a\""},
		{"p:before{content:'a'}", "<p id=x>", "\"a\""},
		{"p::before{content:''}", "<p id=x>", "\"\""},
		{"p::before{color:red}", "<p id=x>", NULL},
		{"p::before{content:none}", "<p id=x>", NULL},
		{"p::before{content:'a'}#x::before{content:normal}", "<p id=x>", NULL},
		{"p::before{content:'a';display:none}", "<p id=x>", NULL},
		{"p::before{content:'a'}p{display:none}", "<p id=x>", NULL},
		{"p::before{content:'a'}div{display:none}", "<div><p id=x>", NULL},
		{"p::before{content:'a'}div{display:contents}", "<div><p id=x>", "\"a\""},
		{"img::before{content:'a'}", "<img id=x>", NULL},
		{"input::before{content:'a'}", "<input id=x type=checkbox>", "\"a\""},
		{"", "<q id=x>", "open-quote"},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_arena arena;
		struct support_styled *styled;
		const struct clair_style *style;

		clair_arena_init(&arena, 0);
		styled = support_style(clair_asprintf(&arena, "<!doctype html><style>%s</style>%s",
		    cases[i].css, cases[i].html), NULL);
		style = clair_style_pseudo(
		    styled->table, support_element(styled, "x"), CLAIR_PSEUDO_BEFORE);
		if ((style != NULL) != (cases[i].content != NULL))
			fail_msg("%s on %s: %s", cases[i].css, cases[i].html, style != NULL ? "a box" : "no box");
		if (style != NULL)
			assert_string_equal(
			    support_value_of(styled, style, CLAIR_CSS_CONTENT), cases[i].content);
		support_style_free(styled);
		clair_arena_free(&arena);
	}
}

static void
a_generated_box_inherits_from_its_element(void **state)
{
	struct support_styled *styled = support_style(
	    "<style>p{color:red;--c:lime}p::after{content:'a';background:var(--c)}</style><p id=x>",
	    NULL);
	const struct clair_style *style =
	    clair_style_pseudo(styled->table, support_element(styled, "x"), CLAIR_PSEUDO_AFTER);

	(void)state;
	assert_non_null(style);
	assert_string_equal(support_value_of(styled, style, CLAIR_CSS_COLOR), RED);
	assert_string_equal(support_value_of(styled, style, CLAIR_CSS_BACKGROUND_COLOR), LIME);
	support_style_free(styled);
}

static const struct clair_style *
viewed(struct support_styled *styled, const char *id, enum clair_view view)
{
	return clair_style_viewed(styled->table, support_element(styled, id), view);
}

static void
a_view_supposes_a_state(void **state)
{
	struct support_styled *styled = support_style(
	    "<style>a:hover{color:red}a:focus-visible{color:lime}a:hover::after{content:'h'}</style>"
	    "<a id=x href=y>x</a><p id=p>y", NULL);
	const struct clair_node *x = support_element(styled, "x");
	const struct clair_style *own = clair_style_of(styled->table, x);

	(void)state;
	assert_string_equal(support_value(styled, CLAIR_CSS_COLOR), "rgb(0, 0, 238)");
	assert_string_equal(support_value_of(styled, viewed(styled, "x", CLAIR_VIEW_HOVER),
	    CLAIR_CSS_COLOR), RED);
	assert_string_equal(support_value_of(styled, viewed(styled, "x", CLAIR_VIEW_FOCUS),
	    CLAIR_CSS_COLOR), LIME);
	assert_ptr_equal(viewed(styled, "x", CLAIR_VIEW_PORTRAIT), own);
	assert_ptr_equal(viewed(styled, "p", CLAIR_VIEW_HOVER),
	    clair_style_of(styled->table, support_element(styled, "p")));
	assert_null(clair_style_pseudo(styled->table, x, CLAIR_PSEUDO_AFTER));
	assert_non_null(clair_style_pseudo_viewed(
	    styled->table, x, CLAIR_PSEUDO_AFTER, CLAIR_VIEW_HOVER));
	assert_null(clair_style_pseudo_viewed(
	    styled->table, x, CLAIR_PSEUDO_AFTER, CLAIR_VIEW_FOCUS));
	assert_ptr_equal(clair_style_of(styled->table, x), own);
	support_style_free(styled);
}

static void
a_view_turns_the_screen(void **state)
{
	struct support_styled *styled = support_style(
	    "<style>@media (orientation:portrait){#x{display:none}}</style><p id=x>x<p id=p>y", NULL);

	(void)state;
	assert_string_equal(support_value(styled, CLAIR_CSS_DISPLAY), "block");
	assert_string_equal(support_value_of(styled, viewed(styled, "x", CLAIR_VIEW_PORTRAIT),
	    CLAIR_CSS_DISPLAY), "none");
	assert_ptr_equal(viewed(styled, "x", CLAIR_VIEW_LANDSCAPE),
	    clair_style_of(styled->table, support_element(styled, "x")));
	assert_ptr_equal(viewed(styled, "p", CLAIR_VIEW_PORTRAIT),
	    clair_style_of(styled->table, support_element(styled, "p")));
	support_style_free(styled);
}

/* Rules that are all looked at for <b>, which the pointer makes red. */
static struct support_styled *
many_rules(unsigned rules, unsigned elements)
{
	struct support_styled *styled;
	struct clair_buf html;

	clair_buf_init(&html, 0);
	clair_buf_puts(&html, "<!doctype html><style>");
	for (unsigned i = 0; i < rules; i++)
		clair_buf_printf(&html, "b:hover:not(.c%u){color:red}", i);
	clair_buf_puts(&html, "</style>");
	for (unsigned i = 0; i < elements; i++)
		clair_buf_puts(&html, "<b>x</b>");
	clair_buf_puts(&html, "<b id=x>x</b>");
	styled = support_style(html.bytes, NULL);
	clair_buf_free(&html);
	return styled;
}

/* What is asked of the page in between, and a machine that is slow, change no answer. */
static void
a_view_does_not_look_at_the_clock(void **state)
{
	enum { RULES = 5000, MILLISECONDS = 300 };
	struct support_styled *styled = many_rules(RULES, 1);
	struct timespec end;

	(void)state;
	styled->table = clair_style_compute(&styled->page, styled->set, &styled->mem, MILLISECONDS);
	assert_non_null(styled->table);
	assert_false(clair_style_exhausted(styled->table));
	clair_style_viewed(styled->table, styled->page.nodes, CLAIR_VIEW_HOVER);
	end = clair_clock_after(MILLISECONDS);
	while (!clair_clock_is_past(&end))
		;
	assert_string_equal(
	    support_value_of(styled, viewed(styled, "x", CLAIR_VIEW_HOVER), CLAIR_CSS_COLOR), RED);
	assert_false(clair_style_unsure_viewed(
	    styled->table, support_element(styled, "x"), CLAIR_VIEW_HOVER));
	support_style_free(styled);
}

/* Past its steps, one view is not known any more; the page and the other views are. */
static void
a_view_has_a_ceiling_of_its_own(void **state)
{
	enum { RULES = 5000, ELEMENTS = 6000 };
	struct support_styled *styled = many_rules(RULES, ELEMENTS);
	const struct clair_node *x = support_element(styled, "x");

	(void)state;
	for (uint32_t i = 0; i < styled->page.node_count; i++)
		if (styled->page.nodes[i].kind == CLAIR_NODE_ELEMENT)
			clair_style_viewed(styled->table, &styled->page.nodes[i], CLAIR_VIEW_HOVER);
	assert_ptr_equal(viewed(styled, "x", CLAIR_VIEW_HOVER), clair_style_of(styled->table, x));
	assert_true(clair_style_unsure_viewed(styled->table, x, CLAIR_VIEW_HOVER));
	assert_false(clair_style_unsure_viewed(styled->table, x, CLAIR_VIEW_NARROW));
	assert_false(clair_style_unsure_viewed(styled->table, x, CLAIR_VIEW_FOCUS));
	assert_false(clair_style_exhausted(styled->table));
	support_style_free(styled);
}

static void
what_is_not_known_is_said(void **state)
{
	struct support_styled *styled = support_style(
	    "<style>@container (width > 1px){#x{display:none}#y{margin:0}#y:hover{color:red}}</style>"
	    "<p id=x>x<p id=y>y",
	    NULL);
	const struct clair_node *y = support_element(styled, "y");

	(void)state;
	assert_true(clair_style_unsure(clair_style_of(styled->table, support_element(styled, "x"))));
	assert_false(clair_style_unsure(clair_style_of(styled->table, y)));
	assert_true(clair_style_unsure_viewed(styled->table, y, CLAIR_VIEW_HOVER));
	assert_false(clair_style_unsure_viewed(styled->table, y, CLAIR_VIEW_FOCUS));
	assert_string_equal(support_value(styled, CLAIR_CSS_DISPLAY), "block");
	support_style_free(styled);
}

/* Out of time from the start: elements have the style of their tag. */
static void
past_a_ceiling_only_the_browser_speaks(void **state)
{
	enum { ELEMENTS = 20000 };
	struct clair_buf html;
	struct support_styled *styled;
	struct clair_style_table *table;

	(void)state;
	clair_buf_init(&html, 0);
	clair_buf_puts(&html, "<!doctype html><style>p{color:red}</style>");
	for (int i = 0; i < ELEMENTS; i++)
		clair_buf_puts(&html, "<p>x");
	clair_buf_puts(&html, "<p id=x>x");
	styled = support_style(html.bytes, NULL);
	assert_false(clair_style_exhausted(styled->table));
	assert_string_equal(support_value(styled, CLAIR_CSS_COLOR), RED);
	table = clair_style_compute(&styled->page, styled->set, &styled->mem, 0);
	assert_non_null(table);
	assert_true(clair_style_exhausted(table));
	styled->table = table;
	assert_string_equal(support_value(styled, CLAIR_CSS_COLOR), BLACK);
	assert_string_equal(support_value(styled, CLAIR_CSS_DISPLAY), "block");
	assert_ptr_equal(viewed(styled, "x", CLAIR_VIEW_HOVER),
	    clair_style_of(table, support_element(styled, "x")));
	support_style_free(styled);
	clair_buf_free(&html);
}

/* Custom properties longer than what a page may replace: what is lost is told. */
static void
past_the_ceiling_of_texts_too(void **state)
{
	enum { ELEMENTS = 300, LENGTH = 60000 };
	struct clair_buf html;
	struct support_styled *styled;

	(void)state;
	clair_buf_init(&html, 0);
	clair_buf_puts(&html, "<!doctype html><style>:root{--a:");
	for (int i = 0; i < LENGTH; i++)
		clair_buf_putc(&html, 'x');
	clair_buf_puts(&html, "}p:hover{color:red}</style>");
	for (int i = 0; i < ELEMENTS; i++)
		clair_buf_printf(&html, "<p style='--b:y var(--a) %d'>x", i);
	clair_buf_puts(&html, "<p id=x style='--b:red;color:var(--b)'>x");
	styled = support_style(html.bytes, NULL);
	assert_true(clair_style_exhausted(styled->table));
	assert_true(clair_style_unsure_viewed(
	    styled->table, support_element(styled, "x"), CLAIR_VIEW_HOVER));
	support_style_free(styled);
	clair_buf_free(&html);
}

static void
a_page_without_memory_has_no_styles(void **state)
{
	struct support_styled *styled = support_style("<p id=x>x", NULL);
	struct clair_arena small;

	(void)state;
	for (size_t ceiling = 4096; ceiling <= 64 << 10; ceiling += 4096) {
		clair_arena_init(&small, ceiling);
		assert_true(clair_style_compute(&styled->page, styled->set, &small, 1000) == NULL ||
		    !small.failed);
		clair_arena_free(&small);
	}
	support_style_free(styled);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(declarations_are_put_in_order),
		cmocka_unit_test(revert_goes_back_to_an_origin_or_a_layer),
		cmocka_unit_test(layers_have_an_order),
		cmocka_unit_test(conditions_hold_or_not),
		cmocka_unit_test(custom_properties_are_inherited),
		cmocka_unit_test(layers_run_through_all_sheets),
		cmocka_unit_test(display_depends_on_the_box_around),
		cmocka_unit_test(a_value_knows_where_it_comes_from),
		cmocka_unit_test(the_same_rules_under_the_same_parent_share_a_style),
		cmocka_unit_test(generated_boxes_are_there_with_content),
		cmocka_unit_test(a_generated_box_inherits_from_its_element),
		cmocka_unit_test(a_view_supposes_a_state),
		cmocka_unit_test(a_view_turns_the_screen),
		cmocka_unit_test(a_view_does_not_look_at_the_clock),
		cmocka_unit_test(a_view_has_a_ceiling_of_its_own),
		cmocka_unit_test(what_is_not_known_is_said),
		cmocka_unit_test(past_a_ceiling_only_the_browser_speaks),
		cmocka_unit_test(past_the_ceiling_of_texts_too),
		cmocka_unit_test(a_page_without_memory_has_no_styles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
