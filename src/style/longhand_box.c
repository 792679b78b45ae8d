/* Boxes: display, white space, what cuts them. */
#include "style/longhand.h"

/* --- display: CSS Display 3, section 2 ------------------------------------------------------------ */

enum { OUTSIDE, INSIDE, LIST_ITEM, PARTS };

/* The short form of what is outside and inside, and its form as a list item. */
static const struct {
	uint16_t inside, block, inline_, block_item, inline_item;
} displays[] = {
    {CLAIR_KW_FLOW, CLAIR_KW_BLOCK, CLAIR_KW_INLINE, CLAIR_KW_LIST_ITEM, CLAIR_KW_INLINE_LIST_ITEM},
    {CLAIR_KW_FLOW_ROOT, CLAIR_KW_FLOW_ROOT, CLAIR_KW_INLINE_BLOCK, CLAIR_KW_FLOW_ROOT_LIST_ITEM,
	CLAIR_KW_INLINE_FLOW_ROOT_LIST_ITEM},
    {CLAIR_KW_TABLE, CLAIR_KW_TABLE, CLAIR_KW_INLINE_TABLE, 0, 0},
    {CLAIR_KW_FLEX, CLAIR_KW_FLEX, CLAIR_KW_INLINE_FLEX, 0, 0},
    {CLAIR_KW_GRID, CLAIR_KW_GRID, CLAIR_KW_INLINE_GRID, 0, 0},
    {CLAIR_KW_RUBY, CLAIR_KW_BLOCK_RUBY, CLAIR_KW_RUBY, 0, 0},
    {CLAIR_KW_MATH, CLAIR_KW_BLOCK_MATH, CLAIR_KW_MATH, 0, 0},
};

static enum clair_keyword
short_display(const uint16_t *parts)
{
	uint16_t inside = parts[INSIDE] != 0 ? parts[INSIDE] : (uint16_t)CLAIR_KW_FLOW;
	bool in_line = parts[OUTSIDE] == CLAIR_KW_INLINE ||
	    (parts[OUTSIDE] == 0 && (inside == CLAIR_KW_RUBY || inside == CLAIR_KW_MATH));
	size_t i = 0;

	while (displays[i].inside != inside)
		i++;
	if (parts[LIST_ITEM] != 0)
		return in_line ? displays[i].inline_item : displays[i].block_item;
	return in_line ? displays[i].inline_ : displays[i].block;
}

static bool
read_parts(struct clair_css_reader *reader, struct clair_css_value *value)
{
	static const uint16_t kinds[PARTS][8] = {
	    [OUTSIDE] = {CLAIR_KW_BLOCK, CLAIR_KW_INLINE},
	    [INSIDE] = {CLAIR_KW_FLOW, CLAIR_KW_FLOW_ROOT, CLAIR_KW_TABLE, CLAIR_KW_FLEX,
		CLAIR_KW_GRID, CLAIR_KW_RUBY, CLAIR_KW_MATH},
	    [LIST_ITEM] = {CLAIR_KW_LIST_ITEM},
	};
	uint16_t parts[PARTS] = {0};
	unsigned read = 0;
	unsigned i = 0;

	while (i < PARTS) {
		for (i = 0; i < PARTS; i++) {
			if (parts[i] == 0)
				parts[i] = (uint16_t)clair_css_take_one(reader, kinds[i]);
			else
				continue;
			if (parts[i] != 0)
				break;
		}
		read += i < PARTS;
	}
	if (read == 0)
		return false;
	*value = clair_css_keyword_value(short_display(parts));
	return value->keyword != 0;
}

