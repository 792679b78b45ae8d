/* See score.h and docs/scores.md. */
#include "score/score.h"

#include "dict/dict.h"
#include "score/indicator.h"
#include "score/rgaa.h"

#include <math.h>
#include <string.h>

/* What is left of each score, 0 to 1. */
struct left {
	double axis[CLAIR_AXIS_COUNT];
	double persona[CLAIR_PERSONA_COUNT];
	bool axis_tested[CLAIR_AXIS_COUNT];
	bool persona_tested[CLAIR_PERSONA_COUNT];
};

static void
begin(struct left *left)
{
	for (unsigned i = 0; i < CLAIR_AXIS_COUNT; i++) {
		left->axis[i] = 1;
		left->axis_tested[i] = false;
	}
	for (unsigned i = 0; i < CLAIR_PERSONA_COUNT; i++) {
		left->persona[i] = 1;
		left->persona_tested[i] = false;
	}
}

double
clair_score_loss(const struct clair_score_weights *weights, enum clair_severity severity,
    const struct clair_tally *tally)
{
	double failed = tally->failed;
	double passed = tally->passed;
	double part = 0;

	if (tally->outcome == CLAIR_FAIL && tally->failed == 0)
		failed = 1;
	if (failed > 0)
		part = weights->part[severity] *
		    (weights->first + (1 - weights->first) * failed / (failed + passed));
	if (tally->review > 0 || tally->outcome == CLAIR_REVIEW)
		part = fmax(part, weights->part[CLAIR_SEVERITY_REVIEW]);
	return fmin(fmax(part, 0), 1);
}

static bool
tested(const struct clair_tally *tally)
{
	return tally->passed > 0 || tally->failed > 0 || tally->outcome == CLAIR_PASS ||
	    tally->outcome == CLAIR_FAIL;
}

static void
take(struct left *left, const struct clair_score_weights *weights,
    const struct clair_score_rule *rule, const struct clair_tally *tally)
{
	const double kept = 1 - clair_score_loss(weights, rule->severity, tally);

	if (!rule->enabled)
		return;
	left->axis[rule->axis] *= kept;
	if (tested(tally))
		left->axis_tested[rule->axis] = true;
	for (unsigned i = 0; i < CLAIR_PERSONA_COUNT; i++) {
		if ((rule->rule->who & (1u << i)) == 0)
			continue;
		left->persona[i] *= kept;
		if (tested(tally))
			left->persona_tested[i] = true;
	}
}

static double
score_of(double left, bool is_tested)
{
	return is_tested ? round(left * 1000) / 10 : -1;
}

static void
end(struct clair_scores *scores, const struct left *left)
{
	clair_score_unknown(scores);
	for (unsigned i = 0; i < CLAIR_AXIS_COUNT; i++)
		scores->axis[i] = score_of(left->axis[i], left->axis_tested[i]);
	for (unsigned i = 0; i < CLAIR_PERSONA_COUNT; i++) {
		const double score = score_of(left->persona[i], left->persona_tested[i]);

		scores->persona[i] = score;
		if (score >= 0 && (scores->worst == CLAIR_PERSONA_COUNT ||
		                      score < scores->persona[scores->worst]))
			scores->worst = (enum clair_persona)i;
	}
}

void
clair_score_unknown(struct clair_scores *scores)
{
	for (unsigned i = 0; i < CLAIR_AXIS_COUNT; i++)
		scores->axis[i] = -1;
	for (unsigned i = 0; i < CLAIR_PERSONA_COUNT; i++)
		scores->persona[i] = -1;
	scores->worst = CLAIR_PERSONA_COUNT;
}

void
clair_score_tallies(struct clair_scores *scores, const struct clair_score_weights *weights,
    const struct clair_score_rule *rules, const struct clair_tally *tallies, size_t count)
{
	struct left left;

	begin(&left);
	for (size_t i = 0; i < count; i++)
		take(&left, weights, &rules[i], &tallies[i]);
	end(scores, &left);
}

struct clair_score_rule
clair_score_rule_at(const struct clair_linter *linter, size_t index)
{
	const struct clair_rule *rule = clair_linter_rule(linter, index);

	return (struct clair_score_rule){
		.rule = rule,
		.severity = clair_linter_severity(linter, rule),
		.axis = clair_rule_axis(rule),
		.enabled = clair_linter_enabled(linter, index),
	};
}

