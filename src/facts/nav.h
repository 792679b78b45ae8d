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
/* The link or the button of an entry; the entry itself when it has none. */
const struct clair_node *clair_menu_action(const struct clair_node *item);
/* The words of an entry, as far as `*length`: without "(actif)", which a template adds to the current one. */
const char *clair_menu_label_words(struct clair_ctx *ctx, const struct clair_node *label, size_t *length);

#endif
