/* Hostile texts in each format that is made here. */
#include "../support/hostile.h"
#include "../support/report_made.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

/* Versions come from files of people. */
static void
hostile_history(void **state)
{
	struct clair_history_point two[2] = {report_points[2], report_points[3]};
	struct clair_write_options options = report_french;
	struct clair_buf made;

	(void)state;
	two[1].tool = "<script>\xE2\x80\xAE\x01]]>\"";
	two[1].referential = "&\xFF";
	options.history = two;
	options.history_count = 2;
	options.history_now = &two[1];
	report_sample(&made, CLAIR_HTML, &options, NULL);
	assert_non_null(strstr(made.bytes, "clairlint &lt;script&gt;"));
	assert_null(strstr(made.bytes, "\xE2\x80\xAE"));
	clair_buf_free(&made);
	report_sample(&made, CLAIR_JSON, &options, NULL);
	assert_non_null(strstr(made.bytes, "\"referential\":\"&\xEF\xBF\xBD\""));
	clair_buf_free(&made);
}

static void
assert_fit_for_terminals(const struct clair_buf *made)
{
	const uint8_t *at = (const uint8_t *)made->bytes;
	const uint8_t *end = at + made->length;

	while (at < end) {
		ucs4_t c;

		at += u8_mbtouc(&c, at, (size_t)(end - at));
		if (c == '\n')
			continue;
		assert_true(c >= 0x20 && !(c >= 0x7F && c <= 0x9F));
		assert_true(!(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069));
		assert_int_not_equal(c, 0x200F);
	}
}

static void
hostile_text(void **state)
{
	(void)state;
	for (size_t i = 0; i < hostile_word_count; i++) {
		struct clair_write_options options = report_french;
		struct clair_buf made;

		options.plain = i % 2 == 0;
		report_sample(&made, CLAIR_TEXT, &options, hostile_words[i]);
		assert_null(u8_check((const uint8_t *)made.bytes, made.length));
		assert_fit_for_terminals(&made);
		clair_buf_free(&made);
	}
}

/* What JSON gives back is what the page said, but for bytes that are not UTF-8. */
static void
assert_title_kept(const json_t *page, const char *text)
{
	const char *title = json_string_value(json_object_get(page, "title"));

	if (text[0] == '\0') {
		assert_true(json_is_null(json_object_get(page, "title")));
		return;
	}
	assert_non_null(title);
	if (u8_check((const uint8_t *)text, strlen(text)) == NULL)
		assert_string_equal(title, text);
	else
		assert_non_null(strstr(title, "\uFFFD"));
}

static void
hostile_json(void **state)
{
	(void)state;
	for (size_t i = 0; i < hostile_word_count; i++) {
		struct clair_buf made;
		json_error_t error;
		json_t *document;

		report_sample(&made, CLAIR_JSON, &report_french, hostile_words[i]);
		assert_null(u8_check((const uint8_t *)made.bytes, made.length));
		document = json_loadb(made.bytes, made.length, JSON_REJECT_DUPLICATES, &error);
		if (document == NULL)
			fail_msg("%s", error.text);
		assert_title_kept(
		    json_array_get(json_object_get(document, "pages"), 0), hostile_words[i]);
		json_decref(document);
		clair_buf_free(&made);
	}
}

/* Every assertion is whole, whatever the page says, and names its subject as the page does. */
static void
hostile_earl(void **state)
{
	(void)state;
	for (size_t i = 0; i < hostile_word_count; i++) {
		struct clair_buf made;
		json_error_t error;
		json_t *document;
		json_t *graph;

		report_sample(&made, CLAIR_EARL, &report_french, hostile_words[i]);
		document = json_loadb(made.bytes, made.length, JSON_REJECT_DUPLICATES, &error);
		if (document == NULL)
			fail_msg("%s", error.text);
		graph = json_object_get(document, "@graph");
		/* The assertor; then the rules asked of four pages, and the rule of the site. */
		assert_int_equal(json_array_size(graph), 1 + SAMPLE_PAGES * (SAMPLE_RULES - 3) + 1);
		for (size_t a = 1; a < json_array_size(graph); a++) {
			const json_t *subject = json_object_get(json_array_get(graph, a), "subject");

			assert_true(json_is_string(json_object_get(subject, "source")));
		}
		json_decref(document);
		clair_buf_free(&made);
	}
}

