/* From bytes of the page to lines, columns and back to the source; made on demand. */
#include "dom/build.h"

#include <string.h>

enum { STRETCH = 1024 }; /* bytes */

/* A line ends with LF, CR LF or CR. */
static bool
ends_line(const struct clair_page *page, size_t at)
{
	return page->source[at] == '\n' ||
	    (page->source[at] == '\r' && page->source[at + 1] != '\n');
}

static uint32_t
count_characters(const struct clair_page *page, size_t from, size_t end)
{
	uint32_t count = 0;

	for (size_t i = from; i < end; i++)
		count += ((unsigned char)page->source[i] & 0xC0) != 0x80;
	return count;
}

/* A page may be one line of some megabytes, with a thousand findings: nobody counts from its start. */
static bool
make_stretches(struct clair_page *page)
{
	size_t count = page->length / STRETCH + 1;
	uint32_t *characters = clair_alloc_array(&page->mem, count, sizeof(*characters));

	for (size_t i = 1; characters != NULL && i < count; i++)
		characters[i] =
		    characters[i - 1] + count_characters(page, (i - 1) * STRETCH, i * STRETCH);
	page->characters = characters;
	return characters != NULL;
}

static void
make_lines(struct clair_page *page)
{
	uint32_t *lines;
	uint32_t count = 1;

	for (size_t i = 0; i < page->length; i++)
		count += ends_line(page, i);
	lines = clair_alloc_array(&page->mem, count, sizeof(*lines));
	if (lines == NULL || !make_stretches(page))
		return;
	page->line_count = 1;
	for (size_t i = 0; i < page->length; i++)
		if (ends_line(page, i))
			lines[page->line_count++] = (uint32_t)i + 1;
	page->lines = lines;
}

static uint32_t
characters_before(const struct clair_page *page, uint32_t offset)
{
	return page->characters[offset / STRETCH] +
	    count_characters(page, offset / STRETCH * STRETCH, offset);
}

