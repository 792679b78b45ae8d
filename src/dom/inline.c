/* See inline.h. */
#include "dom/inline.h"

#include "dom/lex.h"
#include "dom/mdlink.h"

#include <string.h>
#include <strings.h>

enum { LONGEST_REFERENCE = 40 };

static struct clair_md_source
source_of(const struct clair_inline *in)
{
	return (struct clair_md_source){in->source, in->end, in->quotes};
}

static bool
is_at(const struct clair_inline *in, char sign)
{
	return in->at < in->end && in->source[in->at] == sign;
}

/* --- Tables -------------------------------------------------------------------------------------- */

static void
open_cell(struct clair_inline *in)
{
	if (!in->table || in->cell_open)
		return;
	if (!in->row_open)
		clair_write_open(in->writer, CLAIR_TAG_TR, in->at, in->at);
	clair_write_open(in->writer, in->row == 0 ? CLAIR_TAG_TH : CLAIR_TAG_TD, in->at, in->at);
	in->row_open = in->cell_open = true;
}

static void
close_cell(struct clair_inline *in)
{
	if (in->cell_open)
		clair_write_close(in->writer);
	in->cell_open = false;
}

static void
close_row(struct clair_inline *in)
{
	close_cell(in);
	if (in->row_open)
		clair_write_close(in->writer);
	in->row_open = false;
}

/* The second line is the one of dashes: nobody reads it. */
static bool
is_silent(const struct clair_inline *in)
{
	return in->muted != 0 || (in->table && in->row == 1);
}

bool
clair_inline_is_table(const struct clair_inline *in, uint32_t at)
{
	const struct clair_md_source source = source_of(in);
	uint32_t end = at + (uint32_t)strcspn(in->source + at, "\r\n");
	bool dash = false;
	bool bar = false;

	if (end >= in->end || memchr(in->source + at, '|', end - at) == NULL)
		return false;
	for (at = clair_md_next_line(&source, end); at < in->end; at++) {
		const char sign = in->source[at];

		if (sign == '\n' || sign == '\r')
			break;
		if (strchr("-|: \t", sign) == NULL)
			return false;
		dash |= sign == '-';
		bar |= sign == '|';
	}
	return dash && bar;
}

/* --- Text ---------------------------------------------------------------------------------------- */

static bool
is_empty_run(const struct clair_inline *in)
{
	uint32_t i = in->run;

	while (i < in->at && clair_is_space(in->source[i]))
		i++;
	return i == in->at;
}

/* Writes what was read since the last time. */
static void
flush(struct clair_inline *in)
{
	if (in->run < in->at && !is_silent(in) && !(in->table && is_empty_run(in))) {
		open_cell(in);
		clair_write_verbatim(in->writer, in->run, in->at);
	}
	in->run = in->at;
}

/* Signs that are not text. */
static void
skip_to(struct clair_inline *in, uint32_t at)
{
	flush(in);
	in->at = in->run = at > in->end ? in->end : at;
}

static void
skip(struct clair_inline *in, uint32_t count)
{
	skip_to(in, in->at + count);
}

static bool
is_punctuation(char byte)
{
	return (byte >= '!' && byte <= '/') || (byte >= ':' && byte <= '@') || (byte >= '[' && byte <= '`') ||
	    (byte >= '{' && byte <= '~');
}

static size_t
character_length(const char *at)
{
	size_t length = *at != '\0';

	while (((unsigned char)at[length] & 0xC0) == 0x80)
		length++;
	return length;
}

/* Length of the character reference that stands for what begins `literal`, or 0. Only one for & itself
 * gives an &. */
static uint32_t
reference_length(const struct clair_inline *in, const char *literal)
{
	static const char *const ampersands[] = {"amp", "AMP", "#38", "#038", "#x26", "#X26"};
	const char *at = in->source + in->at;
	size_t length = 0;

	while (length < LONGEST_REFERENCE && strchr("; \n\r", at[length]) == NULL)
		length++;
	if (at[length] != ';' || in->at + length >= in->end)
		return 0;
	if (*literal != '&')
		return (uint32_t)length + 1;
	for (size_t i = 0; i < sizeof(ampersands) / sizeof(ampersands[0]); i++) {
		if (length - 1 == strlen(ampersands[i]) && memcmp(at + 1, ampersands[i], length - 1) == 0)
			return (uint32_t)length + 1;
	}
	return 0;
}

/* HTML 13.5: what the names of two characters end with, but &fjlig;. */
static bool
ends_pair(const char *literal)
{
	static const char *const seconds[] = {"\u0333", "\u0338", "\u200A", "\u20D2", "\u20E5", "\uFE00"};

	for (size_t i = 0; i < sizeof(seconds) / sizeof(seconds[0]); i++) {
		if (strncmp(literal, seconds[i], strlen(seconds[i])) == 0)
			return true;
	}
	return false;
}