bool
clair_css_read_display(struct clair_css_reader *reader, struct clair_css_value *value)
{
	static const uint16_t whole[] = {CLAIR_KW_NONE, CLAIR_KW_CONTENTS, CLAIR_KW_INLINE_BLOCK,
	    CLAIR_KW_INLINE_FLEX, CLAIR_KW_INLINE_GRID, CLAIR_KW_INLINE_TABLE, CLAIR_KW_TABLE_ROW,
	    CLAIR_KW_TABLE_CELL, CLAIR_KW_TABLE_COLUMN, CLAIR_KW_TABLE_CAPTION,
	    CLAIR_KW_TABLE_ROW_GROUP, CLAIR_KW_TABLE_COLUMN_GROUP, CLAIR_KW_TABLE_FOOTER_GROUP,
	    CLAIR_KW_TABLE_HEADER_GROUP, CLAIR_KW_RUBY_TEXT, CLAIR_KW_WEBKIT_BOX,
	    CLAIR_KW_WEBKIT_INLINE_BOX, CLAIR_KW_WEBKIT_FLEX, CLAIR_KW_WEBKIT_INLINE_FLEX, 0};
	enum clair_keyword found = clair_css_take_one(reader, whole);

	if (found == CLAIR_KW_NONE_GIVEN)
		return read_parts(reader, value);
	if (found == CLAIR_KW_WEBKIT_FLEX)
		found = CLAIR_KW_FLEX;
	else if (found == CLAIR_KW_WEBKIT_INLINE_FLEX)
		found = CLAIR_KW_INLINE_FLEX;
	*value = clair_css_keyword_value(found);
	return true;
}

/* CSS Text 4, 3.1: what collapses and whether lines wrap, as the one keyword that says both. */
bool
clair_css_read_white_space(struct clair_css_reader *reader, struct clair_css_value *value)
{
	static const uint16_t collapses[] = {
	    CLAIR_KW_COLLAPSE, CLAIR_KW_PRESERVE, CLAIR_KW_PRESERVE_BREAKS, 0};
	static const uint16_t wraps[] = {CLAIR_KW_WRAP, CLAIR_KW_NOWRAP, 0};
	enum clair_keyword wrap = clair_css_take_one(reader, wraps);
	enum clair_keyword collapse = clair_css_take_one(reader, collapses);
	bool stays;

	if (wrap == CLAIR_KW_NONE_GIVEN)
		wrap = clair_css_take_one(reader, wraps);
	if (wrap == CLAIR_KW_NONE_GIVEN && collapse == CLAIR_KW_NONE_GIVEN)
		return false;
	stays = wrap == CLAIR_KW_NOWRAP;
	*value = clair_css_keyword_value(collapse == CLAIR_KW_PRESERVE ? stays ? CLAIR_KW_PRE
	                                                                       : CLAIR_KW_PRE_WRAP
	        : collapse == CLAIR_KW_PRESERVE_BREAKS && !stays       ? CLAIR_KW_PRE_LINE
	        : stays                                                ? CLAIR_KW_NOWRAP
	                                                               : CLAIR_KW_NORMAL);
	return true;
}

bool
clair_css_read_opacity(struct clair_css_reader *reader, struct clair_css_value *value)
{
	if (!clair_css_read_number(reader, CLAIR_TAKES_NUMBER | CLAIR_TAKES_PERCENT, value))
		return false;
	if (value->kind == CLAIR_VALUE_PERCENT) {
		value->kind = CLAIR_VALUE_NUMBER;
		value->number /= 100;
	}
	return true;
}

bool
clair_css_read_column_count(struct clair_css_reader *reader, struct clair_css_value *value)
{
	return clair_css_read_number(reader, CLAIR_TAKES_INTEGER, value) &&
	    (value->kind != CLAIR_VALUE_NUMBER || value->number >= 1);
}

/* --- What cuts: CSS Masking 1, CSS Shapes 1 ------------------------------------------------------- */

static bool
skip_offsets(struct clair_css_reader *reader, unsigned least, unsigned most, bool or_auto)
{
	unsigned count = 0;

	while (count < most &&
	    (clair_css_skip_number(reader, CLAIR_TAKES_LENGTH_PERCENT) ||
	        (or_auto && clair_css_take_keyword(reader, CLAIR_KW_AUTO))))
		count++;
	return count >= least;
}

/* clip: rect() with commas everywhere, or nowhere. */
bool
clair_css_read_clip(struct clair_css_reader *reader, struct clair_css_value *value)
{
	uint32_t from = reader->token.offset;
	bool commas = false;
	unsigned i;

	if (!clair_css_take_function(reader, "rect"))
		return false;
	for (i = 0; i < 4; i++) {
		if (i == 1)
			commas = reader->token.type == CLAIR_TOKEN_COMMA;
		if (i != 0 && commas && !clair_css_take(reader, CLAIR_TOKEN_COMMA))
			return false;
		if (!clair_css_take_keyword(reader, CLAIR_KW_AUTO) &&
		    !clair_css_skip_number(reader, CLAIR_TAKES_LENGTH))
			return false;
	}
	if (!clair_css_close(reader))
		return false;
	*value = clair_css_text_value(reader, from, false);
	return true;
}

