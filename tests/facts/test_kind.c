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
		{"<h1>Connexion</h1><form><input><input><input type=password></form>", URL, "login"},
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

#define SITE_HEADER "<header><form><label>Rechercher <input type=search></label></form>" \
	"<form action=/connexion><label>Identifiant <input></label>" \
	"<label>Mot de passe <input type=password></label></form></header>"
#define SITE_FOOTER "<footer><h2>Contact</h2><p>Mairie, 2 place du Marché</p>" \
	"<form><label>Recevoir la lettre <input type=email></label></form></footer>"
#define PAGE(main) SITE_HEADER "<main>" main "</main>" SITE_FOOTER
#define LONG_TEXT "<p>Les travaux de la rue des Lilas commencent lundi et durent trois mois : la rue est " \
	"fermée aux voitures, les piétons passent toujours, et les bus suivent un autre chemin.</p>"
#define HELP "https://www.exemple.fr/aides/page"

/* Pages as the sites of the State and those of towns write them. */
static void
test_services(void **state)
{
	static const struct {
		const char *html, *url, *kind;
	} cases[] = {
		{PAGE("<h1>Carte d’identité perdue</h1><h2>Qui peut faire la demande ?</h2><p>Vous.</p>"
		      "<h2>Pièces à fournir</h2><ul><li>Une photo</li></ul>"), HELP, "procedure"},
		{PAGE("<h1>Allocation logement</h1><h2>Qui est concerné ?</h2><p>Vous.</p>"
		      "<h2>Quel est le montant ?</h2><h2>Comment faire la demande ?</h2>"), HELP, "procedure"},
		{PAGE("<h1>Passeport d’un adulte</h1><h2>Coût</h2><p>Le timbre.</p><h2>Délai</h2>"
		      "<p>Deux mois.</p><h2>Où s’adresser ?</h2>"), HELP, "procedure"},
		{PAGE("<h1>Demander un acte de naissance</h1><p>C’est gratuit.</p>"
		      "<p><a href=/a>Accéder au service en ligne</a></p>"), HELP, "procedure"},
		{PAGE("<h1>Inscription à l’école</h1><p>Pour un premier enfant.</p>"
		      "<h2>Documents à fournir</h2><ul><li>Un livret</li></ul>"), HELP, "procedure"},
		{"<script type=application/ld+json>{\"@type\": \"GovernmentService\"}</script>"
		 PAGE("<h1>Prime d’activité</h1>" LONG_TEXT), HELP, "procedure"},
		{"<html lang=en>" PAGE("<h1>Renew a licence</h1><h2>Who can apply</h2><h2>Fees</h2>"), HELP,
		    "procedure"},
		/* News about a procedure. */
		{PAGE("<h1>Demander sa carte d’identité devient plus simple</h1><p>Publié le 3 mars 2026</p>"
		      LONG_TEXT), "https://www.exemple.fr/actualites/carte", "news"},
		{"<script type=application/ld+json>{\"@type\":\"NewsArticle\"}</script>"
		 PAGE("<h1>Inscription à la cantine : c’est ouvert</h1>" LONG_TEXT), HELP, "news"},
		{"<body class=\"post-template-default single single-post\">"
		 PAGE("<h1>Travaux</h1>" LONG_TEXT), HELP, "news"},
		{PAGE("<h1>Toutes les actualités</h1><ul><li><a href=/a>Travaux</a></ul>"), HELP, "news"},
		{PAGE("<h1>Nouvelle déclaration d’accessibilité</h1><p>Le site est partiellement conforme.</p>"),
		    "https://www.exemple.fr/actualites/accessibilite", "news"},
		/* Minutes are no news. */
		{PAGE("<h1>Compte rendu du conseil municipal du 3 mars 2026</h1><h2>Tarifs de la cantine</h2>"
		      LONG_TEXT), "https://www.exemple.fr/conseil/mars", "page"},
		{PAGE("<h1>Connexion</h1><form><label>Identifiant <input></label><label>Mot de passe "
		      "<input type=password></label><button>Se connecter</button></form>"), HELP, "login"},
		{PAGE("<h1>Mon espace</h1><button>S’identifier avec FranceConnect</button>"), HELP, "login"},
		{PAGE("<h1>Mot de passe oublié</h1><form><input type=email></form>"), HELP, "login"},
		{PAGE("<h1>Créer un compte</h1><form><label>Nom <input></label><label>Courriel "
		      "<input type=email></label><label>Mot de passe <input type=password></label></form>"), HELP,
		    "form"},
		/* A login box stands in the header of any page. */
		{PAGE("<h1>La piscine</h1>" LONG_TEXT), HELP, "page"},
		{PAGE("<h1>Paiement de votre facture</h1><form><label>Montant <input></label></form>"), HELP,
		    "payment"},
		{PAGE("<h1>Dernière étape</h1><form><label>Numéro de carte bancaire <input></label></form>"),
		    HELP, "payment"},
		{PAGE("<form><input autocomplete=cc-number><input autocomplete=cc-exp></form>"), HELP, "payment"},
		/* It explains how to pay, and takes nothing. */
		{PAGE("<h1>Payer la cantine</h1>" LONG_TEXT "<p><a href=/a>Le portail</a></p>"), HELP, "page"},
		{PAGE("<h1>Moyens de paiement acceptés</h1>" LONG_TEXT), HELP, "page"},
		{PAGE("<h1>Prendre rendez-vous</h1><form><label>Date <input type=date></label></form>"), HELP,
		    "appointment"},
		{PAGE("<h1>Rendez-vous en mairie</h1><a href=/a>Choisir un créneau</a>"), HELP, "appointment"},
		{PAGE("<h1>Les rendez-vous de l’été</h1>" LONG_TEXT), HELP, "page"},
		{PAGE("<h1>Prenez rendez-vous avec le conseiller</h1><p>Publié le 2 mars 2026</p>" LONG_TEXT),
		    "https://www.exemple.fr/actualites/conseiller", "news"},
		{PAGE("<h1>Nous contacter</h1><p>Au guichet.</p>"), HELP, "contact"},
		{PAGE("<h1>Vie scolaire</h1><ul><li><a href=/a>Cantine</a><li><a href=/b>Garderie</a>"
		      "<li><a href=/c>Inscriptions</a><li><a href=/d>Bus</a></ul>"), HELP, "menu"},
		{PAGE("<h1>Plan du site</h1><ul><li><a href=/a>Cantine</a></ul>"), HELP, "menu"},
		{PAGE("<h1>Page non trouvée</h1><p>Contactez-nous.</p><a href=/>Accueil</a>"), HELP, "page"},
		{PAGE("<h1>Résultats de la recherche</h1><ul><li><a href=/a>Un</a><li><a href=/b>Deux</a></ul>"),
		    HELP, "page"},
		/* A documentation of forms. */
		{PAGE("<h1>Champs</h1><form><input><input><input></form><pre>a</pre><pre>b</pre>"), HELP, "page"},
		{"<link rel=canonical href=https://ville.exemple.fr/>" PAGE("<h1>Ville</h1>" LONG_TEXT), HELP,
		    "home"},
		{"<title>Accueil - Ville</title>" PAGE("<h1>Au fil de l’eau</h1>" LONG_TEXT), HELP, "home"},
		{"<title>Accueil de loisirs - Ville</title>" PAGE("<h1>Accueil de loisirs</h1>" LONG_TEXT), HELP,
		    "page"},
		{PAGE("<h1>GRECO</h1><h2>État de conformité</h2><p>Conforme.</p><h2>Voies de recours</h2>"), HELP,
		    "statement"},
	};
	unsigned wrong = 0;

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_worded(cases[i].html, cases[i].url);
		struct clair_page_kind_found found = clair_page_kind(ctx);

		if (strcmp(clair_page_kind_name(found.kind), cases[i].kind) != 0) {
			print_error("%s (%s), not %s: %s\n", clair_page_kind_name(found.kind), found.reason,
			    cases[i].kind, cases[i].html);
			wrong++;
		}
		support_page_free(ctx);
	}
	assert_int_equal(wrong, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kind),
		cmocka_unit_test(test_services),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
