/* The address of the page, and what references are resolved against. Private to src/facts/. */
#ifndef CLAIR_FACTS_HOME_H
#define CLAIR_FACTS_HOME_H

#include "facts/facts.h"

/* Absolute address of a reference written in the page, without its fragment; as written when it
 * cannot be resolved. */
const char *clair_resolve(struct clair_ctx *ctx, const char *reference);
/* Resolves against the base, without the fragment; NULL when it is not an address. In `arena`. */
const char *clair_resolve_in(
    struct clair_ctx *ctx, const char *reference, struct clair_arena *arena);
/* What the page says it is: its main heading, else its title. */
const char *clair_heading_or_title(struct clair_ctx *ctx);

#endif
