/* Is the visible text of a widget in its name? */
#include "tests/support/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct {
	const char *html;
	enum clair_label_fit fit;
} cases[] = {
    {"<a id=x href=a>Carte</a>", CLAIR_LABEL_ABSENT},
    {"<a id=x href=a title='Plan'>Carte</a>", CLAIR_LABEL_ABSENT},
    {"<a id=x href=a aria-label='Plan' hidden>Carte</a>", CLAIR_LABEL_ABSENT},
    {"<button id=x aria-label='Fermer'>×</button>", CLAIR_LABEL_ABSENT},
    {"<button id=x aria-label='Fermer'> </button>", CLAIR_LABEL_ABSENT},
    {"<a id=x href=a aria-label='Carte des écoles'>Carte</a>", CLAIR_LABEL_FITS},
    {"<a id=x href=a aria-label='ÉCOLES'>écoles</a>", CLAIR_LABEL_FITS},
    {"<a id=x href=a aria-label=\"L'école\">L’école</a>", CLAIR_LABEL_FITS},
    {"<a id=x href=a aria-label='la carte'>La&nbsp;<br> carte !</a>", CLAIR_LABEL_FITS},
    {"<a id=x href=a aria-label='Plan'>Plan (PDF)</a>", CLAIR_LABEL_FITS},
    {"<a id=x href=a aria-label='Plan (PDF) du site'>Plan (PDF) du site</a>", CLAIR_LABEL_FITS},
    {"<a id=x href=a aria-labelledby=y>Carte</a><p id=y>Voir la carte", CLAIR_LABEL_FITS},
    {"<a id=x href=a aria-label='la carte'><p>la</p><p>carte</p></a>", CLAIR_LABEL_FITS},
    {"<a id=x href=a aria-label='cartes'>carte</a>", CLAIR_LABEL_DIFFERS},
    {"<a id=x href=a aria-label='carte la'>la carte</a>", CLAIR_LABEL_DIFFERS},
    {"<a id=x href=a aria-label='la grande carte'>la carte</a>", CLAIR_LABEL_DIFFERS},
    {"<a id=x href=a aria-label='20 26'>2026</a>", CLAIR_LABEL_DIFFERS},
    {"<a id=x href=a aria-label='1a'>1</a>", CLAIR_LABEL_DIFFERS},
    {"<a id=x href=a aria-label='Plan'>Plan <span aria-hidden=true>du site</span></a>",
     CLAIR_LABEL_DIFFERS},
    {"<a id=x href=a aria-label='Avenue du Port'>Av. du Port</a>", CLAIR_LABEL_UNSURE},
    {"<a id=x href=a aria-label='Foire aux questions'>FAQ</a>", CLAIR_LABEL_UNSURE},
    {"<a id=x href=a aria-label='e-mail'>email</a>", CLAIR_LABEL_UNSURE},
    {"<button id=x aria-label='Fermer'>x</button>", CLAIR_LABEL_UNSURE},
};

static void
label_fits(void **state)
{
	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);
		enum clair_label_fit fit = clair_label_fit(ctx, support_x(ctx));

		if (fit != cases[i].fit)
			print_error("%s: %d\n", cases[i].html, (int)fit);
		assert_int_equal(fit, cases[i].fit);
		support_page_free(ctx);
	}
}

static void
words_contain(void **state)
{
	struct clair_ctx *ctx = support_page("<p>");

	(void)state;
	assert_true(clair_words_contain(ctx, "Plan du\u00A0Site - nouvelle fenêtre", "plan du site"));
	assert_true(clair_words_contain(ctx, "Contactez-nous", "contactez nous"));
	assert_false(clair_words_contain(ctx, "Plan", "plan du site"));
	assert_false(clair_words_contain(ctx, "Plans", "Plan"));
	support_page_free(ctx);
}

static void
texts_fit(void **state)
{
	struct clair_ctx *ctx = support_page("<p>");

	(void)state;
	assert_int_equal(clair_text_fit(ctx, "Nom *", "Votre nom (obligatoire)"), CLAIR_LABEL_FITS);
	assert_int_equal(clair_text_fit(ctx, "Tél. :", "Téléphone"), CLAIR_LABEL_UNSURE);
	assert_int_equal(clair_text_fit(ctx, "Nom", "Prénom"), CLAIR_LABEL_DIFFERS);
	assert_int_equal(clair_text_fit(ctx, " : ", "Nom"), CLAIR_LABEL_ABSENT);
	support_page_free(ctx);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(label_fits),
	    cmocka_unit_test(words_contain),
	    cmocka_unit_test(texts_fit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
