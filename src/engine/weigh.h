/* What the requests of a page weigh. Private to src/engine/. */
#ifndef CLAIR_ENGINE_WEIGH_H
#define CLAIR_ENGINE_WEIGH_H

#include "facts/ctx.h"

/* Asks options.weigh about each address, once; `weights` lives as long as the context, which gets it, unless
 * the arena of the page has failed. */
void clair_weigh_requests(struct clair_ctx *ctx, struct clair_weights *weights);

#endif
