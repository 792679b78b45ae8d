/* Scores: bounded, never raised by a defect, and those of docs/scores.md. RGAA statuses. */
#include "../support/rule_cases.h"
#include "score/rgaa.h"
#include "score/score.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct clair_score_weights weights = {
	.part = {[CLAIR_MINOR] = 0.05, [CLAIR_MAJOR] = 0.2, [CLAIR_BLOCKING] = 0.5},
	.first = 0.5,
	.good = 80,
	.fair = 50,
};

/* --- Scores --- */

static void
nothing_tested_is_unknown(void **state)
{
	const struct clair_rule rule = {.who = CLAIR_BLIND};
	const struct clair_score_rule rules[] = {
		{&rule, CLAIR_BLOCKING, CLAIR_ACCESS, true},
		{&rule, CLAIR_BLOCKING, CLAIR_JOURNEY, false},
		{&rule, CLAIR_BLOCKING, CLAIR_COMPREHENSION, true},
	};
	const struct clair_tally tallies[] = {
		{0},
		{.failed = 3, .outcome = CLAIR_FAIL},
		{.review = 1, .outcome = CLAIR_REVIEW},
	};
	struct clair_scores scores;

	(void)state;
	clair_score_tallies(&scores, &weights, rules, tallies, 3);
	for (int i = 0; i < CLAIR_AXIS_COUNT; i++)
		assert_true(scores.axis[i] == -1);
	assert_int_equal(scores.worst, CLAIR_PERSONA_COUNT);
}

static void
one_blocking_failure_is_never_98(void **state)
{
	const struct clair_rule rule = {.who = CLAIR_BLIND | CLAIR_ELDERLY};
	const struct clair_score_rule one = {&rule, CLAIR_BLOCKING, CLAIR_ACCESS, true};
	const struct clair_tally tally = {.passed = 999, .failed = 1, .outcome = CLAIR_FAIL};
	struct clair_scores scores;

	(void)state;
	clair_score_tallies(&scores, &weights, &one, &tally, 1);
	assert_true(scores.axis[CLAIR_ACCESS] < 76);
	assert_true(scores.axis[CLAIR_ACCESS] > 0);
	assert_true(scores.axis[CLAIR_JOURNEY] == -1);
	assert_true(scores.persona[CLAIR_PERSONA_ELDERLY] == scores.axis[CLAIR_ACCESS]);
	assert_true(scores.persona[CLAIR_PERSONA_DEAF] == -1);
	assert_int_equal(scores.worst, CLAIR_PERSONA_BLIND);
}

enum { RULES = 12, PAGES = 3 };

struct site {
	struct clair_rule descriptors[RULES];
	struct clair_score_rule rules[RULES];
	struct clair_tally tallies[PAGES][RULES];
	struct clair_tally site_tallies[RULES];
	struct clair_result results[PAGES];
	struct clair_result *pages[PAGES];
	struct clair_run run;
};

static unsigned
random_below(uint64_t *seed, unsigned limit)
{
	*seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (unsigned)(*seed >> 33) % limit;
}

static void
close_tally(struct clair_tally *tally)
{
	tally->outcome = tally->failed != 0 ? CLAIR_FAIL :
	    tally->review != 0              ? CLAIR_REVIEW :
	    tally->passed != 0              ? CLAIR_PASS :
					      CLAIR_INAPPLICABLE;
}

static void
fill_tally(struct clair_tally *tally, uint64_t *seed)
{
	*tally = (struct clair_tally){0};
	if (random_below(seed, 3) != 0)
		tally->passed = random_below(seed, 20);
	if (random_below(seed, 3) == 0)
		tally->failed = random_below(seed, 6);
	if (random_below(seed, 4) == 0)
		tally->review = random_below(seed, 3);
	close_tally(tally);
}

static void
fill_site(struct site *site, uint64_t *seed)
{
	memset(site, 0, sizeof(*site));
	for (int i = 0; i < RULES; i++) {
		site->descriptors[i].who = random_below(seed, CLAIR_EVERYONE + 1);
		site->descriptors[i].scope = i < 3 ? CLAIR_SITE : CLAIR_ELEMENT;
		site->rules[i] = (struct clair_score_rule){&site->descriptors[i],
			(enum clair_severity)(CLAIR_MINOR + random_below(seed, 3)),
			(enum clair_axis)random_below(seed, CLAIR_AXIS_COUNT),
			random_below(seed, 8) != 0};
		if (i < 3)
			fill_tally(&site->site_tallies[i], seed);
	}
	for (int p = 0; p < PAGES; p++) {
		for (int i = 3; i < RULES; i++)
			fill_tally(&site->tallies[p][i], seed);
		site->pages[p] = &site->results[p];
		site->results[p].tested = random_below(seed, 5) != 0;
		site->results[p].tallies = site->tallies[p];
	}
	site->run.pages = site->pages;
	site->run.page_count = PAGES;
	site->run.site_tallies = site->site_tallies;
}

