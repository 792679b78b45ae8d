/* What the writers of a comparison share. Private to src/report/. */
#ifndef CLAIR_REPORT_COMPARE_H
#define CLAIR_REPORT_COMPARE_H

#include "compare/compare.h"
#include "report/report.h"

/* Told by kind of change. */
const char *clair_change_kind_name(enum clair_change_kind kind);
const char *clair_apart_name(enum clair_apart apart);
/* A sentence; of a page, without its address. */
const char *clair_change_sentence(struct clair_report *report, const struct clair_change *change);
bool clair_change_is_of_menu(const struct clair_change *change);
bool clair_change_is_of_procedure(const struct clair_change *change);
/* The address to show beside it, as it is known now when it still is. */
const char *clair_change_url(const struct clair_change *change);
/* "Gravité : bloquant. …" */
const char *clair_compared_sentence(struct clair_report *report, const struct clair_compared_finding *finding);
/* "https://…, ligne 4 (images/alt-missing)" */
const char *clair_compared_place(struct clair_report *report, const struct clair_compared_finding *finding);
/* "Avant : avant.json (12 pages testées, 2026-01-31)" */
const char *clair_side_sentence(
    struct clair_report *report, enum clair_string id, const struct clair_compared_side *side);

/* Calls `say` with each remark about the reports themselves: versions, rules, pages not read. */
typedef void clair_say_fn(struct clair_report *report, const char *sentence);
void clair_compare_remarks(
    struct clair_report *report, const struct clair_compare *compare, clair_say_fn *say);
/* With what is set apart, and why: findings of the two reports together. */
void clair_compare_aparts(
    struct clair_report *report, const struct clair_compare *compare, clair_say_fn *say);
/* The stability and what it is made of, and whether people should be told. */
void clair_compare_stable(
    struct clair_report *report, const struct clair_compare *compare, clair_say_fn *say);
uint32_t clair_compare_changes(const struct clair_compare *compare, bool of_menu);

/* The finding of one report that follows `*page`, `*index`: proven, neither silenced nor matched nor set
 * apart. Start with 0, 0; the site comes last. NULL: no more. */
const struct clair_compared_finding *clair_compare_next(
    const struct clair_compared_side *side, uint32_t *page, uint32_t *index, bool failed);

/* A page whose number of failures has changed. */
struct clair_compared_count {
	const struct clair_compared_page *page; /* of the new report */
	uint32_t before, now;
};
enum { CLAIR_COUNTS_SHOWN = 10 };
/* Those that changed most, the best first, then the worst last. */
size_t clair_compare_counts(
    const struct clair_compare *compare, struct clair_compared_count counts[static CLAIR_COUNTS_SHOWN]);

void clair_compare_text(struct clair_report *report, const struct clair_compare *compare);
void clair_compare_json(struct clair_report *report, const struct clair_compare *compare);
void clair_compare_html(struct clair_report *report, const struct clair_compare *compare);

#endif
