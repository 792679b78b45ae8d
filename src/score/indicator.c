/* See indicator.h. Pages of procedures are sheets that explain one, and pages where one is done. */
#include "score/indicator.h"

#include "dict/dict.h"
#include "facts/summary.h"
#include "score/referential.h"
#include "score/rgaa.h"

#include <stdlib.h>
#include <string.h>

/* Values of pages, for a median. */
struct values {
	double *list;
	uint32_t count;
};

/* What one look at all the pages gathers. */
struct gathered {
	struct clair_rgaa rgaa;
	bool has_rgaa;
	double target;                          /* of the reading index; -1: not known */
	uint32_t tested;
	uint32_t failures[2];                   /* criteria not met, of level A, of level AA */
	uint32_t sheets, measured, readable, falc;
	uint32_t procedures, human, without_phone, fits_phone;
	struct values needs, depths;
	uint32_t forms, forms_with_others;
	struct clair_map hosts;
	uint32_t host_count;
};

static bool
is_sheet(const struct clair_result *page)
{
	return strcmp(page->kind, "procedure") == 0;
}

static bool
is_procedure(const struct clair_result *page)
{
	return is_sheet(page) || strcmp(page->kind, "form") == 0 || strcmp(page->kind, "payment") == 0 ||
	    strcmp(page->kind, "appointment") == 0;
}

static bool
is_form(const struct clair_result *page)
{
	return strcmp(page->kind, "form") == 0 || strcmp(page->kind, "payment") == 0 ||
	    strcmp(page->kind, "login") == 0 || strcmp(page->kind, "appointment") == 0 ||
	    (page->summary->flags & CLAIR_SUMMARY_PERSONAL) != 0;
}

/* --- One page ---------------------------------------------------------------------------------- */

static bool
is_of_level(const char *criterion, const char *level)
{
	for (size_t i = 0; i < clair_referential_count; i++) {
		const struct clair_referential_row *row = &clair_referential[i];

		if (strcmp(row->referential, "rgaa-" CLAIR_RGAA_VERSION) == 0 &&
		    strcmp(row->kind, "criterion") == 0 && strcmp(row->id, criterion) == 0)
			return strcmp(row->level, level) == 0;
	}
	return false;
}

static void
gather_rgaa(struct gathered *all, const struct clair_result *page)
{
	if (!all->has_rgaa || page->is_text)
		return;
	clair_rgaa_judge_page(&all->rgaa, page);
	for (uint32_t i = 0; i < all->rgaa.criterion_count; i++) {
		const struct clair_rgaa_criterion *criterion = &all->rgaa.criteria[i];

		if (criterion->state == CLAIR_RGAA_NC)
			all->failures[is_of_level(criterion->id, "A") ? 0 : 1]++;
	}
}

static void
gather_sheet(struct gathered *all, const struct clair_result *page)
{
	all->sheets++;
	all->falc += page->is_falc || (page->summary->flags & CLAIR_SUMMARY_FALC_LINK) != 0;
	if (page->reading.index < 0)
		return;
	all->measured++;
	all->readable += page->reading.index >= all->target;
}

/* A printer or an office suite is not to be had on a phone. */
static bool
can_be_done_on_phone(const struct clair_result *page)
{
	const uint32_t off_phone = 1u << CLAIR_NEED_PRINTER | 1u << CLAIR_NEED_OFFICE;

	return (page->summary->flags & CLAIR_SUMMARY_FITS_PHONE) != 0 &&
	    (page->procedure == NULL || (page->procedure->needs & off_phone) == 0);
}

static void
gather_procedure(struct gathered *all, const struct clair_result *page)
{
	const struct clair_page_summary *summary = page->summary;
	const unsigned channels = summary->channels[CLAIR_CHANNEL_ON_PAGE];

	all->procedures++;
	all->human += (channels & CLAIR_HUMAN_CHANNELS) != 0;
	all->without_phone +=
	    (channels & CLAIR_HUMAN_CHANNELS & ~CLAIR_CHANNELS(CLAIR_CHANNEL_PHONE)) != 0;
	all->fits_phone += can_be_done_on_phone(page);
	if (summary->prerequisites != CLAIR_NOT_A_PROCEDURE)
		all->needs.list[all->needs.count++] = summary->prerequisites;
	if (page->click_depth >= 0)
		all->depths.list[all->depths.count++] = page->click_depth;
}

static bool
gather_form(struct gathered *all, const struct clair_page_summary *summary, struct clair_arena *mem)
{
	all->forms++;
	all->forms_with_others += summary->third_party_count != 0;
	for (uint32_t i = 0; i < summary->third_party_count; i++) {
		const char *host = summary->third_parties[i];
		void **slot;

		if (clair_map_get(&all->hosts, host, strlen(host)) != NULL)
			continue;
		/* The page may rest before the next one is read. */
		host = clair_strdup(mem, host);
		slot = clair_map_at(&all->hosts, host, strlen(host));

		if (slot == NULL)
			return false;
		*slot = all;
		all->host_count++;
	}
	return true;
}

static bool
gather_page(struct gathered *all, const struct clair_result *page, struct clair_arena *mem)
{
	if (!page->tested || page->summary == NULL)
		return true;
	all->tested++;
	gather_rgaa(all, page);
	if (is_sheet(page))
		gather_sheet(all, page);
	if (is_procedure(page))
		gather_procedure(all, page);
	return !is_form(page) || gather_form(all, page->summary, mem);
}

