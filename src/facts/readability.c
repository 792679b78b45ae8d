/* Figures of the main content in French. */
#include "facts/text.h"

enum {
	MARKED = CLAIR_WORD_ALL_CAPS | CLAIR_WORD_HAS_DIGIT | CLAIR_WORD_NUMBER |
	    CLAIR_WORD_ADDRESS | CLAIR_WORD_CODE,
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

static void
add_block(struct clair_ctx *ctx, struct clair_readability *sum, const struct clair_block *block)
{
	const struct clair_sentence *sentence = NULL;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL) {
		const struct clair_word *word = NULL;
		uint32_t words = clair_sentence_words(sentence);

		if (words == 0 || !clair_sentence_is_prose(ctx, sentence))
			continue;
		sum->sentences++;
		sum->words += words;
		while ((word = clair_word_next(ctx, sentence, word)) != NULL)
			sum->syllables += clair_word_syllables(ctx, word);
	}
}

static bool
is_counted(struct clair_ctx *ctx, const struct clair_block *block)
{
	return (CLAIR_PROSE_BLOCKS & CLAIR_BLOCKS(clair_block_kind(block))) != 0 &&
	    clair_block_region(ctx, block) == CLAIR_IN_MAIN && clair_block_in_french(ctx, block);
}

const struct clair_readability *
clair_readability(struct clair_ctx *ctx)
{
	static const struct clair_readability none;
	struct clair_readability *sum;

	if (ctx->facts->readability != NULL)
		return ctx->facts->readability;
	ctx->facts->readability = clair_alloc(&ctx->page->mem, sizeof(*ctx->facts->readability));
	if (ctx->facts->readability == NULL)
		return &none;
	sum = ctx->facts->readability;
	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL;
	    block = clair_block_next(ctx, block))
		if (is_counted(ctx, block))
			add_block(ctx, sum, block);
	if (sum->words == 0 || sum->sentences == 0)
		return sum;
	sum->words_per_sentence = (double)sum->words / sum->sentences;
	sum->syllables_per_word = (double)sum->syllables / sum->words;
	sum->kandel_moles = 207 - 1.015 * sum->words_per_sentence - 73.6 * sum->syllables_per_word;
	return sum;
}

uint32_t
clair_sentences_over(struct clair_ctx *ctx, double words)
{
	uint32_t count = 0;

	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL;
	     block = clair_block_next(ctx, block)) {
		const struct clair_sentence *sentence = NULL;

		if (!is_counted(ctx, block))
			continue;
		while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL)
			count += clair_sentence_words(sentence) > words &&
			    clair_sentence_is_prose(ctx, sentence);
	}
	return count;
}
