/* The report as a workbook: causes, findings, pages, criteria. */
#include "report/cell.h"
#include "report/place.h"
#include "report/sheet.h"

#include <string.h>

static void
text(struct clair_sheets *sheets, int *column, const char *words)
{
	clair_sheet_text(sheets, (*column)++, words != NULL ? words : "");
}

static void
number(struct clair_sheets *sheets, int *column, uint32_t value)
{
	clair_sheet_number(sheets, (*column)++, value);
}

static void
said(struct clair_sheets *sheets, int *column, enum clair_string id)
{
	text(sheets, column, clair_string_of(sheets->report, id));
}

static void
cause_row(struct clair_sheets *sheets, const struct clair_cause *cause, uint32_t rank)
{
	struct clair_report *report = sheets->report;
	const struct clair_finding *example = cause->example;
	const struct clair_rule *rule = example->rule;
	struct clair_buf tests;
	int column = 0;

	clair_buf_init(&tests, 0);
	clair_list_ids(&tests, clair_message_tests(rule, example->message));
	number(sheets, &column, rank);
	said(sheets, &column, clair_outcome_string(example->outcome));
	said(sheets, &column, clair_severity_string(clair_report_severity(report, example)));
	text(sheets, &column, rule->id);
	text(sheets, &column, clair_finding_phrase(report, example));
	number(sheets, &column, cause->pages);
	number(sheets, &column, cause->occurrences);
	text(sheets, &column, clair_report_url(report, cause->example_page));
	if (example->line > 0)
		clair_sheet_number(sheets, column, example->line);
	column++;
	text(sheets, &column, example->excerpt);
	text(sheets, &column, clair_text_of(report, &rule->remedy));
	text(sheets, &column, clair_who_phrase(report, rule->who));
	text(sheets, &column, tests.bytes);
	text(sheets, &column, cause->id);
	clair_sheet_next_row(sheets);
	report->failed |= tests.failed;
	clair_buf_free(&tests);
}

static void
causes_sheet(struct clair_sheets *sheets)
{
	static const struct clair_sheet_column columns[] = {
		{CLAIR_STRING_CELL_RANK, 6}, {CLAIR_STRING_CELL_OUTCOME, 14}, {CLAIR_STRING_CELL_SEVERITY, 11},
		{CLAIR_STRING_CELL_RULE, 26}, {CLAIR_STRING_CELL_MESSAGE, 60}, {CLAIR_STRING_S_PAGE_COUNT, 16},
		{CLAIR_STRING_S_OCCURRENCES, 15}, {CLAIR_STRING_S_EXAMPLE, 40}, {CLAIR_STRING_CELL_LINE, 8},
		{CLAIR_STRING_CELL_EXCERPT, 50}, {CLAIR_STRING_CELL_REMEDY, 60}, {CLAIR_STRING_CELL_WHO, 40},
		{CLAIR_STRING_CELL_RGAA, 16}, {CLAIR_STRING_CELL_CAUSE, 18},
	};
	const struct clair_run *run = sheets->report->run;

	clair_sheet_begin(sheets, CLAIR_STRING_S_CAUSES, columns, (int)CLAIR_LEN(columns));
	if (run->tested_count == 0) {
		clair_sheet_text(sheets, 0, clair_string_of(sheets->report, CLAIR_STRING_NOTHING_TESTED));
		clair_sheet_next_row(sheets);
	}
	for (uint32_t i = 0; i < run->cause_count && !sheets->report->failed; i++)
		cause_row(sheets, clair_run_cause(run, i), i + 1);
}

static void
take_cell(void *taker, int column, const char *words, uint32_t value)
{
	struct clair_sheets *sheets = taker;

	if (words != NULL)
		clair_sheet_text(sheets, column, words);
	else
		clair_sheet_number(sheets, column, value);
	if (column + 1 == CLAIR_COLUMN_COUNT)
		clair_sheet_next_row(sheets);
}

static void
findings_sheet(struct clair_sheets *sheets)
{
	static const int widths[CLAIR_COLUMN_COUNT] = {[CLAIR_COLUMN_ADDRESS] = 40, [CLAIR_COLUMN_FILE] = 30,
		[CLAIR_COLUMN_LINE] = 8, [CLAIR_COLUMN_COLUMN] = 9, [CLAIR_COLUMN_OUTCOME] = 14,
		[CLAIR_COLUMN_SEVERITY] = 11, [CLAIR_COLUMN_STATE] = 12, [CLAIR_COLUMN_RULE] = 26,
		[CLAIR_COLUMN_MESSAGE] = 60, [CLAIR_COLUMN_EXCERPT] = 50, [CLAIR_COLUMN_SELECTOR] = 30,
		[CLAIR_COLUMN_CHANGE] = 24, [CLAIR_COLUMN_REMEDY] = 60, [CLAIR_COLUMN_WHO] = 40,
		[CLAIR_COLUMN_RGAA] = 16, [CLAIR_COLUMN_WCAG] = 14, [CLAIR_COLUMN_CAUSE] = 18,
		[CLAIR_COLUMN_FINGERPRINT] = 18};
	struct clair_sheet_column columns[CLAIR_COLUMN_COUNT];

	for (int i = 0; i < CLAIR_COLUMN_COUNT; i++)
		columns[i] = (struct clair_sheet_column){clair_column_title((enum clair_column)i), widths[i]};
	clair_sheet_begin(sheets, CLAIR_STRING_S_FINDINGS, columns, CLAIR_COLUMN_COUNT);
	clair_rows_write(sheets->report, sheets, take_cell);
}

