/* Figures of the main content, on an example worked by hand. */
#include "facts/text.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <math.h>
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
 * 207 − 1.015 × 4 − 73.6 × 19 / 12 = 86.4067. Over six letters: accueil, formulaires, apportez:
 * LIX 4 + 100 × 3 / 12, RIX 3 / 3.
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
	assert_float_equal(figures->lix, 29, 1e-9);
	assert_float_equal(figures->rix, 1, 1e-9);
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

/* --- Features of the index ------------------------------------------------------------------------- */

static struct clair_readability
measured(const char *body)
{
	struct clair_ctx *ctx = support_worded(
	    clair_asprintf(support_arena(), "<!DOCTYPE html><html lang=fr><main>%s</main>", body), "");
	struct clair_readability figures = *clair_readability(ctx);

	support_page_free(ctx);
	return figures;
}

/*
 * Vous donnez votre nom à la mairie ; le notaire attend.     10 words, people: vous, votre; à; one ;
 * L’usufruitier de Madame Kowalczyk vient avec le CCAS.       8 words, de
 * 18 words; squares 100 + 64 = 164. Long: usufruitier, Kowalczyk, notaire. Forms of a verb only: donnez,
 * attend, vient. Held against the list of lemmas: all but l’, Madame, Kowalczyk and CCAS; rare: notaire,
 * usufruitier.
 */
static void
test_features(void **state)
{
	const struct clair_readability figures =
	    measured("<p>Vous donnez votre nom à la mairie ; le notaire attend.</p>"
	             "<p>L’usufruitier de Madame Kowalczyk vient avec le CCAS.</p>");
	const double *features = figures.features;

	(void)state;
	assert_int_equal(figures.words, 18);
	assert_int_equal(figures.longest, 10);
	assert_float_equal((float)features[CLAIR_READING_SENTENCES], (float)sqrt(164.0 / 18), 1e-6);
	assert_float_equal(features[CLAIR_READING_LONG_WORDS], 300.0 / 18, 1e-9);
	assert_float_equal(features[CLAIR_READING_RARE_WORDS], 200.0 / 15, 1e-9);
	assert_float_equal(features[CLAIR_READING_PREPOSITIONS], 200.0 / 18, 1e-9);
	assert_float_equal(features[CLAIR_READING_VERBS], 300.0 / 18, 1e-9);
	assert_float_equal(features[CLAIR_READING_PEOPLE], 5, 0);
	assert_float_equal(features[CLAIR_READING_SEMICOLONS], 100.0 / 18, 1e-9);
	assert_true(figures.index > 0 && figures.index < 100);
}

/* The first text of each couple is simpler. */
static const struct {
	const char *simpler, *harder;
} couples[] = {
	{"<p>Vous venez à la mairie le lundi. Vous apportez une photo. Nous faisons la carte.</p>",
	    "<p>Vous venez à la mairie le lundi, vous apportez une photo et nous faisons la carte.</p>"},
	{"<p>Le maire lit la lettre. Il répond vite.</p>", "<p>Le maire lit la lettre ; il répond vite.</p>"},
	{"<ul><li>une carte</li><li>une photo</li><li>un timbre</li></ul>",
	    "<p>une carte, une photo, un timbre</p>"},
	{"<p>Le voisin garde la maison.</p>", "<p>Le débirentier garde la maison.</p>"},
	{"<p>Vous pouvez payer le loyer plus tard.</p>", "<p>Les gens peuvent payer le loyer plus tard.</p>"},
	{"<p>La mairie aide la famille à payer la cantine.</p>",
	    "<p>Aide de la mairie pour le paiement de la cantine de la famille.</p>"},
};

static void
test_order(void **state)
{
	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(couples); i++) {
		const double simpler = measured(couples[i].simpler).index;
		const double harder = measured(couples[i].harder).index;

		if (simpler <= harder)
			print_error("%.2f %s\n%.2f %s\n", simpler, couples[i].simpler, harder, couples[i].harder);
		assert_true(simpler > harder);
	}
}

/* Cut at its commas, one by one, a long sentence gets simpler at each cut. */
static void
test_cuts(void **state)
{
	char text[] = "Le maire lit la lettre, Le voisin attend le bus, La dame ouvre la porte, "
	              "Le chat dort dans la cour, Le facteur passe à midi.";
	double before = measured(clair_asprintf(support_arena(), "<p>%s</p>", text)).index;

	(void)state;
	for (char *comma = strchr(text, ','); comma != NULL; comma = strchr(comma, ',')) {
		double after;

		*comma = '.';
		after = measured(clair_asprintf(support_arena(), "<p>%s</p>", text)).index;
		assert_true(after > before);
		before = after;
	}
}

