/* See reader.h. */
#include "style/reader.h"

#include "style/math.h"

#include <float.h>
#include <string.h>

void
clair_css_start(struct clair_css_reader *reader, struct clair_css_lexer lexer, bool quirks)
{
	memset(reader, 0, sizeof(*reader));
	reader->lexer = lexer;
	reader->quirks = quirks;
	clair_css_advance(reader);
}

void
clair_css_advance(struct clair_css_reader *reader)
{
	struct clair_css_token *token = &reader->token;

	clair_css_next(&reader->lexer, token);
	reader->spaced = token->type == CLAIR_TOKEN_SPACE;
	while (token->type == CLAIR_TOKEN_SPACE)
		clair_css_next(&reader->lexer, token);
	reader->keyword = 0;
	if (token->type == CLAIR_TOKEN_IDENT)
		reader->keyword =
		    (uint16_t)clair_css_keyword_of(token->text, token->text_length);
}

bool
clair_css_ended(const struct clair_css_reader *reader)
{
	return reader->token.type == CLAIR_TOKEN_EOF;
}

bool
clair_css_take(struct clair_css_reader *reader, enum clair_css_token_type type)
{
	if (reader->token.type != type)
		return false;
	clair_css_advance(reader);
	return true;
}

bool
clair_css_close(struct clair_css_reader *reader)
{
	return clair_css_take(reader, CLAIR_TOKEN_CLOSE_ROUND) || clair_css_ended(reader);
}

bool
clair_css_take_delim(struct clair_css_reader *reader, char delim)
{
	if (reader->token.type != CLAIR_TOKEN_DELIM || reader->token.delim != delim)
		return false;
	clair_css_advance(reader);
	return true;
}

bool
clair_css_take_keyword(struct clair_css_reader *reader, enum clair_keyword keyword)
{
	if (reader->keyword != keyword)
		return false;
	clair_css_advance(reader);
	return true;
}

bool
clair_css_at_function(const struct clair_css_reader *reader, const char *name)
{
	return reader->token.type == CLAIR_TOKEN_FUNCTION && clair_css_is(&reader->token, name);
}

bool
clair_css_take_function(struct clair_css_reader *reader, const char *name)
{
	if (!clair_css_at_function(reader, name))
		return false;
	clair_css_advance(reader);
	return true;
}

enum clair_keyword
clair_css_take_one(struct clair_css_reader *reader, const uint16_t *keywords)
{
	uint16_t found = reader->keyword;

	if (found == 0)
		return CLAIR_KW_NONE_GIVEN;
	for (; *keywords != 0; keywords++) {
		if (*keywords == found) {
			clair_css_advance(reader);
			return (enum clair_keyword)found;
		}
	}
	return CLAIR_KW_NONE_GIVEN;
}

void
clair_css_skip_block(struct clair_css_reader *reader)
{
	struct clair_css_token first;

	reader->lexer.at = reader->token.offset;
	clair_css_skip(&reader->lexer, &first);
	clair_css_advance(reader);
}

/* --- Numbers and their units: CSS Values 4, sections 5 to 7 ---------------------------------------- */

/* Lengths whose unit is kept, with what it is a multiple of. Dynamic, small and large viewports are one
 * where nothing folds away: their first letter is left out. Sizes that the font alone knows are those of
 * 5.1.1 when it says nothing. */
static const struct kept_unit {
	char name[5];
	uint8_t unit;
	float factor;
} kept_units[] = {
	{"px", CLAIR_UNIT_PX, 1},
	{"rem", CLAIR_UNIT_REM, 1},
	{"em", CLAIR_UNIT_EM, 1},
	{"vh", CLAIR_UNIT_VH, 1},
	{"vw", CLAIR_UNIT_VW, 1},
	{"ch", CLAIR_UNIT_CH, 1},
	{"ex", CLAIR_UNIT_EX, 1},
	{"lh", CLAIR_UNIT_LH, 1},
	{"rlh", CLAIR_UNIT_RLH, 1},
	{"vmin", CLAIR_UNIT_VMIN, 1},
	{"vmax", CLAIR_UNIT_VMAX, 1},
	{"vi", CLAIR_UNIT_VW, 1},
	{"vb", CLAIR_UNIT_VH, 1},
	{"ic", CLAIR_UNIT_EM, 1},
	{"cap", CLAIR_UNIT_EM, 0.7f},
	{"rex", CLAIR_UNIT_REM, 0.5f},
	{"rch", CLAIR_UNIT_REM, 0.5f},
	{"ric", CLAIR_UNIT_REM, 1},
	{"rcap", CLAIR_UNIT_REM, 0.7f},
};

