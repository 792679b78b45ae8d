/* How far a box is moved from where its place in the tree says. Private to src/facts/. */
#ifndef CLAIR_FACTS_SHIFT_H
#define CLAIR_FACTS_SHIFT_H

#include "style/style.h"

/* Less than this out of its place, a box still lies on its parent: the height of a line, in px. */
#define CLAIR_SMALL_SHIFT 24.0

/* By relative position, by a transform or by `translate`. */
bool clair_is_shifted(const struct clair_style *style, struct clair_arena *arena);
/* By this negative margin: in px, 0 when it is small. */
double clair_pull_of(const struct clair_style *style, enum clair_property margin);

#endif
