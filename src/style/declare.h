/*
 * From the name of a declaration to how its value is read. Private to the reading of declarations, but
 * for clair_css_declare_pending, which computing uses.
 */
#ifndef CLAIR_STYLE_DECLARE_H
#define CLAIR_STYLE_DECLARE_H

#include "style/value.h"

/* Reads again a value whose var() have been replaced, for the longhand it stands for. False: not valid.
 * The text lives as long as the arena. A var() or env() that is left makes it NOT_KNOWN. */
bool clair_css_declare_pending(struct clair_css_value *out, const struct clair_css_pending *pending,
    const char *text, uint32_t length, bool quirks, struct clair_arena *arena);

/* --- Names ---------------------------------------------------------------------------------------- */

enum clair_css_shorthand {
	CLAIR_SHORT_ALL,
	CLAIR_SHORT_ANIMATION,
	CLAIR_SHORT_BACKGROUND,
	CLAIR_SHORT_BORDER,
	CLAIR_SHORT_BORDER_BLOCK,
	CLAIR_SHORT_BORDER_BLOCK_COLOR,
	CLAIR_SHORT_BORDER_BLOCK_STYLE,
	CLAIR_SHORT_BORDER_BLOCK_WIDTH,
	CLAIR_SHORT_BORDER_BOTTOM,
	CLAIR_SHORT_BORDER_COLOR,
	CLAIR_SHORT_BORDER_INLINE,
	CLAIR_SHORT_BORDER_INLINE_COLOR,
	CLAIR_SHORT_BORDER_INLINE_STYLE,
	CLAIR_SHORT_BORDER_INLINE_WIDTH,
	CLAIR_SHORT_BORDER_LEFT,
	CLAIR_SHORT_BORDER_RIGHT,
	CLAIR_SHORT_BORDER_STYLE,
	CLAIR_SHORT_BORDER_TOP,
	CLAIR_SHORT_BORDER_WIDTH,
	CLAIR_SHORT_COLUMNS,
	CLAIR_SHORT_FLEX_FLOW,
	CLAIR_SHORT_FONT,
	CLAIR_SHORT_FONT_VARIANT,
	CLAIR_SHORT_INSET,
	CLAIR_SHORT_INSET_BLOCK,
	CLAIR_SHORT_INSET_INLINE,
	CLAIR_SHORT_LIST_STYLE,
	CLAIR_SHORT_MARGIN,
	CLAIR_SHORT_MARGIN_BLOCK,
	CLAIR_SHORT_MARGIN_INLINE,
	CLAIR_SHORT_MASK,
	CLAIR_SHORT_OUTLINE,
	CLAIR_SHORT_OVERFLOW,
	CLAIR_SHORT_PADDING,
	CLAIR_SHORT_PADDING_BLOCK,
	CLAIR_SHORT_PADDING_INLINE,
	CLAIR_SHORT_TEXT_DECORATION,
	CLAIR_SHORTHAND_COUNT,
};

/* What a name of name.def stands for. */
struct clair_css_meaning {
	bool is_shorthand;
	bool follows_flow; /* quirks do not hold in it */
	uint8_t target; /* enum clair_property, or enum clair_css_shorthand */
};

/* NULL when the name is not known. ASCII case-insensitive. */
const struct clair_css_meaning *clair_css_meaning_of(const char *name, size_t length);
uint16_t clair_css_meaning_index(const struct clair_css_meaning *meaning);
const struct clair_css_meaning *clair_css_meaning_at(uint16_t index);

/* --- Values --------------------------------------------------------------------------------------- */

struct clair_css_reader;

/* Reads the value of one longhand. What comes after it is left; when false, the reader may be anywhere. */
bool clair_css_read_longhand(
    struct clair_css_reader *reader, enum clair_property property, struct clair_css_value *value);

/* The longhands of a shorthand, in the order of the values that it is read to: INITIAL for what it does
 * not give. */
const uint8_t *clair_css_longhands(enum clair_css_shorthand shorthand, unsigned *count);
bool clair_css_read_shorthand(struct clair_css_reader *reader, enum clair_css_shorthand shorthand,
    struct clair_css_value *values);

#endif
