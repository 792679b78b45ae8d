/* The lines of a history: what is read, what is refused and where, what is added, what stays as it was. */
#include "clairlint/history.h"

#include "base/buf.h"
#include "base/day.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LINE(day, tool) "{" KEYS(day, tool)
#define KEYS(day, tool) "\"version\":1,\"day\":\"" day "\",\"scores\":{\"access\":50.5,\"comprehension\":null,\"journey\":70}," \
	"\"pages\":3,\"causes\":4,\"failures\":5,\"tool\":\"" tool "\",\"referential\":\"4.1.2\",\"rules\":\"0123456789abcdef\"}"

static const struct clair_history_point today = {.day = "2026-11-22", .scores = {60, NAN, 71.25}, .pages = 3,
	.causes = 2, .failures = 2, .tool = "0.1.0", .referential = "4.1.2", .rules = "0123456789abcdef"};
#define TODAY "{\"version\":1,\"day\":\"2026-11-22\",\"scores\":{\"access\":60.0,\"comprehension\":null,\"journey\":71.3}," \
	"\"pages\":3,\"causes\":2,\"failures\":2,\"tool\":\"0.1.0\",\"referential\":\"4.1.2\",\"rules\":\"0123456789abcdef\"}\n"

static bool
into(void *payload, const char *bytes, size_t length)
{
	return clair_buf_add(payload, bytes, length);
}

static struct clair_history *
read_fine(const char *text)
{
	struct clair_history *history;
	struct clair_history_fault fault;

	assert_int_equal(clair_history_new(&history, text, strlen(text), &fault), CLAIR_OK);
	assert_int_equal(fault.why, CLAIR_HISTORY_FINE);
	return history;
}

/* What becomes of a file with the point of today. */
static void
assert_written(const char *before, const char *after)
{
	struct clair_history *history = read_fine(before);
	struct clair_buf out;

	clair_buf_init(&out, 0);
	clair_history_add(history, &today);
	assert_int_equal(clair_history_write(history, into, &out), CLAIR_OK);
	assert_string_equal(out.bytes, after);
	clair_buf_free(&out);
	clair_history_free(history);
}

static void
a_point_is_added(void **state)
{
	(void)state;
	assert_written("", TODAY);
	assert_written(LINE("2026-03-03", "0.1.0") "\n", LINE("2026-03-03", "0.1.0") "\n" TODAY);
	/* A line without its end, lines without words, keys of others. */
	assert_written("\n" LINE("2026-03-03", "0.1.0") "\n\r\n  " LINE("2026-03-04", "0.1.0"),
	    LINE("2026-03-03", "0.1.0") "\n  " LINE("2026-03-04", "0.1.0") "\n" TODAY);
	assert_written("{\"note\":\"refonte\"," KEYS("2026-03-03", "0.1.0") "\n",
	    "{\"note\":\"refonte\"," KEYS("2026-03-03", "0.1.0") "\n" TODAY);
}

static void
a_point_of_the_same_day_and_versions_is_replaced(void **state)
{
	(void)state;
	assert_written(LINE("2026-11-22", "0.1.0") "\n" LINE("2026-11-23", "0.1.0") "\n", TODAY LINE("2026-11-23", "0.1.0") "\n");
	assert_written(LINE("2026-11-22", "0.1.0") "\n" LINE("2026-11-22", "0.1.0") "\n", TODAY);
	assert_written(LINE("2026-11-22", "0.0.9") "\n", LINE("2026-11-22", "0.0.9") "\n" TODAY);
}

static void
points_are_shown_by_day(void **state)
{
	struct clair_history *history = read_fine(
	    LINE("2026-12-01", "0.1.0") "\n" LINE("2026-03-03", "0.1.0") "\n" LINE("2026-03-03", "0.0.9") "\n");
	struct clair_write_options options = {.lang = CLAIR_FR};

	(void)state;
	clair_history_show(history, &options);
	assert_int_equal(options.history_count, 3);
	assert_null(options.history_now);
	clair_history_add(history, &today);
	clair_history_show(history, &options);
	assert_int_equal(options.history_count, 4);
	assert_ptr_equal(options.history_now, &options.history[2]);
	assert_string_equal(options.history[0].tool, "0.1.0");
	assert_string_equal(options.history[1].tool, "0.0.9");
	assert_true(options.history[1].scores[CLAIR_COMPREHENSION] < 0);
	assert_true(fabs(options.history[0].scores[CLAIR_ACCESS] - 50.5) < 1e-9);
	assert_string_equal(options.history[3].day, "2026-12-01");
	assert_int_equal(clair_history_changes(&options.history[0], &options.history[1]), CLAIR_OTHER_TOOL);
	clair_history_free(history);
}

