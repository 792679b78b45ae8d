/* Lemmas, parts of speech, tenses, genders and numbers of words in a page; forms made from lemmas. */
#include "facts/text.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct clair_word *
word_of(struct clair_ctx *ctx, const char *text)
{
	const struct clair_word *word = NULL;
	const struct clair_block *block = clair_block_at(ctx, 0);

	for (; block != NULL; block = clair_block_next(ctx, block)) {
		while ((word = clair_block_word_next(ctx, block, word)) != NULL)
			if (strcmp(clair_word_text(ctx, word), text) == 0)
				return word;
	}
	fail_msg("no word %s", text);
	return NULL;
}

static void
test_readings(void **state)
{
	static const struct {
		const char *word, *lemma;
		uint32_t gram;
	} expected[] = {
	    {"agents", "agent", CLAIR_NOUN | CLAIR_MASCULINE | CLAIR_PLURAL},
	    {"instruisent", "instruire", CLAIR_VERB | CLAIR_TRANSITIVE | CLAIR_PRESENT | CLAIR_THIRD | CLAIR_PLURAL},
	    {"belles", "beau", CLAIR_ADJECTIVE | CLAIR_FEMININE | CLAIR_PLURAL},
	    {"prorogées", "proroger", CLAIR_VERB | CLAIR_PAST_PARTICIPLE | CLAIR_FEMININE | CLAIR_PLURAL},
	    {"étant", "être", CLAIR_VERB | CLAIR_PRESENT_PARTICIPLE},
	    {"aurait", "avoir", CLAIR_CONDITIONAL | CLAIR_THIRD | CLAIR_SINGULAR},
	    {"naquit", "naître", CLAIR_PAST_SIMPLE | CLAIR_WITH_ETRE},
	    {"souvent", "souvent", CLAIR_ADVERB},
	    {"L’", "le", CLAIR_DETERMINER | CLAIR_FEMININE},
	    {"qu’", "que", CLAIR_CONJUNCTION},
	    {"elle", "elle", CLAIR_PRONOUN | CLAIR_SUBJECT},
	    {"rendez-vous", "rendez-vous", CLAIR_NOUN | CLAIR_PLURAL},
	    {"Lyon", "lyon", CLAIR_PROPER},
	};
	struct clair_ctx *ctx = support_worded("<!DOCTYPE html><html lang=fr><main><p>L’école est belle. Les agents instruisent souvent de "
	    "belles demandes prorogées. Étant malade, il aurait dit qu’elle naquit à Lyon. étant lyon elle rendez-vous xqzt</p></main>", "");

	(void)state;
	for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++) {
		const struct clair_word *word = word_of(ctx, expected[i].word);
		const char *lemma = clair_word_lemma(ctx, word, expected[i].gram);

		assert_int_equal(clair_word_gram(ctx, word) & expected[i].gram, expected[i].gram);
		assert_non_null(lemma);
		assert_string_equal(lemma, expected[i].lemma);
	}
	/* Without its capital it is no name; what is not a word has no reading. */
	assert_int_equal(clair_word_gram(ctx, word_of(ctx, "lyon")) & CLAIR_PROPER, 0);
	assert_int_equal(clair_word_gram(ctx, word_of(ctx, "xqzt")), 0);
	assert_null(clair_word_lemma(ctx, word_of(ctx, "xqzt"), 0));
	assert_null(clair_word_lemma(ctx, word_of(ctx, "agents"), CLAIR_VERB));
	support_page_free(ctx);
}

static void
test_frequency(void **state)
{
	struct clair_ctx *ctx = support_worded("<!DOCTYPE html><html lang=fr><main><p>faisons prorogation xqzt</p></main>", "");
	double common = clair_word_frequency(ctx, word_of(ctx, "faisons"));

	(void)state;
	assert_true(common > 1000);
	assert_true(clair_word_frequency(ctx, word_of(ctx, "prorogation")) < 5);
	assert_true(clair_word_frequency(ctx, word_of(ctx, "xqzt")) == 0);
	support_page_free(ctx);
}

static void
test_forms(void **state)
{
	static const struct {
		const char *lemma;
		uint32_t gram;
		const char *form;
	} expected[] = {
	    {"donner", CLAIR_PRESENT | CLAIR_THIRD | CLAIR_PLURAL, "donnent"},
	    {"faire", CLAIR_FUTURE | CLAIR_SECOND | CLAIR_PLURAL, "ferez"},
	    {"choisir", CLAIR_PAST_PARTICIPLE | CLAIR_FEMININE | CLAIR_PLURAL, "choisies"},
	    {"nouveau", CLAIR_FEMININE | CLAIR_SINGULAR, "nouvelle"},
	    {"journal", CLAIR_NOUN | CLAIR_PLURAL, "journaux"},
	    {"remplir", CLAIR_INFINITIVE, "remplir"},
	    {"maison", CLAIR_MASCULINE, NULL},
	    {"donnent", CLAIR_SINGULAR, NULL},
	    {"xqzt", 0, NULL},
	};
	struct clair_ctx *ctx = support_worded("<!DOCTYPE html><p>a", "");

	(void)state;
	for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++) {
		const char *form = clair_inflect(ctx, expected[i].lemma, expected[i].gram);

		if (expected[i].form == NULL) {
			assert_null(form);
		} else {
			assert_non_null(form);
			assert_string_equal(form, expected[i].form);
		}
	}
	support_page_free(ctx);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_readings),
	    cmocka_unit_test(test_frequency),
	    cmocka_unit_test(test_forms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
