/* Where a page has what the pages of a site repeat. Private to src/facts/. */
#ifndef CLAIR_FACTS_REPEATED_H
#define CLAIR_FACTS_REPEATED_H

#include "facts/facts.h"

/* Spots are CLAIR_REPEATED_COUNT long, and zero at the start. First the landmarks. */
void clair_spots_start(struct clair_ctx *ctx, struct clair_spot *spots);

/* A link, by what its words are known to lead to: set of enum clair_summary_flag. */
void clair_spots_add_link(struct clair_ctx *ctx, struct clair_spot *spots,
    const struct clair_node *link, unsigned flags);

/* False: the page has none. */
bool clair_spots_add_search(struct clair_ctx *ctx, struct clair_spot *spots);
bool clair_spots_add_skip_link(
    struct clair_ctx *ctx, struct clair_spot *spots, struct clair_skip *skip);

#endif
