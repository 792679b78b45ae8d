/* Fonts and the lines drawn on text: CSS Fonts 4, CSS Text Decoration 4. */
#include "style/longhand.h"

#include <string.h>

/* --- font-family ---------------------------------------------------------------------------------- */

static bool
is_generic(enum clair_keyword keyword)
{
	static const uint16_t generic[] = {CLAIR_KW_SERIF, CLAIR_KW_SANS_SERIF, CLAIR_KW_CURSIVE,
	    CLAIR_KW_FANTASY, CLAIR_KW_MONOSPACE, CLAIR_KW_SYSTEM_UI, CLAIR_KW_MATH,
	    CLAIR_KW_WEBKIT_BODY};
	size_t i;

	for (i = 0; i < CLAIR_LEN(generic); i++)
		if (generic[i] == keyword)
			return true;
	return false;
}

bool
clair_css_is_wide(enum clair_keyword keyword)
{
	switch (keyword) {
	case CLAIR_KW_INHERIT:
	case CLAIR_KW_INITIAL:
	case CLAIR_KW_UNSET:
	case CLAIR_KW_REVERT:
	case CLAIR_KW_REVERT_LAYER:
		return true;
	default:
		return false;
	}
}

static bool
is_identifier(const char *name, size_t length)
{
	size_t i;

	for (i = 0; i < length; i++) {
		char byte = name[i];
		bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
		    byte == '_' || (byte & 0x80) != 0;
		bool later = (byte >= '0' && byte <= '9') || byte == '-';

		if (!letter && !(later && i != 0) && !(byte == '-' && length > 1))
			return false;
	}
	return length > 1 && name[0] == '-' ? name[1] < '0' || name[1] > '9' : length != 0;
}

/* Quoted when it is not one identifier, or when it would be read as a keyword. */
static void
write_family(struct clair_css_writer *writer, const char *name, size_t length)
{
	enum clair_keyword keyword = clair_css_keyword_of(name, length);

	if (is_identifier(name, length) && !is_generic(keyword) && !clair_css_is_wide(keyword))
		clair_css_write_bytes(writer, name, length);
	else
		clair_css_write_string(writer, name, length);
}

/* Identifiers in a row are one name, with one space between them. A generic family stands alone. */
static bool
read_named_family(struct clair_css_reader *reader, struct clair_css_writer *writer)
{
	struct clair_css_writer name = {.arena = writer->arena};
	enum clair_keyword first = reader->keyword;
	unsigned count = 0;

	if (is_generic(first)) {
		clair_css_advance(reader);
		clair_css_write_text(writer, clair_keyword_name(first));
		return true;
	}
	while (reader->token.type == CLAIR_TOKEN_IDENT) {
		if (count++ != 0)
			clair_css_write_text(&name, " ");
		clair_css_write_bytes(&name, reader->token.text, reader->token.text_length);
		clair_css_advance(reader);
	}
	if (count == 0 ||
	    (count == 1 && (clair_css_is_wide(first) || first == CLAIR_KW_DEFAULT)))
		return false;
	if (name.text != NULL)
		write_family(writer, name.text, name.length);
	return true;
}

bool
clair_css_read_font_family(struct clair_css_reader *reader, struct clair_css_value *value)
{
	struct clair_css_writer writer = {.arena = reader->lexer.arena};
	const struct clair_css_token *token = &reader->token;

	memset(value, 0, sizeof(*value));
	do {
		if (writer.length != 0)
			clair_css_write_text(&writer, ", ");
		if (token->type == CLAIR_TOKEN_STRING) {
			write_family(&writer, token->text, token->text_length);
			clair_css_advance(reader);
		} else if (!read_named_family(reader, &writer)) {
			return false;
		}
	} while (clair_css_take(reader, CLAIR_TOKEN_COMMA));
	value->kind = CLAIR_VALUE_TEXT;
	value->text = clair_css_written(&writer);
	return true;
}

/* --- Weight and slope ----------------------------------------------------------------------------- */

bool
clair_css_read_font_weight(struct clair_css_reader *reader, struct clair_css_value *value)
{
	static const uint16_t words[] = {
	    CLAIR_KW_BOLD, CLAIR_KW_NORMAL, CLAIR_KW_BOLDER, CLAIR_KW_LIGHTER, 0};
	enum clair_keyword word = clair_css_take_one(reader, words);

	if (word != CLAIR_KW_NONE_GIVEN) {
		*value = clair_css_keyword_value(word);
		return true;
	}
	return clair_css_read_number(reader, CLAIR_TAKES_NUMBER, value) &&
	    (value->kind != CLAIR_VALUE_NUMBER || (value->number >= 1 && value->number <= 1000));
}

/* The angle of oblique is left out. */
bool
clair_css_read_font_style(struct clair_css_reader *reader, struct clair_css_value *value)
{
	static const uint16_t words[] = {
	    CLAIR_KW_NORMAL, CLAIR_KW_ITALIC, CLAIR_KW_OBLIQUE, 0};
	enum clair_keyword word = clair_css_take_one(reader, words);
	struct clair_css_value angle;

	if (word == CLAIR_KW_NONE_GIVEN)
		return false;
	*value = clair_css_keyword_value(word);
	if (word == CLAIR_KW_OBLIQUE && reader->token.type != CLAIR_TOKEN_NUMBER &&
	    clair_css_read_number(reader, CLAIR_TAKES_ANGLE, &angle))
		return angle.kind == CLAIR_VALUE_CALC ||
		    (angle.number >= -90 && angle.number <= 90);
	return true;
}

/* --- Lines ---------------------------------------------------------------------------------------- */

bool
clair_css_read_decoration_line(struct clair_css_reader *reader, struct clair_css_value *value)
{
	static const uint16_t lines[] = {
	    CLAIR_KW_UNDERLINE, CLAIR_KW_OVERLINE, CLAIR_KW_LINE_THROUGH, CLAIR_KW_BLINK, 0};
	struct clair_css_writer writer = {.arena = reader->lexer.arena};
	bool drawn[CLAIR_LEN(lines)] = {false};
	enum clair_keyword line;
	unsigned count = 0;
	size_t i;

	while ((line = clair_css_take_one(reader, lines)) != CLAIR_KW_NONE_GIVEN) {
		for (i = 0; lines[i] != line; i++)
			;
		if (drawn[i])
			return false;
		drawn[i] = true;
		*value = clair_css_keyword_value(line);
		count++;
	}
	if (count < 2)
		return count == 1;
	for (i = 0; lines[i] != 0; i++) {
		if (!drawn[i])
			continue;
		clair_css_write_text(&writer, writer.length != 0 ? " " : "");
		clair_css_write_text(&writer, clair_keyword_name((enum clair_keyword)lines[i]));
	}
	value->kind = CLAIR_VALUE_TEXT;
	value->text = clair_css_written(&writer);
	return true;
}
