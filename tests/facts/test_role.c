/* Roles: each case asks about the element with the id x. */
#include "facts/aria.h"
#include "tests/support/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	const char *html;
	enum clair_role role;
} cases[] = {
	/* HTML-AAM, by context. */
	{"<a id=x href=/ >a</a>", CLAIR_ROLE_LINK},
	{"<a id=x>a</a>", CLAIR_ROLE_GENERIC},
	{"<map><area id=x href=/ ></map>", CLAIR_ROLE_LINK},
	{"<map><area id=x></map>", CLAIR_ROLE_GENERIC},
	{"<header id=x></header>", CLAIR_ROLE_BANNER},
	{"<div><header id=x></header></div>", CLAIR_ROLE_BANNER},
	{"<main><header id=x></header></main>", CLAIR_ROLE_GENERIC},
	{"<section><div><header id=x></header></div></section>", CLAIR_ROLE_GENERIC},
	{"<div role=article><header id=x></header></div>", CLAIR_ROLE_GENERIC},
	{"<footer id=x></footer>", CLAIR_ROLE_CONTENTINFO},
	{"<article><footer id=x></footer></article>", CLAIR_ROLE_GENERIC},
	{"<aside id=x></aside>", CLAIR_ROLE_COMPLEMENTARY},
	{"<main><aside id=x></aside></main>", CLAIR_ROLE_COMPLEMENTARY},
	{"<article><aside id=x></aside></article>", CLAIR_ROLE_GENERIC},
	{"<article><aside id=x aria-label=n></aside></article>", CLAIR_ROLE_COMPLEMENTARY},
	{"<section id=x></section>", CLAIR_ROLE_GENERIC},
	{"<section id=x aria-label=n></section>", CLAIR_ROLE_REGION},
	{"<section id=x aria-label=' '></section>", CLAIR_ROLE_GENERIC},
	{"<section id=x aria-labelledby=t><h2 id=t>t</h2></section>", CLAIR_ROLE_REGION},
	{"<section id=x aria-labelledby=absent></section>", CLAIR_ROLE_GENERIC},
	{"<form id=x></form>", CLAIR_ROLE_GENERIC},
	{"<form id=x title=n></form>", CLAIR_ROLE_FORM},
	{"<nav id=x></nav>", CLAIR_ROLE_NAVIGATION},
	{"<search id=x></search>", CLAIR_ROLE_SEARCH},
	{"<hgroup id=x><h1>a</h1></hgroup>", CLAIR_ROLE_GROUP},
	{"<address id=x>a</address>", CLAIR_ROLE_GROUP},
	{"<output id=x></output>", CLAIR_ROLE_STATUS},
	{"<meter id=x></meter>", CLAIR_ROLE_METER},
	{"<progress id=x></progress>", CLAIR_ROLE_PROGRESSBAR},
	{"<figure id=x></figure>", CLAIR_ROLE_FIGURE},
	{"<hr id=x>", CLAIR_ROLE_SEPARATOR},
	{"<label id=x>a</label>", CLAIR_ROLE_NO_ROLE},
	{"<mairie-carte id=x></mairie-carte>", CLAIR_ROLE_GENERIC},
	{"<h3 id=x>a</h3>", CLAIR_ROLE_HEADING},
	{"<details id=x><summary>a</summary></details>", CLAIR_ROLE_GROUP},
	{"<details><summary id=x>a</summary></details>", CLAIR_ROLE_NO_ROLE},
	{"<img id=x>", CLAIR_ROLE_IMG},
	{"<img id=x alt=a>", CLAIR_ROLE_IMG},
	{"<img id=x alt=''>", CLAIR_ROLE_NONE},
	{"<img id=x alt=' '>", CLAIR_ROLE_IMG},
	{"<svg id=x></svg>", CLAIR_ROLE_GRAPHICS_DOCUMENT},
	{"<svg><g id=x></g></svg>", CLAIR_ROLE_NO_ROLE},
	{"<svg><g id=x><title>a</title></g></svg>", CLAIR_ROLE_GROUP},
	{"<svg><circle id=x aria-label=a /></svg>", CLAIR_ROLE_GRAPHICS_SYMBOL},
	{"<svg><a id=x xlink:href=/ ><text>a</text></a></svg>", CLAIR_ROLE_LINK},
	/* Fields. */
	{"<input id=x>", CLAIR_ROLE_TEXTBOX},
	{"<input id=x type=tel>", CLAIR_ROLE_TEXTBOX},
	{"<input id=x type=inconnu>", CLAIR_ROLE_TEXTBOX},
	{"<input id=x list=l><datalist id=l></datalist>", CLAIR_ROLE_COMBOBOX},
	{"<input id=x list=l><div id=l></div>", CLAIR_ROLE_TEXTBOX},
	{"<input id=x type=SEARCH>", CLAIR_ROLE_SEARCHBOX},
	{"<input id=x type=checkbox>", CLAIR_ROLE_CHECKBOX},
	{"<input id=x type=radio>", CLAIR_ROLE_RADIO},
	{"<input id=x type=range>", CLAIR_ROLE_SLIDER},
	{"<input id=x type=number>", CLAIR_ROLE_SPINBUTTON},
	{"<input id=x type=image>", CLAIR_ROLE_BUTTON},
	{"<input id=x type=password>", CLAIR_ROLE_NO_ROLE},
	{"<input id=x type=file>", CLAIR_ROLE_NO_ROLE},
	{"<select id=x></select>", CLAIR_ROLE_COMBOBOX},
	{"<select id=x size=1></select>", CLAIR_ROLE_COMBOBOX},
	{"<select id=x size=4></select>", CLAIR_ROLE_LISTBOX},
	{"<select id=x size=10></select>", CLAIR_ROLE_LISTBOX},
	{"<select id=x multiple></select>", CLAIR_ROLE_LISTBOX},
	{"<select><option id=x>a</select>", CLAIR_ROLE_OPTION},
	{"<textarea id=x></textarea>", CLAIR_ROLE_TEXTBOX},
	/* Lists and tables. */
	{"<ul><li id=x>a</ul>", CLAIR_ROLE_LISTITEM},
	{"<menu><li id=x>a</menu>", CLAIR_ROLE_LISTITEM},
	{"<div><li id=x>a</div>", CLAIR_ROLE_GENERIC},
	{"<div role=list><li id=x>a</div>", CLAIR_ROLE_LISTITEM},
	{"<ul role=none><li id=x>a</ul>", CLAIR_ROLE_NONE},
	{"<ul role=none><li id=x tabindex=0>a</ul>", CLAIR_ROLE_LISTITEM},
	{"<ul role=tablist><li id=x>a</ul>", CLAIR_ROLE_GENERIC},
	{"<table><tr><td id=x>a</table>", CLAIR_ROLE_CELL},
	{"<table role=grid><tr><td id=x>a</table>", CLAIR_ROLE_GRIDCELL},
	{"<table role=none><tr><td id=x>a</table>", CLAIR_ROLE_NONE},
	{"<table role=none><tr id=x><td>a</table>", CLAIR_ROLE_NONE},
	{"<table role=none><tr><td id=x aria-label=n>a</table>", CLAIR_ROLE_CELL},
	{"<table role=none><tr><td><table><tr><td id=x>a</table></table>", CLAIR_ROLE_CELL},
	{"<table role=menu><tr id=x><td>a</table>", CLAIR_ROLE_GENERIC},
	{"<table><tr id=x><td>a</table>", CLAIR_ROLE_ROW},
	{"<table><tbody id=x><tr><td>a</table>", CLAIR_ROLE_ROWGROUP},
	{"<table><tr><th id=x scope=row>a</table>", CLAIR_ROLE_ROWHEADER},
	{"<table><tr><th id=x scope=COL>a<td>b</table>", CLAIR_ROLE_COLUMNHEADER},
	{"<table><tr><th id=x>a<th>b</table>", CLAIR_ROLE_COLUMNHEADER},
	{"<table><tr><th id=x>a<td>b</table>", CLAIR_ROLE_ROWHEADER},
	/* The role attribute. */
	{"<div id=x role=button>a</div>", CLAIR_ROLE_BUTTON},
	{"<div id=x role='  BUTTON '>a</div>", CLAIR_ROLE_BUTTON},
	{"<div id=x role='bouton link button'>a</div>", CLAIR_ROLE_LINK},
	{"<div id=x role=bouton>a</div>", CLAIR_ROLE_GENERIC},
	{"<div id=x role=widget>a</div>", CLAIR_ROLE_GENERIC},
	{"<h1 id=x role=''>a</h1>", CLAIR_ROLE_HEADING},
	{"<div id=x role=presentation>a</div>", CLAIR_ROLE_NONE},
	{"<div id=x role=image>a</div>", CLAIR_ROLE_IMG},
	{"<a id=x href=/ role=doc-biblioref>a</a>", CLAIR_ROLE_LINK},
	{"<div id=x role=region>a</div>", CLAIR_ROLE_GENERIC},
	{"<div id=x role='region note'>a</div>", CLAIR_ROLE_NOTE},
	{"<div id=x role=region aria-label=n>a</div>", CLAIR_ROLE_REGION},
	/* Presentational Roles Conflict Resolution. */
	{"<button id=x role=none>a</button>", CLAIR_ROLE_BUTTON},
	{"<button id=x role=none disabled>a</button>", CLAIR_ROLE_NONE},
	{"<h1 id=x role=none>a</h1>", CLAIR_ROLE_NONE},
	{"<h1 id=x role=none aria-label=n>a</h1>", CLAIR_ROLE_HEADING},
	{"<h1 id=x role=none aria-label=''>a</h1>", CLAIR_ROLE_NONE},
	{"<h1 id=x role=none aria-hidden=false>a</h1>", CLAIR_ROLE_NONE},
	{"<h1 id=x role=none aria-level=2>a</h1>", CLAIR_ROLE_NONE},
	{"<h1 id=x role=none aria-live=polite>a</h1>", CLAIR_ROLE_HEADING},
	{"<h1 id=x role=none tabindex=-1>a</h1>", CLAIR_ROLE_HEADING},
	{"<table role=none tabindex=0><tr><td id=x>a</table>", CLAIR_ROLE_CELL},
	{"<fieldset disabled><button id=x role=none>a</button></fieldset>", CLAIR_ROLE_NONE},
	{"<div inert><button id=x role=none>a</button></div>", CLAIR_ROLE_NONE},
	{"<img id=x alt='' aria-labelledby=a><i id=a>a</i>", CLAIR_ROLE_IMG},
	{"<img id=x alt='' tabindex=-1>", CLAIR_ROLE_IMG},
	{"<svg id=x role=none aria-label=a></svg>", CLAIR_ROLE_GRAPHICS_DOCUMENT},
	{"<iframe id=x role=none></iframe>", CLAIR_ROLE_NONE},
	{"<details><summary id=x role=none>a</summary></details>", CLAIR_ROLE_NO_ROLE},
};

