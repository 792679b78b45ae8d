/* See bump.h. */
#include "dom/bump.h"

enum { FIRST_CHUNK = 64 * 1024, LARGEST_CHUNK = 1024 * 1024, LOOK_AT_CLOCK = 256 };

static void
leave(struct clair_bump *bump, const char *why)
{
	bump->why = why;
	longjmp(bump->leave, 1);
}

void
clair_bump_look(struct clair_bump *bump)
{
	if (clair_clock_is_past(&bump->deadline))
		leave(bump, "time");
}

void *
clair_bump_alloc(struct clair_bump *bump, size_t size)
{
	void *memory;

	size = (size + 7) & ~(size_t)7;
	if (++bump->calls % LOOK_AT_CLOCK == 0)
		clair_bump_look(bump);
	if (bump->chunk == 0)
		bump->chunk = FIRST_CHUNK;
	if (size > (size_t)(bump->end - bump->at)) {
		size_t chunk = size > bump->chunk ? size : bump->chunk;
		char *fresh = clair_alloc(bump->arena, chunk);

		if (fresh == NULL)
			leave(bump, "no-memory");
		if (size > bump->chunk)
			return fresh;
		bump->at = fresh;
		bump->end = fresh + chunk;
		bump->chunk = chunk < LARGEST_CHUNK ? chunk * 2 : chunk;
	}
	memory = bump->at;
	bump->at += size;
	return memory;
}
