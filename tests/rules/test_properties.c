/* What must hold over the pages of all fixtures, written in another way or with a fix applied. */
#include "tests/support/rewrite.h"
#include "tests/support/rule_cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Under sanitizers, which take five times as long, each property is held on one case of five, another for each:
 * test_rules runs all of them. */
#ifdef __SANITIZE_ADDRESS__
enum { STEP = 5 };
#else
enum { STEP = 1 };
#endif

static struct clair_linter *linter;
static unsigned complaints;
static unsigned compared;
static size_t properties; /* begun */

typedef char *rewriter(const char *html);
typedef void case_visitor(struct rule_case *one, void *payload);

static void
each_case(case_visitor *visit, void *payload)
{
	char **paths = rule_case_files();
	size_t seen = properties++;

	complaints = compared = 0;
	for (size_t p = 0; paths[p] != NULL; p++) {
		size_t count;
		struct rule_case *cases = rule_cases_read(paths[p], &count);

		assert_non_null(cases);
		for (size_t i = 0; i < count; i++)
			if (seen++ % STEP == 0)
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

/* --- Comments that ask to be spared ---------------------------------------------------------------- */

/* After what its author left open, for one. */
static unsigned without_place;

static uint32_t
count_told(const struct clair_result *page, const struct clair_finding *like)
{
	uint32_t count = 0;

	for (const struct clair_finding *f = page->first; f != NULL; f = f->next)
		count += f->suppressed == NULL && f->rule == like->rule && f->message == like->message;
	return count;
}

/* With the comment of this reason before it, is the finding told, and is the comment in this state? */
static bool
is_so(const struct rule_case *one, const struct clair_result *before, const struct clair_finding *finding,
    const char *reason, bool told, enum clair_ignore_state state)
{
	const char *html = one->pages[0].html;
	struct rule_case other = *one;
	struct clair_run *run;
	struct clair_buf out;
	bool so;

	clair_buf_init(&out, 0);
	clair_buf_add(&out, html, finding->spare.offset);
	clair_spare_write(&out, finding, html, strlen(html), finding->spare.offset, reason);
	clair_buf_puts(&out, html + finding->spare.offset);
	other.pages[0].html = out.bytes;
	run = rule_case_run(linter, &other);
	so = run->pages[0]->ignore_count == 1 && run->pages[0]->ignores[0].state == state &&
	    (count_told(run->pages[0], finding) < count_told(before, finding)) != told;
	if (!so)
		fprintf(stderr, "%s: %s: « %s », state %u:\n%s\n", one->name, finding->rule->id, reason,
		    run->pages[0]->ignore_count == 0 ? 99u : (unsigned)run->pages[0]->ignores[0].state, out.bytes);
	clair_run_free(run);
	clair_buf_free(&out);
	return so;
}

/* Of the rule that the case is about: the first finding. */
static void
spare_one(struct rule_case *one, void *payload)
{
	const struct clair_finding *f;
	struct clair_run *run;

	(void)payload;
	if (one->is_site)
		return;
	run = rule_case_run(linter, one);
	f = run->pages[0]->first;
	while (f != NULL && strcmp(f->rule->id, one->rule) != 0)
		f = f->next;
	if (f != NULL) {
		if (!f->spare.is_possible) {
			without_place++;
			clair_run_free(run);
			return;
		}
		compared++;
		complaints += !is_so(one, run->pages[0], f, "refait en mars", false, CLAIR_IGNORE_USED);
		complaints += !is_so(one, run->pages[0], f, clair_ignore_blank[CLAIR_FR], true, CLAIR_IGNORE_NO_REASON);
	}
	clair_run_free(run);
}

static void
a_comment_spares_its_finding_once_it_says_why(void **state)
{
	(void)state;
	without_place = 0;
	each_case(spare_one, NULL);
	assert_true(without_place * 100 < compared);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comments_change_nothing),
		cmocka_unit_test(order_and_case_of_attributes_change_nothing),
		cmocka_unit_test(a_div_around_all_changes_nothing),
		cmocka_unit_test(a_fix_removes_its_finding_and_a_safe_one_adds_none),
		cmocka_unit_test(a_comment_spares_its_finding_once_it_says_why),
	};
	int failed;

	linter = support_linter(NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	clair_linter_free(linter);
	return failed == 0 ? 0 : 1;
}
