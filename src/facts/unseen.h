/* The ways of CSS to hide from sight what is still rendered. Private to src/facts/. */
#ifndef CLAIR_FACTS_UNSEEN_H
#define CLAIR_FACTS_UNSEEN_H

#include "style/style.h"

enum clair_unseen {
	CLAIR_SEEN,
	CLAIR_UNSEEN_ALONE,   /* its own letters have no size; elements inside may */
	CLAIR_UNSEEN_CLIPPED, /* by the overflow of a box that is not placed: what is placed inside escapes
	                         (CSS Overflow 3) */
	CLAIR_UNSEEN_ALL,     /* with all that is inside */
};
enum clair_unseen clair_unseen_by_style(const struct clair_style *style);

/* position: absolute or fixed. */
bool clair_style_is_placed(const struct clair_style *style);

#endif
