/* Blocks: what is text of the page, of which kind, and in which language. */
#include "facts/text.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const kind_names[CLAIR_BLOCK_KIND_COUNT] = {
    [CLAIR_BLOCK_PARAGRAPH] = "paragraph",
    [CLAIR_BLOCK_HEADING] = "heading",
    [CLAIR_BLOCK_ITEM] = "item",
    [CLAIR_BLOCK_CELL] = "cell",
    [CLAIR_BLOCK_CAPTION] = "caption",
    [CLAIR_BLOCK_LABEL] = "label",
    [CLAIR_BLOCK_BUTTON] = "button",
    [CLAIR_BLOCK_QUOTE] = "quote",
    [CLAIR_BLOCK_CODE] = "code",
    [CLAIR_BLOCK_TITLE] = "title",
    [CLAIR_BLOCK_OTHER] = "other",
};

/* "kind:text/kind:text". */
static const char *
describe(struct clair_ctx *ctx)
{
	const char *all = "";

	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL;
	    block = clair_block_next(ctx, block))
		all = clair_asprintf(support_arena(), "%s%s%s:%s", all, all[0] != '\0' ? "/" : "",
		    kind_names[clair_block_kind(block)], clair_block_text(block));
	return all;
}

static const struct {
	const char *html;
	const char *blocks;
} cases[] = {
	{"", ""},
	{"<p></p><p> \n </p><p>&nbsp;</p>", "paragraph:\u00A0"},
	{"<title> Ma  page </title><p>a", "title:Ma page/paragraph:a"},
	{"<svg><title>non</title><text>non</text></svg><p>a", "paragraph:a"},
	{"<p>un  deux\n\ttrois ", "paragraph:un deux trois"},
	{"<h2>Titre</h2><p>Texte", "heading:Titre/paragraph:Texte"},
	{"<div role=heading aria-level=2>Titre</div>", "heading:Titre"},
	{"<h2><div>Titre</div></h2>", "heading:Titre"},
	{"<ul><li>un<li>deux<ul><li>trois</ul>quatre</ul>",
	    "item:un/item:deux/item:trois/item:quatre"},
	{"<ul><li><div>un</div><p>deux</p></ul>", "item:un/paragraph:deux"},
	{"<dl><dt>mot<dd>sens</dl>", "item:mot/item:sens"},
	{"<table><caption>c</caption><tr><th>a<td><div>b</div></table>",
	    "caption:c/cell:a/cell:b"},
	{"<figure><img src=a><figcaption><p>légende</p></figcaption></figure>", "caption:légende"},
	{"<form><fieldset><legend>l</legend><label>Nom <input></label><button>Ok</button></fieldset></form>",
	    "label:l/label:Nom/button:Ok"},
	{"<p>Choix <select><option>un<option>deux</select> fin</p>",
	    "paragraph:Choix/label:un/label:deux/paragraph:fin"},
	{"<p>a <label>b</label> c", "paragraph:a/label:b/paragraph:c"},
	{"<blockquote><p>dit</p></blockquote>", "quote:dit"},
	{"<blockquote><ul><li>dit</ul></blockquote>", "quote:dit"},
	{"<pre>int  x;</pre>", "code:int x;"},
	{"<div>a<p>b</p>c</div>", "other:a/paragraph:b/other:c"},
	{"<details><summary>s</summary></details>", "button:s"},
	{"<textarea>v</textarea><p>a", "paragraph:a"},
	/* inside a paragraph */
	{"<p><b>m</b>ot", "paragraph:mot"},
	{"<p>m<!-- x -->ot<script>x</script>s", "paragraph:mots"},
	{"<p>m<wbr>ot", "paragraph:mot"},
	{"<p>un<br>deux", "paragraph:un deux"},
	{"<p>un<img alt=deux>trois", "paragraph:un trois"},
	{"<p>un<input>trois", "paragraph:un trois"},
	{"<p>&Eacute;t&eacute; &amp; &lt;fin&gt;", "paragraph:Été & <fin>"},
	{"<p>a&nbsp;: b", "paragraph:a\u00A0: b"},
	{"<p> <b> a</b> <i> b </i> c", "paragraph:a b c"},
	{"<p>le mot<sup>2</sup> et m<sup>2</sup>, 1<sup>er</sup>",
	    "paragraph:le mot 2 et m2, 1er"},
	{"<p><video>non</video><iframe>non</iframe><object>non</object><canvas>non</canvas>a",
	    "paragraph:a"},
	/* hidden */
	{"<p hidden>non</p><p>a <span style='display:none'>non</span>b", "paragraph:a b"},
	{"<p aria-hidden=true>oui", "paragraph:oui"},
	{"<template><p>non</template><noscript><p>non</p></noscript><p>a", "paragraph:a"},
};

static void
test_kinds(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct clair_ctx *ctx =
		    support_worded(clair_asprintf(support_arena(), "<!DOCTYPE html>%s", cases[i].html), "");
		const char *blocks = describe(ctx);

		if (strcmp(blocks, cases[i].blocks) != 0)
			fail_msg("%s\n  wanted %s\n  got    %s", cases[i].html, cases[i].blocks, blocks);
		support_page_free(ctx);
	}
}

