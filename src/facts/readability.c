/*
 * The French text of a page that is to be read from end to end, counted: the main content, and the words
 * of its forms. The figures made of the counts are in reading_index.c.
 */
#include "facts/readability.h"

#include "facts/text.h"

#include <string.h>

enum {
	MARKED = CLAIR_WORD_ALL_CAPS | CLAIR_WORD_HAS_DIGIT | CLAIR_WORD_NUMBER |
	    CLAIR_WORD_ADDRESS | CLAIR_WORD_CODE,
	APART = MARKED | CLAIR_WORD_ELIDED | CLAIR_WORD_CLITIC | CLAIR_WORD_OTHER_LANGUAGE,
	PARTS_OF_SPEECH = CLAIR_NOUN | CLAIR_ADJECTIVE | CLAIR_VERB | CLAIR_ADVERB | CLAIR_DETERMINER |
	    CLAIR_PRONOUN | CLAIR_PREPOSITION | CLAIR_CONJUNCTION,
	SHORT_WORD = 6, /* letters: LIX and RIX */
	FORM_BLOCKS = CLAIR_BLOCKS(CLAIR_BLOCK_LABEL) | CLAIR_BLOCKS(CLAIR_BLOCK_BUTTON),
};

/* Where a text is counted. */
enum part { PART_NONE, PART_MAIN, PART_FORM, PART_COUNT };

struct clair_reading_table {
	struct clair_reading_weights weights;
	struct clair_readability figures[PART_COUNT];
	uint8_t *parts; /* of each block */
};

bool
clair_sentence_is_prose(struct clair_ctx *ctx, const struct clair_sentence *sentence)
{
	const struct clair_word *word = NULL;
	uint32_t words = 0;
	uint32_t marked = 0;
	uint32_t linked = 0;

	while ((word = clair_word_next(ctx, sentence, word)) != NULL) {
		const unsigned flags = clair_word_flags(word);

		words++;
		/* The first word has a capital in any case. */
		if ((flags & MARKED) != 0 ||
		    (flags & (CLAIR_WORD_CAPITALIZED | CLAIR_WORD_FIRST)) == CLAIR_WORD_CAPITALIZED)
			marked++;
		if ((flags & CLAIR_WORD_IN_LINK) != 0)
			linked++;
	}
	/* In two or three words a name is still part of a sentence. */
	return linked < words && (words < 4 || marked * 2 <= words);
}


/* --- Which blocks --------------------------------------------------------------------------------- */

/* Some sites put the whole page in one form. */
static bool
is_whole_page(struct clair_ctx *ctx, const struct clair_node *form)
{
	static const enum clair_tag marks[] = {CLAIR_TAG_MAIN, CLAIR_TAG_H1};

	for (size_t i = 0; i < CLAIR_LEN(marks); i++) {
		const struct clair_node *mark = clair_tag_at(ctx, marks[i], 0);

		if (mark != NULL && clair_contains(form, mark))
			return true;
	}
	return false;
}

static bool
is_in_form(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_form *form = clair_form_around(ctx, block->node);

	return form != NULL && form->fields > 0 && !is_whole_page(ctx, form->node);
}

/* A heading of legal notices holds as far as the next of its level or above. */
static void
follow_heading(struct clair_ctx *ctx, const struct clair_block *block, int *legal)
{
	int level = clair_heading_level(ctx, block->node);

	if (*legal != 0 && level != 0 && level <= *legal)
		*legal = 0;
	if (*legal == 0 && level != 0 && clair_matches(ctx, "page-legal", block->text))
		*legal = level;
}

static enum part
part_of(struct clair_ctx *ctx, const struct clair_block *block, bool is_legal)
{
	const unsigned kind = CLAIR_BLOCKS(block->kind);

	if ((kind & (CLAIR_PROSE_BLOCKS | FORM_BLOCKS)) == 0 ||
	    clair_block_region(ctx, block) != CLAIR_IN_MAIN || !clair_block_in_french(ctx, block))
		return PART_NONE;
	if ((kind & FORM_BLOCKS) != 0 || is_in_form(ctx, block))
		return PART_FORM;
	return is_legal ? PART_NONE : PART_MAIN;
}

/* --- Counts --------------------------------------------------------------------------------------- */

static bool
is_long(const char *lower)
{
	uint32_t letters = 0;

	for (const char *at = lower; *at != '\0'; at++)
		letters += ((unsigned char)*at & 0xC0) != 0x80 && *at != '-' && *at != '\'' && *at != '.';
	return letters > SHORT_WORD;
}

/* Words that the dictionary does not have are names, foreign words or mistakes: no list says how rare. */
enum clair_rarity
clair_word_rarity(struct clair_ctx *ctx, const struct clair_word *word, double uses)
{
	double frequency;

	if ((word->flags & APART) != 0 ||
	    (word->flags & (CLAIR_WORD_CAPITALIZED | CLAIR_WORD_FIRST)) == CLAIR_WORD_CAPITALIZED ||
	    (clair_word_gram(ctx, word) & PARTS_OF_SPEECH) == 0)
		return CLAIR_RARITY_APART;
	frequency = clair_word_frequency(ctx, word);
	/* At the head of a sentence it may be a name. */
	if (frequency == 0 && (word->flags & CLAIR_WORD_CAPITALIZED) != 0)
		return CLAIR_RARITY_APART;
	return frequency < uses ? CLAIR_RARITY_RARE : CLAIR_RARITY_COMMON;
}

