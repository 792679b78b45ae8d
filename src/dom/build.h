/*
 * Inside dom/: what the two parsers share to fill a page's array of nodes.
 */
#ifndef CLAIR_DOM_BUILD_H
#define CLAIR_DOM_BUILD_H

#include "dom/page.h"

/* As Chromium: deeper elements become siblings of the one at this depth. */
enum { CLAIR_DEEPEST = 512 };

struct clair_builder {
	struct clair_page *page;
	struct clair_node *nodes;
	uint32_t room;
	uint32_t count;
	uint32_t open[CLAIR_DEEPEST + 1]; /* index of the open element of each depth; [0] unused */
	uint16_t depth;                   /* of the deepest open element */
	uint16_t attribute_cache[256];
};

/* Ends the open elements deeper than `depth`. */
void clair_builder_close(struct clair_builder *builder, size_t depth);
/* The next node, a child of the open element at `depth` - 1. `room` has been counted. */
struct clair_node *clair_builder_add(
    struct clair_builder *builder, enum clair_node_kind kind, size_t depth);
enum clair_attribute clair_builder_attribute(struct clair_builder *builder, const char *name);
/* Ends everything and makes by_tag. False when the arena has failed. */
bool clair_builder_finish(struct clair_builder *builder);

/* Blanks the contents of noscript in `text`, which holds `length` bytes and is a copy of the page's
 * source. */
void clair_blank_noscript(char *text, size_t length);
bool clair_has_noscript(const char *text, size_t length);

#endif
