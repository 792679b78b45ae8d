/* What became of a site, in words and in JSON. Private to src/report/ and src/survey/. */
#ifndef CLAIR_REPORT_HISTORY_H
#define CLAIR_REPORT_HISTORY_H

#include "clairlint/history.h"
#include "report/gate.h"
#include "report/report.h"

#include <jansson.h>

/* "3 mars 2026" */
void clair_add_day(struct clair_report *report, const char *day, struct clair_buf *out);
/* "Depuis le 3 mars 2026 : …", and whether the two runs asked the same; nothing without a point before this run's. */
void clair_report_since(struct clair_report *report, clair_sentence_fn *say);
/* As in a line of a file, but for its version. NULL: no memory. */
json_t *clair_history_json(const struct clair_history_point *point);

#endif
