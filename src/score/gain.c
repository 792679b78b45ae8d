/* What mending each cause would give back. See score.h and docs/scores.md. */
#include "score/score.h"

#include <string.h>

/* A cause on the page at hand. */
struct mended {
	uint32_t findings;
	uint32_t next; /* touched on this page; UINT32_MAX ends */
};

struct gains {
	struct clair_run *run;
	const struct clair_score_weights *weights;
	const struct clair_score_rule *rules;
	size_t rule_count;
	struct clair_map by_id; /* of a cause to its index, from 1 */
	struct mended *mended;  /* one a cause */
	struct clair_arena mem;
};

static bool
prepare(struct gains *gains)
{
	clair_arena_init(&gains->mem, 0);
	clair_map_init(&gains->by_id, &gains->mem);
	gains->mended = clair_alloc_array(&gains->mem, gains->run->cause_count + 1, sizeof(*gains->mended));
	for (uint32_t i = 0; gains->mended != NULL && i < gains->run->cause_count; i++) {
		const char *id = gains->run->causes[i].id;
		void **slot = clair_map_at(&gains->by_id, id, strlen(id));

		gains->run->causes[i].gain = 0;
		if (slot != NULL)
			*slot = (void *)(uintptr_t)(i + 1);
	}
	return !gains->mem.failed;
}

struct clair_tally
clair_score_mended(const struct clair_tally *tally, uint32_t findings, bool all)
{
	struct clair_tally after = *tally;
	const uint32_t mended = all ? tally->failed : findings < tally->failed ? findings : tally->failed - 1;

	after.failed -= mended;
	after.passed += mended;
	if (all)
		after.outcome = tally->review > 0 ? CLAIR_REVIEW : CLAIR_PASS;
	return after;
}

/* Points of the axis of a rule, between 0 and 100, when its tally alone changes. */
static double
points(const struct gains *gains, const struct clair_tally *tallies, size_t rule, const struct clair_tally *after)
{
	double others = 1;

	for (size_t i = 0; i < gains->rule_count; i++) {
		if (i != rule && gains->rules[i].enabled && gains->rules[i].axis == gains->rules[rule].axis)
			others *= 1 - clair_score_loss(gains->weights, gains->rules[i].severity, &tallies[i]);
	}
	return 100 * others *
	    (clair_score_loss(gains->weights, gains->rules[rule].severity, &tallies[rule]) -
	        clair_score_loss(gains->weights, gains->rules[rule].severity, after));
}

/* Failures told of a rule, whatever their cause. */
static uint32_t
told(const struct clair_finding *first, const struct clair_rule *rule)
{
	uint32_t count = 0;

	for (const struct clair_finding *f = first; f != NULL; f = f->next)
		count += f->rule == rule && f->suppressed == NULL && f->outcome == CLAIR_FAIL;
	return count;
}

/* Counts the failures of each cause among these. Gives the first cause of a list through `next`. */
static uint32_t
touch(struct gains *gains, const struct clair_finding *first)
{
	uint32_t touched = UINT32_MAX;

	for (const struct clair_finding *f = first; f != NULL; f = f->next) {
		struct mended *mended;
		uint32_t cause;

		if (f->suppressed != NULL || f->outcome != CLAIR_FAIL)
			continue;
		cause = (uint32_t)(uintptr_t)clair_map_get(&gains->by_id, f->cause, strlen(f->cause));
		if (cause == 0)
			continue;
		mended = &gains->mended[cause - 1];
		if (mended->findings++ != 0)
			continue;
		mended->next = touched;
		touched = cause - 1;
	}
	return touched;
}

static size_t
rule_of(const struct gains *gains, const struct clair_cause *cause)
{
	size_t rule = 0;

	while (rule < gains->rule_count && gains->rules[rule].rule != cause->rule)
		rule++;
	return rule;
}

/* Adds to each cause among these findings the points that it takes from these tallies; `shares`: how many of
 * them the site loses, by axis. */
static void
add(struct gains *gains, const struct clair_finding *first, const struct clair_tally *tallies,
    const double shares[static CLAIR_AXIS_COUNT])
{
	for (uint32_t at = touch(gains, first); at != UINT32_MAX; at = gains->mended[at].next) {
		struct clair_cause *cause = &gains->run->causes[at];
		const uint32_t findings = gains->mended[at].findings;
		const size_t rule = rule_of(gains, cause);
		struct clair_tally after;

		gains->mended[at].findings = 0;
		if (rule == gains->rule_count || !gains->rules[rule].enabled || tallies[rule].failed == 0)
			continue;
		after = clair_score_mended(&tallies[rule], findings,
		    tallies[rule].untold == 0 && findings == told(first, cause->rule));
		cause->gain += shares[gains->rules[rule].axis] * points(gains, tallies, rule, &after);
	}
}

/* What the rules about the site leave of an axis, 0 to 1. */
static double
left_by_site(const struct gains *gains, enum clair_axis axis)
{
	double left = 1;

	for (size_t i = 0; gains->run->site_tallies != NULL && i < gains->rule_count; i++) {
		if (gains->rules[i].enabled && gains->rules[i].axis == axis)
			left *= 1 - clair_score_loss(
			    gains->weights, gains->rules[i].severity, &gains->run->site_tallies[i]);
	}
	return left;
}

/* The score of the site is what its pages have left on average, times what the rules about the site leave. */
static void
gather(struct gains *gains)
{
	const struct clair_run *run = gains->run;
	double of_page[CLAIR_AXIS_COUNT];
	double of_site[CLAIR_AXIS_COUNT];

	for (int i = 0; i < CLAIR_AXIS_COUNT; i++) {
		const double left = left_by_site(gains, (enum clair_axis)i);
		const bool known = run->scores.axis[i] >= 0;

		of_page[i] = known && run->tested_count > 0 ? left / run->tested_count : 0;
		of_site[i] = known && left > 0 ? run->scores.axis[i] / 100 / left : 0;
	}
	for (uint32_t i = 0; i < run->page_count; i++) {
		const struct clair_result *page = clair_run_page(run, i);

		if (page->tested && page->tallies != NULL)
			add(gains, page->first, page->tallies, of_page);
	}
	if (run->site_tallies != NULL)
		add(gains, run->site_findings, run->site_tallies, of_site);
}

bool
clair_score_gains(struct clair_run *run, const struct clair_score_weights *weights,
    const struct clair_score_rule *rules, size_t count)
{
	struct gains gains = {.run = run, .weights = weights, .rules = rules, .rule_count = count};
	const bool ready = prepare(&gains);

	if (ready)
		gather(&gains);
	clair_arena_free(&gains.mem);
	return ready;
}
