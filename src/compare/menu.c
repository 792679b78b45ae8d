/*
 * The main menu before and now. An entry is found again by its words under the same parent, then by its words
 * anywhere, then by where it leads. Then it has moved when its parent is another one, or when it is not in the
 * longest run of entries that kept their order.
 */
#include "compare/compare.h"

#include <string.h>

static bool
same_words(const struct clair_compared_entry *one, const struct clair_compared_entry *other)
{
	return strcmp(one->words, other->words) == 0;
}

static bool
same_parent(const struct clair_compare *compare, const struct clair_compared_entry *one,
    const struct clair_compared_entry *other)
{
	if (one->parent == CLAIR_NO_ENTRY || other->parent == CLAIR_NO_ENTRY)
		return one->parent == other->parent;
	return compare->old.entries[one->parent].other == &compare->new.entries[other->parent];
}

/* The address of the old entry as the new crawl calls it. */
static const char *
key_now(const struct clair_compare *compare, const char *key)
{
	const struct clair_compared_page *page = clair_side_page(&compare->old, key);

	return page != NULL && page->other != NULL ? page->other->key : key;
}

static bool
same_target(const struct clair_compare *compare, const struct clair_compared_entry *one,
    const struct clair_compared_entry *other)
{
	return one->key != NULL && other->key != NULL &&
	    strcmp(key_now(compare, one->key), key_now(compare, other->key)) == 0;
}

typedef bool same_fn(const struct clair_compare *compare, const struct clair_compared_entry *one,
    const struct clair_compared_entry *other);

static bool
same_place(const struct clair_compare *compare, const struct clair_compared_entry *one,
    const struct clair_compared_entry *other)
{
	return same_words(one, other) && same_parent(compare, one, other);
}

static bool
same_anywhere(const struct clair_compare *compare, const struct clair_compared_entry *one,
    const struct clair_compared_entry *other)
{
	(void)compare;
	return same_words(one, other);
}

static void
pair_entries(struct clair_compare *compare, same_fn *same)
{
	for (uint32_t i = 0; i < compare->old.entry_count; i++) {
		struct clair_compared_entry *one = &compare->old.entries[i];

		for (uint32_t j = 0; one->other == NULL && j < compare->new.entry_count; j++) {
			struct clair_compared_entry *other = &compare->new.entries[j];

			if (other->other != NULL || !same(compare, one, other))
				continue;
			one->other = other;
			other->other = one;
		}
	}
}

/* Marks what is out of the longest run of entries of this parent in the order of before. */
static void
find_moved_under(struct clair_compare *compare, uint32_t parent)
{
	struct clair_compared_side *old = &compare->old;
	uint32_t *members = clair_alloc_array(&compare->mem, old->entry_count + 1, sizeof(*members));
	uint32_t *length = clair_alloc_array(&compare->mem, old->entry_count + 1, sizeof(*length));
	uint32_t *before = clair_alloc_array(&compare->mem, old->entry_count + 1, sizeof(*before));
	uint32_t count = 0;
	uint32_t best = 0;

	if (members == NULL || length == NULL || before == NULL)
		return;
	for (uint32_t i = 0; i < old->entry_count; i++) {
		struct clair_compared_entry *entry = &old->entries[i];

		if (entry->parent != parent || entry->other == NULL)
			continue;
		entry->moved = true;
		if (!same_parent(compare, entry, entry->other))
			continue;
		members[count] = i;
		length[count] = 1;
		before[count] = count;
		for (uint32_t j = 0; j < count; j++) {
			if (old->entries[members[j]].other < entry->other && length[j] >= length[count]) {
				length[count] = length[j] + 1;
				before[count] = j;
			}
		}
		if (length[count] > length[best])
			best = count;
		count++;
	}
	for (uint32_t at = best; count != 0; at = before[at]) {
		old->entries[members[at]].moved = false;
		if (before[at] == at)
			break;
	}
}

static void
add(struct clair_compare *compare, enum clair_change_kind kind, const char *before, const char *after)
{
	clair_change_add(compare, (struct clair_change){.kind = kind, .before = before, .after = after});
}

static void
tell_entry(struct clair_compare *compare, const struct clair_compared_entry *entry)
{
	const struct clair_compared_entry *now = entry->other;

	if (now == NULL) {
		add(compare, CLAIR_CHANGE_ENTRY_GONE, entry->words, NULL);
		return;
	}
	if (!same_words(entry, now))
		add(compare, CLAIR_CHANGE_ENTRY_RENAMED, entry->words, now->words);
	else if (entry->key != NULL && now->key != NULL && !same_target(compare, entry, now))
		add(compare, CLAIR_CHANGE_ENTRY_ADDRESS, entry->words, now->key);
	if (entry->moved)
		add(compare, CLAIR_CHANGE_ENTRY_MOVED, now->words, NULL);
}

static bool
is_kept(const struct clair_compare *compare, const struct clair_compared_entry *entry)
{
	const struct clair_compared_entry *now = entry->other;

	return now != NULL && !entry->moved && same_words(entry, now) &&
	    (entry->key == NULL || now->key == NULL || same_target(compare, entry, now));
}

void
clair_compare_menus(struct clair_compare *compare)
{
	struct clair_compared_side *old = &compare->old;

	if (!old->has_menus || !compare->new.has_menus)
		return;
	pair_entries(compare, same_place);
	pair_entries(compare, same_anywhere);
	pair_entries(compare, same_target);
	find_moved_under(compare, CLAIR_NO_ENTRY);
	for (uint32_t i = 0; i < old->entry_count; i++)
		if (i + 1 < old->entry_count && old->entries[i + 1].parent == i)
			find_moved_under(compare, i);
	for (uint32_t i = 0; i < old->entry_count; i++) {
		tell_entry(compare, &old->entries[i]);
		compare->stability.entries++;
		compare->stability.entries_kept += is_kept(compare, &old->entries[i]);
	}
	for (uint32_t i = 0; i < compare->new.entry_count; i++)
		if (compare->new.entries[i].other == NULL)
			add(compare, CLAIR_CHANGE_ENTRY_ADDED, compare->new.entries[i].words, NULL);
}
