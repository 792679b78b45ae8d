/* See sheet.h. */
#include "report/sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* A cell holds 32,767 UTF-16 units; bytes of UTF-8 are never fewer, and escapes make 13 of 7. */
enum { TEXT_LIMIT = 16000 };

/* 1980-01-01: what the files of the archive say too. */
enum { NO_DATE = 315532800 };

static time_t
date_of(const struct clair_report *report)
{
	struct tm fields = {.tm_isdst = 0};

	if (report->options->started == NULL || strptime(report->options->started, "%Y-%m-%dT%H:%M:%SZ", &fields) == NULL)
		return NO_DATE;
	return timegm(&fields);
}

/* The library writes to a path. */
static char *
make_file(const char *folder)
{
	static const char name[] = "/clairlint-XXXXXX";
	const size_t length = strlen(folder);
	char *path = malloc(length + sizeof(name));
	int file;

	if (path == NULL)
		return NULL;
	memcpy(path, folder, length);
	memcpy(path + length, name, sizeof(name));
	file = mkstemp(path);
	if (file < 0) {
		free(path);
		return NULL;
	}
	close(file);
	return path;
}

void
clair_sheets_open(struct clair_sheets *sheets, struct clair_report *report, uint32_t row_limit)
{
	const char *folder = report->options->scratch != NULL ? report->options->scratch : "/tmp";
	lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = (char *)(uintptr_t)folder};
	lxw_doc_properties properties = {.author = (char *)(uintptr_t)"clairlint", .created = date_of(report)};

	*sheets = (struct clair_sheets){.report = report, .row_limit = row_limit};
	sheets->path = make_file(folder);
	if (sheets->path != NULL)
		sheets->book = workbook_new_opt(sheets->path, &options);
	if (sheets->book == NULL) {
		report->failed = true;
		return;
	}
	workbook_set_properties(sheets->book, &properties);
	sheets->head = workbook_add_format(sheets->book);
	sheets->score = workbook_add_format(sheets->book);
	if (sheets->head != NULL)
		format_set_bold(sheets->head);
	if (sheets->score != NULL)
		format_set_num_format(sheets->score, "0.0");
}

static bool
takes_row(const struct clair_sheets *sheets)
{
	return sheets->sheet != NULL && sheets->row + 1 < sheets->row_limit;
}

/* Ecma-376 part 1, 22.9.2.19 (ST_Xstring): _x0041_ is read as "A". Gives whether the underscore begins such a
 * sequence. */
static bool
begins_escape(const char *at)
{
	return at[0] == '_' && at[1] == 'x' && strspn(at + 2, "0123456789abcdefABCDEF") == 4 && at[6] == '_';
}

/* At most TEXT_LIMIT bytes of `text`, which is clean, as a cell has to say it. */
static void
add_cell(struct clair_buf *out, const struct clair_buf *text)
{
	size_t length = text->length;

	if (length > TEXT_LIMIT) {
		length = TEXT_LIMIT;
		while (length > 0 && ((unsigned char)text->bytes[length] & 0xC0) == 0x80)
			length--;
	}
	for (size_t i = 0; i < length; i++) {
		if (begins_escape(text->bytes + i))
			clair_buf_puts(out, "_x005F");
		clair_buf_putc(out, text->bytes[i]);
	}
}

static void
put_text(struct clair_sheets *sheets, uint32_t row, int column, const char *text, lxw_format *format)
{
	struct clair_buf clean;
	struct clair_buf cell;

	clair_buf_init(&clean, 0);
	clair_buf_init(&cell, 0);
	clair_clean(&clean, text, strlen(text), true);
	add_cell(&cell, &clean);
	if (clean.failed || cell.failed || (cell.length > 0 &&
	        worksheet_write_string(sheets->sheet, row, (lxw_col_t)column, cell.bytes, format) != LXW_NO_ERROR))
		sheets->report->failed = true;
	clair_buf_free(&cell);
	clair_buf_free(&clean);
}

/* Says what was left out, then lets the columns be sorted and filtered. */
static void
end_sheet(struct clair_sheets *sheets)
{
	if (sheets->sheet == NULL)
		return;
	if (sheets->left_out > 0)
		put_text(sheets, sheets->row++, 0,
		    CLAIR_PHRASE(sheets->report, CLAIR_STRING_S_LEFT_OUT, CLAIR_NUMBER("n", sheets->left_out)),
		    sheets->head);
	worksheet_autofilter(
	    sheets->sheet, 0, 0, sheets->row > 1 ? sheets->row - 1 : 0, (lxw_col_t)(sheets->columns - 1));
	sheets->sheet = NULL;
}

void
clair_sheet_begin(struct clair_sheets *sheets, enum clair_string name,
    const struct clair_sheet_column *columns, int count)
{
	const struct clair_report *report = sheets->report;

	end_sheet(sheets);
	if (report->failed)
		return;
	sheets->sheet = workbook_add_worksheet(sheets->book, clair_string_of(report, name));
	if (sheets->sheet == NULL) {
		sheets->report->failed = true;
		return;
	}
	sheets->columns = count;
	sheets->left_out = 0;
	worksheet_freeze_panes(sheets->sheet, 1, 0);
	for (int i = 0; i < count; i++) {
		worksheet_set_column(sheets->sheet, (lxw_col_t)i, (lxw_col_t)i, columns[i].width, NULL);
		put_text(sheets, 0, i, clair_string_of(report, columns[i].title), sheets->head);
	}
	sheets->row = 1;
}

void
clair_sheet_text(struct clair_sheets *sheets, int column, const char *text)
{
	if (takes_row(sheets))
		put_text(sheets, sheets->row, column, text, NULL);
}

static void
put_number(struct clair_sheets *sheets, int column, double number, lxw_format *format)
{
	if (takes_row(sheets) &&
	    worksheet_write_number(sheets->sheet, sheets->row, (lxw_col_t)column, number, format) != LXW_NO_ERROR)
		sheets->report->failed = true;
}

void
clair_sheet_number(struct clair_sheets *sheets, int column, uint32_t number)
{
	put_number(sheets, column, number, NULL);
}

void
clair_sheet_score(struct clair_sheets *sheets, int column, double score)
{
	if (score >= 0)
		put_number(sheets, column, score, sheets->score);
}

void
clair_sheet_next_row(struct clair_sheets *sheets)
{
	if (takes_row(sheets))
		sheets->row++;
	else
		sheets->left_out++;
}

static void
put_file(struct clair_report *report, const char *path)
{
	FILE *file = fopen(path, "rbe");
	char bytes[16384];
	size_t length;

	if (file == NULL) {
		report->failed = true;
		return;
	}
	while (!report->failed && (length = fread(bytes, 1, sizeof(bytes), file)) > 0)
		clair_put(report, bytes, length);
	report->failed |= ferror(file) != 0;
	fclose(file);
}

void
clair_sheets_close(struct clair_sheets *sheets)
{
	end_sheet(sheets);
	if (sheets->book != NULL && workbook_close(sheets->book) != LXW_NO_ERROR)
		sheets->report->failed = true;
	if (sheets->path == NULL)
		return;
	if (!sheets->report->failed)
		put_file(sheets->report, sheets->path);
	unlink(sheets->path);
	free(sheets->path);
}
