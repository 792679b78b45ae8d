/* See postal.h. Lines are read from the post code backwards: box, street, building. */
#include "facts/postal.h"
#include "base/buf.h"

#include <string.h>

enum { LINES = 6 };

struct line {
	size_t from, length;
};

struct lines {
	struct clair_ctx *ctx;
	const char *text;
	size_t length;             /* what is left to read */
	struct line street[LINES]; /* the nearest to the post code first */
	size_t count;
	struct line box;
	bool has_street;           /* not a building alone */
	bool passed;               /* a line that says neither, "Quartier de la gare" */
};

static bool
ends_with(const struct lines *lines, const char *pattern, struct line *line)
{
	return clair_dict_match(
	    lines->ctx->dict, pattern, lines->text, lines->length, 0, &line->from, &line->length);
}

/* Commas, dashes, "Code postal :" between two lines. */
static void
drop_separator(struct lines *lines)
{
	struct line separator;

	if (ends_with(lines, "address-separator", &separator))
		lines->length = separator.from;
}

static bool
take_box(struct lines *lines)
{
	if (lines->box.length != 0 || !ends_with(lines, "address-box", &lines->box))
		return false;
	lines->length = lines->box.from;
	return true;
}

/* Once the street is known, only a building or a quarter stands before it. */
static bool
take_street(struct lines *lines)
{
	struct line *line = &lines->street[lines->count];
	const bool is_street = !lines->has_street && ends_with(lines, "address-street", line);

	if (!is_street && !ends_with(lines, "address-building", line))
		return false;
	lines->has_street = lines->has_street || is_street;
	lines->length = line->from;
	lines->count++;
	return true;
}

static bool
pass_line(struct lines *lines)
{
	struct line line;

	if (lines->passed || lines->has_street || !ends_with(lines, "address-passed", &line))
		return false;
	lines->passed = true;
	lines->length = line.from;
	return true;
}

static void
read_lines(struct lines *lines)
{
	drop_separator(lines);
	while (lines->count < LINES && lines->length != 0 && (take_box(lines) || take_street(lines) || pass_line(lines)))
		drop_separator(lines);
}

static const char *
street_of(const struct lines *lines)
{
	struct clair_buf street;
	const char *kept;

	clair_buf_init(&street, 0);
	clair_buf_puts(&street, "");
	for (size_t i = lines->count; i-- > 0;) {
		clair_buf_add(&street, lines->text + lines->street[i].from, lines->street[i].length);
		if (i != 0)
			clair_buf_puts(&street, ", ");
	}
	kept = clair_strdup(&lines->ctx->page->mem, street.bytes);
	clair_buf_free(&street);
	return kept;
}

static bool
read_town(struct clair_ctx *ctx, const char *after, struct clair_address *address, size_t *town_end)
{
	const size_t length = strlen(after);
	size_t from;
	size_t bytes;
	size_t cedex;

	if (!clair_dict_match(ctx->dict, "address-town", after, length, 0, &from, &bytes))
		return false;
	*town_end = from + bytes;
	if (clair_matches(ctx, "address-abroad", after + *town_end))
		return false;
	address->town = clair_strndup(&ctx->page->mem, after + from, bytes);
	address->is_cedex = clair_dict_match(ctx->dict, "address-cedex", after, *town_end, 0, &from, &cedex);
	return true;
}

bool
clair_postal_read(struct clair_ctx *ctx, const char *before, const char *after, bool spaced,
    struct clair_address *address, size_t *town_end)
{
	struct lines lines = {.ctx = ctx, .text = before, .length = strlen(before)};

	if (!read_town(ctx, after, address, town_end))
		return false;
	read_lines(&lines);
	address->street = street_of(&lines);
	address->box = clair_strndup(&ctx->page->mem, before + lines.box.from, lines.box.length);
	return lines.has_street || lines.box.length != 0 ||
	    (!spaced && clair_matches(ctx, "address-body", before));
}
