/* The life of a run: results come in, site rules, causes and scores are made, then it is written. */
#include "engine/run.h"

#include "base/shelf.h"
#include "engine/linter.h"
#include "engine/site.h"
#include "facts/summary.h"
#include "score/score.h"

#include <stdlib.h>
#include <string.h>

enum clair_status
clair_run_new(struct clair_run **out, const struct clair_linter *linter)
{
	struct clair_run *run = calloc(1, sizeof(*run));

	*out = run;
	if (run == NULL)
		return CLAIR_NO_MEMORY;
	run->linter = linter;
	run->shelf = linter->shelf;
	clair_arena_init(&run->mem, 0);
	clair_arena_init(&run->lists, 0);
	run->lists.shelf = linter->shelf;
	clair_map_init(&run->by_url, &run->mem);
	clair_map_init(&run->by_title, &run->mem);
	clair_map_init(&run->refused, &run->mem);
	return CLAIR_OK;
}

/* What site rules look at again and again stays in memory: all of the summary, but its links. */
static bool
keep_summary(struct clair_run *run, struct clair_result *result)
{
	struct clair_page_summary *kept;

	if (result->summary == NULL)
		return true;
	kept = clair_alloc(&run->mem, sizeof(*kept));
	if (kept == NULL)
		return false;
	*kept = *result->summary;
	kept->held = result->mem.used;
	kept->url = clair_strdup(&run->mem, kept->url);
	kept->title = clair_strdup(&run->mem, kept->title);
	kept->lang = clair_strdup(&run->mem, kept->lang);
	result->summary = kept;
	return !run->mem.failed;
}

enum clair_status
clair_run_add(struct clair_run *run, struct clair_result *result)
{
	if (run->page_count == run->page_room) {
		uint32_t room = run->page_room == 0 ? 64 : run->page_room * 2;
		struct clair_result **more =
		    realloc(run->pages, room * sizeof(struct clair_result *));

		if (more == NULL)
			return CLAIR_NO_MEMORY;
		run->pages = more;
		run->page_room = room;
	}
	run->pages[run->page_count++] = result;
	if (result->tested)
		run->tested_count++;
	if (!keep_summary(run, result))
		return CLAIR_NO_MEMORY;
	clair_run_reads(run, result);
	return CLAIR_OK;
}

void
clair_run_reads(const struct clair_run *run, const struct clair_result *page)
{
	clair_shelf_touched(run->shelf, page->mem.used);
}

const struct clair_cause *
clair_run_cause(const struct clair_run *run, uint32_t index)
{
	if (run->causes[index].example_page != NULL)
		clair_run_reads(run, run->causes[index].example_page);
	return &run->causes[index];
}

struct clair_result *
clair_run_page(const struct clair_run *run, uint32_t index)
{
	clair_run_reads(run, run->pages[index]);
	return run->pages[index];
}

/* Puts the summary at a key, unless an earlier page has it. */
static bool
index_summary(struct clair_map *map, const char *key, struct clair_page_summary *summary)
{
	void **slot = clair_map_at(map, key, strlen(key));

	if (slot != NULL && *slot == NULL)
		*slot = summary;
	return slot != NULL;
}

static bool
index_refused(struct clair_run *run, const struct clair_result *result)
{
	const char *url = clair_strdup(&run->mem, result->url);
	void **slot = clair_map_at(&run->refused, url, strlen(url));

	if (slot != NULL && *slot == NULL)
		*slot = (void *)(uintptr_t)result->http_status;
	return slot != NULL;
}

/* By the address that was asked for, and by that after redirects. */
static bool
index_addresses(struct clair_run *run, const struct clair_result *result)
{
	struct clair_page_summary *summary = result->summary;
	const char *asked = strcmp(result->url, summary->url) == 0
	    ? summary->url
	    : clair_strdup(&run->mem, result->url);

	return index_summary(&run->by_url, asked, summary) &&
	    index_summary(&run->by_url, summary->url, summary);
}

