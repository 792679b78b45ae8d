/* aria-owns. Private to src/facts/. */
#ifndef CLAIR_FACTS_OWNED_H
#define CLAIR_FACTS_OWNED_H

#include "facts/facts.h"

/* The element whose aria-owns took this one, or NULL. Owners never make a circle. */
const struct clair_node *clair_owner(struct clair_ctx *ctx, const struct clair_node *node);
/* Elements that its own aria-owns took, in the order of the attribute. */
size_t clair_owned_count(struct clair_ctx *ctx, const struct clair_node *owner);
const struct clair_node *clair_owned(
    struct clair_ctx *ctx, const struct clair_node *owner, size_t index);

#endif
