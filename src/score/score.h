/*
 * Scores and RGAA statuses: a pure function of tallies, rule descriptors, weights and referential.
 *
 * docs/scores.md has the formula and a worked example. In short: a score starts at 100, each rule
 * that fails takes away a part of what is left, so that one more defect never raises a score.
 */
#ifndef CLAIR_SCORE_SCORE_H
#define CLAIR_SCORE_SCORE_H

#include "engine/run.h"

/* A rule as this run asks it. */
struct clair_score_rule {
	const struct clair_rule *rule;
	enum clair_severity severity;
	enum clair_axis axis;
	bool enabled;
};

/* From seuils.conf, keys score.*. */
struct clair_score_weights {
	double part[CLAIR_SEVERITY_COUNT]; /* what a rule that fails everywhere takes away, 0 to 1 */
	double first;                      /* share of it that the first defect takes */
	double good, fair;                 /* at or over: few obstacles; some obstacles */
};

struct clair_score_rule clair_score_rule_at(const struct clair_linter *linter, size_t index);

/* False when a key is missing: no score can be given then. */
bool clair_score_weights_load(
    struct clair_score_weights *weights, const struct clair_linter *linter);

/* Fills result->scores from result->tallies. */
void clair_score_page(struct clair_result *result, const struct clair_linter *linter);

/* Fills run->scores; and criteria, rgaa_decided, rgaa_tests, unless all are texts. False when out of memory. */
bool clair_score_run(struct clair_run *run);

/* The same, without a linter: `tallies` has one tally per rule. */
void clair_score_tallies(struct clair_scores *scores, const struct clair_score_weights *weights,
    const struct clair_score_rule *rules, const struct clair_tally *tallies, size_t count);

/* Scores of the site from those of its pages and from the tallies of the site rules. */
void clair_score_site(struct clair_run *run, const struct clair_score_weights *weights,
    const struct clair_score_rule *rules, size_t count);

/* Ids of the referentials, as rules list them: "1.1.1". */
bool clair_is_rgaa_test(const char *id);
bool clair_is_wcag_criterion(const char *id);

/* The part that one rule takes away, 0 to 1. More failures, or fewer passes, never take less. */
double clair_score_loss(const struct clair_score_weights *weights, enum clair_severity severity,
    const struct clair_tally *tally);

/* The tally once so many of its findings are mended; `all`: none is left. Findings are taken for elements: while
 * one is left, one element still fails. */
struct clair_tally clair_score_mended(const struct clair_tally *tally, uint32_t findings, bool all);
/* Fills the gain of every cause, after the scores: see docs/scores.md. False when out of memory. */
bool clair_score_gains(struct clair_run *run, const struct clair_score_weights *weights,
    const struct clair_score_rule *rules, size_t count);

/* Fill result->reading from its measures, and run->readings from its pages. */
void clair_reading_page(struct clair_result *result);
void clair_reading_run(struct clair_run *run);

/* All scores unknown. */
void clair_score_unknown(struct clair_scores *scores);

#endif
