/* Regions, landmarks, headings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "facts/marks.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <stdio.h>
#include <string.h>

#define URL "https://www.exemple.fr/page"

static void
assert_region(const char *what, const char *html, enum clair_region expected)
{
	struct clair_ctx *ctx = support_worded(html, URL);

	if (clair_region(ctx, support_x(ctx)) != expected)
		fail_msg("%s: region %d, expected %d", what, clair_region(ctx, support_x(ctx)), expected);
	support_page_free(ctx);
}

#define PROSE \
	"<p>La mairie accueille les habitants du lundi au vendredi, de neuf heures à midi, pour " \
	"toutes les démarches : carte d’identité, passeport, inscription sur les listes. Les " \
	"documents à apporter sont indiqués pour chaque démarche, et un agent peut vous aider à " \
	"les préparer. Il est possible de prendre rendez-vous au guichet ou par téléphone, et de " \
	"venir accompagné de la personne de votre choix. Le service est gratuit pour tous.</p>"

static void
test_regions_by_role(void **state)
{
	static const struct {
		const char *what, *html;
		enum clair_region region;
	} cases[] = {
		{"header of the page", "<header><p id=x>Ville</p></header><main>" PROSE "</main>",
		    CLAIR_IN_HEADER},
		{"role banner", "<div role=banner><p id=x>Ville</p></div><main>" PROSE "</main>",
		    CLAIR_IN_HEADER},
		{"footer of the page", "<main>" PROSE "</main><footer><p id=x>Pied</p></footer>",
		    CLAIR_IN_FOOTER},
		{"header of an article stays content",
		    "<main><article><header><h1 id=x>Titre</h1></header>" PROSE "</article></main>",
		    CLAIR_IN_MAIN},
		{"footer of an article stays content",
		    "<main><article>" PROSE "<footer><p id=x>Auteur</p></footer></article></main>",
		    CLAIR_IN_MAIN},
		{"nav in the header", "<header><nav><a id=x href=/a>A</a></nav></header><main>" PROSE
		    "</main>", CLAIR_IN_NAV},
		{"nav in the footer stays footer",
		    "<main>" PROSE "</main><footer><nav><a id=x href=/a>A</a></nav></footer>",
		    CLAIR_IN_FOOTER},
		{"nav in the content", "<main><nav><a id=x href=#a>A</a></nav>" PROSE "</main>",
		    CLAIR_IN_NAV},
		{"aside", "<main>" PROSE "</main><aside><p id=x>À côté</p></aside>", CLAIR_IN_ASIDE},
		{"main", "<header>V</header><main><p id=x>Texte</p>" PROSE "</main>", CLAIR_IN_MAIN},
		{"role main", "<div role=main><p id=x>Texte</p>" PROSE "</div>", CLAIR_IN_MAIN},
		{"before the main, without a name",
		    "<div><p id=x>Bandeau</p></div><main>" PROSE "</main>", CLAIR_IN_HEADER},
		{"after the main, without a name",
		    "<main>" PROSE "</main><div><p id=x>Bas</p></div>", CLAIR_IN_FOOTER},
		{"an empty main tells nothing of the rest", "<main></main><div id=x>" PROSE "</div>",
		    CLAIR_IN_MAIN},
		{"a dialog outside the main", "<main>" PROSE "</main><dialog><p id=x>Oui ?</p></dialog>",
		    CLAIR_IN_ASIDE},
		{"a dialog inside the main stays there",
		    "<main>" PROSE "<div role=dialog><p id=x>Oui ?</p></div></main>", CLAIR_IN_MAIN},
		{"a page of one paragraph", "<p id=x>Bonjour</p>", CLAIR_IN_MAIN},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++)
		assert_region(cases[i].what, cases[i].html, cases[i].region);
}

static void
test_regions_by_name(void **state)
{
	static const struct {
		const char *what, *html;
		enum clair_region region;
	} cases[] = {
		{"id entete", "<div id=entete><p id=x>Ville</p></div>" PROSE, CLAIR_IN_HEADER},
		{"class site-header", "<div class='bloc site-header'><b id=x>Ville</b></div>" PROSE,
		    CLAIR_IN_HEADER},
		{"underscore and capitals", "<div id=Site_Header><b id=x>Ville</b></div>" PROSE,
		    CLAIR_IN_HEADER},
		{"id pied", PROSE "<div id=pied><p id=x>Mentions</p></div>", CLAIR_IN_FOOTER},
		{"class footer at the top is not the footer",
		    "<div class=footer><p id=x>A</p></div>" PROSE PROSE, CLAIR_IN_MAIN},
		{"class header at the end is not the header",
		    PROSE PROSE "<div class=header><p id=x>A</p></div>", CLAIR_IN_MAIN},
		{"class header inside an article",
		    "<article><div class=header><p id=x>A</p></div>" PROSE "</article>", CLAIR_IN_MAIN},
		{"class header inside id contenu",
		    "<div>Ville</div><div id=contenu><div class=header><p id=x>A</p></div></div>",
		    CLAIR_IN_MAIN},
		{"class menu around links",
		    "<div class=menu><a id=x href=/a>Accueil</a> <a href=/b>Vivre</a></div>" PROSE,
		    CLAIR_IN_NAV},
		{"the menu of the canteen is content",
		    "<h1>Cantine</h1><div class=menu><p id=x>Lundi : potage, poulet, compote</p></div>"
		    PROSE, CLAIR_IN_MAIN},
		{"class sidebar", PROSE "<div class=sidebar><p id=x>Agenda</p></div>", CLAIR_IN_ASIDE},
		{"a wrapper named sidebar that holds the page",
		    "<div class=sidebar><p id=x>Texte</p>" PROSE "</div>", CLAIR_IN_MAIN},
		{"body named header", "<body class=header><p id=x>Texte</p>" PROSE, CLAIR_IN_MAIN},
		{"DSFR breadcrumb",
		    "<main><div class=fr-breadcrumb><a id=x href=/>Accueil</a></div>" PROSE "</main>",
		    CLAIR_IN_NAV},
		{"SPIP hierarchie", "<p class=hierarchie><a id=x href=/>Accueil</a></p>" PROSE,
		    CLAIR_IN_NAV},
		{"cookie banner", "<div id=tarteaucitronRoot><p id=x>Cookies</p></div>" PROSE,
		    CLAIR_IN_ASIDE},
		{"skip links", "<div class=fr-skiplinks><a id=x href=#c>Contenu</a></div>" PROSE,
		    CLAIR_IN_NAV},
		{"old table layout", "<table><tr><td class=menu><a id=x href=/a>Accueil</a>"
		    "<td>" PROSE "</table>", CLAIR_IN_NAV},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++)
		assert_region(cases[i].what, cases[i].html, cases[i].region);
}

static void
test_heading_levels(void **state)
{
	static const struct {
		const char *html;
		int level;
	} cases[] = {
		{"<h1 id=x>A</h1>", 1},
		{"<h6 id=x>A</h6>", 6},
		{"<div role=heading id=x>A</div>", 2},
		{"<div role=heading aria-level=3 id=x>A</div>", 3},
		{"<div role=heading aria-level=' 4 ' id=x>A</div>", 4},
		{"<div role=heading aria-level=12 id=x>A</div>", 9},
		{"<div role=heading aria-level=0 id=x>A</div>", 2},
		{"<div role=heading aria-level=deux id=x>A</div>", 2},
		{"<h2 aria-level=5 id=x>A</h2>", 5},
		{"<h2 aria-level='' id=x>A</h2>", 2},
		{"<h2 role=presentation id=x>A</h2>", 0},
		{"<h2 role=tab id=x>A</h2>", 0},
		{"<p aria-level=2 id=x>A</p>", 0},
		{"<p id=x>A</p>", 0},
		{"<div class=h1 id=x>A</div>", 0},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);

		if (clair_heading_level(ctx, support_x(ctx)) != cases[i].level)
			fail_msg("%s: %d", cases[i].html, clair_heading_level(ctx, support_x(ctx)));
		support_page_free(ctx);
	}
}

static void
test_headings_are_those_exposed(void **state)
{
	struct clair_ctx *ctx = support_page("<h1>A</h1><h2 hidden>B</h2><div aria-hidden=true>"
	    "<h2>C</h2></div><div role=heading>D</div><h3></h3><template><h2>E</h2></template>");

	(void)state;
	assert_int_equal(clair_heading_count(ctx), 3);
	assert_int_equal(clair_tag(clair_heading(ctx, 0)), CLAIR_TAG_H1);
	assert_int_equal(clair_tag(clair_heading(ctx, 1)), CLAIR_TAG_DIV);
	assert_int_equal(clair_tag(clair_heading(ctx, 2)), CLAIR_TAG_H3);
	assert_null(clair_heading(ctx, 3));
	support_page_free(ctx);
}

static void
test_landmarks(void **state)
{
	struct clair_ctx *ctx = support_page("<header>A</header><nav>B</nav>"
	    "<main><article><header>no</header></article><section>no</section>"
	    "<section aria-label='Agenda'>C</section><form>no</form>"
	    "<form aria-label='Recherche'>D</form></main>"
	    "<aside>E</aside><nav hidden>no</nav><div role=search>F</div><footer>G</footer>");
	static const enum clair_role roles[] = {CLAIR_ROLE_BANNER, CLAIR_ROLE_NAVIGATION,
	    CLAIR_ROLE_MAIN, CLAIR_ROLE_REGION, CLAIR_ROLE_FORM, CLAIR_ROLE_COMPLEMENTARY,
	    CLAIR_ROLE_SEARCH, CLAIR_ROLE_CONTENTINFO};

	(void)state;
	assert_int_equal(clair_landmark_count(ctx), CLAIR_LEN(roles));
	for (size_t i = 0; i < CLAIR_LEN(roles); i++)
		assert_int_equal(clair_role(ctx, clair_landmark(ctx, i)), roles[i]);
	assert_null(clair_landmark(ctx, CLAIR_LEN(roles)));
	support_page_free(ctx);
}

static void
test_empty_page(void **state)
{
	struct clair_ctx *ctx = support_page("");

	(void)state;
	assert_int_equal(clair_landmark_count(ctx), 0);
	assert_int_equal(clair_heading_count(ctx), 0);
	assert_int_equal(clair_region(ctx, clair_root(ctx)), CLAIR_IN_MAIN);
	support_page_free(ctx);
}

static void
test_marks(void **state)
{
	static const struct {
		const char *html;
		unsigned marks;
	} cases[] = {
		{"<div id=x class='accesrapide'>", CLAIR_MARK_SKIP},
		{"<div id=x class='menu'>", CLAIR_MARK_MENU},
		{"<div id=x class='menus'>", 0},
		{"<div id=x class='content main'>", 0}, /* too common as classes */
		{"<div id=x class='  fr-nav  sub-menu\n'>",
		    CLAIR_MARK_MENU | CLAIR_MARK_MAIN_MENU | CLAIR_MARK_SUBMENU},
		{"<div id=x class='nav_primary'>", CLAIR_MARK_MENU | CLAIR_MARK_MAIN_MENU},
		{"<div id=x class='yoast-breadcrumbs'>", CLAIR_MARK_BREADCRUMB},
		{"<div id=x class='fr-nav__list'>", CLAIR_MARK_MENU},
		{"<div id=x class='wp-pagenavi'>", CLAIR_MARK_PAGINATION},
		{"<div id=x class='aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>", 0},
		{"<div id=x class=''>", 0},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);

		if (clair_marks(support_x(ctx)) != cases[i].marks)
			fail_msg("%s: %x", cases[i].html, clair_marks(support_x(ctx)));
		support_page_free(ctx);
	}
}

/* The table is searched by halves: a word out of order would never be found. */
static void
test_marks_are_in_order(void **state)
{
	FILE *file = fopen("src/facts/marks.c", "r");
	char line[256];
	char before[64] = "";
	char word[64];
	int words = 0;

	(void)state;
	assert_non_null(file);
	while (fgets(line, sizeof(line), file) != NULL) {
		if (sscanf(line, " {\"%63[^\"]\",", word) != 1)
			continue;
		if (strcmp(before, word) >= 0)
			fail_msg("%s after %s", word, before);
		memcpy(before, word, sizeof(before));
		words++;
	}
	fclose(file);
	assert_true(words > 300);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_regions_by_role),
		cmocka_unit_test(test_regions_by_name),
		cmocka_unit_test(test_heading_levels),
		cmocka_unit_test(test_headings_are_those_exposed),
		cmocka_unit_test(test_landmarks),
		cmocka_unit_test(test_empty_page),
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_marks_are_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