static void
roles(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);
		enum clair_role role = clair_role(ctx, support_x(ctx));

		if (role != cases[i].role)
			print_error("%s\n", cases[i].html);
		assert_string_equal(clair_role_names[role], clair_role_names[cases[i].role]);
		support_page_free(ctx);
	}
}

static void
explicit_and_implicit_roles(void **state)
{
	struct clair_ctx *ctx = support_page("<h1 id=x role='titre none'>a</h1>");

	(void)state;
	assert_int_equal(clair_explicit_role(ctx, support_x(ctx)), CLAIR_ROLE_NONE);
	assert_int_equal(clair_implicit_role(ctx, support_x(ctx)), CLAIR_ROLE_HEADING);
	support_page_free(ctx);
	ctx = support_page("<ul id=x role=lite><li>a</ul>");
	assert_int_equal(clair_explicit_role(ctx, support_x(ctx)), CLAIR_ROLE_NO_ROLE);
	assert_int_equal(clair_implicit_role(ctx, support_x(ctx)), CLAIR_ROLE_LIST);
	support_page_free(ctx);
}

static void
closest_role(void **state)
{
	struct clair_ctx *ctx = support_page("<nav><ul><li><a href=/ id=x>a</a></ul></nav>");
	const struct clair_node *x = support_x(ctx);

	(void)state;
	assert_int_equal(
	    clair_closest_role(ctx, x, CLAIR_ROLE_NAVIGATION)->tag, CLAIR_TAG_NAV);
	assert_ptr_equal(clair_closest_role(ctx, x, CLAIR_ROLE_LINK), x);
	assert_null(clair_closest_role(ctx, x, CLAIR_ROLE_MAIN));
	support_page_free(ctx);
}

