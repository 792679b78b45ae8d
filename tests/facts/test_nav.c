/* Menus: which they are, their entries, their levels, their kind. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "facts/nav.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <stdlib.h>
#include <string.h>

#define URL "https://www.exemple.fr/page"
#define A(name) "<a href=/" name ">" name "</a>"
#define LI(name) "<li>" A(name) "</li>"

enum kind {
	MAIN = 1,
	BREADCRUMB = 2,
	PAGINATION = 4,
	TOC = 8,
	SKIP = 16,
};

struct expected {
	const char *what, *html;
	uint32_t entries, depth, links, drop_downs, largest;
	unsigned kinds;
};

static unsigned
kinds_of(const struct clair_menu *menu)
{
	return (menu->is_main ? MAIN : 0U) | (menu->is_breadcrumb ? BREADCRUMB : 0U) |
	    (menu->is_pagination ? PAGINATION : 0U) | (menu->is_toc ? TOC : 0U) |
	    (menu->is_skip_links ? SKIP : 0U);
}

static void
assert_menu(const struct expected *expected)
{
	struct clair_ctx *ctx = support_worded(expected->html, URL);
	const struct clair_menu *menu = clair_menu(ctx, 0);

	if (menu == NULL || clair_menu_count(ctx) != 1)
		fail_msg("%s: %zu menus", expected->what, clair_menu_count(ctx));
	else if (menu->entries != expected->entries || menu->depth != expected->depth ||
	    menu->links != expected->links || menu->drop_downs != expected->drop_downs ||
	    menu->largest_level != expected->largest || kinds_of(menu) != expected->kinds)
		fail_msg("%s: entries %u depth %u links %u drop-downs %u largest %u kinds %x",
		    expected->what, menu->entries, menu->depth, menu->links, menu->drop_downs,
		    menu->largest_level, kinds_of(menu));
	support_page_free(ctx);
}

static void
test_levels(void **state)
{
	static const struct expected cases[] = {
		{"a list in a nav", "<header><nav><ul>" LI("a") LI("b") LI("c") "</ul></nav></header>", 3,
		    1, 3, 0, 3, MAIN},
		{"links without a list", "<header><nav>" A("a") A("b") A("c") "</nav></header>", 3, 1, 3,
		    0, 3, MAIN},
		{"links in boxes", "<header><nav><div>" A("a") "</div><div>" A("b") "</div></nav></header>",
		    2, 1, 2, 0, 2, MAIN},
		{"the current page without a link",
		    "<header><nav><ul><li><strong>Accueil</strong></li>" LI("b") "</ul></nav></header>", 2, 1,
		    1, 0, 2, MAIN},
		{"an empty item", "<header><nav><ul><li></li>" LI("a") LI("b") "</ul></nav></header>", 2, 1,
		    2, 0, 2, MAIN},
		{"nested lists", "<header><nav><ul>" LI("a") "<li>" A("b") "<ul>" LI("c") LI("d") LI("e")
		    "</ul></li></ul></nav></header>", 2, 2, 5, 1, 3, MAIN},
		{"three levels", "<header><nav><ul>" LI("a") "<li>" A("b") "<ul>" LI("c") "<li>" A("d")
		    "<ul>" LI("e") "</ul></li></ul></li></ul></nav></header>", 2, 3, 5, 2, 2, MAIN},
		{"a list straight in a list", "<header><nav><ul>" LI("a") LI("b") "<ul>" LI("c") LI("d")
		    "</ul></ul></nav></header>", 2, 2, 4, 1, 2, MAIN},
		{"two lists side by side", "<header><nav><ul>" LI("a") LI("b") "</ul><ul>" LI("c")
		    "</ul></nav></header>", 3, 1, 3, 0, 3, MAIN},
		{"a hidden sub-menu counts: it opens",
		    "<header><nav><ul>" LI("a") "<li><button aria-expanded=false aria-controls=s>b</button>"
		    "<ul id=s hidden>" LI("c") LI("d") "</ul></li></ul></nav></header>", 2, 2, 3, 1, 2, MAIN},
		{"details", "<header><nav><ul>" LI("a") "<li><details><summary>b</summary><ul>" LI("c")
		    LI("d") "</ul></details></li></ul></nav></header>", 2, 2, 3, 1, 2, MAIN},
		{"details without lists", "<header><nav>" A("a") "<details><summary>b</summary><div>"
		    "<div class=sub-menu>" A("c") A("d") "</div></div></details>"
		    "<details><summary>e</summary><div>" A("f") "</div></details></nav></header>", 2, 2, 4, 2,
		    2, MAIN},
		{"a button that opens the whole menu",
		    "<header><nav><button aria-expanded=false aria-controls=m>Menu</button><ul id=m>"
		    LI("a") LI("b") LI("c") "</ul></nav></header>", 3, 1, 3, 0, 3, MAIN},
		{"a details that holds the whole menu", "<header><nav><details><summary>Menu</summary><ul>"
		    LI("a") LI("b") LI("c") "</ul></details></nav></header>", 3, 1, 3, 0, 3, MAIN},
		{"boxes with buttons, no list",
		    "<header><nav><div><button aria-expanded=false>A</button><div class=dropdown-menu>"
		    A("a") A("b") "</div></div><div><button aria-expanded=false>C</button>"
		    "<div class=dropdown-menu>" A("c") A("d") A("e") "</div></div></nav></header>", 2, 2, 5, 2,
		    3, MAIN},
		{"a drop-down of two lists: the longer one counts", "<header><nav><ul><li>" A("a")
		    "<div class=dropdown-menu><div><p>T</p><ul>" LI("b") LI("c") LI("d") "</ul></div><div><p>U</p>"
		    "<ul>" LI("e") LI("f") "</ul></div></div></li>" LI("g") "</ul></nav></header>", 2, 2, 7, 1, 3,
		    MAIN},
		{"a logo before the entries", "<header><nav><a href=/><img src=l.png alt=Ville></a><div>" A("a")
		    A("b") A("c") "</div></nav></header>", 3, 1, 4, 0, 3, MAIN},
		{"pictures for entries", "<header><nav><a href=/1>Un</a><a href=/2><img src=2.png alt=Deux></a>"
		    "<a href=/3><img src=3.png alt=Trois></a></nav></header>", 3, 1, 3, 0, 3, MAIN},
		{"the contents of a book", "<div class=book-summary><nav role=navigation><ul>" LI("a") LI("b")
		    LI("c") "</ul></nav></div><main><p>Texte</p></main>", 3, 1, 3, 0, 3, 0},
		{"a column beside the text", "<aside><nav><ul>" LI("a") LI("b") LI("c")
		    "</ul></nav></aside><main><p>Texte</p></main>", 3, 1, 3, 0, 3, 0},
		{"a side pane", "<nav class=side-pane><ul>" LI("a") LI("b") LI("c")
		    "</ul></nav><main><p>Texte</p></main>", 3, 1, 3, 0, 3, 0},
		{"a logo with the name of the site", "<header><nav><div><a href=/><img src=l.png alt=''><b>Ville</b>"
		    "</a></div><div><a href=/>Accueil</a>" A("b") A("c") "</div></nav></header>", 3, 1, 4, 0, 3,
		    MAIN},
		{"a picture and words that lead nowhere else", "<header><nav><a href=/1><img src=1.png alt=''>Un"
		    "</a>" A("b") A("c") "</nav></header>", 3, 1, 3, 0, 3, MAIN},
		{"buttons between the links, with no word of ARIA", "<header><nav><a href=/a><button>A</button></a>"
		    "<div><button>B</button></div><div><button>C</button></div>" A("d") "</nav></header>", 4, 1, 2, 0,
		    4, MAIN},
		{"buttons around the links: search, close", "<header><nav><button>Fermer</button>" A("a") A("b")
		    "<button>Rechercher</button></nav></header>", 2, 1, 2, 0, 2, MAIN},
		{"secondary list in the same nav", "<header><nav><ul>" LI("a") LI("b") LI("c") "</ul>"
		    "<div class=nav-secondary><ul>" LI("d") LI("e") "</ul></div></nav></header>", 3, 1, 5, 0, 3,
		    MAIN},
		{"a list for phones in the same nav", "<header><nav><ul>" LI("a") LI("b") "</ul><ul class=visible-xs>"
		    LI("c") LI("d") LI("e") "</ul></nav></header>", 2, 1, 5, 0, 2, MAIN},
		{"icons of networks in the same nav", "<header><nav><ul>" LI("a") LI("b") "</ul><ul><li><a href=/n>"
		    "<i class=icon></i></a></li><li><a href=/o><i class=icon></i></a></li></ul></nav></header>", 2, 1,
		    4, 0, 2, MAIN},
		{"an icon among the entries", "<header><nav><ul><li><a href=/><i class=icon></i></a></li>" LI("a")
		    LI("b") "</ul></nav></header>", 3, 1, 3, 0, 3, MAIN},
		{"ARIA menu bar", "<header><div role=menubar><div role=none><a role=menuitem href=/a>a</a>"
		    "</div><div role=none><a role=menuitem href=/b>b</a></div></div></header>", 2, 1, 2, 0,
		    2, MAIN},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++)
		assert_menu(&cases[i]);
}

static void
test_tools(void **state)
{
	static const struct expected cases[] = {
		{"DSFR", "<header><nav class=fr-nav id=n role=navigation aria-label='Menu principal'>"
		    "<ul class=fr-nav__list><li class=fr-nav__item><a class=fr-nav__link href=/a>A</a></li>"
		    "<li class=fr-nav__item><button class=fr-nav__btn aria-expanded=false aria-controls=m1>B"
		    "</button><div class='fr-collapse fr-menu' id=m1><ul class=fr-menu__list>" LI("c") LI("d")
		    "</ul></div></li></ul></nav></header>", 2, 2, 3, 1, 2, MAIN},
		{"DSFR mega menu", "<header><nav class=fr-nav><ul class=fr-nav__list>" LI("a")
		    "<li class=fr-nav__item><button class=fr-nav__btn aria-expanded=false>B</button>"
		    "<div class='fr-collapse fr-mega-menu'><div><div><h4><a href=/t>T</a></h4>"
		    "<ul class=fr-mega-menu__list>" LI("c") LI("d") "</ul></div><div><h4><a href=/u>U</a></h4>"
		    "<ul class=fr-mega-menu__list>" LI("e") "</ul></div></div></div></li></ul></nav></header>",
		    2, 2, 6, 1, 2, MAIN},
		{"WordPress", "<div id=masthead><div class=main-navigation><ul id=menu-principal class=menu>"
		    "<li class='menu-item current-menu-item'>" A("a") "</li><li class='menu-item "
		    "menu-item-has-children'>" A("b") "<ul class=sub-menu><li class=menu-item>" A("c")
		    "</li></ul></li></ul></div></div><p>Texte de la page</p>", 2, 2, 3, 1, 2, MAIN},
		{"Drupal", "<header><nav role=navigation aria-labelledby=h><h2 class=visually-hidden id=h>"
		    "Navigation principale</h2><ul class='menu nav'>" LI("a") "<li class=expanded>" A("b")
		    "<ul class=menu>" LI("c") LI("d") "</ul></li>" LI("e") "</ul></nav></header>", 3, 2, 5, 1,
		    3, MAIN},
		{"SPIP", "<div id=entete>Ville</div><div id=nav class=rubriques><ul>" LI("a") LI("b") LI("c")
		    "</ul></div><div id=contenu><p>Texte de la page</p></div>", 3, 1, 3, 0, 3, MAIN},
		{"Bootstrap", "<header><nav class='navbar navbar-expand-lg'><a class=navbar-brand href=/>"
		    "Ville</a><button class=navbar-toggler aria-expanded=false aria-controls=c>Menu</button>"
		    "<div class='collapse navbar-collapse' id=c><ul class=navbar-nav><li class=nav-item>"
		    A("a") "</li><li class='nav-item dropdown'><a class=dropdown-toggle href=# "
		    "aria-haspopup=true aria-expanded=false>b</a><div class=dropdown-menu><a href=/c>c</a>"
		    "<a href=/d>d</a></div></li></ul></div></nav></header>", 2, 2, 5, 1, 2, MAIN},
		{"Joomla", "<div class=header><ul class='nav menu mod-list'><li class=item-1>" A("a")
		    "</li><li class='item-2 parent'>" A("b") "<ul class='nav-child unstyled'>" LI("c")
		    "</ul></li>" LI("d") "</ul></div><p>Texte de la page</p>", 3, 2, 4, 1, 3, MAIN},
		{"old table layout", "<table><tr><td class=menu>" A("accueil") "<br>" A("mairie") "<br>"
		    A("ecoles") "<br>" A("loisirs") "</td><td><h1>Mairie</h1><p>Bienvenue à tous ceux qui "
		    "passent ici.</td></tr></table>", 4, 1, 4, 0, 4, MAIN},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++)
		assert_menu(&cases[i]);
}

static void
test_kinds(void **state)
{
	static const struct expected cases[] = {
		{"DSFR breadcrumb", "<main><nav class=fr-breadcrumb aria-label='vous êtes ici :'><button "
		    "aria-expanded=false aria-controls=b>Voir le fil d’Ariane</button><div class=fr-collapse "
		    "id=b><ol>" LI("accueil") "<li><a aria-current=page>Ici</a></li></ol></div></nav></main>",
		    2, 1, 1, 0, 2, BREADCRUMB},
		{"breadcrumb by its name alone", "<main><nav aria-label='Fil d’Ariane'>" A("a") " > " A("b")
		    "</nav></main>", 2, 1, 2, 0, 2, BREADCRUMB},
		{"breadcrumb by class", "<p class=ariane>" A("accueil") " > " A("vie") "</p>", 2, 1, 2, 0,
		    2, BREADCRUMB},
		{"pagination by class", "<main><ul class=pagination>" LI("1") LI("2") LI("3") "</ul></main>",
		    3, 1, 3, 0, 3, PAGINATION},
		{"pagination by its numbers", "<main><nav><ul>" LI("1") LI("2") LI("3") LI("suivante")
		    "</ul></nav></main>", 4, 1, 4, 0, 4, PAGINATION},
		{"table of contents", "<main><nav><ol><li><a href=#a>A</a></li><li><a href=#b>B</a></li>"
		    "</ol></nav><p>Texte</p></main>", 2, 1, 2, 0, 2, TOC},
		{"skip links by class", "<div class=fr-skiplinks><nav aria-label='Accès rapide'><ul><li>"
		    "<a href=#c>Contenu</a></li></ul></nav></div><main id=c><p>Texte</p></main>", 1, 1, 1, 0,
		    1, SKIP},
		{"skip links by their words", "<nav><a href=#c>Aller au contenu</a><a href=#m>Aller au menu"
		    "</a></nav><main id=c><p>Texte</p></main>", 2, 1, 2, 0, 2, SKIP},
		{"languages are not the main menu", "<header><nav class=fr-translate><ul>" LI("fr") LI("en")
		    LI("de") "</ul></nav></header>", 3, 1, 3, 0, 3, 0},
		{"a nav in the footer", "<main><p>Texte</p></main><footer><nav><ul>" LI("a") LI("b") LI("c")
		    "</ul></nav></footer>", 3, 1, 3, 0, 3, 0},
		{"a nav in the content", "<header>Ville</header><main><h1>Vivre ici</h1><p>Un texte assez "
		    "long pour que la suite ne soit pas le début de la page.</p><nav><ul>" LI("a") LI("b")
		    LI("c") "</ul></nav></main>", 3, 1, 3, 0, 3, 0},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++)
		assert_menu(&cases[i]);
}

static void
test_not_menus(void **state)
{
	static const char *const cases[] = {
		"<main><ul>" LI("a") LI("b") LI("c") LI("d") "</ul></main>",
		"<p>Texte</p><footer><ul>" LI("mentions") LI("plan") LI("contact") "</ul></footer>",
		"<nav></nav>",
		"<nav><p>Pas de lien</p></nav>",
		"<nav hidden><ul>" LI("a") LI("b") "</ul></nav>",
		"<nav style='display:none'><ul>" LI("a") LI("b") "</ul></nav>",
		"<nav role=presentation><ul>" LI("a") LI("b") "</ul></nav>",
		"<header><ul><li>Texte long avec un " A("lien") "</li><li>et un autre " A("lien")
		"</li><li>encore</li></ul></header>",
		"<div class=menu><p>Potage, poulet, compote</p></div>",
		"",
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_worded(cases[i], URL);

		if (clair_menu_count(ctx) != 0)
			fail_msg("%s: %zu menus", cases[i], clair_menu_count(ctx));
		assert_null(clair_menu(ctx, 0));
		support_page_free(ctx);
	}
}

static void
test_one_main_menu(void **state)
{
	struct clair_ctx *ctx = support_worded("<nav class=skip-links><a href=#c>Aller au contenu</a>"
	    "</nav><header><ul>" LI("presse") LI("emploi") LI("compte") "</ul><nav aria-label='Menu "
	    "principal'><ul>" LI("a") LI("b") LI("c") "</ul></nav></header><main id=c><nav "
	    "aria-label='Dans cette rubrique'><ul>" LI("d") LI("e") LI("f") "</ul></nav><p>Texte de la "
	    "page</p></main><footer><nav><ul>" LI("g") LI("h") "</ul></nav></footer>", URL);

	(void)state;
	assert_int_equal(clair_menu_count(ctx), 5);
	for (size_t i = 0; i < 5; i++)
		assert_int_equal(clair_menu(ctx, i)->is_main, i == 2);
	assert_string_equal(clair_menu(ctx, 2)->name, "Menu principal");
	assert_string_equal(clair_menu(ctx, 4)->name, "");
	support_page_free(ctx);
}

static uint64_t
hash_of(const char *html)
{
	struct clair_ctx *ctx = support_worded(html, URL);
	uint64_t hash;

	assert_int_equal(clair_menu_count(ctx), 1);
	hash = clair_menu_words(ctx, clair_menu(ctx, 0)).in_order;
	support_page_free(ctx);
	return hash;
}

static void
test_hash(void **state)
{
	uint64_t hash = hash_of("<nav><ul>" LI("a") LI("b") LI("c") "</ul></nav>");

	(void)state;
	assert_true(hash == hash_of("<nav><ul> " LI("a") "<li class=on><b>b</b> (actif)</li>" LI("c")
	    "</ul></nav>"));
	assert_true(hash == hash_of("<nav><ul>" LI("a") "<li>" A("b") "<ul>" LI("d") "</ul></li>" LI("c")
	    "</ul></nav>"));
	assert_true(hash == hash_of("<nav><details><summary>Menu</summary><ul>" LI("a") LI("b") LI("c")
	    "</ul></details></nav>"));
	assert_false(hash == hash_of("<nav><ul>" LI("b") LI("a") LI("c") "</ul></nav>"));
	assert_false(hash == hash_of("<nav><ul>" LI("a") LI("b") "</ul></nav>"));
	assert_false(hash == hash_of("<nav><ul>" LI("ab") LI("c") LI("d") "</ul></nav>"));
}

static void
test_deep_menu_is_bounded(void **state)
{
	enum { DEPTH = 200 };
	char *html = calloc(1, 64 + DEPTH * 40);
	struct clair_ctx *ctx;

	(void)state;
	assert_non_null(html);
	strncat(html, "<nav>", 8);
	for (int i = 0; i < DEPTH; i++)
		strncat(html, "<ul><li><a href=/a>a</a>", 32);
	ctx = support_worded(html, URL);
	assert_int_equal(clair_menu_count(ctx), 1);
	assert_int_equal(clair_menu(ctx, 0)->links, DEPTH);
	assert_true(clair_menu(ctx, 0)->depth >= 10);
	support_page_free(ctx);
	free(html);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_levels),
		cmocka_unit_test(test_tools),
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_not_menus),
		cmocka_unit_test(test_one_main_menu),
		cmocka_unit_test(test_hash),
		cmocka_unit_test(test_deep_menu_is_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
