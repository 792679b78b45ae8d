/*
 * A run made by hand: few pages, rules of its own, so that a report does not change when a rule of the
 * program does. Scores and RGAA statuses are computed as for a real run.
 */
#ifndef CLAIR_TESTS_SAMPLE_RUN_H
#define CLAIR_TESTS_SAMPLE_RUN_H

#include "report/report.h"

enum { SAMPLE_RULES = 8, SAMPLE_PAGES = 4, SAMPLE_SHEETS = 2 };

struct sample {
	struct clair_score_rule rules[SAMPLE_RULES];
	struct clair_tally tallies[SAMPLE_PAGES][SAMPLE_RULES];
	struct clair_tally site_tallies[SAMPLE_RULES];
	struct clair_result results[SAMPLE_PAGES];
	struct clair_result *pages[SAMPLE_PAGES];
	struct clair_finding findings[9];
	struct clair_lost_sheet lost_sheets[SAMPLE_SHEETS];
	struct clair_cause causes[7];
	const struct clair_result *cause_pages[7][SAMPLE_PAGES];
	const struct clair_suppression *unused[1];
	struct clair_run run;
};

extern const struct clair_score_weights sample_weights;

/* The sample points into itself: it is not to be copied. */
void sample_make(struct sample *sample);

/* The same of an audit: a rule that only asks is asked too. */
void sample_make_audit(struct sample *sample);

/* Every text that comes from a page becomes `text`. */
void sample_fill_with(struct sample *sample, const char *text);

void sample_free(struct sample *sample);

/* Writes the run into `out`. */
enum clair_status sample_write(const struct sample *sample, struct clair_buf *out,
    enum clair_format format, const struct clair_write_options *options);

/* How often `what` stands in a report. */
unsigned count_of(const char *text, const char *what);

#endif
