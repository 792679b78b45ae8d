/* Is the visible text of a widget part of its accessible name? (ACT 2ee8b8, label in name.) */
#include "dict/dict.h"
#include "facts/ctx.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>

enum { WORD_LIMIT = 64, ABBREVIATION_LETTERS = 5 };

struct piece {
	const char *start;
	size_t length;
	bool before_dot;
};

struct pieces {
	struct piece list[WORD_LIMIT];
	size_t count;
	bool cut; /* there were more */
};

/* A mark goes on with a word and starts none: alone it is that of an emoji. */
static bool
is_word_character(ucs4_t c, bool inside)
{
	return uc_is_property_alphabetic(c) || uc_is_property_decimal_digit(c) ||
	    (inside && uc_is_general_category(c, UC_CATEGORY_M));
}

static bool
is_hyphen(ucs4_t c)
{
	return c == '-' || c == 0x2010 || c == 0x2011 || c == 0xAD;
}

/* Cuts a text at what is neither a letter nor a digit. */
static void
split(const char *text, struct pieces *pieces)
{
	const uint8_t *at = (const uint8_t *)text;
	bool inside = false;

	pieces->count = 0;
	pieces->cut = false;
	while (*at != '\0') {
		ucs4_t c;
		int width = u8_mbtouc(&c, at, 4);
		struct piece *last = pieces->count > 0 ? &pieces->list[pieces->count - 1] : NULL;

		if (is_word_character(c, inside)) {
			if (!inside && pieces->count == WORD_LIMIT) {
				pieces->cut = true;
				return;
			}
			if (!inside)
				pieces->list[pieces->count++] = (struct piece){(const char *)at, 0, false};
			pieces->list[pieces->count - 1].length += (size_t)width;
			inside = true;
		} else {
			if (inside && last != NULL)
				last->before_dot = c == '.';
			inside = false;
		}
		at += width;
	}
}

/* A copy without the texts in round brackets, or without the hyphens inside words. */
static char *
copy_without(struct clair_arena *arena, const char *text, bool brackets, bool hyphens)
{
	char *out = clair_strdup(arena, text);
	size_t length = 0;
	int depth = 0;

	for (size_t i = 0; text[i] != '\0' && out[0] != '\0';) {
		ucs4_t c;
		int width = u8_mbtouc(&c, (const uint8_t *)text + i, 4);
		bool skip = hyphens && is_hyphen(c);

		if (brackets && c == '(' && strchr(text + i, ')') != NULL)
			depth++;
		if (depth == 0 && !skip) {
			memcpy(out + length, text + i, (size_t)width);
			length += (size_t)width;
		}
		if (brackets && c == ')' && depth > 0)
			depth--;
		i += (size_t)width;
	}
	if (out[0] != '\0')
		out[length] = '\0';
	return out;
}

static bool
same_piece(const struct piece *a, const struct piece *b)
{
	return a->length == b->length && memcmp(a->start, b->start, a->length) == 0;
}

static bool
holds(const struct pieces *name, const struct pieces *label)
{
	for (size_t i = 0; i + label->count <= name->count; i++) {
		size_t n = 0;

		while (n < label->count && same_piece(&name->list[i + n], &label->list[n]))
			n++;
		if (n == label->count)
			return true;
	}
	return false;
}

static bool
text_holds(const char *name, const char *label)
{
	struct pieces name_pieces;
	struct pieces label_pieces;

	split(name, &name_pieces);
	split(label, &label_pieces);
	return holds(&name_pieces, &label_pieces);
}

/* "av." for "avenue": the letters, in their order, in a longer word that starts the same. */
static bool
abbreviates(const struct piece *part, const struct piece *word)
{
	size_t found = 0;

	if (word->length <= part->length || part->start[0] != word->start[0])
		return false;
	for (size_t i = 0; i < word->length && found < part->length; i++)
		found += word->start[i] == part->start[found];
	return found == part->length;
}

/* "faq" for "foire aux questions". */
static bool
has_initials(const struct piece *part, const struct pieces *name)
{
	size_t found = 0;

	for (size_t i = 0; i < name->count && found < part->length; i++)
		found += name->list[i].start[0] == part->start[found];
	return found == part->length;
}

static bool
all_capitals(const char *text, const struct piece *folded)
{
	for (const char *at = text; *at != '\0'; at++) {
		size_t i = 0;

		while (i < folded->length && at[i] >= 'A' && at[i] <= 'Z' &&
		    at[i] + ('a' - 'A') == folded->start[i])
			i++;
		if (i == folded->length)
			return true;
	}
	return false;
}

static bool
may_abbreviate(const char *text, const struct pieces *label, const struct pieces *name)
{
	for (size_t i = 0; i < label->count; i++) {
		const struct piece *part = &label->list[i];

		if (part->length >= 2 && all_capitals(text, part) && has_initials(part, name))
			return true;
		for (size_t n = 0; part->before_dot && part->length <= ABBREVIATION_LETTERS &&
		     n < name->count; n++) {
			if (abbreviates(part, &name->list[n]))
				return true;
		}
	}
	return false;
}

static bool
is_one_letter(const struct pieces *label)
{
	ucs4_t c;

	if (label->count != 1)
		return false;
	return u8_mbtouc(&c, (const uint8_t *)label->list[0].start, label->list[0].length) ==
	    (int)label->list[0].length && uc_is_property_alphabetic(c);
}

bool
clair_words_contain(struct clair_ctx *ctx, const char *text, const char *part)
{
	struct clair_arena *arena = &ctx->page->mem;

	return text_holds(clair_fold(arena, text, strlen(text)), clair_fold(arena, part, strlen(part)));
}

enum clair_label_fit
clair_text_fit(struct clair_ctx *ctx, const char *text, const char *name)
{
	struct clair_arena *arena = &ctx->page->mem;
	struct pieces label_pieces;
	struct pieces name_pieces;
	const char *label = clair_fold(arena, text, strlen(text));

	split(copy_without(arena, label, true, false), &label_pieces);
	if (label_pieces.count == 0)
		return CLAIR_LABEL_ABSENT;
	name = clair_fold(arena, name, strlen(name));
	split(name, &name_pieces);
	if (label_pieces.cut || name_pieces.cut)
		return CLAIR_LABEL_UNSURE;
	if (holds(&name_pieces, &label_pieces) || text_holds(name, label) ||
	    text_holds(copy_without(arena, name, true, false), copy_without(arena, label, true, false)))
		return CLAIR_LABEL_FITS;
	if (text_holds(copy_without(arena, name, false, true), copy_without(arena, label, true, true)) ||
	    is_one_letter(&label_pieces) || may_abbreviate(text, &label_pieces, &name_pieces))
		return CLAIR_LABEL_UNSURE;
	return CLAIR_LABEL_DIFFERS;
}

enum clair_label_fit
clair_label_fit(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum clair_name_from from;

	if (!clair_exposed(ctx, node))
		return CLAIR_LABEL_ABSENT;
	from = clair_name_from(ctx, node);
	if (from != CLAIR_NAME_LABEL_ATTR && from != CLAIR_NAME_LABELLEDBY)
		return CLAIR_LABEL_ABSENT;
	return clair_text_fit(ctx, clair_visible_text(ctx, node), clair_name(ctx, node));
}
