/* A comparison as JSON; docs/schema/compare-1.schema.json is the contract. */
#include "report/compare.h"
#include "report/json.h"

#include <math.h>

enum { COMPARISON_VERSION = 1 };

static json_t *
side_json(struct clair_report *report, const struct clair_compared_side *side)
{
	json_t *object = json_object();

	clair_json_set(report, object, "report", clair_json_words(side->name));
	clair_json_set(report, object, "url", clair_json_words(side->url));
	clair_json_set(report, object, "started", clair_json_words_or_null(side->started));
	clair_json_set(report, object, "lang", clair_json_words(side->lang == CLAIR_FR ? "fr" : "en"));
	clair_json_set(report, object, "tool_version", clair_json_words(side->version));
	clair_json_set(report, object, "rgaa", clair_json_words(side->rgaa));
	clair_json_set(report, object, "score_formula", side->formula == 0 ? json_null() : json_integer(side->formula));
	clair_json_set(report, object, "pages", clair_json_count(side->page_count));
	clair_json_set(report, object, "tested", clair_json_count(side->tested));
	clair_json_set(report, object, "stopped_because", clair_json_words(side->stopped_because));
	return object;
}

static json_t *
counts_json(struct clair_report *report, const struct clair_finding_counts *counts)
{
	json_t *object = json_object();

	clair_json_set(report, object, "new", clair_json_count(counts->appeared));
	clair_json_set(report, object, "gone", clair_json_count(counts->gone));
	clair_json_set(report, object, "same", clair_json_count(counts->same));
	return object;
}

static json_t *
aparts_json(struct clair_report *report, const uint32_t *aparts)
{
	json_t *object = json_object();

	for (int i = CLAIR_APART_NONE + 1; i < CLAIR_APART_COUNT; i++)
		clair_json_set(report, object, clair_apart_name((enum clair_apart)i), clair_json_count(aparts[i]));
	return object;
}

static json_t *
finding_json(struct clair_report *report, const struct clair_compared_finding *finding)
{
	json_t *object = json_object();

	clair_json_set(report, object, "rule", clair_json_words(finding->rule));
	clair_json_set(report, object, "outcome", clair_json_words(finding->failed ? "failed" : "review"));
	clair_json_set(report, object, "severity", clair_json_words(finding->severity));
	clair_json_set(report, object, "message_key", clair_json_words_or_null(finding->message_key));
	clair_json_set(report, object, "message", clair_json_words(finding->message));
	clair_json_set(report, object, "url", clair_json_words(finding->url));
	clair_json_set(report, object, "line", clair_json_count(finding->line));
	clair_json_set(report, object, "column", clair_json_count(finding->column));
	clair_json_set(report, object, "selector", clair_json_words_or_null(finding->selector));
	clair_json_set(report, object, "excerpt", clair_json_words_or_null(finding->excerpt));
	clair_json_set(report, object, "fingerprint", clair_json_words(finding->fingerprint));
	return object;
}

static json_t *
list_json(struct clair_report *report, const struct clair_compared_side *side)
{
	json_t *array = json_array();

	for (int failed = 1; failed >= 0; failed--) {
		const struct clair_compared_finding *finding;
		uint32_t page = 0;
		uint32_t index = 0;

		while ((finding = clair_compare_next(side, &page, &index, failed != 0)) != NULL)
			clair_json_append(report, array, finding_json(report, finding));
	}
	return array;
}

static json_t *
rules_json(struct clair_report *report, const char **rules, uint32_t rule_count)
{
	json_t *array = json_array();

	for (uint32_t i = 0; i < rule_count; i++)
		clair_json_append(report, array, clair_json_words(rules[i]));
	return array;
}

static json_t *
pair_json(struct clair_report *report, double before, double after)
{
	json_t *object = json_object();

	clair_json_set(report, object, "before", clair_json_score(before));
	clair_json_set(report, object, "after", clair_json_score(after));
	return object;
}

static json_t *
scores_json(struct clair_report *report, const struct clair_compare *compare)
{
	json_t *object = json_object();
	json_t *axes = json_object();
	json_t *personas = json_object();

	for (int i = 0; i < CLAIR_AXIS_COUNT; i++)
		clair_json_set(report, axes, clair_axis_name((enum clair_axis)i),
		    pair_json(report, compare->old.axis[i], compare->new.axis[i]));
	for (int i = 0; i < CLAIR_PERSONA_COUNT; i++)
		clair_json_set(report, personas, clair_persona_name((enum clair_persona)i),
		    pair_json(report, compare->old.persona[i], compare->new.persona[i]));
	clair_json_set(report, object, "comparable", json_boolean(compare->scores_compare));
	clair_json_set(report, object, "axes", axes);
	clair_json_set(report, object, "personas", personas);
	return object;
}

