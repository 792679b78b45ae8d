/* What references are resolved against. Private to src/facts/. */
#ifndef CLAIR_FACTS_HOME_H
#define CLAIR_FACTS_HOME_H

#include "facts/facts.h"

/* HTML 2.4.2, the document base URL: that of the first <base href>, else the page's. */
const char *clair_base_url(struct clair_ctx *ctx);

/* Resolves against the base, without the fragment; NULL when it is not an address. In `arena`. */
const char *clair_resolve_in(
    struct clair_ctx *ctx, const char *reference, struct clair_arena *arena);

#endif
