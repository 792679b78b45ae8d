/* What an auditor looks for on a page, and how pages are built alike or not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "facts/content.h"
#include "facts/look.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <string.h>

#define URL "https://www.exemple.fr/vie/page"
#define FIELDS "<p><label>Nom <input name=nom></label><p><label>Rue <input name=rue></label>" \
	"<p><label>Ville <input name=ville></label>"

static void
test_flags(void **state)
{
	static const struct {
		const char *html;
		unsigned flags;
	} cases[] = {
		{"<main><h1>Bonjour</h1><p>Texte</p></main>", 0},
		{"<main><h1>Mentions légales</h1></main>", CLAIR_SUMMARY_IS_LEGAL_NOTICE},
		{"<title>Mentions legales - Ville</title><main><p>a</main>", CLAIR_SUMMARY_IS_LEGAL_NOTICE},
		{"<main><h1>Politique de confidentialité</h1></main>", 0},
		{"<main><h1>Aide</h1></main>", CLAIR_SUMMARY_IS_HELP},
		{"<main><h1>Aide à la navigation</h1></main>", CLAIR_SUMMARY_IS_HELP},
		{"<main><h1>Foire aux questions (FAQ)</h1></main>", CLAIR_SUMMARY_IS_HELP},
		{"<main><h1>Besoin d’aide ?</h1></main>", CLAIR_SUMMARY_IS_HELP},
		{"<main><h1>Aide au logement</h1></main>", 0},
		{"<main><h1>Aides aux familles</h1></main>", 0},
		{"<main><h1>Aide sociale</h1></main>", 0},
		{"<main><h1>Aide et action sociale</h1></main>", 0},
		{"<main><h1>Résultats de recherche</h1></main>", CLAIR_SUMMARY_IS_SEARCH},
		{"<main><h1>Résultats pour « piscine »</h1></main>", CLAIR_SUMMARY_IS_SEARCH},
		{"<main><h1>Résultats des élections</h1></main>", 0},
		{"<main><h1>Recherche</h1><form role=search><input name=q></form></main>", CLAIR_SUMMARY_IS_SEARCH},
		{"<header><form role=search><input name=q></form></header><main><h1>Recherche</h1></main>", 0},
		{"<main><h1>Recherche et innovation</h1><form role=search><input name=q></form></main>", 0},
		{"<main><h1>Demande</h1><h2>Étape 2 sur 4</h2><p>Texte</main>", CLAIR_SUMMARY_IS_STEP},
		{"<main><h1>Demande</h1><p>Étape 2/4<form><p><label>Nom <input name=nom></label></form></main>",
		    CLAIR_SUMMARY_IS_STEP},
		{"<title>Demande - Étape 4 sur 4</title><main><h1>Envoi</h1></main>", CLAIR_SUMMARY_IS_STEP},
		{"<main><h1>Les étapes de la demande</h1></main>", 0},
		{"<main><form>" FIELDS "</form></main>", CLAIR_SUMMARY_FORM},
		{"<main><form><p><label>Nom <input name=nom></label></form></main>", 0},
		{"<main><p>a</main><footer><form>" FIELDS "</form></footer>", 0},
		{"<main><table><caption>Prix</caption><tr><th>An<th>Euros<tr><td>2026<td>3</table></main>",
		    CLAIR_SUMMARY_DATA_TABLE},
		{"<main><table hidden><caption>Prix</caption><tr><th>An<th>Euros<tr><td>2026<td>3</table></main>", 0},
		{"<main><table role=presentation><tr><td>a<td>b</table></main>", 0},
		{"<main><video controls src=a.mp4></video></main>", CLAIR_SUMMARY_MEDIA},
		{"<main><p><a href=a.pdf>Bulletin</a></main>", CLAIR_SUMMARY_DOWNLOAD},
		{"<main><p><a href=a.html>Bulletin</a></main>", 0},
		{"<main><p>a</main><footer><a href=a.pdf>Bulletin</a></footer>", 0},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_worded(cases[i].html, URL);
		const unsigned flags = clair_content_flags(ctx);

		if (flags != cases[i].flags)
			fail_msg("%s: %x, expected %x", cases[i].html, flags, cases[i].flags);
		support_page_free(ctx);
	}
}

#define HEAD "<header class=haut><nav><ul><li><a href=/>Accueil</a></ul></nav></header>"
#define FOOT "<footer class=bas><p>Mairie</footer>"
#define ARTICLE "<main class=contenu><article class='fiche fiche-12'><div class=texte><h1>Titre</h1><p>Mot</p></div>" \
	"</article></main>"

static void
test_look(void **state)
{
	static const struct {
		const char *one, *other;
		double least, most;
	} cases[] = {
		{HEAD ARTICLE FOOT, HEAD ARTICLE FOOT, 0, 0},
		/* Words, numbers in classes, how many there are and what stands in the text. */
		{HEAD ARTICLE FOOT, HEAD "<main class=contenu><article class='fiche fiche-7'><div class=texte>"
		    "<h1 class=gros>Autre</h1><p>Beaucoup <b>de</b> mots</p><h2>a</h2><p><a class=bouton href=/a>b</a></div>"
		    "<div class=texte><p>c</div></article></main>" FOOT, 0, 0},
		/* What is in the menu and the footer. */
		{HEAD ARTICLE FOOT, "<header class=autre><nav class=large><ul class=menu><li><a href=/>Accueil</a>"
		    "<li><a href=/b>B</a></ul></nav></header>" ARTICLE "<footer><div class=c><p>Mairie</div></footer>", 0, 0},
		/* A footer that is not there. */
		{HEAD ARTICLE FOOT, HEAD ARTICLE, 0.01, 0.2},
		/* Another template. */
		{HEAD ARTICLE FOOT, HEAD "<main class=contenu><section class=galerie><figure class=vignette>"
		    "<img src=a alt=b></figure></section></main>" FOOT, 0.4, 1},
		/* Without any class. */
		{HEAD "<main><div><div><p>a</div></div></main>" FOOT, HEAD "<main><form><fieldset><div>b</div></fieldset>"
		    "</form></main>" FOOT, 0.3, 1},
		{"", "", 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *one = support_worded(cases[i].one, URL);
		struct clair_ctx *other = support_worded(cases[i].other, URL);
		const struct clair_look looks[2] = {clair_look_of(one), clair_look_of(other)};
		const double distance = clair_look_distance(&looks[0], &looks[1]);

		if (distance < cases[i].least || distance > cases[i].most)
			fail_msg("%s: %g", cases[i].other, distance);
		assert_true(distance == clair_look_distance(&looks[1], &looks[0]));
		support_page_free(one);
		support_page_free(other);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_flags),
		cmocka_unit_test(test_look),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