static struct clair_scores
score_site(struct site *site)
{
	for (int p = 0; p < PAGES; p++) {
		clair_score_unknown(&site->results[p].scores);
		if (site->results[p].tested)
			clair_score_tallies(&site->results[p].scores, &weights, site->rules,
			    site->tallies[p], RULES);
	}
	clair_score_site(&site->run, &weights, site->rules, RULES);
	return site->run.scores;
}

static bool
in_bounds(double score)
{
	return score == -1 || (score >= 0 && score <= 100);
}

/* Unknown may become known, known may not rise. */
static void
assert_not_raised(const struct clair_scores *before, const struct clair_scores *after)
{
	for (int i = 0; i < CLAIR_AXIS_COUNT; i++) {
		assert_true(in_bounds(after->axis[i]));
		assert_true(before->axis[i] < 0 || after->axis[i] <= before->axis[i]);
		assert_true(before->axis[i] < 0 || after->axis[i] >= 0);
	}
	for (int i = 0; i < CLAIR_PERSONA_COUNT; i++) {
		assert_true(in_bounds(after->persona[i]));
		assert_true(before->persona[i] < 0 || after->persona[i] <= before->persona[i]);
		if (after->worst != CLAIR_PERSONA_COUNT && after->persona[i] >= 0)
			assert_true(after->persona[after->worst] <= after->persona[i]);
	}
}

static void
a_new_defect_never_raises_a_score(void **state)
{
	uint64_t seed = 20261122;

	(void)state;
	for (int round = 0; round < 4000; round++) {
		struct site site;
		struct clair_scores before;
		struct clair_scores page_before;
		struct clair_scores after;
		int page;
		int rule;
		struct clair_tally *tally;

		fill_site(&site, &seed);
		before = score_site(&site);
		page = (int)random_below(&seed, PAGES);
		rule = (int)random_below(&seed, RULES);
		page_before = site.results[page].scores;
		tally = rule < 3 ? &site.site_tallies[rule] : &site.tallies[page][rule];
		/* One more faulty element, or one that was right goes wrong. */
		tally->failed++;
		if (tally->passed > 0 && random_below(&seed, 2) == 0)
			tally->passed--;
		close_tally(tally);
		after = score_site(&site);
		assert_not_raised(&before, &after);
		assert_not_raised(&page_before, &site.results[page].scores);
	}
}

/* Mending a cause gives back what the score of the site was told to gain, on sites drawn at random. */
static void
a_gain_is_what_mending_gives_back(void **state)
{
	uint64_t seed = 1905;
	int gained = 0;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		struct site site;
		struct clair_finding findings[PAGES + 1] = {0};
		struct clair_cause cause = {.id = "cause"};
		const int rule = (int)random_below(&seed, RULES);
		struct clair_scores before;
		struct clair_scores after;
		enum clair_axis axis;

		fill_site(&site, &seed);
		site.run.tested_count = 0;
		for (int p = 0; p < PAGES; p++)
			site.run.tested_count += site.results[p].tested;
		cause.rule = &site.descriptors[rule];
		axis = site.rules[rule].axis;
		site.run.causes = &cause;
		site.run.cause_count = 1;
		for (int p = 0; p <= PAGES; p++) {
			findings[p] = (struct clair_finding){
				.rule = cause.rule, .outcome = CLAIR_FAIL, .cause = "cause"};
			if (p < PAGES && rule >= 3 && site.tallies[p][rule].failed > 0)
				site.results[p].first = &findings[p];
		}
		if (rule < 3 && site.site_tallies[rule].failed > 0)
			site.run.site_findings = &findings[PAGES];
		before = score_site(&site);
		assert_true(clair_score_gains(&site.run, &weights, site.rules, RULES));
		assert_true(cause.gain >= 0 && cause.gain <= 100);
		for (int p = 0; p < PAGES; p++) {
			if (site.results[p].first != NULL)
				site.tallies[p][rule] = clair_score_mended(&site.tallies[p][rule], 1, true);
		}
		if (site.run.site_findings != NULL)
			site.site_tallies[rule] = clair_score_mended(&site.site_tallies[rule], 1, true);
		after = score_site(&site);
		gained += cause.gain > 1;
		/* Scores are rounded to a tenth, on each page then for the site. */
		if (before.axis[axis] >= 0)
			assert_true(fabs(after.axis[axis] - before.axis[axis] - cause.gain) < 0.31);
		else
			assert_true(cause.gain == 0);
	}
	assert_true(gained > 300);
}

