/* Sentences: arguments, plurals, numbers, and what is fit to be shown. */
#include "report/message.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <math.h>
#include <string.h>

static void
format_cases(void **state)
{
	static const struct {
		enum clair_lang lang;
		double number;
		const char *sentence;
		const char *expected;
	} cases[] = {
		{CLAIR_FR, 0, "{n} {n|mot|mots}", "0 mot"},
		{CLAIR_FR, 1, "{n} {n|mot|mots}", "1 mot"},
		{CLAIR_FR, 1.5, "{n} {n|mot|mots}", "1,5 mot"},
		{CLAIR_FR, 2, "{n} {n|mot|mots}", "2 mots"},
		{CLAIR_EN, 0, "{n} {n|word|words}", "0 words"},
		{CLAIR_EN, 1, "{n} {n|word|words}", "1 word"},
		{CLAIR_EN, 1.5, "{n} {n|word|words}", "1.5 words"},
		{CLAIR_EN, 12345, "{n} pages", "12,345 pages"},
		{CLAIR_FR, 1234567.25, "{n}", "1\u202f234\u202f567,25"},
		{CLAIR_FR, -3.5, "{n}", "\u22123,5"},
		{CLAIR_FR, 0.05, "{n}", "0,05"},
		{CLAIR_FR, 0.999, "{n}", "1"},
		{CLAIR_FR, -0.001, "{n}", "0"},
		{CLAIR_FR, 1, "L’image {src} manque.", "L’image carte.png manque."},
		{CLAIR_FR, 1, "{n||s}", ""},
		{CLAIR_FR, 2, "page{n||s}", "pages"},
		{CLAIR_FR, 1, "{unknown} {n|one} {n", "{unknown} {n|one} {n"},
		{CLAIR_FR, 1, "{missing}", ""},
		{CLAIR_FR, 1, "", ""},
		{CLAIR_FR, 1, "« {src} » : ah !", "«\u00a0carte.png\u00a0»\u00a0: ah\u00a0!"},
		{CLAIR_EN, 1, "« a » : b !", "« a » : b !"},
		{CLAIR_FR, 1, " : {n} ", "\u00a0: 1 "},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		const struct clair_argument arguments[] = {
			{.name = "n", .number = cases[i].number, .is_number = true},
			{.name = "src", .value = "carte.png"},
			{.name = "missing"},
		};
		struct clair_buf out;

		clair_buf_init(&out, 0);
		clair_format(&out, cases[i].lang, cases[i].sentence, arguments,
		    CLAIR_LEN(arguments));
		assert_string_equal(out.bytes, cases[i].expected);
		clair_buf_free(&out);
	}
}

static void
arguments_are_not_sentences(void **state)
{
	const struct clair_argument arguments[] = {{.name = "a", .value = "{b} {a|x|y}"},
		{.name = "b", .value = "never"}};
	struct clair_buf out;

	(void)state;
	clair_buf_init(&out, 0);
	clair_format(&out, CLAIR_FR, "<{a}>", arguments, 2);
	assert_string_equal(out.bytes, "<{b} {a|x|y}>");
	clair_buf_free(&out);
}

static void
odd_numbers(void **state)
{
	static const struct {
		double number;
		int decimals;
		const char *expected;
	} cases[] = {
		{NAN, 1, "?"},
		{INFINITY, 1, "?"},
		{-1e300, 1, "?"},
		{999.96, 1, "1,000"},
		{71, 1, "71"},
		{54.25, 1, "54.3"},
		{100, 0, "100"},
		{1.00005, 4, "1.0001"},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_buf out;

		clair_buf_init(&out, 0);
		clair_format_number(&out, CLAIR_EN, cases[i].number, cases[i].decimals);
		assert_string_equal(out.bytes, cases[i].expected);
		clair_buf_free(&out);
	}
}

static void
clean_cases(void **state)
{
	static const struct {
		const char *text;
		bool visible;
		const char *expected;
	} cases[] = {
		{"d\xC3\xA9j\xC3\xA0", true, "déjà"},
		{"\xFF\xC3", false, "\uFFFD\uFFFD"},
		{"a\xE2\x82", true, "a\uFFFD\uFFFD"},
		{"\xED\xA0\x80", false, "\uFFFD\uFFFD\uFFFD"},
		{"a\nb\tc\rd", true, "a b c d"},
		{"a\nb", false, "a\nb"},
		{"\x1b[31mrouge\x07", true, "\uFFFD[31mrouge\uFFFD"},
		{"\xC2\x9B" "31m", true, "\uFFFD31m"},
		{"abc\u202Egnp.exe", true, "abc\uFFFDgnp.exe"},
		{"\u2066x\u2069\u200F\u061C", true, "\uFFFDx\uFFFD\uFFFD\uFFFD"},
		{"\u202Ex", false, "\u202Ex"},
		{"", true, ""},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_buf out;

		clair_buf_init(&out, 0);
		clair_clean(&out, cases[i].text, strlen(cases[i].text), cases[i].visible);
		assert_string_equal(out.bytes, cases[i].expected);
		clair_buf_free(&out);
	}
}

static void
columns(void **state)
{
	(void)state;
	assert_int_equal(clair_columns("déjà"), 4);
	assert_int_equal(clair_columns("漢字"), 4);
	assert_int_equal(clair_fit("déjà", 2), 3);
	assert_int_equal(clair_fit("漢字", 3), 3);
	assert_int_equal(clair_fit("e\u0301a", 1), 3);
	assert_int_equal(clair_fit("abc", 10), 3);
}

