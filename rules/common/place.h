/* What pages repeat is at the same place on all of them. */
#ifndef RULES_COMMON_PLACE_H
#define RULES_COMMON_PLACE_H

#include "clairlint/rule.h"

/* Indexes of messages. Each has {other}, the address of a page that is as most are. */
struct place_messages {
	unsigned moved;     /* in another part of the page */
	unsigned reordered; /* in the same part, before what it follows elsewhere, or after */
};

/* INAPPLICABLE when too few pages have it, or when they have no habit. */
enum clair_outcome place_is_constant(
    struct clair_ctx *ctx, enum clair_repeated what, const struct place_messages *messages);

#endif
