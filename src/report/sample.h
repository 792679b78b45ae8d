/* The sample of an audit in reports: which pages, why each, and what a person still has to look for. */
#ifndef CLAIR_REPORT_SAMPLE_H
#define CLAIR_REPORT_SAMPLE_H

#include "report/gate.h"

/* The pages that an audit walks: those of the sample when the run has one, else all of them, in order. */
uint32_t clair_audited_count(const struct clair_run *run);
const struct clair_result *clair_audited_page(const struct clair_run *run, uint32_t index);

/* Stable names, as in the JSON: "home", "data-table", "random"… */
const char *clair_sample_name(enum clair_sample_why why);
enum clair_string clair_sample_string(enum clair_sample_why why);

/* Adds the title of a page, on one line, cut when it is long. */
void clair_sample_title(const struct clair_result *page, struct clair_buf *out);
/* Adds "page d’aide, plan du site": `kinds` are bits of enum clair_sample_why. */
void clair_sample_kinds(struct clair_report *report, uint32_t kinds, struct clair_buf *out);
/* How the pages were chosen, with the seed. */
const char *clair_sample_method(struct clair_report *report);
/* Gives what the sample lacks, and that a person decides: to `list` kinds, under a sentence; to `say` sentences. */
typedef void clair_kinds_fn(struct clair_report *report, const char *sentence, uint32_t kinds);
void clair_sample_limits(struct clair_report *report, clair_kinds_fn *list, clair_sentence_fn *say);

#endif
