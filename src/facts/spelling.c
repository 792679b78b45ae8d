/*
 * Words of the main content that are in no dictionary. A name has a capital somewhere on the page; words of
 * another language come several in a row. Neither is a mistake.
 */
#include "base/map.h"
#include "facts/text.h"

#include <string.h>

enum {
	MET_LIMIT = 400,
	LIMIT = 20,
	ASKED = 40,   /* words whose neighbours are looked for */
	SHORTEST = 3, /* letters */
	SHORT = 4,    /* too near to too many words */
	PREFIXED = 5, /* bytes after a prefix */
	LATIN = 0x180, /* the letters before are those of French and of its neighbours */
	FOREIGN = 3,  /* unknown words in a row */
	JUDGED_BLOCKS = (CLAIR_PROSE_BLOCKS & ~CLAIR_BLOCKS(CLAIR_BLOCK_QUOTE)) |
	    CLAIR_BLOCKS(CLAIR_BLOCK_HEADING) | CLAIR_BLOCKS(CLAIR_BLOCK_LABEL) |
	    CLAIR_BLOCKS(CLAIR_BLOCK_BUTTON),
	APART = CLAIR_WORD_HAS_DIGIT | CLAIR_WORD_ADDRESS | CLAIR_WORD_NUMBER | CLAIR_WORD_ELIDED |
	    CLAIR_WORD_CLITIC | CLAIR_WORD_CODE | CLAIR_WORD_OTHER_LANGUAGE,
};

struct met {
	const struct clair_word *word; /* NULL: it was only met as a name, or quoted */
	uint32_t count;
	bool named;
};

struct clair_unknown_word_table {
	struct clair_map seen; /* lower case to struct met */
	struct met met[MET_LIMIT];
	size_t met_count;
	struct clair_unknown_word list[LIMIT];
	size_t count;
};

/* --- One word ----------------------------------------------------------------------------------------- */

/* Letters, a vowel among them, and hyphens; a capital only at the head. agent·e·s, presqu'île, monService, csv are
 * set apart. */
static bool
is_plain(const struct clair_block *block, const struct clair_word *word)
{
	uint32_t letters = 0;
	bool vowel = false;

	for (uint32_t at = word->offset; at < word->offset + word->length;) {
		const uint32_t character = clair_char_next(block->text, block->length, &at);

		if (clair_char_is_upper(character) && letters != 0)
			return false;
		if ((character != '-' && !clair_char_is_word(character)) || character >= LATIN)
			return false;
		vowel |= character >= 0x80 || strchr("aeiouyAEIOUY", (int)character) != NULL;
		letters++;
	}
	return letters >= SHORTEST && vowel;
}

/* réutilisateur, autohéberger: any word may have one. */
static bool
has_prefix(struct clair_ctx *ctx, const char *lower)
{
	static const char *const prefixes[] = {"anti", "auto", "bio", "co", "cyber", "dé", "éco", "géo", "hyper",
	    "inter", "intra", "macro", "micro", "mono", "multi", "néo", "non", "poly", "post", "pré", "pro", "pseudo",
	    "re", "ré", "sous", "sur", "télé", "trans", "ultra"};

	for (size_t i = 0; i < CLAIR_LEN(prefixes); i++) {
		const size_t length = strlen(prefixes[i]);

		if (strncmp(lower, prefixes[i], length) == 0 && strlen(lower) >= length + PREFIXED &&
		    clair_word_is_known(ctx, lower + length))
			return true;
	}
	return false;
}

/* fichier.csv, @compte, #mot, a/b, nom_de_code: the word is a piece of something else. */
static bool
is_piece(const struct clair_block *block, const struct clair_word *word)
{
	const uint32_t end = word->offset + word->length;
	const char before = word->offset > 0 ? block->text[word->offset - 1] : ' ';
	const char after = end < block->length ? block->text[end] : ' ';
	const char next = end + 1 < block->length ? block->text[end + 1] : ' ';

	return strchr(".@#/\\_<>=$~*+-&", before) != NULL || strchr("@/\\_<>=(*+-&", after) != NULL ||
	    (strchr(".:", after) != NULL && next != ' ');
}

/* A capital that does not head the sentence. */
static bool
is_name(const struct clair_word *word)
{
	return (word->flags & CLAIR_WORD_ALL_CAPS) != 0 ||
	    (word->flags & (CLAIR_WORD_CAPITALIZED | CLAIR_WORD_FIRST)) == CLAIR_WORD_CAPITALIZED;
}

static bool
is_unknown(struct clair_ctx *ctx, const struct clair_word *word)
{
	const char *lower;

	if ((word->flags & APART) != 0)
		return false;
	lower = clair_word_lower(ctx, word);
	return !clair_word_is_known(ctx, lower) && !has_prefix(ctx, lower);
}

/* --- Those of the page -------------------------------------------------------------------------------- */

static struct met *
met_of(struct clair_unknown_word_table *table, const char *lower)
{
	void **slot = clair_map_at(&table->seen, lower, strlen(lower));

	if (slot == NULL || (*slot == NULL && table->met_count == MET_LIMIT))
		return NULL;
	if (*slot == NULL)
		*slot = &table->met[table->met_count++];
	return *slot;
}

