/* Lines of a terminal, wrapped to its width. Private to src/report/. */
#ifndef CLAIR_REPORT_TEXT_H
#define CLAIR_REPORT_TEXT_H

#include "report/report.h"

extern const char clair_text_bold[], clair_text_faint[], clair_text_normal[];

/* One of the above, when colours are wanted. */
void clair_text_style(struct clair_report *report, const char *code);
int clair_text_width(const struct clair_report *report);
void clair_text_spaces(struct clair_report *report, int count);
/* Wraps at spaces. `used` columns of the first line are taken; the others begin with `indent`. A word
 * that is too long (an address) keeps its line: cut, it could not be copied. */
void clair_text_wrap(struct clair_report *report, const char *raw, int used, int indent);
void clair_text_paragraph(struct clair_report *report, const char *text, int indent);
void clair_text_heading(struct clair_report *report, const char *text);

#endif