static const struct kept_unit *
kept_unit_of(const struct clair_css_token *token)
{
	struct clair_css_token name = *token;
	size_t i;

	if (name.text_length > 2 && (name.text[1] == 'v' || name.text[1] == 'V') &&
	    strchr("dDsSlL", name.text[0]) != NULL) {
		name.text++;
		name.text_length--;
	}
	for (i = 0; i < CLAIR_LEN(kept_units); i++)
		if (clair_css_is(&name, kept_units[i].name))
			return &kept_units[i];
	return NULL;
}

static float
to_float(double number)
{
	return number == 0                  ? 0 /* not -0 */
	    : number > (double)FLT_MAX ? FLT_MAX
	    : number < -(double)FLT_MAX ? -FLT_MAX
	                                : (float)number;
}

static bool
number_value(const struct clair_css_reader *reader, unsigned accepts, struct clair_css_value *value)
{
	const struct clair_css_token *token = &reader->token;

	if ((accepts & CLAIR_TAKES_NUMBER) != 0 ||
	    ((accepts & CLAIR_TAKES_INTEGER) != 0 && token->is_integer))
		value->kind = CLAIR_VALUE_NUMBER;
	else if ((accepts & CLAIR_TAKES_LENGTH) != 0 && (token->number == 0 || reader->unitless))
		value->kind = CLAIR_VALUE_LENGTH;
	else if ((accepts & CLAIR_TAKES_ANGLE) != 0 && token->number == 0)
		value->kind = CLAIR_VALUE_NUMBER;
	else
		return false;
	value->number = to_float(token->number);
	return true;
}

/* What must be accepted for a value of this type. */
static unsigned
needed_by(const struct clair_css_math *math)
{
	switch (math->type) {
	case CLAIR_MATH_NUMBER:
		return CLAIR_TAKES_NUMBER;
	case CLAIR_MATH_LENGTH:
		return math->mixed ? CLAIR_TAKES_LENGTH_PERCENT : CLAIR_TAKES_LENGTH;
	case CLAIR_MATH_PERCENT:
		return CLAIR_TAKES_PERCENT;
	case CLAIR_MATH_ANGLE:
		return CLAIR_TAKES_ANGLE;
	case CLAIR_MATH_TIME:
		return CLAIR_TAKES_TIME;
	default:
		return CLAIR_TAKES_OTHER;
	}
}

static bool
dimension_value(
    const struct clair_css_reader *reader, unsigned accepts, struct clair_css_value *value)
{
	const struct kept_unit *unit = NULL;
	struct clair_css_math math;

	if ((accepts & CLAIR_TAKES_LENGTH) != 0)
		unit = kept_unit_of(&reader->token);
	if (unit != NULL) {
		value->kind = CLAIR_VALUE_LENGTH;
		value->unit = unit->unit;
		value->number = to_float(reader->token.number * (double)unit->factor);
		return true;
	}
	if (!clair_css_math_dimension(&reader->token, NULL, &math) ||
	    (needed_by(&math) & accepts) == 0)
		return false;
	value->kind = math.not_known            ? CLAIR_VALUE_NOT_KNOWN
	    : math.type == CLAIR_MATH_LENGTH    ? CLAIR_VALUE_LENGTH
	    : math.type == CLAIR_MATH_TIME      ? CLAIR_VALUE_TIME
	                                        : CLAIR_VALUE_NUMBER;
	value->number = to_float(math.value);
	return true;
}

static bool
read_math(struct clair_css_reader *reader, unsigned accepts, struct clair_css_math *math)
{
	struct clair_css_reader before = *reader;

	if (!clair_css_math_named(&reader->token))
		return false;
	if ((accepts & CLAIR_TAKES_INTEGER) != 0)
		accepts |= CLAIR_TAKES_NUMBER;
	if (clair_css_math_read(&reader->lexer, &reader->token, NULL, math) &&
	    (needed_by(math) & ~accepts) == 0) {
		clair_css_advance(reader);
		return true;
	}
	*reader = before;
	return false;
}

