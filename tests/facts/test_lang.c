/* Languages of elements and pages. */
#include "facts/text.h"
#include "tests/support/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void
valid_tags(void **state)
{
	static const struct {
		const char *tag;
		bool valid;
	} cases[] = {
		{"fr", true}, {"FR", true}, {"fr-CH", true}, {"en-US-GB", true}, {"br", true},
		{"gsw-FR", true}, {"zh-Hant-TW", true}, {"qaa", true}, {"qtz", true}, {"qzz", false},
		{"fr-", false}, {"fr--CA", false}, {"fr_FR", false}, {"fr-abcdefghi", false},
		{"fra", false}, {"eng", false}, {"i-lux", false}, {"x-maison", false}, {"french", false},
		{"invalid", false}, {"#1", false}, {"", false}, {" ", false}, {" fr", false}, {"f", false},
		{"-fr", false}, {"zz", false},
	};
	size_t i;

	(void)state;
	for (i = 0; i < CLAIR_LEN(cases); i++)
		if (clair_lang_is_valid(cases[i].tag) != cases[i].valid)
			fail_msg("%s", cases[i].tag);
	assert_false(clair_lang_is_valid(NULL));
}

static void
languages_of_elements(void **state)
{
	static const struct {
		const char *html;
		const char *lang;
		bool french;
	} cases[] = {
		{"<html lang=fr><p id=x>a</p>", "fr", true},
		{"<html lang=fr-CA><p id=x>a</p>", "fr-CA", true},
		{"<html lang=FR><p id=x>a</p>", "FR", true},
		{"<html lang=en><p id=x>a</p>", "en", false},
		{"<html lang=fr><p lang=en><b id=x>a</b></p>", "en", false},
		{"<html lang=en><p lang=fr><b id=x>a</b></p>", "fr", true},
		{"<html lang=fr><p id=x lang=''>a</p>", "", true},
		{"<html lang=fr><p id=x lang=english>a</p>", "english", true},
		{"<html lang=fr><p id=x xml:lang=en>a</p>", "fr", true},
		{"<html lang=fr><svg xml:lang=en><text id=x>a</text></svg>", "en", false},
		{"<html lang=fy><p id=x>a</p>", "fy", false},
		{"<html lang=frp><p id=x>a</p>", "frp", false},
		{"<p id=x>a</p>", "", false},
	};
	size_t i;

	(void)state;
	for (i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);

		assert_string_equal(clair_lang_of(ctx, support_x(ctx)), cases[i].lang);
		if (clair_in_french(ctx, support_x(ctx)) != cases[i].french)
			fail_msg("%s", cases[i].html);
		support_page_free(ctx);
	}
}

#define FRENCH "La mairie est ouverte du lundi au vendredi. Vous pouvez aussi prendre rendez-vous " \
	"par téléphone avec un agent, pour une carte d’identité ou pour votre passeport."
#define ENGLISH "The town hall is open from Monday to Friday. You can also make an appointment by " \
	"phone with the staff, for your identity card or for the passport of a child."
#define SPANISH "El ayuntamiento está abierto de lunes a viernes. También puede pedir una cita por " \
	"teléfono con los agentes, para el carné de identidad o para los pasaportes del niño."
#define GERMAN "Das Rathaus ist von Montag bis Freitag geöffnet. Sie können auch telefonisch einen " \
	"Termin mit dem Personal für den Ausweis und die Pässe der Kinder ausmachen."

static void
language_of_the_page(void **state)
{
	static const struct {
		const char *html;
		bool french;
	} cases[] = {
		{"<html lang=fr><p>" ENGLISH "</p>", true},
		{"<html lang=en><p>" FRENCH "</p>", false},
		{"<p>" FRENCH "</p>", true},
		{"<html lang=''><p>" FRENCH "</p>", true},
		{"<html lang=francais><p>" FRENCH "</p>", true},
		{"<p>" ENGLISH "</p>", false},
		{"<p>" SPANISH "</p>", false},
		{"<p>" GERMAN "</p>", false},
		{"<p hidden>" FRENCH "</p><p>" ENGLISH "</p>", false},
		{"<p>" FRENCH FRENCH FRENCH "</p><p>" ENGLISH "</p>", true},
		{"<p>" FRENCH "</p><pre>" ENGLISH ENGLISH "</pre>", true},
		{"<p>La mairie est ici.</p>", false},
		{"", false},
	};
	size_t i;

	(void)state;
	for (i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);

		if (clair_page_in_french(ctx) != cases[i].french)
			fail_msg("%s", cases[i].html);
		support_page_free(ctx);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(valid_tags),
		cmocka_unit_test(languages_of_elements),
		cmocka_unit_test(language_of_the_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