static void
while_a_finding_is_left_an_element_fails(void **state)
{
	const struct clair_tally tally = {.passed = 4, .failed = 3, .outcome = CLAIR_FAIL};
	struct clair_tally after = clair_score_mended(&tally, 2, false);

	(void)state;
	assert_int_equal(after.failed, 1);
	assert_int_equal(after.passed, 6);
	after = clair_score_mended(&tally, 9, false);
	assert_int_equal(after.failed, 1);
	after = clair_score_mended(&tally, 3, true);
	assert_int_equal(after.failed, 0);
	assert_int_equal(after.outcome, CLAIR_PASS);
}

static void
a_review_does_not_change_a_score(void **state)
{
	uint64_t seed = 7;
	struct site site;
	struct clair_scores before;
	struct clair_scores after;

	(void)state;
	fill_site(&site, &seed);
	before = score_site(&site);
	for (int i = 3; i < RULES; i++) {
		site.tallies[0][i].review += 5;
		close_tally(&site.tallies[0][i]);
	}
	after = score_site(&site);
	assert_memory_equal(&before, &after, sizeof(before));
}

/* --- The worked example of docs/scores.md: rows "| rule | axis | severity | passed | failed |" after
 * <!-- tallies -->, then "| axis | score |" after <!-- scores -->. --- */

static const char *
cell(char *line, int index)
{
	char *at = line;

	for (int i = 0; i <= index; i++) {
		at = strchr(at, '|');
		if (at == NULL)
			return "";
		at++;
	}
	at += strspn(at, " ");
	at[strcspn(at, "|")] = '\0';
	while (at[0] != '\0' && at[strlen(at) - 1] == ' ')
		at[strlen(at) - 1] = '\0';
	return at;
}

static const char *
cell_of(const char *line, int index, char room[static 256])
{
	snprintf(room, 256, "%s", line);
	return cell(room, index);
}

static int
axis_named(const char *name)
{
	for (int i = 0; i < CLAIR_AXIS_COUNT; i++) {
		if (strcmp(clair_axis_name((enum clair_axis)i), name) == 0)
			return i;
	}
	return -1;
}

static int
severity_named(const char *name)
{
	for (int i = 0; i < CLAIR_SEVERITY_COUNT; i++) {
		if (strcmp(clair_severity_name((enum clair_severity)i), name) == 0)
			return i;
	}
	return -1;
}

static void
worked_example(void **state)
{
	static const struct clair_rule descriptor;
	struct clair_score_rule rules[16];
	struct clair_tally tallies[16];
	struct clair_scores scores;
	FILE *file = fopen("docs/scores.md", "r");
	char line[512];
	char room[256];
	bool in_tallies = false;
	bool in_scores = false;
	size_t count = 0;
	int checked = 0;

	(void)state;
	assert_non_null(file);
	while (fgets(line, sizeof(line), file) != NULL) {
		int axis;

		if (strstr(line, "<!-- ") == line) {
			in_tallies = strstr(line, "tallies") != NULL;
			in_scores = strstr(line, "scores") != NULL;
			if (in_scores)
				clair_score_tallies(&scores, &weights, rules, tallies, count);
			continue;
		}
		axis = axis_named(cell_of(line, in_tallies ? 1 : 0, room));
		if (axis < 0)
			continue;
		if (in_tallies) {
			assert_true(count < CLAIR_LEN(rules));
			rules[count] = (struct clair_score_rule){&descriptor,
				(enum clair_severity)severity_named(cell_of(line, 2, room)),
				(enum clair_axis)axis, true};
			tallies[count] = (struct clair_tally){
				.passed = (uint32_t)strtoul(cell_of(line, 3, room), NULL, 10),
				.failed = (uint32_t)strtoul(cell_of(line, 4, room), NULL, 10)};
			close_tally(&tallies[count]);
			count++;
		} else if (in_scores) {
			assert_true(
			    fabs(scores.axis[axis] - strtod(cell_of(line, 1, room), NULL)) < 0.01);
			checked++;
		}
	}
	fclose(file);
	assert_true(count >= 4);
	assert_int_equal(checked, 3);
}