static bool
function_value(struct clair_css_reader *reader, unsigned accepts, struct clair_css_value *value)
{
	uint32_t from = reader->token.offset;
	struct clair_css_math math;

	if (!read_math(reader, accepts, &math))
		return false;
	*value = clair_css_text_value(reader, from, false);
	value->kind = math.not_known ? CLAIR_VALUE_NOT_KNOWN : CLAIR_VALUE_CALC;
	return true;
}

bool
clair_css_read_number(
    struct clair_css_reader *reader, unsigned accepts, struct clair_css_value *value)
{
	const struct clair_css_token *token = &reader->token;
	bool taken = false;

	memset(value, 0, sizeof(*value));
	switch (token->type) {
	case CLAIR_TOKEN_NUMBER:
		taken = number_value(reader, accepts, value);
		break;
	case CLAIR_TOKEN_PERCENTAGE:
		taken = (accepts & CLAIR_TAKES_PERCENT) != 0;
		value->kind = CLAIR_VALUE_PERCENT;
		value->number = to_float(token->number);
		break;
	case CLAIR_TOKEN_DIMENSION:
		taken = dimension_value(reader, accepts, value);
		break;
	case CLAIR_TOKEN_FUNCTION:
		return function_value(reader, accepts, value);
	default:
		break;
	}
	if (!taken || ((accepts & CLAIR_TAKES_POSITIVE) != 0 && token->number < 0))
		return false;
	clair_css_advance(reader);
	return true;
}

bool
clair_css_skip_number(struct clair_css_reader *reader, unsigned accepts)
{
	struct clair_css_value value;
	struct clair_css_math math;

	if (reader->token.type == CLAIR_TOKEN_FUNCTION)
		return read_math(reader, accepts, &math);
	return clair_css_read_number(reader, accepts, &value);
}

/* --- Colours -------------------------------------------------------------------------------------- */

bool
clair_css_read_color(struct clair_css_reader *reader, struct clair_css_value *value)
{
	struct clair_css_lexer lexer = reader->lexer;
	uint32_t from = reader->token.offset;
	enum clair_color_parse parsed;

	memset(value, 0, sizeof(*value));
	lexer.at = from;
	parsed = clair_color_parse(&lexer, reader->quirks && reader->unitless, NULL, &value->color);
	if (parsed == CLAIR_COLOR_NONE)
		return false;
	reader->lexer.at = lexer.at;
	clair_css_advance(reader);
	if (parsed == CLAIR_COLOR_DEPENDS)
		*value = clair_css_text_value(reader, from, false);
	else
		value->kind =
		    parsed == CLAIR_COLOR_CURRENT ? CLAIR_VALUE_CURRENT : CLAIR_VALUE_COLOR;
	return true;
}

bool
clair_css_skip_color(struct clair_css_reader *reader)
{
	struct clair_css_value value;

	return clair_css_read_color(reader, &value);
}

/* --- Text ---------------------------------------------------------------------------------------- */

void
clair_css_write_bytes(struct clair_css_writer *writer, const char *bytes, size_t length)
{
	char *wider;
	size_t room = writer->room != 0 ? writer->room : 64;

	if (length == 0)
		return;
	if (writer->length + length > writer->room) {
		while (room < writer->length + length)
			room *= 2;
		wider = room <= UINT32_MAX ? clair_alloc(writer->arena, room) : NULL;
		if (wider == NULL)
			return;
		if (writer->length != 0)
			memcpy(wider, writer->text, writer->length);
		writer->text = wider;
		writer->room = (uint32_t)room;
	}
	memcpy(writer->text + writer->length, bytes, length);
	writer->length += (uint32_t)length;
}

void
clair_css_write_text(struct clair_css_writer *writer, const char *text)
{
	clair_css_write_bytes(writer, text, strlen(text));
}

static void
write_byte(struct clair_css_writer *writer, char byte)
{
	clair_css_write_bytes(writer, &byte, 1);
}

static void
write_code_escape(struct clair_css_writer *writer, char byte)
{
	static const char digits[] = "0123456789abcdef";

	write_byte(writer, '\\');
	if ((unsigned char)byte >= 16)
		write_byte(writer, digits[(unsigned char)byte >> 4]);
	write_byte(writer, digits[byte & 15]);
	write_byte(writer, ' ');
}

