/* See cue.h. */
#include "rules/common/cue.h"

#include "rules/common/text.h"

static bool
review_sentence(struct clair_ctx *ctx, const struct clair_sentence *sentence, const char *kind,
    unsigned message)
{
	const struct clair_word *word = NULL;
	bool found = false;

	while ((word = clair_word_next(ctx, sentence, word)) != NULL) {
		const char *value = "";
		const struct clair_word *last =
		    clair_expression(ctx, "indices-visuels", sentence, word, &value);

		if (last == NULL || !rule_same(value, kind))
			continue;
		clair_arg(clair_review_words(ctx, word, last, message), "text",
		    clair_words_text(ctx, word, last));
		found = true;
		word = last;
	}
	return found;
}

enum clair_outcome
rule_review_cues(
    struct clair_ctx *ctx, const struct clair_block *block, const char *kind, unsigned message)
{
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;
	const struct clair_sentence *sentence = NULL;

	if (!clair_matches(ctx, "instruction", clair_block_text(block)))
		return CLAIR_INAPPLICABLE;
	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL) {
		if (!clair_matches(ctx, "instruction", clair_sentence_text(ctx, sentence)))
			continue;
		if (review_sentence(ctx, sentence, kind, message))
			outcome = CLAIR_REVIEW;
		else if (outcome == CLAIR_INAPPLICABLE)
			outcome = CLAIR_PASS;
	}
	return outcome;
}
