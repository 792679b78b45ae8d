/* What a run is held against: findings known before. One sentence at a time, for all the formats that people read. */
#ifndef CLAIR_REPORT_GATE_H
#define CLAIR_REPORT_GATE_H

#include "report/report.h"

typedef void clair_sentence_fn(struct clair_report *report, const char *sentence);

/* Gives each sentence to `say`, in order; none when the run was held against nothing. */
void clair_report_gate(struct clair_report *report, clair_sentence_fn *say);
/* "new", "known"; NULL: neither. */
const char *clair_baseline_name(const struct clair_finding *finding);

#endif
