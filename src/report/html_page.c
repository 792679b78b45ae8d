/* Pages and RGAA criteria in the HTML report. */
#include "report/html.h"
#include "facts/summary.h"

enum { ROW_LIMIT = 1000, DEPTH_LIMIT = 8, LINK_LIMIT = 10, SHEET_LIMIT = 200 };

static void
note(struct clair_report *report, const char *key)
{
	const enum clair_string id = clair_note_string(key);

	clair_puts(report, "<span class=\"note\">");
	if (id == CLAIR_STRING_OTHER_REASON)
		clair_html_text(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_NOTE_OTHER, CLAIR_WORDS("key", key)));
	else
		clair_html_say(report, id);
	clair_puts(report, "</span>");
}

static void
sheets_note(struct clair_report *report, const struct clair_result *page)
{
	clair_puts(report, "<span class=\"note\">");
	clair_html_text(report,
	    CLAIR_PHRASE(
	        report, CLAIR_STRING_SHEETS_LOST, CLAIR_NUMBER("n", page->sheets_lost_count)));
	clair_puts(report, "</span>");
}

static void
page_header(struct clair_report *report, const struct clair_result *page)
{
	clair_puts(report, "<tr><th class=\"page\" scope=\"row\">");
	if (page->title != NULL && page->title[0] != '\0')
		clair_html_quote(report, page->title);
	clair_puts(report, "<span class=\"address\">");
	/* As text when there are many: a page with hundreds of links is itself a barrier. */
	if (report->run->page_count <= LINK_LIMIT)
		clair_html_link(report, clair_report_url(report, page));
	else
		clair_html_text(report, clair_report_url(report, page));
	clair_puts(report, "</span>");
	if (page->note != NULL)
		note(report, page->note);
	if (page->sheets_lost_count != 0)
		sheets_note(report, page);
	clair_puts(report, "</th>");
}

static void
page_row(struct clair_report *report, const struct clair_result *page)
{
	page_header(report, page);
	for (int i = 0; i < CLAIR_AXIS_COUNT; i++) {
		if (!clair_report_has_axis(report, (enum clair_axis)i))
			continue;
		clair_puts(report, "<td class=\"n\">");
		clair_html_score(report, page->scores.axis[i]);
		clair_puts(report, "</td>");
	}
	clair_puts(report, "<td>");
	clair_html_text(report, clair_page_reading_phrase(report, &page->reading));
	clair_putf(report, "</td><td class=\"n\">%u</td><td class=\"n\">%u</td></tr>\n",
	    clair_report_findings(page, CLAIR_DEFECT), clair_report_findings(page, CLAIR_DOUBT));
}

static void
reason_row(struct clair_report *report, const struct clair_result *page)
{
	const enum clair_string why = clair_reason_string(page->not_tested_reason);

	page_header(report, page);
	clair_puts(report, "<td>");
	clair_html_say(report, why);
	if (page->http_status >= 400) {
		clair_putf(report, " (HTTP %d)", page->http_status);
	} else if (why == CLAIR_STRING_OTHER_REASON && page->not_tested_reason != NULL) {
		clair_puts(report, " (");
		clair_html_text(report, page->not_tested_reason);
		clair_puts(report, ")");
	}
	clair_puts(report, "</td></tr>\n");
}

static void
rows(struct clair_report *report, bool tested, uint32_t from, uint32_t to,
    void (*row)(struct clair_report *, const struct clair_result *))
{
	uint32_t shown = 0;
	uint32_t left = 0;

	for (uint32_t i = from; i < to; i++) {
		const struct clair_result *page = clair_run_page(report->run, i);

		if (page->tested != tested)
			continue;
		if (shown < ROW_LIMIT) {
			row(report, page);
			shown++;
		} else {
			left++;
		}
	}
	clair_html_table_close(report);
	if (left > 0)
		clair_html_paragraph(
		    report, CLAIR_PHRASE(report, CLAIR_STRING_H_MORE_ROWS, CLAIR_NUMBER("n", left)));
}

