/*
 * Math functions: CSS Values and Units Level 4, section 10. Private to src/style/.
 */
#ifndef CLAIR_STYLE_MATH_H
#define CLAIR_STYLE_MATH_H

#include "style/value.h"

/* What units are multiples of, in px. */
struct clair_css_sizes {
	float font_size, line_height;           /* em, ex, ch; lh */
	float root_font_size, root_line_height; /* rem, rlh */
	float viewport_width, viewport_height;
};

enum clair_math_type {
	CLAIR_MATH_NUMBER,
	CLAIR_MATH_LENGTH,  /* px, and percent when the value mixes both */
	CLAIR_MATH_PERCENT,
	CLAIR_MATH_ANGLE,   /* degrees */
	CLAIR_MATH_TIME,    /* seconds */
	CLAIR_MATH_OTHER,   /* resolutions, flexible lengths */
};

struct clair_css_math {
	uint8_t type;    /* LENGTH when a length and a percentage are mixed */
	bool mixed;      /* LENGTH: percent is not nil, or was added */
	bool layout;     /* not linear in the percentage, such as min(100%, 10px): value and percent mean nothing */
	bool not_known;  /* some unit is not known here (container units): so is the value */
	double value;    /* number, px, degrees, seconds */
	double percent;
};

/* Whether a function of this name is a math function: calc, -webkit-calc, min, clamp, sin… */
bool clair_css_math_named(const struct clair_css_token *token);

/*
 * Reads the math function whose FUNCTION token was just read, up to its closing parenthesis. False:
 * not valid, or nested deeper than 32; the lexer is then anywhere. `sizes` NULL: only validity, type and
 * flags are asked. A percentage may be added to a length; whoever asks says whether it may there.
 */
bool clair_css_math_read(struct clair_css_lexer *lexer, const struct clair_css_token *function,
    const struct clair_css_sizes *sizes, struct clair_css_math *result);

/* A word that stands for a number: the channels of a relative colour. */
struct clair_css_math_word {
	const char *name; /* lower case */
	double value;
};
/* The same, where such words may stand. */
bool clair_css_math_read_words(struct clair_css_lexer *lexer, const struct clair_css_token *function,
    const struct clair_css_math_word *words, size_t count, struct clair_css_math *result);

/* A dimension by its unit: px, in degrees, in seconds… as the types say. False: no such unit. */
bool clair_css_math_dimension(const struct clair_css_token *dimension,
    const struct clair_css_sizes *sizes, struct clair_css_math *result);

#endif
