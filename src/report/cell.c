/* See cell.h. */
#include "report/cell.h"

#include "facts/summary.h"
#include "report/escape.h"
#include "report/place.h"
#include "report/suite.h"

#include <string.h>

void
clair_csv_cell(struct clair_report *report, const char *text, const char *after)
{
	struct clair_buf cell;

	clair_buf_init(&cell, 0);
	clair_escape_cell(&cell, text);
	clair_put(report, cell.bytes, cell.length);
	clair_puts(report, after);
	report->failed |= cell.failed;
	clair_buf_free(&cell);
}

enum clair_string
clair_column_title(enum clair_column column)
{
	static const enum clair_string titles[CLAIR_COLUMN_COUNT] = {
		[CLAIR_COLUMN_ADDRESS] = CLAIR_STRING_G_ADDRESS,
		[CLAIR_COLUMN_FILE] = CLAIR_STRING_CELL_FILE,
		[CLAIR_COLUMN_LINE] = CLAIR_STRING_CELL_LINE,
		[CLAIR_COLUMN_COLUMN] = CLAIR_STRING_CELL_COLUMN,
		[CLAIR_COLUMN_OUTCOME] = CLAIR_STRING_CELL_OUTCOME,
		[CLAIR_COLUMN_SEVERITY] = CLAIR_STRING_CELL_SEVERITY,
		[CLAIR_COLUMN_STATE] = CLAIR_STRING_CELL_STATE,
		[CLAIR_COLUMN_RULE] = CLAIR_STRING_CELL_RULE,
		[CLAIR_COLUMN_MESSAGE] = CLAIR_STRING_CELL_MESSAGE,
		[CLAIR_COLUMN_EXCERPT] = CLAIR_STRING_CELL_EXCERPT,
		[CLAIR_COLUMN_SELECTOR] = CLAIR_STRING_CELL_SELECTOR,
		[CLAIR_COLUMN_CHANGE] = CLAIR_STRING_CELL_CHANGE,
		[CLAIR_COLUMN_REMEDY] = CLAIR_STRING_CELL_REMEDY,
		[CLAIR_COLUMN_WHO] = CLAIR_STRING_CELL_WHO,
		[CLAIR_COLUMN_RGAA] = CLAIR_STRING_CELL_RGAA,
		[CLAIR_COLUMN_WCAG] = CLAIR_STRING_CELL_WCAG,
		[CLAIR_COLUMN_CAUSE] = CLAIR_STRING_CELL_CAUSE,
		[CLAIR_COLUMN_FINGERPRINT] = CLAIR_STRING_CELL_FINGERPRINT,
	};

	return titles[column];
}

void
clair_list_ids(struct clair_buf *out, const char *const *ids)
{
	for (const char *const *id = ids; id != NULL && *id != NULL; id++) {
		clair_buf_puts(out, id == ids ? "" : ", ");
		clair_buf_puts(out, *id);
	}
}

static void
take(struct clair_rows *rows, int column, const char *text)
{
	rows->take(rows->taker, column, text != NULL ? text : "", 0);
}

/* Of a place that is not known, nothing. */
static void
take_number(struct clair_rows *rows, int column, uint32_t number)
{
	if (number > 0)
		rows->take(rows->taker, column, NULL, number);
	else
		take(rows, column, "");
}

static void
take_ids(struct clair_rows *rows, int column, const char *const *ids)
{
	clair_buf_clear(&rows->words);
	clair_list_ids(&rows->words, ids);
	take(rows, column, rows->words.bytes);
}

static const char *
state_of(struct clair_rows *rows, const struct clair_finding *finding)
{
	struct clair_report *report = rows->report;

	if (finding->suppressed != NULL)
		return CLAIR_PHRASE(report, CLAIR_STRING_CASE_SILENCED, CLAIR_WORDS("why", finding->suppressed->reason));
	if (finding->baseline == CLAIR_BASELINE_NEW)
		return clair_string_of(report, CLAIR_STRING_STATE_NEW);
	return finding->baseline == CLAIR_BASELINE_KNOWN ? clair_string_of(report, CLAIR_STRING_STATE_KNOWN) : "";
}

