/* See place.h. */
#include "lsp/place.h"

#include <stdlib.h>
#include <string.h>

static bool
ends_line(const struct clair_lines *lines, size_t at)
{
	return lines->text[at] == '\n' ||
	    (lines->text[at] == '\r' && (at + 1 == lines->length || lines->text[at + 1] != '\n'));
}

bool
clair_lines_init(struct clair_lines *lines, const char *text, size_t length)
{
	size_t count = 1;

	*lines = (struct clair_lines){.text = text, .length = length};
	for (size_t i = 0; i < length; i++)
		count += ends_line(lines, i);
	lines->starts = malloc(count * sizeof(*lines->starts));
	if (lines->starts == NULL)
		return false;
	lines->starts[lines->count++] = 0;
	for (size_t i = 0; i < length; i++) {
		if (ends_line(lines, i))
			lines->starts[lines->count++] = i + 1;
	}
	return true;
}

void
clair_lines_free(struct clair_lines *lines)
{
	free(lines->starts);
	*lines = (struct clair_lines){0};
}

static bool
begins_character(char byte)
{
	return ((unsigned char)byte & 0xC0) != 0x80;
}

/* What a byte adds to the count: UTF-16 counts a character at its first byte, twice past U+FFFF. */
static size_t
units_of(char byte, enum clair_units units)
{
	if (units == CLAIR_UNITS_UTF8)
		return 1;
	if (!begins_character(byte))
		return 0;
	return (unsigned char)byte >= 0xF0 ? 2 : 1;
}

static size_t
count_units(const struct clair_lines *lines, enum clair_units units, size_t from, size_t end)
{
	size_t count = 0;

	if (units == CLAIR_UNITS_UTF8)
		return end - from;
	for (; from < end; from++)
		count += units_of(lines->text[from], units);
	return count;
}

static size_t
line_of(const struct clair_lines *lines, size_t offset)
{
	size_t low = 0;
	size_t high = lines->count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (lines->starts[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

struct clair_place
clair_lines_place(struct clair_lines *lines, enum clair_units units, size_t offset)
{
	struct clair_place place;

	if (offset > lines->length)
		offset = lines->length;
	while (offset > 0 && offset < lines->length && !begins_character(lines->text[offset]))
		offset--;
	place.line = line_of(lines, offset);
	if (place.line != lines->last_line) {
		lines->last_offset = lines->starts[place.line];
		lines->last_character = 0;
	}
	if (offset >= lines->last_offset)
		place.character = lines->last_character + count_units(lines, units, lines->last_offset, offset);
	else
		place.character = lines->last_character - count_units(lines, units, offset, lines->last_offset);
	lines->last_line = place.line;
	lines->last_offset = offset;
	lines->last_character = place.character;
	return place;
}

/* Where the text of a line ends, its line break left out. */
static size_t
line_end(const struct clair_lines *lines, size_t line)
{
	size_t end = line + 1 < lines->count ? lines->starts[line + 1] : lines->length;

	if (line + 1 == lines->count)
		return end;
	end--;
	return end > lines->starts[line] && lines->text[end] == '\n' && lines->text[end - 1] == '\r' ? end - 1 : end;
}

static size_t
character_end(const struct clair_lines *lines, size_t offset, size_t end)
{
	do
		offset++;
	while (offset < end && !begins_character(lines->text[offset]));
	return offset;
}

size_t
clair_lines_offset(const struct clair_lines *lines, enum clair_units units, struct clair_place place)
{
	size_t at;
	size_t end;

	if (place.line >= lines->count)
		return lines->length;
	at = lines->starts[place.line];
	end = line_end(lines, place.line);
	for (size_t count = 0; at < end;) {
		size_t next = character_end(lines, at, end);

		count += count_units(lines, units, at, next);
		if (count > place.character)
			break;
		at = next;
	}
	return at;
}

size_t
clair_lines_column(const struct clair_lines *lines, size_t line, size_t column)
{
	size_t at;
	size_t end;

	if (line == 0 || line > lines->count)
		return lines->length;
	at = lines->starts[line - 1];
	end = line_end(lines, line - 1);
	for (; at < end && column > 1; column--)
		at = character_end(lines, at, end);
	return at;
}
