/* Plainer words in the place of others: tense, person, gender, number, article, elision, capital. */
#include "facts/text.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	const char *list, *html;
	const char *wording; /* words replaced|words proposed; "" after the bar: a person makes them agree */
} cases[] = {
    /* Tense and person. */
    {"administratif", "Vous finaliserez le dossier.", "finaliserez|terminerez"},
    {"administratif", "Il finalisait le dossier.", "finalisait|terminait"},
    {"administratif", "Je finalise le dossier.", "finalise|termine"},
    {"administratif", "Finalisez le dossier.", "Finalisez|Terminez"},
    {"administratif", "En finalisant le dossier.", "finalisant|terminant"},
    {"administratif", "Les demandes finalisées.", "finalisées|terminées"},
    {"administratif", "Il faut qu’il finalise le dossier.", "finalise|"},
    {"administratif", "Vous contrevenez à la règle.", "contrevenez à|ne respectez pas"},
    {"administratif", "Vous ne contrevenez pas à la règle.", "-"},
    {"administratif", "Vous êtes tenu de signer.", "Vous êtes tenu de|Vous devez"},
    {"administratif", "Elles seront tenues de signer.", "seront tenues de|devront"},
    {"administratif-falc", "Vous vous référez au guide.", "vous référez au|lisez le"},
    /* Elision, before and after. */
    {"administratif", "Il est utile de réitérer.", "réitérer|répéter"},
    {"administratif", "Il est utile d’instaurer cela.", "d’instaurer|de créer"},
    {"administratif", "Ce n’est que nonobstant cela.", "nonobstant|malgré"},
    {"administratif", "Une aide au motif qu’il travaille.", "au motif qu’il|parce qu’il"},
    {"administratif", "Venez dans l’hypothèse où il part.", "dans l’hypothèse où il|s’il"},
    {"administratif", "Cela dans le but d’aider.", "dans le but d’aider|pour aider"},
    /* Articles that hide in de and à. */
    {"administratif", "Il vit au sein du foyer.", "au sein du|dans le"},
    {"administratif", "À compter du 3 mai.", "À compter du|À partir du"},
    {"administratif", "Fait au moyen d’outils.", "au moyen d’outils|avec des outils"},
    {"administratif", "Il incombe au maire.", "incombe au|est à la charge du"},
    {"administratif", "Une équipe au sein d’Etalab.", "au sein d’|"},
    /* Gender. */
    {"administratif", "La cessation d’activité.", "La cessation d’activité|L’arrêt de l’activité"},
    {"administratif", "Ce patronyme écrit.", "patronyme|nom de famille"},
    {"administratif", "La quote-part est due.", "-"},
    {"numerique", "La dématérialisation complète.", "La dématérialisation complète|Le passage au numérique complet"},
    {"numerique", "La dématérialisation sera faite.", "dématérialisation|"},
    {"administratif", "Les services compétents.", "services compétents|services qui s’en occupent"},
    {"administratif", "Les articles précités.", "précités|déjà cités"},
    {"administratif", "Les règles précitées.", "précitées|déjà citées"},
    {"administratif", "Nous vous informons que la mairie ferme.", "Nous vous informons que la|La"},
    {"administratif", "Venez dans le cas où il partirait.", "dans le cas où|"},
    {"administratif", "Cela existe au sein d’autres villes.", "au sein d’autres|dans d’autres"},
    {"administratif", "S’il est procédé à un vote.", "S’il est procédé à|Si on fait"},
    {"anglicismes", "Le suivi de la roadmap.", "de la roadmap|du plan de travail"},
    /* Near misses. */
    {"administratif", "La demande explicite est gratuite.", "-"},
    {"administratif", "L’avis est utile.", "-"},
    {"administratif", "Le Service Compétent.", "-"},
    {"administratif", "Les maîtres instruisent vos enfants.", "-"},
    {"administratif", "Les agents instruisent votre demande.", "instruisent|étudient"},
    {"expliquer", "Les injonctions du maire.", "injonctions|injonctions (ordres)"},
    {"expliquer", "Une injonction écrite du maire.", "injonction écrite|injonction écrite (ordre)"},
};

static void
test_wordings(void **state)
{
	size_t failures = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct clair_ctx *ctx = support_worded(
		    clair_asprintf(support_arena(), "<html lang=fr><main><p>%s</p></main>", cases[i].html), NULL);
		const struct clair_hard_word *word = clair_hard_word_next(ctx, cases[i].list, NULL);
		const char *found = "-";

		if (word != NULL)
			found = clair_asprintf(support_arena(), "%s|%s", clair_words_text(ctx, word->first, word->last),
			    word->suggestion == NULL ? "" : word->suggestion);
		if (strcmp(found, cases[i].wording) != 0)
			print_error("%s\n\t%s\n\t%s\n", cases[i].html, found, cases[i].wording);
		failures += strcmp(found, cases[i].wording) != 0;
		support_page_free(ctx);
	}
	assert_int_equal(failures, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_wordings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
