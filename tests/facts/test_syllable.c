/* Syllables: words of our own, counted by hand in careful speech, the final mute e left out. */
#include "facts/syllable.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	const char *word;
	uint32_t syllables;
} words[] = {
	/* plain */
	{"le", 1}, {"table", 1}, {"tables", 1}, {"papier", 2}, {"document", 3}, {"carte", 1},
	{"identité", 4}, {"photocopie", 4}, {"domicile", 3}, {"justificatif", 5}, {"tribunal", 3},
	{"commune", 2}, {"aide", 1}, {"aider", 2}, {"chaque", 1}, {"langue", 1}, {"très", 1},
	{"des", 1}, {"ces", 1}, {"que", 1}, {"y", 1}, {"à", 1}, {"eau", 1}, {"eaux", 1},
	{"beauté", 2}, {"œil", 1}, {"cœur", 1}, {"œufs", 1}, {"système", 2}, {"hôpital", 3},
	/* i, u, ou before a vowel */
	{"nation", 2}, {"lieu", 1}, {"ciel", 1}, {"nuit", 1}, {"fruit", 1}, {"cuisine", 2},
	{"crier", 2}, {"plier", 2}, {"oublier", 3}, {"février", 3}, {"brièvement", 4},
	{"client", 2}, {"étudier", 3}, {"avion", 2}, {"loin", 1}, {"moins", 1}, {"oui", 1},
	{"fouet", 1}, {"éblouir", 3}, {"trouer", 2}, {"cruel", 2}, {"truite", 1}, {"juin", 1},
	/* hiatus */
	{"créer", 2}, {"créé", 2}, {"européenne", 4}, {"réel", 2}, {"cacao", 3}, {"aéroport", 4},
	{"naïf", 2}, {"noël", 2}, {"égoïste", 3}, {"coopération", 5}, {"coefficient", 4},
	{"héroïne", 3}, {"poésie", 3}, {"fléau", 2}, {"lycée", 2}, {"musée", 2}, {"idées", 2},
	/* y between vowels, il and ill */
	{"payer", 2}, {"royaume", 2}, {"moyenne", 2}, {"voyage", 2}, {"essuyer", 3}, {"bruyant", 2}, {"tuyau", 2}, {"travaux", 2},
	{"travailler", 3}, {"fauteuil", 2}, {"bouteille", 2}, {"orgueil", 2}, {"accueillir", 3},
	{"famille", 2}, {"billet", 2}, {"grenouille", 2}, {"seuil", 1}, {"merveille", 2},
	/* letters that are silent */
	{"quai", 1}, {"quatre", 1}, {"guerre", 1}, {"guide", 1}, {"mangeons", 2}, {"obligeant", 3},
	{"pigeon", 2}, {"longue", 1}, {"août", 1}, {"paiement", 2}, {"remerciement", 4},
	{"dévouement", 3}, {"étudiera", 4}, {"paierai", 2}, {"première", 2}, {"rue", 1}, {"pluie", 1},
	{"joue", 1}, {"monnaie", 2}, {"vie", 1},
	/* -ent */
	{"mangent", 1}, {"aident", 1}, {"étaient", 2}, {"voient", 1}, {"finissent", 2}, {"vient", 1},
	{"obtient", 2}, {"souvent", 2}, {"vraiment", 2}, {"argent", 2}, {"récent", 2},
	{"rapidement", 4}, {"dossiers", 2}, {"proposent", 2}, {"moment", 2}, {"présentent", 2},
	/* several parts */
	{"aujourd'hui", 3}, {"peut-être", 2}, {"c'est-à-dire", 3}, {"rendez-vous", 3},
	{"prud'homme", 2}, {"après-midi", 4}, {"agent·e·s", 2}, {"rez-de-chaussée", 4}, {"l'", 0}, {"qu'", 0}, {"jusqu'", 1},
	{"lorsqu'", 1}, {"t-il", 1},
	/* spelt */
	{"sncf", 4}, {"rgpd", 4}, {"tv", 2}, {"caf", 1},
	{"", 0}, {"1er", 1}, {"12", 0}, {"co2", 1},
};

static void
test_words(void **state)
{
	unsigned wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		uint32_t got = clair_syllables(words[i].word, strlen(words[i].word));

		if (got == words[i].syllables)
			continue;
		print_error("%s: %u, not %u\n", words[i].word, got, words[i].syllables);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

/* Longer than what is read: still an answer, and at once. */
static void
test_long(void **state)
{
	char *word = malloc(100001);

	(void)state;
	assert_non_null(word);
	for (size_t i = 0; i < 100000; i++)
		word[i] = "ba"[i % 2];
	assert_true(clair_syllables(word, 100000) > 0);
	memset(word, '-', 100000);
	assert_int_equal(clair_syllables(word, 100000), 0);
	for (size_t i = 0; i < 100000; i++)
		word[i] = "\xC2\xB7"[i % 2];
	assert_int_equal(clair_syllables(word, 100000), 0);
	free(word);
	assert_int_equal(clair_syllables("\xC2", 1), 0);
	assert_int_equal(clair_syllables("\xC3", 1), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_words),
	    cmocka_unit_test(test_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
