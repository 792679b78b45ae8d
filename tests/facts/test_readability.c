/* Figures of the main content, on an example worked by hand. */
#include "facts/text.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

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

static void
test_example(void **state)
{
	struct clair_ctx *ctx = support_worded(page, "");
	const struct clair_readability *figures = clair_readability(ctx);

	(void)state;
	assert_int_equal(figures->words, 12);
	assert_int_equal(figures->sentences, 3);
	assert_int_equal(figures->syllables, 19);
	assert_int_equal(clair_sentences_over(ctx, 4), 1);
	assert_int_equal(clair_sentences_over(ctx, 5), 0);
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
		struct clair_ctx *ctx = support_worded(clair_asprintf(support_arena(), "<!DOCTYPE html>%s", pages[i]), "");
		const struct clair_readability *figures = clair_readability(ctx);

		assert_int_equal(figures->words, 0);
		assert_int_equal(figures->sentences, 0);
		assert_float_equal(figures->kandel_moles, 0, 0);
		support_page_free(ctx);
	}
}

/* Twenty-five words are not over the threshold of twenty-five; twenty-six are. */
static void
test_long_sentences(void **state)
{
#define TWENTY \
	"Un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize " \
	"dix sept dix huit "
	struct clair_ctx *ctx = support_worded("<!DOCTYPE html><html lang=fr>"
	    "<p>" TWENTY "puis un deux trois quatre.</p><p>" TWENTY "puis un deux trois quatre cinq.</p>", "");
	const struct clair_readability *figures = clair_readability(ctx);

	(void)state;
	assert_int_equal(figures->words, 51);
	assert_int_equal(figures->sentences, 2);
	assert_int_equal(clair_sentences_over(ctx, 25), 1);
	assert_int_equal(clair_sentences_over(ctx, 100), 0);
	support_page_free(ctx);
}

/* What is not to be read from end to end is not measured. */
static const struct {
	const char *html;
	uint32_t sentences;
} prose[] = {
	{"<p>La mairie ouvre le lundi.</p>", 1},
	{"<p>Jeanne Martin, Paul Durand, Louise Petit.</p>", 0},
	{"<p>Le maire est Paul Durand.</p>", 1},
	{"<p>À 12 h 30, 14 h 15, 16 h 45.</p>", 0},
	{"<ul><li><a href=/a>La liste de toutes nos aides</a></li></ul>", 0},
	{"<p>Voir <a href=/a>la liste de toutes nos aides</a>.</p>", 1},
	{"<p>Bonjour Paul.</p>", 1},
	{"<p></p>", 0},
};

static void
test_prose(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(prose) / sizeof(prose[0]); i++) {
		char html[200];
		struct clair_ctx *ctx;

		(void)snprintf(html, sizeof(html), "<!DOCTYPE html><html lang=fr>%s", prose[i].html);
		ctx = support_worded(html, "");
		if (clair_readability(ctx)->sentences != prose[i].sentences)
			print_error("%s\n", prose[i].html);
		assert_int_equal(clair_readability(ctx)->sentences, prose[i].sentences);
		support_page_free(ctx);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_example),
	    cmocka_unit_test(test_empty),
	    cmocka_unit_test(test_long_sentences),
		cmocka_unit_test(test_prose),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