/* The example of the documentation, and these tests, use the weights that are shipped. */
static void
shipped_weights(void **state)
{
	struct clair_linter *linter = support_linter(NULL);
	struct clair_score_weights loaded;

	(void)state;
	assert_true(clair_score_weights_load(&loaded, linter));
	for (int i = 0; i < CLAIR_SEVERITY_COUNT; i++)
		assert_true(loaded.part[i] == weights.part[i]);
	assert_true(loaded.first == weights.first);
	assert_true(loaded.good == weights.good && loaded.fair == weights.fair);
	clair_linter_free(linter);
}

/* --- RGAA --- */

static const uint16_t some_tag[] = {CLAIR_TAG_IMG};
static const struct clair_message some_message = {.key = "said", .fr = "Dit.", .en = "Said."};

static struct clair_rule
rule_for(const char *const *tests)
{
	return (struct clair_rule){
		.scope = CLAIR_ELEMENT, .on_tags = {some_tag, 1}, .rgaa = tests,
		.messages = &some_message, .message_count = 1};
}

static struct clair_tally
tally_of(enum clair_outcome said)
{
	return (struct clair_tally){.outcome = said, .failed_messages = said == CLAIR_FAIL,
		.review_messages = said == CLAIR_REVIEW};
}

static const struct clair_rgaa_criterion *
criterion(const struct clair_run *run, const char *id)
{
	for (uint32_t i = 0; i < run->criterion_count; i++) {
		if (strcmp(run->criteria[i].id, id) == 0)
			return &run->criteria[i];
	}
	return NULL;
}

/* The state of a criterion when `rules` answered so on two pages. */
static enum clair_rgaa_state
state_of(const char *id, const struct clair_rule *rules, const enum clair_outcome (*said)[2],
    size_t count, bool *review, uint32_t *decided)
{
	struct clair_score_rule asked[8];
	struct clair_tally tallies[2][8] = {0};
	struct clair_tally site[8] = {0};
	struct clair_result results[2] = {{.tested = true}, {.tested = true}};
	struct clair_result *pages[2] = {&results[0], &results[1]};
	struct clair_run run = {.pages = pages, .page_count = 2, .site_tallies = site};
	const struct clair_rgaa_criterion *found;
	enum clair_rgaa_state state;

	for (size_t i = 0; i < count; i++) {
		asked[i] =
		    (struct clair_score_rule){&rules[i], CLAIR_MAJOR, CLAIR_ACCESS, true};
		for (int p = 0; p < 2; p++)
			tallies[p][i] = tally_of(said[i][p]);
		site[i] = tally_of(said[i][0]);
	}
	results[0].tallies = tallies[0];
	results[1].tallies = tallies[1];
	clair_arena_init(&run.mem, 0);
	assert_true(clair_rgaa_fill(&run, asked, count));
	assert_int_equal(run.criterion_count, 106);
	assert_int_equal(run.rgaa_tests, 258);
	found = criterion(&run, id);
	assert_non_null(found);
	state = found->state;
	*review = found->review;
	*decided = run.rgaa_decided;
	clair_arena_free(&run.mem);
	return state;
}

