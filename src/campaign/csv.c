/*
 * Sites in CSV: RFC 4180, and what spreadsheets make of it. Commas, semicolons or tabs, as the first row shows; lines
 * ended by CRLF, LF or CR; "sep=;" before the first row; empty rows and empty cells past the last column are nothing.
 */
#include "base/buf.h"
#include "campaign/reader.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 200 };

struct csv {
	struct clair_campaign_file *file;
	const char *path;
	const char *at, *end;
	const char *line_start;
	uint32_t line;      /* where `at` is */
	char separator;
	struct clair_buf cell;
	struct clair_campaign_place place; /* of the cell */
	bool row_ends;      /* the cell was the last of its row */
	enum clair_campaign_field fields[COLUMNS]; /* of the columns */
	size_t column_count;
};

/* From `from` to `to`, in characters. */
static uint32_t
characters(const char *from, const char *to)
{
	uint32_t count = 0;

	for (; from < to; from++)
		count += ((unsigned char)*from & 0xc0) != 0x80;
	return count;
}

static struct clair_campaign_place
here(const struct csv *csv)
{
	return (struct clair_campaign_place){csv->path, csv->line, characters(csv->line_start, csv->at) + 1};
}

static bool
ends_line(char byte)
{
	return byte == '\n' || byte == '\r';
}

/* Past the end of a line. */
static void
next_line(struct csv *csv)
{
	if (*csv->at == '\r' && csv->at + 1 < csv->end && csv->at[1] == '\n')
		csv->at++;
	csv->at++;
	csv->line++;
	csv->line_start = csv->at;
}

/* After the opening quotation mark. */
static void
read_quoted(struct csv *csv)
{
	while (csv->at < csv->end) {
		const char *start = csv->at;

		if (*start != '"') {
			if (ends_line(*start))
				next_line(csv);
			else
				csv->at++;
			clair_buf_add(&csv->cell, start, (size_t)(csv->at - start));
			continue;
		}
		csv->at++;
		if (csv->at >= csv->end || *csv->at != '"')
			return;
		clair_buf_putc(&csv->cell, '"');
		csv->at++;
	}
	clair_campaign_blame(csv->file, &csv->place, "ce guillemet n’est jamais refermé",
	    "this quotation mark is never closed");
}

static void
read_plain(struct csv *csv)
{
	const char *start = csv->at;

	while (csv->at < csv->end && *csv->at != csv->separator && !ends_line(*csv->at))
		csv->at++;
	clair_buf_add(&csv->cell, start, (size_t)(csv->at - start));
}

/* The next cell, in csv->cell. */
static void
read_cell(struct csv *csv)
{
	clair_buf_clear(&csv->cell);
	csv->place = here(csv);
	if (csv->at < csv->end && *csv->at == '"') {
		csv->at++;
		read_quoted(csv);
		if (csv->at < csv->end && *csv->at != csv->separator && !ends_line(*csv->at)) {
			const struct clair_campaign_place place = here(csv);

			clair_campaign_blame(csv->file, &place,
			    "du texte suit le guillemet fermant. Dans un texte entre guillemets, un guillemet s’écrit deux fois",
			    "there is text after the closing quotation mark. Inside quotation marks, one is written twice");
			read_plain(csv);
		}
	} else {
		read_plain(csv);
	}
	csv->row_ends = csv->at >= csv->end || ends_line(*csv->at);
	if (csv->at >= csv->end)
		return;
	if (csv->row_ends)
		next_line(csv);
	else
		csv->at++;
}

/* --- The first row ------------------------------------------------------------------------------------ */

/* The sign that the first line has most of, outside quotation marks; a comma when it has none. */
static char
find_separator(const struct csv *csv)
{
	static const char signs[] = {',', ';', '\t'};
	size_t counts[sizeof(signs)] = {0};
	bool quoted = false;
	size_t best = 0;

	for (const char *at = csv->at; at < csv->end && (quoted || !ends_line(*at)); at++) {
		quoted ^= *at == '"';
		for (size_t i = 0; i < sizeof(signs) && !quoted; i++)
			counts[i] += *at == signs[i];
	}
	for (size_t i = 1; i < sizeof(signs); i++)
		best = counts[i] > counts[best] ? i : best;
	return signs[best];
}

