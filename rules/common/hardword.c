/* See hardword.h. */
#include "rules/common/hardword.h"

void
hard_word_report(struct clair_ctx *ctx, const struct clair_hard_word *word, unsigned message)
{
	struct clair_finding *finding =
	    clair_report_words(ctx, word->first, word->last, message);

	clair_arg(finding, "expression", clair_words_text(ctx, word->first, word->last));
	clair_arg(finding, "plain", word->plain);
	clair_fix_text(finding, CLAIR_CHOICE, word->plain);
}
