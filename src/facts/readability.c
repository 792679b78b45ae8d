/* Figures of the main content in French. */
#include "facts/text.h"

struct clair_readability_fact {
	struct clair_readability figures;
};

static void
add_block(struct clair_ctx *ctx, struct clair_readability *sum, const struct clair_block *block,
    double longest)
{
	const struct clair_sentence *sentence = NULL;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL) {
		const struct clair_word *word = NULL;
		uint32_t words = clair_sentence_words(sentence);

		if (words == 0)
			continue;
		sum->sentences++;
		sum->words += words;
		sum->long_sentences += words > longest;
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
	double longest = clair_threshold(ctx, "falc.phrase.mots.max");

	if (ctx->facts->readability != NULL)
		return &ctx->facts->readability->figures;
	ctx->facts->readability = clair_alloc(&ctx->page->mem, sizeof(*ctx->facts->readability));
	if (ctx->facts->readability == NULL)
		return &none;
	sum = &ctx->facts->readability->figures;
	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL;
	    block = clair_block_next(ctx, block))
		if (is_counted(ctx, block))
			add_block(ctx, sum, block, longest);
	if (sum->words == 0 || sum->sentences == 0)
		return sum;
	sum->words_per_sentence = (double)sum->words / sum->sentences;
	sum->syllables_per_word = (double)sum->syllables / sum->words;
	sum->kandel_moles = 207 - 1.015 * sum->words_per_sentence - 73.6 * sum->syllables_per_word;
	return sum;
}