/* The second character of a pair is the source's own when the source has it too. */
static const char *
read_reference(struct clair_inline *in, const char *literal, uint32_t length)
{
	const char *first = literal + character_length(literal);
	bool pair = ends_pair(first) || strncmp(in->source + in->at, "&fjlig;", 7) == 0;

	flush(in);
	in->at += length;
	if (pair && *first != in->source[in->at])
		first += character_length(first);
	if (!is_silent(in)) {
		open_cell(in);
		clair_write_decoded(in->writer, in->run, in->at, literal, (size_t)(first - literal));
	}
	in->run = in->at;
	return first;
}

static bool
ends_cell(const struct clair_inline *in, char sign)
{
	return in->table && in->depth == 0 && in->muted == 0 && sign == '|' && is_at(in, '|');
}

/* One character of the tree's text, or of the source only. */
static const char *
step(struct clair_inline *in, const char *literal)
{
	const char sign = in->source[in->at];

	if (ends_cell(in, *literal)) {
		flush(in);
		close_cell(in);
		skip(in, 1);
		return literal + 1;
	}
	if (sign == '\\' && is_punctuation(in->source[in->at + 1]) && in->source[in->at + 1] == *literal) {
		skip(in, 1);
	} else if (sign == '&') {
		uint32_t length = reference_length(in, literal);

		if (length != 0)
			return read_reference(in, literal, length);
	}
	if (in->source[in->at] == *literal) {
		in->at++;
		return literal + 1;
	}
	skip(in, 1);
	return literal;
}

static void
read_text(struct clair_inline *in, const char *literal)
{
	if (in->muted != 0)
		clair_buf_puts(&in->words, literal);
	while (*literal != '\0' && in->at < in->end)
		literal = step(in, literal);
	if (*literal == '\0' || is_silent(in))
		return;
	flush(in);
	open_cell(in);
	clair_write_decoded(in->writer, in->at, in->at, literal, strlen(literal));
}

/* The break stays in the text, where it is a space, unless a > follows it. A row ends where nothing is open:
 * what begins in it ends in it. */
static void
read_line_break(struct clair_inline *in)
{
	const struct clair_md_source source = source_of(in);
	uint32_t line_end = in->at + (uint32_t)strcspn(in->source + in->at, "\r\n");
	uint32_t next = clair_md_next_line(&source, line_end);

	if (in->muted != 0)
		clair_buf_putc(&in->words, ' ');
	if (in->table && in->depth == 0 && in->muted == 0) {
		skip_to(in, next);
		close_row(in);
		in->row++;
	} else if (in->quotes != 0 && next <= in->end) {
		in->at = line_end < in->end ? line_end + 1 : in->end;
		skip_to(in, next);
	} else {
		in->at = next <= in->end ? next : in->end;
	}
}

static void
read_hard_break(struct clair_inline *in)
{
	const struct clair_md_source source = source_of(in);
	uint32_t line_end = in->at + (uint32_t)strcspn(in->source + in->at, "\r\n");

	flush(in);
	if (!is_silent(in))
		clair_write_void(in->writer, CLAIR_TAG_BR, in->at, line_end);
	skip_to(in, clair_md_next_line(&source, line_end));
}

/* --- Elements ------------------------------------------------------------------------------------ */

static struct clair_node *
open_element(struct clair_inline *in, enum clair_tag tag)
{
	flush(in);
	in->depth++;
	if (is_silent(in))
		return NULL;
	open_cell(in);
	return clair_write_open(in->writer, tag, in->at, in->at);
}

static void
close_element(struct clair_inline *in)
{
	flush(in);
	in->depth--;
	if (is_silent(in))
		return;
	clair_write_close(in->writer);
}

static void
read_emphasis(struct clair_inline *in, bool enters, enum clair_tag tag, uint32_t signs)
{
	bool found = is_at(in, '*') || is_at(in, '_');

	if (enters)
		open_element(in, tag);
	else
		close_element(in);
	if (found)
		skip(in, signs);
}

/* CommonMark 0.30, 6.1: up to a run of as many backticks. */
static void
read_code(struct clair_inline *in, const char *literal)
{
	uint32_t ticks = (uint32_t)strspn(in->source + in->at, "`");
	uint32_t close = in->at + ticks;
	uint32_t run = 0;

	if (ticks == 0)
		return;
	while (close < in->end && run != ticks) {
		close += (uint32_t)strcspn(in->source + close, "`");
		run = (uint32_t)strspn(in->source + close, "`");
		close += run;
	}
	if (in->muted != 0)
		clair_buf_puts(&in->words, literal);
	open_element(in, CLAIR_TAG_CODE);
	skip(in, ticks);
	in->at = close < in->end ? close - run : in->end - run;
	close_element(in);
	skip(in, run);
}

