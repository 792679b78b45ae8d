/*
 * Colours: CSS Color Level 4 (and color-mix of Level 5) to sRGB, what is seen when one lies over
 * another, and the contrast of WCAG 2.2. Private to src/style/ and src/facts/.
 */
#ifndef CLAIR_STYLE_COLOR_H
#define CLAIR_STYLE_COLOR_H

#include "style/token.h"

/* sRGB, gamma-encoded, each from 0 to 1 (clipped to the gamut); alpha is not premultiplied. */
struct clair_color {
	float red, green, blue, alpha;
};

enum clair_color_parse {
	CLAIR_COLOR_NONE,      /* not a colour: the declaration is not valid */
	CLAIR_COLOR_VALUE,
	CLAIR_COLOR_CURRENT,   /* currentcolor */
	CLAIR_COLOR_DEPENDS,   /* needs currentcolor inside: color-mix(in srgb, currentcolor, …). The text
	                          is parsed again once it is known */
};

/*
 * Reads one <color> at the lexer, which is left after it; when NONE the lexer is where it was.
 * Names, hex of 3, 4, 6, 8 digits, rgb() and rgba() in both syntaxes, hsl, hwb, lab, lch, oklab, oklch,
 * color() in all its spaces, color-mix(), light-dark() (light), system colours, transparent.
 * `quirk`: hex digits without # are taken too (only for the quirks of color and background-color).
 * `current` may be NULL: then what depends on it is DEPENDS.
 */
enum clair_color_parse clair_color_parse(struct clair_css_lexer *lexer, bool quirk,
    const struct clair_color *current, struct clair_color *color);

/* A legacy colour attribute (bgcolor, <font color>): HTML 2.3.6. False: no colour. */
bool clair_color_legacy(const char *text, struct clair_color *color);

/* What is seen: `over` on `under`, that may let see through too. CSS Compositing 9.1.4, in sRGB. */
struct clair_color clair_color_over(struct clair_color over, struct clair_color under);

/* WCAG 2.2, relative luminance and contrast ratio (1 to 21), of opaque colours. */
double clair_color_luminance(struct clair_color color);
double clair_color_contrast(struct clair_color one, struct clair_color other);

/* The colour of the same hue nearest to `color` (oklch, chroma kept as far as the gamut lets) whose
 * contrast with each of `others` is at least `ratio` once rounded to 8 bits. False when there is none. */
bool clair_color_nearest(struct clair_color color, const struct clair_color *others, size_t count,
    double ratio, struct clair_color *nearest);

/* "#rrggbb", or "rgba(r, g, b, a)" when it is not opaque. `text` has room for 40 bytes. */
void clair_color_write(struct clair_color color, char text[40]);

#endif