static void
add_word(struct clair_ctx *ctx, struct clair_unknown_word_table *table,
    const struct clair_block *block, const struct clair_word *word)
{
	const bool name = is_name(word);
	struct met *met;

	if (!name && (!is_plain(block, word) || is_piece(block, word)))
		return;
	met = met_of(table, clair_word_lower(ctx, word));
	if (met == NULL ||
	    (!name && met->word == NULL && clair_block_is_quoted(ctx, block, word->offset)))
		return;
	met->named |= name;
	met->count++;
	if (met->word == NULL && !name)
		met->word = word;
}

static void
add_run(struct clair_ctx *ctx, struct clair_unknown_word_table *table,
    const struct clair_block *block, const struct clair_word *first, uint32_t count)
{
	for (uint32_t i = 0; i < count && count < FOREIGN; i++)
		add_word(ctx, table, block, &first[i]);
}

static void
add_sentence(struct clair_ctx *ctx, struct clair_unknown_word_table *table,
    const struct clair_block *block, const struct clair_sentence *sentence)
{
	const struct clair_word *word = NULL;
	const struct clair_word *first = NULL;
	uint32_t count = 0;

	while ((word = clair_word_next(ctx, sentence, word)) != NULL) {
		if (is_unknown(ctx, word)) {
			first = count == 0 ? word : first;
			count++;
		} else {
			add_run(ctx, table, block, first, count);
			count = 0;
		}
	}
	add_run(ctx, table, block, first, count);
}

static void
add_block(
    struct clair_ctx *ctx, struct clair_unknown_word_table *table, const struct clair_block *block)
{
	const struct clair_sentence *sentence = NULL;

	if ((JUDGED_BLOCKS & CLAIR_BLOCKS(clair_block_kind(block))) == 0 ||
	    clair_block_region(ctx, block) != CLAIR_IN_MAIN || !clair_block_in_french(ctx, block) ||
	    clair_block_lang(ctx, block).fit == CLAIR_LANG_DIFFERS)
		return;
	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL)
		add_sentence(ctx, table, block, sentence);
}

/* --- What may be meant -------------------------------------------------------------------------------- */

/* A name at the head of a sentence looks like any word, and two words with a hyphen may be made by anybody: only a
 * slip tells a mistake. Etat, for État, is none. */
static bool
is_doubtful(const struct clair_word *word, const char *lower, const struct clair_suggestion *best)
{
	if ((word->flags & CLAIR_WORD_CAPITALIZED) != 0 && (!best->slip || (best->text[0] & 0x80) != 0))
		return false;
	return !best->reform && (best->slip || strchr(lower, '-') == NULL);
}

static const char *
as_written(struct clair_ctx *ctx, const struct clair_word *word, const char *text)
{
	return (word->flags & CLAIR_WORD_CAPITALIZED) != 0 ? clair_with_first(ctx, text, true)
	                                                   : clair_strdup(&ctx->page->mem, text);
}

static void
keep(struct clair_ctx *ctx, struct clair_unknown_word_table *table, const struct met *met)
{
	struct clair_suggestion ideas[CLAIR_SUGGESTIONS] = {{.text = ""}};
	const char *lower = clair_word_lower(ctx, met->word);
	size_t count = clair_words_suggest(ctx->dict, lower, strlen(lower), ideas);

	if (!is_doubtful(met->word, lower, &ideas[0]))
		return;
	if (!ideas[0].slip && met->word->length <= SHORT)
		count = 0;
	table->list[table->count++] = (struct clair_unknown_word){
	    .word = met->word,
	    .count = met->count,
	    .first = count > 0 ? as_written(ctx, met->word, ideas[0].text) : NULL,
	    .second = count > 1 ? as_written(ctx, met->word, ideas[1].text) : NULL,
	    .near = ideas[0].near,
	};
}

static void
keep_first(struct clair_ctx *ctx, struct clair_unknown_word_table *table)
{
	size_t asked = 0;

	for (size_t i = 0; i < table->met_count && table->count < LIMIT && asked < ASKED; i++) {
		if (table->met[i].word == NULL || table->met[i].named)
			continue;
		keep(ctx, table, &table->met[i]);
		asked++;
	}
}

static const struct clair_unknown_word_table *
unknown_words(struct clair_ctx *ctx)
{
	struct clair_unknown_word_table *table = ctx->facts->unknown_words;

	if (table != NULL)
		return table;
	table = clair_alloc(&ctx->page->mem, sizeof(*table));
	if (table == NULL)
		return NULL;
	ctx->facts->unknown_words = table;
	clair_map_init(&table->seen, &ctx->page->mem);
	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL;
	    block = clair_block_next(ctx, block))
		add_block(ctx, table, block);
	keep_first(ctx, table);
	return table;
}

size_t
clair_unknown_word_count(struct clair_ctx *ctx)
{
	const struct clair_unknown_word_table *table = unknown_words(ctx);

	return table == NULL ? 0 : table->count;
}

const struct clair_unknown_word *
clair_unknown_word(struct clair_ctx *ctx, size_t index)
{
	const struct clair_unknown_word_table *table = unknown_words(ctx);

	return table != NULL && index < table->count ? &table->list[index] : NULL;
}
