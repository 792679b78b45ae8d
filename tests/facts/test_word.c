/* Words, their flags, and what lists and patterns say of them. */
#include "facts/text.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct clair_ctx *
open_page(const char *paragraph)
{
	struct clair_ctx *ctx = support_page(
	    clair_asprintf(support_arena(), "<!DOCTYPE html><html lang=fr><p>%s", paragraph));

	ctx->dict = support_dict();
	return ctx;
}

static void
close_page(struct clair_ctx *ctx)
{
	clair_words_free(ctx->words);
	support_page_free(ctx);
}

/* Words of the text between bars. */
static const struct {
	const char *html;
	const char *words;
} cases[] = {
	{"Le maire.", "Le|maire"},
	{"L’accord d'hier", "L’|accord|d'|hier"},
	{"Qu’est-ce qu’il y a ?", "Qu’|est|ce|qu’|il|y|a"},
	{"jusqu’au bout, lorsqu’on part", "jusqu’|au|bout|lorsqu’|on|part"},
	{"aujourd’hui presqu’île prud’homme quelqu’un", "aujourd’hui|presqu’île|prud’homme|quelqu’un"},
	{"d’aujourd’hui", "d’|aujourd’hui"},
	{"l’« accord »", "l’|accord"},
	{"les 'mots' cités", "les|mots|cités"},
	{"peut-être, c’est-à-dire, vis-à-vis", "peut-être|c’|est-à-dire|vis-à-vis"},
	{"rendez-vous chez-moi celui-ci là-bas", "rendez-vous|chez-moi|celui-ci|là-bas"},
	{"avez-vous a-t-il donnez-le-moi vas-y", "avez|vous|a|t-il|donnez|le|moi|vas|y"},
	{"Puis-je ? Est-ce ? allez-vous-en", "Puis|je|Est|ce|allez|vous|en"},
	{"Mantes-la-Jolie va-et-vient sous-le", "Mantes-la-Jolie|va-et-vient|sous-le"},
	{"agent·e·s, agent•e, usager(e)s, élu.e.s", "agent·e·s|agent•e|usager(e)s|élu.e.s"},
	{"usager (e)", "usager|e"},
	{"fonction(s) publique(s)", "fonction(s)|publique(s)"},
	{"S.N.C.F. et A. B.", "S.N.C.F|et|A|B"},
	{"R&amp;D", "R&D"},
	{"n° 12 et n°13", "n°|12|et|n°|13"},
	{"12 345,60 € ou 12&nbsp;345&#8239;678", "12 345,60|ou|12\u00A0345\u202F678"},
	{"en 2024 150 personnes", "en|2024|150|personnes"},
	{"les 3 000000", "les|3|000000"},
	{"05 49 00 00 00", "05|49|00|00|00"},
	{"3.14 1.2.3 10:30 12/03/2024", "3.14|1.2.3|10:30|12/03/2024"},
	{"10 h 30, 1er, 2e, XXIe, CO2", "10|h|30|1er|2e|XXIe|CO2"},
	{"et/ou 2020-2021 A_B", "et|ou|2020-2021|A_B"},
	{"mairie@ville.fr, www.ville.fr.", "mairie@ville.fr|www.ville.fr"},
	{"(https://ville.fr/a?b=c).", "https://ville.fr/a?b=c"},
	{"« data.gouv.fr »", "data.gouv.fr"},
	{"d’ameli.fr", "d’|ameli.fr"},
	{"fin.Suite", "fin|Suite"},
	{"co&shy;opérer", "co\u00ADopérer"},
	{"e&#769;te&#769;", "e\u0301te\u0301"},
	{"Ελλάδα 北京", "Ελλάδα|北京"},
	{"C++ 100 % → …", "C|100"},
	{"l’État, d’abord, s’il, L'Oréal", "l’|État|d’|abord|s’|il|L'|Oréal"},
	{"peut-on, va-t-il, dit-elle, y a-t-il", "peut|on|va|t-il|dit|elle|y|a|t-il"},
	{"celle-là, ceux-ci, moi-même, eux-mêmes", "celle-là|ceux-ci|moi-même|eux-mêmes"},
	{"grand-mère, sous-préfet, week-end, e-mail", "grand-mère|sous-préfet|week-end|e-mail"},
	{"Est-ce que, qu’en dira-t-on", "Est|ce|que|qu’|en|dira|t-on"},
	{"dis-le-lui, allez-y, parlons-en", "dis|le|lui|allez|y|parlons|en"},
	{"a.m., c.à.d., s.v.p., c.-à-d. oui", "a.m|c.à.d|s.v.p|c.-à-d|oui"},
	{"le/la maire, 24h/24, km/h, 7j/7", "le|la|maire|24h|24|km|h|7j|7"},
	{"O’Brien, J.-C., R. 123-4", "O’Brien|J|C|R|123-4"},
	{"prénom.nom@ville-niort.fr; sos@a.fr!", "prénom.nom@ville-niort.fr|sos@a.fr"},
	{"nos élu(e)s/agent(e)s", "nos|élu(e)s|agent(e)s"},
	{"l'", "l"},
	{"", ""},
};