static bool
has(const uint16_t *list, unsigned value)
{
	for (; *list != 0; list++)
		if (*list == value)
			return true;
	return false;
}

static void
tables_of_roles(void **state)
{
	(void)state;
	assert_true(clair_role_is_widget(CLAIR_ROLE_BUTTON));
	assert_true(clair_role_is_widget(CLAIR_ROLE_TABLIST));
	assert_false(clair_role_is_widget(CLAIR_ROLE_LIST));
	assert_true(clair_role_is_landmark(CLAIR_ROLE_SEARCH));
	assert_false(clair_role_is_landmark(CLAIR_ROLE_ARTICLE));
	assert_true(clair_role_has_presentational_children(CLAIR_ROLE_TAB));
	assert_false(clair_role_has_presentational_children(CLAIR_ROLE_LINK));
	assert_true(clair_role_prohibits_name(CLAIR_ROLE_PARAGRAPH));
	assert_false(clair_role_prohibits_name(CLAIR_ROLE_NO_ROLE));
	assert_true(clair_role_supports(CLAIR_ROLE_BUTTON, CLAIR_ATTR_ARIA_PRESSED));
	assert_true(clair_role_supports(CLAIR_ROLE_CHECKBOX, CLAIR_ATTR_ARIA_CHECKED));
	assert_true(clair_role_supports(CLAIR_ROLE_NO_ROLE, CLAIR_ATTR_ARIA_BUSY));
	assert_false(clair_role_supports(CLAIR_ROLE_NO_ROLE, CLAIR_ATTR_ARIA_ORIENTATION));
	assert_false(clair_role_supports(CLAIR_ROLE_LINK, CLAIR_ATTR_ARIA_CHECKED));
	assert_false(clair_role_supports(CLAIR_ROLE_GENERIC, CLAIR_ATTR_ARIA_LABEL));
	assert_true(clair_role_prohibits(CLAIR_ROLE_NONE, CLAIR_ATTR_ARIA_LABELLEDBY));
	assert_false(clair_role_prohibits(CLAIR_ROLE_LINK, CLAIR_ATTR_ARIA_LABEL));
	assert_true(has(clair_role_required_states(CLAIR_ROLE_HEADING), CLAIR_ATTR_ARIA_LEVEL));
	assert_int_equal(clair_role_required_states(CLAIR_ROLE_OPTION)[0], 0);
	assert_true(has(clair_role_required_context(CLAIR_ROLE_TAB), CLAIR_ROLE_TABLIST));
	assert_int_equal(clair_role_required_context(CLAIR_ROLE_LINK)[0], 0);
	assert_true(has(clair_role_required_owned(CLAIR_ROLE_LIST), CLAIR_ROLE_LISTITEM));
	assert_int_equal(clair_role_required_owned(CLAIR_ROLE_NO_ROLE)[0], 0);
}

