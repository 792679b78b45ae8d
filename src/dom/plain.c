/*
 * Plain text: blocks of lines, as people type them. An empty line parts two blocks; a bullet or a number
 * begins an item; a short line alone, without a full stop and followed by text, is a heading.
 */
#include "dom/text.h"

#include "dom/lex.h"

#include <string.h>

/* In characters. A line that is longer was not cut by hand: it is a paragraph; narrower lines were meant. */
enum { LONG_LINE = 100, NARROW_LINE = 45, HEADING_LINE = 80, HEADING_WORDS = 12, RULED_SIGNS = 3 };

struct line {
	uint32_t start, end; /* without the spaces around */
	uint32_t next;       /* where the next line begins */
	uint32_t marker;     /* bytes of its bullet or number, with the space; 0: none */
	uint32_t width;      /* characters */
	bool numbered, begins_list, ruled;
};

struct reader {
	struct clair_writer *writer;
	const char *source;
	uint32_t length;
	enum clair_tag list; /* open: ul, ol; or OTHER */
};

/* --- Lines --------------------------------------------------------------------------------------- */

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* Length of the space there, 0 for anything else; the source ends with NUL. */
static uint32_t
space_at(const char *at)
{
	if (*at == ' ' || *at == '\t' || *at == '\f' || *at == '\v')
		return 1;
	if (at[0] == (char)0xC2 && at[1] == (char)0xA0)
		return 2;
	return strncmp(at, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

static uint32_t
bullet_at(const char *at)
{
	static const char *const bullets[] = {"-", "–", "—", "•", "*", "·", "▪", "●", "◦", "‣", "\xEF\x82\xB7"};

	for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++) {
		uint32_t length = (uint32_t)strlen(bullets[i]);

		if (strncmp(at, bullets[i], length) == 0 && space_at(at + length) != 0)
			return length;
	}
	return 0;
}

/* 1. 12) a) */
static uint32_t
number_at(const char *at)
{
	uint32_t digits = 0;

	while (digits < 3 && is_digit(at[digits]))
		digits++;
	if (digits == 0 && !(clair_is_letter(at[0]) && at[1] == ')'))
		return 0;
	if (digits == 0)
		digits = 1;
	return (at[digits] == '.' || at[digits] == ')') && space_at(at + digits + 1) != 0 ? digits + 1 : 0;
}

static void
read_marker(const struct reader *reader, struct line *line)
{
	const char *at = reader->source + line->start;
	uint32_t length = bullet_at(at);

	line->begins_list = length != 0;
	if (length == 0) {
		length = number_at(at);
		line->numbered = length != 0;
		line->begins_list = length == 2 && (at[0] == '1' || at[0] == 'a');
	}
	while (length != 0 && space_at(at + length) != 0)
		length += space_at(at + length);
	if (length != 0 && line->start + length < line->end)
		line->marker = length;
}

static bool
is_ruled(const struct reader *reader, const struct line *line)
{
	const char sign = reader->source[line->start];
	unsigned count = 0;

	if (strchr("-=_*~#", sign) == NULL)
		return false;
	for (uint32_t i = line->start; i < line->end; i++) {
		if (reader->source[i] != sign && reader->source[i] != ' ')
			return false;
		count += reader->source[i] == sign;
	}
	return count >= RULED_SIGNS;
}

static uint32_t
characters(const char *text, uint32_t from, uint32_t end)
{
	uint32_t count = 0;

	for (uint32_t i = from; i < end; i++)
		count += ((unsigned char)text[i] & 0xC0) != 0x80;
	return count;
}

static bool
is_blank(const struct line *line)
{
	return line->start == line->end;
}

/* False at the end of the text. */
static bool
read_line(const struct reader *reader, uint32_t at, struct line *line)
{
	const char *source = reader->source;
	uint32_t end = at;

	*line = (struct line){.start = at, .end = at, .next = at};
	if (at >= reader->length)
		return false;
	end += (uint32_t)strcspn(source + at, "\r\n");
	line->next = end;
	if (end < reader->length)
		line->next += source[end] == '\r' && source[end + 1] == '\n' ? 2 : 1;
	while (line->start < end && space_at(source + line->start) != 0)
		line->start += space_at(source + line->start);
	while (end > line->start && clair_is_space(source[end - 1]))
		end--;
	line->end = end;
	if (is_blank(line))
		return true;
	line->width = characters(source, line->start, end);
	line->ruled = is_ruled(reader, line);
	if (!line->ruled)
		read_marker(reader, line);
	return true;
}

/* --- Blocks -------------------------------------------------------------------------------------- */

struct block {
	struct line first, last;
	uint32_t widest;
};

static bool
goes_on(const struct block *block, const struct line *next)
{
	if (is_blank(next) || next->ruled)
		return false;
	if (next->marker != 0 && (next->begins_list || block->first.marker != 0))
		return false;
	return block->last.width <= LONG_LINE && next->width <= LONG_LINE;
}

static struct block
read_block(const struct reader *reader, const struct line *first)
{
	struct block block = {*first, *first, first->width};
	struct line next;

	while (read_line(reader, block.last.next, &next) && goes_on(&block, &next)) {
		block.last = next;
		if (next.width > block.widest)
			block.widest = next.width;
	}
	return block;
}

static bool
ends_like_sentence(const struct reader *reader, const struct line *line)
{
	const char *end = reader->source + line->end;

	return strchr(".,;:", end[-1]) != NULL ||
	    (line->end - line->start >= 3 && memcmp(end - 3, "…", 3) == 0);
}

static bool
is_short(const struct reader *reader, const struct line *line)
{
	unsigned spaces = 0;

	if (line->width > HEADING_LINE)
		return false;
	for (uint32_t i = line->start; i < line->end; i++)
		spaces += reader->source[i] == ' ';
	return spaces < HEADING_WORDS;
}

/* What follows it is text, and no item: a number then is that of a heading. */
static bool
is_heading(const struct reader *reader, const struct block *block)
{
	struct line next;

	if (block->first.start != block->last.start || reader->list != CLAIR_TAG_OTHER ||
	    (block->first.marker != 0 && !block->first.numbered) || !is_short(reader, &block->first) ||
	    ends_like_sentence(reader, &block->first) || !read_line(reader, block->first.next, &next))
		return false;
	if (next.ruled && strchr("=-", reader->source[next.start]) != NULL)
		return true;
	if (!is_blank(&next))
		return false;
	while (read_line(reader, next.next, &next) && is_blank(&next))
		continue;
	return !is_blank(&next) && (block->first.marker == 0 || next.marker == 0);
}

static uint32_t
first_word(const struct reader *reader, const struct line *line)
{
	uint32_t end = line->start + (uint32_t)strcspn(reader->source + line->start, " \t\r\n");

	return characters(reader->source, line->start, end);
}

/* The first word of the next line would have had room: whoever went to the line meant it. */
static bool
is_meant(const struct reader *reader, const struct block *block, const struct line *line,
    const struct line *next)
{
	return block->widest < NARROW_LINE ||
	    line->width + 1 + first_word(reader, next) <= block->widest;
}

static void
write_lines(const struct reader *reader, const struct block *block, uint32_t from)
{
	struct line line = block->first;
	struct line next;

	for (; line.start != block->last.start; line = next) {
		read_line(reader, line.next, &next);
		if (!is_meant(reader, block, &line, &next))
			continue;
		clair_write_verbatim(reader->writer, from, line.end);
		clair_write_void(reader->writer, CLAIR_TAG_BR, line.end, next.start);
		from = next.start;
	}
	clair_write_verbatim(reader->writer, from, line.end);
}

/* The list that holds the block: OTHER for none. */
static void
set_list(struct reader *reader, enum clair_tag list, uint32_t at)
{
	if (reader->list == list)
		return;
	if (reader->list != CLAIR_TAG_OTHER)
		clair_write_close(reader->writer);
	reader->list = list;
	if (list != CLAIR_TAG_OTHER)
		clair_write_open(reader->writer, list, at, at);
}

static void
write_block(struct reader *reader, const struct block *block)
{
	const struct line *first = &block->first;
	bool heading = is_heading(reader, block);
	bool item = first->marker != 0 && !heading;
	enum clair_tag tag = heading ? CLAIR_TAG_H2 : item ? CLAIR_TAG_LI : CLAIR_TAG_P;

	set_list(reader, !item ? CLAIR_TAG_OTHER : first->numbered ? CLAIR_TAG_OL : CLAIR_TAG_UL,
	    first->start);
	clair_write_open(reader->writer, tag, first->start, first->end);
	write_lines(reader, block, first->start + first->marker);
	clair_write_close(reader->writer);
}

static void
write_text(struct clair_writer *writer, void *payload)
{
	struct reader reader = {
	    .writer = writer,
	    .source = writer->page->source,
	    .length = (uint32_t)writer->page->length,
	    .list = CLAIR_TAG_OTHER,
	};
	struct line line = {0};

	(void)payload;
	while (read_line(&reader, line.next, &line)) {
		struct block block;

		if (is_blank(&line) || line.ruled)
			continue;
		block = read_block(&reader, &line);
		write_block(&reader, &block);
		line = block.last;
	}
	set_list(&reader, CLAIR_TAG_OTHER, 0);
}

const char *
clair_build_plain(struct clair_page *page)
{
	return clair_write_page(page, write_text, NULL, SIZE_MAX);
}
