/* See rgaa.h. */
#include "score/rgaa.h"

#include "score/referential.h"

#include <string.h>

#define RGAA "rgaa-" CLAIR_RGAA_VERSION

/* What one rule said over the pages listened to, and the site. */
struct clair_rgaa_said {
	bool passed, failed, review, untested;
	bool asked; /* by at least one page, or by the site */
	uint64_t failed_messages, review_messages; /* as those of a tally */
};

static void
hear(struct clair_rgaa_said *said, const struct clair_tally *tally)
{
	said->asked = true;
	said->failed |= tally->outcome == CLAIR_FAIL || tally->failed > 0;
	said->review |= tally->outcome == CLAIR_REVIEW || tally->review > 0;
	said->passed |= tally->outcome == CLAIR_PASS || tally->passed > 0;
	/* Told even when a failure, perhaps of another test, hides it in the outcome. */
	said->untested |= tally->outcome == CLAIR_UNTESTED || tally->untested != CLAIR_WHY_NONE ||
	    tally->silenced > 0;
	said->failed_messages |= tally->failed_messages;
	said->review_messages |= tally->review_messages;
}

/* Bits of the messages of the rule that speak of the test. */
static uint64_t
messages_about(const struct clair_rule *rule, const char *test)
{
	uint64_t messages = 0;

	for (unsigned i = 0; i < rule->message_count; i++) {
		if (clair_referential_lists(clair_message_tests(rule, i), test))
			messages |= (uint64_t)1 << i;
	}
	return messages;
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
judge(const struct clair_rgaa *rgaa, uint32_t test, bool whole)
{
	struct clair_rgaa_said all = {0};
	bool absent = true;
	bool asked = true;

	for (uint32_t v = rgaa->first_voice[test]; v < rgaa->first_voice[test + 1]; v++) {
		const struct clair_rgaa_voice *voice = &rgaa->voices[v];
		const struct clair_rgaa_said *said = &rgaa->said[voice->rule];

		all.failed |= said->failed && (said->failed_messages & voice->messages) != 0;
		all.review |= said->review && (said->review_messages & voice->messages) != 0;
		/* What a user's rule does not find proves nothing about the test. */
		if (rgaa->rules[voice->rule].rule->place != NULL)
			continue;
		all.asked = true;
		asked &= said->asked;
		all.passed |= said->passed;
		all.untested |= said->untested;
		absent &= !said->failed && !said->review && voice->proves_absence;
	}
	if (all.failed)
		return CLAIR_FAIL;
	if (all.review)
		return CLAIR_REVIEW;
	if (!all.asked || !asked || all.untested)
		return CLAIR_UNTESTED;
	if (all.passed)
		return whole ? CLAIR_PASS : CLAIR_UNTESTED;
	return absent ? CLAIR_INAPPLICABLE : CLAIR_UNTESTED;
}

static void
close_criterion(struct clair_rgaa_criterion *criterion)
{
	uint32_t passed = 0;
	uint32_t absent = 0;

	criterion->state = CLAIR_RGAA_NT;
	criterion->review = false;
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

/* With no room in `voices`, only counts. */
static uint32_t
add_voices(struct clair_rgaa *rgaa, const struct clair_referential_row *test, uint32_t count)
{
	for (size_t i = 0; i < rgaa->rule_count; i++) {
		const struct clair_score_rule *asked = &rgaa->rules[i];

		if (!asked->enabled || asked->rule->advice || !clair_referential_lists(asked->rule->rgaa, test->id))
			continue;
		if (rgaa->voices != NULL)
			rgaa->voices[count] = (struct clair_rgaa_voice){i,
				messages_about(asked->rule, test->id),
				proves_absence(asked->rule, test->class)};
		count++;
	}
	return count;
}

static void
add_test(struct clair_rgaa *rgaa, const struct clair_referential_row *row)
{
	rgaa->tests[rgaa->test_count++] = (struct clair_rgaa_test){
		.id = row->id,
		.title = {row->fr, row->en},
		.method = {row->method_fr, row->method_en},
		.whole = strcmp(row->class, "AUTO") == 0,
		.drawn = strcmp(row->class, "BROWSER") == 0,
	};
	rgaa->criteria[rgaa->criterion_count - 1].test_count++;
}

static void
add_criterion(struct clair_rgaa *rgaa, const struct clair_referential_row *row)
{
	rgaa->criteria[rgaa->criterion_count++] = (struct clair_rgaa_criterion){
		.id = row->id,
		.title = {row->fr, row->en},
		.tests = &rgaa->tests[rgaa->test_count],
	};
}

static uint32_t
count_voices(struct clair_rgaa *rgaa)
{
	uint32_t count = 0;

	for (size_t i = 0; i < clair_referential_count; i++) {
		if (is_rgaa(&clair_referential[i], "test"))
			count = add_voices(rgaa, &clair_referential[i], count);
	}
	return count;
}

bool
clair_rgaa_init(struct clair_rgaa *rgaa, struct clair_arena *mem,
    const struct clair_score_rule *rules, size_t count)
{
	const size_t room = clair_referential_count + 1;
	uint32_t voices = 0;

	*rgaa = (struct clair_rgaa){.rules = rules, .rule_count = count};
	rgaa->criteria = clair_alloc_array(mem, room, sizeof(*rgaa->criteria));
	rgaa->tests = clair_alloc_array(mem, room, sizeof(*rgaa->tests));
	rgaa->first_voice = clair_alloc_array(mem, room, sizeof(*rgaa->first_voice));
	rgaa->said = clair_alloc_array(mem, count + 1, sizeof(*rgaa->said));
	rgaa->voices = clair_alloc_array(mem, (size_t)count_voices(rgaa) + 1, sizeof(*rgaa->voices));
	if (rgaa->criteria == NULL || rgaa->tests == NULL || rgaa->first_voice == NULL ||
	    rgaa->said == NULL || rgaa->voices == NULL)
		return false;
	for (size_t i = 0; i < clair_referential_count; i++) {
		const struct clair_referential_row *row = &clair_referential[i];

		if (is_rgaa(row, "criterion")) {
			add_criterion(rgaa, row);
		} else if (is_rgaa(row, "test") && rgaa->criterion_count > 0) {
			voices = add_voices(rgaa, row, voices);
			add_test(rgaa, row);
			rgaa->first_voice[rgaa->test_count] = voices;
		}
	}
	return true;
}

static void
forget(struct clair_rgaa *rgaa)
{
	for (size_t i = 0; i < rgaa->rule_count; i++)
		rgaa->said[i] = (struct clair_rgaa_said){0};
}

static void
hear_page(struct clair_rgaa *rgaa, const struct clair_result *page)
{
	for (size_t i = 0; page->tested && !page->is_text && i < rgaa->rule_count; i++) {
		if (rgaa->rules[i].rule->scope != CLAIR_SITE)
			hear(&rgaa->said[i], &page->tallies[i]);
	}
}

/* What a rule of the site found on pages out of the sample is not seen by the audit: nothing is proven then. */
static struct clair_tally
tally_of_sample(const struct clair_run *run, size_t rule)
{
	struct clair_tally tally = run->site_tallies[rule];
	bool left_out = tally.untold > 0;

	if (run->sample == NULL)
		return tally;
	tally.failed = tally.review = 0;
	tally.failed_messages = tally.review_messages = 0;
	for (const struct clair_finding *f = run->site_findings; f != NULL; f = f->next) {
		const bool fails = f->outcome == CLAIR_FAIL;

		if (f->suppressed != NULL || clair_linter_rule_index(run->linter, f->rule) != rule)
			continue;
		if (!clair_run_in_sample(run, f)) {
			left_out = true;
			continue;
		}
		tally.failed += fails;
		tally.review += !fails;
		*(fails ? &tally.failed_messages : &tally.review_messages) |= UINT64_C(1) << f->message;
	}
	if (left_out)
		tally.untested = CLAIR_WHY_FEW_PAGES;
	if (tally.outcome == CLAIR_FAIL || tally.outcome == CLAIR_REVIEW)
		tally.outcome = tally.failed > 0 ? CLAIR_FAIL : tally.review > 0 ? CLAIR_REVIEW : CLAIR_UNTESTED;
	return tally;
}

static void
hear_site(struct clair_rgaa *rgaa, const struct clair_run *run)
{
	for (size_t i = 0; run->site_tallies != NULL && i < rgaa->rule_count; i++) {
		if (rgaa->rules[i].rule->scope == CLAIR_SITE) {
			const struct clair_tally tally = tally_of_sample(run, i);

			hear(&rgaa->said[i], &tally);
		}
	}
}

static void
close_all(struct clair_rgaa *rgaa)
{
	rgaa->decided = 0;
	for (uint32_t i = 0; i < rgaa->test_count; i++) {
		struct clair_rgaa_test *test = &rgaa->tests[i];

		test->outcome = judge(rgaa, i, test->whole);
		rgaa->decided += test->outcome != CLAIR_REVIEW && test->outcome != CLAIR_UNTESTED;
	}
	for (uint32_t i = 0; i < rgaa->criterion_count; i++)
		close_criterion(&rgaa->criteria[i]);
}

void
clair_rgaa_judge_page(struct clair_rgaa *rgaa, const struct clair_result *page)
{
	forget(rgaa);
	hear_page(rgaa, page);
	close_all(rgaa);
}

void
clair_rgaa_judge_site(struct clair_rgaa *rgaa, const struct clair_run *run)
{
	forget(rgaa);
	hear_site(rgaa, run);
	close_all(rgaa);
}

bool
clair_rgaa_is_of_site(const struct clair_rgaa *rgaa, const struct clair_rgaa_criterion *criterion)
{
	const size_t first = (size_t)(criterion->tests - rgaa->tests);

	for (uint32_t v = rgaa->first_voice[first]; v < rgaa->first_voice[first + criterion->test_count]; v++) {
		if (rgaa->rules[rgaa->voices[v].rule].rule->scope == CLAIR_SITE)
			return true;
	}
	return false;
}

bool
clair_rgaa_fill(struct clair_run *run, const struct clair_score_rule *rules, size_t count)
{
	struct clair_rgaa rgaa;

	run->criterion_count = run->rgaa_decided = run->rgaa_tests = 0;
	if (!clair_rgaa_init(&rgaa, &run->mem, rules, count))
		return false;
	for (uint32_t i = 0; i < run->page_count; i++)
		hear_page(&rgaa, clair_run_page(run, i));
	hear_site(&rgaa, run);
	close_all(&rgaa);
	run->criteria = rgaa.criteria;
	run->criterion_count = rgaa.criterion_count;
	run->rgaa_decided = rgaa.decided;
	run->rgaa_tests = rgaa.test_count;
	return true;
}
