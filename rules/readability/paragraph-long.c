/* A paragraph is short. */
#include "clairlint/rule.h"

enum { LONG };

static const struct clair_message messages[] = {
	[LONG] = {
		.key = "long",
		.fr = "Ce paragraphe a {count} mots. Le maximum conseillé est {max}.",
		.en = "This paragraph has {count} words. The advised maximum is {max}.",
	},
};

/* Empty lines made with br part what people see as paragraphs. */
static uint32_t
longest_part(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_sentence *sentence = NULL;
	uint32_t longest = 0;
	uint32_t words = 0;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL) {
		if (clair_sentence_after_blank(sentence))
			words = 0;
		words += clair_sentence_words(sentence);
		if (words > longest)
			longest = words;
	}
	return longest;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	const double max = clair_threshold(ctx, "lisibilite.paragraphe.mots.max");
	struct clair_finding *finding;
	uint32_t words = longest_part(ctx, block);

	if (words == 0)
		return CLAIR_INAPPLICABLE;
	if (words <= max)
		return CLAIR_PASS;
	finding = clair_report_block(ctx, block, LONG);
	clair_arg_num(finding, "count", words);
	clair_arg_num(finding, "max", max);
	return CLAIR_FAIL;
}

CLAIR_RULE(readability_paragraph_long) = {
	.id = "readability/paragraph-long",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_text = true,
	.on_blocks = CLAIR_BLOCKS(CLAIR_BLOCK_PARAGRAPH) | CLAIR_BLOCKS(CLAIR_BLOCK_OTHER),
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("W33"),
	.needs = CLAIR_IDS("S-012"),
	.thresholds = CLAIR_IDS("lisibilite.paragraphe.mots.max"),
	.title = {
		.fr = "Les paragraphes sont courts",
		.en = "Paragraphs are short",
	},
	.why = {
		.fr = "Un bloc de texte serré fait peur. On ne sait pas où reprendre sa lecture.",
		.en = "A tight block of text is daunting. People lose their place in it.",
	},
	.remedy = {
		.fr = "Faire un paragraphe par idée. Mettre les conditions et les documents en liste.",
		.en = "Make one paragraph per idea. Put conditions and documents in a list.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
