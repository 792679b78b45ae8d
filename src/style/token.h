/*
 * CSS tokens, one after the other: CSS Syntax Level 3, section 4. The source is UTF-8, never copied;
 * NUL and invalid bytes have been made U+FFFD before. Private to src/style/.
 */
#ifndef CLAIR_STYLE_TOKEN_H
#define CLAIR_STYLE_TOKEN_H

#include "base/arena.h"

#include <stdint.h>

enum clair_css_token_type {
	CLAIR_TOKEN_EOF,
	CLAIR_TOKEN_IDENT,
	CLAIR_TOKEN_FUNCTION,    /* text: the name, without the parenthesis */
	CLAIR_TOKEN_AT_KEYWORD,  /* text: without @ */
	CLAIR_TOKEN_HASH,        /* text: without #; is_id when it would be an identifier */
	CLAIR_TOKEN_STRING,      /* text: without quotes */
	CLAIR_TOKEN_BAD_STRING,
	CLAIR_TOKEN_URL,         /* text: the address; url("…") is FUNCTION then STRING */
	CLAIR_TOKEN_BAD_URL,
	CLAIR_TOKEN_DELIM,       /* delim */
	CLAIR_TOKEN_NUMBER,
	CLAIR_TOKEN_PERCENTAGE,
	CLAIR_TOKEN_DIMENSION,   /* text: the unit */
	CLAIR_TOKEN_SPACE,       /* white space; comments are skipped, and never make one */
	CLAIR_TOKEN_CDO,
	CLAIR_TOKEN_CDC,
	CLAIR_TOKEN_COLON,
	CLAIR_TOKEN_SEMICOLON,
	CLAIR_TOKEN_COMMA,
	CLAIR_TOKEN_OPEN_SQUARE,
	CLAIR_TOKEN_CLOSE_SQUARE,
	CLAIR_TOKEN_OPEN_ROUND,
	CLAIR_TOKEN_CLOSE_ROUND,
	CLAIR_TOKEN_OPEN_CURLY,
	CLAIR_TOKEN_CLOSE_CURLY,
};

struct clair_css_token {
	uint8_t type;
	bool is_id;           /* HASH */
	bool is_integer;      /* NUMBER and DIMENSION without point or exponent */
	bool is_signed;       /* NUMBER, PERCENTAGE, DIMENSION that start with + or - */
	char delim;           /* DELIM; '\0' stands for a delim that is not ASCII */
	uint32_t offset;      /* of the token in the source */
	uint32_t length;
	const char *text;     /* escapes decoded: in the source when there is none, else in the arena */
	uint32_t text_length; /* text is not ended by NUL */
	double number;
};

/* A span of the source that is read token by token. Copy it to come back to a place. */
struct clair_css_lexer {
	const char *source;
	uint32_t at, end;           /* bytes; end is past the last one */
	struct clair_arena *arena;  /* for names with escapes only */
};

/* At the end gives EOF, as often as asked. */
void clair_css_next(struct clair_css_lexer *lexer, struct clair_css_token *token);

/* Reads a token and, when it opens a block or a function, all up to what closes it: CSS Syntax 5.4.8,
 * without recursion. Gives the offset past it. */
uint32_t clair_css_skip(struct clair_css_lexer *lexer, struct clair_css_token *token);

/* Between two tokens: passes over those that open and close nothing, nor end, quote, escape, comment or
 * bear "!". For who looks for where something ends. */
void clair_css_glide(struct clair_css_lexer *lexer);

/* ASCII case-insensitive; `name` is in lower case. */
bool clair_css_is(const struct clair_css_token *token, const char *name);

#endif