/* "sep=;", which some spreadsheets write and read. */
static bool
read_separator_line(struct csv *csv)
{
	if (csv->end - csv->at < 5 || memcmp(csv->at, "sep=", 4) != 0 || strchr(",;\t", csv->at[4]) == NULL)
		return false;
	if (csv->at + 5 < csv->end && !ends_line(csv->at[5]))
		return false;
	csv->separator = csv->at[4];
	csv->at += 5;
	if (csv->at < csv->end)
		next_line(csv);
	return true;
}

static void
take_header(struct csv *csv)
{
	const char *nearest = NULL;
	const enum clair_campaign_field field = clair_campaign_field_of(csv->cell.bytes, &nearest);

	if (csv->column_count >= COLUMNS) {
		clair_campaign_blame(csv->file, &csv->place, "il y a trop de colonnes : %d au plus",
		    "there are too many columns: at most %d", (int)COLUMNS);
		csv->row_ends = true;
		return;
	}
	for (size_t i = 0; i < csv->column_count && field != CLAIR_FIELD_COUNT; i++) {
		if (csv->fields[i] == field)
			clair_campaign_blame(csv->file, &csv->place, "la colonne « %s » dit la même chose que la colonne %zu",
			    "the column “%s” says the same as column %zu", csv->cell.bytes, i + 1);
	}
	csv->fields[csv->column_count++] = field;
	if (field == CLAIR_FIELD_COUNT && csv->cell.length > 0)
		clair_campaign_remark(csv->file, &csv->place, "la colonne « %s » n’est pas lue%s",
		    "the column “%s” is not read%s", csv->cell.bytes, clair_campaign_did_you_mean(csv->file, nearest));
}

/* False: nothing after it can be read. */
static bool
read_header(struct csv *csv)
{
	const struct clair_campaign_place start = here(csv);
	const bool was_refused = csv->file->refused;

	csv->file->refused = false;
	do {
		read_cell(csv);
		take_header(csv);
	} while (!csv->row_ends);
	for (size_t i = 0; i < csv->column_count; i++) {
		if (csv->fields[i] == CLAIR_FIELD_ADDRESS) {
			const bool is_fine = !csv->file->refused;

			csv->file->refused |= was_refused;
			return is_fine;
		}
	}
	clair_campaign_blame(csv->file, &start,
	    "il manque la colonne « adresse ». La première ligne donne les noms des colonnes : organisation, siren, insee, "
	    "type, territoire, adresse, propre",
	    "the column “address” is missing. The first row gives the names of the columns: organisation, siren, insee, "
	    "kind, territory, address, own");
	return false;
}

/* --- The other rows ----------------------------------------------------------------------------------- */

static void
take_cell(struct csv *csv, struct clair_campaign_row *row, size_t column)
{
	enum clair_campaign_field field;

	if (column >= csv->column_count) {
		if (csv->cell.length > 0)
			clair_campaign_blame(csv->file, &csv->place,
			    "cette ligne a plus de cases que la première : un texte qui contient « %c » se met entre guillemets",
			    "this row has more cells than the first: a text that holds “%c” goes between quotation marks",
			    csv->separator == '\t' ? ' ' : csv->separator);
		return;
	}
	field = csv->fields[column];
	if (field == CLAIR_FIELD_COUNT)
		return;
	row->text[field] = clair_strndup(&csv->file->mem, csv->cell.bytes, csv->cell.length);
	row->at[field] = csv->place;
}

static void
read_row(struct csv *csv)
{
	struct clair_campaign_row row = {.place = {csv->path, csv->line, 0}};
	bool is_empty = true;

	for (size_t column = 0; column == 0 || !csv->row_ends; column++) {
		read_cell(csv);
		is_empty &= csv->cell.length == 0;
		take_cell(csv, &row, column);
	}
	if (!is_empty)
		clair_campaign_take(csv->file, &row);
}

void
clair_campaign_read_csv(
    struct clair_campaign_file *file, const char *path, const struct clair_campaign_place *where)
{
	struct csv csv = {.file = file, .path = path, .line = 1};
	size_t length;
	char *bytes = clair_campaign_load(file, path, where, &length);

	if (bytes == NULL)
		return;
	clair_buf_init(&csv.cell, 0);
	csv.at = csv.line_start = bytes;
	csv.end = bytes + length;
	if (!read_separator_line(&csv))
		csv.separator = find_separator(&csv);
	for (bool goes_on = read_header(&csv); goes_on && csv.at < csv.end;)
		read_row(&csv);
	file->mem.failed |= csv.cell.failed;
	clair_buf_free(&csv.cell);
	free(bytes);
}
