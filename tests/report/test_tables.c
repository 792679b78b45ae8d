/* The reports that other tools read, of a run made by hand: verdicts beside a baseline, hostile words, the limits of
 * a sheet and of a comment. tests/report/test_formats.sh holds whole reports to their readers. */
#include "../support/hostile.h"
#include "../support/sample_run.h"
#include "report/sheet.h"
#include "report/suite.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <unistr.h>

static const struct clair_write_options french = {.lang = CLAIR_FR, .threshold = "major", .exit_status = 1};

static struct sample sample;

static void
write_format(struct clair_buf *out, enum clair_format format)
{
	clair_buf_init(out, 0);
	assert_int_equal(sample_write(&sample, out, format, &french), CLAIR_OK);
}

static void
assert_says(enum clair_format format, unsigned times, const char *what)
{
	struct clair_buf made;

	write_format(&made, format);
	if (count_of(made.bytes, what) != times)
		fail_msg("%u times, not %u: %s\n%s", count_of(made.bytes, what), times, what, made.bytes);
	clair_buf_free(&made);
}

/* --- Verdicts --- */

static enum clair_verdict
verdict_of(const struct clair_result *page, const char *rule)
{
	const struct clair_report report = {.run = &sample.run, .rules = sample.rules, .rule_count = SAMPLE_RULES};

	for (size_t i = 0; i < SAMPLE_RULES; i++) {
		if (strcmp(sample.rules[i].rule->id, rule) == 0)
			return clair_case_of(&report, page, i).verdict;
	}
	return CLAIR_VERDICT_COUNT;
}

static void
a_case_says_what_its_rule_does(void **state)
{
	const struct clair_result *home = &sample.results[0];
	const struct clair_result *card = &sample.results[1];

	(void)state;
	sample_make(&sample);
	assert_int_equal(verdict_of(home, "images/alt-missing"), CLAIR_CASE_FAILED);
	assert_int_equal(verdict_of(home, "images/alt-quality"), CLAIR_CASE_PASSED);
	assert_int_equal(verdict_of(home, "falc/sentence-long"), CLAIR_CASE_UNDECIDED);
	assert_int_equal(verdict_of(card, "images/alt-quality"), CLAIR_CASE_REVIEW);
	assert_int_equal(verdict_of(card, "frames/title-missing"), CLAIR_CASE_SILENCED);
	/* Not asked: disabled, or of the site; nothing to judge. */
	assert_int_equal(verdict_of(home, "forms/label-missing"), CLAIR_CASE_NONE);
	assert_int_equal(verdict_of(home, "site/titles-same"), CLAIR_CASE_NONE);
	assert_int_equal(verdict_of(home, "frames/title-missing"), CLAIR_CASE_NONE);
	assert_int_equal(verdict_of(NULL, "site/titles-same"), CLAIR_CASE_FAILED);
	assert_int_equal(verdict_of(NULL, "images/alt-missing"), CLAIR_CASE_NONE);
	sample_free(&sample);
}

static void
beside_a_baseline_only_what_is_new_fails(void **state)
{
	static const struct clair_baseline_facts facts = {.name = "connu.json", .failed = {1, 2, 0}};

	(void)state;
	sample_make(&sample);
	sample.run.baseline = &facts;
	sample.findings[0].baseline = CLAIR_BASELINE_KNOWN;
	sample.findings[1].baseline = CLAIR_BASELINE_NEW;
	sample.causes[0].fresh = 1;
	assert_int_equal(verdict_of(&sample.results[0], "images/alt-missing"), CLAIR_CASE_KNOWN);
	assert_int_equal(verdict_of(&sample.results[1], "images/alt-missing"), CLAIR_CASE_FAILED);
	/* Neither new nor known: set apart. */
	assert_int_equal(verdict_of(&sample.results[0], "menus/too-many"), CLAIR_CASE_KNOWN);
	assert_says(CLAIR_JUNIT, 1, "<failure");
	assert_says(CLAIR_TAP, 4, "# TODO Rien de nouveau");
	assert_says(CLAIR_CHECKSTYLE, 1, "severity=\"error\" message=\"L’image");
	assert_says(CLAIR_CHECKSTYLE, 1, "severity=\"info\" message=\"[connu] L’image");
	assert_says(CLAIR_CSV, 1, "\"nouveau\"");
	assert_says(CLAIR_CSV, 1, "\"connu\"");
	assert_says(CLAIR_MARKDOWN_COMMENT, 1, "1. **bloquant, 1 nouveau** L’image `carte.png`");
	assert_says(CLAIR_MARKDOWN_COMMENT, 1, "1 défaut nouveau, 2 déjà connus");
	sample_free(&sample);
}

