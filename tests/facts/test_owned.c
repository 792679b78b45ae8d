/* Parents and children in the accessibility tree. */
#include "tests/support/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void
parents(void **state)
{
	static const struct {
		const char *html;
		const char *parent; /* id */
	} cases[] = {
		{"<div id=p role=list><b id=x role=listitem></b></div>", "p"},
		{"<div id=p role=list><div><div role=none><label><b id=x role=listitem></b></label></div>"
		 "</div></div>", "p"},
		{"<div id=q role=list><div id=p role=tabpanel><b id=x role=listitem></b></div></div>", "p"},
		{"<div id=p role=list aria-owns='a x'></div><b id=x role=listitem></b>", "p"},
		{"<div id=p role=list aria-owns=a></div><i id=a><b id=x role=listitem></b></i>", "p"},
		{"<div id=p role=list aria-owns=x></div><div role=list aria-owns=x></div><b id=x></b>", "p"},
		{"<main id=p><i id=x aria-owns=x>a</i></main>", "p"},
		/* A circle: the second ownership does not count. */
		{"<main id=p><i id=x role=note aria-owns=b>a</i><i id=b role=note aria-owns=x></i></main>",
		    "p"},
		/* An element may not own what holds it. */
		{"<main id=p><div id=x role=note><b role=note aria-owns=x></b></div></main>", "p"},
	};
	size_t i;

	(void)state;
	for (i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);
		const struct clair_node *parent = clair_aria_parent(ctx, support_x(ctx));

		if (parent == NULL || parent != clair_by_id(ctx, cases[i].parent))
			fail_msg("%s", cases[i].html);
		support_page_free(ctx);
	}
}

static void
root_has_no_parent(void **state)
{
	struct clair_ctx *ctx = support_page("<p id=x>a</p>");

	(void)state;
	assert_ptr_equal(clair_aria_parent(ctx, support_x(ctx)), clair_root(ctx));
	assert_null(clair_aria_parent(ctx, clair_root(ctx)));
	support_page_free(ctx);
}

static void
children(void **state)
{
	static const struct {
		const char *html;
		const char *ids; /* of the children, in order */
	} cases[] = {
		{"<ul id=x><li id=a>1<li id=b>2</ul>", "a b "},
		{"<ul id=x><div></div><div></div></ul>", ""},
		{"<ul id=x><div><li></div></ul>", ""},
		{"<div id=x role=list><div role=none><b id=a role=listitem></b></div>"
		 "<b id=b role=listitem><i role=note></i></b></div>", "a b "},
		{"<ul id=x><li id=a hidden>1<li id=b aria-hidden=true>2<li id=c>3</ul>", "c "},
		{"<ul id=x><script></script><template></template><li id=a>1</ul>", "a "},
		{"<div id=x role=list aria-owns='b a'><b id=c role=listitem></b></div>"
		 "<b id=a role=listitem></b><b id=b role=listitem></b>", "c b a "},
		{"<div id=x role=list><b id=a role=listitem></b><b id=c role=listitem></b></div>"
		 "<div role=list aria-owns=a></div>", "c "},
		{"<div id=x role=list aria-owns=b></div><div id=b><b id=a role=listitem></b></div>", "a "},
		{"<div id=x role=list aria-owns=a></div><b id=a role=listitem hidden></b>", ""},
		{"<div id=x role=list><div aria-owns=a></div></div><b id=a role=listitem></b>", "a "},
		{"<div id=x role=list style='visibility:hidden'><b id=a role=listitem></b>"
		 "<b id=b role=listitem style='visibility:visible'></b></div>", "b "},
		{"<table id=x role=menu><tr role=list id=a><td id=b role=menuitem>1</table>", "a "},
		{"<select id=x><option id=a>1<option id=b>2</select>", "a b "},
	};
	size_t i;
	size_t j;

	(void)state;
	for (i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);
		const struct clair_node *x = support_x(ctx);
		char ids[64] = "";

		for (j = 0; j < clair_aria_child_count(ctx, x); j++) {
			strncat(ids, clair_attr(clair_aria_child(ctx, x, j), CLAIR_ATTR_ID), 20);
			strncat(ids, " ", 2);
		}
		if (strcmp(ids, cases[i].ids) != 0)
			print_error("%s\n", cases[i].html);
		assert_string_equal(ids, cases[i].ids);
		assert_null(clair_aria_child(ctx, x, j));
		support_page_free(ctx);
	}
}

/* Elements without role, each the owner of the next or of the one before: a chain as long as the page
 * neither recurses without end nor takes quadratic time. */
static void
long_chain(int step)
{
	enum { LINKS = 100000 };
	size_t room = (size_t)LINKS * 48;
	char *html = malloc(room);
	const char *top = step > 0 ? "x0" : "x99999";
	size_t length = 0;
	struct clair_ctx *ctx;

	assert_non_null(html);
	for (int i = 0; i < LINKS; i++)
		length += (size_t)snprintf(html + length, room - length,
		    "<b id=x%d aria-owns=x%d></b>", i, i + step);
	ctx = support_page(html);
	assert_non_null(clair_by_id(ctx, top));
	assert_int_equal(clair_aria_child_count(ctx, clair_by_id(ctx, top)), 0);
	assert_ptr_equal(clair_aria_parent(ctx, clair_by_id(ctx, "x0")), clair_root(ctx));
	support_page_free(ctx);
	free(html);
}

static void
long_chains_of_owners(void **state)
{
	(void)state;
	long_chain(1);
	long_chain(-1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parents),
		cmocka_unit_test(root_has_no_parent),
		cmocka_unit_test(children),
		cmocka_unit_test(long_chains_of_owners),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