static bool
skip_rounding(struct clair_css_reader *reader)
{
	if (!clair_css_take_keyword(reader, CLAIR_KW_ROUND))
		return true;
	return skip_offsets(reader, 1, 4, false) &&
	    (!clair_css_take_delim(reader, '/') || skip_offsets(reader, 1, 4, false));
}

/* circle() and ellipse(): radii, then the centre. */
static bool
skip_round_shape(struct clair_css_reader *reader, unsigned radii)
{
	static const uint16_t extents[] = {CLAIR_KW_CLOSEST_SIDE, CLAIR_KW_FARTHEST_SIDE,
	    CLAIR_KW_CLOSEST_CORNER, CLAIR_KW_FARTHEST_CORNER, 0};
	unsigned count = 0;

	while (count < radii &&
	    (clair_css_take_one(reader, extents) != CLAIR_KW_NONE_GIVEN ||
	        clair_css_skip_number(reader, CLAIR_TAKES_LENGTH_PERCENT | CLAIR_TAKES_POSITIVE)))
		count++;
	if (count != 0 && count != radii)
		return false;
	return !clair_css_take_keyword(reader, CLAIR_KW_AT) || clair_css_skip_position(reader);
}

static bool
skip_fill_rule(struct clair_css_reader *reader)
{
	static const uint16_t rules[] = {CLAIR_KW_EVENODD, CLAIR_KW_NONZERO, 0};

	return clair_css_take_one(reader, rules) == CLAIR_KW_NONE_GIVEN ||
	    clair_css_take(reader, CLAIR_TOKEN_COMMA);
}

static bool
skip_polygon(struct clair_css_reader *reader)
{
	if (!skip_fill_rule(reader))
		return false;
	do {
		if (!skip_offsets(reader, 2, 2, false))
			return false;
	} while (clair_css_take(reader, CLAIR_TOKEN_COMMA));
	return true;
}

static bool
skip_shape(struct clair_css_reader *reader)
{
	bool right = false;

	if (clair_css_at_function(reader, "shape")) {
		clair_css_skip_block(reader);
		return true;
	}
	if (clair_css_take_function(reader, "inset"))
		right = skip_offsets(reader, 1, 4, false) && skip_rounding(reader);
	else if (clair_css_take_function(reader, "rect"))
		right = skip_offsets(reader, 4, 4, true) && skip_rounding(reader);
	else if (clair_css_take_function(reader, "xywh"))
		right = skip_offsets(reader, 4, 4, false) && skip_rounding(reader);
	else if (clair_css_take_function(reader, "circle"))
		right = skip_round_shape(reader, 1);
	else if (clair_css_take_function(reader, "ellipse"))
		right = skip_round_shape(reader, 2);
	else if (clair_css_take_function(reader, "polygon"))
		right = skip_polygon(reader);
	else if (clair_css_take_function(reader, "path"))
		right = skip_fill_rule(reader) && clair_css_take(reader, CLAIR_TOKEN_STRING);
	return right && clair_css_close(reader);
}

bool
clair_css_read_clip_path(struct clair_css_reader *reader, struct clair_css_value *value)
{
	static const uint16_t boxes[] = {CLAIR_KW_FILL_BOX, CLAIR_KW_VIEW_BOX, CLAIR_KW_BORDER_BOX,
	    CLAIR_KW_MARGIN_BOX, CLAIR_KW_STROKE_BOX, CLAIR_KW_CONTENT_BOX, CLAIR_KW_PADDING_BOX, 0};
	uint32_t from = reader->token.offset;
	enum clair_keyword box;

	if (clair_css_skip_url(reader)) {
		*value = clair_css_text_value(reader, from, true);
		return true;
	}
	box = clair_css_take_one(reader, boxes);
	if (box != CLAIR_KW_NONE_GIVEN && reader->token.type != CLAIR_TOKEN_FUNCTION) {
		*value = clair_css_keyword_value(box);
		return true;
	}
	if (!skip_shape(reader))
		return false;
	if (box == CLAIR_KW_NONE_GIVEN)
		clair_css_take_one(reader, boxes);
	*value = clair_css_text_value(reader, from, false);
	return true;
}