static void
rgaa_states(void **state)
{
	static const char *const frame_title[] = {"2.1.1", NULL};      /* AUTO, alone in 2.1 */
	static const char *const layout[] = {"5.3.1", NULL};
	static const char *const image[] = {"1.1.1", NULL};            /* one of 8 tests of 1.1 */
	static const struct {
		const char *criterion;
		const char *const *tests;
		enum clair_outcome said[2];
		enum clair_rgaa_state expected;
		bool review;
		uint32_t decided;
	} cases[] = {
		{"2.1", frame_title, {CLAIR_PASS, CLAIR_FAIL}, CLAIR_RGAA_NC, false, 1},
		{"2.1", frame_title, {CLAIR_REVIEW, CLAIR_FAIL}, CLAIR_RGAA_NC, false, 1},
		{"2.1", frame_title, {CLAIR_PASS, CLAIR_INAPPLICABLE}, CLAIR_RGAA_C, false, 1},
		{"2.1", frame_title, {CLAIR_PASS, CLAIR_REVIEW}, CLAIR_RGAA_NT, true, 0},
		{"2.1", frame_title, {CLAIR_PASS, CLAIR_UNTESTED}, CLAIR_RGAA_NT, false, 0},
		{"2.1", frame_title, {CLAIR_INAPPLICABLE, CLAIR_INAPPLICABLE}, CLAIR_RGAA_NA, false, 1},
		{"2.1", frame_title, {CLAIR_INAPPLICABLE, CLAIR_UNTESTED}, CLAIR_RGAA_NT, false, 0},
		{"1.1", image, {CLAIR_FAIL, CLAIR_INAPPLICABLE}, CLAIR_RGAA_NC, false, 1},
		{"1.1", image, {CLAIR_PASS, CLAIR_PASS}, CLAIR_RGAA_NT, false, 0},
		/* The test is proven absent, the seven others of the criterion are not. */
		{"1.1", image, {CLAIR_INAPPLICABLE, CLAIR_INAPPLICABLE}, CLAIR_RGAA_NT, false, 1},
		{"5.3", layout, {CLAIR_PASS, CLAIR_PASS}, CLAIR_RGAA_NT, false, 0},
		{"3.1", image, {CLAIR_FAIL, CLAIR_FAIL}, CLAIR_RGAA_NT, false, 1},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		const struct clair_rule rule = rule_for(cases[i].tests);
		bool review;
		uint32_t decided;
		const enum clair_rgaa_state found = state_of(
		    cases[i].criterion, &rule, &cases[i].said, 1, &review, &decided);

		if (found != cases[i].expected || review != cases[i].review ||
		    decided != cases[i].decided)
			fail_msg("case %zu: state %d, review %d, decided %u", i, (int)found, review,
			    decided);
	}
}

static void
advice_never_counts(void **state)
{
	static const char *const tests[] = {"2.1.1", NULL};
	static const enum clair_outcome said[][2] = {{CLAIR_FAIL, CLAIR_FAIL}};
	struct clair_rule rule = rule_for(tests);
	bool review;
	uint32_t decided;

	(void)state;
	rule.advice = true;
	assert_int_equal(
	    state_of("2.1", &rule, said, 1, &review, &decided), CLAIR_RGAA_NT);
	assert_int_equal(decided, 0);
}

/* A rule about the page, or about all elements, that has nothing to judge does not prove that the
 * matter of an AUTO-FAIL test is absent. */
static void
absence_needs_a_rule_about_elements(void **state)
{
	static const char *const tests[] = {"1.1.1", NULL};
	static const enum clair_outcome said[][2] = {{CLAIR_INAPPLICABLE, CLAIR_INAPPLICABLE}};
	struct clair_rule rule = rule_for(tests);
	bool review;
	uint32_t decided;

	(void)state;
	rule.on_all = true;
	state_of("1.1", &rule, said, 1, &review, &decided);
	assert_int_equal(decided, 0);
	rule = (struct clair_rule){.scope = CLAIR_PAGE, .rgaa = tests};
	state_of("1.1", &rule, said, 1, &review, &decided);
	assert_int_equal(decided, 0);
}

/* … unless it says that nothing escapes it. Nobody but such a rule proves the absence of what a person
 * judges. */
static void
a_rule_that_finds_all_proves_absence(void **state)
{
	static const char *const tests[] = {"3.1.1", "3.1.2", NULL};
	static const enum clair_outcome said[][2] = {{CLAIR_INAPPLICABLE, CLAIR_INAPPLICABLE}};
	struct clair_rule rule = rule_for(tests);
	uint32_t before;
	uint32_t after;
	bool review;

	(void)state;
	rule.scope = CLAIR_PAGE;
	state_of("3.1", &rule, said, 1, &review, &before);
	rule.finds_all = true;
	state_of("3.1", &rule, said, 1, &review, &after);
	assert_int_equal(before, 0);
	assert_int_equal(after, 2);
}

