/* Figures of the main content, on an example worked by hand. */
#include "facts/text.h"
#include "tests/support/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct clair_arena arena;
static struct clair_dict *dict;

/*
 * La mairie ouvre à midi.            5 words: 1 + 2 + 1 + 1 + 2 = 7 syllables
 * L’accueil donne les formulaires.   4 words: 0 + 2 + 1 + 1 + 3 = 7
 * Apportez une carte                 3 words: 3 + 1 + 1 = 5
 * In sum 12 words, 3 sentences, 19 syllables: 4 words a sentence, 19 / 12 a word,
 * 207 − 1.015 × 4 − 73.6 × 19 / 12 = 86.4067.
 * Left out: title, heading, navigation, button, code, what is hidden, what is in another language.
 */
static const char page[] =
    "<!DOCTYPE html><html lang=fr><title>Une page</title>"
    "<nav><p>Le menu est ici.</p></nav>"
    "<main><h1>Un titre</h1>"
    "<p>La mairie ouvre à midi. L’accueil donne les formulaires.</p>"
    "<ul><li>Apportez une carte</li></ul>"
    "<p hidden>Caché.</p><p lang=en>This is not French.</p><pre>du code</pre>"
    "<button>Envoyer</button><p>12 %</p></main>";

static struct clair_ctx *
open_page(const char *html)
{
	struct clair_ctx *ctx = support_page(html);

	ctx->dict = dict;
	return ctx;
}

static void
test_example(void **state)
{
	struct clair_ctx *ctx = open_page(page);
	const struct clair_readability *figures = clair_readability(ctx);

	(void)state;
	assert_int_equal(figures->words, 12);
	assert_int_equal(figures->sentences, 3);
	assert_int_equal(figures->syllables, 19);
	assert_int_equal(figures->long_sentences, 0);
	assert_float_equal(figures->words_per_sentence, 4, 1e-9);
	assert_float_equal(figures->syllables_per_word, 19.0 / 12, 1e-9);
	assert_float_equal(figures->kandel_moles, 86.4067, 1e-3);
	assert_ptr_equal(clair_readability(ctx), figures);
	support_page_free(ctx);
}

static void
test_empty(void **state)
{
	static const char *const pages[] = {"", "<p>12 345", "<html lang=en><p>Hello"};

	(void)state;
	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		struct clair_ctx *ctx = open_page(clair_asprintf(&arena, "<!DOCTYPE html>%s", pages[i]));
		const struct clair_readability *figures = clair_readability(ctx);

		assert_int_equal(figures->words, 0);
		assert_int_equal(figures->sentences, 0);
		assert_float_equal(figures->kandel_moles, 0, 0);
		support_page_free(ctx);
	}
}

/* Fifteen words are not over the threshold of fifteen; sixteen are. */
static void
test_long_sentences(void **state)
{
	struct clair_ctx *ctx = open_page("<!DOCTYPE html><html lang=fr>"
	    "<p>Un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze.</p>"
	    "<p>Un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize."
	    "</p>");
	const struct clair_readability *figures = clair_readability(ctx);

	(void)state;
	assert_int_equal(figures->words, 31);
	assert_int_equal(figures->sentences, 2);
	assert_int_equal(figures->long_sentences, 1);
	support_page_free(ctx);
}

static int
open_dict(void **state)
{
	const char *error = "";

	(void)state;
	clair_arena_init(&arena, 0);
	return clair_dict_new(&dict, "dictionaries", NULL, &arena, &error) == CLAIR_OK ? 0 : -1;
}

static int
close_dict(void **state)
{
	(void)state;
	clair_dict_free(dict);
	clair_arena_free(&arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_example),
	    cmocka_unit_test(test_empty),
	    cmocka_unit_test(test_long_sentences),
	};

	return cmocka_run_group_tests(tests, open_dict, close_dict);
}