static json_t *
part_json(struct clair_report *report, uint32_t kept, uint32_t all)
{
	json_t *object = json_object();

	clair_json_set(report, object, "kept", clair_json_count(kept));
	clair_json_set(report, object, "of", clair_json_count(all));
	return object;
}

static json_t *
stability_json(struct clair_report *report, const struct clair_stability *stability)
{
	json_t *object = json_object();

	clair_json_set(report, object, "value", clair_json_score(stability->value));
	clair_json_set(report, object, "unit", clair_json_words("percent"));
	clair_json_set(report, object, "reason", clair_json_words(stability->reason));
	clair_json_set(report, object, "menu_entries", part_json(report, stability->entries_kept, stability->entries));
	clair_json_set(report, object, "procedure_addresses",
	    part_json(report, stability->addresses_kept, stability->addresses));
	return object;
}

static json_t *
page_url(const struct clair_compared_page *page)
{
	return page == NULL ? json_null() : clair_json_words(page->url);
}

static json_t *
changes_json(struct clair_report *report, const struct clair_compare *compare)
{
	json_t *array = json_array();

	for (uint32_t i = 0; i < compare->change_count; i++) {
		const struct clair_change *change = &compare->changes[i];
		json_t *object = json_object();

		clair_json_set(report, object, "kind", clair_json_words(clair_change_kind_name(change->kind)));
		clair_json_set(report, object, "procedure", json_boolean(clair_change_is_of_procedure(change)));
		clair_json_set(report, object, "old_url", page_url(change->old_page));
		clair_json_set(report, object, "new_url", page_url(change->new_page));
		clair_json_set(report, object, "before", clair_json_words(change->before));
		clair_json_set(report, object, "after", clair_json_words(change->after));
		clair_json_set(report, object, "message", clair_json_words(clair_change_sentence(report, change)));
		clair_json_append(report, array, object);
	}
	return array;
}

static json_t *
pages_json(struct clair_report *report, const struct clair_compare *compare)
{
	json_t *array = json_array();

	for (uint32_t i = 0; i < compare->old.page_count; i++) {
		const struct clair_compared_page *page = &compare->old.pages[i];
		json_t *object;

		if (page->other == NULL || page->failures == page->other->failures)
			continue;
		object = json_object();
		clair_json_set(report, object, "old_url", page_url(page));
		clair_json_set(report, object, "new_url", page_url(page->other));
		clair_json_set(report, object, "failures_before", clair_json_count(page->failures));
		clair_json_set(report, object, "failures_after", clair_json_count(page->other->failures));
		clair_json_append(report, array, object);
	}
	return array;
}

void
clair_compare_json(struct clair_report *report, const struct clair_compare *compare)
{
	json_t *object = json_object();
	json_t *findings = json_object();
	json_t *rules = json_object();

	clair_json_set(report, findings, "failed", counts_json(report, &compare->failed));
	clair_json_set(report, findings, "review", counts_json(report, &compare->review));
	clair_json_set(report, findings, "apart_new", aparts_json(report, compare->apart));
	clair_json_set(report, findings, "apart_gone", aparts_json(report, compare->apart_before));
	clair_json_set(report, findings, "new", list_json(report, &compare->new));
	clair_json_set(report, findings, "gone", list_json(report, &compare->old));
	clair_json_set(
	    report, rules, "old_only", rules_json(report, compare->rules_before, compare->rules_before_count));
	clair_json_set(report, rules, "new_only", rules_json(report, compare->rules_now, compare->rules_now_count));
	clair_json_set(report, object, "type", clair_json_words("comparison"));
	clair_json_set(report, object, "comparison_version", json_integer(COMPARISON_VERSION));
	clair_json_set(report, object, "tool",
	    json_pack("{s:s,s:s}", "name", "clairlint", "version", CLAIR_VERSION));
	clair_json_set(report, object, "lang", clair_json_words(report->lang == CLAIR_FR ? "fr" : "en"));
	clair_json_set(report, object, "old", side_json(report, &compare->old));
	clair_json_set(report, object, "new", side_json(report, &compare->new));
	clair_json_set(report, object, "rules", rules);
	clair_json_set(report, object, "findings", findings);
	clair_json_set(report, object, "stability", stability_json(report, &compare->stability));
	clair_json_set(report, object, "changes", changes_json(report, compare));
	clair_json_set(report, object, "pages", pages_json(report, compare));
	clair_json_set(report, object, "scores", scores_json(report, compare));
	clair_json_set(report, object, "exit_status", json_integer(report->options->exit_status));
	clair_json_emit(report, object, "\n");
}