/* A rule of several tests fails those that its message names. */
static void
a_message_speaks_of_its_tests(void **state)
{
	static const char *const tests[] = {"1.1.1", "2.1.1", NULL};
	static const char *const frames[] = {"2.1.1", NULL};
	static const enum clair_outcome failed[][2] = {{CLAIR_FAIL, CLAIR_FAIL}};
	static const struct clair_message named = {
		.key = "said", .fr = "Dit.", .en = "Said.", .rgaa = frames};
	struct clair_rule rule = rule_for(tests);
	uint32_t decided;
	bool review;

	(void)state;
	assert_int_equal(
	    state_of("1.1", &rule, failed, 1, &review, &decided), CLAIR_RGAA_NC);
	rule.messages = &named;
	assert_int_equal(
	    state_of("1.1", &rule, failed, 1, &review, &decided), CLAIR_RGAA_NT);
	assert_int_equal(
	    state_of("2.1", &rule, failed, 1, &review, &decided), CLAIR_RGAA_NC);
	assert_int_equal(decided, 1);
}

/* One rule, two tests: what its messages say on one page. */
static void
judge_two_tests(struct clair_tally tally, enum clair_outcome outcomes[static 2])
{
	static const char *const tests[] = {"2.1.1", "8.3.1", NULL};
	static const char *const first[] = {"2.1.1", NULL};
	static const char *const second[] = {"8.3.1", NULL};
	static const struct clair_message messages[] = {
		{.key = "one", .fr = "Dit.", .en = "Said.", .rgaa = first},
		{.key = "other", .fr = "Dit.", .en = "Said.", .rgaa = second}};
	struct clair_rule rule = rule_for(tests);
	const struct clair_score_rule asked = {&rule, CLAIR_MAJOR, CLAIR_ACCESS, true};
	struct clair_result page = {.tested = true, .tallies = &tally};
	struct clair_arena mem;
	struct clair_rgaa rgaa;

	rule.messages = messages;
	rule.message_count = 2;
	clair_arena_init(&mem, 0);
	assert_true(clair_rgaa_init(&rgaa, &mem, &asked, 1));
	clair_rgaa_judge_page(&rgaa, &page);
	for (uint32_t i = 0; i < rgaa.test_count; i++) {
		for (int t = 0; t < 2; t++) {
			if (strcmp(rgaa.tests[i].id, tests[t]) == 0) {
				assert_true(rgaa.tests[i].whole);
				outcomes[t] = rgaa.tests[i].outcome;
			}
		}
	}
	clair_arena_free(&mem);
}

/* What a rule says of one of its tests says nothing wrong of the other. */
static void
tests_of_a_rule_are_judged_apart(void **state)
{
	static const struct {
		struct clair_tally tally;
		enum clair_outcome expected[2];
	} cases[] = {
		{{.outcome = CLAIR_FAIL, .failed = 1, .review = 1, .failed_messages = 1, .review_messages = 2},
		    {CLAIR_FAIL, CLAIR_REVIEW}},
		{{.outcome = CLAIR_FAIL, .failed = 1, .passed = 1, .failed_messages = 1}, {CLAIR_FAIL, CLAIR_PASS}},
		/* There is something to judge: the matter of the other test is not absent. */
		{{.outcome = CLAIR_FAIL, .failed = 1, .failed_messages = 1}, {CLAIR_FAIL, CLAIR_UNTESTED}},
		/* A failure does not hide that the rest was cut short, or silenced. */
		{{.outcome = CLAIR_FAIL, .failed = 1, .passed = 1, .failed_messages = 1,
		     .untested = CLAIR_WHY_INCOMPLETE},
		    {CLAIR_FAIL, CLAIR_UNTESTED}},
		{{.outcome = CLAIR_FAIL, .failed = 1, .passed = 1, .failed_messages = 1, .silenced = 1},
		    {CLAIR_FAIL, CLAIR_UNTESTED}},
		{{.outcome = CLAIR_REVIEW, .review = 1, .passed = 1, .review_messages = 2,
		     .untested = CLAIR_WHY_INCOMPLETE},
		    {CLAIR_UNTESTED, CLAIR_REVIEW}},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		enum clair_outcome outcomes[2] = {CLAIR_UNTESTED, CLAIR_UNTESTED};

		judge_two_tests(cases[i].tally, outcomes);
		for (int t = 0; t < 2; t++) {
			if (outcomes[t] != cases[i].expected[t])
				fail_msg("case %zu, test %d: %d", i, t, (int)outcomes[t]);
		}
	}
}

