/* What the source says before any meaning; where fragments lead; which lang attributes count. */
#include "tests/support/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void
doctypes(void **state)
{
	static const struct {
		const char *html;
		enum clair_doctype doctype;
		bool html5;
	} cases[] = {
	    {"<p>a", CLAIR_DOCTYPE_MISSING, false},
	    {"<!-- <!DOCTYPE html> --><p>a", CLAIR_DOCTYPE_MISSING, false},
	    {"<script>'<!DOCTYPE html>'</script><p title='<!DOCTYPE html>'>a<p>b", CLAIR_DOCTYPE_MISSING,
	        false},
	    {"<!DOCTYPE html><p>a", CLAIR_DOCTYPE_KNOWN, true},
	    {"\xEF\xBB\xBF<?xml version='1.0'?>\n<!DOCTYPE html><p>a", CLAIR_DOCTYPE_KNOWN, true},
	    {"<!-- a > b --><!doctype HTML ><p>a", CLAIR_DOCTYPE_KNOWN, true},
	    {"<!DOCTYPE html SYSTEM 'about:legacy-compat'><p>a", CLAIR_DOCTYPE_KNOWN, true},
	    {"<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x'><p>a", CLAIR_DOCTYPE_KNOWN,
	        false},
	    {"<!DOCTYPE html PUBLIC '-//Mairie//DTD Page 1.0//FR'><p>a", CLAIR_DOCTYPE_UNKNOWN, false},
	    {"<!DOCTYPE page><p>a", CLAIR_DOCTYPE_UNKNOWN, true},
	    {"<!DOCTYPE html lang='fr'><p>a", CLAIR_DOCTYPE_UNKNOWN, true},
	    {"<p>a</p><!DOCTYPE html><p>b", CLAIR_DOCTYPE_LATE, false},
	    {"<html><!DOCTYPE html><p>b", CLAIR_DOCTYPE_LATE, false},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);

		assert_int_equal(clair_doctype(ctx), cases[i].doctype);
		assert_int_equal(clair_page_is_html5(ctx), cases[i].html5);
		support_page_free(ctx);
	}
}

/* The first element of the tag, and where it is opened again. */
static void
opened_again(void **state)
{
	static const struct {
		const char *html;
		enum clair_tag tag;
		bool again;
	} cases[] = {
	    {"<p><a href=x>a</a><p>b", CLAIR_TAG_A, false},
	    {"<p><a href=x>a<p>b</a>", CLAIR_TAG_A, true},
	    {"<p><a href=x>a</p><p>b<a href=y>c</a>", CLAIR_TAG_A, true},
	    {"<a href=x>a <a href=y>b</a>", CLAIR_TAG_A, false},
	    {"<b>a<div>b</b>c</div>", CLAIR_TAG_B, true},
	    {"<b>a</b><b>b</b>", CLAIR_TAG_B, false},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);
		const struct clair_node *node = clair_tag_at(ctx, cases[i].tag, 0);

		assert_int_equal(clair_opened_again(ctx, node) != NULL, cases[i].again);
		support_page_free(ctx);
	}
}

static void
end_tags(void **state)
{
	static const struct {
		const char *html;
		bool ended;
	} cases[] = {
	    {"<h2>a</h2><p>b", true},
	    {"<div><h2>a<p>b</div>", false},
	    {"<h2>a</h3>", true},
	    {"<h2>a", false},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);

		assert_int_equal(clair_has_end_tag(clair_tag_at(ctx, CLAIR_TAG_H2, 0)), cases[i].ended);
		support_page_free(ctx);
	}
}

static void
texts_out_of_tables(void **state)
{
	static const struct {
		const char *html;
		const char *text;
	} cases[] = {
	    {"<p>a</p><table><tr><td>b</table>", ""},
	    {"a<table>b<tr><td>c</table>", "b"},
	    {"a<table><tr>  b  c <b>d</b><td>e</table>", "b c"},
	    {"a<table> <tr> <td>e</table>", ""},
	    {"<table><tr><td><table>a<tr><td>b</table></table>", ""},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);

		assert_string_equal(
		    clair_text_out_of_table(ctx, clair_tag_at(ctx, CLAIR_TAG_TABLE, 0)), cases[i].text);
		support_page_free(ctx);
	}
}

static void
sheets_and_scripts(void **state)
{
	static const struct {
		const char *html;
		bool sheets, scripts;
	} cases[] = {
	    {"<p style='color: red' onclick='f()'>a", false, false},
	    {"<style></style>", true, false},
	    {"<link rel='icon' href=a>", false, false},
	    {"<link rel='alternate StyleSheet' href=a>", true, false},
	    {"<script></script>", false, true},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);

		assert_int_equal(clair_page_has_sheets(ctx), cases[i].sheets);
		assert_int_equal(clair_page_has_scripts(ctx), cases[i].scripts);
		support_page_free(ctx);
	}
}

