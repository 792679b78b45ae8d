/*
 * Ten open indicators of a site: few numbers, each with a definition (docs/scores.md), to follow from one crawl
 * to the next. What is not measured has no value and says why; it is never 0.
 */
#ifndef CLAIR_SCORE_INDICATOR_H
#define CLAIR_SCORE_INDICATOR_H

#include "score/score.h"

/* Fills run->indicators from the pages, their summaries and the scores of the run. False when out of memory. */
bool clair_indicators_fill(struct clair_run *run, const struct clair_score_rule *rules, size_t count);

#endif
