/*
 * Reads the values of properties: one token ahead, white space left out. Private to the reading of
 * declarations.
 *
 * Each read_* function leaves the reader where it was and says false when what comes is something else.
 */
#ifndef CLAIR_STYLE_READER_H
#define CLAIR_STYLE_READER_H

#include "clairlint/rule.h"
#include "style/value.h"

struct clair_css_reader {
	struct clair_css_lexer lexer;
	struct clair_css_token token; /* the one to be read; never SPACE */
	uint16_t keyword;             /* when it is one of keyword.def */
	bool spaced;                  /* white space came before it */
	bool quirks;
	bool unitless;                /* a quirk of this property: numbers are lengths, colours need no # */
};

void clair_css_start(struct clair_css_reader *reader, struct clair_css_lexer lexer, bool quirks);
void clair_css_advance(struct clair_css_reader *reader);
bool clair_css_ended(const struct clair_css_reader *reader);

/* Each advances when the token is that one. */
bool clair_css_take(struct clair_css_reader *reader, enum clair_css_token_type type);
/* A closing parenthesis, or the end, that closes all that is open (CSS Syntax 5.4.9). */
bool clair_css_close(struct clair_css_reader *reader);
bool clair_css_take_delim(struct clair_css_reader *reader, char delim);
bool clair_css_take_keyword(struct clair_css_reader *reader, enum clair_keyword keyword);
/* The opening of a function of that name, in lower case. */
bool clair_css_at_function(const struct clair_css_reader *reader, const char *name);
bool clair_css_take_function(struct clair_css_reader *reader, const char *name);
/* All that the token opens. */
void clair_css_skip_block(struct clair_css_reader *reader);
/* One of a list ended by 0; gives it, or 0. */
enum clair_keyword clair_css_take_one(struct clair_css_reader *reader, const uint16_t *keywords);

/* One of keyword.def, or 0. ASCII case-insensitive. */
enum clair_keyword clair_css_keyword_of(const char *name, size_t length);

/* What a number of a property may be. */
enum clair_css_accepts {
	CLAIR_TAKES_NUMBER = 1,
	CLAIR_TAKES_INTEGER = 2,
	CLAIR_TAKES_LENGTH = 4,
	CLAIR_TAKES_PERCENT = 8,
	CLAIR_TAKES_TIME = 16,
	CLAIR_TAKES_ANGLE = 32,
	CLAIR_TAKES_OTHER = 64,
	CLAIR_TAKES_POSITIVE = 128, /* or zero */
	CLAIR_TAKES_LENGTH_PERCENT = CLAIR_TAKES_LENGTH | CLAIR_TAKES_PERCENT,
};

/* A number with or without unit, or a math function: CSS Values 4. A value whose unit depends on what we
 * do not know is NOT_KNOWN. Angles are in degrees, as NUMBER. */
bool clair_css_read_number(
    struct clair_css_reader *reader, unsigned accepts, struct clair_css_value *value);
/* The same, when only the shape matters. */
bool clair_css_skip_number(struct clair_css_reader *reader, unsigned accepts);
bool clair_css_skip_color(struct clair_css_reader *reader);
bool clair_css_read_color(struct clair_css_reader *reader, struct clair_css_value *value);

/* --- Text ---------------------------------------------------------------------------------------- */

/* A text that is written in the arena. */
struct clair_css_writer {
	struct clair_arena *arena;
	char *text;
	uint32_t length, room;
};

void clair_css_write_bytes(struct clair_css_writer *writer, const char *bytes, size_t length);
void clair_css_write_text(struct clair_css_writer *writer, const char *text);
/* Quoted, as CSSOM 2.1 serialises a string. */
void clair_css_write_string(struct clair_css_writer *writer, const char *text, size_t length);
/* The source from one offset to another, squeezed, names in lower case but when `names` says to keep
 * them as written. */
void clair_css_write_source(struct clair_css_writer *writer, const struct clair_css_reader *reader,
    uint32_t from, uint32_t to, bool keep_names);
/* Ended by NUL. "" when the arena has failed. */
const char *clair_css_written(struct clair_css_writer *writer);

struct clair_css_value clair_css_text_value(
    const struct clair_css_reader *reader, uint32_t from, bool keep_names);

struct clair_css_value clair_css_keyword_value(enum clair_keyword keyword);

#endif
