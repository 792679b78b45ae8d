/* See gate.h. */
#include "report/gate.h"

#include "base/map.h"

#include <stdlib.h>
#include <string.h>

/* --- Known findings ------------------------------------------------------------------------------- */

static void
say_counts(struct clair_report *report, clair_sentence_fn *say)
{
	const struct clair_baseline_facts *facts = report->run->baseline;

	say(report, CLAIR_PHRASE(report, CLAIR_STRING_BASELINE, CLAIR_WORDS("name", facts->name),
	    CLAIR_NUMBER("fresh", facts->failed.fresh), CLAIR_NUMBER("known", facts->failed.known),
	    CLAIR_NUMBER("gone", facts->failed.gone)));
	if (facts->review.fresh + facts->review.known + facts->review.gone > 0)
		say(report, CLAIR_PHRASE(report, CLAIR_STRING_BASELINE_REVIEW,
		    CLAIR_NUMBER("fresh", facts->review.fresh), CLAIR_NUMBER("known", facts->review.known),
		    CLAIR_NUMBER("gone", facts->review.gone)));
}

static uint32_t
unlisted(const struct clair_baseline_facts *facts)
{
	uint32_t count = 0;

	for (int i = 0; i < CLAIR_SEVERITY_COUNT; i++)
		count += facts->unlisted[i];
	return count;
}

static void
say_baseline(struct clair_report *report, clair_sentence_fn *say)
{
	const struct clair_baseline_facts *facts = report->run->baseline;
	const struct {
		enum clair_string string;
		uint32_t count;
	} lines[] = {{CLAIR_STRING_BASELINE_UNLISTED, unlisted(facts)}, {CLAIR_STRING_BASELINE_UNSEEN, facts->unseen},
	    {CLAIR_STRING_BASELINE_APART, facts->apart}};

	say_counts(report, say);
	for (size_t i = 0; i < CLAIR_LEN(lines); i++)
		if (lines[i].count > 0)
			say(report, CLAIR_PHRASE(report, lines[i].string, CLAIR_NUMBER("n", lines[i].count)));
}

/* --- Budgets ------------------------------------------------------------------------------------- */

/* What a budget is about: "défauts de gravité majeur ou plus, règle images/star". */
static void
add_what(struct clair_report *report, const struct clair_budget *budget, struct clair_buf *out)
{
	clair_buf_puts(out, budget->of_score
	        ? CLAIR_PHRASE(report, CLAIR_STRING_BUDGET_OF_SCORE,
	              CLAIR_WORDS("axis", clair_string_of(report, clair_axis_string(budget->axis))))
	        : CLAIR_PHRASE(report, CLAIR_STRING_BUDGET_OF_FINDINGS,
	              CLAIR_WORDS("severity", clair_string_of(report, clair_severity_string(budget->severity)))));
	if (budget->rule != NULL)
		clair_buf_puts(out, CLAIR_PHRASE(report, CLAIR_STRING_BUDGET_OF_RULE, CLAIR_WORDS("rule", budget->rule)));
	if (budget->url != NULL)
		clair_buf_puts(out, CLAIR_PHRASE(report, CLAIR_STRING_BUDGET_OF_URL, CLAIR_WORDS("url", budget->url)));
}

static enum clair_string
budget_string(const struct clair_budget_result *budget)
{
	switch (budget->state) {
	case CLAIR_BUDGET_OVER:
		return budget->budget->of_score ? CLAIR_STRING_BUDGET_LOW : CLAIR_STRING_BUDGET_OVER;
	case CLAIR_BUDGET_WORSE:
		return CLAIR_STRING_BUDGET_WORSE;
	case CLAIR_BUDGET_NOT_THERE:
		return CLAIR_STRING_BUDGET_NOT_THERE;
	case CLAIR_BUDGET_NO_BASELINE:
		return CLAIR_STRING_BUDGET_NO_BASELINE;
	default:
		return CLAIR_STRING_BUDGET_UNKNOWN;
	}
}

static void
say_budget(struct clair_report *report, clair_sentence_fn *say, const struct clair_budget_result *budget)
{
	struct clair_buf what;

	clair_buf_init(&what, 0);
	add_what(report, budget->budget, &what);
	say(report, CLAIR_PHRASE(report, budget_string(budget), CLAIR_WORDS("what", what.bytes),
	    CLAIR_NUMBER("value", budget->value), CLAIR_NUMBER("limit", budget->budget->limit),
	    CLAIR_NUMBER("before", budget->before)));
	report->failed |= what.failed;
	clair_buf_free(&what);
}

