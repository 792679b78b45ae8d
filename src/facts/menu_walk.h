/* Counts the entries of a menu, level by level. Private to src/facts/. */
#ifndef CLAIR_FACTS_MENU_WALK_H
#define CLAIR_FACTS_MENU_WALK_H

#include "facts/facts.h"

enum { CLAIR_MENU_LEVELS = 16 };

struct clair_menu_count {
	uint32_t entries[CLAIR_MENU_LEVELS + 1]; /* by level, from 1 */
	uint32_t told[CLAIR_MENU_LEVELS + 1];    /* entries told, by level as walked, from 1 */
	uint32_t first;         /* level as walked of what is now level 1 */
	uint32_t drop_downs;
	uint32_t links;
	uint32_t inner_links;   /* that go inside the page */
	uint32_t numbers;       /* links whose words are a number */
	uint32_t largest_level;
};

/* Told of each entry: its level as walked, from 1, and the link, button or item that names it. */
typedef void clair_menu_entry_fn(void *payload, uint32_t level, const struct clair_node *label);

void clair_menu_walk(struct clair_ctx *ctx, const struct clair_node *menu,
    struct clair_menu_count *count, clair_menu_entry_fn *entry, void *payload);

#endif