static void
test_cut(void **state)
{
	unsigned wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct clair_ctx *ctx = open_page(cases[i].html);
		const struct clair_block *block = clair_block_at(ctx, 0);
		const struct clair_word *word = NULL;
		const char *all = "";

		while (block != NULL && (word = clair_block_word_next(ctx, block, word)) != NULL)
			all = clair_asprintf(support_arena(), "%s%s%s", all, all[0] != '\0' ? "|" : "",
			    clair_word_text(ctx, word));
		if (strcmp(all, cases[i].words) != 0) {
			print_error("%s\n  wanted %s\n  got    %s\n", cases[i].html, cases[i].words, all);
			wrong++;
		}
		close_page(ctx);
	}
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *html;
	unsigned flags; /* of the second word */
} flagged[] = {
	{"x mot", 0},
	{"x Mot", CLAIR_WORD_CAPITALIZED},
	{"x Élan", CLAIR_WORD_CAPITALIZED},
	{"x MOT", CLAIR_WORD_ALL_CAPS},
	{"x ÉTÉ", CLAIR_WORD_ALL_CAPS},
	{"x S.N.C.F.", CLAIR_WORD_ALL_CAPS},
	{"x LES-LILAS", CLAIR_WORD_ALL_CAPS},
	{"x MOt", 0},
	{"x A", CLAIR_WORD_CAPITALIZED},
	{"x Mantes-la-Jolie", 0},
	{"x CO2", CLAIR_WORD_ALL_CAPS | CLAIR_WORD_HAS_DIGIT},
	{"x 1er", CLAIR_WORD_HAS_DIGIT},
	{"x 12", CLAIR_WORD_HAS_DIGIT | CLAIR_WORD_NUMBER},
	{"x 12 345,5", CLAIR_WORD_HAS_DIGIT | CLAIR_WORD_NUMBER},
	{"x 12/03", CLAIR_WORD_HAS_DIGIT},
	{"x a@b.fr", CLAIR_WORD_ADDRESS},
	{"x l’eau", CLAIR_WORD_ELIDED},
	{"avez-vous", CLAIR_WORD_CLITIC},
	{"oui. Mot", CLAIR_WORD_CAPITALIZED | CLAIR_WORD_FIRST},
	{"x <a href=y>mot</a>", CLAIR_WORD_IN_LINK},
	{"x <a>mot</a>", 0},
	{"x <code>mot</code>", CLAIR_WORD_CODE},
	{"x <i lang=en>word</i>", CLAIR_WORD_OTHER_LANGUAGE},
	{"x <i lang=en><b lang=fr>mot</b></i>", 0},
	{"<a href=y>x</a> mot", 0},
};

static void
test_flags(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(flagged) / sizeof(flagged[0]); i++) {
		struct clair_ctx *ctx = open_page(flagged[i].html);
		const struct clair_block *block = clair_block_at(ctx, 0);
		const struct clair_word *first = clair_block_word_next(ctx, block, NULL);
		const struct clair_word *word = clair_block_word_next(ctx, block, first);

		assert_true((clair_word_flags(first) & CLAIR_WORD_FIRST) != 0);
		assert_non_null(word);
		if (clair_word_flags(word) != flagged[i].flags)
			fail_msg("%s: %u, not %u", flagged[i].html, clair_word_flags(word),
			    flagged[i].flags);
		close_page(ctx);
	}
}

static void
test_forms(void **state)
{
	struct clair_ctx *ctx = open_page("L’&Eacute;TAT  AUJOURD’HUI 12 Œuvres");
	const struct clair_block *block = clair_block_at(ctx, 0);
	const struct clair_word *first = clair_block_word_next(ctx, block, NULL);
	const struct clair_word *second = clair_block_word_next(ctx, block, first);
	const struct clair_word *third = clair_block_word_next(ctx, block, second);
	const struct clair_word *number = clair_block_word_next(ctx, block, third);
	const struct clair_word *last = clair_block_word_next(ctx, block, number);

	(void)state;
	assert_string_equal(clair_word_lower(ctx, first), "l'");
	assert_string_equal(clair_word_lower(ctx, second), "état");
	assert_string_equal(clair_word_text(ctx, second), "ÉTAT");
	assert_string_equal(clair_word_lower(ctx, third), "aujourd'hui");
	assert_string_equal(clair_word_lower(ctx, last), "œuvres");
	assert_string_equal(clair_words_text(ctx, first, third), "L’ÉTAT AUJOURD’HUI");
	assert_int_equal(clair_word_syllables(ctx, first), 0);
	assert_int_equal(clair_word_syllables(ctx, second), 2);
	assert_int_equal(clair_word_syllables(ctx, third), 3);
	assert_int_equal(clair_word_syllables(ctx, number), 0);
	assert_int_equal(clair_word_syllables(ctx, third), 3);
	assert_null(clair_block_word_next(ctx, block, last));
	close_page(ctx);
}

