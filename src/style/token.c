/* See token.h. Sections are those of CSS Syntax Level 3. */
#include "style/token.h"

#include <float.h>
#include <string.h>

enum { REPLACEMENT = 0xFFFD };

/* What a byte may be part of, and the sets that bytes fall in. Bytes that are not ASCII belong to
 * identifiers (4.2, as browsers read it). */
enum byte_class {
	IN_NAME = 1,
	STARTS_NAME = 2,
	IS_DIGIT = 4,
	IS_HEX = 8,
	IS_SPACE = 16,
	IN_URL = 32, /* without quotes */
	IS_PLAIN = 64, /* clair_css_glide */

	X = 0,
	E = IN_URL,
	W = IS_SPACE | IS_PLAIN,
	U = IN_URL | IS_PLAIN,
	M = IN_NAME | IN_URL | IS_PLAIN, /* - */
	L = IN_NAME | STARTS_NAME | IN_URL | IS_PLAIN,
	A = IN_NAME | STARTS_NAME | IS_HEX | IN_URL | IS_PLAIN,
	D = IN_NAME | IS_DIGIT | IS_HEX | IN_URL | IS_PLAIN,
};

static const unsigned char classes[256] = {
	X, X, X, X, X, X, X, X, X, W, W, X, W, W, X, X,
	X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X,
	W, E, X, U, U, U, U, X, X, X, U, U, U, M, U, E,
	D, D, D, D, D, D, D, D, D, D, U, E, U, U, U, U,
	U, A, A, A, A, A, A, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, E, X, E, U, L,
	U, A, A, A, A, A, A, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, E, U, E, U, X,
	L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
};

static bool
is(char byte, enum byte_class class)
{
	return (classes[(unsigned char)byte] & class) != 0;
}

static bool
is_newline(char byte)
{
	return byte == '\n' || byte == '\r' || byte == '\f';
}

/* '\0', which no source holds, stands for the end. */
static char
byte_at(const struct clair_css_lexer *lexer, uint32_t at)
{
	return at < lexer->end ? lexer->source[at] : '\0';
}

static uint32_t
past_newline(const struct clair_css_lexer *lexer, uint32_t at)
{
	return at + (lexer->source[at] == '\r' && byte_at(lexer, at + 1) == '\n' ? 2 : 1);
}

/* --- Escapes ------------------------------------------------------------------------------------- */

/* 4.3.8. A backslash that ends the source is one too. */
static bool
is_escape(const struct clair_css_lexer *lexer, uint32_t at)
{
	return byte_at(lexer, at) == '\\' && !is_newline(byte_at(lexer, at + 1));
}

/* 4.3.7. Gives the place past the escape at `at`; of an escaped character that is not ASCII, past its
 * first byte: the others are ordinary everywhere. */
static uint32_t
past_escape(const struct clair_css_lexer *lexer, uint32_t at, uint32_t *point)
{
	uint32_t from = ++at;

	*point = 0;
	while (at < lexer->end && at - from < 6 && is(lexer->source[at], IS_HEX)) {
		char byte = lexer->source[at++];

		*point = *point << 4 | (uint32_t)(byte <= '9' ? byte - '0' : (byte | 0x20) - 'a' + 10);
	}
	if (at != from) {
		if (*point == 0 || *point > 0x10FFFF || (*point >= 0xD800 && *point <= 0xDFFF))
			*point = REPLACEMENT;
		return at < lexer->end && is(lexer->source[at], IS_SPACE) ? past_newline(lexer, at) : at;
	}
	*point = at < lexer->end ? (unsigned char)lexer->source[at] : REPLACEMENT;
	return at < lexer->end ? at + 1 : at;
}

static uint32_t
put_point(char *to, uint32_t point)
{
	if (point < 0x80) {
		to[0] = (char)point;
		return 1;
	}
	if (point < 0x800) {
		to[0] = (char)(0xC0 | point >> 6);
		to[1] = (char)(0x80 | (point & 0x3F));
		return 2;
	}
	if (point < 0x10000) {
		to[0] = (char)(0xE0 | point >> 12);
		to[1] = (char)(0x80 | (point >> 6 & 0x3F));
		to[2] = (char)(0x80 | (point & 0x3F));
		return 3;
	}
	to[0] = (char)(0xF0 | point >> 18);
	to[1] = (char)(0x80 | (point >> 12 & 0x3F));
	to[2] = (char)(0x80 | (point >> 6 & 0x3F));
	to[3] = (char)(0x80 | (point & 0x3F));
	return 4;
}

