/* The life of a run: results come in, site rules, causes and scores are made, then it is written. */
#include "engine/run.h"

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
	clair_arena_init(&run->mem, 0);
	clair_map_init(&run->by_url, &run->mem);
	clair_map_init(&run->by_title, &run->mem);
	clair_map_init(&run->refused, &run->mem);
	return CLAIR_OK;
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
	return CLAIR_OK;
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
index_refused(struct clair_run *run, struct clair_result *result)
{
	void **slot = clair_map_at(&run->refused, result->url, strlen(result->url));

	if (slot != NULL && *slot == NULL)
		*slot = result;
	return slot != NULL;
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
		struct clair_result *result = run->pages[i];

		if (result->http_status >= 400 && !index_refused(run, result))
			return false;
		if (!result->tested || result->summary == NULL)
			continue;
		result->summary->order = n;
		run->summaries[n++] = result->summary;
		if (!index_summary(&run->by_url, result->url, result->summary) ||
		    !index_summary(&run->by_url, result->final_url, result->summary) ||
		    !index_summary(&run->by_title, result->summary->title, result->summary))
			return false;
	}
	return true;
}

/* The tree of the clicks: under each page, those that it is the first to lead to. */
static void
find_parents(struct clair_run *run)
{
	for (uint32_t i = 0; i < run->tested_count; i++) {
		const struct clair_page_summary *page = run->summaries[i];

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
		total += run->pages[i]->sheets_lost_count;
		run->sheets_lost_pages += run->pages[i]->sheets_lost_count != 0;
	}
	run->sheets_lost = clair_alloc_array(&run->mem, total, sizeof(*run->sheets_lost));
	for (uint32_t i = 0; run->sheets_lost != NULL && i < run->page_count; i++) {
		for (uint32_t l = 0; l < run->pages[i]->sheets_lost_count; l++) {
			if (!add_lost(run, &known, &run->pages[i]->sheets_lost[l]))
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
		mark_used(linter, used, run->pages[i]->first);
	mark_used(linter, used, run->site_findings);
	for (size_t i = 0; i < linter->silencer_count; i++) {
		if (!used[i])
			run->unused[run->unused_count++] = &linter->silencers[i].said;
	}
	return true;
}

static bool
is_of_texts(const struct clair_run *run)
{
	for (uint32_t i = 0; i < run->page_count; i++) {
		if (!run->pages[i]->is_text)
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
	if (!clair_run_group(run) || !list_unused(run) || !list_lost_sheets(run) ||
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
		clair_result_free(run->pages[i]);
	free(run->pages);
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
		n += count(run, run->pages[i]->first, at_least);
	return n;
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
