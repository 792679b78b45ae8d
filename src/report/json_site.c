/* The site as a whole in JSON. */
#include "base/map.h"
#include "facts/summary.h"
#include "facts/trace.h"
#include "report/gate.h"
#include "report/history.h"
#include "report/json_part.h"

static json_t *
worst_persona(const struct clair_scores *scores)
{
	return scores->worst == CLAIR_PERSONA_COUNT ? json_null() :
						      clair_json_words(clair_persona_name(scores->worst));
}

static json_t *
readings_json(struct clair_report *report, const struct clair_run_readings *readings)
{
	json_t *object = json_object();
	json_t *grades = json_object();

	for (unsigned i = 0; i < CLAIR_READING_GRADES; i++)
		clair_json_set(report, grades, (const char[]){"ABCDE"[i], '\0'},
		    json_integer(readings->grades[i]));
	clair_json_set(report, object, "mean", readings->mean < 0 ? json_null() : clair_json_real(readings->mean, 10));
	clair_json_set(report, object, "grades", grades);
	clair_json_set(report, object, "too_short", json_integer(readings->too_short));
	return object;
}

static json_t *
criteria(struct clair_report *report)
{
	const struct clair_run *run = report->run;
	json_t *array = json_array();

	for (uint32_t i = 0; i < run->criterion_count; i++) {
		const struct clair_rgaa_criterion *criterion = &run->criteria[i];
		json_t *object = json_object();
		json_t *tests = json_object();

		for (uint32_t t = 0; t < criterion->test_count; t++)
			clair_json_set(report, tests, criterion->tests[t].id,
			    clair_json_words(clair_outcome_name(criterion->tests[t].outcome)));
		clair_json_set(report, object, "id", clair_json_words(criterion->id));
		clair_json_set(report, object, "status", clair_json_words(clair_rgaa_name(criterion->state)));
		clair_json_set(report, object, "review", json_boolean(criterion->review));
		clair_json_set(report, object, "tests", tests);
		clair_json_append(report, array, object);
	}
	return array;
}

/* One main menu, with the number of pages that have it. */
struct menu {
	const struct clair_trace *trace;
	const char **urls; /* by entry */
	uint32_t pages;
};

static json_t *
menu_json(struct clair_report *report, const struct menu *menu)
{
	json_t *object = json_object();
	json_t *entries = json_array();

	for (uint32_t i = 0; i < menu->trace->entry_count; i++) {
		json_t *entry = json_object();

		clair_json_set(report, entry, "level", json_integer(menu->trace->entries[i].level));
		clair_json_set(report, entry, "words", clair_json_words(menu->trace->entries[i].words));
		clair_json_set(report, entry, "url", clair_json_words(menu->urls[i]));
		clair_json_append(report, entries, entry);
	}
	clair_json_set(report, object, "id", clair_json_hash(menu->trace->menu));
	clair_json_set(report, object, "pages", json_integer(menu->pages));
	clair_json_set(report, object, "entries", entries);
	return object;
}

/* On the page that it leads to, an entry is often no link: another page has its address. */
static void
add_menu_of_page(struct menu *menu, const struct clair_trace *trace, struct clair_arena *arena)
{
	if (menu->trace == NULL) {
		menu->trace = trace;
		menu->urls = clair_alloc_array(arena, trace->entry_count, sizeof(*menu->urls));
	}
	menu->pages++;
	for (uint32_t i = 0; menu->urls != NULL && i < menu->trace->entry_count && i < trace->entry_count; i++)
		if (menu->urls[i] == NULL)
			menu->urls[i] = trace->entries[i].url;
}

/* The main menus of the pages, each once, in the order in which they are met. */
static json_t *
menus_json(struct clair_report *report)
{
	const struct clair_run *run = report->run;
	json_t *array = json_array();
	struct clair_arena arena;
	struct clair_map known;
	struct menu *menus;
	uint32_t count = 0;

	clair_arena_init(&arena, 0);
	clair_map_init(&known, &arena);
	menus = clair_alloc_array(&arena, run->page_count + 1, sizeof(*menus));
	for (uint32_t i = 0; menus != NULL && i < run->page_count; i++) {
		const struct clair_trace *trace = clair_run_page(run, i)->trace;
		void **slot = trace == NULL || trace->menu == 0
		    ? NULL
		    : clair_map_at(&known, (const char *)&trace->menu, sizeof(trace->menu));

		if (slot == NULL)
			continue;
		if (*slot == NULL)
			*slot = &menus[count++];
		add_menu_of_page(*slot, trace, &arena);
	}
	for (uint32_t i = 0; i < count && !arena.failed; i++)
		clair_json_append(report, array, menu_json(report, &menus[i]));
	report->failed |= arena.failed;
	clair_arena_free(&arena);
	return array;
}

