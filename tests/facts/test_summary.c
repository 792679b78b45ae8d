/* What is kept of a page: flags, links, home, shell. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "facts/home.h"
#include "facts/summary.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <string.h>

#define URL "https://www.exemple.fr/vie/page"

static void
test_flags(void **state)
{
	static const struct {
		const char *html;
		unsigned flags;
	} cases[] = {
		{"<p>Bonjour</p>", 0},
		{"", 0},
		{"<form role=search><input name=q></form>", CLAIR_SUMMARY_SEARCH},
		{"<form><input name=nom></form>", 0},
		{"<a href=/plan>Plan du site</a>", CLAIR_SUMMARY_SITE_MAP_LINK},
		{"<a href=/sitemap>Sitemap</a>", CLAIR_SUMMARY_SITE_MAP_LINK},
		{"<a href=/plan>Plan de relance</a>", 0},
		{"<a href=/plan hidden>Plan du site</a>", 0},
		{"<a>Plan du site</a>", 0},
		{"<a href=/a>Accessibilité</a>", CLAIR_SUMMARY_ACCESSIBILITY_LINK},
		{"<a href=/a><img src=i alt='Déclaration d’accessibilité'></a>",
		    CLAIR_SUMMARY_ACCESSIBILITY_LINK},
		{"<a href=/a>Accessibilité : non conforme</a>",
		    CLAIR_SUMMARY_ACCESSIBILITY_LINK | CLAIR_SUMMARY_ACCESSIBILITY_MENTION},
		{"<a href=/a>Accessibilité\xc2\xa0: partiellement conforme</a>",
		    CLAIR_SUMMARY_ACCESSIBILITY_LINK | CLAIR_SUMMARY_ACCESSIBILITY_MENTION},
		{"<p>ACCESSIBILITÉ : totalement conforme</p>", CLAIR_SUMMARY_ACCESSIBILITY_MENTION},
		{"<p>Accessibilité : <strong>non conforme</strong></p>",
		    CLAIR_SUMMARY_ACCESSIBILITY_MENTION},
		{"<p>Accessibilité partiellement conforme</p>", CLAIR_SUMMARY_MENTION_NEAR},
		{"<p hidden>Accessibilité : non conforme</p>", 0},
		{"<p>L’accessibilité du guichet est bonne.</p>", 0},
		{"<p>Un devis non conforme sera refusé.</p>", 0},
		{"<script>var a = 'Accessibilité : non conforme';</script>", CLAIR_SUMMARY_SCRIPTS},
		{"<a href=/c>Nous contacter</a>", CLAIR_SUMMARY_CONTACT_LINK},
		{"<a href=/c>Contact</a>", CLAIR_SUMMARY_CONTACT_LINK},
		{"<a href='mailto:mairie@exemple.fr'>Mairie</a>", CLAIR_SUMMARY_CONTACT_LINK},
		{"<a href=/c>Lentilles de contacteur</a>", 0},
		{"<a href='tel:+33102030405'>Appeler</a>", CLAIR_SUMMARY_PHONE},
		{"<p>Téléphone : 01 02 03 04 05</p>", CLAIR_SUMMARY_PHONE},
		{"<p>01.02.03.04.05</p>", CLAIR_SUMMARY_PHONE},
		{"<p>+33 (0)1 02 03 04 05</p>", CLAIR_SUMMARY_PHONE},
		{"<p>0 800 123 456</p>", CLAIR_SUMMARY_PHONE},
		{"<p>Appelez le 3939.</p>", CLAIR_SUMMARY_PHONE},
		{"<p>Numéro d’urgence : 112</p>", CLAIR_SUMMARY_PHONE},
		{"<p>La commune compte 3939 habitants.</p>", 0},
		{"<p>SIRET 130 025 265 00013</p>", 0},
		{"<p>Le 12/03/2024, 1 250 000 euros</p>", 0},
		{"<p hidden>01 02 03 04 05</p>", 0},
		{"<a href=#c>Aller au contenu</a><main id=c>Texte</main>", CLAIR_SUMMARY_SKIP_LINK},
		{"<a href=#c>Voir la carte</a><p id=c>Texte</p>", 0},
		{"<nav class=fr-breadcrumb aria-label='vous êtes ici'><a href=/>Accueil</a></nav>",
		    CLAIR_SUMMARY_BREADCRUMB},
		{"<a href=/m>Mentions légales</a>", CLAIR_SUMMARY_LEGAL_LINK},
		{"<a href=/f>Version en FALC</a>", CLAIR_SUMMARY_FALC_LINK},
		{"<a href=/f>Facile à lire et à comprendre</a>", CLAIR_SUMMARY_FALC_LINK},
		{"<h1>Déclaration d’accessibilité</h1><p>Le site est en conformité partielle avec le "
		    "RGAA.</p>", CLAIR_SUMMARY_IS_STATEMENT},
		{"<h1>Accessibilité des bâtiments</h1><p>Une rampe mène à la mairie.</p>", 0},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_worded(cases[i].html, URL);
		struct clair_arena arena;
		struct clair_page_summary *summary;

		clair_arena_init(&arena, 0);
		summary = clair_summary_new(ctx, &arena);
		assert_non_null(summary);
		if (summary->flags != cases[i].flags)
			fail_msg("%s: %x, expected %x", cases[i].html, summary->flags, cases[i].flags);
		support_page_free(ctx);
		clair_arena_free(&arena);
	}
}

static void
test_words(void **state)
{
	struct clair_ctx *ctx = support_worded("<html lang=fr-FR><title> Ma \n ville </title><svg><title>"
	    "Logo</title></svg><header><nav><ul><li><a href=/a>A</a><li><a href=/b>B</a></ul></nav>"
	    "</header><main><h1 hidden>Non</h1><h2>Ni</h2><h1><img src=i alt='Ville de X'></h1><h1>Non"
	    "</h1></main>", URL);
	struct clair_arena arena;
	struct clair_page_summary *summary;

	(void)state;
	clair_arena_init(&arena, 0);
	summary = clair_summary_new(ctx, &arena);
	support_page_free(ctx); /* the summary outlives the page */
	assert_string_equal(summary->url, URL);
	assert_string_equal(summary->title, "Ma ville");
	assert_string_equal(summary->lang, "fr-FR");
	assert_int_equal(summary->depth, -1);
	assert_false(summary->is_home);
	assert_true(summary->menu.in_order != 0);
	assert_int_equal(summary->link_count, 2);
	assert_string_equal(summary->links[1], "https://www.exemple.fr/b");
	clair_arena_free(&arena);
}

