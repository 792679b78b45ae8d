/* Each case of each fixture is one test; then what must hold over all of them together. */
#include "tests/support/rule_cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct rule_case *cases;
static size_t case_count;
static struct clair_linter *everything;

static unsigned
times_told(const struct clair_finding *first, const struct clair_finding *like)
{
	unsigned times = 0;

	for (const struct clair_finding *f = first; f != NULL; f = f->next)
		times += f->rule == like->rule && f->message == like->message;
	return times;
}

/* What is not said to be told for each element is told once for a page. */
static bool
is_told_once(const struct rule_case *one, const struct clair_run *run)
{
	const struct clair_finding *first = run->pages[0]->first;

	for (const struct clair_finding *f = first; f != NULL; f = f->next) {
		const struct clair_message *message = &f->rule->messages[f->message];

		if (f->rule->scope != CLAIR_PAGE || message->each || times_told(first, f) == 1)
			continue;
		/* Parts that change places change the heading at which a level is missed, not how many are. */
		if (strcmp(f->rule->id, "structure/heading-skip") == 0)
			continue;
		fprintf(stderr, "%s: %s#%s is told for several elements\n", one->name, f->rule->id, message->key);
		return false;
	}
	return true;
}

static void
case_holds(void **state)
{
	const struct rule_case *one = *state;
	struct clair_run *run;

	assert_non_null(clair_rule_find(one->rule));
	run = rule_case_run(everything, one);
	assert_true(rule_case_holds(one, run));
	assert_true(is_told_once(one, run));
	clair_run_free(run);
}

struct text {
	char *bytes;
	size_t length;
};

static bool
collect(void *payload, const char *bytes, size_t length)
{
	struct text *text = payload;

	text->bytes = realloc(text->bytes, text->length + length + 1);
	memcpy(text->bytes + text->length, bytes, length);
	text->length += length;
	text->bytes[text->length] = '\0';
	return true;
}

static char *
written(const struct clair_linter *linter, const struct rule_case *one)
{
	struct clair_write_options options = {.lang = CLAIR_FR};
	struct clair_run *run = rule_case_run(linter, one);
	struct text text = {strdup(""), 0};

	assert_int_equal(clair_run_write(run, CLAIR_JSONL, &options, collect, &text), CLAIR_OK);
	assert_true(text.length > 0);
	clair_run_free(run);
	return text.bytes;
}

/* Judged in the same way, in another way: the same bytes. */
static void
assert_same_everywhere(const struct clair_linter *other)
{
	for (size_t i = 0; i < case_count; i++) {
		char *a = written(everything, &cases[i]);
		char *b = written(other, &cases[i]);

		if (strcmp(a, b) != 0)
			fprintf(stderr, "%s\n", cases[i].name);
		assert_string_equal(a, b);
		free(a);
		free(b);
	}
}

/* By a linter of its own: neither the way of asking nor what was judged before changes anything. */
static void
buckets_find_what_brute_force_finds_again(void **state)
{
	struct clair_linter *brute = support_linter(&(struct clair_options){.brute_force = true});

	(void)state;
	assert_same_everywhere(brute);
	clair_linter_free(brute);
}

/* Each rule alone answers as it does among all: rules share nothing. */
static void
a_rule_alone_answers_as_among_all(void **state)
{
	struct clair_linter *alone = NULL;

	(void)state;
	for (size_t i = 0; i < case_count; i++) {
		const struct clair_rule_option only[] = {
		    {.rule = "*", .enabled = false, .severity = -1},
		    {.rule = cases[i].rule, .enabled = true, .severity = -1},
		};
		struct clair_run *run;

		if (i == 0 || strcmp(cases[i].rule, cases[i - 1].rule) != 0) {
			clair_linter_free(alone);
			alone = support_linter(
			    &(struct clair_options){.rules = only, .rule_count = CLAIR_LEN(only)});
		}
		run = rule_case_run(alone, &cases[i]);
		assert_true(rule_case_holds(&cases[i], run));
		clair_run_free(run);
	}
	clair_linter_free(alone);
}

/* Every page is asked for a doctype, a language and a title: no page is out of their reach. */
static bool
concerns_every_page(const char *id)
{
	static const char *const always[] = {
	    "mandatory/doctype", "mandatory/lang-missing", "mandatory/title-missing"};

	for (size_t i = 0; i < CLAIR_LEN(always); i++) {
		if (strcmp(always[i], id) == 0)
			return true;
	}
	return false;
}

static void
every_rule_has_its_cases(void **state)
{
	static const enum clair_outcome needed[] = {CLAIR_PASS, CLAIR_FAIL, CLAIR_INAPPLICABLE};
	bool all = true;

	(void)state;
	for (size_t r = 0; r < clair_rule_count(); r++) {
		const char *id = clair_rule_at(r)->id;
		bool seen[CLAIR_OUTCOME_COUNT] = {false};

		for (size_t i = 0; i < case_count; i++) {
			if (strcmp(cases[i].rule, id) == 0)
				seen[cases[i].outcome] = true;
		}
		/* A rule that only asks a person to look has review in the place of fail; one of an audit
		 * passes nothing. */
		seen[CLAIR_FAIL] |= seen[CLAIR_REVIEW];
		seen[CLAIR_PASS] |= clair_rule_at(r)->audit;
		seen[CLAIR_INAPPLICABLE] |= concerns_every_page(id);
		for (size_t n = 0; n < CLAIR_LEN(needed); n++) {
			if (!seen[needed[n]]) {
				fprintf(stderr, "%s: no case %s\n", id,
				    clair_outcome_name(needed[n]));
				all = false;
			}
		}
	}
	assert_true(all);
}

static void
read_all(void)
{
	char **paths = rule_case_files();

	for (size_t i = 0; paths[i] != NULL; i++) {
		size_t count;
		struct rule_case *more = rule_cases_read(paths[i], &count);

		if (more == NULL)
			exit(1);
		cases = realloc(cases, (case_count + count) * sizeof(*cases));
		memcpy(cases + case_count, more, count * sizeof(*cases));
		case_count += count;
	}
}

int
main(void)
{
	const struct CMUnitTest properties[] = {
	    cmocka_unit_test(every_rule_has_its_cases),
	    cmocka_unit_test(buckets_find_what_brute_force_finds_again),
	    cmocka_unit_test(a_rule_alone_answers_as_among_all),
	};
	struct CMUnitTest *tests;
	int failed;

	everything = support_linter(NULL);
	read_all();
	tests = calloc(case_count + 1, sizeof(*tests));
	for (size_t i = 0; i < case_count; i++)
		tests[i] = (struct CMUnitTest){
		    .name = cases[i].name, .test_func = case_holds, .initial_state = &cases[i]};
	failed = _cmocka_run_group_tests("cases", tests, case_count, NULL, NULL);
	failed += cmocka_run_group_tests(properties, NULL, NULL);
	clair_linter_free(everything);
	free(tests);
	free(cases);
	rule_cases_free();
	return failed == 0 ? 0 : 1;
}
