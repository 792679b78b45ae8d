/* What the tables for spreadsheets share: cells of CSV (RFC 4180), and what a row says of a finding. Private to
 * src/report/ and src/survey/. */
#ifndef CLAIR_REPORT_CELL_H
#define CLAIR_REPORT_CELL_H

#include "report/report.h"

/* Spreadsheets take a text for UTF-8 when it starts so. */
#define CLAIR_BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* A cell in quotes, then `after`: a separator, or "\r\n". Tabs and line breaks become spaces; an apostrophe disarms
 * what a spreadsheet would compute. */
void clair_csv_cell(struct clair_report *report, const char *text, const char *after);

/* The columns of a table of findings, in its order. */
enum clair_column {
	CLAIR_COLUMN_ADDRESS,
	CLAIR_COLUMN_FILE, /* in the repository */
	CLAIR_COLUMN_LINE,
	CLAIR_COLUMN_COLUMN,
	CLAIR_COLUMN_OUTCOME,
	CLAIR_COLUMN_SEVERITY,
	CLAIR_COLUMN_STATE,
	CLAIR_COLUMN_RULE,
	CLAIR_COLUMN_MESSAGE,
	CLAIR_COLUMN_EXCERPT,
	CLAIR_COLUMN_SELECTOR,
	CLAIR_COLUMN_CHANGE,
	CLAIR_COLUMN_REMEDY,
	CLAIR_COLUMN_WHO,
	CLAIR_COLUMN_RGAA,
	CLAIR_COLUMN_WCAG,
	CLAIR_COLUMN_CAUSE,
	CLAIR_COLUMN_FINGERPRINT,
	CLAIR_COLUMN_COUNT,
};

/* Takes one cell of a row; a number when `text` is NULL. The last one has the index CLAIR_COLUMN_COUNT - 1. */
typedef void clair_take_cell_fn(void *taker, int column, const char *text, uint32_t number);

enum clair_string clair_column_title(enum clair_column column);

/* The rows of the run: every finding, silenced ones too, and every page that was not tested. */
struct clair_rows {
	struct clair_report *report;
	void *taker;
	clair_take_cell_fn *take;
	struct clair_buf path;  /* of the page in the repository */
	struct clair_buf words; /* of a cell */
};
void clair_rows_write(struct clair_report *report, void *taker, clair_take_cell_fn *take);

/* "1.1.1, 1.3.1", in `out`. */
void clair_list_ids(struct clair_buf *out, const char *const *ids);

#endif
