/* The two ways to find an address: see clairlint/contact.h. */
#ifndef CLAIR_FACTS_POSTAL_H
#define CLAIR_FACTS_POSTAL_H

#include "facts/facts.h"

enum { CLAIR_POSTAL_LIMIT = 200 };

struct clair_postal_table {
	struct clair_address list[CLAIR_POSTAL_LIMIT];
	size_t count;
};

/* Reads the lines around a post code. `before` ends where it starts, `after` starts where it ends, lines end with
 * \n. `*town_end` is in `after`, and what follows is not the town any more. False: no address. */
bool clair_postal_read(struct clair_ctx *ctx, const char *before, const char *after, bool spaced,
    struct clair_address *address, size_t *town_end);

/* Fills `list` with the addresses of marked parts, at most `room`; gives their number. */
size_t clair_postal_marked(struct clair_ctx *ctx, struct clair_address *list, size_t room);

#endif
