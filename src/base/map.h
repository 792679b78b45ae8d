/*
 * From a string to a pointer, in an arena. Keys are compared byte by byte, copied by nobody: they
 * must live as long as the map. No order is promised; nothing that is printed may depend on one.
 */
#ifndef CLAIR_BASE_MAP_H
#define CLAIR_BASE_MAP_H

#include "base/arena.h"

#include <stdint.h>

struct clair_map_slot {
	const char *key;
	uint32_t length;
	uint32_t hash;
	void *value;
};

struct clair_map {
	struct clair_arena *arena;
	struct clair_map_slot *slots;
	size_t room;
	size_t count;
};

void clair_map_init(struct clair_map *map, struct clair_arena *arena);

/* The place of the value, NULL in it when the key is new; NULL itself when the arena failed. */
void **clair_map_at(struct clair_map *map, const char *key, size_t length);

/* The value, or NULL. */
void *clair_map_get(const struct clair_map *map, const char *key, size_t length);

/* FNV-1a; `seed` chains several pieces (CLAIR_HASH_SEED first). */
#define CLAIR_HASH_SEED UINT64_C(14695981039346656037)
uint64_t clair_hash(const void *bytes, size_t length, uint64_t seed);

#endif
