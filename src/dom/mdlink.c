/* See mdlink.h. Functions that read give 0 when the part is not there. */
#include "dom/mdlink.h"

#include <stdbool.h>
#include <string.h>

/* CommonMark 0.30, 4.7: 999 characters in a label; the others are ours, against long titles left open. */
enum { LONGEST_LABEL = 4000, LONGEST_TITLE = 1000, DEEPEST_BRACKETS = 32 };

static bool
is_at(const struct clair_md_source *source, uint32_t at, char sign)
{
	return at < source->end && source->text[at] == sign;
}

static bool
is_line_end(const struct clair_md_source *source, uint32_t at)
{
	return at >= source->end || source->text[at] == '\n' || source->text[at] == '\r';
}

uint32_t
clair_md_spaces(const struct clair_md_source *source, uint32_t at)
{
	while (is_at(source, at, ' ') || is_at(source, at, '\t'))
		at++;
	return at;
}

uint32_t
clair_md_next_line(const struct clair_md_source *source, uint32_t at)
{
	unsigned quotes = source->quotes;

	if (at >= source->end || !is_line_end(source, at))
		return at;
	at += source->text[at] == '\r' && is_at(source, at + 1, '\n') ? 2 : 1;
	at = clair_md_spaces(source, at);
	while (quotes-- > 0 && is_at(source, at, '>'))
		at = clair_md_spaces(source, at + 1);
	return at;
}

/* Spaces, with one line break at most. */
static uint32_t
skip_gap(const struct clair_md_source *source, uint32_t at)
{
	return clair_md_next_line(source, clair_md_spaces(source, at));
}

/* From after the opening sign to after the closing one. */
static uint32_t
read_until(const struct clair_md_source *source, uint32_t at, char close, const char *refused, uint32_t most)
{
	uint32_t limit = source->end - at < most ? source->end : at + most;

	for (; at < limit && strchr(refused, source->text[at]) == NULL; at++) {
		if (source->text[at] == close)
			return at + 1;
		at += source->text[at] == '\\' && at + 1 < limit;
	}
	return 0;
}

static uint32_t
read_destination(const struct clair_md_source *source, uint32_t at)
{
	unsigned depth = 0;

	if (is_at(source, at, '<'))
		return read_until(source, at + 1, '>', "<\n\r", UINT32_MAX);
	for (; at < source->end && (unsigned char)source->text[at] > ' '; at++) {
		if (source->text[at] == '\\' && at + 1 < source->end)
			at++;
		else if (source->text[at] == '(' && ++depth > DEEPEST_BRACKETS)
			return 0;
		else if (source->text[at] == ')' && depth-- == 0)
			break;
	}
	return at;
}

static uint32_t
read_title(const struct clair_md_source *source, uint32_t at)
{
	if (is_at(source, at, '"'))
		return read_until(source, at + 1, '"', "", LONGEST_TITLE);
	if (is_at(source, at, '\''))
		return read_until(source, at + 1, '\'', "", LONGEST_TITLE);
	return is_at(source, at, '(') ? read_until(source, at + 1, ')', "(", LONGEST_TITLE) : 0;
}

/* ( address "title" ) */
static uint32_t
read_address(const struct clair_md_source *source, uint32_t at)
{
	uint32_t address = read_destination(source, skip_gap(source, at + 1));
	uint32_t gap;
	uint32_t title;

	if (address == 0)
		return 0;
	gap = skip_gap(source, address);
	title = gap == address ? 0 : read_title(source, gap);
	if (title != 0)
		gap = skip_gap(source, title);
	return is_at(source, gap, ')') ? gap + 1 : 0;
}

uint32_t
clair_md_link_tail(const struct clair_md_source *source, uint32_t at)
{
	uint32_t end = 0;

	if (is_at(source, at, '('))
		end = read_address(source, at);
	else if (is_at(source, at, '['))
		end = read_until(source, at + 1, ']', "[", LONGEST_LABEL);
	return end != 0 ? end : at;
}

/* [label]: address "title", alone on its lines */
static uint32_t
read_definition(const struct clair_md_source *source, uint32_t at)
{
	uint32_t label = is_at(source, at, '[') ? read_until(source, at + 1, ']', "[", LONGEST_LABEL) : 0;
	uint32_t address;
	uint32_t gap;
	uint32_t title;

	if (label == 0 || !is_at(source, label, ':'))
		return 0;
	gap = skip_gap(source, label + 1);
	address = read_destination(source, gap);
	if (address <= gap)
		return 0;
	gap = skip_gap(source, address);
	title = gap == address ? 0 : read_title(source, gap);
	if (title != 0 && is_line_end(source, clair_md_spaces(source, title)))
		return clair_md_spaces(source, title);
	address = clair_md_spaces(source, address);
	return is_line_end(source, address) ? address : 0;
}

uint32_t
clair_md_definitions(const struct clair_md_source *source, uint32_t at)
{
	uint32_t end;

	while ((end = read_definition(source, at)) != 0 && end < source->end)
		at = clair_md_next_line(source, end);
	return at;
}