static void
values_of_states(void **state)
{
	static const struct {
		enum clair_attribute attribute;
		const char *value;
		bool valid;
	} values[] = {
		{CLAIR_ATTR_ARIA_PRESSED, "mixed", true}, {CLAIR_ATTR_ARIA_PRESSED, "horizontal", false},
		{CLAIR_ATTR_ARIA_EXPANDED, "collapsed", false}, {CLAIR_ATTR_ARIA_EXPANDED, "true", true},
		{CLAIR_ATTR_ARIA_EXPANDED, "mixed", false}, {CLAIR_ATTR_ARIA_BUSY, "undefined", false},
		{CLAIR_ATTR_ARIA_HIDDEN, "yes", false}, {CLAIR_ATTR_ARIA_HIDDEN, " TRUE ", true},
		{CLAIR_ATTR_ARIA_RELEVANT, "text removals", true},
		{CLAIR_ATTR_ARIA_RELEVANT, "text always", false},
		{CLAIR_ATTR_ARIA_LIVE, "polite off", false}, {CLAIR_ATTR_ARIA_LIVE, "polite", true},
		{CLAIR_ATTR_ARIA_ROWINDEX, "2.5", false}, {CLAIR_ATTR_ARIA_ROWINDEX, "2", true},
		{CLAIR_ATTR_ARIA_ROWINDEX, "-1", true}, {CLAIR_ATTR_ARIA_VALUENOW, "1.5", true},
		{CLAIR_ATTR_ARIA_VALUENOW, "1,5", false}, {CLAIR_ATTR_ARIA_VALUENOW, "1e3", true},
		{CLAIR_ATTR_ARIA_VALUENOW, ".", false}, {CLAIR_ATTR_ARIA_VALUENOW, "", true},
		{CLAIR_ATTR_ARIA_ACTIVEDESCENDANT, "a b", false},
		{CLAIR_ATTR_ARIA_OWNS, "a b", true}, {CLAIR_ATTR_ARIA_LABEL, "n'importe quoi", true},
	};
	size_t i;

	(void)state;
	for (i = 0; i < CLAIR_LEN(values); i++)
		if (clair_aria_value_is_valid(values[i].attribute, values[i].value) != values[i].valid)
			fail_msg("%s=%s", clair_attribute_names[values[i].attribute], values[i].value);
	assert_true(clair_aria_attribute_exists("aria-label"));
	assert_false(clair_aria_attribute_exists("aria-labeledby"));
	assert_false(clair_aria_attribute_exists("class"));
	assert_true(clair_aria_is_global(CLAIR_ATTR_ARIA_DISABLED));
	assert_false(clair_aria_is_global(CLAIR_ATTR_ARIA_CHECKED));
	assert_false(clair_aria_is_global(CLAIR_ATTR_CLASS));
}