/* The text from `from` to `to` with its escapes decoded; newlines after a backslash, which only strings
 * have, are left out. */
static void
decode(const struct clair_css_lexer *lexer, struct clair_css_token *token, uint32_t from, uint32_t to)
{
	/* The escapes that grow: \0, from two bytes to three, and \ at the end of the source, from one. */
	char *text = clair_alloc(lexer->arena, (size_t)(to - from) * 3 / 2 + sizeof(uint32_t));
	uint32_t length = 0;
	uint32_t point;

	token->text = "";
	if (text == NULL)
		return;
	while (from < to) {
		if (lexer->source[from] != '\\') {
			text[length++] = lexer->source[from++];
		} else if (is_newline(byte_at(lexer, from + 1))) {
			from = past_newline(lexer, from + 1);
		} else if (from + 1 < lexer->end && !is(lexer->source[from + 1], IS_HEX)) {
			text[length++] = lexer->source[from + 1];
			from += 2;
		} else {
			from = past_escape(lexer, from, &point);
			length += put_point(text + length, point);
		}
	}
	token->text = text;
	token->text_length = length;
}

static void
set_text(const struct clair_css_lexer *lexer, struct clair_css_token *token, uint32_t from,
    uint32_t to, bool escaped)
{
	if (escaped) {
		decode(lexer, token, from, to);
		return;
	}
	token->text = lexer->source + from;
	token->text_length = to - from;
}

/* --- Names --------------------------------------------------------------------------------------- */

/* 4.3.9 */
static bool
starts_ident(const struct clair_css_lexer *lexer, uint32_t at)
{
	char byte = byte_at(lexer, at);

	if (byte == '-') {
		char next = byte_at(lexer, at + 1);

		return is(next, STARTS_NAME) || next == '-' || is_escape(lexer, at + 1);
	}
	return is(byte, STARTS_NAME) || is_escape(lexer, at);
}

/* 4.3.11. Gives the place past the name. */
static uint32_t
read_name(const struct clair_css_lexer *lexer, struct clair_css_token *token, uint32_t at)
{
	const char *source = lexer->source;
	uint32_t from = at;
	uint32_t point;
	bool escaped = false;

	for (;;) {
		while (at < lexer->end && is(source[at], IN_NAME))
			at++;
		if (!is_escape(lexer, at))
			break;
		escaped = true;
		at = past_escape(lexer, at, &point);
	}
	set_text(lexer, token, from, at, escaped);
	return at;
}

/* --- Strings and addresses ------------------------------------------------------------------------ */

/* 4.3.5 */
static uint32_t
read_string(const struct clair_css_lexer *lexer, struct clair_css_token *token, uint32_t at)
{
	char quote = lexer->source[at++];
	uint32_t from = at;
	bool escaped = false;

	token->type = CLAIR_TOKEN_STRING;
	for (; at < lexer->end; at++) {
		char byte = lexer->source[at];

		if (byte == quote)
			break;
		if (is_newline(byte)) {
			token->type = CLAIR_TOKEN_BAD_STRING;
			return at;
		}
		if (byte != '\\')
			continue;
		if (at + 1 == lexer->end) {
			set_text(lexer, token, from, at, escaped);
			return lexer->end;
		}
		escaped = true;
		at = past_newline(lexer, at + 1) - 1;
	}
	set_text(lexer, token, from, at, escaped);
	return at < lexer->end ? at + 1 : at;
}

static uint32_t
past_space(const struct clair_css_lexer *lexer, uint32_t at)
{
	while (at < lexer->end && is(lexer->source[at], IS_SPACE))
		at++;
	return at;
}

/* 4.3.14 */
static uint32_t
past_bad_url(const struct clair_css_lexer *lexer, struct clair_css_token *token, uint32_t at)
{
	token->type = CLAIR_TOKEN_BAD_URL;
	token->text_length = 0;
	for (; at < lexer->end && lexer->source[at] != ')'; at++)
		if (lexer->source[at] == '\\' && at + 1 < lexer->end && is_escape(lexer, at))
			at++;
	return at < lexer->end ? at + 1 : at;
}

