/*
 * What a run is held against (findings known before, budgets), and what it spares or sets apart. One sentence at a
 * time, for all the formats that people read.
 */
#ifndef CLAIR_REPORT_GATE_H
#define CLAIR_REPORT_GATE_H

#include "report/report.h"

typedef void clair_sentence_fn(struct clair_report *report, const char *sentence);

/* Gives each sentence to `say`, in order; none when the run was held against nothing. Budgets that are kept are
 * counted in one sentence. */
void clair_report_gate(struct clair_report *report, clair_sentence_fn *say);
/* What was silenced, by whom and why; rules that were stopped; comments of pages that do not count; what others put in the pages. */
void clair_report_spared(struct clair_report *report, clair_sentence_fn *say);
bool clair_report_has_spared(const struct clair_report *report);

/* Findings in the parts that services of others make, by service. */
struct clair_third_party {
	const char *service; /* "captcha hCaptcha" */
	uint32_t failed, review;
};
struct clair_third_parties {
	struct clair_third_party *list; /* by name */
	uint32_t count;
	uint32_t failed, review;
	struct clair_arena mem;
};
void clair_third_parties_of(const struct clair_report *report, struct clair_third_parties *parties);
void clair_third_parties_free(struct clair_third_parties *parties);

/* "captcha hCaptcha" is hCaptcha to who reads. */
const char *clair_third_party_name(const char *service);

const char *clair_budget_state_name(enum clair_budget_state state);
const char *clair_ignore_state_name(enum clair_ignore_state state);
/* "new", "known"; NULL: neither. */
const char *clair_baseline_name(const struct clair_finding *finding);

#endif