static json_t *
indicators_json(struct clair_report *report)
{
	const struct clair_run *run = report->run;
	json_t *array = json_array();

	for (uint32_t i = 0; i < run->indicator_count; i++) {
		const struct clair_indicator *indicator = &run->indicators[i];
		const bool known = indicator->measured;
		json_t *object = json_object();
		json_t *parts = json_object();

		for (uint32_t p = 0; known && p < indicator->part_count; p++)
			clair_json_set(report, parts, indicator->parts[p].name, clair_json_real(indicator->parts[p].value, 100));
		clair_json_set(report, object, "id", clair_json_words(indicator->id));
		clair_json_set(report, object, "name", clair_json_words(indicator->name));
		clair_json_set(report, object, "unit", clair_json_words(indicator->unit));
		clair_json_set(report, object, "value", known ? clair_json_real(indicator->value, 100) : json_null());
		clair_json_set(report, object, "reason", clair_json_words(indicator->reason));
		clair_json_set(report, object, "word", clair_json_words(indicator->word));
		clair_json_set(report, object, "pages", json_integer(known ? indicator->of : 0));
		clair_json_set(report, object, "parts", parts);
		clair_json_append(report, array, object);
	}
	return array;
}

static json_t *
baseline_counts(struct clair_report *report, const struct clair_baseline_counts *counts)
{
	json_t *object = json_object();

	clair_json_set(report, object, "new", json_integer(counts->fresh));
	clair_json_set(report, object, "known", json_integer(counts->known));
	clair_json_set(report, object, "gone", json_integer(counts->gone));
	return object;
}

static json_t *
by_severity(struct clair_report *report, const uint32_t counts[static CLAIR_SEVERITY_COUNT])
{
	json_t *object = json_object();

	for (int i = 0; i < CLAIR_SEVERITY_COUNT; i++)
		clair_json_set(report, object, clair_severity_name((enum clair_severity)i), json_integer(counts[i]));
	return object;
}

static json_t *
baseline_json(struct clair_report *report, const struct clair_baseline_facts *facts)
{
	json_t *object = json_object();

	clair_json_set(report, object, "name", clair_json_words(facts->name));
	clair_json_set(report, object, "failed", baseline_counts(report, &facts->failed));
	clair_json_set(report, object, "review", baseline_counts(report, &facts->review));
	clair_json_set(report, object, "new", by_severity(report, facts->fresh));
	clair_json_set(report, object, "new_not_listed", by_severity(report, facts->unlisted));
	clair_json_set(report, object, "not_looked_for", json_integer(facts->unseen));
	clair_json_set(report, object, "apart", json_integer(facts->apart));
	return object;
}

static json_t *
budgets_json(struct clair_report *report)
{
	json_t *array = json_array();

	for (uint32_t i = 0; i < report->run->budget_count; i++) {
		const struct clair_budget_result *result = &report->run->budgets[i];
		const double limit = result->budget->limit;
		json_t *object = json_object();

		clair_json_set(report, object, "budget", clair_json_words(result->name));
		clair_json_set(report, object, "state", clair_json_words(clair_budget_state_name(result->state)));
		clair_json_set(report, object, "value", clair_json_score(result->value));
		clair_json_set(report, object, "limit", limit < 0 ? json_null() : json_real(limit));
		clair_json_set(report, object, "not_worse", json_boolean(result->budget->not_worse));
		clair_json_set(report, object, "before", clair_json_score(result->before));
		clair_json_set(report, object, "where", clair_json_words(result->budget->where));
		clair_json_append(report, array, object);
	}
	return array;
}

/* Rules of files that did not look at all of some page. */
static json_t *
stopped_rules(struct clair_report *report)
{
	json_t *array = json_array();
	const struct clair_rule *rule;
	uint32_t pages;

	for (size_t i = 0; (rule = clair_run_stopped(report->run, i, &pages)) != NULL; i++) {
		json_t *object = json_object();

		clair_json_set(report, object, "rule", clair_json_words(rule->id));
		clair_json_set(report, object, "place", clair_json_words(rule->place));
		clair_json_set(report, object, "pages", json_integer(pages));
		clair_json_append(report, array, object);
	}
	return array;
}