/* 4.3.6. `at` is past the parenthesis and the white space after it. */
static uint32_t
read_url(const struct clair_css_lexer *lexer, struct clair_css_token *token, uint32_t at)
{
	uint32_t from = at;
	uint32_t to;
	uint32_t point;
	bool escaped = false;

	token->type = CLAIR_TOKEN_URL;
	for (;;) {
		while (at < lexer->end && is(lexer->source[at], IN_URL))
			at++;
		if (at == lexer->end || !is_escape(lexer, at))
			break;
		escaped = true;
		at = past_escape(lexer, at, &point);
	}
	to = at;
	at = past_space(lexer, at);
	if (at < lexer->end && lexer->source[at] != ')')
		return past_bad_url(lexer, token, at);
	set_text(lexer, token, from, to, escaped);
	return at < lexer->end ? at + 1 : at;
}

/* 4.3.4 */
static uint32_t
read_ident_like(const struct clair_css_lexer *lexer, struct clair_css_token *token, uint32_t at)
{
	uint32_t inside;
	char quote;

	at = read_name(lexer, token, at);
	token->type = CLAIR_TOKEN_IDENT;
	if (byte_at(lexer, at) != '(')
		return at;
	token->type = CLAIR_TOKEN_FUNCTION;
	at++;
	if (!clair_css_is(token, "url"))
		return at;
	inside = past_space(lexer, at);
	quote = byte_at(lexer, inside);
	return quote == '"' || quote == '\'' ? at : read_url(lexer, token, inside);
}

/* --- Numbers ------------------------------------------------------------------------------------- */

/* 4.3.10 */
static bool
starts_number(const struct clair_css_lexer *lexer, uint32_t at)
{
	char byte = byte_at(lexer, at);

	if (byte == '+' || byte == '-')
		byte = byte_at(lexer, ++at);
	return is(byte, IS_DIGIT) || (byte == '.' && is(byte_at(lexer, at + 1), IS_DIGIT));
}

/* Kept within the floats, as browsers do: computing goes on in them. */
static double
scale(uint64_t digits, int exponent)
{
	static const double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
		1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
	double number = (double)digits;

	for (; exponent > 22 && number < DBL_MAX / 1e22; exponent -= 22)
		number *= 1e22;
	for (; exponent < -22 && number != 0; exponent += 22)
		number /= 1e22;
	if (exponent > 22)
		return digits != 0 ? (double)FLT_MAX : 0;
	number = exponent >= 0 ? number * powers[exponent] : number != 0 ? number / powers[-exponent] : 0;
	return number < (double)FLT_MAX ? number : (double)FLT_MAX;
}

/* Digits are kept while they fit; the others only count. */
static uint32_t
read_digits(const struct clair_css_lexer *lexer, uint32_t at, uint64_t *digits, int *lost)
{
	*lost = 0;
	for (; at < lexer->end && is(lexer->source[at], IS_DIGIT); at++) {
		if (*digits < UINT64_MAX / 10 - 1)
			*digits = *digits * 10 + (uint64_t)(lexer->source[at] - '0');
		else
			++*lost;
	}
	return at;
}

/* The exponent at `at`, if there is one: 4.3.12, step 5. */
static uint32_t
read_exponent(const struct clair_css_lexer *lexer, uint32_t at, int *exponent)
{
	char sign = byte_at(lexer, at + 1);
	bool is_signed = sign == '+' || sign == '-';
	int value = 0;

	if ((byte_at(lexer, at) | 0x20) != 'e' || !is(byte_at(lexer, at + 1 + is_signed), IS_DIGIT))
		return at;
	for (at += 1 + is_signed; is(byte_at(lexer, at), IS_DIGIT); at++)
		if (value < 100000)
			value = value * 10 + (lexer->source[at] - '0');
	*exponent += sign == '-' ? -value : value;
	return at;
}

/* 4.3.12 */
static uint32_t
read_number(const struct clair_css_lexer *lexer, struct clair_css_token *token, uint32_t at)
{
	char sign = lexer->source[at];
	uint64_t digits = 0;
	int exponent = 0;
	int lost;
	uint32_t from;

	token->is_signed = sign == '+' || sign == '-';
	at = read_digits(lexer, at + token->is_signed, &digits, &exponent);
	from = at;
	if (byte_at(lexer, at) == '.' && is(byte_at(lexer, at + 1), IS_DIGIT)) {
		uint32_t past = read_digits(lexer, at + 1, &digits, &lost);

		exponent -= (int)(past - at - 1) - lost;
		at = past;
	}
	at = read_exponent(lexer, at, &exponent);
	token->is_integer = at == from;
	token->number = scale(digits, exponent);
	if (sign == '-')
		token->number = -token->number;
	return at;
}