/* Summaries of the pages judged, also by address (asked, then final) and by title. */
static bool
index_pages(struct clair_run *run)
{
	uint32_t n = 0;

	run->summaries = clair_alloc_array(
	    &run->mem, run->tested_count + 1, sizeof(struct clair_page_summary *));
	if (run->summaries == NULL)
		return false;
	for (uint32_t i = 0; i < run->page_count; i++) {
		struct clair_result *result = clair_run_page(run, i);

		if (result->http_status >= 400 && !index_refused(run, result))
			return false;
		if (!result->tested || result->summary == NULL)
			continue;
		result->summary->order = n;
		result->summary->page = i;
		run->summaries[n++] = result->summary;
		if (!index_addresses(run, result) ||
		    !index_summary(&run->by_title, result->summary->title, result->summary))
			return false;
	}
	return true;
}

/* The tree of the clicks: under each page, those that it is the first to lead to. */
static void
find_parents(struct clair_run *run)
{
	for (uint32_t i = 0; i < run->page_count; i++) {
		const struct clair_result *result = clair_run_page(run, i);
		const struct clair_page_summary *page = result->summary;

		if (!result->tested || page == NULL)
			continue;
		for (uint32_t l = 0; page->depth >= 0 && l < page->link_count; l++) {
			struct clair_page_summary *target =
			    clair_map_get(&run->by_url, page->links[l], strlen(page->links[l]));

			if (target != NULL && target->parent == NULL &&
			    target->depth == page->depth + 1)
				target->parent = page;
		}
	}
}

/* The same address may fail in two ways: as another type, and for a page in quirks mode not. */
static bool
add_lost(struct clair_run *run, struct clair_map *known, const struct clair_lost_sheet *lost)
{
	const char *key = clair_asprintf(&run->mem, "%s\n%s", lost->why, lost->url);
	void **slot = clair_map_at(known, key, strlen(key));
	struct clair_lost_sheet *sheet;

	if (slot == NULL)
		return false;
	if (*slot == NULL) {
		sheet = &run->sheets_lost[run->sheets_lost_count++];
		*sheet = *lost;
		sheet->pages = 0;
		*slot = sheet;
	}
	sheet = *slot;
	sheet->pages++;
	return true;
}

/* The sheets that were not had, each once, with the number of its pages. */
static bool
list_lost_sheets(struct clair_run *run)
{
	struct clair_map known;
	size_t total = 0;

	clair_map_init(&known, &run->mem);
	for (uint32_t i = 0; i < run->page_count; i++) {
		const struct clair_result *page = clair_run_page(run, i);

		total += page->sheets_lost_count;
		run->sheets_lost_pages += page->sheets_lost_count != 0;
	}
	run->sheets_lost = clair_alloc_array(&run->mem, total, sizeof(*run->sheets_lost));
	for (uint32_t i = 0; run->sheets_lost != NULL && i < run->page_count; i++) {
		const struct clair_result *page = clair_run_page(run, i);

		for (uint32_t l = 0; l < page->sheets_lost_count; l++) {
			if (!add_lost(run, &known, &page->sheets_lost[l]))
				return false;
		}
	}
	return run->sheets_lost != NULL;
}

static void
mark_used(const struct clair_linter *linter, bool *used, const struct clair_finding *finding)
{
	for (; finding != NULL; finding = finding->next) {
		for (size_t i = 0; i < linter->silencer_count; i++) {
			if (finding->suppressed == &linter->silencers[i].said)
				used[i] = true;
		}
	}
}

