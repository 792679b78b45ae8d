/*
 * Places of a text as editors count them (LSP 3.17, Position): a line from zero, and in it units of UTF-8 or
 * UTF-16. A line ends with LF, CR LF or CR.
 */
#ifndef CLAIR_LSP_PLACE_H
#define CLAIR_LSP_PLACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum clair_units { CLAIR_UNITS_UTF16, CLAIR_UNITS_UTF8 };

struct clair_place {
	size_t line, character;
};

struct clair_lines {
	const char *text; /* UTF-8; the caller's */
	size_t length;
	size_t *starts;
	size_t count;
	/* The last place asked for: nobody counts from the start of a long line for each of its findings. */
	size_t last_offset, last_line, last_character;
};

/* False without memory. Free it all the same. */
bool clair_lines_init(struct clair_lines *lines, const char *text, size_t length);
void clair_lines_free(struct clair_lines *lines);

/* A byte inside a character counts as the character's first. */
struct clair_place clair_lines_place(struct clair_lines *lines, enum clair_units units, size_t offset);
/* Past the end of a line is its end; past the last line, the end of the text; inside a character, its start. */
size_t clair_lines_offset(const struct clair_lines *lines, enum clair_units units, struct clair_place place);
/* Where a line and a column start, both from 1, the column in characters. */
size_t clair_lines_column(const struct clair_lines *lines, size_t line, size_t column);

#endif
