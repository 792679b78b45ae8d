/* See index.h. Open addressing, linear probing, at most half full. */
#include "archive/index.h"

#include "base/map.h"

#include <stdlib.h>

void
clair_index_free(struct clair_index *index)
{
	free(index->entries);
	free(index->slots);
	free(index->ids);
	*index = (struct clair_index){0};
}

uint64_t
clair_index_key(bool head, struct clair_part address)
{
	uint64_t key = clair_hash(address.at, address.length, CLAIR_HASH_SEED);

	return head ? clair_index_other_method(key) : key;
}

uint64_t
clair_index_other_method(uint64_t key)
{
	return key ^ UINT64_C(0x9E3779B97F4A7C15);
}

uint64_t
clair_index_id(struct clair_part id)
{
	return id.at == NULL ? 0 : clair_hash(id.at, id.length, CLAIR_HASH_SEED);
}

static uint32_t *
find(const struct clair_index *index, uint32_t *slots, size_t room, uint64_t key)
{
	size_t i = (size_t)(key ^ key >> 32) & (room - 1);

	while (slots[i] != 0 && index->entries[slots[i] - 1].key != key)
		i = (i + 1) & (room - 1);
	return &slots[i];
}

static bool
has_room(struct clair_index *index)
{
	uint32_t room = index->room == 0 ? 64 : index->room * 2;
	struct clair_entry *entries;

	if (index->count < index->room)
		return true;
	entries = realloc(index->entries, room * sizeof(*entries));
	if (entries == NULL)
		return false;
	index->entries = entries;
	index->room = room;
	return true;
}

/* As many slots as twice the entries: chains may be fewer. */
static bool
has_slots(struct clair_index *index)
{
	size_t room = index->slot_room == 0 ? 256 : index->slot_room * 2;
	uint32_t *slots;

	if (index->count < index->slot_room / 2)
		return true;
	slots = calloc(room, sizeof(*slots));
	if (slots == NULL)
		return false;
	for (size_t i = 0; i < index->slot_room; i++) {
		if (index->slots[i] != 0)
			*find(index, slots, room, index->entries[index->slots[i] - 1].key) = index->slots[i];
	}
	free(index->slots);
	index->slots = slots;
	index->slot_room = room;
	return true;
}

enum clair_index_result
clair_index_add(struct clair_index *index, struct clair_entry entry)
{
	uint32_t *slot;
	struct clair_entry *first;

	if (index->count == CLAIR_INDEX_MAX)
		return CLAIR_INDEX_FULL;
	if (!has_room(index) || !has_slots(index))
		return CLAIR_INDEX_NO_MEMORY;
	entry.next = CLAIR_INDEX_NONE;
	entry.last = index->count;
	index->entries[index->count] = entry;
	slot = find(index, index->slots, index->slot_room, entry.key);
	if (*slot == 0) {
		*slot = index->count + 1;
	} else {
		first = &index->entries[*slot - 1];
		index->entries[first->last].next = index->count;
		first->last = index->count;
	}
	index->count++;
	return CLAIR_INDEX_ADDED;
}

uint32_t
clair_index_first(const struct clair_index *index, uint64_t key)
{
	return index->slot_room == 0 ? CLAIR_INDEX_NONE : *find(index, index->slots, index->slot_room, key) - 1;
}

static uint32_t *
find_id(const struct clair_index *index, uint64_t id)
{
	size_t i = (size_t)(id ^ id >> 32) & (index->id_room - 1);

	while (index->ids[i] != 0 && index->entries[index->ids[i] - 1].id != id)
		i = (i + 1) & (index->id_room - 1);
	return &index->ids[i];
}

static bool
make_ids(struct clair_index *index)
{
	index->ids = calloc(index->slot_room, sizeof(*index->ids));
	if (index->ids == NULL)
		return false;
	index->id_room = index->slot_room;
	for (uint32_t i = 0; i < index->count; i++) {
		uint32_t *slot = find_id(index, index->entries[i].id);

		if (*slot == 0)
			*slot = i + 1;
	}
	return true;
}

uint32_t
clair_index_by_id(struct clair_index *index, uint64_t id)
{
	if (index->count == 0 || (index->ids == NULL && !make_ids(index)))
		return CLAIR_INDEX_NONE;
	return *find_id(index, id) - 1;
}
