/* See said.h. */
#include "rules/common/said.h"

const struct clair_block *
rule_block_saying(struct clair_ctx *ctx, const char *pattern, bool only_main)
{
	for (size_t i = 0; i < clair_block_count(ctx); i++) {
		const struct clair_block *block = clair_block_at(ctx, i);

		if (clair_block_kind(block) != CLAIR_BLOCK_TITLE &&
		    (!only_main || clair_block_region(ctx, block) == CLAIR_IN_MAIN) &&
		    clair_matches(ctx, pattern, clair_block_text(block)))
			return block;
	}
	return NULL;
}

static bool
says(struct clair_ctx *ctx, const struct clair_node *control, const char *pattern, bool only_main)
{
	return (!only_main || clair_region(ctx, control) == CLAIR_IN_MAIN) &&
	    clair_matches(ctx, pattern, clair_name(ctx, control)) && clair_exposed(ctx, control);
}

const struct clair_node *
rule_control_saying(struct clair_ctx *ctx, const char *pattern, bool only_main)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_A, CLAIR_TAG_BUTTON};
	const struct clair_node *first = NULL;

	for (size_t t = 0; t < CLAIR_LEN(tags); t++) {
		for (size_t i = 0; i < clair_tag_count(ctx, tags[t]); i++) {
			const struct clair_node *control = clair_tag_at(ctx, tags[t], i);

			if (!says(ctx, control, pattern, only_main))
				continue;
			if (first == NULL || clair_follows(first, control))
				first = control;
			break;
		}
	}
	return first;
}

uint32_t
rule_words_of(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_sentence *sentence = NULL;
	uint32_t words = 0;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL)
		words += clair_sentence_words(sentence);
	return words;
}

uint32_t
rule_words_before(struct clair_ctx *ctx, const struct clair_node *node)
{
	uint32_t words = 0;

	for (size_t i = 0; i < clair_block_count(ctx); i++) {
		const struct clair_block *block = clair_block_at(ctx, i);

		if (clair_contains(clair_block_node(block), node) ||
		    clair_follows(clair_block_node(block), node))
			break;
		if (clair_block_region(ctx, block) == CLAIR_IN_MAIN)
			words += rule_words_of(ctx, block);
	}
	return words;
}
