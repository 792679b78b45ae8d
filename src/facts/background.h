/* The layers of background-image: what they may put behind a text. Private to src/facts/. */
#ifndef CLAIR_FACTS_BACKGROUND_H
#define CLAIR_FACTS_BACKGROUND_H

#include "style/style.h"

enum clair_layer_kind {
	CLAIR_LAYER_NOTHING,  /* none; or not behind letters: an underline, an icon in the padding */
	CLAIR_LAYER_PICTURE,
	CLAIR_LAYER_GRADIENT,
};

enum { CLAIR_STOPS = 8 };

struct clair_background_layer {
	enum clair_layer_kind kind;
	bool covers;      /* all the box, surely */
	uint32_t count;   /* colours of the gradient; past CLAIR_STOPS they are not in `stops` */
	struct clair_color stops[CLAIR_STOPS];
};

enum { CLAIR_TOP, CLAIR_RIGHT, CLAIR_BOTTOM, CLAIR_LEFT, CLAIR_SIDES };

/* The layers of a box, the topmost first. */
struct clair_background {
	struct clair_css_lexer images, sizes, repeats, positions;
	struct clair_color current;
	double font_size;
	double padding[CLAIR_SIDES]; /* px */
	bool over;
};

/* False when there is none. */
bool clair_background_start(struct clair_background *background, const struct clair_style *style,
    struct clair_arena *arena);
/* False when there are no more. */
bool clair_background_next(
    struct clair_background *background, struct clair_background_layer *layer);

/* All the colours of a gradient hide what is behind. */
bool clair_layer_is_opaque(const struct clair_background_layer *layer);

#endif
