/*
 * The reports of a run made by hand, against the files beside this one, and hostile texts in each
 * format. UPDATE=1 in the environment rewrites the files: look at the difference before keeping it.
 */
#include "../support/hostile.h"
#include "../support/read.h"
#include "../support/rule_cases.h"
#include "../support/sample_run.h"
#include "net/url.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

static const struct clair_write_options french = {
	.lang = CLAIR_FR,
	.started = "2026-11-21T10:00:00Z",
	.threshold = "major",
	.exit_status = 1,
};

/* The run, or the audit, whose pages say `hostile` when it is not NULL. */
static void
write_made(void (*make)(struct sample *), struct clair_buf *out, enum clair_format format,
    const struct clair_write_options *options, const char *hostile)
{
	static struct sample sample;

	make(&sample);
	if (hostile != NULL)
		sample_fill_with(&sample, hostile);
	clair_buf_init(out, 0);
	assert_int_equal(sample_write(&sample, out, format, options), CLAIR_OK);
	sample_free(&sample);
}

static void
write_sample(struct clair_buf *out, enum clair_format format,
    const struct clair_write_options *options, const char *hostile)
{
	write_made(sample_make, out, format, options, hostile);
}

static void
compare(const char *path, const struct clair_buf *made)
{
	char *kept;
	size_t length = 0;
	size_t at = 0;
	unsigned line = 1;

	if (getenv("UPDATE") != NULL) {
		FILE *file = fopen(path, "wb");

		assert_non_null(file);
		fwrite(made->bytes, 1, made->length, file);
		assert_int_equal(fclose(file), 0);
		return;
	}
	kept = support_read(path, &length);
	if (kept == NULL)
		fail_msg("%s: missing (UPDATE=1 writes it)", path);
	while (at < length && at < made->length && kept[at] == made->bytes[at])
		line += kept[at++] == '\n';
	if (at != length || at != made->length)
		fail_msg("%s:%u: the report is not the one kept there\nnow: %.120s\nwas: %.120s", path,
		    line, made->bytes + at, kept + at);
	free(kept);
}

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
		struct clair_write_options options = french;
		struct clair_buf made;

		options.lang = cases[i].lang;
		options.color = cases[i].color;
		options.plain = cases[i].plain;
		options.width = cases[i].width;
		write_sample(&made, cases[i].format, &options, NULL);
		compare(cases[i].path, &made);
		clair_buf_free(&made);
	}
}

/* The line that starts here, with its end; empty at the end of the text. */
static size_t
line_length(const char *at)
{
	const size_t length = strcspn(at, "\n");

	return length + (at[length] == '\n');
}

/* Whether the same line comes in the text; `*at` is then where. */
static bool
comes_line(const char *line, size_t length, const char **at)
{
	const char *next = *at;

	while (*next != '\0' &&
	    (line_length(next) != length || strncmp(next, line, length) != 0))
		next += line_length(next);
	if (*next == '\0')
		return false;
	*at = next;
	return true;
}

static void
add_lines(struct clair_buf *out, char sign, const char *from, const char *to)
{
	while (from < to) {
		clair_buf_putc(out, sign);
		clair_buf_add(out, from, line_length(from));
		from += line_length(from);
	}
}

