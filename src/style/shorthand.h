/* What reads the shorthands that are more than their longhands in some order. */
#ifndef CLAIR_STYLE_SHORTHAND_H
#define CLAIR_STYLE_SHORTHAND_H

#include "style/longhand.h"

/* Reads one longhand; when false, the reader is where it was and the value is untouched. */
bool clair_css_try(struct clair_css_reader *reader, uint8_t property, struct clair_css_value *value);

/* shorthand_font.c. Values in the order of their table in shorthand.c; INITIAL when nothing came. */
bool clair_css_read_font(struct clair_css_reader *reader, struct clair_css_value *values);
bool clair_css_read_font_variant(struct clair_css_reader *reader, struct clair_css_value *values);

/* shorthand_layer.c */
bool clair_css_read_background(struct clair_css_reader *reader, struct clair_css_value *values);
bool clair_css_read_mask(struct clair_css_reader *reader, struct clair_css_value *values);
bool clair_css_read_animation(struct clair_css_reader *reader, struct clair_css_value *values);

#endif