static bool
list_unused(struct clair_run *run)
{
	const struct clair_linter *linter = run->linter;
	bool *used = clair_alloc_array(&run->mem, linter->silencer_count + 1, sizeof(bool));

	run->unused = clair_alloc_array(
	    &run->mem, linter->silencer_count + 1, sizeof(struct clair_suppression *));
	if (used == NULL || run->unused == NULL)
		return false;
	for (uint32_t i = 0; i < run->page_count; i++)
		mark_used(linter, used, clair_run_page(run, i)->first);
	mark_used(linter, used, run->site_findings);
	for (size_t i = 0; i < linter->silencer_count; i++) {
		if (!used[i])
			run->unused[run->unused_count++] = &linter->silencers[i].said;
	}
	return true;
}

/* Pages on which a rule of a file asked for too much. */
static bool
count_stopped(struct clair_run *run)
{
	const size_t loaded = run->linter->rule_count - clair_rules_count;

	run->stopped_pages = clair_alloc_array(&run->mem, loaded + 1, sizeof(*run->stopped_pages));
	if (run->stopped_pages == NULL)
		return false;
	for (uint32_t i = 0; loaded > 0 && i < run->page_count; i++) {
		const struct clair_tally *tallies = clair_run_page(run, i)->tallies + clair_rules_count;

		for (size_t r = 0; r < loaded; r++)
			run->stopped_pages[r] += tallies[r].untested == CLAIR_WHY_STOPPED;
	}
	return true;
}

static bool
is_of_texts(const struct clair_run *run)
{
	for (uint32_t i = 0; i < run->page_count; i++) {
		if (!clair_run_page(run, i)->is_text)
			return false;
	}
	return run->page_count != 0;
}

enum clair_status
clair_run_finish(struct clair_run *run, const struct clair_crawl_facts *crawl)
{
	run->crawl = *crawl;
	run->of_texts = is_of_texts(run);
	run->crawl.start =
	    clair_strdup(&run->mem, crawl->start != NULL ? crawl->start : "");
	run->crawl.stopped_because = clair_strdup(
	    &run->mem, crawl->stopped_because != NULL ? crawl->stopped_because : "all-pages");
	if (!index_pages(run))
		return CLAIR_NO_MEMORY;
	find_parents(run);
	if (crawl->is_site && run->tested_count != 0 && !clair_run_judge_site(run))
		return CLAIR_NO_MEMORY;
	if (!clair_run_group(run) || !list_unused(run) || !list_lost_sheets(run) || !count_stopped(run) ||
	    !clair_score_run(run))
		return CLAIR_NO_MEMORY;
	return run->mem.failed ? CLAIR_NO_MEMORY : CLAIR_OK;
}

void
clair_run_free(struct clair_run *run)
{
	if (run == NULL)
		return;
	for (uint32_t i = 0; i < run->page_count; i++)
		clair_result_free(clair_run_page(run, i));
	free(run->pages);
	clair_arena_free(&run->lists);
	clair_arena_free(&run->mem);
	free(run);
}

static uint32_t
count(const struct clair_run *run, const struct clair_finding *finding, enum clair_severity least)
{
	uint32_t n = 0;

	for (; finding != NULL; finding = finding->next) {
		if (finding->suppressed == NULL &&
		    clair_finding_severity(run->linter, finding) >= least)
			n++;
	}
	return n;
}

uint32_t
clair_run_count(const struct clair_run *run, enum clair_severity at_least)
{
	uint32_t n = count(run, run->site_findings, at_least);

	for (uint32_t i = 0; i < run->page_count; i++)
		n += count(run, clair_run_page(run, i)->first, at_least);
	return n;
}

const struct clair_rule *
clair_run_stopped(const struct clair_run *run, size_t index, uint32_t *pages)
{
	for (size_t r = clair_rules_count; run->stopped_pages != NULL && r < run->linter->rule_count; r++) {
		*pages = run->stopped_pages[r - clair_rules_count];
		if (*pages > 0 && index-- == 0)
			return run->linter->rules[r];
	}
	return NULL;
}

uint32_t
clair_run_tested(const struct clair_run *run)
{
	return run->tested_count;
}

uint32_t
clair_run_pages(const struct clair_run *run)
{
	return run->page_count;
}