/* 4.3.3 */
static uint32_t
read_numeric(const struct clair_css_lexer *lexer, struct clair_css_token *token, uint32_t at)
{
	at = read_number(lexer, token, at);
	token->type = CLAIR_TOKEN_NUMBER;
	if (byte_at(lexer, at) == '%') {
		token->type = CLAIR_TOKEN_PERCENTAGE;
		token->is_integer = false;
		return at + 1;
	}
	if (!starts_ident(lexer, at))
		return at;
	token->type = CLAIR_TOKEN_DIMENSION;
	return read_name(lexer, token, at);
}

/* --- Tokens -------------------------------------------------------------------------------------- */

/* 4.3.2 */
static uint32_t
past_comments(const struct clair_css_lexer *lexer, uint32_t at)
{
	while (byte_at(lexer, at) == '/' && byte_at(lexer, at + 1) == '*') {
		const char *from = lexer->source + at + 2;
		size_t left = lexer->end - at > 2 ? lexer->end - at - 2 : 0;
		const char *close = memmem(from, left, "*/", 2);

		if (close == NULL)
			return lexer->end;
		at = (uint32_t)(close - lexer->source) + 2;
	}
	return at;
}

/* White space, and what comments part. */
static uint32_t
past_blank(const struct clair_css_lexer *lexer, uint32_t at)
{
	do
		at = past_comments(lexer, past_space(lexer, at));
	while (at < lexer->end && is(lexer->source[at], IS_SPACE));
	return at;
}

static uint32_t
read_delim(const struct clair_css_lexer *lexer, struct clair_css_token *token, uint32_t at)
{
	token->type = CLAIR_TOKEN_DELIM;
	token->delim = lexer->source[at];
	return at + 1;
}

/* # @ < - + . and the backslash: what follows decides. */
static uint32_t
read_mark(const struct clair_css_lexer *lexer, struct clair_css_token *token, uint32_t at)
{
	const char *text = lexer->source + at;
	uint32_t left = lexer->end - at;
	char byte = *text;

	if (byte == '#' && (is(byte_at(lexer, at + 1), IN_NAME) || is_escape(lexer, at + 1))) {
		token->type = CLAIR_TOKEN_HASH;
		token->is_id = starts_ident(lexer, at + 1);
		return read_name(lexer, token, at + 1);
	}
	if (byte == '@' && starts_ident(lexer, at + 1)) {
		token->type = CLAIR_TOKEN_AT_KEYWORD;
		return read_name(lexer, token, at + 1);
	}
	if (byte == '<' && left >= 4 && memcmp(text, "<!--", 4) == 0) {
		token->type = CLAIR_TOKEN_CDO;
		return at + 4;
	}
	if ((byte == '+' || byte == '-' || byte == '.') && starts_number(lexer, at))
		return read_numeric(lexer, token, at);
	if (byte == '-' && left >= 3 && memcmp(text, "-->", 3) == 0) {
		token->type = CLAIR_TOKEN_CDC;
		return at + 3;
	}
	return byte != '#' && byte != '@' && starts_ident(lexer, at)
	    ? read_ident_like(lexer, token, at) : read_delim(lexer, token, at);
}

/* Of the characters that are a token each; EOF for the others. */
static enum clair_css_token_type
mark_type(char byte)
{
	switch (byte) {
	case ':':
		return CLAIR_TOKEN_COLON;
	case ';':
		return CLAIR_TOKEN_SEMICOLON;
	case ',':
		return CLAIR_TOKEN_COMMA;
	case '[':
		return CLAIR_TOKEN_OPEN_SQUARE;
	case ']':
		return CLAIR_TOKEN_CLOSE_SQUARE;
	case '(':
		return CLAIR_TOKEN_OPEN_ROUND;
	case ')':
		return CLAIR_TOKEN_CLOSE_ROUND;
	case '{':
		return CLAIR_TOKEN_OPEN_CURLY;
	case '}':
		return CLAIR_TOKEN_CLOSE_CURLY;
	default:
		return CLAIR_TOKEN_EOF;
	}
}