static void
say_budgets(struct clair_report *report, clair_sentence_fn *say)
{
	const struct clair_run *run = report->run;
	uint32_t kept = 0;

	for (uint32_t i = 0; i < run->budget_count; i++) {
		kept += run->budgets[i].state == CLAIR_BUDGET_KEPT;
		if (run->budgets[i].state != CLAIR_BUDGET_KEPT)
			say_budget(report, say, &run->budgets[i]);
	}
	if (run->budget_count > 0)
		say(report, CLAIR_PHRASE(report, CLAIR_STRING_BUDGETS_KEPT, CLAIR_NUMBER("n", kept),
		    CLAIR_NUMBER("of", run->budget_count)));
}

void
clair_report_gate(struct clair_report *report, clair_sentence_fn *say)
{
	if (report->run->baseline != NULL)
		say_baseline(report, say);
	say_budgets(report, say);
}

/* --- What is spared ------------------------------------------------------------------------------ */

enum { COMMENT_LIMIT = 20 };

static void
say_configuration(struct clair_report *report, clair_sentence_fn *say)
{
	const struct clair_run *run = report->run;
	const uint32_t count = clair_report_silenced(report, false);

	if (count > 0)
		say(report, CLAIR_PHRASE(report, CLAIR_STRING_SILENCED, CLAIR_NUMBER("n", count)));
	for (uint32_t i = 0; i < run->unused_count; i++) {
		const struct clair_suppression *unused = run->unused[i];

		say(report, CLAIR_PHRASE(report, CLAIR_STRING_UNUSED,
		    CLAIR_WORDS("rule", unused->rule != NULL ? unused->rule
		                                             : clair_string_of(report, CLAIR_STRING_ALL_RULES)),
		    CLAIR_WORDS("where", unused->where != NULL ? unused->where : "?")));
	}
}

static void
say_comment(struct clair_report *report, clair_sentence_fn *say, const struct clair_ignore *ignore)
{
	say(report, CLAIR_PHRASE(report, clair_ignore_string(ignore->state), CLAIR_WORDS("where", ignore->said.where),
	    CLAIR_WORDS("rule", ignore->said.rule), CLAIR_NUMBER("n", ignore->silenced),
	    CLAIR_WORDS("reason", ignore->said.reason == NULL ? "" : ignore->said.reason),
	    CLAIR_WORDS("day", ignore->said.until == NULL ? "" : ignore->said.until)));
}

/* Those of pages that are not of who asks are only counted. */
static void
say_comments(struct clair_report *report, clair_sentence_fn *say)
{
	const struct clair_run *run = report->run;
	uint32_t not_honoured = 0;
	uint32_t told = 0;

	for (uint32_t p = 0; p < run->page_count; p++) {
		const struct clair_result *page = clair_run_page(run, p);

		for (uint32_t i = 0; i < page->ignore_count; i++) {
			if (page->ignores[i].state == CLAIR_IGNORE_NOT_HONOURED)
				not_honoured++;
			else if (told++ < COMMENT_LIMIT)
				say_comment(report, say, &page->ignores[i]);
		}
	}
	if (told > COMMENT_LIMIT)
		say(report, CLAIR_PHRASE(report, CLAIR_STRING_IGNORE_MORE, CLAIR_NUMBER("n", told - COMMENT_LIMIT)));
	if (not_honoured > 0)
		say(report, CLAIR_PHRASE(report, CLAIR_STRING_IGNORE_NOT_HONOURED, CLAIR_NUMBER("n", not_honoured)));
}

/* --- Parts of others ----------------------------------------------------------------------------- */

static void
add_third_party(struct clair_third_parties *parties, struct clair_map *known, const struct clair_finding *finding)
{
	void **slot = finding->suppressed != NULL || finding->third_party == NULL
	    ? NULL
	    : clair_map_at(known, finding->third_party, strlen(finding->third_party));
	const bool review = finding->outcome == CLAIR_REVIEW;
	struct clair_third_party *party = slot == NULL ? NULL : *slot;

	if (slot == NULL)
		return;
	if (party == NULL) {
		*slot = party = clair_alloc(&parties->mem, sizeof(*party));
		if (party == NULL)
			return;
		party->service = finding->third_party;
		parties->count++;
	}
	*(review ? &party->review : &party->failed) += 1;
	*(review ? &parties->review : &parties->failed) += 1;
}

static int
by_service(const void *one, const void *other)
{
	return strcmp(((const struct clair_third_party *)one)->service,
	    ((const struct clair_third_party *)other)->service);
}

