/* Groups findings by cause: what one edit of a template would mend. */
#include "base/map.h"
#include "engine/linter.h"
#include "engine/site.h"

#include <stdlib.h>
#include <string.h>

/* A cause while it grows. */
struct group {
	struct clair_cause cause;
	const struct clair_result *last_page;
	uint32_t room;
	uint32_t filled;
	struct group *next;
};

struct grouping {
	const struct clair_linter *linter;
	struct clair_map by_id;
	struct clair_arena mem; /* dies when the causes are made */
	struct clair_arena *ids; /* lives as long as they do */
	struct group *first;
	struct group **last;
	uint32_t count;
};

static struct group *
group_of(struct grouping *grouping, const struct clair_finding *finding)
{
	const size_t length = strlen(finding->cause);
	struct group *group = clair_map_get(&grouping->by_id, finding->cause, length);
	const char *id;
	void **slot;

	if (group != NULL)
		return group;
	id = clair_strdup(grouping->ids, finding->cause);
	slot = clair_map_at(&grouping->by_id, id, length);
	group = clair_alloc(&grouping->mem, sizeof(*group));
	if (slot == NULL || group == NULL)
		return NULL;
	group->cause.id = id;
	group->cause.rule = finding->rule;
	group->cause.severity = clair_finding_severity(grouping->linter, finding);
	group->cause.example = finding;
	*grouping->last = group;
	grouping->last = &group->next;
	grouping->count++;
	*slot = group;
	return group;
}

static bool
add(struct grouping *grouping, const struct clair_finding *finding,
    const struct clair_result *page)
{
	struct group *group;

	if (finding->suppressed != NULL)
		return true;
	group = group_of(grouping, finding);
	if (group == NULL)
		return false;
	if (group->cause.occurrences++ == 0)
		group->cause.example_page = page;
	if (page != NULL && group->last_page != page) {
		group->cause.pages++;
		group->last_page = page;
	}
	return true;
}

static bool
add_all(struct grouping *grouping, const struct clair_run *run)
{
	for (uint32_t p = 0; p < run->page_count; p++) {
		const struct clair_result *page = clair_run_page(run, p);

		for (const struct clair_finding *f = page->first; f != NULL; f = f->next) {
			if (!add(grouping, f, page))
				return false;
		}
	}
	for (const struct clair_finding *f = run->site_findings; f != NULL; f = f->next) {
		if (!add(grouping, f, NULL))
			return false;
	}
	return true;
}

static void
list_pages(struct grouping *grouping, struct clair_run *run)
{
	for (struct group *group = grouping->first; group != NULL; group = group->next) {
		group->cause.page_list = clair_alloc_array(
		    &run->lists, group->cause.pages, sizeof(struct clair_result *));
		group->last_page = NULL;
	}
	for (uint32_t p = 0; p < run->page_count && !run->lists.failed; p++) {
		const struct clair_result *page = clair_run_page(run, p);

		for (const struct clair_finding *f = page->first; f != NULL; f = f->next) {
			struct group *group =
			    clair_map_get(&grouping->by_id, f->cause, strlen(f->cause));

			if (f->suppressed != NULL || group->last_page == page)
				continue;
			group->cause.page_list[group->filled++] = page;
			group->last_page = page;
		}
	}
}

/* Worst first: severity, then pages, then occurrences. The ids make the order total. The examples may rest. */
static int
compare(const void *left, const void *right)
{
	const struct clair_cause *a = left;
	const struct clair_cause *b = right;
	int order;

	if (a->severity != b->severity)
		return a->severity > b->severity ? -1 : 1;
	if (a->pages != b->pages)
		return a->pages > b->pages ? -1 : 1;
	if (a->occurrences != b->occurrences)
		return a->occurrences > b->occurrences ? -1 : 1;
	order = strcmp(a->rule->id, b->rule->id);
	return order != 0 ? order : strcmp(a->id, b->id);
}

bool
clair_run_group(struct clair_run *run)
{
	struct grouping grouping = {.linter = run->linter, .ids = &run->mem};
	uint32_t n = 0;
	bool done;

	clair_arena_init(&grouping.mem, 0);
	clair_map_init(&grouping.by_id, &grouping.mem);
	grouping.last = &grouping.first;
	done = add_all(&grouping, run);
	run->causes = clair_alloc_array(&run->mem, grouping.count + 1, sizeof(*run->causes));
	if (done && run->causes != NULL) {
		list_pages(&grouping, run);
		for (struct group *group = grouping.first; group != NULL; group = group->next)
			run->causes[n++] = group->cause;
		run->cause_count = n;
		qsort(run->causes, n, sizeof(*run->causes), compare);
	}
	clair_arena_free(&grouping.mem);
	return done && !run->mem.failed && !run->lists.failed;
}
