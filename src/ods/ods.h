/*
 * A spreadsheet of OpenDocument (ODF 1.2, parts 1 and 3), in memory: its cells are found by what they hold, and
 * texts are written into them. What is not written stays: styles, formulas, validations, notes, merged cells; the
 * other files of the package byte for byte.
 *
 * Rows and columns count from 0, repeated ones as many times as they are repeated.
 */
#ifndef CLAIR_ODS_ODS_H
#define CLAIR_ODS_ODS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct clair_ods;

enum clair_ods_status {
	CLAIR_ODS_OK,
	CLAIR_ODS_NO_MEMORY,
	CLAIR_ODS_NOT_ZIP,      /* no package, or one that is cut short or damaged */
	CLAIR_ODS_NOT_SHEETS,   /* its first file does not say that it is a spreadsheet of OpenDocument */
	CLAIR_ODS_NO_CONTENT,   /* content.xml is missing or cannot be read: damaged, or under a password */
	CLAIR_ODS_NOT_XML,      /* content.xml is not well-formed, or declares a document type */
	CLAIR_ODS_NO_TABLE,     /* content.xml holds no table */
	CLAIR_ODS_TOO_LARGE,
};

/* `bytes` must live as long as the spreadsheet. On failure `*out` is NULL. */
enum clair_ods_status clair_ods_open(struct clair_ods **out, const char *bytes, size_t length);
void clair_ods_free(struct clair_ods *ods);

size_t clair_ods_sheet_count(const struct clair_ods *ods);
const char *clair_ods_sheet_name(const struct clair_ods *ods, size_t sheet); /* or "" */

struct clair_ods_cell {
	uint32_t row, column;
	uint32_t columns;  /* that it takes when it is merged with those at its right; else 1 */
	const char *text;  /* paragraphs are parted by a line break; cut past a ceiling. Lives until the next cell */
	bool is_formula;
};
/* Each cell with a text or a formula, in order; a repeated one once. `visit` gives false to stop. */
typedef bool clair_ods_visit_fn(void *payload, const struct clair_ods_cell *cell);
void clair_ods_scan(struct clair_ods *ods, size_t sheet, clair_ods_visit_fn *visit, void *payload);

enum clair_ods_written {
	CLAIR_ODS_WRITTEN,
	CLAIR_ODS_FORMULA,  /* a formula is never touched */
	CLAIR_ODS_OUTSIDE,  /* past the last row, or under a merged cell */
};
/* Makes the text of the cell this one, a paragraph for each line: never a number, a date or a formula. What XML
 * cannot hold becomes U+FFFD. A lack of memory is told by clair_ods_save. */
enum clair_ods_written clair_ods_set(
    struct clair_ods *ods, size_t sheet, uint32_t row, uint32_t column, const char *text);

/* Takes the results of all formulas away: they are computed when the spreadsheet is opened. */
void clair_ods_forget_results(struct clair_ods *ods);

/* The package with its new content; malloc'd. The same bytes for the same cells. */
enum clair_ods_status clair_ods_save(struct clair_ods *ods, char **bytes, size_t *length);

#endif
