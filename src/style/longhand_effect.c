/* Shadows, transforms and filters: only their shape is checked. */
#include "style/longhand.h"

#include <string.h>

/* --- Shadows: CSS Backgrounds 3, 6.1 -------------------------------------------------------------- */

enum { MOST_LENGTHS = 4, RADIUS = 2 };

/* Two lengths to four: the third, which blurs, is not negative. */
static bool
skip_lengths(struct clair_css_reader *reader, unsigned most)
{
	unsigned count = 0;

	while (count < most &&
	    clair_css_skip_number(reader,
	        CLAIR_TAKES_LENGTH | (count == RADIUS ? (unsigned)CLAIR_TAKES_POSITIVE : 0)))
		count++;
	return count >= 2;
}

static bool
skip_shadow(struct clair_css_reader *reader, unsigned lengths, bool may_inset)
{
	bool inset = false;
	bool color = false;
	bool sized = false;

	for (;;) {
		if (may_inset && !inset && clair_css_take_keyword(reader, CLAIR_KW_INSET))
			inset = true;
		else if (!color && clair_css_skip_color(reader))
			color = true;
		else if (!sized && skip_lengths(reader, lengths))
			sized = true;
		else
			return sized;
	}
}

static bool
read_shadows(struct clair_css_reader *reader, struct clair_css_value *value, bool of_box)
{
	uint32_t from = reader->token.offset;

	do {
		if (!skip_shadow(reader, of_box ? MOST_LENGTHS : MOST_LENGTHS - 1, of_box))
			return false;
	} while (clair_css_take(reader, CLAIR_TOKEN_COMMA));
	*value = clair_css_text_value(reader, from, false);
	return true;
}

bool
clair_css_read_text_shadow(struct clair_css_reader *reader, struct clair_css_value *value)
{
	return read_shadows(reader, value, false);
}

bool
clair_css_read_box_shadow(struct clair_css_reader *reader, struct clair_css_value *value)
{
	return read_shadows(reader, value, true);
}

/* --- Functions with arguments of fixed types ------------------------------------------------------ */

/* `arguments`: one letter each, those after ? may be left out. n: number; p: number or percentage;
 * +: not
 * negative; l: length; k: not negative; m: length or percentage; a: angle. */
struct effect {
	const char *name;
	const char *arguments;
};

static unsigned
accepts_of(char letter)
{
	switch (letter) {
	case 'n':
		return CLAIR_TAKES_NUMBER;
	case 'p':
		return CLAIR_TAKES_NUMBER | CLAIR_TAKES_PERCENT;
	case '+':
		return CLAIR_TAKES_NUMBER | CLAIR_TAKES_PERCENT | CLAIR_TAKES_POSITIVE;
	case 'l':
		return CLAIR_TAKES_LENGTH;
	case 'k':
		return CLAIR_TAKES_LENGTH | CLAIR_TAKES_POSITIVE;
	case 'm':
		return CLAIR_TAKES_LENGTH_PERCENT;
	default:
		return CLAIR_TAKES_ANGLE;
	}
}

static bool
skip_arguments(struct clair_css_reader *reader, const char *arguments)
{
	bool optional = false;
	bool first = true;

	for (; *arguments != '\0'; arguments++) {
		if (*arguments == '?') {
			optional = true;
			continue;
		}
		if (optional &&
		    (clair_css_ended(reader) || reader->token.type == CLAIR_TOKEN_CLOSE_ROUND))
			break;
		if (!first && !clair_css_take(reader, CLAIR_TOKEN_COMMA))
			return false;
		if (!clair_css_skip_number(reader, accepts_of(*arguments)))
			return false;
		first = false;
	}
	return clair_css_close(reader);
}

static const struct effect *
effect_at(const struct clair_css_reader *reader, const struct effect *effects, size_t count)
{
	size_t i;

	if (reader->token.type != CLAIR_TOKEN_FUNCTION)
		return NULL;
	for (i = 0; i < count; i++)
		if (clair_css_is(&reader->token, effects[i].name))
			return &effects[i];
	return NULL;
}

/* --- CSS Transforms 2 ----------------------------------------------------------------------------- */

