/* Long forms of acronyms as they stand inside a sentence. */
#include "facts/text.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	const char *html, *suggestion;
} cases[] = {
    /* Alone of its kind: the first letter has its capital, not those that the acronym is made of. */
    {"Écrivez à la CNDA vite.", "CNDA (Cour nationale du droit d’asile)"},
    {"Écrivez à la CARPA vite.", "CARPA (Caisse autonome des règlements pécuniaires des avocats)"},
    {"Une aide de l’AFDAS existe.", "AFDAS (Assurance formation des activités du spectacle)"},
    {"Un avis du CSA existe.", "CSA (Conseil supérieur de l’audiovisuel)"},
    {"Un train de la SNCF part.", "SNCF (Société nationale des chemins de fer français)"},
    /* One of many, or no institution. */
    {"Lisez le CASF demain.", "CASF (code de l’action sociale et des familles)"},
    {"Un jeune va en IME demain.", "IME (institut médico-éducatif)"},
    {"Donnez votre NIR demain.", "NIR (numéro d’inscription au répertoire)"},
    /* Proper names. */
    {"Le PGE existe encore.", "PGE (prêt garanti par l’État)"},
};

static void
long_forms(void **state)
{
	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		const char *html = clair_asprintf(support_arena(), "<html lang=fr><main><p>%s</p></main>", cases[i].html);
		struct clair_ctx *ctx = support_worded(html, "https://www.exemple.fr/");

		if (clair_acronym_count(ctx) != 1)
			fail_msg("%s: %zu acronyms", cases[i].html, clair_acronym_count(ctx));
		assert_string_equal(clair_acronym(ctx, 0)->suggestion, cases[i].suggestion);
		support_page_free(ctx);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(long_forms)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
