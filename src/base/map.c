/* Open addressing, linear probing, at most half full; see map.h. */
#include "base/map.h"

#include <string.h>

uint64_t
clair_hash(const void *bytes, size_t length, uint64_t seed)
{
	const unsigned char *byte = bytes;

	for (size_t i = 0; i < length; i++)
		seed = (seed ^ byte[i]) * UINT64_C(1099511628211);
	return seed;
}

void
clair_map_init(struct clair_map *map, struct clair_arena *arena)
{
	*map = (struct clair_map){.arena = arena};
}

static struct clair_map_slot *
find(struct clair_map_slot *slots, size_t room, const char *key, size_t length, uint32_t hash)
{
	for (size_t i = hash & (room - 1);; i = (i + 1) & (room - 1)) {
		struct clair_map_slot *slot = &slots[i];

		if (slot->key == NULL ||
		    (slot->hash == hash && slot->length == length && memcmp(slot->key, key, length) == 0))
			return slot;
	}
}

static bool
grow(struct clair_map *map)
{
	size_t room = map->room == 0 ? 16 : map->room * 2;
	struct clair_map_slot *slots = clair_alloc_array(map->arena, room, sizeof(*slots));

	if (slots == NULL)
		return false;
	for (size_t i = 0; i < map->room; i++) {
		const struct clair_map_slot *old = &map->slots[i];

		if (old->key != NULL)
			*find(slots, room, old->key, old->length, old->hash) = *old;
	}
	map->slots = slots;
	map->room = room;
	return true;
}

static uint32_t
hash_key(const char *key, size_t length)
{
	uint64_t hash = clair_hash(key, length, CLAIR_HASH_SEED);

	return (uint32_t)(hash ^ (hash >> 32));
}

void **
clair_map_at(struct clair_map *map, const char *key, size_t length)
{
	uint32_t hash = hash_key(key, length);
	struct clair_map_slot *slot;

	if (map->count * 2 >= map->room && !grow(map))
		return NULL;
	slot = find(map->slots, map->room, key, length, hash);
	if (slot->key == NULL) {
		*slot = (struct clair_map_slot){.key = key, .length = (uint32_t)length, .hash = hash};
		map->count++;
	}
	return &slot->value;
}

void *
clair_map_get(const struct clair_map *map, const char *key, size_t length)
{
	if (map->room == 0)
		return NULL;
	return find(map->slots, map->room, key, length, hash_key(key, length))->value;
}
