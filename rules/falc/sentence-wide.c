/* A sentence stands on one line. */
#include "rules/common/text.h"

enum { WIDE };

static const struct clair_message messages[] = {
	[WIDE] = {
		.key = "wide",
		.fr = "{count} {count|phrase a|phrases ont} plus de {max} signes. Sur un écran, cela fait plus d’une ligne. Les couper là où l’on respire ?",
		.en = "{count} {count|sentence has|sentences have} more than {max} signs. On a screen this is more than one line. Cut them where people breathe?",
	},
};

static const struct clair_sentence *
first_wide(struct clair_ctx *ctx, const struct clair_block *block, uint32_t max, uint32_t *count)
{
	const struct clair_sentence *sentence = NULL;
	const struct clair_sentence *first = NULL;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL) {
		if (!clair_sentence_is_prose(ctx, sentence) ||
		    !rule_has_characters(clair_sentence_text(ctx, sentence), max + 1))
			continue;
		first = first == NULL ? sentence : first;
		++*count;
	}
	return first;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	const uint32_t max = (uint32_t)clair_threshold(ctx, "falc.phrase.signes.max");
	const struct clair_sentence *first;
	struct clair_finding *finding;
	uint32_t count = 0;

	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	first = first_wide(ctx, block, max, &count);
	if (first == NULL)
		return CLAIR_PASS;
	finding = clair_review_words(ctx, clair_word_next(ctx, first, NULL), clair_word_next(ctx, first, NULL), WIDE);
	clair_arg_num(finding, "count", count);
	clair_arg_num(finding, "max", max);
	return CLAIR_REVIEW;
}

CLAIR_RULE(falc_sentence_wide) = {
	.id = "falc/sentence-wide",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_blocks = CLAIR_PROSE_BLOCKS,
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("W25"),
	.thresholds = CLAIR_IDS("falc.phrase.signes.max"),
	.title = {
		.fr = "Une phrase tient sur une ligne",
		.en = "A sentence stands on one line",
	},
	.why = {
		.fr = "Passer à la ligne au milieu d’une idée fait perdre le fil.",
		.en = "To change line in the middle of an idea makes people lose the thread.",
	},
	.remedy = {
		.fr = "Raccourcir la phrase. Si elle prend deux lignes, passer à la ligne là où l’on respire.",
		.en = "Shorten the sentence. If it takes two lines, break where people breathe.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). La largeur des lignes sur l’écran n’est pas connue.",
		.en = "The rule holds only for pages judged as easy to read (FALC). The width of lines on the screen is not known.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