static void
test_links(void **state)
{
	static const struct {
		const char *html, *links;
	} cases[] = {
		{"<a href=/a>A</a><a href=b>B</a>", "https://www.exemple.fr/a https://www.exemple.fr/vie/b"},
		{"<a href=/a>A</a><a href=/a#x>A</a><a href=/a>A</a>", "https://www.exemple.fr/a"},
		{"<a href=https://autre.fr/x#y>A</a>", "https://autre.fr/x"},
		{"<map><area href=/carte></map>", "https://www.exemple.fr/carte"},
		{"<a href=/b>B</a><area href=/a><a href=/c>C</a>",
		    "https://www.exemple.fr/b https://www.exemple.fr/a https://www.exemple.fr/c"},
		{"<a href=/a rel='noopener NoFollow'>A</a>", ""},
		{"<a href=/a rel=noopener>A</a>", "https://www.exemple.fr/a"},
		{"<a href=mailto:a@b.fr>A</a><a href=tel:0102030405>B</a><a href='javascript:void(0)'>C</a>",
		    ""},
		{"<a href=JavaScript:x>A</a><a href=data:text/html,x>A</a>", ""},
		{"<a href=HTTPS://autre.fr/>A</a>", "HTTPS://autre.fr/"},
		{"<a href=''>A</a><a href=#c>B</a><a>C</a><a href='  '>D</a>", ""},
		{"<a href='  /a'>A</a>", "https://www.exemple.fr/a"},
		{"<a href=/a:b>A</a><a href=?q=a:b>B</a>",
		    "https://www.exemple.fr/a:b https://www.exemple.fr/vie/?q=a:b"},
		{"<div hidden><a href=/a>A</a></div>", "https://www.exemple.fr/a"},
		{"<base href=/autre/><a href=a>A</a>", "https://www.exemple.fr/autre/a"},
		{"<base target=_blank><base href=/x/><base href=/y/><a href=a>A</a>",
		    "https://www.exemple.fr/x/a"},
		{"<link href=/style.css><img src=/i.png>", ""},
		{"<svg><a href=/svg>A</a></svg>", ""},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_worded(cases[i].html, URL);
		struct clair_page_summary *summary = clair_summary_new(ctx, &ctx->page->mem);
		char links[512] = "";

		for (uint32_t at = 0; at < summary->link_count; at++) {
			strncat(links, at > 0 ? " " : "", 2);
			strncat(links, summary->links[at], 200);
		}
		if (strcmp(links, cases[i].links) != 0)
			fail_msg("%s: %s", cases[i].html, links);
		support_page_free(ctx);
	}
}

static void
test_links_without_a_resolver(void **state)
{
	struct clair_ctx *ctx = support_worded("<a href=/a#x>A</a><a href=b>B</a><a href=/a>A</a>", "");
	struct clair_page_summary *summary;

	(void)state;
	ctx->resolve = NULL;
	summary = clair_summary_new(ctx, &ctx->page->mem);
	assert_int_equal(summary->link_count, 2);
	assert_string_equal(summary->links[0], "/a");
	assert_string_equal(summary->links[1], "b");
	assert_string_equal(clair_resolve(ctx, "b#c"), "b");
	support_page_free(ctx);
}

