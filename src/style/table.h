/* The table of the styles of one page, for the walk and the views. Private to src/style/. */
#ifndef CLAIR_STYLE_TABLE_H
#define CLAIR_STYLE_TABLE_H

#include "style/cascade.h"

struct clair_pseudo_style {
	uint32_t node;
	uint32_t pseudo; /* enum clair_pseudo_element */
	const struct clair_style *style;
};

/* What an element is under a supposition. */
struct clair_viewed {
	const struct clair_style *styles[CLAIR_PSEUDO_OTHER]; /* by pseudo-element; NONE: its own */
};

/* The cascade under a supposition; without sheets until it is asked for. */
struct clair_view_state {
	struct clair_match match;
	struct clair_cascade_sheet *sheets;
	struct clair_map seen; /* struct clair_viewed * by the index of the node */
};

struct clair_style_table {
	struct clair_cascade cascade;
	const struct clair_style **styles; /* by the index of the node; NULL for texts */
	struct clair_pseudo_style *pseudos; /* in document order */
	size_t pseudo_count, pseudo_room;
	bool exhausted;
	struct clair_view_state views[CLAIR_VIEW_COUNT];
};

/* From what was just matched, the style of a pseudo-element of `node`; NULL when there is none. */
const struct clair_style *clair_pseudo_apply(struct clair_cascade *cascade,
    const struct clair_node *node, enum clair_pseudo_element pseudo,
    const struct clair_style *style);

/* What an element just matched is, in a box of that display. */
unsigned clair_style_traits(const struct clair_cascade *cascade, const struct clair_node *node,
    enum clair_keyword display_around);

#endif
