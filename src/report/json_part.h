/* The parts of the JSON report, for json.c and json_*.c. */
#ifndef CLAIR_REPORT_JSON_PART_H
#define CLAIR_REPORT_JSON_PART_H

#include "report/json.h"

/* Rounded to 1/steps; null when it is not finite. */
json_t *clair_json_real(double value, double steps);
/* Whole, or with four decimals at most. */
json_t *clair_json_number(double value);
json_t *clair_json_personas(struct clair_report *report, const struct clair_scores *scores);

/* json_finding.c */
json_t *clair_json_suppression(struct clair_report *report, const struct clair_suppression *suppressed);
json_t *clair_json_finding(struct clair_report *report, const struct clair_finding *finding);
json_t *clair_json_cause(struct clair_report *report, const struct clair_cause *cause);

/* json_page.c. `page` NULL: the tallies are of the site. */
json_t *clair_json_outcomes(
    struct clair_report *report, const struct clair_tally *tallies, const struct clair_result *page);
json_t *clair_json_hash(uint64_t hash);
json_t *clair_json_page(struct clair_report *report, const struct clair_result *page);

/* json_site.c */
json_t *clair_json_site(struct clair_report *report);

#endif
