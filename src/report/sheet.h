/*
 * A workbook of tables, as libxlsxwriter makes it (Office Open XML). Rows go to a file as they come, so that memory
 * does not grow with them. Texts are texts: no cell is a formula or a link. Private to src/report/.
 */
#ifndef CLAIR_REPORT_SHEET_H
#define CLAIR_REPORT_SHEET_H

#include "report/report.h"

#include <xlsxwriter.h>

enum { CLAIR_SHEET_ROWS = 1048576 }; /* of a sheet, the head too: a spreadsheet opens no more */

struct clair_sheets {
	struct clair_report *report;
	char *path;             /* of the workbook while it is made; NULL: it could not be */
	lxw_workbook *book;
	lxw_format *head;
	lxw_format *score;      /* one decimal */
	lxw_worksheet *sheet;   /* the one being filled */
	uint32_t row;           /* the next one */
	uint32_t row_limit;
	uint32_t left_out;      /* rows past the limit */
	int columns;
};

struct clair_sheet_column {
	enum clair_string title;
	int width; /* in characters */
};

/* Errors are in report->failed; all calls are then harmless. `row_limit`: CLAIR_SHEET_ROWS, but in tests. */
void clair_sheets_open(struct clair_sheets *sheets, struct clair_report *report, uint32_t row_limit);
/* Ends the last sheet, puts the bytes of the workbook in the report, takes the files away. */
void clair_sheets_close(struct clair_sheets *sheets);

/* Ends the sheet before. */
void clair_sheet_begin(struct clair_sheets *sheets, enum clair_string name,
    const struct clair_sheet_column *columns, int count);
/* The cells of the row to come, from left to right; a row past the limit is counted, and said in the last one. */
void clair_sheet_text(struct clair_sheets *sheets, int column, const char *text);
void clair_sheet_number(struct clair_sheets *sheets, int column, uint32_t number);
void clair_sheet_score(struct clair_sheets *sheets, int column, double score); /* negative: nothing */
void clair_sheet_next_row(struct clair_sheets *sheets);

#endif