/* 4.3.1, for what starts with neither a name nor white space nor a digit. */
static uint32_t
read_other(const struct clair_css_lexer *lexer, struct clair_css_token *token, uint32_t at)
{
	char byte = lexer->source[at];

	token->type = (uint8_t)mark_type(byte);
	if (token->type != CLAIR_TOKEN_EOF)
		return at + 1;
	return byte == '"' || byte == '\'' ? read_string(lexer, token, at) : read_mark(lexer, token, at);
}

void
clair_css_next(struct clair_css_lexer *lexer, struct clair_css_token *token)
{
	uint32_t at = lexer->at;
	unsigned char class;

	if (byte_at(lexer, at) == '/')
		at = past_comments(lexer, at);
	*token = (struct clair_css_token){.type = CLAIR_TOKEN_EOF, .offset = at, .text = ""};
	if (at >= lexer->end) {
		lexer->at = at;
		return;
	}
	class = classes[(unsigned char)lexer->source[at]];
	if ((class & STARTS_NAME) != 0) {
		lexer->at = read_ident_like(lexer, token, at);
	} else if ((class & IS_SPACE) != 0) {
		token->type = CLAIR_TOKEN_SPACE;
		lexer->at = past_blank(lexer, at);
	} else if ((class & IS_DIGIT) != 0) {
		lexer->at = read_numeric(lexer, token, at);
	} else {
		lexer->at = read_other(lexer, token, at);
	}
	token->length = lexer->at - at;
}

/* What closes the block that a token of this type opens; EOF when it opens none. */
static enum clair_css_token_type
closer_of(uint8_t type)
{
	switch (type) {
	case CLAIR_TOKEN_FUNCTION:
	case CLAIR_TOKEN_OPEN_ROUND:
		return CLAIR_TOKEN_CLOSE_ROUND;
	case CLAIR_TOKEN_OPEN_SQUARE:
		return CLAIR_TOKEN_CLOSE_SQUARE;
	case CLAIR_TOKEN_OPEN_CURLY:
		return CLAIR_TOKEN_CLOSE_CURLY;
	default:
		return CLAIR_TOKEN_EOF;
	}
}

static bool
is_closer(uint8_t type)
{
	return type == CLAIR_TOKEN_CLOSE_ROUND || type == CLAIR_TOKEN_CLOSE_SQUARE ||
	    type == CLAIR_TOKEN_CLOSE_CURLY;
}

/* A closer that is not the one awaited is an ordinary token (5.4.8). Deeper than the ceiling, any one
 * closes. */
uint32_t
clair_css_skip(struct clair_css_lexer *lexer, struct clair_css_token *token)
{
	enum { DEPTH = 1024 };
	uint8_t closers[DEPTH];
	uint32_t depth = 0;
	struct clair_css_token inside;

	clair_css_next(lexer, token);
	inside.type = token->type;
	for (;;) {
		enum clair_css_token_type closer = closer_of(inside.type);

		if (closer != CLAIR_TOKEN_EOF) {
			if (depth < DEPTH)
				closers[depth] = (uint8_t)closer;
			depth++;
		} else if (depth > DEPTH) {
			depth -= is_closer(inside.type);
		} else if (depth > 0 && inside.type == closers[depth - 1]) {
			depth--;
		}
		if (depth == 0)
			break;
		clair_css_next(lexer, &inside);
		if (inside.type == CLAIR_TOKEN_EOF)
			break;
	}
	return lexer->at;
}

/* A parenthesis may open url( ): its token is read from where the name before it starts. */
void
clair_css_glide(struct clair_css_lexer *lexer)
{
	const char *source = lexer->source;
	uint32_t from = lexer->at;
	uint32_t at = from;

	while (at < lexer->end && is(source[at], IS_PLAIN))
		at++;
	if (byte_at(lexer, at) == '(' || byte_at(lexer, at) == '\\') {
		while (at > from && is(source[at - 1], IN_NAME))
			at--;
		if (at > from && (source[at - 1] == '#' || source[at - 1] == '@'))
			at--;
	}
	lexer->at = at;
}

bool
clair_css_is(const struct clair_css_token *token, const char *name)
{
	uint32_t i;

	for (i = 0; i < token->text_length && name[i] != '\0'; i++) {
		char byte = token->text[i];

		if ((char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte) != name[i])
			return false;
	}
	return i == token->text_length && name[i] == '\0';
}
