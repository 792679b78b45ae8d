/* Where a long sentence is cut in two: sure cuts, and places for a person to look at. */
#include "facts/text.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	const char *sentence;
	const char *halves; /* NULL: no cut is sure */
	const char *place;  /* NULL: not looked at */
} cases[] = {
    {"Certaines images n’ont pas de texte, ce qui gêne beaucoup les personnes aveugles.",
        "Certaines images n’ont pas de texte. | Cela gêne beaucoup les personnes aveugles.", NULL},
    {"La mairie étudie votre dossier et elle vous répond dans les deux mois.",
        "La mairie étudie votre dossier. | Elle vous répond dans les deux mois.", NULL},
    {"La mairie étudie votre dossier, mais elle ne répond pas toujours.",
        "La mairie étudie votre dossier. | Mais elle ne répond pas toujours.", NULL},
    {"Apportez aussi votre carte car elle prouve votre identité.",
        "Apportez aussi votre carte. | En effet, elle prouve votre identité.", NULL},
    {"Vous remplissez le formulaire ; vous recevez une lettre ensuite.",
        "Vous remplissez le formulaire. | Vous recevez une lettre ensuite.", NULL},
    /* The second half has no subject of its own. */
    {"La mairie étudie votre dossier et vous répond dans les deux mois.", NULL, "et vous répond dans"},
    {"La mairie étudie votre dossier et prépare la réponse du maire.", NULL, NULL},
    /* It depends on what stands before. */
    {"Si vous êtes malade et il faut un certificat du médecin, appelez la mairie.", NULL, NULL},
    {"Le maire dit que la rue est fermée et il demande un autre chemin.", NULL, NULL},
    {"La demande est envoyée à la mairie qui vous donne un rendez-vous.", NULL, "qui vous donne un"},
    /* A bracket could be left open. */
    {"La mairie étudie (avec le service et il décide) votre dossier complet.", NULL, NULL},
    {"Votre carte et votre photo.", NULL, NULL},
};

static void
test_cuts(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct clair_ctx *ctx = support_worded(clair_asprintf(support_arena(),
		    "<!DOCTYPE html><html lang=fr><main><p>%s</p></main>", cases[i].sentence), "");
		const struct clair_sentence *sentence =
		    clair_sentence_next(ctx, clair_block_at(ctx, 0), NULL);
		const char *halves = clair_sentence_in_two(ctx, sentence, 25);
		const char *place = clair_sentence_split(ctx, sentence);

		if (cases[i].halves == NULL && halves != NULL)
			fail_msg("%s: cut as “%s”", cases[i].sentence, halves);
		if (cases[i].halves != NULL && halves == NULL)
			fail_msg("%s: not cut", cases[i].sentence);
		if (halves != NULL)
			assert_string_equal(halves, cases[i].halves);
		if (cases[i].place != NULL) {
			assert_non_null(place);
			assert_string_equal(place, cases[i].place);
		}
		support_page_free(ctx);
	}
}

/* A half that stays too long is no help. */
static void
test_length(void **state)
{
	struct clair_ctx *ctx = support_worded("<!DOCTYPE html><html lang=fr><main><p>La mairie étudie votre dossier et elle "
	    "vous répond dans les deux mois.</p></main>", "");
	const struct clair_sentence *sentence = clair_sentence_next(ctx, clair_block_at(ctx, 0), NULL);

	(void)state;
	assert_non_null(clair_sentence_in_two(ctx, sentence, 8));
	assert_null(clair_sentence_in_two(ctx, sentence, 6));
	assert_null(clair_sentence_in_two(ctx, sentence, 4));
	support_page_free(ctx);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_cuts),
	    cmocka_unit_test(test_length),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