/* --- The ten ----------------------------------------------------------------------------------- */

static void
add(struct clair_run *run, struct clair_indicator indicator)
{
	indicator.measured = indicator.reason == NULL;
	run->indicators[run->indicator_count++] = indicator;
}

static double
percent(uint32_t part, uint32_t all)
{
	return all == 0 ? 0 : 100.0 * part / all;
}

static int
by_value(const void *one, const void *other)
{
	const double left = *(const double *)one;
	const double right = *(const double *)other;

	return (left > right) - (left < right);
}

static double
median(struct values values)
{
	if (values.count == 0)
		return 0;
	qsort(values.list, values.count, sizeof(*values.list), by_value);
	return (values.list[(values.count - 1) / 2] + values.list[values.count / 2]) / 2;
}

static void
add_of_pages(struct clair_run *run, const struct gathered *all)
{
	const double a = all->tested == 0 ? 0 : (double)all->failures[0] / all->tested;
	const double aa = all->tested == 0 ? 0 : (double)all->failures[1] / all->tested;

	add(run, (struct clair_indicator){.id = "I1", .name = "rgaa-failures", .unit = "criteria-per-page",
	    .value = a + aa, .of = all->tested, .parts = {{"A", a}, {"AA", aa}}, .part_count = 2,
	    .reason = !all->has_rgaa || all->tested == 0 ? "nothing-tested" : NULL});
	add(run, (struct clair_indicator){.id = "I2", .name = "readable-sheets", .unit = "percent",
	    .value = percent(all->readable, all->measured), .of = all->measured,
	    .reason = all->sheets == 0 ? "no-sheet" : all->measured == 0 ? "no-reading" : NULL});
	add(run, (struct clair_indicator){.id = "I3", .name = "falc-versions", .unit = "percent",
	    .value = percent(all->falc, all->sheets), .of = all->sheets,
	    .reason = all->sheets == 0 ? "no-sheet" : NULL});
}

static void
add_of_procedures(struct clair_run *run, const struct gathered *all)
{
	const char *none = all->procedures == 0 ? "no-procedure" : NULL;

	add(run, (struct clair_indicator){.id = "I4", .name = "human-channels", .unit = "percent",
	    .value = percent(all->human, all->procedures), .of = all->procedures,
	    .parts = {{"without-phone", percent(all->without_phone, all->procedures)}}, .part_count = 1,
	    .reason = none});
	add(run, (struct clair_indicator){.id = "I5", .name = "prerequisites", .unit = "median",
	    .value = median(all->needs), .of = all->needs.count,
	    .reason = all->needs.count == 0 ? "no-procedure" : NULL});
	add(run, (struct clair_indicator){.id = "I6", .name = "phone-procedures", .unit = "percent",
	    .value = percent(all->fits_phone, all->procedures), .of = all->procedures, .reason = none});
	add(run, (struct clair_indicator){.id = "I7", .name = "click-depth", .unit = "median-clicks",
	    .value = median(all->depths), .of = all->depths.count,
	    .reason = none != NULL ? none : all->depths.count == 0 ? "not-a-crawl" : NULL});
}

static void
add_of_site(struct clair_run *run, const struct gathered *all)
{
	const enum clair_persona worst = run->scores.worst;
	const bool known = worst < CLAIR_PERSONA_COUNT;

	add(run, (struct clair_indicator){
	    .id = "I8", .name = "stability", .unit = "percent", .reason = "no-earlier-crawl"});
	add(run, (struct clair_indicator){.id = "I9", .name = "third-parties", .unit = "hosts",
	    .value = all->host_count, .of = all->forms,
	    .parts = {{"forms-with-others", percent(all->forms_with_others, all->forms)}}, .part_count = 1,
	    .reason = all->forms == 0 ? "no-form" : NULL});
	add(run, (struct clair_indicator){.id = "I10", .name = "worst-persona", .unit = "score",
	    .value = known ? run->scores.persona[worst] : 0, .of = all->tested,
	    .word = known ? clair_persona_name(worst) : NULL, .reason = known ? NULL : "nothing-tested"});
}

bool
clair_indicators_fill(struct clair_run *run, const struct clair_score_rule *rules, size_t count)
{
	const struct clair_threshold *target =
	    clair_dict_threshold(clair_linter_dict(run->linter), "indicateur.lecture.min");
	struct gathered all = {.target = target == NULL ? 100 : target->value};
	struct clair_arena mem;
	bool done = true;

	clair_arena_init(&mem, 0);
	clair_map_init(&all.hosts, &mem);
	all.needs.list = clair_alloc_array(&mem, run->page_count + 1, sizeof(double));
	all.depths.list = clair_alloc_array(&mem, run->page_count + 1, sizeof(double));
	all.has_rgaa = !run->of_texts;
	done = all.needs.list != NULL && all.depths.list != NULL &&
	    (run->of_texts || clair_rgaa_init(&all.rgaa, &mem, rules, count));
	for (uint32_t i = 0; done && i < run->page_count; i++)
		done = gather_page(&all, clair_run_page(run, i), &mem);
	run->indicator_count = 0;
	if (done) {
		add_of_pages(run, &all);
		add_of_procedures(run, &all);
		add_of_site(run, &all);
	}
	clair_arena_free(&mem);
	return done;
}
