/* What values are written with. Private to computing. */
#ifndef CLAIR_STYLE_WRITE_H
#define CLAIR_STYLE_WRITE_H

#include "base/buf.h"
#include "style/kept.h"

/* Six significant digits, as browsers write numbers; whatever the locale. */
void clair_css_put_number(struct clair_buf *buf, double number);

/* A length, an angle, a time or a percentage with its unit, "calc(50% + 1px)" when it is mixed. */
void clair_css_put_math(struct clair_buf *buf, const struct clair_css_math *math);

/* "rgb(r, g, b)", or "rgba(r, g, b, a)" when it is not opaque. */
void clair_css_put_color(struct clair_buf *buf, struct clair_color color);

/* --- text.c ---------------------------------------------------------------------------------------- */

/*
 * The text of a value as it is computed: lengths in px, angles in degrees, times in seconds, math functions
 * done as far as layout is not needed, colours in sRGB, nothing left out of shadows. The text itself when
 * nothing changes.
 */
const char *clair_css_text_compute(
    const struct clair_css_text_source *source, struct clair_arena *arena);

#endif
