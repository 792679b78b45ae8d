/*
 * Acronyms of the main content: words of two to six capitals that are not words, names or numbers.
 * What the list of acronyms knows is one for sure; the rest is likely one.
 */
#include "base/map.h"
#include "facts/facts.h"
#include "facts/term.h"

#include <string.h>

enum { SHORTEST = 2, LONGEST = 6, ACRONYM_LIMIT = 200, EVERYDAY_RANK = 5000 };

struct clair_acronym_table {
	struct clair_acronym *list;
	size_t count;
	struct clair_map seen;
};

/* In a title or a sentence all in capitals, capitals tell nothing. */
static bool
shouts(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_word *word = NULL;
	uint32_t words = 0;
	uint32_t capitals = 0;

	while ((word = clair_block_word_next(ctx, block, word)) != NULL) {
		words++;
		if ((clair_word_flags(word) & CLAIR_WORD_ALL_CAPS) != 0)
			capitals++;
	}
	return words > 1 && capitals * 2 > words;
}

static bool
is_roman(const char *text)
{
	return text[strspn(text, "IVXLCDM")] == '\0';
}

static bool
is_plain_capitals(const char *text)
{
	for (size_t i = 0; text[i] != '\0'; i++) {
		if (text[i] < 'A' || text[i] > 'Z')
			return false;
	}
	return true;
}

/* « n’est PAS », « NOTRE ville »: a word of every day said louder. */
static bool
is_everyday_word(struct clair_ctx *ctx, const char *lower)
{
	const uint32_t rank = clair_word_rank(ctx, lower);

	return rank != 0 && rank <= EVERYDAY_RANK;
}

/* Capitals that can be said aloud are more often a name than an acronym: five and more; four without an
 * article before, when no consonant follows another (REZE). */
static bool
sounds_like_name(struct clair_ctx *ctx, const char *text, const struct clair_word *before)
{
	const size_t length = strlen(text);
	const size_t most = length == 4 ? 1 : 3; /* consonants in a row */
	size_t run = 0;

	if (length < 4 ||
	    (length == 4 && before != NULL && (clair_word_gram(ctx, before) & CLAIR_DETERMINER) != 0))
		return false;
	for (size_t i = 0; text[i] != '\0'; i++) {
		run = strchr("AEIOUY", text[i]) != NULL ? 0 : run + 1;
		if (run > most)
			return false;
	}
	return true;
}

/* A person's name is often written "Jeanne MARTIN" or "M. MARTIN": a capital letter stands before; or "MARTIN
 * Jeanne" in lists, where nothing stands before and a name of the lexicon stands after. */
static bool
may_be_name(
    struct clair_ctx *ctx, const struct clair_word *before, const struct clair_word *after)
{
	if (before != NULL)
		return (clair_word_flags(before) & (CLAIR_WORD_CAPITALIZED | CLAIR_WORD_ALL_CAPS)) != 0;
	return after != NULL && (clair_word_flags(after) & CLAIR_WORD_CAPITALIZED) != 0 &&
	    (clair_word_gram(ctx, after) & CLAIR_PROPER) != 0;
}

static bool
is_acronym(struct clair_ctx *ctx, const struct clair_block *block, const struct clair_word *word,
    const struct clair_word *before, const char *text)
{
	const unsigned flags = clair_word_flags(word);
	const size_t length = strlen(text);

	if ((flags & CLAIR_WORD_ALL_CAPS) == 0 ||
	    (flags & (CLAIR_WORD_ADDRESS | CLAIR_WORD_CODE | CLAIR_WORD_OTHER_LANGUAGE)) != 0)
		return false;
	if (length < SHORTEST || length > LONGEST || !is_plain_capitals(text))
		return false;
	if (clair_lookup(ctx, "sigles-connus", text) != NULL)
		return true;
	if (clair_lookup(ctx, "sigles", text) != NULL)
		return !is_everyday_word(ctx, clair_word_lower(ctx, word));
	return !is_roman(text) && !may_be_name(ctx, before, clair_block_word_next(ctx, block, word)) && !sounds_like_name(ctx, text, before) &&
	    !clair_word_is_known(ctx, clair_word_lower(ctx, word));
}

static bool
is_glossed(const char *text, const char *acronym, size_t length)
{
	for (const char *at = strstr(text, acronym); at != NULL; at = strstr(at + 1, acronym)) {
		const char *after = at + length;

		/* « revenu de solidarité active (RSA) », and « RSA (revenu de solidarité active) ». */
		if (at > text && at[-1] == '(' && *after == ')' && at - text > (long)length)
			return true;
		/* « Capacité d’autofinancement = CAF », in tables and captions. */
		if ((at > text + 2 && strncmp(at - 2, "= ", 2) == 0) || strncmp(after, " = ", 3) == 0)
			return true;
		if (after[0] == ' ' && after[1] == '(' && strcspn(after + 2, ")") > length * 2)
			return true;
	}
	return false;
}

/* The text of each block as list keys are, made once for all the acronyms. */
static const char **
folded_blocks(struct clair_ctx *ctx)
{
	const size_t count = clair_block_count(ctx);
	const char **folded = clair_alloc_array(&ctx->page->mem, count, sizeof(*folded));

	for (size_t i = 0; folded != NULL && i < count; i++) {
		const char *text = clair_block_text(clair_block_at(ctx, i));

		folded[i] = clair_fold(&ctx->page->mem, text, strlen(text));
		if (folded[i] == NULL)
			return NULL;
	}
	return folded;
}

