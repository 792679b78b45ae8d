/* Lines "Name: value", as HTTP and WARC have them. They end by CRLF, or by LF alone. */
#ifndef CLAIR_ARCHIVE_FIELDS_H
#define CLAIR_ARCHIVE_FIELDS_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Part of a text that lives elsewhere. */
struct clair_part {
	const char *at; /* NULL: there is none */
	size_t length;
};

struct clair_part clair_part_of(const struct clair_buf *buf);
bool clair_part_is(struct clair_part part, const char *text); /* ASCII case ignored */
/* The text begins so, ASCII case ignored. */
bool clair_part_begins(struct clair_part part, const char *text);
/* Decimal digits alone; false for anything else, and past `largest`. */
bool clair_part_number(struct clair_part part, int64_t largest, int64_t *number);

/* The line at `*at`, without its end; `*at` goes past it. False: there is none left. */
bool clair_fields_line(struct clair_part text, size_t *at, struct clair_part *line);
/* Cuts a line at its colon, blanks around the value left out. False: it has no colon, or no name. */
bool clair_fields_cut(struct clair_part line, struct clair_part *name, struct clair_part *value);
/* The value of the first field of this name. */
struct clair_part clair_fields_get(struct clair_part text, const char *name);
/* That of the next one, from `*at` on (0 first). */
struct clair_part clair_fields_next(struct clair_part text, const char *name, size_t *at);

/* Joins the lines that begin with a blank to the ones before, in place: their ends become blanks. */
void clair_fields_unfold(char *text, size_t length);

/* Adds the text as part of one line: what would end it, and NUL, become blanks. */
void clair_fields_add(struct clair_buf *out, struct clair_part part);

#endif
