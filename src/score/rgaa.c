/* See rgaa.h. */
#include "score/rgaa.h"

#include "score/referential.h"

#include <string.h>

#define RGAA "rgaa-" CLAIR_RGAA_VERSION

/* What one rule said over all the tested pages and the site. */
struct said {
	bool passed, failed, review, untested;
	bool asked; /* by at least one page, or by the site */
	uint64_t failed_messages, review_messages; /* as those of a tally */
};

static void
hear(struct said *said, const struct clair_tally *tally)
{
	said->asked = true;
	said->failed |= tally->outcome == CLAIR_FAIL || tally->failed > 0;
	said->review |= tally->outcome == CLAIR_REVIEW || tally->review > 0;
	said->passed |= tally->outcome == CLAIR_PASS || tally->passed > 0;
	said->untested |= tally->outcome == CLAIR_UNTESTED;
	said->failed_messages |= tally->failed_messages;
	said->review_messages |= tally->review_messages;
}

static struct said *
listen(struct clair_run *run, const struct clair_score_rule *rules, size_t count)
{
	struct said *said = clair_alloc_array(&run->mem, count + 1, sizeof(*said));

	if (said == NULL)
		return NULL;
	for (size_t i = 0; i < count; i++) {
		if (rules[i].rule->scope == CLAIR_SITE) {
			if (run->site_tallies != NULL)
				hear(&said[i], &run->site_tallies[i]);
			continue;
		}
		for (uint32_t p = 0; p < run->page_count; p++) {
			if (run->pages[p]->tested)
				hear(&said[i], &run->pages[p]->tallies[i]);
		}
	}
	return said;
}

static bool
lists(const char *const *ids, const char *test)
{
	for (; ids != NULL && *ids != NULL; ids++) {
		if (strcmp(*ids, test) == 0)
			return true;
	}
	return false;
}

/* One of these messages of the rule speaks of the test. */
static bool
speaks_of(const struct clair_rule *rule, uint64_t messages, const char *test)
{
	for (unsigned i = 0; i < rule->message_count; i++) {
		if ((messages >> i & 1) != 0 && lists(clair_message_tests(rule, i), test))
			return true;
	}
	return false;
}

/* "Nothing to judge" proves absence when the rule says so, or is asked about every element of some kinds. A
 * rule asked about the page, or about all elements, may look for something else than the matter itself. */
static bool
proves_absence(const struct clair_rule *rule, const char *class)
{
	if (strcmp(class, "AUTO") == 0 || rule->finds_all)
		return true;
	return strcmp(class, "AUTO-FAIL") == 0 && rule->scope == CLAIR_ELEMENT && !rule->on_all &&
	    rule->on_tags.count + rule->on_roles.count > 0;
}

static enum clair_outcome
judge(const struct clair_referential_row *test, const struct clair_score_rule *rules,
    const struct said *said, size_t count)
{
	struct said all = {0};
	bool absent = true;
	bool asked = true;

	for (size_t i = 0; i < count; i++) {
		if (!rules[i].enabled || rules[i].rule->advice ||
		    !lists(rules[i].rule->rgaa, test->id))
			continue;
		all.asked = true;
		asked &= said[i].asked;
		all.passed |= said[i].passed;
		all.failed |= said[i].failed &&
		    speaks_of(rules[i].rule, said[i].failed_messages, test->id);
		all.review |= said[i].review &&
		    speaks_of(rules[i].rule, said[i].review_messages, test->id);
		all.untested |= said[i].untested;
		absent &= !said[i].failed && !said[i].review &&
		    proves_absence(rules[i].rule, test->class);
	}
	if (all.failed)
		return CLAIR_FAIL;
	if (all.review)
		return CLAIR_REVIEW;
	if (!all.asked || !asked || all.untested)
		return CLAIR_UNTESTED;
	if (all.passed)
		return strcmp(test->class, "AUTO") == 0 ? CLAIR_PASS : CLAIR_UNTESTED;
	return absent ? CLAIR_INAPPLICABLE : CLAIR_UNTESTED;
}

static void
close_criterion(struct clair_rgaa_criterion *criterion)
{
	uint32_t passed = 0;
	uint32_t absent = 0;

	criterion->state = CLAIR_RGAA_NT;
	for (uint32_t i = 0; i < criterion->test_count; i++) {
		const enum clair_outcome outcome = criterion->tests[i].outcome;

		if (outcome == CLAIR_FAIL)
			criterion->state = CLAIR_RGAA_NC;
		criterion->review |= outcome == CLAIR_REVIEW;
		passed += outcome == CLAIR_PASS;
		absent += outcome == CLAIR_INAPPLICABLE;
	}
	if (criterion->state == CLAIR_RGAA_NC || criterion->test_count == 0)
		return;
	if (passed == criterion->test_count)
		criterion->state = CLAIR_RGAA_C;
	else if (absent == criterion->test_count)
		criterion->state = CLAIR_RGAA_NA;
}

static bool
is_rgaa(const struct clair_referential_row *row, const char *kind)
{
	return strcmp(row->referential, RGAA) == 0 && strcmp(row->kind, kind) == 0;
}

bool
clair_rgaa_fill(struct clair_run *run, const struct clair_score_rule *rules, size_t count)
{
	struct clair_rgaa_criterion *criterion = NULL;
	struct clair_rgaa_test *tests = clair_alloc_array(
	    &run->mem, clair_referential_count + 1, sizeof(*tests));
	const struct said *said = listen(run, rules, count);

	run->criteria = clair_alloc_array(
	    &run->mem, clair_referential_count + 1, sizeof(*run->criteria));
	run->criterion_count = run->rgaa_decided = run->rgaa_tests = 0;
	if (tests == NULL || said == NULL || run->criteria == NULL)
		return false;
	for (size_t i = 0; i < clair_referential_count; i++) {
		const struct clair_referential_row *row = &clair_referential[i];

		if (is_rgaa(row, "criterion")) {
			criterion = &run->criteria[run->criterion_count++];
			criterion->id = row->id;
			criterion->title[CLAIR_FR] = row->fr;
			criterion->title[CLAIR_EN] = row->en;
			criterion->tests = &tests[run->rgaa_tests];
		} else if (is_rgaa(row, "test") && criterion != NULL) {
			const enum clair_outcome outcome = judge(row, rules, said, count);

			tests[run->rgaa_tests++] = (struct clair_rgaa_test){row->id, outcome};
			criterion->test_count++;
			run->rgaa_decided +=
			    outcome != CLAIR_REVIEW && outcome != CLAIR_UNTESTED;
		}
	}
	for (uint32_t i = 0; i < run->criterion_count; i++)
		close_criterion(&run->criteria[i]);
	return true;
}
