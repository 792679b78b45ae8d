/* What must hold over the pages of all fixtures, written in another way or with a fix applied. */
#include "tests/support/rewrite.h"
#include "tests/support/rule_cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct clair_linter *linter;
static unsigned complaints;
static unsigned compared;

typedef char *rewriter(const char *html);
typedef void case_visitor(struct rule_case *one, void *payload);

static void
each_case(case_visitor *visit, void *payload)
{
	char **paths = rule_case_files();

	complaints = compared = 0;
	for (size_t p = 0; paths[p] != NULL; p++) {
		size_t count;
		struct rule_case *cases = rule_cases_read(paths[p], &count);

		assert_non_null(cases);
		for (size_t i = 0; i < count; i++)
			visit(&cases[i], payload);
	}
	assert_true(compared > 0);
	assert_int_equal(complaints, 0);
}

static void
compare(const struct rule_case *one, const struct clair_tally *before, const struct clair_tally *after)
{
	for (size_t r = 0; before != NULL && after != NULL && r < clair_rule_count(); r++) {
		const char *id = clair_rule_at(r)->id;

		compared++;
		if (before[r].outcome == after[r].outcome)
			continue;
		fprintf(stderr, "%s: %s was %s, is %s\n", one->name, id,
		    clair_outcome_name(before[r].outcome), clair_outcome_name(after[r].outcome));
		complaints++;
	}
}

static void
compare_ways(struct rule_case *one, void *payload)
{
	rewriter *const *rewrite = payload;
	struct rule_case other = *one;
	struct clair_run *before;
	struct clair_run *after;

	for (size_t p = 0; p < one->page_count; p++) {
		other.pages[p].html = (*rewrite)(one->pages[p].html);
		if (other.pages[p].html == NULL)
			return;
	}
	before = rule_case_run(linter, one);
	after = rule_case_run(linter, &other);
	for (uint32_t p = 0; p < before->page_count; p++)
		compare(one, before->pages[p]->tallies, after->pages[p]->tallies);
	compare(one, before->site_tallies, after->site_tallies);
	clair_run_free(before);
	clair_run_free(after);
	for (size_t p = 0; p < one->page_count; p++)
		free(other.pages[p].html);
}

static void
comments_change_nothing(void **state)
{
	(void)state;
	each_case(compare_ways, &(rewriter *){rewrite_with_comments});
}

static void
order_and_case_of_attributes_change_nothing(void **state)
{
	(void)state;
	each_case(compare_ways, &(rewriter *){rewrite_attributes});
}

static void
a_div_around_all_changes_nothing(void **state)
{
	(void)state;
	each_case(compare_ways, &(rewriter *){rewrite_in_div});
}

/* Findings of a page by rule and message. */
static uint32_t
count_like(const struct clair_result *page, const struct clair_finding *like)
{
	uint32_t count = 0;

	for (const struct clair_finding *f = page->first; f != NULL; f = f->next)
		count += f->rule == like->rule && f->message == like->message;
	return count;
}

static bool
has_there(const struct clair_result *page, const struct clair_finding *like)
{
	for (const struct clair_finding *f = page->first; f != NULL; f = f->next) {
		if (f->rule == like->rule && f->message == like->message && f->offset == like->offset)
			return true;
	}
	return false;
}

/* Without the questions of an audit. */
static uint32_t
count_faults(const struct clair_result *page)
{
	uint32_t count = 0;

	for (const struct clair_finding *f = page->first; f != NULL; f = f->next)
		count += !f->rule->audit;
	return count;
}

/* A safe fix takes its finding away and adds none. One that a person chooses takes its own away: a word
 * that is shown once for the page may then be shown where it stands next. */
static bool
is_mended(const struct clair_result *before, const struct clair_result *after,
    const struct clair_finding *finding)
{
	bool fewer = count_like(after, finding) < count_like(before, finding);

	if (finding->fix.safety == CLAIR_CHOICE)
		return fewer || !has_there(after, finding);
	return fewer && count_faults(after) == count_faults(before) - 1;
}

static void
check_fixed(const struct rule_case *one, const struct clair_result *before,
    const struct clair_finding *finding)
{
	struct rule_case other = *one;
	struct clair_run *run;

	other.pages[0].html = rewrite_fixed(one->pages[0].html, finding);
	if (other.pages[0].html == NULL)
		return;
	compared++;
	run = rule_case_run(linter, &other);
	if (!is_mended(before, run->pages[0], finding)) {
		fprintf(stderr, "%s: %s: %u findings before the fix, %u after:\n%s\n", one->name,
		    finding->rule->id, before->finding_count, run->pages[0]->finding_count,
		    other.pages[0].html);
		complaints++;
	}
	clair_run_free(run);
	free(other.pages[0].html);
}

static void
fix_all(struct rule_case *one, void *payload)
{
	struct clair_run *run;

	(void)payload;
	if (one->is_site)
		return;
	run = rule_case_run(linter, one);
	for (const struct clair_finding *f = run->pages[0]->first; f != NULL; f = f->next)
		check_fixed(one, run->pages[0], f);
	clair_run_free(run);
}

static void
a_fix_removes_its_finding_and_a_safe_one_adds_none(void **state)
{
	(void)state;
	each_case(fix_all, NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comments_change_nothing),
		cmocka_unit_test(order_and_case_of_attributes_change_nothing),
		cmocka_unit_test(a_div_around_all_changes_nothing),
		cmocka_unit_test(a_fix_removes_its_finding_and_a_safe_one_adds_none),
	};
	int failed;

	linter = support_linter(NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	clair_linter_free(linter);
	return failed == 0 ? 0 : 1;
}
