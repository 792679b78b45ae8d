/* Links out of a page, for the crawl and the site rules. Private to src/facts/. */
#ifndef CLAIR_FACTS_LINKS_H
#define CLAIR_FACTS_LINKS_H

#include "facts/facts.h"

/* More than any page for people has: past it, a page made to hurt would take the time of many. */
enum { CLAIR_LINKS_KEPT = 20000 };

/* Addresses in the order of the page, each once, without fragment, made in `arena`; the first
 * CLAIR_LINKS_KEPT of them. Links marked
 * nofollow, links inside the page and those that are not http are left out. */
const char **clair_links_out(struct clair_ctx *ctx, struct clair_arena *arena, uint32_t *count);

/* By address of that list: set of enum clair_link_part, of all the links that lead there. */
const uint8_t *clair_link_parts(
    struct clair_ctx *ctx, struct clair_arena *arena, const char *const *links, uint32_t count);

/* The address of rel=canonical, absolute, or NULL. */
const char *clair_canonical_of(struct clair_ctx *ctx, struct clair_arena *arena);

#endif
