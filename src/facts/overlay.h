/* Boxes that are not where their place in the tree says: CSS 2, 9 and 10. Private to src/facts/. */
#ifndef CLAIR_FACTS_OVERLAY_H
#define CLAIR_FACTS_OVERLAY_H

#include "facts/facts.h"

enum {
	CLAIR_PLACE_AWAY = 1,    /* may lie on something else than its parent */
	CLAIR_PLACE_COVERED = 2, /* a box with a background or a picture is laid over all of it */
};

/* For each node of the page, by index. NULL without memory. */
const uint8_t *clair_places(struct clair_ctx *ctx);

#endif
