/*
 * What is painted behind the content of each element: CSS 2 appendix E and CSS Compositing, as far as it is
 * known without layout. One pass over the page on the first question. Private to src/facts/.
 */
#ifndef CLAIR_FACTS_BACKDROP_H
#define CLAIR_FACTS_BACKDROP_H

#include "facts/facts.h"
#include "style/style.h"

/* Why the colours are not sure. The names are those of struct clair_contrast. */
enum clair_doubt {
	CLAIR_DOUBT_NONE,
	CLAIR_DOUBT_IMAGE,
	CLAIR_DOUBT_GRADIENT, /* too many colours to count */
	CLAIR_DOUBT_OVERLAP,
	CLAIR_DOUBT_BLEND,
};

enum { CLAIR_BACKDROP_COLORS = 32 };

/* Elements that paint nothing share that of their parent. */
struct clair_backdrop {
	const struct clair_color *colors; /* each is behind some part of the content; in its group, not
	                                     premultiplied */
	uint32_t count;                   /* at most CLAIR_BACKDROP_COLORS */
	uint32_t painter;                 /* index of the element that paints last, or CLAIR_NO_NODE */
	uint32_t picture;                 /* index of the element whose picture covers all that is painted
	                                     before, or CLAIR_NO_NODE */
	enum clair_doubt doubt;
	bool blended;                     /* a filter or a blend mode: nothing painted inside changes that */
	float opacity;                    /* of the group that holds it */
	uint32_t depth;                   /* of groups */
	const struct clair_backdrop *outer; /* what the group is painted on; NULL: nothing, colours are opaque */
};

/* NULL without memory. */
const struct clair_backdrop *clair_backdrop(struct clair_ctx *ctx, const struct clair_node *node);

/* A colour over the backdrop, and the backdrop alone, as they are seen. */
struct clair_seen_pair {
	struct clair_color text, back;
};
/* Gives how many pairs there are: at most CLAIR_BACKDROP_COLORS. `*doubt` gathers those of the groups. */
size_t clair_backdrop_see(const struct clair_backdrop *backdrop, struct clair_color text,
    struct clair_seen_pair pairs[CLAIR_BACKDROP_COLORS], enum clair_doubt *doubt);

/* The element whose background picture is behind all of the content, when that is the doubt; or NO_NODE. */
uint32_t clair_backdrop_picture(const struct clair_backdrop *backdrop);

#endif
