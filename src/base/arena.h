/*
 * Memory that dies together. A page, a report and the process each own one arena.
 *
 * Allocation fails stickily: past the ceiling or out of memory, `failed` is set, every later
 * clair_alloc gives NULL, and clair_strdup and friends give "". The owner looks at `failed` once,
 * at the end. Blocks are 8-byte aligned and zeroed.
 */
#ifndef CLAIR_BASE_ARENA_H
#define CLAIR_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct clair_arena_block;
struct clair_shelf;

struct clair_arena {
	struct clair_arena_block *head;
	size_t used;    /* bytes asked of the system so far */
	size_t ceiling; /* in bytes; 0: none */
	bool failed;
	struct clair_shelf *shelf; /* where blocks are asked for first; NULL: none. It outlives the arena */
};

void clair_arena_init(struct clair_arena *arena, size_t ceiling);
void clair_arena_free(struct clair_arena *arena);

/* Zeroed memory, or NULL when the arena has failed. */
void *clair_alloc(struct clair_arena *arena, size_t size);

/* `count` times `size`, with overflow checked. */
void *clair_alloc_array(struct clair_arena *arena, size_t count, size_t size);

/* A copy ended by NUL; "" when the arena has failed. Never NULL. */
char *clair_strndup(struct clair_arena *arena, const char *text, size_t length);
char *clair_strdup(struct clair_arena *arena, const char *text);

/* printf into the arena; "" when the arena has failed. */
char *clair_asprintf(struct clair_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
