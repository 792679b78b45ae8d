/* The parts of a SARIF log that sarif.c and sarif_rule.c share. Private to them. */
#ifndef CLAIR_REPORT_SARIF_H
#define CLAIR_REPORT_SARIF_H

#include "report/json.h"

/* SARIF 2.1.0 3.27.10: what is to be looked at by a person has the level "none". */
const char *clair_sarif_level(enum clair_severity severity);

/* A message of plain text: 3.11. */
json_t *clair_sarif_message(struct clair_report *report, const char *text);

/* A rule, as 3.49. */
json_t *clair_sarif_rule(struct clair_report *report, const struct clair_rule *rule);

#endif