static void
depth_label(struct clair_report *report, struct clair_buf *label, int depth)
{
	if (depth < 0)
		clair_buf_puts(label, clair_string_of(report, CLAIR_STRING_H_CLICKS_UNKNOWN));
	else if (depth == 0)
		clair_buf_puts(label, clair_string_of(report, CLAIR_STRING_H_START));
	else
		clair_buf_puts(label,
		    CLAIR_PHRASE(report,
		        depth == DEPTH_LIMIT ? CLAIR_STRING_H_CLICKS_MORE : CLAIR_STRING_H_CLICKS,
		        CLAIR_NUMBER("n", depth)));
}

/* Row 0 to DEPTH_LIMIT: that many clicks; the last row: not known. */
static uint32_t
count_depths(const struct clair_run *run, uint32_t counts[static DEPTH_LIMIT + 2])
{
	uint32_t most = 0;

	for (uint32_t i = 0; i < run->page_count; i++) {
		const struct clair_result *page = clair_run_page(run, i);
		const int depth = page->click_depth;
		const int row = depth < 0 ? DEPTH_LIMIT + 1 : depth > DEPTH_LIMIT ? DEPTH_LIMIT : depth;

		if (!page->tested)
			continue;
		counts[row]++;
		most = counts[row] > most ? counts[row] : most;
	}
	return most;
}

static void
depth_plot(struct clair_report *report)
{
	uint32_t counts[DEPTH_LIMIT + 2] = {0};
	struct clair_html_bar bars[DEPTH_LIMIT + 2];
	struct clair_buf labels[DEPTH_LIMIT + 2];
	struct clair_buf values[DEPTH_LIMIT + 2];
	const uint32_t most = count_depths(report->run, counts);
	size_t count = 0;

	if (!report->run->crawl.is_site || most == 0)
		return;
	for (int row = 0; row < DEPTH_LIMIT + 2; row++) {
		if (counts[row] == 0)
			continue;
		clair_buf_init(&labels[count], 0);
		clair_buf_init(&values[count], 0);
		depth_label(report, &labels[count], row <= DEPTH_LIMIT ? row : -1);
		clair_format_number(&values[count], report->lang, counts[row], 0);
		bars[count] = (struct clair_html_bar){
			.label = labels[count].bytes, .value = values[count].bytes, .share = (double)counts[row] / most};
		report->failed |= labels[count].failed || values[count].failed;
		count++;
	}
	clair_puts(report, "<h4>");
	clair_html_say(report, CLAIR_STRING_H_BY_DEPTH);
	clair_puts(report, "</h4>\n<div class=\"panel\">\n");
	clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_H_BY_DEPTH_WHY));
	clair_svg_bars(report,
	    &(struct clair_html_plot){.id = "clics", .title = CLAIR_STRING_H_BY_DEPTH,
	        .column = CLAIR_STRING_H_DISTANCE, .value_column = CLAIR_STRING_H_PAGE_COUNT},
	    bars, count);
	clair_puts(report, "</div>\n");
	for (size_t i = 0; i < count; i++) {
		clair_buf_free(&labels[i]);
		clair_buf_free(&values[i]);
	}
}

static void
sheet_row(struct clair_report *report, const struct clair_lost_sheet *sheet)
{
	const enum clair_string why = clair_sheet_string(sheet->why);

	clair_puts(report, "<tr><th class=\"page\" scope=\"row\"><span class=\"address\">");
	clair_html_text(report, sheet->url);
	clair_puts(report, "</span></th><td>");
	clair_html_say(report, why);
	if (why == CLAIR_STRING_SHEET_OTHER) {
		clair_puts(report, " (");
		clair_html_text(report, sheet->why);
		clair_puts(report, ")");
	}
	clair_putf(report, "</td><td class=\"n\">%u</td></tr>\n", sheet->pages);
}

