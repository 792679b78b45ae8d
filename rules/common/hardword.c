/* See hardword.h. */
#include "rules/common/hardword.h"

static enum rule_hard_word_message
message_of(const struct clair_hard_word *word)
{
	if (word->plain[0] == '\0')
		return RULE_WORDS_GO;
	return word->suggestion != NULL ? RULE_WORDS_FIT : RULE_WORDS_AGREE;
}

static enum clair_outcome
outcome_without(struct clair_ctx *ctx)
{
	return clair_readability(ctx)->words == 0 ? CLAIR_INAPPLICABLE : CLAIR_PASS;
}

enum clair_outcome
rule_check_hard_words(struct clair_ctx *ctx, const char *list)
{
	const struct clair_hard_word *word = NULL;
	enum clair_outcome outcome = outcome_without(ctx);

	while ((word = clair_hard_word_next(ctx, list, word)) != NULL) {
		struct clair_finding *finding =
		    clair_report_words(ctx, word->first, word->last, message_of(word));

		clair_arg(finding, "expression", clair_words_text(ctx, word->first, word->last));
		clair_arg(finding, "plain", word->suggestion != NULL ? word->suggestion : word->plain);
		if (word->suggestion != NULL)
			clair_fix_text(finding, CLAIR_CHOICE, word->suggestion);
		outcome = CLAIR_FAIL;
	}
	return outcome;
}

enum clair_outcome
rule_check_explained(struct clair_ctx *ctx, const char *list, unsigned message)
{
	const struct clair_hard_word *word = NULL;
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	while ((word = clair_hard_word_next(ctx, list, word)) != NULL) {
		struct clair_finding *finding;

		if (word->explained) {
			outcome = outcome == CLAIR_FAIL ? CLAIR_FAIL : CLAIR_PASS;
			continue;
		}
		finding = clair_report_words(ctx, word->first, word->last, message);
		clair_arg(finding, "expression", clair_words_text(ctx, word->first, word->last));
		clair_arg(finding, "meaning", word->plain);
		clair_fix_text(finding, CLAIR_CHOICE, word->suggestion);
		outcome = CLAIR_FAIL;
	}
	return outcome;
}