/* A cause that is new comes before one that is worse and known. */
static void
a_comment_begins_with_what_is_new(void **state)
{
	static const struct clair_baseline_facts facts = {.name = "connu.json"};
	struct clair_buf made;

	(void)state;
	sample_make(&sample);
	sample.run.baseline = &facts;
	sample.causes[3].fresh = 1;
	write_format(&made, CLAIR_MARKDOWN_COMMENT);
	assert_non_null(strstr(made.bytes, "\n1. **mineur, 1 nouveau** Cette phrase"));
	assert_non_null(strstr(made.bytes, "\n2. **bloquant** L’image"));
	clair_buf_free(&made);
	sample_free(&sample);
}

static void
nothing_tested_is_never_nothing_wrong(void **state)
{
	(void)state;
	sample_make(&sample);
	sample.run.pages += 2;
	sample.run.page_count = 2;
	sample.run.tested_count = sample.run.cause_count = 0;
	sample.run.site_tallies = NULL;
	sample.run.site_findings = NULL;
	assert_says(CLAIR_JUNIT, 1, "tests=\"3\" failures=\"0\" errors=\"3\"");
	assert_says(CLAIR_TAP, 1, "\nBail out! Aucune page");
	assert_says(CLAIR_CHECKSTYLE, 3, "severity=\"error\"");
	assert_says(CLAIR_CSV, 3, "\"non testé\"");
	assert_says(CLAIR_MARKDOWN_COMMENT, 1, "**Aucune page n’a pu être testée.");
	assert_says(CLAIR_MARKDOWN_COMMENT, 0, "Aucun défaut");
	sample_free(&sample);
}

/* --- Hostile words --- */

/* Marks of each format that no word of a page may add or take away. */
static void
words_of_a_page_are_words(void **state)
{
	static const struct {
		enum clair_format format;
		const char *marks[8];
	} cases[] = {
		{CLAIR_JUNIT, {"<", ">", "<testcase", "=\""}},
		{CLAIR_CHECKSTYLE, {"<", ">", "<error", "=\""}},
		{CLAIR_TAP, {"\nok", "\n    not ok", " # ", "  ---\n", "  ...\n"}},
		{CLAIR_CSV, {"\r\n", "\n", "\r"}},
		{CLAIR_MARKDOWN_COMMENT, {"\n", "\n|", "\n#", "\n    - ", "\n1. "}},
	};

	(void)state;
	for (size_t c = 0; c < CLAIR_LEN(cases); c++) {
		struct clair_buf calm;

		sample_make_audit(&sample);
		sample_fill_with(&sample, "mot");
		write_format(&calm, cases[c].format);
		sample_free(&sample);
		for (size_t i = 0; i < hostile_word_count; i++) {
			struct clair_buf made;

			if (hostile_words[i][0] == '\0')
				continue;
			sample_make_audit(&sample);
			sample_fill_with(&sample, hostile_words[i]);
			write_format(&made, cases[c].format);
			assert_null(u8_check((const uint8_t *)made.bytes, made.length));
			for (size_t m = 0; m < CLAIR_LEN(cases[c].marks) && cases[c].marks[m] != NULL; m++) {
				if (count_of(made.bytes, cases[c].marks[m]) != count_of(calm.bytes, cases[c].marks[m]))
					fail_msg("%s: « %s » counts otherwise with %s",
					    clair_format_name(cases[c].format), cases[c].marks[m], hostile_words[i]);
			}
			clair_buf_free(&made);
			sample_free(&sample);
		}
		clair_buf_free(&calm);
	}
}

/* CommonMark 6.1: a run of ticks ends the code only when it is as long as the one that began it. */
static void
code_holds_ticks(void **state)
{
	(void)state;
	sample_make(&sample);
	sample_fill_with(&sample, "a ``` b` @tous");
	assert_says(CLAIR_MARKDOWN_COMMENT, 1, "1. **bloquant** L’image ```` a ``` b` @tous ```` n’a pas");
	sample_free(&sample);
}

/* --- Limits --- */