/* A page and the site are judged apart, again and again, in the same room. */
static void
pages_and_site_are_judged_apart(void **state)
{
	static const char *const tests[] = {"2.1.1", NULL};
	static const char *const menus[] = {"12.1.1", NULL};
	static const enum clair_outcome said[] = {CLAIR_FAIL, CLAIR_PASS, CLAIR_INAPPLICABLE};
	static const enum clair_rgaa_state expected[] = {CLAIR_RGAA_NC, CLAIR_RGAA_C, CLAIR_RGAA_NA};
	const struct clair_rule rules[] = {rule_for(tests),
		{.scope = CLAIR_SITE, .rgaa = menus, .messages = &some_message, .message_count = 1}};
	const struct clair_score_rule asked[] = {{&rules[0], CLAIR_MAJOR, CLAIR_ACCESS, true},
		{&rules[1], CLAIR_MAJOR, CLAIR_ACCESS, true}};
	struct clair_tally tallies[2] = {0};
	struct clair_tally site[2] = {[1] = tally_of(CLAIR_FAIL)};
	struct clair_result page = {.tested = true, .tallies = tallies};
	struct clair_run run = {.site_tallies = site};
	struct clair_rgaa rgaa;

	(void)state;
	clair_arena_init(&run.mem, 0);
	assert_true(clair_rgaa_init(&rgaa, &run.mem, asked, 2));
	run.criteria = rgaa.criteria;
	run.criterion_count = rgaa.criterion_count;
	for (int i = 0; i < 3; i++) {
		tallies[0] = tally_of(said[i]);
		clair_rgaa_judge_page(&rgaa, &page);
		assert_int_equal(criterion(&run, "2.1")->state, expected[i]);
		assert_int_equal(criterion(&run, "12.1")->state, CLAIR_RGAA_NT);
		clair_rgaa_judge_site(&rgaa, &run);
		assert_int_equal(criterion(&run, "2.1")->state, CLAIR_RGAA_NT);
		assert_int_equal(criterion(&run, "12.1")->state, CLAIR_RGAA_NC);
	}
	assert_true(clair_rgaa_is_of_site(&rgaa, criterion(&run, "12.1")));
	assert_false(clair_rgaa_is_of_site(&rgaa, criterion(&run, "2.1")));
	page.tested = false;
	clair_rgaa_judge_page(&rgaa, &page);
	assert_int_equal(criterion(&run, "2.1")->state, CLAIR_RGAA_NT);
	clair_arena_free(&run.mem);
}

static void
one_of_two_rules_is_not_enough(void **state)
{
	static const char *const tests[] = {"2.1.1", NULL};
	static const enum clair_outcome said[][2] = {
		{CLAIR_PASS, CLAIR_PASS}, {CLAIR_UNTESTED, CLAIR_INAPPLICABLE}};
	const struct clair_rule rules[] = {rule_for(tests), rule_for(tests)};
	bool review;
	uint32_t decided;

	(void)state;
	assert_int_equal(
	    state_of("2.1", rules, said, 2, &review, &decided), CLAIR_RGAA_NT);
	assert_int_equal(
	    state_of("2.1", rules, said, 1, &review, &decided), CLAIR_RGAA_C);
}

static void
site_rules_count_once(void **state)
{
	static const char *const tests[] = {"12.1.1", NULL};
	static const enum clair_outcome said[][2] = {{CLAIR_FAIL, CLAIR_INAPPLICABLE}};
	struct clair_rule rule = rule_for(tests);
	bool review;
	uint32_t decided;

	(void)state;
	rule.scope = CLAIR_SITE;
	assert_int_equal(
	    state_of("12.1", &rule, said, 1, &review, &decided), CLAIR_RGAA_NC);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_tested_is_unknown),
		cmocka_unit_test(one_blocking_failure_is_never_98),
		cmocka_unit_test(a_new_defect_never_raises_a_score),
		cmocka_unit_test(a_review_does_not_change_a_score),
		cmocka_unit_test(a_gain_is_what_mending_gives_back),
		cmocka_unit_test(while_a_finding_is_left_an_element_fails),
		cmocka_unit_test(worked_example),
		cmocka_unit_test(shipped_weights),
		cmocka_unit_test(rgaa_states),
		cmocka_unit_test(advice_never_counts),
		cmocka_unit_test(absence_needs_a_rule_about_elements),
		cmocka_unit_test(a_rule_that_finds_all_proves_absence),
		cmocka_unit_test(a_message_speaks_of_its_tests),
		cmocka_unit_test(tests_of_a_rule_are_judged_apart),
		cmocka_unit_test(pages_and_site_are_judged_apart),
		cmocka_unit_test(one_of_two_rules_is_not_enough),
		cmocka_unit_test(site_rules_count_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
