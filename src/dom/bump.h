/*
 * Inside dom/: the memory of a parser that is not ours. It never frees, and leaves by longjmp when time or
 * room is out.
 */
#ifndef CLAIR_DOM_BUMP_H
#define CLAIR_DOM_BUMP_H

#include "base/arena.h"
#include "base/clock.h"

#include <setjmp.h>

struct clair_bump {
	struct clair_arena *arena;
	char *at;
	char *end;
	size_t chunk;
	unsigned calls;
	struct timespec deadline;
	const char *why; /* it was left: time, no-memory */
	jmp_buf leave;
};

/* Zeroed. Leaves rather than give NULL. */
void *clair_bump_alloc(struct clair_bump *bump, size_t size);
/* Leaves when the time is over. */
void clair_bump_look(struct clair_bump *bump);

#endif
