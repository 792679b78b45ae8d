/* What references are resolved against. Private to src/facts/. */
#ifndef CLAIR_FACTS_HOME_H
#define CLAIR_FACTS_HOME_H

#include "facts/facts.h"

/* Resolves against the base, without the fragment; NULL when it is not an address. In `arena`. */
const char *clair_resolve_in(
    struct clair_ctx *ctx, const char *reference, struct clair_arena *arena);

#endif
