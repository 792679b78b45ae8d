/* See fields.h. */
#include "archive/fields.h"

#include <string.h>
#include <strings.h>

struct clair_part
clair_part_of(const struct clair_buf *buf)
{
	return (struct clair_part){buf->bytes, buf->length};
}

bool
clair_part_begins(struct clair_part part, const char *text)
{
	size_t length = strlen(text);

	return part.at != NULL && part.length >= length && strncasecmp(part.at, text, length) == 0;
}

bool
clair_part_is(struct clair_part part, const char *text)
{
	return part.length == strlen(text) && clair_part_begins(part, text);
}

bool
clair_part_number(struct clair_part part, int64_t largest, int64_t *number)
{
	int64_t sum = 0;

	if (part.at == NULL || part.length == 0)
		return false;
	for (size_t i = 0; i < part.length; i++) {
		int digit = part.at[i] - '0';

		if (digit < 0 || digit > 9 || sum > (largest - digit) / 10)
			return false;
		sum = sum * 10 + digit;
	}
	*number = sum;
	return true;
}

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r';
}

static struct clair_part
trim(struct clair_part part)
{
	while (part.length != 0 && is_blank(part.at[0])) {
		part.at++;
		part.length--;
	}
	while (part.length != 0 && is_blank(part.at[part.length - 1]))
		part.length--;
	return part;
}

bool
clair_fields_line(struct clair_part text, size_t *at, struct clair_part *line)
{
	const char *end;

	if (*at >= text.length)
		return false;
	line->at = text.at + *at;
	end = memchr(line->at, '\n', text.length - *at);
	line->length = end == NULL ? text.length - *at : (size_t)(end - line->at);
	*at += line->length + (end != NULL);
	if (line->length != 0 && line->at[line->length - 1] == '\r')
		line->length--;
	return true;
}

bool
clair_fields_cut(struct clair_part line, struct clair_part *name, struct clair_part *value)
{
	const char *colon = line.length == 0 ? NULL : memchr(line.at, ':', line.length);

	if (colon == NULL)
		return false;
	*name = trim((struct clair_part){line.at, (size_t)(colon - line.at)});
	*value = trim((struct clair_part){colon + 1, line.length - (size_t)(colon + 1 - line.at)});
	return name->length != 0;
}

struct clair_part
clair_fields_next(struct clair_part text, const char *name, size_t *at)
{
	struct clair_part line;
	struct clair_part found;
	struct clair_part value;

	while (clair_fields_line(text, at, &line)) {
		if (clair_part_begins(line, name) && clair_fields_cut(line, &found, &value) &&
		    clair_part_is(found, name))
			return value;
	}
	return (struct clair_part){0};
}

struct clair_part
clair_fields_get(struct clair_part text, const char *name)
{
	size_t at = 0;

	return clair_fields_next(text, name, &at);
}

void
clair_fields_unfold(char *text, size_t length)
{
	for (size_t i = 0; i + 1 < length; i++) {
		if (text[i] != '\n' || (text[i + 1] != ' ' && text[i + 1] != '\t'))
			continue;
		text[i] = ' ';
		if (i != 0 && text[i - 1] == '\r')
			text[i - 1] = ' ';
	}
}

void
clair_fields_add(struct clair_buf *out, struct clair_part part)
{
	for (size_t i = 0; i < part.length; i++) {
		char byte = part.at[i];

		clair_buf_putc(out, byte == '\r' || byte == '\n' || byte == '\0' ? ' ' : byte);
	}
}