/* The lines that go from one report to the other, and those that come. */
static void
add_changes(struct clair_buf *out, const char *before, const char *after)
{
	while (*before != '\0') {
		const size_t length = line_length(before);
		const char *same = after;

		if (comes_line(before, length, &same)) {
			add_lines(out, '+', after, same);
			after = same + length;
		} else {
			add_lines(out, '-', before, before + length);
		}
		before += length;
	}
	add_lines(out, '+', after, after + strlen(after));
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
		struct clair_write_options options = french;
		struct clair_buf everyday;
		struct clair_buf audit;
		struct clair_buf changes;

		options.lang = cases[i].lang;
		write_sample(&everyday, cases[i].format, &options, NULL);
		write_made(sample_make_audit, &audit, cases[i].format, &options, NULL);
		clair_buf_init(&changes, 0);
		add_changes(&changes, everyday.bytes, audit.bytes);
		compare(cases[i].path, &changes);
		clair_buf_free(&changes);
		clair_buf_free(&audit);
		clair_buf_free(&everyday);
	}
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
		struct clair_write_options options = french;
		struct clair_buf made;
		struct clair_buf lines;

		options.lang = (enum clair_lang)lang;
		write_sample(&made, CLAIR_RGAA_GRID, &options, NULL);
		clair_buf_init(&lines, 0);
		for (const char *at = made.bytes; *at != '\0'; at += line_length(at)) {
			bool keeps = false;

			for (size_t i = 0; i < CLAIR_LEN(kept); i++) {
				const char *found = strstr(at, kept[i]);

				keeps |= found != NULL && found < at + line_length(at);
			}
			if (keeps)
				clair_buf_add(&lines, at, line_length(at));
		}
		compare(paths[lang], &lines);
		clair_buf_free(&lines);
		clair_buf_free(&made);
	}
}

/* Alone, the questions are told one by one. */
static void
a_text_of_questions_only_tells_them(void **state)
{
	static struct sample sample;
	struct clair_buf made;

	(void)state;
	sample_make_audit(&sample);
	for (int i = 0; i < SAMPLE_RULES; i++)
		sample.rules[i].enabled = sample.rules[i].rule->audit;
	clair_buf_init(&made, 0);
	assert_int_equal(sample_write(&sample, &made, CLAIR_TEXT, &french), CLAIR_OK);
	assert_non_null(strstr(made.bytes, "L’alternative de l’image carte.png est"));
	clair_buf_free(&made);
	sample_free(&sample);
}

/* --- Hostile texts --- */

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
		struct clair_write_options options = french;
		struct clair_buf made;

		options.plain = i % 2 == 0;
		write_sample(&made, CLAIR_TEXT, &options, hostile_words[i]);
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

		write_sample(&made, CLAIR_JSON, &french, hostile_words[i]);
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

		write_sample(&made, CLAIR_EARL, &french, hostile_words[i]);
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
		write_sample(&made, CLAIR_RGAA_GRID, &french,
		    i < CLAIR_LEN(computed) ? computed[i] : hostile_words[i - CLAIR_LEN(computed)]);
		assert_null(u8_check((const uint8_t *)made.bytes, made.length));
		/* The head, two pages judged, two that are not, one criterion of the site. */
		assert_int_equal(check_grid(&made), 1 + 2 * 106 + 2 + 1);
		clair_buf_free(&made);
	}
}

/* Each page has its own status: what is to be checked on the second is not on the first. */
static void
the_grid_has_a_status_for_each_page(void **state)
{
	struct clair_buf made;

	(void)state;
	write_sample(&made, CLAIR_RGAA_GRID, &french, NULL);
	assert_non_null(strstr(made.bytes, "1;\"https://mairie.example/\";\"Mairie de Sainte-Colombe\";\"1.1\";"));
	assert_non_null(strstr(made.bytes, "\"NC\";\"1.1.1 échec prouvé"));
	assert_int_equal(count_of(made.bytes, "\"1 à vérifier"), 1);
	assert_non_null(strstr(made.bytes, "\"1 à vérifier\xC2\xA0: L’alternative"));
	assert_non_null(strstr(made.bytes, "\"Site\";\"https://mairie.example/\";\"\";\"8.6\";"));
	assert_non_null(strstr(made.bytes, "\"Page non testée."));
	clair_buf_free(&made);
}