void
clair_css_write_string(struct clair_css_writer *writer, const char *text, size_t length)
{
	size_t i;

	write_byte(writer, '"');
	for (i = 0; i < length; i++) {
		unsigned char byte = (unsigned char)text[i];

		if (byte < ' ' || byte == 0x7F) {
			write_code_escape(writer, text[i]);
			continue;
		}
		if (byte == '"' || byte == '\\')
			write_byte(writer, '\\');
		write_byte(writer, text[i]);
	}
	write_byte(writer, '"');
}

static bool
is_name_byte(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	    (byte >= '0' && byte <= '9') || byte == '-' || byte == '_' || (byte & 0x80) != 0;
}

static char
lower(char byte)
{
	return (char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
}

/* CSSOM 2.1, serialize an identifier. */
static void
write_name(struct clair_css_writer *writer, const struct clair_css_token *token, bool keep)
{
	uint32_t i;

	for (i = 0; i < token->text_length; i++) {
		char byte = token->text[i];
		bool digit = byte >= '0' && byte <= '9';

		if (token->type != CLAIR_TOKEN_HASH && digit &&
		    (i == 0 || (i == 1 && token->text[0] == '-'))) {
			write_code_escape(writer, byte);
			continue;
		}
		if (!is_name_byte(byte))
			write_byte(writer, '\\');
		write_byte(writer, keep ? byte : lower(byte));
	}
}

static void
write_as_written(struct clair_css_writer *writer, const struct clair_css_reader *reader,
    const struct clair_css_token *token)
{
	uint32_t i;

	for (i = 0; i < token->length; i++)
		write_byte(writer, lower(reader->lexer.source[token->offset + i]));
}

static void
write_token(struct clair_css_writer *writer, const struct clair_css_reader *reader,
    const struct clair_css_token *token, bool keep_names)
{
	switch (token->type) {
	case CLAIR_TOKEN_IDENT:
		write_name(writer, token, keep_names);
		break;
	case CLAIR_TOKEN_FUNCTION:
		write_name(writer, token, false);
		write_byte(writer, '(');
		break;
	case CLAIR_TOKEN_HASH:
		write_byte(writer, '#');
		write_name(writer, token, keep_names);
		break;
	case CLAIR_TOKEN_STRING:
		clair_css_write_string(writer, token->text, token->text_length);
		break;
	case CLAIR_TOKEN_URL:
		clair_css_write_text(writer, "url(");
		clair_css_write_string(writer, token->text, token->text_length);
		write_byte(writer, ')');
		break;
	default:
		write_as_written(writer, reader, token);
		break;
	}
}

void
clair_css_write_source(struct clair_css_writer *writer, const struct clair_css_reader *reader,
    uint32_t from, uint32_t to, bool keep_names)
{
	struct clair_css_lexer lexer = reader->lexer;
	struct clair_css_token token;
	bool open = true;

	lexer.at = from;
	lexer.end = to;
	for (;;) {
		clair_css_next(&lexer, &token);
		if (token.type == CLAIR_TOKEN_EOF)
			return;
		if (token.type == CLAIR_TOKEN_SPACE)
			continue;
		if (!open && token.type != CLAIR_TOKEN_COMMA && token.type != CLAIR_TOKEN_CLOSE_ROUND &&
		    token.type != CLAIR_TOKEN_CLOSE_SQUARE)
			write_byte(writer, ' ');
		write_token(writer, reader, &token, keep_names);
		open = token.type == CLAIR_TOKEN_FUNCTION || token.type == CLAIR_TOKEN_OPEN_ROUND ||
		    token.type == CLAIR_TOKEN_OPEN_SQUARE;
	}
}

const char *
clair_css_written(struct clair_css_writer *writer)
{
	write_byte(writer, '\0');
	return writer->arena->failed ? "" : writer->text;
}

struct clair_css_value
clair_css_text_value(const struct clair_css_reader *reader, uint32_t from, bool keep_names)
{
	struct clair_css_writer writer = {.arena = reader->lexer.arena};
	struct clair_css_value value = {.kind = CLAIR_VALUE_TEXT};

	clair_css_write_source(&writer, reader, from, reader->token.offset, keep_names);
	value.text = clair_css_written(&writer);
	return value;
}

struct clair_css_value
clair_css_keyword_value(enum clair_keyword keyword)
{
	struct clair_css_value value = {.kind = CLAIR_VALUE_KEYWORD, .keyword = (uint16_t)keyword};

	return value;
}
