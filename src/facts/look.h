/*
 * How a page is built, kept in few bytes: to tell the pages of one template from those of another.
 *
 * A set of marks, hashed: the boxes of the main content with what holds them and the names of their classes, digits
 * left out, and which regions stand around. Words, links and how often a box comes back do not count.
 */
#ifndef CLAIR_FACTS_LOOK_H
#define CLAIR_FACTS_LOOK_H

#include "facts/ctx.h"

enum { CLAIR_LOOK_WORDS = 8 };
struct clair_look {
	uint64_t bits[CLAIR_LOOK_WORDS];
};

struct clair_look clair_look_of(struct clair_ctx *ctx);
/* Jaccard distance of the two sets: 0, they are the same; 1, they have nothing in common. */
double clair_look_distance(const struct clair_look *one, const struct clair_look *other);

#endif
