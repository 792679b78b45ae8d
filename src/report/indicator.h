/* The open indicators in words. Private to src/report/. */
#ifndef CLAIR_REPORT_INDICATOR_H
#define CLAIR_REPORT_INDICATOR_H

#include "report/report.h"

/* A crawl, whose indicators were asked for. */
bool clair_report_has_indicators(const struct clair_report *report);
enum clair_string clair_indicator_title(const struct clair_indicator *indicator);
/* "2,4 critères par page (A : 2,1, AA : 0,3)", or "non mesuré : …". */
const char *clair_indicator_phrase(struct clair_report *report, const struct clair_indicator *indicator);

#endif
