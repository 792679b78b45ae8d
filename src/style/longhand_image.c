/* Images: CSS Images 4, and the older forms that browsers still take. Only their shape is checked. */
#include "style/longhand.h"

/* --- Addresses ------------------------------------------------------------------------------------ */

bool
clair_css_skip_url(struct clair_css_reader *reader)
{
	if (clair_css_take(reader, CLAIR_TOKEN_URL))
		return true;
	return clair_css_take_function(reader, "url") && clair_css_take(reader, CLAIR_TOKEN_STRING) &&
	    clair_css_close(reader);
}

/* --- Gradients ------------------------------------------------------------------------------------ */

enum gradient { LINEAR, RADIAL, CONIC, OLD_LINEAR, OLD_RADIAL, GRADIENTS };

static enum gradient
gradient_at(const struct clair_css_reader *reader)
{
	static const struct {
		const char *name;
		enum gradient gradient;
	} names[] = {
	    {"linear-gradient", LINEAR}, {"repeating-linear-gradient", LINEAR},
	    {"radial-gradient", RADIAL}, {"repeating-radial-gradient", RADIAL},
	    {"conic-gradient", CONIC}, {"repeating-conic-gradient", CONIC},
	    {"-webkit-linear-gradient", OLD_LINEAR},
	    {"-webkit-repeating-linear-gradient", OLD_LINEAR},
	    {"-webkit-radial-gradient", OLD_RADIAL},
	    {"-webkit-repeating-radial-gradient", OLD_RADIAL},
	};
	size_t i;

	if (reader->token.type != CLAIR_TOKEN_FUNCTION)
		return GRADIENTS;
	for (i = 0; i < CLAIR_LEN(names); i++)
		if (clair_css_is(&reader->token, names[i].name))
			return names[i].gradient;
	return GRADIENTS;
}

/* in <space> <how> hue */
static bool
skip_interpolation(struct clair_css_reader *reader)
{
	if (!clair_css_take_keyword(reader, CLAIR_KW_IN) ||
	    !clair_css_take(reader, CLAIR_TOKEN_IDENT))
		return false;
	if (reader->token.type != CLAIR_TOKEN_IDENT || clair_css_is(&reader->token, "from") ||
	    clair_css_is(&reader->token, "at") || clair_css_is(&reader->token, "to"))
		return true;
	return clair_css_take(reader, CLAIR_TOKEN_IDENT) ? reader->keyword != CLAIR_KW_HUE ||
	        clair_css_take_keyword(reader, CLAIR_KW_HUE)
	                                                 : true;
}

static bool
skip_sides(struct clair_css_reader *reader)
{
	static const uint16_t across[] = {CLAIR_KW_LEFT, CLAIR_KW_RIGHT, 0};
	static const uint16_t along[] = {CLAIR_KW_TOP, CLAIR_KW_BOTTOM, 0};

	if (clair_css_take_one(reader, across) != CLAIR_KW_NONE_GIVEN) {
		clair_css_take_one(reader, along);
		return true;
	}
	if (clair_css_take_one(reader, along) == CLAIR_KW_NONE_GIVEN)
		return false;
	clair_css_take_one(reader, across);
	return true;
}

static bool
skip_direction(struct clair_css_reader *reader, bool old)
{
	if (clair_css_skip_number(reader, CLAIR_TAKES_ANGLE))
		return true;
	return (old || clair_css_take_keyword(reader, CLAIR_KW_TO)) && skip_sides(reader);
}

/* circle | ellipse || a size */
static bool
skip_extent(struct clair_css_reader *reader, bool old)
{
	static const uint16_t shapes[] = {CLAIR_KW_CIRCLE, CLAIR_KW_ELLIPSE, 0};
	static const uint16_t extents[] = {CLAIR_KW_CLOSEST_SIDE, CLAIR_KW_CLOSEST_CORNER,
	    CLAIR_KW_FARTHEST_SIDE, CLAIR_KW_FARTHEST_CORNER, 0};
	static const uint16_t old_extents[] = {CLAIR_KW_CLOSEST_SIDE, CLAIR_KW_CLOSEST_CORNER,
	    CLAIR_KW_FARTHEST_SIDE, CLAIR_KW_FARTHEST_CORNER, CLAIR_KW_CONTAIN, CLAIR_KW_COVER, 0};
	enum { RADIUS = CLAIR_TAKES_LENGTH_PERCENT | CLAIR_TAKES_POSITIVE };
	bool shape = false;
	bool size = false;

	for (;;) {
		if (!shape && clair_css_take_one(reader, shapes) != CLAIR_KW_NONE_GIVEN) {
			shape = true;
		} else if (!size &&
		    clair_css_take_one(reader, old ? old_extents : extents) != CLAIR_KW_NONE_GIVEN) {
			size = true;
		} else if (!size && clair_css_skip_number(reader, RADIUS)) {
			clair_css_skip_number(reader, RADIUS);
			size = true;
		} else {
			return shape || size;
		}
	}
}

static bool
skip_centre(struct clair_css_reader *reader)
{
	return clair_css_take_keyword(reader, CLAIR_KW_AT) && clair_css_skip_position(reader);
}

