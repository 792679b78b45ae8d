/* Few sentences of a page are long. */
#include "clairlint/rule.h"

enum { MANY };

static const struct clair_message messages[] = {
	[MANY] = {
		.key = "many",
		.fr = "{share} % des phrases ont plus de {words} mots : {count} sur {total}. Le maximum conseillé est {max} %.",
		.en = "{share}% of the sentences have more than {words} words: {count} out of {total}. The advised maximum is {max}%.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double max = clair_threshold(ctx, "lisibilite.phrases.longues.part.max");
	const struct clair_readability *text = clair_readability(ctx);
	const double words = clair_threshold(ctx, "lisibilite.phrase.mots.max");
	struct clair_finding *finding;
	uint32_t count;
	double share;

	if (text->words == 0)
		return CLAIR_INAPPLICABLE;
	if (text->words < clair_threshold(ctx, "lisibilite.mots.min"))
		return clair_untested(ctx, CLAIR_WHY_TOO_SHORT);
	count = clair_sentences_over(ctx, words);
	/* Judged as it is shown: never "25 %, the maximum is 25 %". */
	share = (double)(int)(100.0 * count / text->sentences + 0.5);
	clair_measure(ctx, "long_sentences_share", share);
	if (share <= max)
		return CLAIR_PASS;
	finding = clair_report_page(ctx, MANY);
	clair_arg_num(finding, "share", share);
	clair_arg_num(finding, "count", count);
	clair_arg_num(finding, "total", text->sentences);
	clair_arg_num(finding, "words", words);
	clair_arg_num(finding, "max", max);
	return CLAIR_FAIL;
}

CLAIR_RULE(readability_long_sentences) = {
	.id = "readability/long-sentences",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_text = true,
	.needs = CLAIR_IDS("S-013"),
	.thresholds = CLAIR_IDS(
	    "lisibilite.phrases.longues.part.max", "lisibilite.phrase.mots.max", "lisibilite.mots.min"),
	.title = {
		.fr = "La plupart des phrases d’une page sont courtes",
		.en = "Most sentences of a page are short",
	},
	.why = {
		.fr = "Une longue phrase de temps en temps passe. Quand elles se suivent, on abandonne la page.",
		.en = "One long sentence now and then is fine. When they follow one another, people leave the page.",
	},
	.remedy = {
		.fr = "Commencer par les phrases les plus longues. Les couper en deux ou trois.",
		.en = "Start with the longest sentences. Cut them in two or three.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
