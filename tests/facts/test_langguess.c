/* The language that texts show, against the one declared. */
#include "tests/support/worded.h"
#include "tests/support/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define URL "https://www.exemple.fr/page"

struct expected {
	const char *html;
	enum clair_lang_fit fit;
	const char *found;
};

static void
assert_guess(const struct expected *expected, struct clair_lang_guess guess)
{
	if (guess.fit != expected->fit || strcmp(guess.found, expected->found) != 0)
		fail_msg("%s: fit %d, found \"%s\"", expected->html, guess.fit, guess.found);
}

static void
passages(void **state)
{
	static const struct expected cases[] = {
		{"<p id=x lang=fr>The office is open to all of you, and it will be closed in May.",
		    CLAIR_LANG_DIFFERS, "en"},
		{"<p id=x lang=en>Le guichet est ouvert à tous, et il sera fermé en mai.",
		    CLAIR_LANG_DIFFERS, "fr"},
		{"<p id=x lang=fr>Das Amt ist für alle geöffnet, und es wird im Mai geschlossen.",
		    CLAIR_LANG_DIFFERS, "de"},
		{"<p id=x lang=fr>La oficina está abierta para todos, pero se cierra en el mes de mayo.",
		    CLAIR_LANG_UNSURE, ""},
		{"<p id=x lang=en>La oficina está abierta para todos, pero no los días de fiesta del mes.",
		    CLAIR_LANG_DIFFERS, "es"},
		{"<p id=x lang=FR-ca>Le guichet est ouvert à tous, et il sera fermé en mai.",
		    CLAIR_LANG_FITS, ""},
		{"<p id=x lang=en>Le guichet de la mairie", CLAIR_LANG_UNSURE, ""},
		{"<p id=x lang=fr>Word Excel PowerPoint Outlook Teams OneDrive SharePoint Access",
		    CLAIR_LANG_UNSURE, ""},
		{"<p id=x lang=br>The office is open to all of you, and it will be closed in May.",
		    CLAIR_LANG_UNSURE, ""},
		{"<p id=x lang=ru>The office is open to all of you, and it will be closed in May.",
		    CLAIR_LANG_DIFFERS, "en"},
		{"<p id=x lang=fr>Контора открыта для всех", CLAIR_LANG_DIFFERS, ""},
		{"<p id=x lang=fr>המשרד פתוח לכולם בכל יום", CLAIR_LANG_DIFFERS, "he"},
		{"<p id=x lang=fr>窓口は誰でも利用することができますので、どうぞ", CLAIR_LANG_DIFFERS, "ja"},
		{"<p id=x lang=de>e i g e n a r t i g e n", CLAIR_LANG_UNSURE, ""},
		{"<p id=x lang=fr><code>if (the one is in the other) do this and not that</code>",
		    CLAIR_LANG_UNSURE, ""},
		{"<div id=x lang=fr><p lang=en>The office is open to all of you, and it will be closed.</div>",
		    CLAIR_LANG_UNSURE, ""},
		{"<p id=x lang=fr hidden>The office is open to all of you, and it will be closed in May.",
		    CLAIR_LANG_UNSURE, ""},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_worded(cases[i].html, URL);

		assert_guess(&cases[i], clair_part_lang(ctx, support_x(ctx)));
		support_page_free(ctx);
	}
}

static void
blocks(void **state)
{
	static const struct expected cases[] = {
		{"<html lang=fr><p>The office is open to all of you, and it will be closed in May.",
		    CLAIR_LANG_DIFFERS, "en"},
		{"<html lang=fr><p>The office is open to <span lang=en>all</span>, and it will be closed.",
		    CLAIR_LANG_UNSURE, ""},
		{"<p>The office is open to all of you, and it will be closed in May.", CLAIR_LANG_UNSURE,
		    ""},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_worded(cases[i].html, URL);

		assert_guess(&cases[i], clair_block_lang(ctx, clair_block_at(ctx, 0)));
		support_page_free(ctx);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(passages), cmocka_unit_test(blocks)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
