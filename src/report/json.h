/* What the JSON writers share: values that are always good UTF-8, errors kept in report->failed. */
#ifndef CLAIR_REPORT_JSON_H
#define CLAIR_REPORT_JSON_H

#include "report/report.h"

#include <jansson.h>

/* null for NULL; bytes that are not UTF-8 become U+FFFD. */
json_t *clair_json_words(const char *text);
/* null for "" too. */
json_t *clair_json_words_or_null(const char *text);
json_t *clair_json_count(uint64_t number);

/* One decimal; null when it is negative: not known. */
json_t *clair_json_score(double value);

/* Scores by the name of their axis. */
json_t *clair_json_axes(struct clair_report *report, const double axis[static CLAIR_AXIS_COUNT]);

/* They take the value, which may be NULL: the report then fails. */
void clair_json_set(struct clair_report *report, json_t *object, const char *key, json_t *value);
void clair_json_append(struct clair_report *report, json_t *array, json_t *value);

/* Writes on one line, and lets go of it. */
void clair_json_emit(struct clair_report *report, json_t *json, const char *after);

/* The sample of an audit, which the run has. */
json_t *clair_sample_json(struct clair_report *report);

#endif