void
clair_third_parties_of(const struct clair_report *report, struct clair_third_parties *parties)
{
	const struct clair_run *run = report->run;
	struct clair_map known;
	uint32_t n = 0;

	*parties = (struct clair_third_parties){0};
	clair_arena_init(&parties->mem, 0);
	clair_map_init(&known, &parties->mem);
	for (uint32_t i = 0; i < run->page_count; i++)
		for (const struct clair_finding *f = clair_run_page(run, i)->first; f != NULL; f = f->next)
			add_third_party(parties, &known, f);
	parties->list = clair_alloc_array(&parties->mem, parties->count + 1, sizeof(*parties->list));
	for (size_t i = 0; parties->list != NULL && i < known.room; i++)
		if (known.slots[i].value != NULL)
			parties->list[n++] = *(const struct clair_third_party *)known.slots[i].value;
	parties->count = n;
	if (parties->list != NULL)
		qsort(parties->list, n, sizeof(*parties->list), by_service);
}

void
clair_third_parties_free(struct clair_third_parties *parties)
{
	clair_arena_free(&parties->mem);
}

const char *
clair_third_party_name(const char *service)
{
	const char *space = strchr(service, ' ');

	return space == NULL ? service : space + 1;
}

static void
say_third_parties(struct clair_report *report, clair_sentence_fn *say)
{
	struct clair_third_parties parties;
	struct clair_buf names;

	clair_third_parties_of(report, &parties);
	clair_buf_init(&names, 0);
	for (uint32_t i = 0; i < parties.count; i++)
		clair_buf_printf(&names, "%s%s", i == 0 ? "" : ", ", clair_third_party_name(parties.list[i].service));
	if (parties.count > 0)
		say(report, CLAIR_PHRASE(report, CLAIR_STRING_THIRD_PARTIES, CLAIR_NUMBER("n", parties.failed),
		    CLAIR_NUMBER("review", parties.review), CLAIR_WORDS("names", names.bytes)));
	report->failed |= names.failed || parties.mem.failed;
	clair_buf_free(&names);
	clair_third_parties_free(&parties);
}

static void
say_stopped(struct clair_report *report, clair_sentence_fn *say)
{
	const struct clair_rule *rule;
	uint32_t pages;

	for (size_t i = 0; (rule = clair_run_stopped(report->run, i, &pages)) != NULL; i++)
		say(report, clair_stopped_phrase(report, rule, pages));
}

void
clair_report_spared(struct clair_report *report, clair_sentence_fn *say)
{
	say_configuration(report, say);
	say_stopped(report, say);
	say_comments(report, say);
	say_third_parties(report, say);
}

bool
clair_report_has_spared(const struct clair_report *report)
{
	const struct clair_run *run = report->run;
	uint32_t pages;

	if (run->unused_count > 0 || clair_report_silenced(report, false) > 0 || clair_run_stopped(run, 0, &pages) != NULL)
		return true;
	for (uint32_t i = 0; i < run->page_count; i++) {
		const struct clair_result *page = clair_run_page(run, i);

		if (page->ignore_count > 0)
			return true;
		for (const struct clair_finding *f = page->first; f != NULL; f = f->next)
			if (f->third_party != NULL && f->suppressed == NULL)
				return true;
	}
	return false;
}

/* --- Names --------------------------------------------------------------------------------------- */

const char *
clair_budget_state_name(enum clair_budget_state state)
{
	static const char *const names[CLAIR_BUDGET_STATES] = {[CLAIR_BUDGET_KEPT] = "kept",
	    [CLAIR_BUDGET_OVER] = "broken", [CLAIR_BUDGET_WORSE] = "worse", [CLAIR_BUDGET_NOT_THERE] = "not-in-baseline",
	    [CLAIR_BUDGET_NO_BASELINE] = "no-baseline", [CLAIR_BUDGET_UNKNOWN] = "not-measured"};

	return names[state];
}

const char *
clair_ignore_state_name(enum clair_ignore_state state)
{
	static const char *const names[CLAIR_IGNORE_STATES] = {[CLAIR_IGNORE_UNUSED] = "unused",
	    [CLAIR_IGNORE_USED] = "used", [CLAIR_IGNORE_NOT_HONOURED] = "not-followed",
	    [CLAIR_IGNORE_NO_RULE] = "no-rule", [CLAIR_IGNORE_NO_REASON] = "no-reason",
	    [CLAIR_IGNORE_BAD_DAY] = "bad-date", [CLAIR_IGNORE_OVER] = "over",
	    [CLAIR_IGNORE_NO_ELEMENT] = "no-element"};

	return names[state];
}

const char *
clair_baseline_name(const struct clair_finding *finding)
{
	static const char *const names[] = {
	    [CLAIR_BASELINE_NONE] = NULL, [CLAIR_BASELINE_NEW] = "new", [CLAIR_BASELINE_KNOWN] = "known"};

	return names[finding->baseline];
}