static void
only_the_last_thousand_are_shown(void **state)
{
	struct clair_write_options options = {.lang = CLAIR_FR};
	struct clair_history *history;
	struct clair_buf lines;
	struct clair_buf out;

	(void)state;
	clair_buf_init(&lines, 0);
	clair_buf_init(&out, 0);
	for (int i = 0; i < CLAIR_HISTORY_LIMIT + 4; i++)
		clair_buf_printf(&lines, "{\"version\":1,\"day\":\"%d-%02d-%02d\",\"scores\":{},\"pages\":%d,\"causes\":4,"
		    "\"failures\":5,\"tool\":\"0.1.0\",\"referential\":\"4.1.2\",\"rules\":\"0123456789abcdef\"}\n",
		    2000 + i / 336, 1 + i / 28 % 12, 1 + i % 28, i);
	history = read_fine(lines.bytes);
	clair_history_add(history, &today);
	clair_history_show(history, &options);
	assert_int_equal(options.history_count, CLAIR_HISTORY_LIMIT);
	assert_int_equal(options.history_older, 5);
	assert_int_equal(options.history[0].pages, 5);
	assert_ptr_equal(options.history_now, &options.history[CLAIR_HISTORY_LIMIT - 1]);
	/* The file has them all. */
	assert_int_equal(clair_history_write(history, into, &out), CLAIR_OK);
	assert_int_equal(strncmp(out.bytes, lines.bytes, lines.length), 0);
	assert_string_equal(out.bytes + lines.length, TODAY);
	clair_history_free(history);
	clair_buf_free(&out);
	clair_buf_free(&lines);
}

static void
a_line_at_fault_is_told(void **state)
{
	static const struct {
		const char *line;
		enum clair_history_why why;
		unsigned column;
		const char *key;
	} cases[] = {
		{"oops", CLAIR_HISTORY_NOT_JSON, 4, NULL},
		{"[1]", CLAIR_HISTORY_NOT_JSON, 1, NULL},
		{"{\"version\":2}", CLAIR_HISTORY_OTHER_VERSION, 0, NULL},
		{"{\"day\":\"2026-01-01\"}", CLAIR_HISTORY_BAD_KEY, 0, "version"},
		{"{\"version\":1,\"day\":\"2026-02-30\"}", CLAIR_HISTORY_BAD_KEY, 0, "day"},
		{"{\"version\":1,\"day\":\"2026-02-03\",\"scores\":{\"access\":101}}", CLAIR_HISTORY_BAD_KEY, 0, "scores"},
		{"{\"version\":1,\"day\":\"2026-02-03\",\"scores\":{\"access\":\"50\"}}", CLAIR_HISTORY_BAD_KEY, 0, "scores"},
		{"{\"version\":1,\"day\":\"2026-02-03\",\"scores\":[]}", CLAIR_HISTORY_BAD_KEY, 0, "scores"},
		{"{\"version\":1,\"day\":\"2026-02-03\",\"scores\":{},\"pages\":-1}", CLAIR_HISTORY_BAD_KEY, 0, "pages"},
		{"{\"version\":1,\"day\":\"2026-02-03\",\"scores\":{},\"pages\":4294967296}", CLAIR_HISTORY_BAD_KEY, 0, "pages"},
		{"{\"version\":1,\"day\":\"2026-02-03\",\"scores\":{},\"pages\":1,\"causes\":1.5}", CLAIR_HISTORY_BAD_KEY, 0, "causes"},
		{"{\"version\":1,\"day\":\"2026-02-03\",\"scores\":{},\"pages\":1,\"causes\":1,\"failures\":1,\"tool\":\"\"}",
		    CLAIR_HISTORY_BAD_KEY, 0, "tool"},
		{"{\"version\":1,\"day\":\"2026-02-03\",\"scores\":{},\"pages\":1,\"causes\":1,\"failures\":1,\"tool\":\"1\","
		 "\"referential\":\"1\",\"rules\":\"0123456789ABCDEF\"}", CLAIR_HISTORY_BAD_KEY, 0, "rules"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct clair_write_options options = {.lang = CLAIR_FR};
		struct clair_history *history;
		struct clair_history_fault fault;
		struct clair_buf text;

		clair_buf_init(&text, 0);
		clair_buf_printf(&text, "%s\n\n%s\n%s\noops\n", LINE("2026-03-03", "0.1.0"), cases[i].line,
		    LINE("2026-03-04", "0.1.0"));
		assert_int_equal(clair_history_new(&history, text.bytes, text.length, &fault), CLAIR_OK);
		assert_int_equal(fault.why, cases[i].why);
		assert_int_equal(fault.line, 3);
		assert_int_equal(fault.column, cases[i].column);
		assert_int_equal(fault.lines, 2);
		if (cases[i].key != NULL)
			assert_string_equal(fault.key, cases[i].key);
		/* The others are there. */
		clair_history_show(history, &options);
		assert_int_equal(options.history_count, 2);
		clair_history_free(history);
		clair_buf_free(&text);
	}
}

static void
days_are_counted(void **state)
{
	static const struct { const char *from, *to; long days; } cases[] = {
		{"2026-11-22", "2026-11-22", 0}, {"2026-02-28", "2026-03-01", 1}, {"2024-02-28", "2024-03-01", 2},
		{"2025-12-31", "2026-01-01", 1}, {"2000-01-01", "2000-12-31", 365}, {"1900-02-28", "1900-03-01", 1},
		{"1970-01-01", "2026-11-22", 20779},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(clair_day_number(cases[i].to) - clair_day_number(cases[i].from), cases[i].days);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_point_is_added),
		cmocka_unit_test(a_point_of_the_same_day_and_versions_is_replaced),
		cmocka_unit_test(points_are_shown_by_day),
		cmocka_unit_test(only_the_last_thousand_are_shown),
		cmocka_unit_test(a_line_at_fault_is_told),
		cmocka_unit_test(days_are_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
