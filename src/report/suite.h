/*
 * A run as test suites, for the formats of test tools (JUnit, TAP): a suite for each page and one for the site, a
 * case for each rule that had something to judge there. Private to src/report/.
 */
#ifndef CLAIR_REPORT_SUITE_H
#define CLAIR_REPORT_SUITE_H

#include "base/map.h"
#include "report/report.h"

enum clair_verdict {
	CLAIR_CASE_NONE,      /* not asked there, or nothing to judge: no case */
	CLAIR_CASE_PASSED,
	CLAIR_CASE_FAILED,
	CLAIR_CASE_KNOWN,     /* failed, with nothing new beside the baseline */
	CLAIR_CASE_REVIEW,    /* a person must look */
	CLAIR_CASE_SILENCED,  /* by the configuration */
	CLAIR_CASE_UNDECIDED, /* the rule could not decide: see tally->untested */
	CLAIR_VERDICT_COUNT,
};

struct clair_case {
	const struct clair_rule *rule;
	const struct clair_tally *tally;
	const struct clair_finding *first; /* of the page, or of the site */
	bool beside_baseline;
	enum clair_verdict verdict;
};

/* What the rule at this index of report->rules says of a page that was tested, or of the site (NULL). */
struct clair_case clair_case_of(
    const struct clair_report *report, const struct clair_result *page, size_t rule);

/* How many cases of each verdict. */
struct clair_case_counts {
	uint32_t of[CLAIR_VERDICT_COUNT];
	uint32_t all; /* but CLAIR_CASE_NONE */
};
struct clair_case_counts clair_case_count(const struct clair_report *report, const struct clair_result *page);

/* The finding after `previous` (NULL: the first) that the case tells: failures when it failed, what is silenced
 * when it is silenced … NULL when there is no more. */
const struct clair_finding *clair_case_next(
    const struct clair_case *one, const struct clair_finding *previous);
/* How many there are. */
uint32_t clair_case_told(const struct clair_case *one);

/* The name of the only case of a page that was not tested. */
#define CLAIR_CASE_OF_PAGE "clairlint/page-tested"

/* How many pages have the cause of a finding. */
struct clair_causes {
	struct clair_arena mem;
	struct clair_map by_id;
};
void clair_causes_open(struct clair_causes *causes, struct clair_report *report);
void clair_causes_close(struct clair_causes *causes);
/* 0: unknown. */
uint32_t clair_causes_pages(const struct clair_causes *causes, const struct clair_finding *finding);

/* Why a case neither passed nor failed: "À vérifier par une personne (2)", the reason of an exception … */
const char *clair_case_reason(struct clair_report *report, const struct clair_case *one);

#endif
