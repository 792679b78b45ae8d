/* What a writer does this afternoon: the passages to write again, page by page, and how easy the pages read. */
#include "report/html.h"

#include "base/map.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_PAGES = 500, TABLE_PAGES = 100, PAGE_LIMIT = 500, PASSAGE_LIMIT = 25, SEEN_SLOTS = 1 << 17 };

/* Passages told already, as hashes: a table that is never filled past three quarters. */
struct seen {
	uint64_t *slots;
	uint32_t count;
};

/* True the first time, and once there is no room to know. */
static bool
is_first(struct seen *seen, const struct clair_finding *finding)
{
	uint64_t hash = clair_hash(finding->rule->id, strlen(finding->rule->id), CLAIR_HASH_SEED);
	size_t at;

	hash = clair_hash(finding->excerpt, strlen(finding->excerpt), hash) | 1;
	for (at = hash % SEEN_SLOTS; seen->slots[at] != 0; at = (at + 1) % SEEN_SLOTS) {
		if (seen->slots[at] == hash)
			return false;
	}
	if (seen->count < SEEN_SLOTS / 4 * 3) {
		seen->slots[at] = hash;
		seen->count++;
	}
	return true;
}

static bool
is_passage(const struct clair_finding *finding)
{
	return finding->is_words && finding->suppressed == NULL && finding->excerpt[0] != '\0' &&
	    clair_kind_of(finding) != CLAIR_QUESTION;
}

static void
passage(struct clair_report *report, const struct clair_result *page, const struct clair_finding *finding)
{
	const struct clair_fix *fix = &finding->fix;

	clair_puts(report, "<li><span class=\"passage\">");
	clair_html_found(report, page, finding->excerpt);
	clair_puts(report, "</span>");
	if (fix->kind == CLAIR_FIX_REPLACE_TEXT && fix->value != NULL) {
		clair_html_say(report, CLAIR_STRING_H_WRITE_INSTEAD);
		clair_puts(report, " <span class=\"write\">");
		clair_html_found(report, page, fix->value);
		clair_puts(report, "</span>");
	}
	clair_puts(report, "<span class=\"note\">");
	clair_html_message(report, finding);
	clair_puts(report, " (");
	if (finding->outcome == CLAIR_REVIEW) {
		clair_html_say(report, CLAIR_STRING_SEVERITY_REVIEW);
		clair_puts(report, ", ");
	}
	clair_html_text(report, clair_place_phrase(report, finding));
	clair_puts(report, ")</span></li>\n");
}

static void
open_page(struct clair_report *report, const struct clair_result *page, uint32_t count)
{
	const int level = clair_html_has_files(report) ? 3 : 4;

	clair_putf(report, "<details class=\"panel text\"><summary><h%d>", level);
	if (page->title != NULL && page->title[0] != '\0')
		clair_html_quote(report, page->title);
	else
		clair_html_text(report, clair_report_url(report, page));
	clair_puts(report, " (");
	clair_html_text(report, CLAIR_PHRASE(report, CLAIR_STRING_H_PASSAGES, CLAIR_NUMBER("n", count)));
	clair_putf(report, ")</h%d></summary>\n", level);
	clair_puts(report, "<p><span class=\"address\">");
	clair_html_text(report, clair_report_url(report, page));
	clair_puts(report, "</span></p>\n<ul class=\"words\">\n");
}

/* True when the page has passages that no page before has. */
static bool
page_words(struct clair_report *report, const struct clair_result *page, struct seen *seen, bool draw)
{
	const struct clair_finding *told[PASSAGE_LIMIT];
	uint32_t count = 0;

	for (const struct clair_finding *f = page->first; f != NULL; f = f->next) {
		if (!is_passage(f) || !is_first(seen, f))
			continue;
		if (count < PASSAGE_LIMIT)
			told[count] = f;
		count++;
	}
	if (count == 0 || !draw)
		return count > 0;
	open_page(report, page, count);
	for (uint32_t i = 0; i < count && i < PASSAGE_LIMIT; i++)
		passage(report, page, told[i]);
	if (count > PASSAGE_LIMIT) {
		clair_puts(report, "<li>");
		clair_html_text(report,
		    CLAIR_PHRASE(
		        report, CLAIR_STRING_H_PASSAGES_MORE, CLAIR_NUMBER("n", count - PASSAGE_LIMIT)));
		clair_puts(report, "</li>\n");
	}
	clair_puts(report, "</ul>\n</details>\n");
	return true;
}