/* Each attribute of ARIA in the list of names has a type, and each role a category. */
static void
tables_are_whole(void **state)
{
	unsigned i;

	(void)state;
	for (i = 1; i < CLAIR_ATTR_COUNT; i++)
		assert_int_equal(clair_aria_type(i) != CLAIR_ARIA_UNKNOWN,
		    strncmp(clair_attribute_names[i], "aria-", 5) == 0);
	for (i = 1; i < CLAIR_ROLE_COUNT; i++) {
		const uint16_t *list = clair_role_required_states(i);

		for (; *list != 0; list++)
			assert_true(clair_role_supports(i, *list));
	}
}

static void
ids(void **state)
{
	struct clair_ctx *ctx = support_page("<p id=a>1</p><b id=a>2</b><i id=''>3</i>");

	(void)state;
	assert_int_equal(clair_by_id(ctx, "a")->tag, CLAIR_TAG_P);
	assert_int_equal(clair_id_count(ctx, "a"), 2);
	assert_int_equal(clair_id_count(ctx, "b"), 0);
	assert_null(clair_by_id(ctx, "A"));
	assert_null(clair_by_id(ctx, ""));
	support_page_free(ctx);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(roles),
		cmocka_unit_test(explicit_and_implicit_roles),
		cmocka_unit_test(closest_role),
		cmocka_unit_test(tables_of_roles),
		cmocka_unit_test(values_of_states),
		cmocka_unit_test(tables_are_whole),
		cmocka_unit_test(ids),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
