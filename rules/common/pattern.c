/* See pattern.h. */
#include "rules/common/pattern.h"

enum { SHOWN = 60, QUOTED = 500 };

/* The match, cut before a character that would not fit. */
static void
show(struct clair_finding *finding, const char *match, size_t length)
{
	char text[SHOWN + 1];
	size_t n = length < SHOWN ? length : SHOWN;

	while (n < length && n > 0 && ((unsigned char)match[n] & 0xC0) == 0x80)
		n--;
	for (size_t i = 0; i < n; i++)
		text[i] = match[i];
	text[n] = '\0';
	clair_arg(finding, "text", text);
}

bool
text_next_in_block(struct clair_ctx *ctx, const char *pattern, struct text_place *place)
{
	while (clair_find_in_block(ctx, pattern, place->block, place->offset + place->length,
	           &place->offset, &place->length) &&
	    place->length > 0) {
		if (!clair_block_is_sample(ctx, place->block, place->offset))
			return true;
	}
	return false;
}

void
text_name(struct clair_finding *finding, const struct text_place *place)
{
	show(finding, clair_block_text(place->block) + place->offset, place->length);
}

typedef struct clair_finding *report_fn(struct clair_ctx *ctx, const struct clair_block *block,
    size_t from, size_t length, unsigned message);

static bool
show_all(struct clair_ctx *ctx, const struct clair_block *block, const char *pattern,
    unsigned message, report_fn *report)
{
	struct text_place place = {.block = block};
	bool found = false;

	while (text_next_in_block(ctx, pattern, &place)) {
		text_name(report(ctx, block, place.offset, place.length, message), &place);
		found = true;
	}
	return found;
}

enum clair_outcome
text_report_pattern(struct clair_ctx *ctx, const struct clair_block *block, const char *pattern,
    unsigned message)
{
	return show_all(ctx, block, pattern, message, clair_report_part) ? CLAIR_FAIL : CLAIR_PASS;
}

enum clair_outcome
text_review_pattern(struct clair_ctx *ctx, const struct clair_block *block, const char *pattern,
    unsigned message)
{
	return show_all(ctx, block, pattern, message, clair_review_part) ? CLAIR_REVIEW : CLAIR_PASS;
}

/* « and » (C2 AB and C2 BB in UTF-8) are told apart; straight marks, which may be of inches, are not read. A
 * quotation opens near: past that, its end was forgotten. */
static bool
is_quoted(const char *text, size_t at)
{
	const size_t near = at > QUOTED ? at - QUOTED : 0;

	for (; at > near; at--) {
		if ((unsigned char)text[at - 1] != 0xC2)
			continue;
		if ((unsigned char)text[at] == 0xBB)
			return false;
		if ((unsigned char)text[at] == 0xAB)
			return true;
	}
	return false;
}

static bool
find_in_block(struct clair_ctx *ctx, const char *pattern, struct text_place *place)
{
	place->offset = place->length = 0;
	while (text_next_in_block(ctx, pattern, place)) {
		if (!is_quoted(clair_block_text(place->block), place->offset))
			return true;
	}
	return false;
}

/* The first match in the French blocks of these kinds; `french` gets whether there is such a block. */
static bool
find_in_blocks(struct clair_ctx *ctx, const char *pattern, unsigned blocks, bool only_main,
    struct text_place *place, bool *french)
{
	*french = false;
	for (size_t i = 0; i < clair_block_count(ctx); i++) {
		place->block = clair_block_at(ctx, i);
		if ((blocks & CLAIR_BLOCKS(clair_block_kind(place->block))) == 0 ||
		    (only_main && clair_block_region(ctx, place->block) != CLAIR_IN_MAIN) ||
		    !clair_block_in_french(ctx, place->block))
			continue;
		*french = true;
		if (find_in_block(ctx, pattern, place))
			return true;
	}
	return false;
}

bool
text_find_in_page(
    struct clair_ctx *ctx, const char *pattern, unsigned blocks, struct text_place *place)
{
	bool french;

	return find_in_blocks(ctx, pattern, blocks, true, place, &french);
}

static enum clair_outcome
review_place(struct clair_ctx *ctx, const char *pattern, bool only_main, unsigned message)
{
	const unsigned blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING);
	struct text_place place;
	bool french;

	if (find_in_blocks(ctx, pattern, blocks, only_main, &place, &french)) {
		text_name(
		    clair_review_part(ctx, place.block, place.offset, place.length, message), &place);
		return CLAIR_REVIEW;
	}
	return french ? CLAIR_PASS : CLAIR_INAPPLICABLE;
}

enum clair_outcome
text_review_first(struct clair_ctx *ctx, const char *pattern, unsigned message)
{
	return review_place(ctx, pattern, true, message);
}

enum clair_outcome
text_review_anywhere(struct clair_ctx *ctx, const char *pattern, unsigned message)
{
	return review_place(ctx, pattern, false, message);
}