bool
clair_score_weights_load(struct clair_score_weights *weights, const struct clair_linter *linter)
{
	const struct clair_dict *dict = clair_linter_dict(linter);
	const struct {
		const char *key;
		double *value;
	} wanted[] = {
		{"score.poids.verifier", &weights->part[CLAIR_SEVERITY_REVIEW]},
		{"score.poids.mineur", &weights->part[CLAIR_MINOR]},
		{"score.poids.majeur", &weights->part[CLAIR_MAJOR]},
		{"score.poids.bloquant", &weights->part[CLAIR_BLOCKING]},
		{"score.poids.premier", &weights->first},
		{"score.bande.haute", &weights->good},
		{"score.bande.moyenne", &weights->fair},
	};

	for (size_t i = 0; i < CLAIR_LEN(wanted); i++) {
		const struct clair_threshold *threshold = clair_dict_threshold(dict, wanted[i].key);

		if (threshold == NULL)
			return false;
		*wanted[i].value = threshold->value;
	}
	return true;
}

/* The other rules that are asked of a text are too few to speak of access or of persons. */
static void
keep_comprehension(struct clair_scores *scores)
{
	double comprehension = scores->axis[CLAIR_COMPREHENSION];

	clair_score_unknown(scores);
	scores->axis[CLAIR_COMPREHENSION] = comprehension;
}

void
clair_score_page(struct clair_result *result, const struct clair_linter *linter)
{
	struct clair_score_weights weights;
	struct left left;

	clair_score_unknown(&result->scores);
	clair_reading_page(result);
	if (!result->tested || result->tallies == NULL ||
	    !clair_score_weights_load(&weights, linter))
		return;
	begin(&left);
	for (size_t i = 0; i < clair_linter_rule_count(linter); i++) {
		const struct clair_score_rule rule = clair_score_rule_at(linter, i);

		take(&left, &weights, &rule, &result->tallies[i]);
	}
	end(&result->scores, &left);
	if (result->is_text)
		keep_comprehension(&result->scores);
}

/* Adds the page to the means. A page where an axis was not tested takes nothing away from it: were it
 * left out, its first defect could raise the mean of the others. */
static void
add_page(struct left *lost, const struct clair_scores *page)
{
	for (unsigned i = 0; i < CLAIR_AXIS_COUNT; i++) {
		if (page->axis[i] < 0)
			continue;
		lost->axis[i] += (100 - page->axis[i]) / 100;
		lost->axis_tested[i] = true;
	}
	for (unsigned i = 0; i < CLAIR_PERSONA_COUNT; i++) {
		if (page->persona[i] < 0)
			continue;
		lost->persona[i] += (100 - page->persona[i]) / 100;
		lost->persona_tested[i] = true;
	}
}

static void
multiply(struct left *left, const struct left *by)
{
	for (unsigned i = 0; i < CLAIR_AXIS_COUNT; i++) {
		left->axis[i] *= by->axis[i];
		left->axis_tested[i] |= by->axis_tested[i];
	}
	for (unsigned i = 0; i < CLAIR_PERSONA_COUNT; i++) {
		left->persona[i] *= by->persona[i];
		left->persona_tested[i] |= by->persona_tested[i];
	}
}

void
clair_score_site(struct clair_run *run, const struct clair_score_weights *weights,
    const struct clair_score_rule *rules, size_t count)
{
	struct left lost = {0};
	struct left left;
	struct left of_site;
	double pages = 0;

	for (uint32_t i = 0; i < run->page_count; i++) {
		const struct clair_result *page = clair_run_page(run, i);

		if (!page->tested)
			continue;
		add_page(&lost, &page->scores);
		pages++;
	}
	left = lost;
	for (unsigned i = 0; i < CLAIR_AXIS_COUNT; i++)
		left.axis[i] = pages > 0 ? 1 - lost.axis[i] / pages : 1;
	for (unsigned i = 0; i < CLAIR_PERSONA_COUNT; i++)
		left.persona[i] = pages > 0 ? 1 - lost.persona[i] / pages : 1;
	begin(&of_site);
	for (size_t i = 0; run->site_tallies != NULL && i < count; i++)
		take(&of_site, weights, &rules[i], &run->site_tallies[i]);
	multiply(&left, &of_site);
	end(&run->scores, &left);
	memcpy(run->site_kept, of_site.axis, sizeof(run->site_kept));
}

bool
clair_score_run(struct clair_run *run)
{
	const size_t count = clair_linter_rule_count(run->linter);
	struct clair_score_rule *rules = clair_alloc_array(&run->mem, count + 1, sizeof(*rules));
	struct clair_score_weights weights;

	clair_score_unknown(&run->scores);
	clair_reading_run(run);
	if (rules == NULL)
		return false;
	for (size_t i = 0; i < count; i++)
		rules[i] = clair_score_rule_at(run->linter, i);
	if (clair_score_weights_load(&weights, run->linter)) {
		clair_score_site(run, &weights, rules, count);
		if (!clair_score_gains(run, &weights, rules, count))
			return false;
	}
	if (!run->of_texts && !clair_rgaa_fill(run, rules, count))
		return false;
	return clair_indicators_fill(run, rules, count);
}
