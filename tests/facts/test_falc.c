/* Which pages say that they are easy to read, and what the profile makes of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "facts/home.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#define URL "https://www.exemple.fr/vie/page"
#define FILLING \
	"<p>La mairie est ouverte le lundi, le mardi, le jeudi et le vendredi, de neuf heures à midi.</p>"
#define LONG FILLING FILLING FILLING FILLING FILLING FILLING FILLING FILLING FILLING FILLING

static void
assert_says(const char *html, const char *url, bool says)
{
	struct clair_ctx *ctx = support_worded(html, url);

	if (clair_page_says_falc(ctx) != says)
		fail_msg("%s %s: %s", url, html, says ? "says it" : "does not say it");
	support_page_free(ctx);
}

static void
pages_that_say_so(void **state)
{
	static const char *const pages[] = {
		"<title>La mairie en FALC</title>",
		"<title>Voter - Facile à lire et à comprendre</title>",
		"<main><h1>Voter, en facile à lire</h1></main>",
		"<main><h1>Écrire à la mairie (FALC)</h1></main>",
		"<main><h1>Comment voter ? Version FALC</h1></main>",
		"<main><h1>Voter</h1><p>Cette page est écrite en facile à lire et à comprendre.</p></main>",
		"<main><h1>Voter</h1><p>Ce texte est en FALC.</p></main>",
		"<main><img src=/l.png alt='Logo facile à lire et à comprendre'><h1>Voter</h1>" LONG "</main>",
		"<main><h1>Voter</h1>" LONG "<p><img src=/img/easy-to-read-logo.svg alt></p></main>",
		"<main><h1>Voter</h1><p>Venez.</p><img src=/l.png alt='Inclusion Europe'></main>",
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(pages); i++)
		assert_says(pages[i], URL, true);
}

static void
pages_that_speak_of_it(void **state)
{
	static const char *const pages[] = {
		"<title>Formation FALC</title>",
		"<title>Le FALC, c’est quoi ?</title>",
		"<title>Écrire en facile à lire</title>",
		"<main><h1>Traduire un document en FALC</h1></main>",
		"<main><h1>Les règles du facile à lire</h1><img src=/falc-logo.png alt='Logo FALC'></main>",
		"<main><h1>Une police facile à lire</h1></main>",
		"<main><h1>Voter</h1><p><a href=/f>Cette page est en FALC</a></p></main>",
		"<main><h1>Voter</h1><p>Cette page existe aussi en FALC.</p></main>",
		"<main><h1>Voter</h1><a href=/f><img src=/l.png alt='Facile à lire'></a></main>",
		"<main><h1>Voter</h1>" LONG "<img src=/l.png alt='Logo facile à lire'>" LONG "</main>",
		"<main><h1>Voter</h1></main><footer><img src=/l.png alt='Inclusion Europe'></footer>",
		"<main><h1>Voter</h1><img src=/l.png alt='Une affiche en FALC sur le tri'></main>",
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(pages); i++)
		assert_says(pages[i], URL, false);
}

static void
addresses(void **state)
{
	static const struct {
		const char *url;
		bool says;
	} cases[] = {
		{"https://www.exemple.fr/falc/", true},
		{"https://www.exemple.fr/falc/voter", true},
		{"https://www.exemple.fr/voter-en-falc", true},
		{"https://www.exemple.fr/voter-falc.html", true},
		{"https://www.exemple.fr/facile-a-lire-et-a-comprendre/voter", true},
		{"https://www.exemple.fr/actualites/formation-falc", false},
		{"https://www.exemple.fr/falcon", false},
		{"https://www.exemple.fr/catafalc", false},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++)
		assert_says("<main><h1>Voter</h1></main>", cases[i].url, cases[i].says);
}

static void
the_profile_decides(void **state)
{
	static const struct {
		const char *html;
		enum clair_profile profile;
		bool wants;
	} cases[] = {
		{"<title>La mairie en FALC</title>", CLAIR_PROFILE_AUTO, true},
		{"<title>La mairie en FALC</title>", CLAIR_PROFILE_FALC, true},
		{"<title>La mairie en FALC</title>", CLAIR_PROFILE_ADVICE, false},
		{"<title>La mairie</title>", CLAIR_PROFILE_AUTO, false},
		{"<title>La mairie</title>", CLAIR_PROFILE_FALC, true},
		{"<title>La mairie</title>", CLAIR_PROFILE_ADVICE, false},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_worded(cases[i].html, URL);

		ctx->profile = cases[i].profile;
		assert_int_equal(clair_wants_falc(ctx), cases[i].wants);
		support_page_free(ctx);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_that_say_so),
		cmocka_unit_test(pages_that_speak_of_it),
		cmocka_unit_test(addresses),
		cmocka_unit_test(the_profile_decides),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
