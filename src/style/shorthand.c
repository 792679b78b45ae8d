/* Shorthands: what each one sets, and how its value is shared out. */
#include "style/shorthand.h"

struct set {
	const uint8_t *longhands;
	uint8_t count;
	bool quirky; /* the quirks of its longhands hold in it too */
	bool commas; /* each value may have one after it: no standard says so, browsers read it so */
	bool (*read)(struct clair_css_reader *reader, struct clair_css_value *values);
	bool (*share)(struct clair_css_reader *reader, const struct set *set,
	    struct clair_css_value *values);
};

bool
clair_css_try(struct clair_css_reader *reader, uint8_t property, struct clair_css_value *value)
{
	struct clair_css_reader before = *reader;
	struct clair_css_value read;

	if (clair_css_read_longhand(reader, (enum clair_property)property, &read)) {
		*value = read;
		return true;
	}
	*reader = before;
	return false;
}

/* One to four values: top, right, bottom, left. */
static bool
share_sides(
    struct clair_css_reader *reader, const struct set *set, struct clair_css_value *values)
{
	unsigned count = 0;

	while (count < 4 && clair_css_try(reader, set->longhands[count], &values[count]))
		count++;
	if (count == 0)
		return false;
	if (count < 2)
		values[1] = values[0];
	if (count < 3)
		values[2] = values[0];
	if (count < 4)
		values[3] = values[1];
	return true;
}

/* One or two values: start and end, or both axes. */
static bool
share_pair(struct clair_css_reader *reader, const struct set *set, struct clair_css_value *values)
{
	if (!clair_css_try(reader, set->longhands[0], &values[0]))
		return false;
	if (!clair_css_try(reader, set->longhands[1], &values[1]))
		values[1] = values[0];
	return true;
}

/* Each longhand once at most, in any order. */
static bool
share_any_order(
    struct clair_css_reader *reader, const struct set *set, struct clair_css_value *values)
{
	unsigned given = 0;
	unsigned i;

	for (i = 0; i < set->count; i++)
		values[i] = (struct clair_css_value){.kind = CLAIR_VALUE_INITIAL};
	for (i = 0; i < set->count; i++) {
		if ((given & 1u << i) == 0 && clair_css_try(reader, set->longhands[i], &values[i])) {
			given |= 1u << i;
			i = UINT32_MAX;
			if (set->commas)
				clair_css_take(reader, CLAIR_TOKEN_COMMA);
		}
	}
	return given != 0;
}

/* Width, style and colour of one line, for all the sides: their widths, their styles, their colours. */
static bool
share_line(struct clair_css_reader *reader, const struct set *set, struct clair_css_value *values)
{
	unsigned sides = set->count / 3u;
	uint8_t parts[3] = {
	    set->longhands[0], set->longhands[sides], set->longhands[2u * sides]};
	struct set one = {.longhands = parts, .count = 3, .commas = sides > 1};
	struct clair_css_value line[3];
	unsigned i;

	if (!share_any_order(reader, &one, line))
		return false;
	for (i = 0; i < set->count; i++)
		values[i] = line[i / sides];
	return true;
}

/* --- Lists, columns, flex ------------------------------------------------------------------------- */

/* "none" is that of the type and of the image that are not given: CSS Lists 3, 3.4. */
static bool
read_list_style(struct clair_css_reader *reader, struct clair_css_value *values)
{
	static const uint8_t order[] = {CLAIR_CSS_LIST_STYLE_POSITION, CLAIR_CSS_LIST_STYLE_IMAGE,
	    CLAIR_CSS_LIST_STYLE_TYPE};
	bool given[3] = {false, false, false};
	unsigned nones = 0;
	unsigned i;

	for (i = 0; i < 3; i++)
		values[i] = (struct clair_css_value){.kind = CLAIR_VALUE_INITIAL};
	for (i = 0; i < 3; i++) {
		if (clair_css_take_keyword(reader, CLAIR_KW_NONE))
			nones++;
		else if (!given[i] && clair_css_try(reader, order[i], &values[i]))
			given[i] = true;
		else
			continue;
		i = UINT32_MAX;
	}
	if (nones > (unsigned)!given[1] + (unsigned)!given[2])
		return false;
	for (i = 1; i < 3 && nones != 0; i++)
		if (!given[i])
			values[i] = clair_css_keyword_value(CLAIR_KW_NONE);
	return given[0] || given[1] || given[2] || nones != 0;
}

