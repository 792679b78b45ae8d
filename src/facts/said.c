/* What a page says somewhere, or offers to do: see clairlint/text.h. */
#include "facts/facts.h"

const struct clair_block *
clair_block_saying(struct clair_ctx *ctx, const char *pattern, bool only_main)
{
	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL;
	     block = clair_block_next(ctx, block))
		if (clair_block_kind(block) != CLAIR_BLOCK_TITLE &&
		    (!only_main || clair_block_region(ctx, block) == CLAIR_IN_MAIN) &&
		    clair_matches(ctx, pattern, clair_block_text(block)))
			return block;
	return NULL;
}

static bool
says(struct clair_ctx *ctx, const struct clair_node *control, const char *pattern, bool only_main)
{
	if (clair_tag(control) == CLAIR_TAG_INPUT && clair_role(ctx, control) != CLAIR_ROLE_BUTTON)
		return false;
	return (!only_main || clair_region(ctx, control) == CLAIR_IN_MAIN) &&
	    clair_matches(ctx, pattern, clair_name(ctx, control)) && clair_exposed(ctx, control);
}

static const struct clair_node *
first_saying(struct clair_ctx *ctx, enum clair_tag tag, const char *pattern, bool only_main)
{
	for (size_t i = 0; i < clair_tag_count(ctx, tag); i++)
		if (says(ctx, clair_tag_at(ctx, tag, i), pattern, only_main))
			return clair_tag_at(ctx, tag, i);
	return NULL;
}

const struct clair_node *
clair_control_saying(struct clair_ctx *ctx, const char *pattern, bool only_main)
{
	static const enum clair_tag tags[] = {
	    CLAIR_TAG_A, CLAIR_TAG_BUTTON, CLAIR_TAG_SUMMARY, CLAIR_TAG_INPUT};
	const struct clair_node *first = NULL;

	for (size_t t = 0; t < CLAIR_LEN(tags); t++) {
		const struct clair_node *control = first_saying(ctx, tags[t], pattern, only_main);

		if (control != NULL && (first == NULL || clair_follows(first, control)))
			first = control;
	}
	return first;
}

uint32_t
clair_block_words(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_sentence *sentence = NULL;
	uint32_t words = 0;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL)
		words += clair_sentence_words(sentence);
	return words;
}

uint32_t
clair_words_before(struct clair_ctx *ctx, const struct clair_node *node)
{
	uint32_t words = 0;

	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL;
	     block = clair_block_next(ctx, block)) {
		if (clair_contains(clair_block_node(block), node) ||
		    clair_follows(clair_block_node(block), node))
			break;
		if (clair_block_region(ctx, block) == CLAIR_IN_MAIN)
			words += clair_block_words(ctx, block);
	}
	return words;
}