static uint32_t
pages_with_words(struct clair_report *report, struct seen *seen, uint32_t from, uint32_t to)
{
	uint32_t count = 0;

	for (uint32_t i = from; i < to; i++)
		count += page_words(report, clair_run_page(report->run, i), seen, count < PAGE_LIMIT);
	return count;
}

/* --- How easy the pages read ------------------------------------------------------------------- */

static uint32_t
grade_count(const struct clair_run_readings *readings, size_t row)
{
	if (row < CLAIR_READING_GRADES)
		return readings->grades[row];
	return row == CLAIR_READING_GRADES ? readings->too_short : 0;
}

static void
grades(struct clair_report *report)
{
	static const char *const letters[CLAIR_READING_GRADES] = {"A", "B", "C", "D", "E"};
	const struct clair_run_readings *readings = &report->run->readings;
	const double all = readings->measured + readings->too_short;
	struct clair_html_bar bars[CLAIR_READING_GRADES + 1];
	struct clair_buf values[CLAIR_READING_GRADES + 1];

	if (readings->measured == 0)
		return;
	for (size_t i = 0; i < CLAIR_LEN(bars); i++) {
		clair_buf_init(&values[i], 0);
		clair_format_number(&values[i], report->lang, grade_count(readings, i), 0);
		bars[i] = (struct clair_html_bar){
			.label = i < CLAIR_READING_GRADES ? letters[i] : clair_string_of(report, CLAIR_STRING_READING_TOO_SHORT),
			.value = values[i].bytes, .share = grade_count(readings, i) / all};
		report->failed |= values[i].failed;
	}
	clair_puts(report, "<h4>");
	clair_html_say(report, CLAIR_STRING_H_BY_GRADE);
	clair_puts(report, "</h4>\n<div class=\"panel\">\n");
	clair_html_paragraph(report, clair_reading_phrase(report));
	clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_READING_LEGEND));
	clair_svg_bars(report,
	    &(struct clair_html_plot){.id = "lecture", .title = CLAIR_STRING_H_BY_GRADE,
	        .column = CLAIR_STRING_H_GRADE, .value_column = CLAIR_STRING_H_PAGE_COUNT},
	    bars, CLAIR_LEN(bars));
	clair_puts(report, "</div>\n");
	for (size_t i = 0; i < CLAIR_LEN(bars); i++)
		clair_buf_free(&values[i]);
}

static void
passages(struct clair_report *report, struct seen *seen, uint32_t from, uint32_t to)
{
	static const struct clair_html_filter filter = {"filtre-textes", "#textes details.text",
		CLAIR_STRING_H_SEARCH_TEXTS, CLAIR_STRING_H_FILTER_TEXTS, CLAIR_STRING_H_SHOWN_TEXTS, false};
	uint32_t count;

	clair_html_filter(report, &filter);
	count = pages_with_words(report, seen, from, to);
	if (count == 0)
		clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_H_TEXTS_NONE));
	if (count > PAGE_LIMIT)
		clair_html_paragraph(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_H_TEXT_PAGES_MORE, CLAIR_NUMBER("n", count - PAGE_LIMIT)));
}

/* --- Several files ----------------------------------------------------------------------------- */

bool
clair_html_has_files(const struct clair_report *report)
{
	return report->options->open != NULL && report->run->page_count > FILE_PAGES;
}

static uint32_t
file_end(const struct clair_report *report, uint32_t from)
{
	return report->run->page_count - from > FILE_PAGES ? from + FILE_PAGES : report->run->page_count;
}

/* A path as an address: all but what an address takes as it is becomes %XX. */
static void
path(struct clair_report *report, const char *text)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._/";

	for (; *text != '\0'; text++) {
		if (strchr(plain, *text) != NULL)
			clair_put(report, text, 1);
		else
			clair_putf(report, "%%%02X", (unsigned char)*text);
	}
}

static const char *
pages_phrase(struct clair_report *report, enum clair_string words, uint32_t from, uint32_t to)
{
	return CLAIR_PHRASE(report, words, CLAIR_NUMBER("from", from + 1), CLAIR_NUMBER("to", to));
}

