/* The text of the main content by the element that styles it, and passages by their declaration. */
#include "base/buf.h"
#include "clairlint/rule.h"
#include "tests/support/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void
assert_prose(struct clair_ctx *ctx, size_t index, const char *tag, const char *text, uint32_t words)
{
	const struct clair_prose *prose = clair_prose_at(ctx, index);
	const char *start;

	assert_non_null(prose);
	start = clair_block_text(prose->block) + prose->from;
	assert_string_equal(clair_tag_name(prose->node), tag);
	assert_int_equal(prose->length, strlen(text));
	assert_memory_equal(start, text, prose->length);
	assert_int_equal(prose->words, words);
}

static void
pieces_have_one_style(void **state)
{
	struct clair_ctx *ctx = support_page("<!DOCTYPE html><nav><p>Le menu</p></nav>"
	    "<main><h1>Le titre</h1><p>La   <b>mairie</b> est<!-- -->  là, • 12 h\n30</p><pre>un code</pre>"
	    "<p hidden>caché</p><p>été<i style='visibility:hidden'> caché</i> comme hiver</p></main>"
	    "<footer><p>Le pied</p></footer>");

	(void)state;
	assert_int_equal(clair_prose_count(ctx), 6);
	assert_prose(ctx, 0, "h1", "Le titre", 2);
	assert_prose(ctx, 1, "p", "La ", 1);
	assert_prose(ctx, 2, "b", "mairie ", 1);
	assert_prose(ctx, 3, "p", "est là, • 12 h 30", 3);
	assert_prose(ctx, 4, "p", "été ", 1);
	assert_prose(ctx, 5, "p", "comme hiver", 2);
	assert_null(clair_prose_at(ctx, 6));
	support_page_free(ctx);
}

static bool
is_italic(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	return clair_style_is(ctx, prose->node, CLAIR_CSS_FONT_STYLE, "italic");
}

static const struct clair_passage_search italics = {
	.property = CLAIR_CSS_FONT_STYLE,
	.blocks = CLAIR_PROSE_BLOCKS,
	.words = 2,
	.harms = is_italic,
};

static void
assert_passages(const struct clair_passages *passages, const char *start, uint32_t count, uint32_t words)
{
	const char *text = clair_block_text(passages->first->block) + passages->first->from;

	assert_int_equal(passages->length, strlen(start));
	assert_memory_equal(text, start, passages->length);
	assert_int_equal(passages->count, count);
	assert_int_equal(passages->words, words);
}

static void
passages_come_by_declaration(void **state)
{
	struct clair_ctx *ctx = support_page("<!DOCTYPE html>"
	    "<style>.a { font-style: italic } .b { font-style: italic }</style><main>"
	    "<p>un <span class=a>deux trois</span> quatre <span class=b>cinq <b>six</b></span></p>"
	    "<p class=a>sept huit neuf</p><p class=a>seul</p><h2 class=a>pas un titre</h2>"
	    "<p class=a>dix <code>du code</code> onze <a href=/>le lien</a> douze</p>"
	    "<p style='font-style:italic'>treize quatorze</p><p style='font-style: italic'>quinze seize</p>"
	    "<p><em>dix-sept dix-huit</em></p></main>");
	const struct clair_passages *found;

	(void)state;
	assert_int_equal(clair_passages(ctx, &italics, &found), 4);
	assert_passages(&found[0], "deux trois ", 3, 7);
	assert_passages(&found[1], "cinq six", 1, 2);
	assert_passages(&found[2], "treize quatorze", 2, 4);
	assert_passages(&found[3], "dix-sept dix-huit", 1, 2);
	support_page_free(ctx);
}

static const struct clair_node *
parent(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	(void)ctx;
	return clair_parent(prose->node);
}

static void
another_element_may_declare(void **state)
{
	struct clair_ctx *ctx = support_page("<!DOCTYPE html><main><p><em>un deux</em></p></main>");
	struct clair_passage_search search = italics;
	const struct clair_passages *found;

	(void)state;
	search.declares = parent;
	assert_int_equal(clair_passages(ctx, &search, &found), 1);
	assert_int_equal(clair_tag(found[0].styled), CLAIR_TAG_P);
	support_page_free(ctx);
}

enum { MANY = 70, ENOUGH = 64 };

static void
many_declarations_are_cut(void **state)
{
	const struct clair_passages *found;
	struct clair_ctx *ctx;
	struct clair_buf page;
	char line[80];

	(void)state;
	clair_buf_init(&page, 0);
	clair_buf_puts(&page, "<!DOCTYPE html><main>");
	for (unsigned i = 0; i < MANY; i++) {
		snprintf(line, sizeof(line), "<style>.c%u { font-style: italic }</style><p class=c%u>un deux</p>", i, i);
		clair_buf_puts(&page, line);
	}
	ctx = support_page(page.bytes);
	assert_int_equal(clair_passages(ctx, &italics, &found), ENOUGH);
	assert_int_equal(found[ENOUGH - 1].count, 1);
	support_page_free(ctx);
	clair_buf_free(&page);
}

static void
an_empty_page_has_none(void **state)
{
	struct clair_ctx *ctx = support_page("");
	const struct clair_passages *found;

	(void)state;
	assert_int_equal(clair_prose_count(ctx), 0);
	assert_int_equal(clair_passages(ctx, &italics, &found), 0);
	assert_null(found);
	support_page_free(ctx);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_have_one_style),
		cmocka_unit_test(passages_come_by_declaration),
		cmocka_unit_test(another_element_may_declare),
		cmocka_unit_test(many_declarations_are_cut),
		cmocka_unit_test(an_empty_page_has_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
