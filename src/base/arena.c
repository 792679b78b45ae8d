/* Bump allocation in blocks that grow; see arena.h. */
#include "base/arena.h"
#include "base/shelf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20, ALIGNMENT = 8 };

struct clair_arena_block {
	struct clair_arena_block *next;
	size_t size;
	size_t used;
	bool shelved;
	_Alignas(max_align_t) unsigned char bytes[];
};

void
clair_arena_init(struct clair_arena *arena, size_t ceiling)
{
	*arena = (struct clair_arena){.ceiling = ceiling};
}

void
clair_arena_free(struct clair_arena *arena)
{
	struct clair_arena_block *block = arena->head;

	while (block != NULL) {
		struct clair_arena_block *next = block->next;

		if (!block->shelved)
			free(block);
		block = next;
	}
	*arena = (struct clair_arena){.ceiling = arena->ceiling, .shelf = arena->shelf};
}

static struct clair_arena_block *
new_block(struct clair_arena *arena, size_t size)
{
	size_t whole = sizeof(struct clair_arena_block) + size;
	struct clair_arena_block *block = arena->shelf == NULL ? NULL : clair_shelf_take(arena->shelf, whole);
	bool shelved = block != NULL;

	if (!shelved)
		block = malloc(whole);
	if (block == NULL)
		return NULL;
	block->size = size;
	block->used = 0;
	block->shelved = shelved;
	return block;
}

static struct clair_arena_block *
add_block(struct clair_arena *arena, size_t size)
{
	size_t wanted = FIRST_BLOCK;
	struct clair_arena_block *block;

	if (arena->head != NULL)
		wanted = arena->head->size < LARGEST_BLOCK / 2 ? arena->head->size * 2 : LARGEST_BLOCK;
	if (wanted < size)
		wanted = size;
	if (arena->ceiling != 0 && arena->used + wanted > arena->ceiling)
		wanted = size;
	if (arena->ceiling != 0 && arena->used + wanted > arena->ceiling)
		return NULL;
	block = new_block(arena, wanted);
	if (block == NULL)
		return NULL;
	/* A block made for one large object must not hide the room left in the current one. */
	if (arena->head != NULL && wanted == size && arena->head->size - arena->head->used > size / 8) {
		block->next = arena->head->next;
		arena->head->next = block;
	} else {
		block->next = arena->head;
		arena->head = block;
	}
	arena->used += wanted;
	return block;
}

void *
clair_alloc(struct clair_arena *arena, size_t size)
{
	struct clair_arena_block *block = arena->head;
	void *memory;

	if (arena->failed)
		return NULL;
	if (size > SIZE_MAX - ALIGNMENT) {
		arena->failed = true;
		return NULL;
	}
	size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
	if (block == NULL || block->size - block->used < size)
		block = add_block(arena, size);
	if (block == NULL) {
		arena->failed = true;
		return NULL;
	}
	memory = block->bytes + block->used;
	block->used += size;
	return memset(memory, 0, size);
}

void *
clair_alloc_array(struct clair_arena *arena, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size) {
		arena->failed = true;
		return NULL;
	}
	return clair_alloc(arena, count * size);
}

static char empty[1];

char *
clair_strndup(struct clair_arena *arena, const char *text, size_t length)
{
	char *copy = clair_alloc(arena, length + 1);

	if (copy == NULL)
		return empty;
	memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

char *
clair_strdup(struct clair_arena *arena, const char *text)
{
	return clair_strndup(arena, text, strlen(text));
}

char *
clair_asprintf(struct clair_arena *arena, const char *format, ...)
{
	va_list args;
	va_list again;
	int length;
	char *text;

	va_start(args, format);
	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	text = length < 0 ? NULL : clair_alloc(arena, (size_t)length + 1);
	if (text != NULL)
		vsnprintf(text, (size_t)length + 1, format, again);
	va_end(again);
	return text != NULL ? text : empty;
}