static void
lines_are_the_document(void **state)
{
	static const char *const keys[] = {"run", "pages", "pages", "pages", "pages", "causes",
		"causes", "causes", "causes", "causes", "site", "end"};
	static const size_t indexes[] = {0, 0, 1, 2, 3, 0, 1, 2, 3, 4, 0, 0};
	struct clair_buf whole;
	struct clair_buf lines;
	json_t *document;
	char *at;

	(void)state;
	write_sample(&whole, CLAIR_JSON, &french, NULL);
	write_sample(&lines, CLAIR_JSONL, &french, NULL);
	document = json_loadb(whole.bytes, whole.length, 0, NULL);
	assert_non_null(document);
	at = lines.bytes;
	for (size_t i = 0; i < CLAIR_LEN(keys); i++) {
		const size_t length = strcspn(at, "\n");
		json_t *line = json_loadb(at, length, 0, NULL);
		json_t *part = json_object_get(document, keys[i]);

		assert_non_null(line);
		if (json_is_array(part))
			part = json_array_get(part, indexes[i]);
		assert_true(json_equal(line, part));
		json_decref(line);
		at += length + 1;
	}
	assert_int_equal(*at, '\0');
	json_decref(document);
	clair_buf_free(&whole);
	clair_buf_free(&lines);
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
	write_made(sample_make_audit, &calm, CLAIR_HTML, &french, "nothing");
	for (size_t i = 0; i < hostile_word_count; i++) {
		struct clair_buf made;

		write_made(sample_make_audit, &made, CLAIR_HTML, &french, hostile_words[i]);
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

/* --- The way out --- */

static bool
into_text(void *payload, const char *bytes, size_t length)
{
	return clair_buf_add(payload, bytes, length);
}

struct stopper {
	size_t taken;
	size_t limit;
};

static bool
stop_after(void *payload, const char *bytes, size_t length)
{
	struct stopper *stopper = payload;

	(void)bytes;
	assert_true(stopper->taken <= stopper->limit);
	stopper->taken += length;
	return stopper->taken <= stopper->limit;
}

static void
a_writer_that_refuses_stops_the_report(void **state)
{
	static struct sample sample;

	(void)state;
	sample_make(&sample);
	for (int format = 0; format < CLAIR_FORMAT_COUNT; format++) {
		struct stopper stopper = {0, 100};
		struct clair_report report = {.run = &sample.run,
			.rules = sample.rules,
			.rule_count = SAMPLE_RULES,
			.weights = sample_weights,
			.options = &french,
			.write = stop_after,
			.payload = &stopper};

		assert_int_equal(
		    clair_report_write(&report, (enum clair_format)format), CLAIR_IO);
	}
	sample_free(&sample);
}

static struct clair_rule_says
says_nothing(const struct clair_rule *rule)
{
	(void)rule;
	return (struct clair_rule_says){0};
}

static struct clair_rule_says
says_all(const struct clair_rule *rule)
{
	(void)rule;
	return (struct clair_rule_says){.fails = UINT64_MAX};
}

/* What the table claims comes from what the rules are shown to say. */
static void
the_table_claims_what_rules_say(void **state)
{
	struct stopper stopper = {0, 100};
	struct clair_buf table;

	(void)state;
	clair_buf_init(&table, 0);
	assert_int_equal(
	    clair_rgaa_table_write(CLAIR_EN, says_nothing, into_text, &table), CLAIR_OK);
	assert_non_null(strstr(table.bytes, "\n- 0 criteria out of 106 "));
	assert_non_null(strstr(table.bytes, "\n- 258 tests are not tested."));
	assert_null(strstr(table.bytes, "`images/alt-missing`"));
	clair_buf_clear(&table);
	assert_int_equal(clair_rgaa_table_write(CLAIR_FR, says_all, into_text, &table), CLAIR_OK);
	assert_null(strstr(table.bytes, "Montre ce qui est douteux."));
	assert_non_null(strstr(table.bytes,
	    "| Décidé, réussite comme échec. | `frames/name-missing`, "));
	clair_buf_free(&table);
	assert_int_equal(
	    clair_rgaa_table_write(CLAIR_FR, says_all, stop_after, &stopper), CLAIR_IO);
}

static void
the_table_of_easy_reading_too(void **state)
{
	struct stopper stopper = {0, 100};
	struct clair_buf table;

	(void)state;
	clair_buf_init(&table, 0);
	assert_int_equal(
	    clair_falc_table_write(CLAIR_EN, says_nothing, into_text, &table), CLAIR_OK);
	assert_non_null(strstr(table.bytes, "\n- 0 rules out of 116 "));
	assert_non_null(strstr(table.bytes, "| W39 Number the sheets | 2.3 | Not about web pages. |  |"));
	assert_null(strstr(table.bytes, "`falc/italics`"));
	clair_buf_clear(&table);
	assert_int_equal(clair_falc_table_write(CLAIR_FR, says_all, into_text, &table), CLAIR_OK);
	assert_non_null(strstr(table.bytes, "| Prouve des échecs. | `falc/italics` |"));
	clair_buf_free(&table);
	assert_int_equal(
	    clair_falc_table_write(CLAIR_FR, says_all, stop_after, &stopper), CLAIR_IO);
}

static void
the_table_of_demands_too(void **state)
{
	struct stopper stopper = {0, 100};
	struct clair_buf table;

	(void)state;
	clair_buf_init(&table, 0);
	assert_int_equal(
	    clair_needs_table_write(CLAIR_EN, says_nothing, into_text, &table), CLAIR_OK);
	assert_non_null(strstr(table.bytes, " demands out of 168 are served, among those"));
	assert_non_null(strstr(table.bytes, "\n- 0 are served by at least one rule."));
	assert_non_null(strstr(table.bytes, "| the page, its style | Nothing yet. "));
	assert_non_null(strstr(table.bytes, "| the page | Elsewhere in the program: "));
	assert_null(strstr(table.bytes, "`menus/drop-downs`"));
	clair_buf_clear(&table);
	assert_int_equal(clair_needs_table_write(CLAIR_FR, says_all, into_text, &table), CLAIR_OK);
	assert_non_null(strstr(table.bytes, "| la page | Prouve des échecs. | `menus/drop-downs`, "));
	/* Rules that are only asked by name, or in an audit, serve nobody who does not ask. */
	assert_null(strstr(table.bytes, "`readability/spelling`"));
	clair_buf_free(&table);
	assert_int_equal(
	    clair_needs_table_write(CLAIR_FR, says_all, stop_after, &stopper), CLAIR_IO);
}

static void
an_empty_run_is_not_a_good_one(void **state)
{
	struct clair_run run = {.crawl = {.stopped_because = "all-pages"}};
	struct clair_report report = {.run = &run,
		.weights = sample_weights,
		.options = &french};

	(void)state;
	clair_score_unknown(&run.scores);
	for (int format = 0; format < CLAIR_FORMAT_COUNT; format++) {
		struct stopper stopper = {0, 1 << 20};

		report.write = stop_after;
		report.payload = &stopper;
		assert_int_equal(
		    clair_report_write(&report, (enum clair_format)format), CLAIR_OK);
		assert_true(stopper.taken > 0);
	}
}

static void
without_a_date_nothing_changes(void **state)
{
	struct clair_write_options options = french;
	struct clair_buf made;

	(void)state;
	options.started = NULL;
	write_sample(&made, CLAIR_JSONL, &options, NULL);
	assert_non_null(strstr(made.bytes, "\"started\":null"));
	clair_buf_free(&made);
	write_sample(&made, CLAIR_HTML, &options, NULL);
	assert_null(strstr(made.bytes, "2026-11"));
	clair_buf_free(&made);
}

/* --- The size of things --- */

static void
many_pages_and_causes_are_capped(void **state)
{
	enum { PAGES = 600, CAUSES = 520 };
	static struct sample sample;
	static struct clair_result *pages[PAGES];
	static const struct clair_result *everywhere[PAGES];
	static struct clair_cause causes[CAUSES];
	struct clair_buf made;

	(void)state;
	sample_make(&sample);
	for (int i = 0; i < PAGES; i++)
		everywhere[i] = pages[i] = &sample.results[i % 2];
	for (int i = 0; i < CAUSES; i++) {
		causes[i] = sample.causes[i % 2 == 0 ? 0 : 4];
		causes[i].pages = PAGES;
		causes[i].page_list = everywhere;
	}
	sample.run.pages = pages;
	sample.run.page_count = sample.run.tested_count = PAGES;
	sample.run.causes = causes;
	sample.run.cause_count = CAUSES;
	clair_buf_init(&made, 0);
	assert_int_equal(sample_write(&sample, &made, CLAIR_HTML, &french), CLAIR_OK);
	assert_true(made.length < 1 << 20);
	assert_int_equal(count_of(made.bytes, "<article"), 200 + 100);
	assert_non_null(strstr(made.bytes, "60 autres causes sont dans le rapport json (--format json=FICHIER)."));
	/* Our own rule on links in a page. */
	assert_true(count_of(made.bytes, "<a ") <= 100);
	clair_buf_clear(&made);
	assert_int_equal(sample_write(&sample, &made, CLAIR_TEXT, &french), CLAIR_OK);
	assert_int_equal(count_of(made.bytes, "\nCause "), 10 + 10);
	assert_non_null(strstr(made.bytes, "et 595 autres pages"));
	clair_buf_free(&made);
	sample_free(&sample);
}

/* --- The report is judged by our own rules --- */

static void
our_own_rules_find_nothing_in_the_report(void **state)
{
	/* An audit asks a person about every image: that says nothing against the report. */
	const struct clair_options everyday = {.dictionaries = "dictionaries", .resolve = clair_url_resolve};
	struct clair_linter *linter;

	(void)state;
	assert_int_equal(clair_linter_new(&linter, &everyday), CLAIR_OK);
	for (int lang = 0; lang < CLAIR_LANG_COUNT; lang++) {
		struct clair_write_options options = french;
		struct clair_crawl_facts crawl = {.start = "https://mairie.example/rapport.html"};
		struct clair_document document = {.url = crawl.start, .media_type = "text/html",
			.http_status = 200, .click_depth = 1};
		struct clair_buf html;
		struct clair_buf text;
		struct clair_result *result;
		struct clair_run *run;

		options.lang = (enum clair_lang)lang;
		write_made(sample_make_audit, &html, CLAIR_HTML, &options, NULL);
		document.bytes = html.bytes;
		document.length = html.length;
		clair_buf_init(&text, 0);
		assert_int_equal(clair_lint(&result, linter, &document), CLAIR_OK);
		assert_int_equal(clair_run_new(&run, linter), CLAIR_OK);
		assert_int_equal(clair_run_add(run, result), CLAIR_OK);
		assert_int_equal(clair_run_finish(run, &crawl), CLAIR_OK);
		assert_int_equal(clair_run_tested(run), 1);
		assert_int_equal(
		    clair_run_write(run, CLAIR_TEXT, &options, into_text, &text), CLAIR_OK);
		if (clair_run_count(run, CLAIR_SEVERITY_REVIEW) != 0)
			fail_msg("%s", text.bytes);
		clair_run_free(run);
		clair_buf_free(&text);
		clair_buf_free(&html);
	}
	clair_linter_free(linter);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(golden),
		cmocka_unit_test(golden_audit),
		cmocka_unit_test(golden_grid),
		cmocka_unit_test(a_text_of_questions_only_tells_them),
		cmocka_unit_test(hostile_text),
		cmocka_unit_test(hostile_json),
		cmocka_unit_test(hostile_earl),
		cmocka_unit_test(hostile_grid),
		cmocka_unit_test(the_grid_has_a_status_for_each_page),
		cmocka_unit_test(lines_are_the_document),
		cmocka_unit_test(hostile_html),
		cmocka_unit_test(a_writer_that_refuses_stops_the_report),
		cmocka_unit_test(the_table_claims_what_rules_say),
		cmocka_unit_test(the_table_of_easy_reading_too),
		cmocka_unit_test(the_table_of_demands_too),
		cmocka_unit_test(an_empty_run_is_not_a_good_one),
		cmocka_unit_test(without_a_date_nothing_changes),
		cmocka_unit_test(many_pages_and_causes_are_capped),
		cmocka_unit_test(our_own_rules_find_nothing_in_the_report),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