static void
lost_sheets(struct clair_report *report)
{
	static const enum clair_string headers[] = {
		CLAIR_STRING_H_SHEET, CLAIR_STRING_H_REASON, CLAIR_STRING_H_PAGE_COUNT};
	const struct clair_run *run = report->run;
	uint32_t shown = 0;

	if (run->sheets_lost_count == 0)
		return;
	clair_puts(report, "<h4>");
	clair_html_say(report, CLAIR_STRING_H_SHEETS);
	clair_puts(report, "</h4>\n");
	clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_H_SHEETS_WHY));
	clair_html_paragraph(report,
	    CLAIR_PHRASE(
	        report, CLAIR_STRING_SHEETS_ASSUMED, CLAIR_NUMBER("n", run->sheets_lost_pages)));
	clair_html_table_open(
	    report, "feuilles", CLAIR_STRING_H_SHEETS_CAPTION, headers, CLAIR_LEN(headers));
	for (; shown < run->sheets_lost_count && shown < SHEET_LIMIT; shown++)
		sheet_row(report, &run->sheets_lost[shown]);
	clair_html_table_close(report);
	if (shown < run->sheets_lost_count)
		clair_html_paragraph(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_H_MORE_SHEETS,
		        CLAIR_NUMBER("n", run->sheets_lost_count - shown)));
}

static void
procedure_row(struct clair_report *report, const struct clair_result *page)
{
	page_header(report, page);
	clair_puts(report, "<td>");
	clair_html_text(report, clair_needs_phrase(report, page->procedure));
	clair_puts(report, "</td><td>");
	clair_html_text(report, clair_skills_phrase(report, page->procedure));
	clair_putf(report, "</td><td class=\"n\">%u</td><td>", page->procedure->documents);
	clair_html_text(report, clair_parts_phrase(report, page->procedure));
	clair_puts(report, "</td></tr>\n");
}

/* The label of each procedure. */
static void
procedures(struct clair_report *report)
{
	static const enum clair_string headers[] = {CLAIR_STRING_H_PAGE, CLAIR_STRING_H_NEEDS, CLAIR_STRING_H_SKILLS,
		CLAIR_STRING_H_DOCUMENTS, CLAIR_STRING_H_PARTS};
	uint32_t shown = 0;

	for (uint32_t i = 0; i < report->run->page_count && shown < ROW_LIMIT; i++) {
		const struct clair_result *page = clair_run_page(report->run, i);

		if (page->procedure == NULL)
			continue;
		if (shown++ == 0) {
			clair_puts(report, "<h4>");
			clair_html_say(report, CLAIR_STRING_H_PROCEDURES);
			clair_puts(report, "</h4>\n");
			clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_H_PROCEDURES_WHY));
			clair_html_table_open(
			    report, "demarches", CLAIR_STRING_H_PROCEDURES_CAPTION, headers, CLAIR_LEN(headers));
		}
		procedure_row(report, page);
	}
	if (shown > 0)
		clair_html_table_close(report);
}

static void
channels_row(struct clair_report *report, const struct clair_result *page)
{
	const struct clair_page_summary *summary = page->summary;
	const unsigned in_main = summary->channels[CLAIR_CHANNEL_IN_MAIN];

	page_header(report, page);
	clair_puts(report, "<td>");
	clair_html_text(report, clair_channels_phrase(report, in_main));
	clair_puts(report, "</td><td>");
	clair_html_text(
	    report, clair_channels_phrase(report, summary->channels[CLAIR_CHANNEL_ON_PAGE] & ~in_main));
	clair_puts(report, "</td><td>");
	clair_html_say(report, (enum clair_string)((unsigned)CLAIR_STRING_ALTERNATIVE_NONE + summary->alternative));
	clair_puts(report, "</td></tr>\n");
}

/* By what means to reach the service, for each procedure. */
static void
channels(struct clair_report *report)
{
	static const enum clair_string headers[] = {CLAIR_STRING_H_PAGE, CLAIR_STRING_H_CHANNELS_MAIN,
		CLAIR_STRING_H_CHANNELS_AROUND, CLAIR_STRING_H_ALTERNATIVE};
	uint32_t shown = 0;

	for (uint32_t i = 0; i < report->run->page_count && shown < ROW_LIMIT; i++) {
		const struct clair_result *page = clair_run_page(report->run, i);

		if (page->procedure == NULL || page->summary == NULL)
			continue;
		if (shown++ == 0)
			clair_html_table_open(
			    report, "moyens", CLAIR_STRING_H_CHANNELS_CAPTION, headers, CLAIR_LEN(headers));
		channels_row(report, page);
	}
	if (shown > 0)
		clair_html_table_close(report);
}

