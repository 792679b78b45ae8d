/* See sentence.h. */
#include "rules/common/sentence.h"

static void
report(struct clair_ctx *ctx, const struct clair_sentence *sentence, double max, unsigned message)
{
	const char *halves = clair_sentence_in_two(ctx, sentence, max);
	const char *place = halves == NULL ? clair_sentence_split(ctx, sentence) : NULL;
	struct clair_finding *finding =
	    clair_report_sentence(ctx, sentence, place == NULL ? message : message + 1);

	clair_arg_num(finding, "count", clair_sentence_words(sentence));
	clair_arg_num(finding, "max", max);
	if (place != NULL)
		clair_arg(finding, "words", place);
	if (halves != NULL)
		clair_fix_text(finding, CLAIR_CHOICE, halves);
}

enum clair_outcome
rule_check_sentences(
    struct clair_ctx *ctx, const struct clair_block *block, double max, unsigned message)
{
	const struct clair_sentence *sentence = NULL;
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL) {

		if (!clair_sentence_is_prose(ctx, sentence))
			continue;
		if (clair_sentence_words(sentence) <= max) {
			if (outcome == CLAIR_INAPPLICABLE)
				outcome = CLAIR_PASS;
			continue;
		}
		report(ctx, sentence, max, message);
		outcome = CLAIR_FAIL;
	}
	return outcome;
}