/* "auto" is that of either. */
static bool
read_columns(struct clair_css_reader *reader, struct clair_css_value *values)
{
	bool width = false;
	bool count = false;
	unsigned components = 0;

	values[0] = (struct clair_css_value){.kind = CLAIR_VALUE_INITIAL};
	values[1] = values[0];
	for (; components < 2; components++) {
		if (clair_css_take_keyword(reader, CLAIR_KW_AUTO))
			continue;
		if (!count && clair_css_try(reader, CLAIR_CSS_COLUMN_COUNT, &values[1]))
			count = true;
		else if (!width && clair_css_try(reader, CLAIR_CSS_COLUMN_WIDTH, &values[0]))
			width = true;
		else
			break;
	}
	return components != 0;
}

static bool
read_flex_flow(struct clair_css_reader *reader, struct clair_css_value *values)
{
	static const uint16_t wraps[] = {
	    CLAIR_KW_WRAP, CLAIR_KW_NOWRAP, CLAIR_KW_WRAP_REVERSE, 0};
	bool wraps_first = clair_css_take_one(reader, wraps) != CLAIR_KW_NONE_GIVEN;

	values[0] = (struct clair_css_value){.kind = CLAIR_VALUE_INITIAL};
	if (!clair_css_try(reader, CLAIR_CSS_FLEX_DIRECTION, values))
		return wraps_first || clair_css_take_one(reader, wraps) != CLAIR_KW_NONE_GIVEN;
	if (!wraps_first)
		clair_css_take_one(reader, wraps);
	return true;
}

/* --- The table ------------------------------------------------------------------------------------ */

static const uint8_t every_longhand[] = {
#define P(id, name, inherited, initial) CLAIR_CSS_##id,
#include "clairlint/property.def"
#undef P
};

#define LIST(...) \
	.longhands = (const uint8_t[]){__VA_ARGS__}, .count = sizeof((const uint8_t[]){__VA_ARGS__})
