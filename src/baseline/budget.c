/* What a run may have at most, or must have at least, and what may not get worse. */
#include "baseline/baseline.h"

#include "facts/summary.h"

#include <math.h>
#include <string.h>

struct counting {
	const struct clair_run *run;
	const struct clair_budget *budget;
	struct clair_budget_result *result;
	bool *of_rule; /* by rule: it counts */
};

/* Scores are told with one decimal, and compared as they are told. */
static double
tenths(double value)
{
	return round(value * 10) / 10;
}

static bool
is_about(const struct clair_budget *budget, const char *url)
{
	return budget->url == NULL || clair_glob(budget->url, url);
}

/* --- Counting ------------------------------------------------------------------------------------ */

static void
count_findings(struct counting *counting, const struct clair_finding *first, bool of_site)
{
	for (const struct clair_finding *f = first; f != NULL; f = f->next) {
		if (f->suppressed != NULL || !counting->of_rule[clair_linter_rule_index(counting->run->linter, f->rule)] ||
		    clair_finding_severity(counting->run->linter, f) < counting->budget->severity)
			continue;
		if (!of_site || is_about(counting->budget, f->page == NULL ? "" : f->page->url))
			counting->result->value++;
	}
}

/* Those past the ceiling of a page are only counted. */
static void
count_tallies(struct counting *counting, const struct clair_tally *tallies)
{
	for (size_t i = 0; tallies != NULL && i < clair_linter_rule_count(counting->run->linter); i++) {
		const enum clair_severity severity = tallies[i].failed == 0
		    ? CLAIR_SEVERITY_REVIEW
		    : clair_linter_severity(counting->run->linter, clair_linter_rule(counting->run->linter, i));

		if (counting->of_rule[i] && severity >= counting->budget->severity)
			counting->result->value += tallies[i].untold;
	}
}

static void
lower_score(struct counting *counting, double score)
{
	if (score >= 0 && (counting->result->value < 0 || tenths(score) < counting->result->value))
		counting->result->value = tenths(score);
}

static void
count_page(struct counting *counting, const struct clair_result *page)
{
	const char *url = page->final_url[0] != '\0' ? page->final_url : page->url;

	if (!page->tested || !is_about(counting->budget, url))
		return;
	if (counting->budget->of_score) {
		if (counting->budget->url != NULL)
			lower_score(counting, page->scores.axis[counting->budget->axis]);
		return;
	}
	if (counting->result->value < 0)
		counting->result->value = 0;
	count_findings(counting, page->first, false);
	count_tallies(counting, page->tallies);
}

static void
count_site(struct counting *counting)
{
	if (counting->budget->of_score && counting->budget->url == NULL)
		lower_score(counting, counting->run->scores.axis[counting->budget->axis]);
	if (!counting->budget->of_score && counting->result->value >= 0) {
		count_findings(counting, counting->run->site_findings, true);
		if (counting->budget->url == NULL)
			count_tallies(counting, counting->run->site_tallies);
	}
}

/* --- Judging ------------------------------------------------------------------------------------- */

static bool
is_worse(const struct clair_budget *budget, double value, double than)
{
	return budget->of_score ? value < tenths(than) : value > than;
}

static enum clair_budget_state
state_of(struct clair_budget_result *result, const struct clair_baseline *baseline)
{
	const struct clair_budget *budget = result->budget;
	const double *before = baseline == NULL
	    ? NULL
	    : clair_map_get(&baseline->budgets, result->name, strlen(result->name));

	result->before = before == NULL ? -1 : *before;
	if (result->value < 0)
		return CLAIR_BUDGET_UNKNOWN;
	if (budget->limit >= 0 && is_worse(budget, result->value, budget->limit))
		return CLAIR_BUDGET_OVER;
	if (!budget->not_worse)
		return CLAIR_BUDGET_KEPT;
	if (before == NULL)
		return baseline == NULL ? CLAIR_BUDGET_NO_BASELINE : CLAIR_BUDGET_NOT_THERE;
	return is_worse(budget, result->value, *before) ? CLAIR_BUDGET_WORSE : CLAIR_BUDGET_KEPT;
}

static const char *
name_of(const struct clair_budget *budget, struct clair_arena *mem)
{
	const char *name = budget->of_score
	    ? clair_asprintf(mem, "score=%s", clair_axis_name(budget->axis))
	    : clair_asprintf(mem, "severity=%s", clair_severity_name(budget->severity));

	if (budget->rule != NULL)
		name = clair_asprintf(mem, "%s rule=%s", name, budget->rule);
	return budget->url == NULL ? name : clair_asprintf(mem, "%s url=%s", name, budget->url);
}

static bool
start(struct counting *counting, struct clair_run *run, const struct clair_budget *budget,
    struct clair_budget_result *result, struct clair_arena *mem)
{
	const size_t rules = clair_linter_rule_count(run->linter);

	*result = (struct clair_budget_result){.budget = budget, .name = name_of(budget, &run->mem), .value = -1};
	*counting = (struct counting){.run = run, .budget = budget, .result = result};
	counting->of_rule = clair_alloc_array(mem, rules + 1, sizeof(*counting->of_rule));
	for (size_t i = 0; counting->of_rule != NULL && i < rules; i++)
		counting->of_rule[i] =
		    budget->rule == NULL || clair_glob(budget->rule, clair_linter_rule(run->linter, i)->id);
	return counting->of_rule != NULL;
}

enum clair_status
clair_run_spend(struct clair_run *run, const struct clair_budget *budgets, size_t count,
    const struct clair_baseline *baseline)
{
	struct counting *countings;
	struct clair_arena mem;
	bool fine;

	if (count == 0)
		return CLAIR_OK;
	clair_arena_init(&mem, 0);
	countings = clair_alloc_array(&mem, count, sizeof(*countings));
	run->budgets = clair_alloc_array(&run->mem, count, sizeof(*run->budgets));
	fine = countings != NULL && run->budgets != NULL;
	for (size_t i = 0; fine && i < count; i++)
		fine = start(&countings[i], run, &budgets[i], &run->budgets[i], &mem);
	for (uint32_t p = 0; fine && p < run->page_count; p++) {
		const struct clair_result *page = clair_run_page(run, p);

		for (size_t i = 0; i < count; i++)
			count_page(&countings[i], page);
	}
	for (size_t i = 0; fine && i < count; i++) {
		count_site(&countings[i]);
		run->budgets[i].state = state_of(&run->budgets[i], baseline);
	}
	run->budget_count = fine ? (uint32_t)count : 0;
	clair_arena_free(&mem);
	return fine && !run->mem.failed ? CLAIR_OK : CLAIR_NO_MEMORY;
}

uint32_t
clair_run_broken_budgets(const struct clair_run *run)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < run->budget_count; i++) {
		const enum clair_budget_state state = run->budgets[i].state;

		count += state == CLAIR_BUDGET_OVER || state == CLAIR_BUDGET_WORSE || state == CLAIR_BUDGET_NOT_THERE;
	}
	return count;
}