static void
test_resolve(void **state)
{
	struct clair_ctx *ctx = support_worded("<base href=/autre/>", URL);

	(void)state;
	assert_string_equal(clair_resolve(ctx, "a#b"), "https://www.exemple.fr/autre/a");
	assert_string_equal(clair_resolve(ctx, "/a?b#c"), "https://www.exemple.fr/a?b");
	assert_string_equal(clair_resolve(ctx, " rien"), " rien"); /* refused: as written */
	support_page_free(ctx);
}

static void
test_home(void **state)
{
	static const struct {
		const char *url;
		bool home;
	} cases[] = {
		{"https://www.exemple.fr", true},
		{"https://www.exemple.fr/", true},
		{"http://www.exemple.fr:8080/", true},
		{"https://www.exemple.fr/index.html", true},
		{"https://www.exemple.fr/index.php", true},
		{"https://www.exemple.fr/?page=2", false},
		{"https://www.exemple.fr/vie/index.html", false},
		{"https://www.exemple.fr/vie", false},
		{"index.html", false},
		{"", false},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_worded("<p>A</p>", cases[i].url);

		if (clair_is_home(ctx) != cases[i].home)
			fail_msg("%s", cases[i].url);
		ctx->is_home = true;
		assert_true(clair_is_home(ctx));
		support_page_free(ctx);
	}
}

static void
test_shell(void **state)
{
	static const struct {
		const char *what, *html;
		bool shell;
	} cases[] = {
		{"empty root", "<div id=root></div><script src=a.js></script>", true},
		{"root that waits", "<div id=app>Chargement…</div><script src=a.js></script>", true},
		{"named element", "<app-root></app-root><script src=a.js></script>", true},
		{"noscript asks",
		    "<noscript>Merci d’activer JavaScript.</noscript><div class=z></div><script src=a></script>",
		    true},
		{"noscript asks, with a header and a footer", "<header>Ville de X, le site officiel de la mairie "
		    "et de ses services</header><footer>Mentions légales, plan, accessibilité</footer><noscript><p>You need to enable "
		    "JavaScript.</p></noscript><script src=a></script>", true},
		{"nothing but scripts", "<body><script src=a.js></script>", true},
		{"no script", "<div id=root></div>", false},
		{"empty page", "", false},
		{"rendered root", "<div id=root><h1>Mairie</h1><p>Le secrétariat est ouvert tous les jours de "
		    "la semaine, de neuf heures à midi. Un agent vous aide dans vos démarches.</p></div>"
		    "<script src=a.js></script>", false},
		{"short page with a script", "<h1>Page introuvable</h1><p>Cette page n’existe pas ou n’existe "
		    "plus. Revenez à l’accueil.</p><script src=stats.js></script>", false},
		{"a form and little text", "<form><input type=password><button>OK</button></form>"
		    "<script src=a.js></script>", false},
		{"a picture alone", "<img src=a alt='Site en travaux'><script src=a></script>", false},
		{"a frame", "<iframe src=/a></iframe><script src=a></script>", false},
		{"noscript about a tracking picture", "<h1>Page introuvable</h1><p>Cette page n’existe pas ou "
		    "n’existe plus, revenez à l’accueil du site.</p><noscript><img src=p></noscript>"
		    "<script src=a></script>", false},
		{"a word in the code of a script is no text",
		    "<div id=root></div><script>var text = 'Bonjour à tous les habitants de la ville, voici "
		    "toutes les informations utiles pour bien vivre ici et ailleurs';</script>", true},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_worded(cases[i].html, URL);

		if (clair_is_shell(ctx) != cases[i].shell)
			fail_msg("%s", cases[i].what);
		support_page_free(ctx);
	}
}

static void
test_canonical(void **state)
{
	static const struct {
		const char *html, *canonical;
	} cases[] = {
		{"<link rel=canonical href=/a>", "https://www.exemple.fr/a"},
		{"<link rel='Canonical nofollow' href=/a>", NULL},
		{"<link rel=CANONICAL href=b>", "https://www.exemple.fr/vie/b"},
		{"<link rel=canonical href=/a><link rel=canonical href=/b>", "https://www.exemple.fr/a"},
		{"<link rel=canonical><link rel=alternate href=/b>", NULL},
		{"<link rel=canonical href=''>", NULL},
		{"<a rel=canonical href=/a>A</a>", NULL},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_worded(cases[i].html, URL);
		const char *canonical = clair_summary_new(ctx, &ctx->page->mem)->canonical;

		if (canonical == NULL || cases[i].canonical == NULL
		        ? canonical != cases[i].canonical
		        : strcmp(canonical, cases[i].canonical) != 0)
			fail_msg("%s: %s", cases[i].html, canonical == NULL ? "none" : canonical);
		support_page_free(ctx);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_flags),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_links),
		cmocka_unit_test(test_canonical),
		cmocka_unit_test(test_links_without_a_resolver),
		cmocka_unit_test(test_resolve),
		cmocka_unit_test(test_home),
		cmocka_unit_test(test_shell),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
