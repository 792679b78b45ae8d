/* What a value is written with. Private to computing. */
#ifndef CLAIR_STYLE_WRITE_H
#define CLAIR_STYLE_WRITE_H

#include "base/buf.h"
#include "style/math.h"

/* Six significant digits, as browsers write numbers; whatever the locale. */
void clair_css_put_number(struct clair_buf *buf, double number);

/* A length, an angle, a time or a percentage with its unit, "calc(50% + 1px)" when it is mixed. */
void clair_css_put_math(struct clair_buf *buf, const struct clair_css_math *math);

/* resolve.c: the text of a value with its lengths in px, its angles in degrees, its times in seconds and
 * its math functions done, where layout is not needed. The text itself when nothing changes. */
const char *clair_css_text_resolve(
    const char *text, const struct clair_css_sizes *sizes, struct clair_arena *arena);

#endif