static void
test_nodes(void **state)
{
	struct clair_ctx *ctx = support_worded(
	    "<!DOCTYPE html><title>t</title><ul><li id=x>a</ul><p>b</p>", "");
	const struct clair_block *block = clair_block_at(ctx, 1);

	(void)state;
	assert_int_equal(clair_block_count(ctx), 3);
	assert_ptr_equal(clair_block_node(block), support_x(ctx));
	assert_int_equal(clair_tag(clair_block_node(clair_block_at(ctx, 0))), CLAIR_TAG_TITLE);
	assert_int_equal(clair_tag(clair_block_node(clair_block_next(ctx, block))), CLAIR_TAG_P);
	assert_null(clair_block_at(ctx, 3));
	assert_null(clair_block_next(ctx, clair_block_at(ctx, 2)));
	support_page_free(ctx);
}

static const struct {
	const char *html;
	bool french;
} languages[] = {
	{"<html lang=fr><p>Bonjour", true},
	{"<html lang=fr-FR><p>Bonjour", true},
	{"<html lang=en><p>Hello", false},
	{"<html lang=en><p lang=fr>Bonjour", true},
	{"<html lang=fr><p lang=en>Hello", false},
	{"<html lang=fr><div lang=en><p>Hello", false},
	{"<html lang=fr><pre>Bonjour</pre>", false},
	/* The attribute is wrong, and there are enough words to see it. */
	{"<html lang=fr><p>The council offers help to people who have lost their job and want to find a "
	 "new one this year.",
	    false},
	{"<html lang=fr><p>Das Amt hilft allen Menschen, die ihre Arbeit verloren haben und eine neue "
	 "Stelle suchen wollen.",
	    false},
	{"<html lang=fr><p>El consejo ayuda a las personas que han perdido su trabajo y que buscan otro en "
	 "la región para el año.",
	    false},
	{"<html lang=fr><p>Le groupe The Rolling Stones joue Paint It Black et The Last Time au stade de la "
	 "ville ce soir.",
	    true},
	{"<html lang=fr><p>The council offers help.", true},
	{"<html lang=fr><p>Le conseil aide les gens qui ont perdu leur emploi et qui en cherchent un "
	 "autre dans la région.",
	    true},
};

static void
test_languages(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(languages) / sizeof(languages[0]); i++) {
		struct clair_ctx *ctx =
		    support_worded(clair_asprintf(support_arena(), "<!DOCTYPE html>%s", languages[i].html), "");
		const struct clair_block *block = clair_block_at(ctx, 0);

		assert_non_null(block);
		if (clair_block_in_french(ctx, block) != languages[i].french)
			fail_msg("%s", languages[i].html);
		assert_int_equal(clair_block_in_french(ctx, block), languages[i].french);
		support_page_free(ctx);
	}
}

static void
test_part_span(void **state)
{
	struct clair_ctx *ctx = support_worded("<!DOCTYPE html><p>a  &eacute;t&eacute; <b>12&nbsp;%</b> z", "");
	const struct clair_block *block = clair_block_at(ctx, 0);
	uint32_t offset;
	uint32_t length;

	(void)state;
	assert_string_equal(clair_block_text(block), "a été 12\u00A0% z");
	clair_block_part_span(ctx, block, 8, 5, &offset, &length);
	assert_string_equal(
	    clair_strndup(support_arena(), ctx->page->source + offset, length), "12&nbsp;%");
	clair_block_part_span(ctx, block, 2, 5, &offset, &length);
	assert_string_equal(
	    clair_strndup(support_arena(), ctx->page->source + offset, length), "&eacute;t&eacute;");
	clair_block_part_span(ctx, block, 14, 99, &offset, &length);
	assert_string_equal(clair_strndup(support_arena(), ctx->page->source + offset, length), "z");
	clair_block_part_span(ctx, block, 99, 99, &offset, &length);
	assert_int_equal(length, 1);
	support_page_free(ctx);
}

/* As deep and as many as a hostile page may be. */
static void
test_hostile(void **state)
{
	static const char *const pieces[] = {"<div>a", "<b>a", "<a href=x>a", "<label>a", "<p>a<br>",
	    "<i lang=en>a", "<table><tr><td>a"};

	(void)state;
	for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++) {
		size_t length = strlen(pieces[i]);
		char *html = malloc(3000 * length + 32);
		struct clair_ctx *ctx;

		assert_non_null(html);
		memcpy(html, "<!DOCTYPE html>", 16);
		for (size_t j = 0; j < 3000; j++)
			memcpy(html + 15 + j * length, pieces[i], length + 1);
		ctx = support_worded(html, "");
		assert_true(clair_block_count(ctx) > 0);
		support_page_free(ctx);
		free(html);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_kinds),
	    cmocka_unit_test(test_nodes),
	    cmocka_unit_test(test_languages),
	    cmocka_unit_test(test_part_span),
	    cmocka_unit_test(test_hostile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
