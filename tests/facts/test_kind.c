/* What a page is for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "facts/home.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <string.h>

#define URL "https://www.exemple.fr/vie/page"

static void
test_kind(void **state)
{
	static const struct {
		const char *html, *url, *kind;
	} cases[] = {
		{"<h1>Ville</h1>", "https://www.exemple.fr/", "home"},
		{"<h1>Mentions légales</h1>", URL, "legal"},
		{"<title>Politique de confidentialité - Ville</title>", URL, "legal"},
		{"<h1>Gestion des cookies</h1>", URL, "legal"},
		{"<h1>Nous contacter</h1><form><input><input><textarea></textarea></form>", URL, "contact"},
		{"<h1>Contact</h1>", URL, "contact"},
		{"<h1>Contactez la mairie</h1>", URL, "contact"},
		{"<h1>Lentilles de contact</h1>", URL, "page"},
		{"<h1>Déclaration d’accessibilité</h1><p>Article 47 de la loi</p>", URL, "statement"},
		{"<h1>Accessibilité : non conforme</h1><main><p>Non conforme</p></main>", URL, "statement"},
		{"<h1>Accessibilité de la piscine</h1><p>Un ascenseur</p>", URL, "page"},
		{"<h1>Demande d’acte</h1><form><input><input><input></form>", URL, "form"},
		{"<h1>Infos</h1><form><input type=email></form>", URL, "page"},
		{"<h1>Connexion</h1><form><input><input><input type=password></form>", URL, "page"},
		{"<h1>Infos</h1><footer><form><input><input><input></form></footer>", URL, "page"},
		{"", URL, "page"},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_worded(cases[i].html, cases[i].url);
		const char *kind = clair_page_kind_name(clair_page_kind(ctx).kind);

		if (strcmp(kind, cases[i].kind) != 0)
			fail_msg("%s: %s", cases[i].html, kind);
		support_page_free(ctx);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
