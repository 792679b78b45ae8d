/* See construction.h. */
#include "rules/common/construction.h"
#include "rules/common/outcome.h"

static void
say(struct clair_ctx *ctx, const struct clair_sentence *sentence,
    const struct clair_construction *found, const struct rule_constructions *search)
{
	struct clair_finding *finding;

	if (search->say != NULL) {
		search->say(ctx, sentence, found);
		return;
	}
	finding = search->is_review
	    ? clair_review_words(ctx, found->first, found->last, search->message)
	    : clair_report_words(ctx, found->first, found->last, search->message);
	clair_arg(finding, "text", clair_words_text(ctx, found->first, found->last));
}

/* The first past those allowed, or NULL. */
static const struct clair_construction *
find(struct clair_ctx *ctx, const struct clair_sentence *sentence,
    const struct rule_constructions *search)
{
	uint32_t count = 0;

	for (size_t i = 0; i < clair_construction_count(ctx, sentence); i++) {
		const struct clair_construction *found = clair_construction(ctx, sentence, i);

		if ((search->kinds & RULE_USES(found->kind)) != 0 &&
		    (search->counts == NULL || search->counts(found)) &&
		    found->words > search->allowed_words && ++count > search->allowed)
			return found;
	}
	return NULL;
}

enum clair_outcome
rule_check_constructions(struct clair_ctx *ctx, const struct clair_block *block,
    const struct rule_constructions *search)
{
	const struct clair_sentence *sentence = NULL;
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL) {
		const struct clair_construction *found = find(ctx, sentence, search);

		if ((found == NULL && outcome != CLAIR_INAPPLICABLE) ||
		    !clair_sentence_is_prose(ctx, sentence))
			continue;
		if (found != NULL)
			say(ctx, sentence, found, search);
		outcome = rule_worse(outcome,
		    found == NULL ? CLAIR_PASS : search->is_review ? CLAIR_REVIEW : CLAIR_FAIL);
	}
	return outcome;
}

uint32_t
rule_threshold_for(struct clair_ctx *ctx, const char *falc, const char *other)
{
	return (uint32_t)clair_threshold(ctx, clair_wants_falc(ctx) ? falc : other);
}