void
clair_html_tested_table(
    struct clair_report *report, const char *id, const char *caption, uint32_t from, uint32_t to)
{
	enum clair_string headers[CLAIR_AXIS_COUNT + 4];
	size_t count = 0;

	headers[count++] = CLAIR_STRING_H_PAGE;
	for (int i = 0; i < CLAIR_AXIS_COUNT; i++) {
		if (clair_report_has_axis(report, (enum clair_axis)i))
			headers[count++] = clair_axis_string((enum clair_axis)i);
	}
	headers[count++] = CLAIR_STRING_H_READING;
	headers[count++] = CLAIR_STRING_H_DEFECTS;
	headers[count++] = CLAIR_STRING_H_TO_CHECK;
	clair_html_table_named(report, id, caption, headers, count);
	rows(report, true, from, to, page_row);
}

void
clair_html_pages(struct clair_report *report)
{
	static const enum clair_string refused[] = {CLAIR_STRING_H_PAGE, CLAIR_STRING_H_REASON};
	const struct clair_run *run = report->run;

	clair_html_open_section(report, "pages", CLAIR_STRING_H_PAGES, 3);
	if (run->tested_count > 0 && !clair_html_has_files(report)) {
		clair_puts(report, "<h4>");
		clair_html_say(report, CLAIR_STRING_H_TESTED);
		clair_puts(report, "</h4>\n");
		clair_html_tested_table(
		    report, "testees", clair_string_of(report, CLAIR_STRING_H_TESTED_CAPTION), 0, run->page_count);
	}
	if (run->page_count > run->tested_count) {
		clair_puts(report, "<h4>");
		clair_html_say(report, CLAIR_STRING_H_NOT_TESTED);
		clair_puts(report, "</h4>\n");
		clair_html_paragraph(
		    report, clair_string_of(report, CLAIR_STRING_H_NOT_TESTED_WHY));
		clair_html_table_open(report, "non-testees", CLAIR_STRING_H_NOT_TESTED_CAPTION,
		    refused, CLAIR_LEN(refused));
		rows(report, false, 0, run->page_count, reason_row);
	}
	lost_sheets(report);
	procedures(report);
	channels(report);
	depth_plot(report);
	clair_html_tree(report);
	clair_puts(report, "</section>\n");
}

/* --- RGAA --- */

static bool
is_notable(const struct clair_rgaa_criterion *criterion)
{
	return criterion->state == CLAIR_RGAA_NC || criterion->review;
}

static void
criterion_row(struct clair_report *report, const struct clair_rgaa_criterion *criterion)
{
	bool any = false;

	clair_putf(report, "<tr><th scope=\"row\">%s</th><td>", criterion->id);
	clair_html_text(report, clair_text_of(report, &criterion->title));
	clair_puts(report, "</td><td>");
	clair_html_say(report, clair_rgaa_string(criterion->state));
	if (criterion->review) {
		clair_puts(report, ", ");
		clair_html_say(report, CLAIR_STRING_SEVERITY_REVIEW);
	}
	clair_puts(report, "</td><td>");
	for (uint32_t i = 0; i < criterion->test_count; i++) {
		const struct clair_rgaa_test *test = &criterion->tests[i];

		if (test->outcome == CLAIR_UNTESTED)
			continue;
		clair_putf(report, "%s%s ", any ? "<br>" : "", test->id);
		clair_html_say(report, clair_outcome_string(test->outcome));
		any = true;
	}
	if (!any)
		clair_html_say(report, CLAIR_STRING_OUTCOME_UNTESTED);
	clair_puts(report, "</td></tr>\n");
}

static uint32_t
criteria(struct clair_report *report, bool notable, bool draw)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < report->run->criterion_count; i++) {
		if (is_notable(&report->run->criteria[i]) != notable)
			continue;
		if (draw)
			criterion_row(report, &report->run->criteria[i]);
		count++;
	}
	return count;
}