/* Tags are not read; <br> parts lines, and comments are kept, but in a table, where they would make a cell. */
static void
read_tag(struct clair_inline *in, const char *literal)
{
	const size_t length = strlen(literal);
	uint32_t at = in->at;

	for (const char *sign = literal; *sign != '\0' && at < in->end; at++)
		sign += in->source[at] == *sign;
	flush(in);
	if (strncasecmp(literal, "<br", 3) == 0 && !is_silent(in) && !in->table)
		clair_write_void(in->writer, CLAIR_TAG_BR, in->at, at);
	if (length > 6 && strncmp(literal, "<!--", 4) == 0 && !is_silent(in) && !in->table)
		clair_write_comment(in->writer, in->at, at, literal + 4, length - 7);
	skip_to(in, at);
}

static uint32_t
skip_tail(struct clair_inline *in)
{
	const struct clair_md_source source = source_of(in);
	uint32_t words_end = in->at;

	if (is_at(in, '>'))
		skip(in, 1);
	else if (is_at(in, ']'))
		skip_to(in, clair_md_link_tail(&source, in->at + 1));
	return words_end;
}

static void
set_span(struct clair_node *node, uint32_t from, uint32_t end)
{
	node->offset = from;
	node->length = end - from;
}

static void
read_link(struct clair_inline *in, bool enters, cmark_node *link)
{
	const char *title = cmark_node_get_title(link);
	uint32_t address;

	if (enters) {
		struct clair_node *node = open_element(in, CLAIR_TAG_A);

		if (node != NULL && in->link_count < CLAIR_OPEN_LINKS) {
			in->links[in->link_count] = node;
			in->links_from[in->link_count] = in->at;
		}
		in->link_count += node != NULL;
		skip(in, is_at(in, '[') || is_at(in, '<') ? 1 : 0);
		return;
	}
	close_element(in);
	address = skip_tail(in) + 1;
	if (is_silent(in) || --in->link_count >= CLAIR_OPEN_LINKS)
		return;
	set_span(in->links[in->link_count], in->links_from[in->link_count], in->at);
	clair_write_attributes(in->writer, in->links[in->link_count],
	    (struct clair_written_attribute[]){
	        {CLAIR_ATTR_HREF, cmark_node_get_url(link), address, in->at},
	        {CLAIR_ATTR_TITLE, title[0] != '\0' ? title : NULL, address, in->at},
	    },
	    2);
}

static void
end_image(struct clair_inline *in, cmark_node *image, uint32_t words_end)
{
	bool empty = in->words_from >= words_end;

	if (is_silent(in))
		return;
	set_span(in->image, in->image_from, in->at);
	clair_write_attributes(in->writer, in->image,
	    (struct clair_written_attribute[]){
	        {CLAIR_ATTR_SRC, cmark_node_get_url(image), words_end + 1, in->at},
	        {CLAIR_ATTR_ALT, in->words.bytes, empty ? in->image_from : in->words_from,
	            empty ? in->at : words_end},
	    },
	    2);
}

/* Its description is no text of the page: it is read into the attribute. */
static void
read_image(struct clair_inline *in, bool enters, cmark_node *image)
{
	if (!enters) {
		uint32_t words_end;

		flush(in);
		words_end = skip_tail(in);
		if (--in->muted == 0)
			end_image(in, image, words_end);
		return;
	}
	flush(in);
	if (in->muted++ == 0) {
		clair_buf_clear(&in->words);
		in->image_from = in->at;
		in->muted--;
		if (!is_silent(in)) {
			open_cell(in);
			in->image = clair_write_void(in->writer, CLAIR_TAG_IMG, in->at, in->at);
		}
		in->muted++;
	}
	skip(in, is_at(in, '!') ? 2 : 0);
	if (in->muted == 1)
		in->words_from = in->at;
}

void
clair_inline_event(struct clair_inline *in, cmark_event_type event, cmark_node *node)
{
	bool enters = event == CMARK_EVENT_ENTER;

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		read_text(in, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_SOFTBREAK:
		read_line_break(in);
		break;
	case CMARK_NODE_LINEBREAK:
		if (in->table)
			read_line_break(in);
		else
			read_hard_break(in);
		break;
	case CMARK_NODE_CODE:
		read_code(in, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_HTML_INLINE:
		read_tag(in, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_EMPH:
		read_emphasis(in, enters, CLAIR_TAG_EM, 1);
		break;
	case CMARK_NODE_STRONG:
		read_emphasis(in, enters, CLAIR_TAG_STRONG, 2);
		break;
	case CMARK_NODE_LINK:
		read_link(in, enters, node);
		break;
	case CMARK_NODE_IMAGE:
		read_image(in, enters, node);
		break;
	default:
		break;
	}
}

uint32_t
clair_inline_after_definitions(const struct clair_inline *in, uint32_t at, uint32_t end)
{
	return clair_md_definitions(&(struct clair_md_source){in->source, end, in->quotes}, at);
}

void
clair_inline_start(struct clair_inline *in, uint32_t at, uint32_t end)
{
	in->end = end;
	in->at = in->run = at;
	in->depth = in->muted = in->row = in->link_count = 0;
	in->table = in->row_open = in->cell_open = false;
}

void
clair_inline_end(struct clair_inline *in)
{
	flush(in);
	close_row(in);
}
