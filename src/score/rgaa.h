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

/* A rule that is asked and names a test. */
struct clair_rgaa_voice {
	size_t rule;
	uint64_t messages;   /* bit: index of a message that speaks of the test */
	bool proves_absence; /* of the matter of the test, when it finds nothing to judge */
};

/* The statuses of one page, of the site rules or of the run: judged again and again in the same memory. */
struct clair_rgaa {
	struct clair_rgaa_criterion *criteria; /* in order, with their tests */
	uint32_t criterion_count;
	struct clair_rgaa_test *tests;
	uint32_t test_count;
	uint32_t decided;                      /* tests failed, passed or inapplicable by proof */
	const struct clair_score_rule *rules;
	size_t rule_count;
	struct clair_rgaa_voice *voices;       /* what may speak of the tests, test by test */
	uint32_t *first_voice;                 /* of each test; one more at the end */
	struct clair_rgaa_said *said;          /* what each rule said */
};

/* False when out of memory. */
bool clair_rgaa_init(struct clair_rgaa *rgaa, struct clair_arena *mem,
    const struct clair_score_rule *rules, size_t count);

/* What the rules said of one page alone; rules of the site say nothing of a page. */
void clair_rgaa_judge_page(struct clair_rgaa *rgaa, const struct clair_result *page);

/* What the rules of the site said alone. */
void clair_rgaa_judge_site(struct clair_rgaa *rgaa, const struct clair_run *run);

/* A rule of the site is asked about one of its tests. */
bool clair_rgaa_is_of_site(const struct clair_rgaa *rgaa, const struct clair_rgaa_criterion *criterion);

/* Fills run->criteria, criterion_count, rgaa_decided, rgaa_tests. False when out of memory. */
bool clair_rgaa_fill(
    struct clair_run *run, const struct clair_score_rule *rules, size_t count);

#endif
