/* See suite.h. */
#include "report/suite.h"

#include <string.h>

/* A failure of the rule; beside a baseline, a new one. */
static bool
counts(const struct clair_case *one, const struct clair_finding *finding)
{
	return finding->rule == one->rule && finding->outcome == CLAIR_FAIL && finding->suppressed == NULL &&
	    (!one->beside_baseline || finding->baseline == CLAIR_BASELINE_NEW);
}

static bool
has_failed(const struct clair_case *one)
{
	for (const struct clair_finding *f = one->first; f != NULL; f = f->next) {
		if (counts(one, f))
			return true;
	}
	return !one->beside_baseline;
}

static enum clair_verdict
verdict_of(const struct clair_case *one)
{
	switch (one->tally->outcome) {
	case CLAIR_PASS:
		return CLAIR_CASE_PASSED;
	case CLAIR_FAIL:
		return has_failed(one) ? CLAIR_CASE_FAILED : CLAIR_CASE_KNOWN;
	case CLAIR_REVIEW:
		return CLAIR_CASE_REVIEW;
	case CLAIR_UNTESTED:
		return one->tally->untested == CLAIR_WHY_SILENCED ? CLAIR_CASE_SILENCED : CLAIR_CASE_UNDECIDED;
	default:
		return CLAIR_CASE_NONE;
	}
}

struct clair_case
clair_case_of(const struct clair_report *report, const struct clair_result *page, size_t rule)
{
	const struct clair_run *run = report->run;
	const struct clair_tally *tallies = page != NULL ? page->tallies : run->site_tallies;
	struct clair_case one = {.rule = report->rules[rule].rule, .beside_baseline = run->baseline != NULL};

	if (tallies == NULL || !clair_report_asks(report, rule, page))
		return one;
	one.tally = &tallies[rule];
	one.first = page != NULL ? page->first : run->site_findings;
	one.verdict = verdict_of(&one);
	return one;
}

struct clair_case_counts
clair_case_count(const struct clair_report *report, const struct clair_result *page)
{
	struct clair_case_counts counts = {.all = 0};

	for (size_t i = 0; i < report->rule_count; i++) {
		const enum clair_verdict verdict = clair_case_of(report, page, i).verdict;

		counts.of[verdict]++;
		counts.all += verdict != CLAIR_CASE_NONE;
	}
	return counts;
}

static bool
tells(const struct clair_case *one, const struct clair_finding *finding)
{
	if (finding->rule != one->rule || (finding->suppressed != NULL) != (one->verdict == CLAIR_CASE_SILENCED))
		return false;
	switch (one->verdict) {
	case CLAIR_CASE_FAILED:
		return counts(one, finding);
	case CLAIR_CASE_KNOWN:
		return finding->outcome == CLAIR_FAIL;
	case CLAIR_CASE_REVIEW:
	case CLAIR_CASE_SILENCED:
		return true;
	default:
		return false;
	}
}

const struct clair_finding *
clair_case_next(const struct clair_case *one, const struct clair_finding *previous)
{
	const struct clair_finding *next = previous == NULL ? one->first : previous->next;

	while (next != NULL && !tells(one, next))
		next = next->next;
	return next;
}

uint32_t
clair_case_told(const struct clair_case *one)
{
	uint32_t count = 0;

	for (const struct clair_finding *f = clair_case_next(one, NULL); f != NULL; f = clair_case_next(one, f))
		count++;
	return count;
}

void
clair_causes_open(struct clair_causes *causes, struct clair_report *report)
{
	const struct clair_run *run = report->run;

	clair_arena_init(&causes->mem, 0);
	clair_map_init(&causes->by_id, &causes->mem);
	for (uint32_t i = 0; i < run->cause_count; i++) {
		const struct clair_cause *cause = &run->causes[i];
		void **slot = clair_map_at(&causes->by_id, cause->id, strlen(cause->id));

		if (slot != NULL)
			*slot = (void *)(uintptr_t)cause->pages;
	}
	report->failed |= causes->mem.failed;
}

void
clair_causes_close(struct clair_causes *causes)
{
	clair_arena_free(&causes->mem);
}

uint32_t
clair_causes_pages(const struct clair_causes *causes, const struct clair_finding *finding)
{
	return (uint32_t)(uintptr_t)clair_map_get(&causes->by_id, finding->cause, strlen(finding->cause));
}

const char *
clair_case_reason(struct clair_report *report, const struct clair_case *one)
{
	const struct clair_finding *first = clair_case_next(one, NULL);
	const uint32_t told = clair_case_told(one);

	switch (one->verdict) {
	case CLAIR_CASE_KNOWN:
		return CLAIR_PHRASE(report, CLAIR_STRING_CASE_KNOWN, CLAIR_NUMBER("n", told));
	case CLAIR_CASE_REVIEW:
		return CLAIR_PHRASE(report, CLAIR_STRING_CASE_REVIEW, CLAIR_NUMBER("n", told));
	case CLAIR_CASE_SILENCED:
		return CLAIR_PHRASE(report, CLAIR_STRING_CASE_SILENCED,
		    CLAIR_WORDS("why", first != NULL ? first->suppressed->reason : ""));
	case CLAIR_CASE_UNDECIDED:
		return CLAIR_PHRASE(report, CLAIR_STRING_CASE_UNDECIDED,
		    CLAIR_WORDS("why", clair_string_of(report, clair_why_string(one->tally->untested))));
	default:
		return "";
	}
}