static void
test_known(void **state)
{
	struct clair_ctx *ctx = open_page("x");

	(void)state;
	assert_true(clair_word_is_known(ctx, "maison"));
	assert_true(clair_word_is_known(ctx, "l'"));
	assert_true(clair_word_is_known(ctx, "jusqu'"));
	assert_null(ctx->words); /* Hunspell was not needed */
	assert_true(clair_word_is_known(ctx, "subsidiarité"));
	assert_false(clair_word_is_known(ctx, "subsidarité"));
	assert_int_equal(clair_word_rank(ctx, "de"), 1);
	assert_int_equal(clair_word_rank(ctx, "subsidiarité"), 0);
	close_page(ctx);
}

static void
test_lookup(void **state)
{
	struct clair_ctx *ctx = open_page("12 % et 13 %");
	size_t offset;
	size_t length;

	(void)state;
	assert_float_equal(clair_threshold(ctx, "menus.entrees.max"), 7, 0);
	assert_float_equal(clair_threshold(ctx, "menus.inconnu"), 0, 0);
	assert_string_equal(clair_lookup(ctx, "liens-vagues", " En\u00A0SAVOIR  plus"), "suite");
	assert_null(clair_lookup(ctx, "liens-vagues", "nos aides"));
	assert_null(clair_lookup(ctx, "liste-inconnue", "ici"));
	assert_true(clair_matches(ctx, "percentage", "soit 12 % de plus"));
	assert_false(clair_matches(ctx, "percentage", "soit 12 de plus"));
	assert_true(clair_find_in_block(
	    ctx, "percentage", clair_block_at(ctx, 0), 4, &offset, &length));
	assert_int_equal(offset, 8);
	assert_int_equal(length, 4);
	close_page(ctx);
}

/* Expressions of the list administratif, found in running text. */
static const struct {
	const char *html;
	const char *found; /* text|value of the first one, or "" */
} expressions[] = {
	{"Au centre de l’écran.", "Au centre de l’écran|forme ou place"},
	{"Il est <b>au</b>&nbsp;centre\n de l’écran.", "au\u00A0centre de l’écran|forme ou place"},
	{"Il est au centre, de l’écran.", ""},
	{"Il est au centre. De l’écran.", ""},
	{"Un bouton bleu.", "bouton bleu|couleur"},
	{"La maison.", ""},
};

static void
test_expressions(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(expressions) / sizeof(expressions[0]); i++) {
		struct clair_ctx *ctx = open_page(expressions[i].html);
		const struct clair_block *block = clair_block_at(ctx, 0);
		const struct clair_sentence *sentence = NULL;
		const char *found = "";

		while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL) {
			const struct clair_word *word = NULL;

			while ((word = clair_word_next(ctx, sentence, word)) != NULL) {
				const char *value = NULL;
				const struct clair_word *last =
				    clair_expression(ctx, "indices-visuels", sentence, word, &value);

				if (last == NULL)
					continue;
				found = clair_asprintf(
				    support_arena(), "%s|%s", clair_words_text(ctx, word, last), value);
				word = last;
			}
		}
		assert_string_equal(found, expressions[i].found);
		close_page(ctx);
	}
}

/* Each expression once, where it stands first, with how many times; not out of the main content. */
static void
test_hard_words(void **state)
{
	struct clair_ctx *ctx = open_page("<nav><p>Payez nonobstant.</p></nav><main>"
	    "<h1>Aux termes de la loi</h1><p>Payez nonobstant cela, aux termes de cela.</p>"
	    "<p>Nonobstant, signez.</p><p lang=en>nonobstant</p></main>");
	const struct clair_hard_word *first;
	const struct clair_hard_word *second;

	(void)state;
	first = clair_hard_word_next(ctx, "administratif", NULL);
	assert_string_equal(first->plain, "selon");
	assert_int_equal(first->count, 2);
	assert_int_equal(clair_block_kind(first->block), CLAIR_BLOCK_HEADING);
	second = clair_hard_word_next(ctx, "administratif", first);
	assert_string_equal(clair_word_text(ctx, second->first), "nonobstant");
	assert_int_equal(second->count, 2);
	assert_null(clair_hard_word_next(ctx, "administratif", second));
	assert_null(clair_hard_word_next(ctx, "liste-inconnue", NULL));
	close_page(ctx);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_cut),
	    cmocka_unit_test(test_flags),
	    cmocka_unit_test(test_forms),
	    cmocka_unit_test(test_known),
	    cmocka_unit_test(test_lookup),
	    cmocka_unit_test(test_expressions),
		cmocka_unit_test(test_hard_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
