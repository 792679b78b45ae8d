/* See changes.h. */
#include "report/changes.h"
#include "base/map.h"

#include <stdlib.h>
#include <string.h>

struct gathering {
	struct clair_changes *changes;
	struct clair_map seen;
	uint32_t room;
};

static const char *
change_of(const struct clair_finding *finding)
{
	return finding->fix.kind == CLAIR_FIX_REPLACE_TEXT ? finding->fix.value : NULL;
}

static bool
grow(struct gathering *gathering)
{
	struct clair_changes *changes = gathering->changes;
	uint32_t room = gathering->room == 0 ? 64 : gathering->room * 2;
	struct clair_change *larger;

	if (changes->count < gathering->room)
		return true;
	larger = clair_alloc_array(&changes->mem, room, sizeof(*larger));
	if (larger == NULL)
		return false;
	if (changes->count != 0)
		memcpy(larger, changes->list, changes->count * sizeof(*larger));
	changes->list = larger;
	gathering->room = room;
	return true;
}

/* The map keeps places in the list as numbers, from 1: the list moves as it grows. */
static void
add(struct gathering *gathering, const struct clair_finding *finding)
{
	struct clair_changes *changes = gathering->changes;
	const char *change = change_of(finding);
	const char *key =
	    clair_asprintf(&changes->mem, "%s\x1f%s", finding->excerpt, change == NULL ? "" : change);
	void **slot = key == NULL ? NULL : clair_map_at(&gathering->seen, key, strlen(key));

	if (slot == NULL || !grow(gathering))
		return;
	if (*slot != NULL) {
		changes->list[(uintptr_t)*slot - 1].count++;
		return;
	}
	changes->list[changes->count] = (struct clair_change){
	    .words = finding->excerpt, .change = change, .count = 1, .order = changes->count};
	*slot = (void *)(uintptr_t)++changes->count;
}

/* The most frequent first; those met as often stay in the order of the pages. */
static int
compare(const void *left, const void *right)
{
	const struct clair_change *a = left;
	const struct clair_change *b = right;

	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

bool
clair_has_changes_list(const struct clair_report *report, const struct clair_cause *cause)
{
	return !report->run->of_texts && cause->occurrences > 1;
}

const char *
clair_example_change_phrase(struct clair_report *report, const struct clair_cause *cause)
{
	const char *change = cause->example->is_words ? change_of(cause->example) : NULL;

	if (change == NULL || clair_has_changes_list(report, cause))
		return NULL;
	return CLAIR_PHRASE(report, CLAIR_STRING_CHANGE_ALONE, CLAIR_WORDS("change", change));
}

void
clair_changes_of(struct clair_report *report, const struct clair_cause *cause,
    struct clair_changes *changes)
{
	struct gathering gathering = {.changes = changes};

	*changes = (struct clair_changes){.count = 0};
	clair_arena_init(&changes->mem, 0);
	clair_map_init(&gathering.seen, &changes->mem);
	if (!cause->example->is_words || cause->page_list == NULL)
		return;
	for (uint32_t p = 0; p < cause->pages; p++) {
		clair_run_reads(report->run, cause->page_list[p]);
		for (const struct clair_finding *f = cause->page_list[p]->first; f != NULL; f = f->next) {
			if (f->suppressed == NULL && f->is_words && strcmp(f->cause, cause->id) == 0)
				add(&gathering, f);
		}
	}
	if (changes->count != 0)
		qsort(changes->list, changes->count, sizeof(*changes->list), compare);
	report->failed |= changes->mem.failed;
}

const char *
clair_change_phrase(struct clair_report *report, const struct clair_change *change)
{
	static const enum clair_string phrases[2][2] = {
	    {CLAIR_STRING_WORDS_ONCE, CLAIR_STRING_WORDS_TIMES}, {CLAIR_STRING_CHANGE_ONCE, CLAIR_STRING_CHANGE_TIMES}};

	return CLAIR_PHRASE(report, phrases[change->change != NULL][change->count > 1],
	    CLAIR_WORDS("words", change->words), CLAIR_WORDS("change", change->change),
	    CLAIR_NUMBER("n", change->count));
}

void
clair_changes_free(struct clair_changes *changes)
{
	clair_arena_free(&changes->mem);
}
