/* Reading colours token by token. Private to the colours of src/style/. */
#ifndef CLAIR_STYLE_COLOR_READ_H
#define CLAIR_STYLE_COLOR_READ_H

#include "style/color.h"
#include "style/color_space.h"

/* Depth of colours in colours. */
#define CLAIR_COLOR_DEPTH 32

struct clair_color_reader {
	struct clair_css_lexer lexer;
	struct clair_css_token token;       /* the next one that is not white space */
	uint32_t past;                      /* the end of the token before it */
	const struct clair_color *current;  /* currentcolor, or NULL */
	bool depends;                       /* some currentcolor was met and is not known */
	bool quirk;
	unsigned depth;
	const struct clair_raw_color *from; /* the origin of the relative colour being read, in the
	                                       units of its function; or NULL */
};

void clair_color_step(struct clair_color_reader *reader);

/* Reads one colour of any kind. */
bool clair_color_read(struct clair_color_reader *reader, struct clair_raw_color *color);

/* A function, whose name is the token. False when it is not valid. */
bool clair_color_read_function(
    struct clair_color_reader *reader, struct clair_raw_color *color);

enum clair_component_kind {
	CLAIR_COMPONENT_NUMBER,
	CLAIR_COMPONENT_PERCENT,
	CLAIR_COMPONENT_ANGLE, /* degrees */
	CLAIR_COMPONENT_NONE,
};
struct clair_component {
	enum clair_component_kind kind;
	double value;
};
/* A number, a percentage, an angle or none; a math function that gives one of these; a channel of the
 * origin in a relative colour. */
bool clair_color_read_component(
    struct clair_color_reader *reader, struct clair_component *component);

#endif