static void
set_third_parties(struct clair_report *report, json_t *site)
{
	struct clair_third_parties parties;
	json_t *object = json_object();
	json_t *services = json_object();

	clair_third_parties_of(report, &parties);
	for (uint32_t i = 0; i < parties.count; i++)
		clair_json_set(report, services, parties.list[i].service,
		    json_pack("{s:i,s:i}", "failed", (int)parties.list[i].failed, "review", (int)parties.list[i].review));
	clair_json_set(report, object, "failed", json_integer(parties.failed));
	clair_json_set(report, object, "review", json_integer(parties.review));
	clair_json_set(report, object, "services", services);
	if (parties.count > 0)
		clair_json_set(report, site, "third_party", json_incref(object));
	json_decref(object);
	report->failed |= parties.mem.failed;
	clair_third_parties_free(&parties);
}

static json_t *
history_json(struct clair_report *report)
{
	json_t *array = json_array();

	for (size_t i = 0; i < report->options->history_count; i++)
		clair_json_append(report, array, clair_history_json(&report->options->history[i]));
	return array;
}

json_t *
clair_json_site(struct clair_report *report)
{
	const struct clair_run *run = report->run;
	json_t *object = json_object();
	json_t *pages = json_object();
	json_t *findings = json_array();
	json_t *rgaa = json_object();
	uint32_t stopped_pages;
	json_t *unused = json_array();

	clair_json_set(report, pages, "known", json_integer(run->crawl.known));
	clair_json_set(report, pages, "requested", json_integer(run->crawl.requested));
	clair_json_set(report, pages, "fetched", json_integer(run->crawl.fetched));
	clair_json_set(report, pages, "tested", json_integer(run->tested_count));
	clair_json_set(report, pages, "skipped", json_integer(run->crawl.skipped));
	clair_json_set(report, pages, "failed", json_integer(run->crawl.failed));
	for (const struct clair_finding *f = run->site_findings; f != NULL; f = f->next)
		clair_json_append(report, findings, clair_json_finding(report, f));
	clair_json_set(report, rgaa, "criteria", criteria(report));
	clair_json_set(report, rgaa, "decided_tests", json_integer(run->rgaa_decided));
	clair_json_set(report, rgaa, "tests", json_integer(run->rgaa_tests));
	for (uint32_t i = 0; i < run->unused_count; i++)
		clair_json_append(report, unused, clair_json_suppression(report, run->unused[i]));
	clair_json_set(report, object, "type", clair_json_words("site"));
	clair_json_set(report, object, "url", clair_json_words(run->crawl.start));
	clair_json_set(report, object, "pages", pages);
	clair_json_set(report, object, "stopped_because", clair_json_words(run->crawl.stopped_because));
	clair_json_set(report, object, "outcomes", clair_json_outcomes(report, run->site_tallies, NULL));
	clair_json_set(report, object, "findings", findings);
	clair_json_set(report, object, "scores", clair_json_axes(report, run->scores.axis));
	clair_json_set(report, object, "reading", readings_json(report, &run->readings));
	clair_json_set(report, object, "rgaa", rgaa);
	clair_json_set(report, object, "personas", clair_json_personas(report, &run->scores));
	clair_json_set(report, object, "worst_persona", worst_persona(&run->scores));
	clair_json_set(report, object, "indicators", indicators_json(report));
	clair_json_set(report, object, "menus", menus_json(report));
	clair_json_set(report, object, "unused_suppressions", unused);
	if (clair_run_stopped(run, 0, &stopped_pages) != NULL)
		clair_json_set(report, object, "stopped_rules", stopped_rules(report));
	if (run->baseline != NULL)
		clair_json_set(report, object, "baseline", baseline_json(report, run->baseline));
	if (run->budget_count > 0)
		clair_json_set(report, object, "budgets", budgets_json(report));
	if (run->sample != NULL)
		clair_json_set(report, object, "sample", clair_sample_json(report));
	if (report->options->history_count > 0)
		clair_json_set(report, object, "history", history_json(report));
	if (report->options->history_older > 0)
		clair_json_set(report, object, "history_not_listed", json_integer((json_int_t)report->options->history_older));
	set_third_parties(report, object);
	return object;
}
