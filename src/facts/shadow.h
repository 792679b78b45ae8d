/* The shadows of text-shadow and box-shadow, one after the other. Private to src/facts/. */
#ifndef CLAIR_FACTS_SHADOW_H
#define CLAIR_FACTS_SHADOW_H

#include "style/style.h"

struct clair_shadow {
	struct clair_color color;
	double blur; /* px */
};

struct clair_shadows {
	struct clair_css_lexer list;
	struct clair_color current;
};

/* The shadows of a property of an element; `current` is currentcolor. */
struct clair_shadows clair_shadows_of(const struct clair_style *style, enum clair_property property,
    struct clair_color current, struct clair_arena *arena);
/* False at the end of the list. */
bool clair_shadow_next(struct clair_shadows *shadows, struct clair_shadow *shadow);

#endif