/* Names of holes, in order, to compare two languages as sets. */
static bool
has_hole(const char *sentence, const char *hole, size_t length)
{
	for (const char *at = strchr(sentence, '{'); at != NULL; at = strchr(at + 1, '{')) {
		const size_t name = strcspn(at + 1, "|}");

		if (name == length && memcmp(at + 1, hole, length) == 0)
			return true;
	}
	return false;
}

static void
both_languages_have_the_same_holes(void **state)
{
	(void)state;
	for (int id = 0; id < CLAIR_STRING_COUNT; id++) {
		const char *texts[] = {clair_string(CLAIR_FR, (enum clair_string)id),
			clair_string(CLAIR_EN, (enum clair_string)id)};

		for (int i = 0; i < 2; i++) {
			assert_int_not_equal(texts[i][0], '\0');
			for (const char *at = strchr(texts[i], '{'); at != NULL;
			     at = strchr(at + 1, '{'))
				assert_true(
				    has_hole(texts[1 - i], at + 1, strcspn(at + 1, "|}")));
		}
	}
}

/* « : ; ! ? » follow a no-break space, apostrophes are typographic. */
static void
french_typography(void **state)
{
	(void)state;
	for (int id = 0; id < CLAIR_STRING_COUNT; id++) {
		const char *text = clair_string(CLAIR_FR, (enum clair_string)id);

		assert_null(strchr(text, '\''));
		for (const char *at = strpbrk(text, ":;!?"); at != NULL;
		     at = strpbrk(at + 1, ":;!?")) {
			assert_true(at >= text + 2);
			assert_memory_equal(at - 2, "\u00a0", 2);
		}
	}
}

static void
known_keys_have_words(void **state)
{
	(void)state;
	assert_int_equal(clair_reason_string("not-html"), CLAIR_STRING_REASON_NOT_HTML);
	assert_int_equal(clair_reason_string("new-key"), CLAIR_STRING_OTHER_REASON);
	assert_int_equal(clair_reason_string(NULL), CLAIR_STRING_OTHER_REASON);
	assert_int_equal(clair_reason_string("tls-expired"), CLAIR_STRING_REASON_TLS_EXPIRED);
	assert_int_equal(clair_sheet_string("tls-expired"), CLAIR_STRING_REASON_TLS_EXPIRED);
	assert_int_equal(clair_reason_string("opted-out"), CLAIR_STRING_REASON_OPTED_OUT);
	assert_int_equal(clair_sheet_string("opted-out"), CLAIR_STRING_REASON_OPTED_OUT);
	assert_int_equal(clair_stop_string("opted-out"), CLAIR_STRING_STOP_OPTED_OUT);
	assert_int_equal(clair_sheet_string("timeout"), CLAIR_STRING_SHEET_NETWORK);
	assert_int_equal(clair_sheet_string(NULL), CLAIR_STRING_SHEET_OTHER);
	assert_int_equal(clair_stop_string("page-limit"), CLAIR_STRING_STOP_PAGE_LIMIT);
	assert_int_equal(clair_note_string("incomplete"), CLAIR_STRING_NOTE_INCOMPLETE);
	assert_int_equal(
	    clair_persona_string(CLAIR_PERSONA_ELDERLY), CLAIR_STRING_PERSONA_ELDERLY);
	assert_int_equal(clair_axis_string(CLAIR_JOURNEY), CLAIR_STRING_AXIS_JOURNEY);
	assert_int_equal(clair_severity_string(CLAIR_BLOCKING), CLAIR_STRING_SEVERITY_BLOCKING);
	assert_int_equal(clair_rgaa_string(CLAIR_RGAA_C), CLAIR_STRING_RGAA_C);
	assert_int_equal(clair_outcome_string(CLAIR_UNTESTED), CLAIR_STRING_OUTCOME_UNTESTED);
}

static void
names_are_those_of_the_contract(void **state)
{
	(void)state;
	assert_string_equal(clair_severity_name(CLAIR_BLOCKING), "blocking");
	assert_string_equal(clair_severity_name(CLAIR_SEVERITY_REVIEW), "review");
	assert_string_equal(clair_outcome_name(CLAIR_PASS), "passed");
	assert_string_equal(clair_outcome_name(CLAIR_INAPPLICABLE), "inapplicable");
	assert_string_equal(clair_untested_name(CLAIR_WHY_SILENCED), "silenced");
	assert_string_equal(clair_persona_name(CLAIR_PERSONA_LOW_LITERACY), "low-literacy");
	assert_string_equal(clair_axis_name(CLAIR_COMPREHENSION), "comprehension");
	assert_string_equal(clair_format_name(CLAIR_HTML), "html");
	for (int i = 0; i < CLAIR_WHY_COUNT; i++)
		assert_non_null(clair_untested_name((enum clair_untested_reason)i));
	assert_string_equal(clair_severity_name((enum clair_severity)99), "unknown");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(format_cases),
		cmocka_unit_test(arguments_are_not_sentences),
		cmocka_unit_test(odd_numbers),
		cmocka_unit_test(clean_cases),
		cmocka_unit_test(columns),
		cmocka_unit_test(both_languages_have_the_same_holes),
		cmocka_unit_test(french_typography),
		cmocka_unit_test(known_keys_have_words),
		cmocka_unit_test(names_are_those_of_the_contract),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
