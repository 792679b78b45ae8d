/* Menus, for the other facts. Private to src/facts/. */
#ifndef CLAIR_FACTS_NAV_H
#define CLAIR_FACTS_NAV_H

#include "base/map.h"
#include "facts/facts.h"

/* Hashes of the words of the first-level entries; the same on every page of a site that keeps its menu. */
struct clair_menu_words {
	uint64_t in_order;
	uint64_t in_any_order; /* the same when only the order differs */
};
struct clair_menu_words clair_menu_words(struct clair_ctx *ctx, const struct clair_menu *menu);

#endif
