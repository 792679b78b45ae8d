/* Edits of the source: start tags written in all the ways that browsers read. */
#include "tests/support/page.h"

#include "engine/edit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct clair_edit *maker(const struct clair_node *node, const char *one, const char *other,
    struct clair_arena *arena);

struct edit_case {
	const char *html;     /* has an element with the id x */
	const char *one, *other;
	const char *expected; /* NULL: no edit */
};

static void
check(maker *make, const struct edit_case *one)
{
	struct clair_ctx *ctx = support_page(one->html);
	struct clair_edit *edits = make(support_x(ctx), one->one, one->other, &ctx->page->mem);
	struct clair_buf out;

	if (edits == NULL || one->expected == NULL) {
		if ((edits == NULL) != (one->expected == NULL))
			fail_msg("%s: an edit is %s", one->html, edits == NULL ? "missing" : "made");
		support_page_free(ctx);
		return;
	}
	clair_buf_init(&out, 0);
	assert_true(clair_edits_apply(&out, one->html, strlen(one->html), edits));
	assert_string_equal(out.bytes, one->expected);
	clair_buf_free(&out);
	support_page_free(ctx);
}

#define CHECK_ALL(make, cases) \
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) \
	check(make, &(cases)[i])

static struct clair_edit *
set(const struct clair_node *node, const char *name, const char *value, struct clair_arena *arena)
{
	return clair_edit_set_attribute(node, name, value, arena);
}

static void
an_attribute_is_set(void **state)
{
	static const struct edit_case cases[] = {
	    {"<p id=x>a", "lang", "fr", "<p id=x lang=\"fr\">a"},
	    {"<br id=\"x\"/>", "lang", "fr", "<br id=\"x\" lang=\"fr\"/>"},
	    /* Without quotes the slash is a part of the value. */
	    {"<br id=x class=a/>", "lang", "fr", "<br id=x class=a/ lang=\"fr\">"},
	    {"<p id=x lang=\"en\">", "lang", "fr", "<p id=x lang=\"fr\">"},
	    {"<p id=x lang='en' >", "lang", "fr", "<p id=x lang='fr' >"},
	    {"<p id=x lang=en>", "lang", "fr", "<p id=x lang=\"fr\">"},
	    {"<p lang = en id=x>", "lang", "fr", "<p lang = \"fr\" id=x>"},
	    {"<p id=x lang>", "lang", "fr", "<p id=x lang=\"fr\">"},
	    {"<p id=x lang=>", "lang", "fr", "<p id=x lang=\"fr\">"},
	    {"<p id=x lang=\"\">", "lang", "fr", "<p id=x lang=\"fr\">"},
	    {"<p id=x lang=''>", "lang", "fr", "<p id=x lang='fr'>"},
	    {"<P ID=x LANG=EN>", "lang", "fr", "<P ID=x LANG=\"fr\">"},
	    {"<p id=x lang=en lang=de>", "lang", "fr", "<p id=x lang=\"fr\" lang=de>"},
	    {"<p id=x\n   title=\"a > b\">", "lang", "fr", "<p id=x\n   title=\"a > b\" lang=\"fr\">"},
	    {"<p id=x title=\"l&apos;&amp;\">", "title", "a & b", "<p id=x title=\"a &amp; b\">"},
	    {"<p id=x>", "title", "dit \"l'an\" <b>", "<p id=x title=\"dit &quot;l'an&quot; &lt;b>\">"},
	    {"<p id=x title='a'>", "title", "\"l'an\"", "<p id=x title='\"l&#39;an\"'>"},
	    {"<svg id=x viewbox='0 0 1 1'/>", "aria-hidden", "true",
	        "<svg id=x viewbox='0 0 1 1' aria-hidden=\"true\"/>"},
	    {"<p id=x a\">", "a\"", "1", "<p id=x a\"=\"1\">"},
	    {"<p id=x a\"=1>", "a\"", "2", "<p id=x a\"=\"2\">"},
	};

	(void)state;
	CHECK_ALL(set, cases);
}

static struct clair_edit *
removed(const struct clair_node *node, const char *name, const char *value, struct clair_arena *arena)
{
	(void)value;
	return clair_edit_remove_attribute(node, name, arena);
}

static void
an_attribute_is_removed(void **state)
{
	static const struct edit_case cases[] = {
	    {"<p id=x title=\"a\">", "title", "", "<p id=x>"},
	    {"<p title=\"a\" id=x>", "title", "", "<p id=x>"},
	    {"<p\n\ttitle='a'\n\tid=x>", "title", "", "<p\n\tid=x>"},
	    {"<p id=x title>", "title", "", "<p id=x>"},
	    {"<p id=x title=>", "title", "", "<p id=x>"},
	    {"<p TITLE = a id=x>", "title", "", "<p id=x>"},
	    {"<p id=\"x\"title=\"a\"lang=\"fr\">", "title", "", "<p id=\"x\"lang=\"fr\">"},
	    /* The space is all that parts the neighbours. */
	    {"<p id=x title=\"a\"lang=fr>", "title", "", "<p id=x lang=fr>"},
	    {"<br id=x title=\"a\"/>", "title", "", "<br id=x />"},
	    {"<p id=x>", "title", "", NULL},
	    {"<p id=x title=a title=b>", "title", "", "<p id=x title=b>"},
	};

	(void)state;
	CHECK_ALL(removed, cases);
}

