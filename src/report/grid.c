/*
 * The audit grid: CSV (RFC 4180), one line per page and RGAA criterion, then the site as a whole.
 *
 * A semicolon parts the cells: where numbers are written 1,5, spreadsheets take it for the separator. The byte
 * order mark tells them that the text is UTF-8.
 */
#include "facts/summary.h"
#include "report/cell.h"
#include "score/rgaa.h"

#include <string.h>

enum { EVIDENCE_LIMIT = 3 };

#define BETWEEN " | " /* not a line break: a line of the file stays a line of the grid */

/* The findings that speak of a criterion, failures and reviews apart. */
struct evidence {
	const struct clair_finding *first[2][EVIDENCE_LIMIT];
	uint32_t count[2];
};

struct grid {
	struct clair_report *report;
	struct clair_rgaa rgaa;
	struct evidence *evidence; /* of each criterion */
	struct clair_buf cell;
};

static struct evidence *
evidence_of(struct grid *grid, const char *test)
{
	for (uint32_t i = 0; i < grid->rgaa.criterion_count; i++) {
		const size_t length = strlen(grid->rgaa.criteria[i].id);

		if (strncmp(test, grid->rgaa.criteria[i].id, length) == 0 && test[length] == '.')
			return &grid->evidence[i];
	}
	return NULL;
}

/* A finding that speaks of two tests of a criterion is told once. */
static void
gather(struct grid *grid, const struct clair_finding *first)
{
	memset(grid->evidence, 0, grid->rgaa.criterion_count * sizeof(*grid->evidence));
	for (const struct clair_finding *f = first; f != NULL; f = f->next) {
		const char *const *tests = clair_message_tests(f->rule, f->message);
		const int kind = f->outcome == CLAIR_FAIL ? 0 : 1;
		const struct evidence *last = NULL;

		if (f->suppressed != NULL || f->rule->advice)
			continue;
		for (; tests != NULL && *tests != NULL; tests++) {
			struct evidence *one = evidence_of(grid, *tests);

			if (one == NULL || one == last)
				continue;
			if (one->count[kind] < EVIDENCE_LIMIT)
				one->first[kind][one->count[kind]] = f;
			one->count[kind]++;
			last = one;
		}
	}
}

static void
add_between(struct clair_buf *out)
{
	if (out->length > 0)
		clair_buf_puts(out, BETWEEN);
}

static void
add_finding(struct grid *grid, const struct clair_finding *finding)
{
	struct clair_buf *out = &grid->cell;

	clair_buf_puts(out, clair_finding_phrase(grid->report, finding));
	if (finding->line > 0)
		clair_buf_printf(out, " (%s)", clair_place_phrase(grid->report, finding));
	else if (finding->page != NULL)
		clair_buf_printf(out, " (%s)", finding->page->url);
}

static void
add_evidence(struct grid *grid, const struct evidence *evidence)
{
	static const enum clair_string titles[2] = {CLAIR_STRING_G_FAILED, CLAIR_STRING_G_REVIEW};

	for (int kind = 0; kind < 2; kind++) {
		const uint32_t count = evidence->count[kind];

		if (count == 0)
			continue;
		add_between(&grid->cell);
		clair_buf_puts(&grid->cell,
		    CLAIR_PHRASE(grid->report, titles[kind], CLAIR_NUMBER("n", count)));
		for (uint32_t i = 0; i < count && i < EVIDENCE_LIMIT; i++) {
			clair_buf_puts(&grid->cell, i == 0 ? " " : BETWEEN);
			add_finding(grid, evidence->first[kind][i]);
		}
		if (count > EVIDENCE_LIMIT)
			clair_buf_puts(&grid->cell, BETWEEN "…");
	}
}

/* What only a person can test says how. */
static void
add_methods(struct grid *grid, const struct clair_rgaa_criterion *criterion)
{
	for (uint32_t i = 0; i < criterion->test_count; i++) {
		const struct clair_rgaa_test *test = &criterion->tests[i];

		if (test->outcome != CLAIR_UNTESTED || test->method.fr[0] == '\0')
			continue;
		add_between(&grid->cell);
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
	const struct clair_rgaa_criterion *criterion = &grid->rgaa.criteria[index];
	struct clair_report *report = grid->report;

	clair_csv_cell(report, criterion->id, ";");
	clair_csv_cell(report, clair_text_of(report, &criterion->title), ";");
	clair_csv_cell(report, clair_rgaa_name(criterion->state), ";");
	clair_buf_clear(&grid->cell);
	add_outcomes(grid, criterion);
	clair_csv_cell(report, grid->cell.bytes, ";");
	clair_buf_clear(&grid->cell);
	add_evidence(grid, &grid->evidence[index]);
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
	clair_rgaa_judge_page(&grid->rgaa, page);
	gather(grid, page->first);
	for (uint32_t i = 0; i < grid->rgaa.criterion_count; i++) {
		place(grid, number, clair_report_url(grid->report, page), page->title);
		criterion_line(grid, i);
	}
}

/* Only the criteria that a rule about the whole site is asked for. */
static void
site_lines(struct grid *grid)
{
	const struct clair_run *run = grid->report->run;

	if (run->site_tallies == NULL)
		return;
	clair_rgaa_judge_site(&grid->rgaa, run);
	gather(grid, run->site_findings);
	for (uint32_t i = 0; i < grid->rgaa.criterion_count; i++) {
		if (!clair_rgaa_is_of_site(&grid->rgaa, &grid->rgaa.criteria[i]))
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
	struct clair_arena mem;

	clair_arena_init(&mem, 0);
	clair_buf_init(&grid.cell, 0);
	headers(report);
	if (clair_rgaa_init(&grid.rgaa, &mem, report->rules, report->rule_count))
		grid.evidence = clair_alloc_array(
		    &mem, grid.rgaa.criterion_count + 1, sizeof(*grid.evidence));
	if (grid.evidence == NULL)
		report->failed = true;
	for (uint32_t i = 0; i < run->page_count && !report->failed; i++)
		page_lines(&grid, i + 1, clair_run_page(run, i));
	if (!report->failed)
		site_lines(&grid);
	clair_buf_free(&grid.cell);
	clair_arena_free(&mem);
}
