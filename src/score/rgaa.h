/*
 * RGAA statuses from tallies. A pass of a machine proves little, so a status is claimed only when it
 * is proven:
 *
 *     NC  a test of the criterion is proven failed on a page or on the site;
 *     NA  every test is decided by a rule, and each says on every page that there is nothing to judge;
 *     C   every test can be wholly decided by a machine, is decided by a rule, and passed;
 *     NT  otherwise.
 *
 * Rules that only give advice never count.
 */
#ifndef CLAIR_SCORE_RGAA_H
#define CLAIR_SCORE_RGAA_H

#include "score/score.h"

/* Fills run->criteria, criterion_count, rgaa_decided, rgaa_tests. False when out of memory. */
bool clair_rgaa_fill(
    struct clair_run *run, const struct clair_score_rule *rules, size_t count);

#endif