/* What comes before the colours, with its comma. */
static bool
skip_geometry(struct clair_css_reader *reader, enum gradient gradient)
{
	bool space = skip_interpolation(reader);
	bool any = space;

	if (gradient == LINEAR) {
		any = skip_direction(reader, false) || any;
	} else if (gradient == RADIAL) {
		any = skip_extent(reader, false) || any;
		any = skip_centre(reader) || any;
	} else {
		if (clair_css_take_keyword(reader, CLAIR_KW_FROM)) {
			any = clair_css_skip_number(reader, CLAIR_TAKES_ANGLE);
			if (!any)
				return false;
		}
		any = skip_centre(reader) || any;
	}
	if (!space)
		any = skip_interpolation(reader) || any;
	return !any || clair_css_take(reader, CLAIR_TOKEN_COMMA);
}

/* The prefixed forms: no "to" nor "at", and the position has a comma of its own. */
static bool
skip_old_geometry(struct clair_css_reader *reader, enum gradient gradient)
{
	if (gradient == OLD_LINEAR)
		return !skip_direction(reader, true) || clair_css_take(reader, CLAIR_TOKEN_COMMA);
	if (skip_direction(reader, true) || clair_css_skip_position(reader)) {
		clair_css_skip_position(reader);
		if (!clair_css_take(reader, CLAIR_TOKEN_COMMA))
			return false;
	}
	return !skip_extent(reader, true) || clair_css_take(reader, CLAIR_TOKEN_COMMA);
}

/* Colours with one place or two; between them, hints. */
static bool
skip_stops(struct clair_css_reader *reader, unsigned accepts)
{
	unsigned colors = 0;
	bool hint = true;

	do {
		if (clair_css_skip_color(reader)) {
			if (clair_css_skip_number(reader, accepts))
				clair_css_skip_number(reader, accepts);
			colors++;
			hint = false;
		} else if (hint || !clair_css_skip_number(reader, accepts)) {
			return false;
		} else {
			hint = true;
		}
	} while (clair_css_take(reader, CLAIR_TOKEN_COMMA));
	return !hint && colors != 0;
}

static bool
skip_gradient(struct clair_css_reader *reader)
{
	enum gradient gradient = gradient_at(reader);
	bool old = gradient == OLD_LINEAR || gradient == OLD_RADIAL;

	if (gradient == GRADIENTS)
		return false;
	clair_css_advance(reader);
	if (!(old ? skip_old_geometry(reader, gradient) : skip_geometry(reader, gradient)))
		return false;
	return skip_stops(reader,
	           gradient == CONIC ? (unsigned)CLAIR_TAKES_ANGLE | CLAIR_TAKES_PERCENT
	                             : (unsigned)CLAIR_TAKES_LENGTH_PERCENT) &&
	    clair_css_close(reader);
}

/* --- Images --------------------------------------------------------------------------------------- */

/* image-set( [ <image> | <string> ] [ <resolution> || type(<string>) ]? , … ) */
static bool
skip_set(struct clair_css_reader *reader)
{
	do {
		if (!clair_css_skip_url(reader) && !clair_css_take(reader, CLAIR_TOKEN_STRING) &&
		    !skip_gradient(reader))
			return false;
		clair_css_skip_number(reader, CLAIR_TAKES_OTHER);
		if (clair_css_at_function(reader, "type"))
			clair_css_skip_block(reader);
		clair_css_skip_number(reader, CLAIR_TAKES_OTHER);
	} while (clair_css_take(reader, CLAIR_TOKEN_COMMA));
	return clair_css_close(reader);
}

/* -webkit-gradient(linear | radial, …), before there was a standard: the rest is not looked at. */
static bool
skip_first_gradient(struct clair_css_reader *reader)
{
	uint32_t from = reader->token.offset;

	if (!clair_css_take_function(reader, "-webkit-gradient") ||
	    (!clair_css_is(&reader->token, "linear") && !clair_css_is(&reader->token, "radial")))
		return false;
	clair_css_advance(reader);
	if (reader->token.type != CLAIR_TOKEN_COMMA)
		return false;
	reader->token.offset = from;
	clair_css_skip_block(reader);
	return true;
}

/* Their inside is not looked at. */
static bool
skip_rare(struct clair_css_reader *reader)
{
	if (!clair_css_at_function(reader, "-webkit-cross-fade") &&
	    !clair_css_at_function(reader, "paint"))
		return skip_first_gradient(reader);
	clair_css_skip_block(reader);
	return true;
}

bool
clair_css_skip_image(struct clair_css_reader *reader)
{
	struct clair_css_reader before = *reader;

	if (clair_css_skip_url(reader))
		return true;
	if (clair_css_take_function(reader, "image-set") ||
	    clair_css_take_function(reader, "-webkit-image-set")) {
		if (skip_set(reader))
			return true;
	} else if (skip_rare(reader) || skip_gradient(reader)) {
		return true;
	}
	*reader = before;
	return false;
}

bool
clair_css_read_image(struct clair_css_reader *reader, struct clair_css_value *value)
{
	uint32_t from = reader->token.offset;

	if (!clair_css_skip_image(reader))
		return false;
	*value = clair_css_text_value(reader, from, false);
	return true;
}

/* SVG 2, 13.2: a colour, or an address and what to draw without it. */
bool
clair_css_read_paint(struct clair_css_reader *reader, struct clair_css_value *value)
{
	uint32_t from = reader->token.offset;

	if (!clair_css_skip_url(reader))
		return clair_css_read_color(reader, value);
	if (!clair_css_take_keyword(reader, CLAIR_KW_NONE))
		clair_css_skip_color(reader);
	*value = clair_css_text_value(reader, from, false);
	return true;
}
