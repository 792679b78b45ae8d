/* Menus, for the other facts. Private to src/facts/. */
#ifndef CLAIR_FACTS_NAV_H
#define CLAIR_FACTS_NAV_H

#include "base/map.h"
#include "facts/facts.h"

/* Hash of the words of the first-level entries, in order; the same on every page of a site that
 * keeps its menu. */
uint64_t clair_menu_hash(struct clair_ctx *ctx, const struct clair_menu *menu);

#endif