void
clair_page_position(struct clair_page *page, uint32_t offset, uint32_t *line, uint32_t *column)
{
	uint32_t low = 0;
	uint32_t high;

	*line = 1;
	*column = 1;
	if (page->lines == NULL)
		make_lines(page);
	if (page->lines == NULL)
		return;
	if (offset > page->length)
		offset = (uint32_t)page->length;
	high = page->line_count;
	while (high - low > 1) {
		uint32_t middle = (low + high) / 2;

		if (page->lines[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	*line = low + 1;
	*column = 1 + characters_before(page, offset) - characters_before(page, page->lines[low]);
}

uint32_t
clair_page_line(struct clair_page *page, uint32_t line)
{
	if (page->lines == NULL)
		make_lines(page);
	if (page->lines == NULL || line == 0 || line > page->line_count)
		return (uint32_t)page->length;
	return page->lines[line - 1];
}

static bool
is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static const char *
after_markup(const char *at, const char *end)
{
	const char *close;

	if (end - at >= 4 && memcmp(at, "<!--", 4) == 0) {
		close = memmem(at + 2, (size_t)(end - at - 2), "-->", 3);
		return close != NULL ? close + 3 : end;
	}
	close = memchr(at, '>', (size_t)(end - at));
	return close != NULL ? close + 1 : end;
}

static size_t
character_length(const char *at)
{
	unsigned char byte = (unsigned char)*at;

	return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/* The two sides of a text: what is left of its source, and of its decoded bytes. */
struct sides {
	const char *from;
	const char *end;
	const char *decoded;
	const char *decoded_end;
};

/* HTML 13.5: the references that need no semicolon. */
static const char legacy[] = " AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute "
    "Ecirc Egrave Euml GT Iacute Icirc Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml "
    "QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute aelig agrave amp aring atilde "
    "auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc egrave eth euml frac12 frac14 "
    "frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde "
    "oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 "
    "sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml ";

static size_t
legacy_length(const char *name, size_t length)
{
	char wanted[9];

	for (length = length < 6 ? length : 6; length >= 2; length--) {
		wanted[0] = ' ';
		memcpy(wanted + 1, name, length);
		wanted[length + 1] = ' ';
		wanted[length + 2] = '\0';
		if (strstr(legacy, wanted) != NULL)
			return length;
	}
	return 0;
}

/* The second character of the references that stand for two is a mark, save in two of them. */
static bool
is_mark(const char *at)
{
	return at[0] == '\xCC' || (at[0] == '\xE2' && at[1] == '\x83') ||
	    (at[0] == '\xEF' && at[1] == '\xB8');
}

/* What follows on both sides may be the same. */
static bool
agree(const struct sides *sides, const char *from, const char *decoded)
{
	if (from >= sides->end || decoded >= sides->decoded_end)
		return from >= sides->end && decoded >= sides->decoded_end;
	if (is_mark(decoded))
		return *from == *decoded;
	return *from == *decoded || *from == '&' || *from == '<' || *from == '\r' || *from == '\0';
}

static const char *
after_number(const char *at, const char *end)
{
	bool hexadecimal = *at == 'x' || *at == 'X';

	at += hexadecimal;
	while (at < end && (is_digit(*at) || (hexadecimal && (*at | 32) >= 'a' && (*at | 32) <= 'f')))
		at++;
	return at < end && *at == ';' ? at + 1 : at;
}

/* Over a character reference, which is one or two decoded characters. False when the `&` is only an
 * ampersand. */
static bool
step_reference(struct sides *sides)
{
	const char *name = sides->from + 1;
	const char *decoded = sides->decoded + character_length(sides->decoded);
	const char *second = decoded < sides->decoded_end ? decoded + character_length(decoded) : decoded;
	const char *after = name;
	size_t length;

	while (after < sides->end && (is_letter(*after) || is_digit(*after)))
		after++;
	length = (size_t)(after - name);
	if (*sides->decoded == '&' && *name != '#' && strncasecmp(name, "amp", 3) != 0)
		return false;
	if (*name == '#')
		after = after_number(name + 1, sides->end);
	else if (after < sides->end && *after == ';' && length != 0 &&
	    (agree(sides, after + 1, decoded) || agree(sides, after + 1, second)))
		after++;
	else
		after = name + legacy_length(name, length);
	if (after <= name + 1)
		return false;
	sides->from = after;
	sides->decoded = agree(sides, after, decoded) || !agree(sides, after, second) ? decoded : second;
	return true;
}

/*
 * Both sides are walked together. Where they differ the source has: a character reference, a CR before
 * LF, or something the tree has no trace of (an end tag without its start, a NUL).
 */
static void
step(struct sides *sides)
{
	const char *from = sides->from;

	if (*from == '&' && step_reference(sides))
		return;
	if (*from == *sides->decoded) {
		sides->decoded += character_length(from);
		sides->from += character_length(from);
	} else if (*from == '\r' && *sides->decoded == '\n') {
		sides->decoded++;
		sides->from += sides->end - from > 1 && from[1] == '\n' ? 2 : 1;
	} else if (*from == '<') {
		sides->from = after_markup(from, sides->end);
	} else {
		sides->from += character_length(from);
	}
}

static struct sides
sides_of(const struct clair_node *text)
{
	const char *from = text->page->source + text->offset;

	return (struct sides){from, from + text->length, text->text, text->text + text->text_length};
}

uint32_t
clair_text_source_offset(const struct clair_node *text, uint32_t at)
{
	struct sides sides = sides_of(text);
	const char *wanted = text->text + (at < text->text_length ? at : text->text_length);

	if ((text->flags & CLAIR_NODE_ENTITIES) == 0)
		return text->offset + (uint32_t)(wanted - text->text);
	while (sides.decoded < wanted && sides.from < sides.end)
		step(&sides);
	while (wanted < sides.decoded_end && sides.from < sides.end && *sides.from == '<' &&
	    *wanted != '<')
		sides.from = after_markup(sides.from, sides.end);
	if (sides.from > sides.end)
		sides.from = sides.end;
	return (uint32_t)(sides.from - text->page->source);
}

uint32_t
clair_text_decoded_before(const struct clair_node *text, uint32_t offset)
{
	struct sides sides = sides_of(text);
	const char *wanted = text->page->source + offset;

	while (sides.decoded < sides.decoded_end && sides.from < wanted)
		step(&sides);
	return (uint32_t)(sides.decoded - text->text);
}