static void
tables(struct clair_report *report)
{
	static const enum clair_string headers[] = {CLAIR_STRING_H_CRITERION,
		CLAIR_STRING_H_SUBJECT, CLAIR_STRING_H_STATUS, CLAIR_STRING_H_TESTS};

	if (criteria(report, true, false) > 0) {
		clair_html_table_open(report, "criteres-prouves", CLAIR_STRING_H_RGAA_PROVEN,
		    headers, CLAIR_LEN(headers));
		criteria(report, true, true);
		clair_html_table_close(report);
	}
	if (criteria(report, false, false) == 0)
		return;
	clair_puts(report, "<details><summary>");
	clair_html_text(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_H_RGAA_OTHERS,
	        CLAIR_NUMBER("n", criteria(report, false, false))));
	clair_puts(report, "</summary>\n");
	clair_html_table_open(report, "criteres-autres", CLAIR_STRING_H_RGAA_OTHERS_CAPTION, headers,
	    CLAIR_LEN(headers));
	criteria(report, false, true);
	clair_html_table_close(report);
	clair_puts(report, "</details>\n");
}

void
clair_html_method_row(struct clair_report *report, const char *id, const struct clair_text *title,
    const struct clair_text *method)
{
	clair_putf(report, "<tr><th scope=\"row\">%s</th><td>", id);
	clair_html_advice(report, clair_text_of(report, title));
	clair_puts(report, "</td><td>");
	clair_html_advice(report, clair_text_of(report, method));
	clair_puts(report, "</td></tr>\n");
}

/* Tests that no rule said anything of, and that only a person can do. */
static uint32_t
methods(struct clair_report *report, bool draw)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < report->run->criterion_count; i++) {
		const struct clair_rgaa_criterion *criterion = &report->run->criteria[i];

		for (uint32_t t = 0; t < criterion->test_count; t++) {
			const struct clair_rgaa_test *test = &criterion->tests[t];

			if (test->outcome != CLAIR_UNTESTED || test->method.fr[0] == '\0')
				continue;
			count++;
			if (!draw)
				continue;
			clair_html_method_row(report, test->id, &test->title, &test->method);
		}
	}
	return count;
}

static void
method_table(struct clair_report *report)
{
	static const enum clair_string headers[] = {
		CLAIR_STRING_H_TEST, CLAIR_STRING_H_SUBJECT, CLAIR_STRING_H_HOW};
	const uint32_t count = methods(report, false);

	if (count == 0)
		return;
	clair_puts(report, "<details><summary>");
	clair_html_text(
	    report, CLAIR_PHRASE(report, CLAIR_STRING_H_METHODS, CLAIR_NUMBER("n", count)));
	clair_puts(report, "</summary>\n");
	clair_html_table_open(
	    report, "tests-personne", CLAIR_STRING_H_METHODS_CAPTION, headers, CLAIR_LEN(headers));
	methods(report, true);
	clair_html_table_close(report);
	clair_puts(report, "</details>\n");
}

void
clair_html_rgaa(struct clair_report *report)
{
	const struct clair_run *run = report->run;
	uint32_t counts[CLAIR_RGAA_C + 1] = {0};

	for (uint32_t i = 0; i < run->criterion_count; i++)
		counts[run->criteria[i].state]++;
	clair_html_open_section(report, "criteres", CLAIR_STRING_H_RGAA, 3);
	clair_html_paragraph(report,
	    CLAIR_PHRASE(
	        report, CLAIR_STRING_H_RGAA_WHAT, CLAIR_WORDS("version", CLAIR_RGAA_VERSION)));
	clair_html_paragraph(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_RGAA_DECIDED,
	        CLAIR_NUMBER("decided", run->rgaa_decided),
	        CLAIR_NUMBER("tests", run->rgaa_tests)));
	clair_html_paragraph(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_RGAA_COUNTS,
	        CLAIR_NUMBER("nc", counts[CLAIR_RGAA_NC]), CLAIR_NUMBER("c", counts[CLAIR_RGAA_C]),
	        CLAIR_NUMBER("na", counts[CLAIR_RGAA_NA]),
	        CLAIR_NUMBER("nt", counts[CLAIR_RGAA_NT])));
	clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_NO_RATE));
	tables(report);
	method_table(report);
	clair_puts(report, "</section>\n");
}
