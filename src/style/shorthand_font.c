/* font and font-variant: CSS Fonts 4, 2.7 and 6.11. */
#include "style/shorthand.h"

enum { STYLE, CAPS, WEIGHT, SIZE, LINE_HEIGHT, FAMILY, PARTS };

static const struct clair_css_value initial = {.kind = CLAIR_VALUE_INITIAL};

/* Fonts of the system: which they are, we do not know. */
static bool
read_system(struct clair_css_reader *reader, struct clair_css_value *values)
{
	static const uint16_t system[] = {CLAIR_KW_CAPTION, CLAIR_KW_ICON, CLAIR_KW_MENU,
	    CLAIR_KW_MESSAGE_BOX, CLAIR_KW_SMALL_CAPTION, CLAIR_KW_STATUS_BAR,
	    CLAIR_KW_WEBKIT_MINI_CONTROL, CLAIR_KW_WEBKIT_SMALL_CONTROL, CLAIR_KW_WEBKIT_CONTROL, 0};

	if (clair_css_take_one(reader, system) == CLAIR_KW_NONE_GIVEN)
		return false;
	values[SIZE].kind = CLAIR_VALUE_NOT_KNOWN;
	values[FAMILY].kind = CLAIR_VALUE_NOT_KNOWN;
	return true;
}

/* What comes before the size, in any order. */
static void
read_traits(struct clair_css_reader *reader, struct clair_css_value *values)
{
	static const uint16_t widths[] = {CLAIR_KW_ULTRA_CONDENSED, CLAIR_KW_EXTRA_CONDENSED,
	    CLAIR_KW_CONDENSED, CLAIR_KW_SEMI_CONDENSED, CLAIR_KW_SEMI_EXPANDED, CLAIR_KW_EXPANDED,
	    CLAIR_KW_EXTRA_EXPANDED, CLAIR_KW_ULTRA_EXPANDED, 0};
	bool width = false;
	unsigned i;

	for (i = 0; i < 4; i++) {
		if (clair_css_take_keyword(reader, CLAIR_KW_NORMAL))
			continue;
		if (!width && clair_css_take_one(reader, widths) != CLAIR_KW_NONE_GIVEN)
			width = true;
		else if (values[CAPS].kind == CLAIR_VALUE_INITIAL &&
		    clair_css_take_keyword(reader, CLAIR_KW_SMALL_CAPS))
			values[CAPS] = clair_css_keyword_value(CLAIR_KW_SMALL_CAPS);
		else if ((values[STYLE].kind != CLAIR_VALUE_INITIAL ||
		             !clair_css_try(reader, CLAIR_CSS_FONT_STYLE, &values[STYLE])) &&
		    (values[WEIGHT].kind != CLAIR_VALUE_INITIAL ||
		        !clair_css_try(reader, CLAIR_CSS_FONT_WEIGHT, &values[WEIGHT])))
			return;
	}
}

bool
clair_css_read_font(struct clair_css_reader *reader, struct clair_css_value *values)
{
	unsigned i;

	for (i = 0; i < PARTS; i++)
		values[i] = initial;
	if (read_system(reader, values))
		return true;
	read_traits(reader, values);
	if (!clair_css_read_longhand(reader, CLAIR_CSS_FONT_SIZE, &values[SIZE]))
		return false;
	if (clair_css_take_delim(reader, '/') &&
	    !clair_css_read_longhand(reader, CLAIR_CSS_LINE_HEIGHT, &values[LINE_HEIGHT]))
		return false;
	return clair_css_read_font_family(reader, &values[FAMILY]);
}

static bool
is_other_variant(struct clair_css_reader *reader)
{
	static const uint16_t others[] = {CLAIR_KW_COMMON_LIGATURES, CLAIR_KW_NO_COMMON_LIGATURES,
	    CLAIR_KW_DISCRETIONARY_LIGATURES, CLAIR_KW_NO_DISCRETIONARY_LIGATURES,
	    CLAIR_KW_HISTORICAL_LIGATURES, CLAIR_KW_NO_HISTORICAL_LIGATURES, CLAIR_KW_CONTEXTUAL,
	    CLAIR_KW_NO_CONTEXTUAL, CLAIR_KW_LINING_NUMS, CLAIR_KW_OLDSTYLE_NUMS,
	    CLAIR_KW_PROPORTIONAL_NUMS, CLAIR_KW_TABULAR_NUMS, CLAIR_KW_DIAGONAL_FRACTIONS,
	    CLAIR_KW_STACKED_FRACTIONS, CLAIR_KW_ORDINAL, CLAIR_KW_SLASHED_ZERO, CLAIR_KW_JIS78,
	    CLAIR_KW_JIS83, CLAIR_KW_JIS90, CLAIR_KW_JIS04, CLAIR_KW_SIMPLIFIED,
	    CLAIR_KW_TRADITIONAL, CLAIR_KW_FULL_WIDTH, CLAIR_KW_PROPORTIONAL_WIDTH, CLAIR_KW_RUBY,
	    CLAIR_KW_HISTORICAL_FORMS, CLAIR_KW_SUB, CLAIR_KW_SUPER, CLAIR_KW_TEXT, CLAIR_KW_EMOJI,
	    0};

	return clair_css_take_one(reader, others) != CLAIR_KW_NONE_GIVEN;
}

bool
clair_css_read_font_variant(struct clair_css_reader *reader, struct clair_css_value *values)
{
	unsigned count = 0;

	values[0] = initial;
	if (clair_css_take_keyword(reader, CLAIR_KW_NORMAL) ||
	    clair_css_take_keyword(reader, CLAIR_KW_NONE))
		return true;
	for (;; count++) {
		if (is_other_variant(reader))
			continue;
		if (values[0].kind != CLAIR_VALUE_INITIAL || reader->keyword == CLAIR_KW_NORMAL ||
		    !clair_css_read_longhand(reader, CLAIR_CSS_FONT_VARIANT_CAPS, &values[0]))
			return count != 0;
	}
}
