/*
 * Scores and RGAA statuses: a pure function of tallies, rule descriptors, weights and referential.
 */
#ifndef CLAIR_SCORE_SCORE_H
#define CLAIR_SCORE_SCORE_H

#include "engine/run.h"

/* Fills result->scores from result->tallies. */
void clair_score_page(struct clair_result *result, const struct clair_linter *linter);

/* Fills run->scores, criteria, rgaa_decided, rgaa_tests. False when out of memory. */
bool clair_score_run(struct clair_run *run);

#endif