static void
page_row(struct clair_sheets *sheets, const struct clair_result *page)
{
	struct clair_report *report = sheets->report;
	struct clair_buf path;
	int column = 0;

	clair_buf_init(&path, 0);
	clair_place_path(&path, report, page, NULL);
	text(sheets, &column, clair_report_url(report, page));
	text(sheets, &column, path.bytes);
	text(sheets, &column, page->title);
	said(sheets, &column, page->tested ? CLAIR_STRING_S_YES : CLAIR_STRING_S_NO);
	if (!page->tested)
		text(sheets, &column, clair_reason_phrase(report, page));
	else
		text(sheets, &column, page->note != NULL ? clair_note_phrase(report, page->note) : "");
	if (page->http_status > 0)
		clair_sheet_number(sheets, column, (uint32_t)page->http_status);
	column++;
	if (page->click_depth >= 0)
		clair_sheet_number(sheets, column, (uint32_t)page->click_depth);
	column++;
	text(sheets, &column, page->lang);
	for (int axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
		clair_sheet_score(sheets, column++, page->scores.axis[axis]);
	clair_sheet_score(sheets, column++, page->reading.index);
	if (page->tested) {
		number(sheets, &column, clair_report_findings(page, CLAIR_DEFECT));
		number(sheets, &column, clair_report_findings(page, CLAIR_DOUBT));
	}
	clair_sheet_next_row(sheets);
	report->failed |= path.failed;
	clair_buf_free(&path);
}

static void
pages_sheet(struct clair_sheets *sheets)
{
	static const struct clair_sheet_column columns[] = {
		{CLAIR_STRING_G_ADDRESS, 50}, {CLAIR_STRING_CELL_FILE, 30}, {CLAIR_STRING_G_TITLE, 40},
		{CLAIR_STRING_S_TESTED, 9}, {CLAIR_STRING_S_NOTE, 40}, {CLAIR_STRING_S_HTTP, 14},
		{CLAIR_STRING_S_DEPTH, 22}, {CLAIR_STRING_S_LANGUAGE, 9}, {CLAIR_STRING_AXIS_ACCESS, 10},
		{CLAIR_STRING_AXIS_COMPREHENSION, 15}, {CLAIR_STRING_AXIS_JOURNEY, 10},
		{CLAIR_STRING_S_READING, 17}, {CLAIR_STRING_S_DEFECTS, 10}, {CLAIR_STRING_S_REVIEWS, 11},
	};
	const struct clair_run *run = sheets->report->run;

	clair_sheet_begin(sheets, CLAIR_STRING_S_PAGES, columns, (int)CLAIR_LEN(columns));
	for (uint32_t i = 0; i < run->page_count && !sheets->report->failed; i++)
		page_row(sheets, clair_run_page(run, i));
}

static void
criterion_row(struct clair_sheets *sheets, const struct clair_rgaa_criterion *criterion)
{
	struct clair_report *report = sheets->report;
	struct clair_buf tests;
	int column = 0;

	clair_buf_init(&tests, 0);
	for (uint32_t i = 0; i < criterion->test_count; i++)
		clair_buf_printf(&tests, "%s%s %s", i == 0 ? "" : ", ", criterion->tests[i].id,
		    clair_string_of(report, clair_outcome_string(criterion->tests[i].outcome)));
	text(sheets, &column, criterion->id);
	text(sheets, &column, clair_text_of(report, &criterion->title));
	text(sheets, &column, clair_rgaa_name(criterion->state));
	said(sheets, &column, clair_rgaa_string(criterion->state));
	said(sheets, &column, criterion->review ? CLAIR_STRING_S_YES : CLAIR_STRING_S_NO);
	text(sheets, &column, tests.bytes);
	clair_sheet_next_row(sheets);
	report->failed |= tests.failed;
	clair_buf_free(&tests);
}

static void
criteria_sheet(struct clair_sheets *sheets)
{
	static const struct clair_sheet_column columns[] = {
		{CLAIR_STRING_H_CRITERION, 9}, {CLAIR_STRING_G_LABEL, 80}, {CLAIR_STRING_S_STATUS, 8},
		{CLAIR_STRING_CELL_STATE, 24}, {CLAIR_STRING_S_REVIEWS, 11}, {CLAIR_STRING_H_TESTS, 60},
	};
	const struct clair_run *run = sheets->report->run;

	if (run->criterion_count == 0)
		return;
	clair_sheet_begin(sheets, CLAIR_STRING_S_CRITERIA, columns, (int)CLAIR_LEN(columns));
	for (uint32_t i = 0; i < run->criterion_count; i++)
		criterion_row(sheets, &run->criteria[i]);
}

void
clair_report_xlsx(struct clair_report *report)
{
	struct clair_sheets sheets;

	clair_sheets_open(&sheets, report, CLAIR_SHEET_ROWS);
	causes_sheet(&sheets);
	findings_sheet(&sheets);
	pages_sheet(&sheets);
	criteria_sheet(&sheets);
	clair_sheets_close(&sheets);
}