static void
take_finding(struct clair_rows *rows, const struct clair_finding *finding, const struct clair_result *page)
{
	struct clair_report *report = rows->report;
	const struct clair_rule *rule = finding->rule;
	const bool changes = finding->fix.kind == CLAIR_FIX_REPLACE_TEXT;

	take(rows, CLAIR_COLUMN_ADDRESS,
	    page == NULL && finding->page != NULL ? finding->page->url : clair_report_url(report, page));
	if (page == NULL) {
		clair_buf_clear(&rows->path);
		clair_place_path(&rows->path, report, NULL, finding);
	}
	take(rows, CLAIR_COLUMN_FILE, rows->path.bytes);
	take_number(rows, CLAIR_COLUMN_LINE, finding->line);
	take_number(rows, CLAIR_COLUMN_COLUMN, finding->column);
	take(rows, CLAIR_COLUMN_OUTCOME, clair_string_of(report, clair_outcome_string(finding->outcome)));
	take(rows, CLAIR_COLUMN_SEVERITY,
	    clair_string_of(report, clair_severity_string(clair_report_severity(report, finding))));
	take(rows, CLAIR_COLUMN_STATE, state_of(rows, finding));
	take(rows, CLAIR_COLUMN_RULE, rule->id);
	take(rows, CLAIR_COLUMN_MESSAGE, clair_finding_phrase(report, finding));
	take(rows, CLAIR_COLUMN_EXCERPT, finding->excerpt);
	take(rows, CLAIR_COLUMN_SELECTOR, finding->selector);
	take(rows, CLAIR_COLUMN_CHANGE, changes ? finding->fix.value : "");
	take(rows, CLAIR_COLUMN_REMEDY, clair_text_of(report, &rule->remedy));
	take(rows, CLAIR_COLUMN_WHO, clair_who_phrase(report, rule->who));
	take_ids(rows, CLAIR_COLUMN_RGAA, clair_message_tests(rule, finding->message));
	take_ids(rows, CLAIR_COLUMN_WCAG, rule->wcag);
	take(rows, CLAIR_COLUMN_CAUSE, finding->cause);
	take(rows, CLAIR_COLUMN_FINGERPRINT, finding->fingerprint);
}

/* A row without a rule: the address, and why. `page` NULL: nothing was tested. */
static void
take_untested(struct clair_rows *rows, const struct clair_result *page)
{
	struct clair_report *report = rows->report;

	for (int column = 0; column < CLAIR_COLUMN_COUNT; column++) {
		if (column == CLAIR_COLUMN_ADDRESS)
			take(rows, column, clair_report_url(report, page));
		else if (column == CLAIR_COLUMN_FILE)
			take(rows, column, page != NULL ? rows->path.bytes : "");
		else if (column == CLAIR_COLUMN_OUTCOME)
			take(rows, column, clair_string_of(report, CLAIR_STRING_CELL_UNTESTED));
		else if (column == CLAIR_COLUMN_MESSAGE)
			take(rows, column, page != NULL ? clair_reason_phrase(report, page)
			                                : clair_string_of(report, CLAIR_STRING_NOTHING_TESTED));
		else
			take(rows, column, "");
	}
}

static void
take_page(struct clair_rows *rows, const struct clair_result *page)
{
	clair_buf_clear(&rows->path);
	clair_place_path(&rows->path, rows->report, page, NULL);
	if (!page->tested)
		take_untested(rows, page);
	for (const struct clair_finding *f = page->first; f != NULL && !rows->report->failed; f = f->next)
		take_finding(rows, f, page);
}

void
clair_rows_write(struct clair_report *report, void *taker, clair_take_cell_fn *taking)
{
	const struct clair_run *run = report->run;
	struct clair_rows rows = {.report = report, .taker = taker, .take = taking};

	clair_buf_init(&rows.path, 0);
	clair_buf_init(&rows.words, 0);
	if (run->tested_count == 0)
		take_untested(&rows, NULL);
	for (uint32_t i = 0; i < run->page_count && !report->failed; i++)
		take_page(&rows, clair_run_page(run, i));
	for (const struct clair_finding *f = run->site_findings; f != NULL && !report->failed; f = f->next)
		take_finding(&rows, f, NULL);
	report->failed |= rows.path.failed || rows.words.failed;
	clair_buf_free(&rows.words);
	clair_buf_free(&rows.path);
}