static void
file_name(struct clair_report *report, enum clair_string words, uint32_t from)
{
	clair_html_text(report, pages_phrase(report, words, from, file_end(report, from)));
}

static void
file_links(struct clair_report *report)
{
	clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_H_FILES_WHY));
	clair_puts(report, "<ul>\n");
	for (uint32_t from = 0; from < report->run->page_count; from += FILE_PAGES) {
		clair_puts(report, "<li><a href=\"");
		path(report, report->options->open_folder);
		clair_putf(report, "/%u.html\">", from / FILE_PAGES + 1);
		file_name(report, CLAIR_STRING_H_FILE_PAGES, from);
		clair_puts(report, "</a></li>\n");
	}
	clair_puts(report, "</ul>\n");
}

/* Under a heading of its own: nobody finds a row among hundreds. */
static void
table(struct clair_report *report, uint32_t from, uint32_t to)
{
	struct clair_buf caption;
	char id[32];

	snprintf(id, sizeof(id), "testees-%u", from + 1);
	clair_puts(report, "<h3>");
	clair_html_text(report, pages_phrase(report, CLAIR_STRING_H_FILE_PAGES, from, to));
	clair_puts(report, "</h3>\n");
	clair_buf_init(&caption, 0);
	clair_buf_puts(&caption, pages_phrase(report, CLAIR_STRING_H_FILE_CAPTION, from, to));
	clair_html_tested_table(report, id, caption.failed ? "" : caption.bytes, from, to);
	report->failed |= caption.failed;
	clair_buf_free(&caption);
}

static void
file(struct clair_report *report, struct seen *seen, uint32_t from)
{
	clair_puts(report, CLAIR_FILE_MARK "\n");
	clair_html_open(report);
	file_name(report, CLAIR_STRING_H_FILE_TITLE, from);
	clair_html_open_body(report);
	file_name(report, CLAIR_STRING_H_FILE_TITLE, from);
	clair_puts(report, "</h1>\n</div></header>\n<div class=\"wrap\">\n<nav aria-label=\"");
	clair_html_say(report, CLAIR_STRING_H_NAV);
	clair_puts(report, "\"><ul>\n<li><a href=\"");
	path(report, report->options->open_back);
	clair_puts(report, "\">");
	clair_html_say(report, CLAIR_STRING_H_BACK);
	clair_puts(report, "</a></li>\n</ul></nav>\n<main id=\"contenu\" tabindex=\"-1\">\n");
	clair_html_open_section(report, "textes", CLAIR_STRING_H_TEXTS, 2);
	clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_H_TEXTS_WHY));
	passages(report, seen, from, file_end(report, from));
	clair_puts(report, "</section>\n");
	clair_html_open_section(report, "pages", CLAIR_STRING_H_PAGES, 2);
	for (uint32_t at = from; at < file_end(report, from); at += TABLE_PAGES)
		table(report, at, file_end(report, from) - at > TABLE_PAGES ? at + TABLE_PAGES : file_end(report, from));
	clair_puts(report, "</section>\n");
	clair_html_close(report);
}

void
clair_html_files(struct clair_report *report)
{
	struct seen seen = {.slots = calloc(SEEN_SLOTS, sizeof(uint64_t))};

	report->failed |= seen.slots == NULL;
	for (uint32_t from = 0; from < report->run->page_count && !report->failed; from += FILE_PAGES) {
		char name[32];

		snprintf(name, sizeof(name), "%u.html", from / FILE_PAGES + 1);
		clair_next_file(report, name);
		file(report, &seen, from);
	}
	free(seen.slots);
}

void
clair_html_texts(struct clair_report *report)
{
	struct seen seen = {.slots = calloc(SEEN_SLOTS, sizeof(uint64_t))};

	if (seen.slots == NULL) {
		report->failed = true;
		return;
	}
	clair_html_open_section(report, "textes", CLAIR_STRING_H_TEXTS, 3);
	clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_H_TEXTS_WHY));
	grades(report);
	if (clair_html_has_files(report))
		file_links(report);
	else
		passages(report, &seen, 0, report->run->page_count);
	clair_puts(report, "</section>\n");
	free(seen.slots);
}
