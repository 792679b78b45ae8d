/*
 * The audit grid: CSV (RFC 4180), one line per page and RGAA criterion, then the site as a whole.
 *
 * A semicolon parts the cells: where numbers are written 1,5, spreadsheets take it for the separator. The byte
 * order mark tells them that the text is UTF-8.
 */
#include "report/cell.h"
#include "report/evidence.h"
#include "report/sample.h"

enum { FINDINGS_TOLD = 3 }; /* of a criterion, failures and reviews apart */

#define BETWEEN " | " /* not a line break: a line of the file stays a line of the grid */

struct grid {
	struct clair_report *report;
	struct clair_evidence evidence;
	struct clair_buf cell;
};

/* What only a person can test says how. */
static void
add_methods(struct grid *grid, const struct clair_rgaa_criterion *criterion)
{
	for (uint32_t i = 0; i < criterion->test_count; i++) {
		const struct clair_rgaa_test *test = &criterion->tests[i];

		if (test->outcome != CLAIR_UNTESTED || test->method.fr[0] == '\0')
			continue;
		clair_evidence_part(&grid->cell, BETWEEN);
		clair_buf_puts(&grid->cell,
		    CLAIR_PHRASE(grid->report, CLAIR_STRING_G_METHOD, CLAIR_WORDS("test", test->id),
		        CLAIR_OURS(grid->report, "how", test->method)));
	}
}

static void
add_outcomes(struct grid *grid, const struct clair_rgaa_criterion *criterion)
{
	for (uint32_t i = 0; i < criterion->test_count; i++) {
		const struct clair_rgaa_test *test = &criterion->tests[i];

		clair_buf_printf(&grid->cell, "%s%s %s", i == 0 ? "" : ", ", test->id,
		    clair_string_of(grid->report, clair_outcome_string(test->outcome)));
	}
}

/* The first three cells: which page, or the site. */
static void
place(struct grid *grid, uint32_t number, const char *url, const char *title)
{
	if (number > 0)
		clair_putf(grid->report, "%u;", number);
	else
		clair_csv_cell(grid->report, clair_string_of(grid->report, CLAIR_STRING_G_SITE), ";");
	clair_csv_cell(grid->report, url, ";");
	clair_csv_cell(grid->report, title != NULL ? title : "", ";");
}

static void
criterion_line(struct grid *grid, uint32_t index)
{
	const struct clair_rgaa_criterion *criterion = &grid->evidence.rgaa.criteria[index];
	struct clair_report *report = grid->report;

	clair_csv_cell(report, criterion->id, ";");
	clair_csv_cell(report, clair_text_of(report, &criterion->title), ";");
	clair_csv_cell(report, clair_rgaa_name(criterion->state), ";");
	clair_buf_clear(&grid->cell);
	add_outcomes(grid, criterion);
	clair_csv_cell(report, grid->cell.bytes, ";");
	clair_buf_clear(&grid->cell);
	clair_evidence_words(&grid->evidence, index, FINDINGS_TOLD, BETWEEN, &grid->cell);
	add_methods(grid, criterion);
	clair_csv_cell(report, grid->cell.bytes, "\r\n");
	report->failed |= grid->cell.failed;
}

static void
untested_page(struct grid *grid, uint32_t number, const struct clair_result *page)
{
	struct clair_report *report = grid->report;
	const enum clair_string why = clair_reason_string(page->not_tested_reason);

	place(grid, number, clair_report_url(report, page), page->title);
	clair_puts(report, "\"\";\"\";\"NT\";\"\";");
	clair_csv_cell(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_G_NOT_TESTED,
	        CLAIR_WORDS("why", clair_string_of(report, why))),
	    "\r\n");
}

static void
page_lines(struct grid *grid, uint32_t number, const struct clair_result *page)
{
	if (!page->tested) {
		untested_page(grid, number, page);
		return;
	}
	clair_evidence_of_page(&grid->evidence, page);
	for (uint32_t i = 0; i < grid->evidence.rgaa.criterion_count; i++) {
		place(grid, number, clair_report_url(grid->report, page), page->title);
		criterion_line(grid, i);
	}
}

/* Only the criteria that a rule about the whole site is asked for. */
static void
site_lines(struct grid *grid)
{
	if (grid->report->run->site_tallies == NULL)
		return;
	clair_evidence_of_site(&grid->evidence);
	for (uint32_t i = 0; i < grid->evidence.rgaa.criterion_count; i++) {
		if (!clair_rgaa_is_of_site(&grid->evidence.rgaa, &grid->evidence.rgaa.criteria[i]))
			continue;
		place(grid, 0, clair_report_url(grid->report, NULL), NULL);
		criterion_line(grid, i);
	}
}

static void
headers(struct clair_report *report)
{
	static const enum clair_string all[] = {CLAIR_STRING_H_PAGE, CLAIR_STRING_G_ADDRESS,
		CLAIR_STRING_G_TITLE, CLAIR_STRING_H_CRITERION, CLAIR_STRING_G_LABEL,
		CLAIR_STRING_H_STATUS, CLAIR_STRING_H_TESTS, CLAIR_STRING_G_EVIDENCE};

	clair_puts(report, CLAIR_BYTE_ORDER_MARK);
	for (size_t i = 0; i < CLAIR_LEN(all); i++)
		clair_csv_cell(report, clair_string_of(report, all[i]), i + 1 < CLAIR_LEN(all) ? ";" : "\r\n");
}

void
clair_report_rgaa_grid(struct clair_report *report)
{
	const struct clair_run *run = report->run;
	struct grid grid = {.report = report};

	clair_buf_init(&grid.cell, 0);
	headers(report);
	(void)clair_evidence_open(&grid.evidence, report);
	for (uint32_t i = 0; i < clair_audited_count(run) && !report->failed; i++)
		page_lines(&grid, i + 1, clair_audited_page(run, i));
	if (!report->failed)
		site_lines(&grid);
	clair_buf_free(&grid.cell);
	clair_evidence_close(&grid.evidence);
}
