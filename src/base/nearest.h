/* "Did you mean …": the nearest of several names. */
#ifndef CLAIR_BASE_NEAREST_H
#define CLAIR_BASE_NEAREST_H

#include <stddef.h>

struct clair_nearest {
	const char *typed;
	const char *best;   /* NULL: nothing near enough */
	size_t distance;
};

void clair_nearest_start(struct clair_nearest *nearest, const char *typed);
void clair_nearest_try(struct clair_nearest *nearest, const char *name);

#endif
