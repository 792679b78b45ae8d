/* Colours by name and in hexadecimal; the way in for all the others. */
#include "style/color_read.h"
#include "base/hex.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct named_color {
	const char *name;
	uint32_t rgba;
	bool of_html; /* one of the 148 names: attributes know no other */
};

static const struct named_color named_colors[] = {
#define N(name, rgba, of_html) {name, rgba, of_html},
#include "style/color_name.def"
#undef N
};

enum { LONGEST_NAME = 32 };

static struct clair_raw_color
from_rgba(uint32_t rgba)
{
	struct clair_raw_color color = {.space = CLAIR_SPACE_SRGB};

	for (int i = 0; i < 3; i++)
		color.channels[i] = (rgba >> (24 - 8 * i) & 0xff) / 255.0;
	color.alpha = (rgba & 0xff) / 255.0;
	return color;
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

static int
compare_name(const void *key, const void *entry)
{
	const struct named_color *known = entry;

	return strcmp(key, known->name);
}

static const struct named_color *
find_name(const char *text, size_t length)
{
	char name[LONGEST_NAME];

	if (length >= sizeof(name))
		return NULL;
	for (size_t i = 0; i < length; i++)
		name[i] = lower(text[i]);
	name[length] = '\0';
	return bsearch(name, named_colors, sizeof(named_colors) / sizeof(named_colors[0]),
	    sizeof(named_colors[0]), compare_name);
}

/* CSS Color 4, 5.2: 3, 4, 6 or 8 digits. */
static bool
read_hex(const char *text, size_t length, struct clair_raw_color *color)
{
	bool is_short = length == 3 || length == 4;
	uint32_t rgba = 0;

	if (!is_short && length != 6 && length != 8)
		return false;
	for (size_t i = 0; i < length; i++) {
		int digit = clair_hex(text[i]);

		if (digit < 0)
			return false;
		rgba = rgba << 4 | (uint32_t)digit;
		if (is_short)
			rgba = rgba << 4 | (uint32_t)digit;
	}
	if (length == 3 || length == 6)
		rgba = rgba << 8 | 0xff;
	*color = from_rgba(rgba);
	return true;
}

/* Quirks 3.4: digits without #. Those that begin by a figure are filled up to 6 with zeros. */
static bool
read_hashless(const struct clair_color_reader *reader, struct clair_raw_color *color)
{
	const struct clair_css_token *token = &reader->token;
	const char *text = reader->lexer.source + token->offset;
	uint32_t length = token->length;
	char digits[6] = {'0', '0', '0', '0', '0', '0'};

	if (token->type == CLAIR_TOKEN_IDENT)
		return (length == 3 || length == 6) && read_hex(text, length, color);
	if (length > sizeof(digits) || !token->is_integer || token->is_signed)
		return false;
	memcpy(digits + sizeof(digits) - length, text, length);
	return read_hex(digits, sizeof(digits), color);
}

void
clair_color_step(struct clair_color_reader *reader)
{
	reader->past = reader->token.offset + reader->token.length;
	do
		clair_css_next(&reader->lexer, &reader->token);
	while (reader->token.type == CLAIR_TOKEN_SPACE);
}

/* Not known, it stands as black until it is asked again. */
static void
take_current(struct clair_color_reader *reader, struct clair_raw_color *color)
{
	const struct clair_color *current = reader->current;

	*color = from_rgba(0xff);
	if (current == NULL) {
		reader->depends = true;
		return;
	}
	color->channels[0] = current->red;
	color->channels[1] = current->green;
	color->channels[2] = current->blue;
	color->alpha = current->alpha;
}

static bool
read_name(struct clair_color_reader *reader, struct clair_raw_color *color)
{
	const struct clair_css_token *token = &reader->token;
	const struct named_color *known = find_name(token->text, token->text_length);

	if (clair_css_is(token, "currentcolor"))
		take_current(reader, color);
	else if (known != NULL)
		*color = from_rgba(known->rgba);
	else if (!reader->quirk || reader->depth > 0 || !read_hashless(reader, color))
		return false;
	return true;
}

bool
clair_color_read(struct clair_color_reader *reader, struct clair_raw_color *color)
{
	const struct clair_css_token *token = &reader->token;
	bool read;

	switch (token->type) {
	case CLAIR_TOKEN_FUNCTION:
		return clair_color_read_function(reader, color);
	case CLAIR_TOKEN_HASH:
		read = read_hex(token->text, token->text_length, color);
		break;
	case CLAIR_TOKEN_IDENT:
		read = read_name(reader, color);
		break;
	case CLAIR_TOKEN_NUMBER:
	case CLAIR_TOKEN_DIMENSION:
		read = reader->quirk && reader->depth == 0 && read_hashless(reader, color);
		break;
	default:
		return false;
	}
	if (read)
		clair_color_step(reader);
	return read;
}

/* What a screen shows: sRGB, clipped. A channel that is missing is 0 already. */
static struct clair_color
shown(struct clair_raw_color raw)
{
	double parts[3];

	raw = clair_color_convert(raw, CLAIR_SPACE_SRGB);
	for (int i = 0; i < 3; i++)
		parts[i] = isfinite(raw.channels[i]) ? fmax(0, fmin(raw.channels[i], 1)) : 0;
	return (struct clair_color){(float)parts[0], (float)parts[1], (float)parts[2],
	    (raw.missing & CLAIR_MISSING_ALPHA) != 0 ? 0 : (float)raw.alpha};
}

enum clair_color_parse
clair_color_parse(struct clair_css_lexer *lexer, bool quirk, const struct clair_color *current,
    struct clair_color *color)
{
	struct clair_color_reader reader = {.lexer = *lexer, .current = current, .quirk = quirk};
	struct clair_raw_color raw;
	bool is_current;

	clair_color_step(&reader);
	is_current = reader.token.type == CLAIR_TOKEN_IDENT &&
	    clair_css_is(&reader.token, "currentcolor");
	if (!clair_color_read(&reader, &raw))
		return CLAIR_COLOR_NONE;
	*color = shown(raw);
	lexer->at = reader.past;
	if (is_current)
		return CLAIR_COLOR_CURRENT;
	return reader.depends ? CLAIR_COLOR_DEPENDS : CLAIR_COLOR_VALUE;
}

/* --- Attributes ------------------------------------------------------------------------------------------ */

enum { LEGACY_LENGTH = 128 };

/* HTML 2.3.6, steps 8 to 12: characters outside the BMP count twice; '0' for what is not a digit. */
static size_t
legacy_digits(const char *text, size_t length, char digits[LEGACY_LENGTH + 3])
{
	size_t count = 0;

	for (size_t i = 0; i < length && count < LEGACY_LENGTH; i++) {
		unsigned char c = (unsigned char)text[i];

		if ((c & 0xc0) == 0x80 || (i == 0 && c == '#'))
			continue;
		digits[count++] = clair_hex(text[i]) >= 0 ? text[i] : '0';
		if (c >= 0xf0 && count < LEGACY_LENGTH)
			digits[count++] = '0';
	}
	while (count == 0 || count % 3 != 0)
		digits[count++] = '0';
	return count;
}

/* Steps 13 to 20: three parts; the last 8 digits of each, then the zeros that all begin with go, then two. */
static struct clair_color
legacy_parts(const char *digits, size_t count)
{
	size_t part = count / 3;
	size_t from = part > 8 ? part - 8 : 0;
	float channels[3];

	while (part - from > 2 && digits[from] == '0' && digits[part + from] == '0' &&
	    digits[2 * part + from] == '0')
		from++;
	for (size_t i = 0; i < 3; i++) {
		const char *at = digits + i * part + from;
		int value = clair_hex(at[0]);

		if (part - from > 1)
			value = value * 16 + clair_hex(at[1]);
		channels[i] = (float)value / 255;
	}
	return (struct clair_color){channels[0], channels[1], channels[2], 1};
}

static bool
is_html_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

bool
clair_color_legacy(const char *text, struct clair_color *color)
{
	const struct named_color *known;
	struct clair_raw_color raw;
	char digits[LEGACY_LENGTH + 3];
	size_t length = strlen(text);

	if (length == 0)
		return false;
	while (length > 0 && is_html_space(text[length - 1]))
		length--;
	for (; length > 0 && is_html_space(*text); text++)
		length--;
	known = find_name(text, length);
	if (known != NULL && known->rgba == 0)
		return false;
	if (known != NULL && known->of_html)
		*color = shown(from_rgba(known->rgba));
	else if (length == 4 && text[0] == '#' && read_hex(text + 1, 3, &raw))
		*color = shown(raw);
	else
		*color = legacy_parts(digits, legacy_digits(text, length, digits));
	return true;
}