static void
a_comment_fits(void **state)
{
	enum { CAUSES = 120 };
	static struct clair_cause causes[CAUSES];
	static char ticks[100001];
	struct clair_buf made;

	(void)state;
	sample_make(&sample);
	for (size_t i = 0; i < sizeof(ticks) - 1; i++)
		ticks[i] = "`\xC3\xA9 "[i % 4];
	sample_fill_with(&sample, ticks);
	for (int i = 0; i < CAUSES; i++)
		causes[i] = sample.causes[i % 2 == 0 ? 0 : 4];
	sample.run.causes = causes;
	sample.run.cause_count = CAUSES;
	write_format(&made, CLAIR_MARKDOWN_COMMENT);
	assert_true(made.length < 65536);
	assert_null(u8_check((const uint8_t *)made.bytes, made.length));
	assert_int_equal(count_of(made.bytes, "\nEt 50 autres causes."), 1);
	assert_int_equal(count_of(made.bytes, "\nEt 55 autres causes."), 1);
	clair_buf_free(&made);
	sample_free(&sample);
}

static bool
into_buffer(void *payload, const char *bytes, size_t length)
{
	return clair_buf_add(payload, bytes, length);
}

/* Bytes of a workbook of `rows` rows where `limit` go into a sheet. */
static void
write_rows(struct clair_sheets *sheets, struct clair_buf *out, uint32_t rows, uint32_t limit)
{
	static const struct clair_sheet_column columns[] = {{CLAIR_STRING_CELL_RANK, 6}, {CLAIR_STRING_CELL_RULE, 20}};
	struct clair_report report = {
		.run = &sample.run, .options = &french, .lang = CLAIR_FR, .write = into_buffer, .payload = out};

	clair_buf_init(out, 0);
	clair_report_open(&report);
	clair_sheets_open(sheets, &report, limit);
	clair_sheet_begin(sheets, CLAIR_STRING_S_CAUSES, columns, 2);
	for (uint32_t i = 0; i < rows; i++) {
		clair_sheet_number(sheets, 0, i);
		clair_sheet_text(sheets, 1, "=1+1");
		clair_sheet_next_row(sheets);
	}
	clair_sheets_close(sheets);
	assert_int_equal(clair_report_close(&report), CLAIR_OK);
	assert_true(out->length > 1000 && memcmp(out->bytes, "PK\x03\x04", 4) == 0);
}

static void
a_sheet_says_what_does_not_fit(void **state)
{
	static const struct {
		uint32_t rows, limit, last_row, left_out;
	} cases[] = {{0, 5, 1, 0}, {3, 5, 4, 0}, {4, 5, 5, 1}, {9, 5, 5, 6}};

	(void)state;
	sample_make(&sample);
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_sheets sheets;
		struct clair_buf made;

		write_rows(&sheets, &made, cases[i].rows, cases[i].limit);
		assert_int_equal(sheets.row, cases[i].last_row);
		assert_int_equal(sheets.left_out, cases[i].left_out);
		clair_buf_free(&made);
	}
	sample_free(&sample);
}

static void
a_folder_that_cannot_be_written_to_fails_the_report(void **state)
{
	struct clair_write_options options = french;
	struct clair_buf made;

	(void)state;
	options.scratch = "/nonexistent";
	sample_make(&sample);
	clair_buf_init(&made, 0);
	assert_int_equal(sample_write(&sample, &made, CLAIR_XLSX, &options), CLAIR_IO);
	assert_int_equal(made.length, 0);
	clair_buf_free(&made);
	sample_free(&sample);
}

static void
two_workbooks_are_the_same(void **state)
{
	struct clair_buf first;
	struct clair_buf second;

	(void)state;
	sample_make(&sample);
	write_format(&first, CLAIR_XLSX);
	write_format(&second, CLAIR_XLSX);
	assert_int_equal(first.length, second.length);
	assert_memory_equal(first.bytes, second.bytes, first.length);
	clair_buf_free(&first);
	clair_buf_free(&second);
	sample_free(&sample);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_case_says_what_its_rule_does),
		cmocka_unit_test(beside_a_baseline_only_what_is_new_fails),
		cmocka_unit_test(a_comment_begins_with_what_is_new),
		cmocka_unit_test(nothing_tested_is_never_nothing_wrong),
		cmocka_unit_test(words_of_a_page_are_words),
		cmocka_unit_test(code_holds_ticks),
		cmocka_unit_test(a_comment_fits),
		cmocka_unit_test(a_sheet_says_what_does_not_fit),
		cmocka_unit_test(a_folder_that_cannot_be_written_to_fails_the_report),
		cmocka_unit_test(two_workbooks_are_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