static void
count_word(struct clair_ctx *ctx, const struct clair_reading_weights *weights,
    struct clair_reading_tally *tally, const struct clair_word *word)
{
	const char *lower = clair_word_lower(ctx, word);
	const struct clair_list *roles = clair_dict_list(ctx->dict, "mots-lecture");
	const char *role = roles == NULL ? NULL : clair_list_get(roles, lower, strlen(lower));
	enum clair_rarity rarity;

	tally->syllables += clair_word_syllables(ctx, word);
	tally->people += role != NULL && strcmp(role, "personne") == 0;
	tally->prepositions += role != NULL && strcmp(role, "préposition") == 0;
	if ((word->flags & (CLAIR_WORD_ELIDED | CLAIR_WORD_CLITIC | CLAIR_WORD_NUMBER |
	                       CLAIR_WORD_ADDRESS | CLAIR_WORD_CODE)) != 0)
		return;
	tally->long_words += is_long(lower);
	tally->verbs += (clair_word_gram(ctx, word) & PARTS_OF_SPEECH) == CLAIR_VERB;
	rarity = clair_word_rarity(ctx, word, weights->rare_uses);
	tally->common += rarity != CLAIR_RARITY_APART;
	tally->rare += rarity == CLAIR_RARITY_RARE;
}

static void
count_block(struct clair_ctx *ctx, const struct clair_reading_weights *weights,
    struct clair_reading_tally *tally, const struct clair_block *block)
{
	const struct clair_sentence *sentence = NULL;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL) {
		const struct clair_word *word = NULL;
		uint32_t words = clair_sentence_words(sentence);

		if (words == 0 || !clair_sentence_is_prose(ctx, sentence))
			continue;
		tally->sentences++;
		tally->words += words;
		if (words > tally->longest)
			tally->longest = words;
		tally->squares += (uint64_t)words * words;
		while ((word = clair_word_next(ctx, sentence, word)) != NULL)
			count_word(ctx, weights, tally, word);
		for (uint32_t i = 0; i < sentence->length; i++)
			tally->semicolons += block->text[sentence->offset + i] == ';';
	}
}

/* --- The page ------------------------------------------------------------------------------------- */

static void
fill(struct clair_ctx *ctx, struct clair_reading_table *table)
{
	struct clair_reading_tally tallies[PART_COUNT] = {{0}};
	int legal = 0;

	table->weights = clair_reading_weights(ctx);
	for (uint32_t i = 0; i < clair_block_count(ctx) && table->parts != NULL; i++) {
		const struct clair_block *block = clair_text_block(ctx, i);

		if (block->kind == CLAIR_BLOCK_HEADING)
			follow_heading(ctx, block, &legal);
		table->parts[i] = (uint8_t)part_of(ctx, block, legal != 0);
		if (table->parts[i] != PART_NONE)
			count_block(ctx, &table->weights, &tallies[table->parts[i]], block);
	}
	for (unsigned i = 0; i < PART_COUNT; i++)
		table->figures[i] = clair_reading_figures(&table->weights, &tallies[i]);
}

static const struct clair_reading_table *
reading_table(struct clair_ctx *ctx)
{
	static const struct clair_reading_table none;
	struct clair_reading_table *table = ctx->facts->reading;

	if (table != NULL)
		return table;
	table = clair_alloc(&ctx->page->mem, sizeof(*table));
	if (table == NULL)
		return &none;
	ctx->facts->reading = table;
	table->parts = clair_alloc_array(&ctx->page->mem, clair_block_count(ctx) + 1, sizeof(*table->parts));
	fill(ctx, table);
	return table;
}

const struct clair_readability *
clair_readability(struct clair_ctx *ctx)
{
	return &reading_table(ctx)->figures[PART_MAIN];
}

const struct clair_readability *
clair_form_readability(struct clair_ctx *ctx)
{
	return &reading_table(ctx)->figures[PART_FORM];
}

bool
clair_block_is_read(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_reading_table *table = reading_table(ctx);

	return table->parts != NULL && table->parts[block->index] == PART_MAIN;
}

struct clair_readability
clair_block_readability(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_reading_weights *weights = &reading_table(ctx)->weights;
	struct clair_reading_tally tally = {0};

	if (clair_block_in_french(ctx, block))
		count_block(ctx, weights, &tally, block);
	return clair_reading_figures(weights, &tally);
}

const struct clair_block *
clair_hardest_block(struct clair_ctx *ctx)
{
	const struct clair_block *hardest = NULL;
	double most = 0;

	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL;
	    block = clair_block_next(ctx, block)) {
		struct clair_readability figures;
		double weight;

		if (!clair_block_is_read(ctx, block))
			continue;
		figures = clair_block_readability(ctx, block);
		weight = (100 - figures.index) * figures.words;
		if (weight > most) {
			hardest = block;
			most = weight;
		}
	}
	return hardest;
}

double
clair_rare_uses(struct clair_ctx *ctx)
{
	return reading_table(ctx)->weights.rare_uses;
}

uint32_t
clair_sentences_over(struct clair_ctx *ctx, double words)
{
	uint32_t count = 0;

	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL;
	     block = clair_block_next(ctx, block)) {
		const struct clair_sentence *sentence = NULL;

		if (!clair_block_is_read(ctx, block))
			continue;
		while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL)
			count += clair_sentence_words(sentence) > words &&
			    clair_sentence_is_prose(ctx, sentence);
	}
	return count;
}