/* One cell in quotes or bare, as RFC 4180 has it; what stands after it. */
static const char *
next_cell(const char *at, struct clair_buf *text)
{
	clair_buf_clear(text);
	if (*at != '"') {
		const size_t length = strcspn(at, ";\r");

		clair_buf_add(text, at, length);
		return at + length;
	}
	for (at++; *at != '\0' && (at[0] != '"' || at[1] == '"'); at++) {
		at += *at == '"';
		clair_buf_putc(text, *at);
	}
	assert_int_equal(*at, '"');
	return at + 1;
}

/* Lines of eight cells, none of which a spreadsheet would compute. */
static unsigned
check_grid(const struct clair_buf *made)
{
	const char *at = made->bytes + strlen("\xEF\xBB\xBF");
	struct clair_buf text;
	unsigned lines = 0;
	unsigned cells = 0;

	assert_int_equal(strncmp(made->bytes, "\xEF\xBB\xBF", 3), 0);
	clair_buf_init(&text, 0);
	while (*at != '\0') {
		at = next_cell(at, &text);
		cells++;
		assert_null(strpbrk(text.bytes, "\t\r\n"));
		if (text.bytes[strspn(text.bytes, " ")] != '\0')
			assert_null(strchr("=+-@", text.bytes[strspn(text.bytes, " ")]));
		if (*at == ';') {
			at++;
			continue;
		}
		assert_int_equal(strncmp(at, "\r\n", 2), 0);
		assert_int_equal(cells, 8);
		at += 2;
		cells = 0;
		lines++;
	}
	clair_buf_free(&text);
	return lines;
}

static void
hostile_grid(void **state)
{
	static const char *const computed[] = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", "  =1",
		"\";=1;\"", "a;b", "\""};
	struct clair_buf made;

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(computed) + hostile_word_count; i++) {
		report_sample(&made, CLAIR_RGAA_GRID, &report_french,
		    i < CLAIR_LEN(computed) ? computed[i] : hostile_words[i - CLAIR_LEN(computed)]);
		assert_null(u8_check((const uint8_t *)made.bytes, made.length));
		/* The head, two pages judged, two that are not, one criterion of the site. */
		assert_int_equal(check_grid(&made), 1 + 2 * 106 + 2 + 1);
		clair_buf_free(&made);
	}
}

/* Whatever a page says, the marks of the report are the same in number. */
static void
hostile_html(void **state)
{
	static const char *const never[] = {"<script>a", "<script ", "<img", "<svg onload", "<!-- <", "]]></style>",
		"href=\"javascript", "href=\"JaVa", "href=\"data", "\x1b", "\u202E", " onclick=\"",
		" onmouseover='", "\x7F"};
	struct clair_buf calm;

	(void)state;
	report_made(sample_make_audit, &calm, CLAIR_HTML, &report_french, "nothing");
	for (size_t i = 0; i < hostile_word_count; i++) {
		struct clair_buf made;

		report_made(sample_make_audit, &made, CLAIR_HTML, &report_french, hostile_words[i]);
		assert_null(u8_check((const uint8_t *)made.bytes, made.length));
		for (size_t n = 0; n < CLAIR_LEN(never); n++) {
			if (strstr(made.bytes, never[n]) != NULL)
				fail_msg("%s in the report of %s", never[n], hostile_words[i]);
		}
		assert_int_equal(count_of(made.bytes, "</title>"), count_of(calm.bytes, "</title>"));
		assert_int_equal(count_of(made.bytes, "</style>"), 1);
		/* Ours, which the Content-Security-Policy knows by its hash. */
		assert_int_equal(count_of(made.bytes, "<script"), 1);
		assert_int_equal(count_of(made.bytes, "</script"), 1);
		assert_int_equal(count_of(made.bytes, "<tr>"), count_of(calm.bytes, "<tr>"));
		assert_int_equal(count_of(made.bytes, "<li>"), count_of(calm.bytes, "<li>"));
		clair_buf_free(&made);
	}
	clair_buf_free(&calm);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hostile_history),
		cmocka_unit_test(hostile_text),
		cmocka_unit_test(hostile_json),
		cmocka_unit_test(hostile_earl),
		cmocka_unit_test(hostile_grid),
		cmocka_unit_test(hostile_html),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