/* What weighs most is named, and the shares make a whole. */
static void
test_shares(void **state)
{
	struct clair_readability figures = measured("<p>" TWENTY TWENTY TWENTY TWENTY "fin.</p>");
	double sum = 0;

	(void)state;
	for (size_t i = 0; i < CLAIR_READING_COUNT; i++)
		sum += figures.shares[i];
	assert_float_equal(sum, 1, 1e-9);
	assert_true(figures.shares[CLAIR_READING_SENTENCES] > 0.5);
}

/* --- Parts of a page ------------------------------------------------------------------------------- */

/* Words of the main content, then of the forms. */
static const struct {
	const char *body;
	uint32_t read, form;
} parts[] = {
	{"<p>La mairie ouvre le lundi.</p>", 5, 0},
	{"<p>La mairie ouvre le lundi.</p><form><label>Votre nom <input></label>"
	 "<p>Écrivez votre nom entier.</p><button>Envoyer la demande</button></form>", 5, 9},
	{"<form><h1>Titre</h1><p>La mairie ouvre le lundi.</p><label>Votre nom <input></label></form>", 5, 2},
	{"<form><p>La mairie ouvre le lundi.</p></form>", 5, 0},
	{"<h2>Mentions légales</h2><p>Le site est à la ville.</p><h3>Hébergeur</h3><p>Il est là.</p>"
	 "<h2>Horaires</h2><p>La mairie ouvre le lundi.</p>", 5, 0},
	{"<nav><p>La mairie ouvre le lundi.</p></nav>", 0, 0},
	{"<p lang=en>The town hall opens on Monday.</p>", 0, 0},
};

static void
test_parts(void **state)
{
	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(parts); i++) {
		struct clair_ctx *ctx = support_worded(clair_asprintf(support_arena(),
		    "<!DOCTYPE html><html lang=fr><title>Page</title>%s", parts[i].body), "");

		if (clair_readability(ctx)->words != parts[i].read ||
		    clair_form_readability(ctx)->words != parts[i].form)
			print_error("%s\n", parts[i].body);
		assert_int_equal(clair_readability(ctx)->words, parts[i].read);
		assert_int_equal(clair_form_readability(ctx)->words, parts[i].form);
		support_page_free(ctx);
	}
}

static void
test_hardest(void **state)
{
	struct clair_ctx *ctx = support_worded("<!DOCTYPE html><html lang=fr><main>"
	    "<p>Vous venez à la mairie.</p><p id=x>" TWENTY TWENTY "fin.</p><p>Vous venez.</p></main>", "");

	(void)state;
	assert_ptr_equal(clair_block_node(clair_hardest_block(ctx)), support_x(ctx));
	support_page_free(ctx);
	ctx = support_worded("<!DOCTYPE html><html lang=fr><title>x</title>", "");
	assert_null(clair_hardest_block(ctx));
	support_page_free(ctx);
}

/* A lemma once, the rarest first; what is only less used comes after. */
static void
test_rare_words(void **state)
{
	struct clair_ctx *ctx = support_worded("<!DOCTYPE html><html lang=fr><main>"
	    "<p>Le notaire voit les usufruitiers. L’usufruitier voit le notaire. Vive Kowalczyk !</p></main>", "");

	(void)state;
	assert_int_equal(clair_rare_word_count(ctx), 2);
	assert_string_equal(clair_word_text(ctx, clair_rare_word(ctx, 0)->word), "usufruitiers");
	assert_int_equal(clair_rare_word(ctx, 0)->count, 2);
	assert_float_equal(clair_rare_word(ctx, 0)->uses, 0, 0);
	assert_string_equal(clair_word_text(ctx, clair_rare_word(ctx, 1)->word), "notaire");
	assert_int_equal(clair_rare_word(ctx, 1)->count, 2);
	assert_null(clair_rare_word(ctx, 2));
	support_page_free(ctx);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_example),
	    cmocka_unit_test(test_empty),
	    cmocka_unit_test(test_long_sentences),
	    cmocka_unit_test(test_prose),
	    cmocka_unit_test(test_features),
	    cmocka_unit_test(test_order),
	    cmocka_unit_test(test_cuts),
	    cmocka_unit_test(test_shares),
	    cmocka_unit_test(test_parts),
	    cmocka_unit_test(test_hardest),
	    cmocka_unit_test(test_rare_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
