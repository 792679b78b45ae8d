/* Texts of others in formats that read them: what must not be taken for markup, for a cell's end or for a formula. */
#ifndef CLAIR_REPORT_ESCAPE_H
#define CLAIR_REPORT_ESCAPE_H

#include "base/buf.h"

/* Cleaned so that every sign is seen (clair_clean), and fit for HTML and XML: in text, and in attributes in quotes. */
void clair_escape_markup(struct clair_buf *out, const char *text);

/* A cell of CSV (RFC 4180), in quotes. Tabs and line breaks become spaces; an apostrophe disarms what a spreadsheet
 * would compute. */
void clair_escape_cell(struct clair_buf *out, const char *text);

#endif