static bool
is_written_out(
    struct clair_ctx *ctx, const struct clair_acronym *acronym, const char *const *folded)
{
	const char *long_form = acronym->long_form;
	const size_t length = strlen(acronym->text);

	if (long_form != NULL)
		long_form = clair_fold(&ctx->page->mem, long_form, strlen(long_form));
	for (size_t i = 0; i < clair_block_count(ctx); i++) {
		if (is_glossed(clair_block_text(clair_block_at(ctx, i)), acronym->text, length))
			return true;
		if (long_form != NULL && strstr(folded[i], long_form) != NULL)
			return true;
	}
	return false;
}

static bool
has_title(const struct clair_node *node)
{
	const struct clair_node *abbreviation = clair_closest(node, CLAIR_TAG_ABBR);

	if (abbreviation == NULL)
		abbreviation = clair_closest(node, CLAIR_TAG_ACRONYM);
	if (abbreviation == NULL)
		return false;
	return clair_attr(abbreviation, CLAIR_ATTR_TITLE) != NULL &&
	    clair_attr(abbreviation, CLAIR_ATTR_TITLE)[0] != '\0';
}

static const char *
long_form_of(struct clair_ctx *ctx, const char *text)
{
	if (clair_lookup(ctx, "sigles-ambigus", text) != NULL)
		return NULL;
	return clair_lookup(ctx, "sigles", text);
}

static void
add(struct clair_ctx *ctx, struct clair_acronym_table *table, const struct clair_block *block,
    const struct clair_word *word, const struct clair_word *before, const char *text)
{
	void **slot = clair_map_at(&table->seen, text, strlen(text));
	bool titled = has_title(clair_word_node(ctx, word));
	struct clair_acronym *acronym;

	if (slot == NULL)
		return;
	if (*slot != NULL) {
		acronym = *slot;
		acronym->expanded = acronym->expanded || titled;
		return;
	}
	if (table->count == ACRONYM_LIMIT)
		return;
	acronym = &table->list[table->count++];
	*acronym = (struct clair_acronym){
	    .block = block,
	    .word = word,
	    .text = text,
	    .long_form = long_form_of(ctx, text),
	    .common = clair_lookup(ctx, "sigles-connus", text) != NULL,
	    .expanded = titled,
	};
	if (acronym->long_form != NULL)
		acronym->suggestion = clair_word_with_meaning(ctx, before, word, word, acronym->long_form);
	*slot = acronym;
}

/* At the head of a sentence a capital says nothing, but of a first name. */
static bool
tells_name(struct clair_ctx *ctx, const struct clair_word *word)
{
	return (clair_word_flags(word) & CLAIR_WORD_FIRST) == 0 ||
	    (clair_word_gram(ctx, word) & (CLAIR_PROPER | CLAIR_DETERMINER | CLAIR_PREPOSITION)) == CLAIR_PROPER;
}

static void
collect(struct clair_ctx *ctx, struct clair_acronym_table *table, const struct clair_block *block)
{
	const struct clair_word *word = NULL;
	const struct clair_word *before = NULL;

	while ((word = clair_block_word_next(ctx, block, word)) != NULL) {
		if ((clair_word_flags(word) & CLAIR_WORD_ALL_CAPS) != 0) {
			const char *text = clair_word_text(ctx, word);

			if (is_acronym(ctx, block, word, before, text))
				add(ctx, table, block, word, before, text);
		}
		before = tells_name(ctx, word) ? word : NULL;
	}
}

static struct clair_acronym_table *
acronyms(struct clair_ctx *ctx)
{
	struct clair_acronym_table *table = ctx->facts->acronyms;
	const char **folded;

	if (table != NULL)
		return table;
	table = clair_alloc(&ctx->page->mem, sizeof(*table));
	if (table == NULL)
		return NULL;
	ctx->facts->acronyms = table;
	table->list = clair_alloc_array(&ctx->page->mem, ACRONYM_LIMIT, sizeof(*table->list));
	clair_map_init(&table->seen, &ctx->page->mem);
	for (size_t i = 0; table->list != NULL && i < clair_block_count(ctx); i++) {
		const struct clair_block *block = clair_block_at(ctx, i);

		if (clair_block_kind(block) != CLAIR_BLOCK_CODE &&
		    clair_block_region(ctx, block) == CLAIR_IN_MAIN &&
		    clair_block_in_french(ctx, block) && !shouts(ctx, block))
			collect(ctx, table, block);
	}
	folded = table->count == 0 ? NULL : folded_blocks(ctx);
	for (size_t i = 0; i < table->count && folded != NULL; i++) {
		if (!table->list[i].expanded && !table->list[i].common)
			table->list[i].expanded = is_written_out(ctx, &table->list[i], folded);
	}
	return table;
}

size_t
clair_acronym_count(struct clair_ctx *ctx)
{
	const struct clair_acronym_table *table = acronyms(ctx);

	return table == NULL ? 0 : table->count;
}

const struct clair_acronym *
clair_acronym(struct clair_ctx *ctx, size_t index)
{
	return index < clair_acronym_count(ctx) ? &ctx->facts->acronyms->list[index] : NULL;
}