static bool
skip_transform(struct clair_css_reader *reader)
{
	static const struct effect effects[] = {
	    {"translate", "m?m"}, {"rotate", "a"}, {"scale", "p?p"}, {"translatex", "m"},
	    {"translatey", "m"}, {"translatez", "l"}, {"translate3d", "mml"}, {"scalex", "p"},
	    {"scaley", "p"}, {"scalez", "p"}, {"scale3d", "ppp"}, {"rotatex", "a"}, {"rotatey", "a"},
	    {"rotatez", "a"}, {"rotate3d", "nnna"}, {"skew", "a?a"}, {"skewx", "a"}, {"skewy", "a"},
	    {"matrix", "nnnnnn"}, {"matrix3d", "nnnnnnnnnnnnnnnn"}, {"perspective", "k"},
	};
	const struct effect *effect = effect_at(reader, effects, CLAIR_LEN(effects));

	if (effect == NULL)
		return false;
	clair_css_advance(reader);
	if (strcmp(effect->name, "perspective") == 0 &&
	    clair_css_take_keyword(reader, CLAIR_KW_NONE))
		return clair_css_close(reader);
	return skip_arguments(reader, effect->arguments);
}

bool
clair_css_read_transform(struct clair_css_reader *reader, struct clair_css_value *value)
{
	uint32_t from = reader->token.offset;
	unsigned count = 0;

	for (; reader->token.type == CLAIR_TOKEN_FUNCTION; count++)
		if (!skip_transform(reader))
			return false;
	*value = clair_css_text_value(reader, from, false);
	return count != 0;
}

static bool
skip_axis(struct clair_css_reader *reader)
{
	static const uint16_t axes[] = {CLAIR_KW_X, CLAIR_KW_Y, CLAIR_KW_Z, 0};
	unsigned i;

	if (clair_css_take_one(reader, axes) != CLAIR_KW_NONE_GIVEN)
		return true;
	for (i = 0; i < 3; i++)
		if (!clair_css_skip_number(reader, CLAIR_TAKES_NUMBER))
			return false;
	return true;
}

/* An angle, with its axis before or after. */
bool
clair_css_read_rotate(struct clair_css_reader *reader, struct clair_css_value *value)
{
	uint32_t from = reader->token.offset;
	bool angle = reader->token.type != CLAIR_TOKEN_NUMBER &&
	    clair_css_skip_number(reader, CLAIR_TAKES_ANGLE);

	if (!clair_css_ended(reader) && !skip_axis(reader))
		return false;
	if (!angle && (reader->token.type == CLAIR_TOKEN_NUMBER ||
	                  !clair_css_skip_number(reader, CLAIR_TAKES_ANGLE)))
		return false;
	*value = clair_css_text_value(reader, from, false);
	return true;
}

static bool
read_numbers(
    struct clair_css_reader *reader, unsigned accepts, unsigned third, struct clair_css_value *value)
{
	uint32_t from = reader->token.offset;
	unsigned count = 0;

	while (count < 3 && clair_css_skip_number(reader, count == 2 ? third : accepts))
		count++;
	*value = clair_css_text_value(reader, from, false);
	return count != 0;
}

bool
clair_css_read_scale(struct clair_css_reader *reader, struct clair_css_value *value)
{
	enum { NUMBERS = CLAIR_TAKES_NUMBER | CLAIR_TAKES_PERCENT };

	return read_numbers(reader, NUMBERS, NUMBERS, value);
}

bool
clair_css_read_translate(struct clair_css_reader *reader, struct clair_css_value *value)
{
	return read_numbers(reader, CLAIR_TAKES_LENGTH_PERCENT, CLAIR_TAKES_LENGTH, value);
}

/* --- Filter Effects 1 ----------------------------------------------------------------------------- */

static bool
skip_filter(struct clair_css_reader *reader)
{
	static const struct effect effects[] = {
	    {"blur", "?k"}, {"brightness", "?+"}, {"contrast", "?+"}, {"grayscale", "?+"},
	    {"hue-rotate", "?a"}, {"invert", "?+"}, {"opacity", "?+"}, {"saturate", "?+"},
	    {"sepia", "?+"},
	};
	const struct effect *effect = effect_at(reader, effects, CLAIR_LEN(effects));

	if (effect != NULL) {
		clair_css_advance(reader);
		return skip_arguments(reader, effect->arguments);
	}
	if (clair_css_take_function(reader, "drop-shadow"))
		return skip_shadow(reader, MOST_LENGTHS - 1, false) && clair_css_close(reader);
	return clair_css_skip_url(reader);
}

bool
clair_css_read_filter(struct clair_css_reader *reader, struct clair_css_value *value)
{
	uint32_t from = reader->token.offset;
	unsigned count = 0;

	for (; !clair_css_ended(reader); count++)
		if (!skip_filter(reader))
			return false;
	*value = clair_css_text_value(reader, from, false);
	return count != 0;
}
