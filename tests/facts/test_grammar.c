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

/* One form, several words: which one, by those around it. */
static void
test_readings_in_context(void **state)
{
	static const struct {
		const char *sentence, *word;
		uint32_t gram;     /* what it is */
		uint32_t excluded; /* and is not */
		const char *lemma;
	} expected[] = {
	    {"La demande est en ligne.", "demande", CLAIR_NOUN, CLAIR_VERB, "demande"},
	    {"Le service demande une photo.", "demande", CLAIR_VERB, CLAIR_NOUN, "demander"},
	    {"Il vous demande une photo.", "demande", CLAIR_VERB, CLAIR_NOUN, "demander"},
	    {"Demande de logement social", "Demande", CLAIR_NOUN, CLAIR_VERB, "demande"},
	    {"Fermez la porte.", "porte", CLAIR_NOUN, CLAIR_VERB, "porte"},
	    {"Le débat porte sur le budget et la taxe.", "sur", CLAIR_PREPOSITION, CLAIR_ADJECTIVE, "sur"},
	    {"La personne qui porte plainte a un mois.", "porte", CLAIR_VERB, CLAIR_NOUN, "porter"},
	    {"Le dossier a été reçu.", "été", CLAIR_PAST_PARTICIPLE, CLAIR_NOUN, "être"},
	    {"Le dossier n’a pas encore été reçu.", "été", CLAIR_PAST_PARTICIPLE, CLAIR_NOUN, "être"},
	    {"La piscine ouvre cet été.", "été", CLAIR_NOUN, CLAIR_VERB, "été"},
	    {"En été, la mairie ferme à midi.", "été", CLAIR_NOUN, CLAIR_VERB, "été"},
	    {"Vous habitez à l’est de la ville.", "est", CLAIR_NOUN, CLAIR_VERB, "est"},
	    {"La mairie est ouverte.", "est", CLAIR_VERB, CLAIR_NOUN, "être"},
	    {"Les avions sont en retard.", "avions", CLAIR_NOUN, CLAIR_VERB, "avion"},
	    {"Nous avions reçu la lettre.", "avions", CLAIR_VERB, CLAIR_NOUN, "avoir"},
	    {"Le maire a fait une lettre.", "fait", CLAIR_PAST_PARTICIPLE, CLAIR_FINITE, "faire"},
	    {"Il fait froid.", "fait", CLAIR_PRESENT, CLAIR_PAST_PARTICIPLE, "faire"},
	    {"Le pouvoir du maire est grand.", "pouvoir", CLAIR_NOUN, CLAIR_VERB, "pouvoir"},
	    {"Il faut pouvoir payer.", "pouvoir", CLAIR_INFINITIVE, CLAIR_NOUN, "pouvoir"},
	    {"Voter est un devoir.", "devoir", CLAIR_NOUN, CLAIR_VERB, "devoir"},
	    {"Vous risquez de devoir payer.", "devoir", CLAIR_INFINITIVE, CLAIR_NOUN, "devoir"},
	    {"Le livre est à rendre.", "livre", CLAIR_NOUN, CLAIR_VERB, "livre"},
	    {"Il livre le repas.", "livre", CLAIR_VERB, CLAIR_NOUN, "livrer"},
	    {"Le délai est court.", "court", CLAIR_ADJECTIVE, CLAIR_VERB, "court"},
	    {"Il court chaque jour.", "court", CLAIR_VERB, CLAIR_ADJECTIVE, "courir"},
	    {"Les sommes dues sont versées.", "sommes", CLAIR_NOUN, CLAIR_VERB, "somme"},
	    {"Nous sommes ouverts.", "sommes", CLAIR_VERB, CLAIR_NOUN, "être"},
	    {"Les lettres sont là.", "sont", CLAIR_VERB, CLAIR_NOUN, "être"},
	    {"Il a un compte.", "a", CLAIR_VERB, CLAIR_NOUN, "avoir"},
	    {"Il n’y a plus de place.", "plus", CLAIR_ADVERB, CLAIR_VERB, "plus"},
	    {"Le maire la signe.", "la", CLAIR_PRONOUN, CLAIR_DETERMINER, "le"},
	    {"Vous devez la signer.", "la", CLAIR_PRONOUN, CLAIR_DETERMINER, "le"},
	    {"Lisez la lettre.", "la", CLAIR_DETERMINER, CLAIR_PRONOUN, "le"},
	    {"Il les porte à la mairie.", "les", CLAIR_PRONOUN, CLAIR_DETERMINER, "les"},
	    {"Les parents signent leur dossier.", "leur", CLAIR_DETERMINER, CLAIR_PRONOUN, "leur"},
	    {"Nous leur envoyons une lettre.", "leur", CLAIR_PRONOUN, CLAIR_NOUN, "leur"},
	    {"Vous en avez besoin.", "en", CLAIR_PRONOUN, CLAIR_PREPOSITION, "en"},
	    {"Payez en ligne.", "en", CLAIR_PREPOSITION, CLAIR_PRONOUN, "en"},
	    {"La nouvelle demande est prête.", "demande", CLAIR_NOUN, CLAIR_VERB, "demande"},
	    {"Il ne fait pas deux pas.", "pas", CLAIR_ADVERB, CLAIR_NOUN, "pas"},
	    {"Il faut signer.", "faut", CLAIR_VERB, CLAIR_NOUN, "falloir"},
	    {"Il convient de signer.", "convient", CLAIR_VERB, CLAIR_SUBJUNCTIVE, "convenir"},
	    {"Le prix est interdit.", "interdit", CLAIR_PAST_PARTICIPLE, CLAIR_NOUN | CLAIR_FINITE, "interdire"},
	    {"Merci de joindre une carte.", "joindre", CLAIR_INFINITIVE, CLAIR_NOUN, "joindre"},
	    {"Signez le formulaire.", "Signez", CLAIR_IMPERATIVE, CLAIR_PRESENT, "signer"},
	    {"Vous signez le formulaire.", "signez", CLAIR_PRESENT, CLAIR_IMPERATIVE, "signer"},
	    {"Personne ne répond.", "Personne", CLAIR_PRONOUN, CLAIR_NOUN, "personne"},
	    {"Cette personne répond.", "personne", CLAIR_NOUN, CLAIR_PRONOUN, "personne"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++) {
		struct clair_ctx *ctx = support_worded(clair_asprintf(support_arena(),
		    "<!DOCTYPE html><html lang=fr><main><p>%s</p></main>", expected[i].sentence), "");
		const struct clair_word *word = word_of(ctx, expected[i].word);
		const char *lemma = clair_word_lemma(ctx, word, expected[i].gram);

		if (lemma == NULL || (clair_word_gram(ctx, word) & expected[i].excluded) != 0)
			fail_msg("%s: %s is read as %x", expected[i].sentence, expected[i].word, clair_word_gram(ctx, word));
		assert_string_equal(lemma, expected[i].lemma);
		support_page_free(ctx);
	}
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
	    cmocka_unit_test(test_readings_in_context),
	    cmocka_unit_test(test_frequency),
	    cmocka_unit_test(test_forms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
