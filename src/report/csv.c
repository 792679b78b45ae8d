/*
 * CSV (RFC 4180): a line for each finding and for each page that was not tested. A comma parts the cells, as the
 * RFC has it; the byte order mark tells spreadsheets that the text is UTF-8.
 */
#include "report/cell.h"

static void
take(void *taker, int column, const char *text, uint32_t number)
{
	const char *after = column + 1 < CLAIR_COLUMN_COUNT ? "," : "\r\n";

	if (text != NULL)
		clair_csv_cell(taker, text, after);
	else
		clair_putf(taker, "%u%s", number, after);
}

void
clair_report_csv(struct clair_report *report)
{
	clair_puts(report, CLAIR_BYTE_ORDER_MARK);
	for (int i = 0; i < CLAIR_COLUMN_COUNT; i++)
		take(report, i, clair_string_of(report, clair_column_title((enum clair_column)i)), 0);
	clair_rows_write(report, report, take);
}