static struct clair_edit *
without_copies(
    const struct clair_node *node, const char *name, const char *value, struct clair_arena *arena)
{
	(void)name;
	(void)value;
	return clair_edit_remove_copies(node, arena);
}

static void
further_copies_are_removed(void **state)
{
	static const struct edit_case cases[] = {
	    {"<p id=x class=a class=b>", "", "", "<p id=x class=a>"},
	    {"<p id=x class=a CLASS='b' lang=fr class id=y lang=en>", "", "", "<p id=x class=a lang=fr>"},
	    {"<p id=x class=a class=\"b\"lang=fr>", "", "", "<p id=x class=a lang=fr>"},
	    {"<svg id=x viewBox='1' VIEWBOX='2'></svg>", "", "", "<svg id=x viewBox='1'></svg>"},
	    {"<p id=x class=a>", "", "", NULL},
	};

	(void)state;
	CHECK_ALL(without_copies, cases);
}

static struct clair_edit *
renamed(const struct clair_node *node, const char *name, const char *value, struct clair_arena *arena)
{
	(void)value;
	return clair_edit_rename(node, name, arena);
}

static void
an_element_is_renamed(void **state)
{
	static const struct edit_case cases[] = {
	    {"<font id=x>a</font>b", "span", "", "<span id=x>a</span>b"},
	    {"<FONT id=x><b>a</b><font>c</font></FONT >b", "span", "", "<span id=x><b>a</b><font>c</font></span >b"},
	    {"<font id=x>a < b &lt;/font></font>", "span", "", "<span id=x>a < b &lt;/font></span>"},
	    {"<font id=x>a<fonts>b</fonts></font>", "span", "", "<span id=x>a<fonts>b</fonts></span>"},
	    {"<div><font id=x>a</div>", "span", "", NULL},
	    {"<font id=x>a<!-- </font> --></font>", "span", "", NULL},
	    {"<font id=x><script>'</font>'</script></font>", "span", "", NULL},
	    /* What was moved or opened again is not one stretch of the source. */
	    {"<p><font id=x>a<p>b</font>", "span", "", NULL},
	};

	(void)state;
	CHECK_ALL(renamed, cases);
}

static struct clair_edit *
dropped(const struct clair_node *node, const char *name, const char *value, struct clair_arena *arena)
{
	(void)name;
	(void)value;
	return clair_edit_remove_element(node, arena);
}

static void
an_element_is_removed(void **state)
{
	static const struct edit_case cases[] = {
	    {"<p>a<h2 id=x></h2>b", "", "", "<p>ab"},
	    {"<div><h2 id=x><span> </span>\n</H2\n>b</div>", "", "", "<div>b</div>"},
	    {"<meta id=x content=1><p>b", "", "", "<p>b"},
	    {"<h2 id=x>", "", "", NULL},
	};

	(void)state;
	CHECK_ALL(dropped, cases);
}

static void
text_is_replaced_where_it_is_only_text(void **state)
{
	const char *html = "<p id=x>nonobstant <b>le</b> R&amp;D</p>";
	struct clair_ctx *ctx = support_page(html);
	struct clair_arena *arena = &ctx->page->mem;
	struct clair_edit *edit = clair_edit_text(ctx->page, 8, 10, "malgré & <", arena);

	(void)state;
	assert_non_null(edit);
	assert_string_equal(edit->text, "malgré &amp; &lt;");
	assert_int_equal(edit->offset, 8);
	assert_int_equal(edit->length, 10);
	assert_null(clair_edit_text(ctx->page, 8, 15, "malgré", arena));
	assert_null(clair_edit_text(ctx->page, 8, 0, "malgré", arena));
	support_page_free(ctx);
}

static void
edits_are_joined_in_order_when_they_are_apart(void **state)
{
	struct clair_edit a = {.offset = 2, .length = 2, .text = "A"};
	struct clair_edit b = {.offset = 4, .length = 1, .text = "B"};
	struct clair_edit c = {.offset = 4, .length = 0, .text = "C"};
	struct clair_edit d = {.offset = 3, .length = 3, .text = "D"};
	struct clair_buf out;

	(void)state;
	assert_ptr_equal(clair_edits_join(&b, &a), &a);
	assert_ptr_equal(a.next, &b);
	assert_null(b.next);
	clair_buf_init(&out, 0);
	assert_true(clair_edits_apply(&out, "012345", 6, &a));
	assert_string_equal(out.bytes, "01AB5");
	clair_buf_free(&out);
	a.next = NULL;
	assert_null(clair_edits_join(&a, &c));
	a.next = c.next = NULL;
	assert_null(clair_edits_join(&a, &d));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_attribute_is_set),
	    cmocka_unit_test(an_attribute_is_removed),
	    cmocka_unit_test(further_copies_are_removed),
	    cmocka_unit_test(an_element_is_renamed),
	    cmocka_unit_test(an_element_is_removed),
	    cmocka_unit_test(text_is_replaced_where_it_is_only_text),
	    cmocka_unit_test(edits_are_joined_in_order_when_they_are_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
