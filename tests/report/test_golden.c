/* The reports of a run made by hand, against the files beside this one. */
#include "../support/golden.h"
#include "../support/report_made.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static void
golden(void **state)
{
	static const struct {
		const char *path;
		enum clair_format format;
		enum clair_lang lang;
		bool color, plain;
		int width;
	} cases[] = {
		{"tests/report/text/fr.txt", CLAIR_TEXT, CLAIR_FR, false, false, 0},
		{"tests/report/text/en.txt", CLAIR_TEXT, CLAIR_EN, false, false, 0},
		{"tests/report/text/fr-plain.txt", CLAIR_TEXT, CLAIR_FR, false, true, 0},
		{"tests/report/text/fr-color.txt", CLAIR_TEXT, CLAIR_FR, true, false, 0},
		{"tests/report/text/fr-narrow.txt", CLAIR_TEXT, CLAIR_FR, false, false, 40},
		{"tests/report/json/fr.json", CLAIR_JSON, CLAIR_FR, false, false, 0},
		{"tests/report/jsonl/fr.jsonl", CLAIR_JSONL, CLAIR_FR, false, false, 0},
		{"tests/report/jsonl/en.jsonl", CLAIR_JSONL, CLAIR_EN, false, false, 0},
		{"tests/report/html/fr.html", CLAIR_HTML, CLAIR_FR, false, false, 0},
		{"tests/report/html/en.html", CLAIR_HTML, CLAIR_EN, false, false, 0},
		{"tests/report/earl/fr.jsonld", CLAIR_EARL, CLAIR_FR, false, false, 0},
		{"tests/report/sarif/fr.sarif", CLAIR_SARIF, CLAIR_FR, false, false, 0},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_write_options options = report_french;
		struct clair_buf made;

		options.lang = cases[i].lang;
		options.color = cases[i].color;
		options.plain = cases[i].plain;
		options.width = cases[i].width;
		report_sample(&made, cases[i].format, &options, NULL);
		golden_compare(cases[i].path, &made);
		clair_buf_free(&made);
	}
}

/* What an audit changes in a report. Questions stand apart, after the defects and the doubts; in the text they
 * are only counted. */
static void
golden_audit(void **state)
{
	static const struct {
		const char *path;
		enum clair_format format;
		enum clair_lang lang;
	} cases[] = {
		{"tests/report/audit/text-fr.diff", CLAIR_TEXT, CLAIR_FR},
		{"tests/report/audit/text-en.diff", CLAIR_TEXT, CLAIR_EN},
		{"tests/report/audit/html-fr.diff", CLAIR_HTML, CLAIR_FR},
		{"tests/report/audit/html-en.diff", CLAIR_HTML, CLAIR_EN},
		{"tests/report/audit/grid-fr.diff", CLAIR_RGAA_GRID, CLAIR_FR},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_write_options options = report_french;
		struct clair_buf everyday;
		struct clair_buf audit;

		options.lang = cases[i].lang;
		report_sample(&everyday, cases[i].format, &options, NULL);
		report_made(sample_make_audit, &audit, cases[i].format, &options, NULL);
		golden_compare_changes(cases[i].path, &everyday, &audit);
		clair_buf_free(&audit);
		clair_buf_free(&everyday);
	}
}

static void
keep_between(struct clair_buf *text, const char *from, const char *to)
{
	char *start = strstr(text->bytes, from);
	char *end = start == NULL ? NULL : strstr(start, to);

	assert_non_null(end);
	text->length = (size_t)(end - start);
	memmove(text->bytes, start, text->length);
	text->bytes[text->length] = '\0';
}

/* What a history adds to a report. */
static void
golden_history(void **state)
{
	static const struct {
		const char *path;
		enum clair_format format;
		enum clair_lang lang;
	} cases[] = {
		{"tests/report/history/text-fr.diff", CLAIR_TEXT, CLAIR_FR},
		{"tests/report/history/text-en.diff", CLAIR_TEXT, CLAIR_EN},
		{"tests/report/history/fr.html", CLAIR_HTML, CLAIR_FR},
		{"tests/report/history/en.html", CLAIR_HTML, CLAIR_EN},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_write_options options = report_french;
		struct clair_buf before;
		struct clair_buf after;

		options.lang = cases[i].lang;
		report_sample(&before, cases[i].format, &options, NULL);
		report_with_history(&options, REPORT_POINTS);
		options.history_older = 2;
		report_sample(&after, cases[i].format, &options, NULL);
		if (cases[i].format == CLAIR_HTML) {
			keep_between(&after, "<section id=\"evolution\"", "<section id=\"ecrire\"");
			golden_compare(cases[i].path, &after);
		} else {
			golden_compare_changes(cases[i].path, &before, &after);
		}
		clair_buf_free(&after);
		clair_buf_free(&before);
	}
}

/* One point is no curve, and nothing is said beside it. */
static void
one_point_is_no_curve(void **state)
{
	struct clair_write_options options = report_french;
	struct clair_buf made;

	(void)state;
	report_with_history(&options, 1);
	report_sample(&made, CLAIR_HTML, &options, NULL);
	assert_non_null(strstr(made.bytes, "premier point de cette évolution"));
	assert_null(strstr(made.bytes, "class=\"trend\""));
	assert_null(strstr(made.bytes, "Depuis le"));
	clair_buf_free(&made);
	report_sample(&made, CLAIR_TEXT, &options, NULL);
	assert_null(strstr(made.bytes, "Depuis le"));
	clair_buf_free(&made);
}

/* Of the grid, the head and the lines where the pages and the site differ: the others say alike that nothing is
 * decided, and check_grid counts them. */
static void
golden_grid(void **state)
{
	static const char *const paths[CLAIR_LANG_COUNT] = {
		[CLAIR_FR] = "tests/report/grid/fr.csv", [CLAIR_EN] = "tests/report/grid/en.csv"};
	static const char *const kept[] = {"\xEF\xBB\xBF", ";\"1.1\";", ";\"1.3\";", ";\"2.1\";", ";\"8.6\";",
		";\"\";\"\";\"NT\";"};

	(void)state;
	for (int lang = 0; lang < CLAIR_LANG_COUNT; lang++) {
		struct clair_write_options options = report_french;
		struct clair_buf made;
		struct clair_buf lines;

		options.lang = (enum clair_lang)lang;
		report_sample(&made, CLAIR_RGAA_GRID, &options, NULL);
		clair_buf_init(&lines, 0);
		for (const char *at = made.bytes; *at != '\0'; at += golden_line_length(at)) {
			bool keeps = false;

			for (size_t i = 0; i < CLAIR_LEN(kept); i++) {
				const char *found = strstr(at, kept[i]);

				keeps |= found != NULL && found < at + golden_line_length(at);
			}
			if (keeps)
				clair_buf_add(&lines, at, golden_line_length(at));
		}
		golden_compare(paths[lang], &lines);
		clair_buf_free(&lines);
		clair_buf_free(&made);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(golden),
		cmocka_unit_test(golden_audit),
		cmocka_unit_test(golden_history),
		cmocka_unit_test(one_point_is_no_curve),
		cmocka_unit_test(golden_grid),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