#define C(id) CLAIR_CSS_##id
#define SIDES(before, after) \
	C(before##TOP##after), C(before##RIGHT##after), C(before##BOTTOM##after), C(before##LEFT##after)
#define BLOCK(before, after) C(before##TOP##after), C(before##BOTTOM##after)
#define INLINE(before, after) C(before##LEFT##after), C(before##RIGHT##after)
#define LINE(side) C(BORDER_##side##_WIDTH), C(BORDER_##side##_STYLE), C(BORDER_##side##_COLOR)

static const struct set sets[CLAIR_SHORTHAND_COUNT] = {
    [CLAIR_SHORT_ALL] = {.longhands = every_longhand, .count = CLAIR_PROPERTY_COUNT},
    [CLAIR_SHORT_ANIMATION] = {LIST(C(ANIMATION_NAME), C(ANIMATION_DURATION),
				   C(ANIMATION_ITERATION_COUNT)),
	.read = clair_css_read_animation},
    [CLAIR_SHORT_BACKGROUND] = {LIST(C(BACKGROUND_COLOR), C(BACKGROUND_IMAGE),
				    C(BACKGROUND_POSITION), C(BACKGROUND_SIZE),
				    C(BACKGROUND_REPEAT), C(BACKGROUND_CLIP)),
	.read = clair_css_read_background},
    [CLAIR_SHORT_BORDER] = {LIST(SIDES(BORDER_, _WIDTH), SIDES(BORDER_, _STYLE),
				SIDES(BORDER_, _COLOR)),
	.share = share_line},
    [CLAIR_SHORT_BORDER_BLOCK] = {LIST(BLOCK(BORDER_, _WIDTH), BLOCK(BORDER_, _STYLE),
				      BLOCK(BORDER_, _COLOR)),
	.share = share_line},
    [CLAIR_SHORT_BORDER_BLOCK_COLOR] = {LIST(BLOCK(BORDER_, _COLOR)), .share = share_pair},
    [CLAIR_SHORT_BORDER_BLOCK_STYLE] = {LIST(BLOCK(BORDER_, _STYLE)), .share = share_pair},
    [CLAIR_SHORT_BORDER_BLOCK_WIDTH] = {LIST(BLOCK(BORDER_, _WIDTH)), .share = share_pair},
    [CLAIR_SHORT_BORDER_BOTTOM] = {LIST(LINE(BOTTOM)), .share = share_line},
    [CLAIR_SHORT_BORDER_COLOR] = {LIST(SIDES(BORDER_, _COLOR)), .quirky = true,
	.share = share_sides},
    [CLAIR_SHORT_BORDER_INLINE] = {LIST(INLINE(BORDER_, _WIDTH), INLINE(BORDER_, _STYLE),
				       INLINE(BORDER_, _COLOR)),
	.share = share_line},
    [CLAIR_SHORT_BORDER_INLINE_COLOR] = {LIST(INLINE(BORDER_, _COLOR)), .share = share_pair},
    [CLAIR_SHORT_BORDER_INLINE_STYLE] = {LIST(INLINE(BORDER_, _STYLE)), .share = share_pair},
    [CLAIR_SHORT_BORDER_INLINE_WIDTH] = {LIST(INLINE(BORDER_, _WIDTH)), .share = share_pair},
    [CLAIR_SHORT_BORDER_LEFT] = {LIST(LINE(LEFT)), .share = share_line},
    [CLAIR_SHORT_BORDER_RIGHT] = {LIST(LINE(RIGHT)), .share = share_line},
    [CLAIR_SHORT_BORDER_STYLE] = {LIST(SIDES(BORDER_, _STYLE)), .share = share_sides},
    [CLAIR_SHORT_BORDER_TOP] = {LIST(LINE(TOP)), .share = share_line},
    [CLAIR_SHORT_BORDER_WIDTH] = {LIST(SIDES(BORDER_, _WIDTH)), .quirky = true,
	.share = share_sides},
    [CLAIR_SHORT_COLUMNS] = {LIST(C(COLUMN_WIDTH), C(COLUMN_COUNT)), .read = read_columns},
    [CLAIR_SHORT_FLEX_FLOW] = {LIST(C(FLEX_DIRECTION)), .read = read_flex_flow},
    [CLAIR_SHORT_FONT] = {LIST(C(FONT_STYLE), C(FONT_VARIANT_CAPS), C(FONT_WEIGHT), C(FONT_SIZE),
			      C(LINE_HEIGHT), C(FONT_FAMILY)),
	.read = clair_css_read_font},
    [CLAIR_SHORT_FONT_VARIANT] = {LIST(C(FONT_VARIANT_CAPS)), .read = clair_css_read_font_variant},
    [CLAIR_SHORT_INSET] = {LIST(SIDES(, )), .share = share_sides},
    [CLAIR_SHORT_INSET_BLOCK] = {LIST(BLOCK(, )), .share = share_pair},
    [CLAIR_SHORT_INSET_INLINE] = {LIST(INLINE(, )), .share = share_pair},
    [CLAIR_SHORT_LIST_STYLE] = {LIST(C(LIST_STYLE_POSITION), C(LIST_STYLE_IMAGE),
				    C(LIST_STYLE_TYPE)),
	.read = read_list_style},
    [CLAIR_SHORT_MARGIN] = {LIST(SIDES(MARGIN_, )), .quirky = true, .share = share_sides},
    [CLAIR_SHORT_MARGIN_BLOCK] = {LIST(BLOCK(MARGIN_, )), .share = share_pair},
    [CLAIR_SHORT_MARGIN_INLINE] = {LIST(INLINE(MARGIN_, )), .share = share_pair},
    [CLAIR_SHORT_MASK] = {LIST(C(MASK_IMAGE)), .read = clair_css_read_mask},
    [CLAIR_SHORT_OUTLINE] = {LIST(C(OUTLINE_WIDTH), C(OUTLINE_STYLE), C(OUTLINE_COLOR)),
	.share = share_line},
    [CLAIR_SHORT_OVERFLOW] = {LIST(C(OVERFLOW_X), C(OVERFLOW_Y)), .share = share_pair},
    [CLAIR_SHORT_PADDING] = {LIST(SIDES(PADDING_, )), .quirky = true, .share = share_sides},
    [CLAIR_SHORT_PADDING_BLOCK] = {LIST(BLOCK(PADDING_, )), .share = share_pair},
    [CLAIR_SHORT_PADDING_INLINE] = {LIST(INLINE(PADDING_, )), .share = share_pair},
    [CLAIR_SHORT_TEXT_DECORATION] = {LIST(C(TEXT_DECORATION_LINE), C(TEXT_DECORATION_STYLE),
					 C(TEXT_DECORATION_COLOR), C(TEXT_DECORATION_THICKNESS)),
	.share = share_any_order},
};

const uint8_t *
clair_css_longhands(enum clair_css_shorthand shorthand, unsigned *count)
{
	*count = sets[shorthand].count;
	return sets[shorthand].longhands;
}

bool
clair_css_read_shorthand(struct clair_css_reader *reader, enum clair_css_shorthand shorthand,
    struct clair_css_value *values)
{
	const struct set *set = &sets[shorthand];

	reader->quirks = reader->quirks && set->quirky;
	if (set->share != NULL)
		return set->share(reader, set, values);
	return set->read != NULL && set->read(reader, values);
}