static void
repeated_attributes(void **state)
{
	static const struct {
		const char *html;
		const char *name; /* NULL: none */
	} cases[] = {
	    {"<p id=x>", NULL},
	    {"<p id=x class=a class=b>", "class"},
	    {"<p CLASS=a id=x Class = 'b'>", "class"},
	    {"<p id=x title='class=a class=b'>", NULL},
	    {"<p id=x title=\"a>b\" lang=fr/>", NULL},
	    {"<p id=x class class=''>", "class"},
	    {"<p id=x/class=a/id=y>", NULL},
	    {"<p id='x'class='a'>", NULL},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);
		const struct clair_node *p = clair_tag_at(ctx, CLAIR_TAG_P, 0);
		const char *name = clair_repeated_attribute(ctx, p);

		if (cases[i].name == NULL)
			assert_null(name);
		else
			assert_string_equal(name == NULL ? "" : name, cases[i].name);
		support_page_free(ctx);
	}
}

static void
anchors(void **state)
{
	struct clair_ctx *ctx =
	    support_page("<p id=a></p><a name=b></a><p id='été'></p><p name=c></p><a name=a id=d></a>");

	(void)state;
	assert_ptr_equal(clair_anchor(ctx, "a"), clair_tag_at(ctx, CLAIR_TAG_P, 0));
	assert_ptr_equal(clair_anchor(ctx, "b"), clair_tag_at(ctx, CLAIR_TAG_A, 0));
	assert_ptr_equal(clair_anchor(ctx, "%C3%A9t%c3%a9"), clair_tag_at(ctx, CLAIR_TAG_P, 1));
	assert_null(clair_anchor(ctx, "c"));
	assert_null(clair_anchor(ctx, "%"));
	assert_null(clair_anchor(ctx, ""));
	support_page_free(ctx);
}

static void
namesakes(void **state)
{
	struct clair_ctx *ctx = support_page("<a href=/1>Plan</a><a href=/1>Plan</a><a>Plan</a>"
	    "<a href=/2 hidden>Plan</a><a href=/2>plan</a><a href=/3>Plan</a><a href=/4>Carte</a>");
	const struct clair_node *first = clair_tag_at(ctx, CLAIR_TAG_A, 0);

	(void)state;
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++)
		assert_ptr_equal(clair_link_namesake(ctx, clair_tag_at(ctx, CLAIR_TAG_A, i)),
		    i == 4 ? first : NULL);
	support_page_free(ctx);
}

static void
lang_is_used(void **state)
{
	static const struct {
		const char *html;
		bool used;
	} cases[] = {
	    {"<p id=x lang=en>Hello", true},
	    {"<p id=x lang=en> \n ", false},
	    {"<p id=x lang=en hidden>Hello", false},
	    {"<p id=x lang=en aria-hidden=true>Hello", true},
	    {"<p id=x lang=en><b lang=fr>Bonjour</b>", false},
	    {"<p id=x lang=en><b lang=fr>Bonjour</b> hello", true},
	    {"<p id=x lang=en><img alt='Hello'>", true},
	    {"<p id=x lang=en><img alt=''>", false},
	    {"<p id=x lang=en><img alt='Hello' aria-hidden=true>", false},
	    {"<div id=x lang=en><script>hello()</script><style>p{}</style></div>", false},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);

		if (clair_lang_is_used(ctx, support_x(ctx)) != cases[i].used)
			print_error("%s\n", cases[i].html);
		assert_int_equal(clair_lang_is_used(ctx, support_x(ctx)), cases[i].used);
		support_page_free(ctx);
	}
}

static void
headers_of_aria_tables(void **state)
{
	static const struct {
		const char *html; /* inside a grid with one row of data after it */
		bool has;
	} cases[] = {
	    {"<div role=row><b role=columnheader id=x>A</b></div>", true},
	    {"<div role=row><b role=columnheader>A</b><b role=columnheader id=x>B</b></div>", true},
	    {"<div role=row><b role=columnheader>A</b><b role=columnheader>B</b>"
	     "<b role=columnheader id=x>C</b></div>", false},
	    {"<div role=row><b role=columnheader>A</b><b role=columnheader>B</b>"
	     "<b role=columnheader id=x aria-colindex=9>C</b></div>", true},
	    {"<div role=row><b role=rowheader id=x>A</b></div>", false},
	    {"<div role=row><b role=rowheader id=x>A</b><b role=cell>1</b></div>", true},
	    {"<b role=columnheader id=x>A</b>", true},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		char html[1024];
		struct clair_ctx *ctx;

		snprintf(html, sizeof(html), "<div role=grid>%s<div role=row><b role=cell>1</b>"
		    "<b role=cell>2</b></div></div>", cases[i].html);
		ctx = support_page(html);
		if (clair_header_has_cells(ctx, support_x(ctx)) != cases[i].has)
			print_error("%s\n", cases[i].html);
		assert_int_equal(clair_header_has_cells(ctx, support_x(ctx)), cases[i].has);
		support_page_free(ctx);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(doctypes),
	    cmocka_unit_test(opened_again),
	    cmocka_unit_test(end_tags),
	    cmocka_unit_test(texts_out_of_tables),
	    cmocka_unit_test(sheets_and_scripts),
	    cmocka_unit_test(repeated_attributes),
	    cmocka_unit_test(anchors),
	    cmocka_unit_test(namesakes),
	    cmocka_unit_test(lang_is_used),
	    cmocka_unit_test(headers_of_aria_tables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
