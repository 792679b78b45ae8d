/*
 * What the findings prove of the RGAA criteria, for one page or for the site: their statuses (score/rgaa.h), and
 * the words of the findings that speak of each.
 */
#ifndef CLAIR_REPORT_EVIDENCE_H
#define CLAIR_REPORT_EVIDENCE_H

#include "report/report.h"
#include "score/rgaa.h"

enum { CLAIR_EVIDENCE_KEPT = 10 }; /* findings of a criterion, failures and reviews apart */

/* The findings that speak of a criterion, failures and reviews apart. */
struct clair_criterion_evidence {
	const struct clair_finding *first[2][CLAIR_EVIDENCE_KEPT];
	uint32_t count[2];
};

struct clair_evidence {
	struct clair_report *report;
	struct clair_rgaa rgaa;                 /* as last judged */
	struct clair_criterion_evidence *found; /* of each criterion */
	struct clair_arena mem;
};

/* False when out of memory; to be closed all the same. */
bool clair_evidence_open(struct clair_evidence *evidence, struct clair_report *report);
void clair_evidence_close(struct clair_evidence *evidence);

/* Each replaces what was known before. */
void clair_evidence_of_page(struct clair_evidence *evidence, const struct clair_result *page);
void clair_evidence_of_site(struct clair_evidence *evidence);

/* Adds a finding to what is known. A failure makes its criteria NC. */
void clair_evidence_add(struct clair_evidence *evidence, const struct clair_finding *finding);

/* The findings of a criterion in words, at most `most` failures and `most` reviews (up to CLAIR_EVIDENCE_KEPT),
 * parted by `between`; nothing when there are none. */
void clair_evidence_words(const struct clair_evidence *evidence, uint32_t criterion, uint32_t most,
    const char *between, struct clair_buf *out);
/* Parts what follows from what stands in `out`. */
void clair_evidence_part(struct clair_buf *out, const char *between);

#endif
