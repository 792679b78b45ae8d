/* A sentence stands on one line. */
#include "rules/common/text.h"

enum { WIDE };

static const struct clair_message messages[] = {
	[WIDE] = {
		.key = "wide",
		.fr = "{count} {count|phrase a|phrases ont} plus de {max} signes. Sur un écran, cela fait plus d’une ligne : les raccourcir ?",
		.en = "{count} {count|sentence has|sentences have} more than {max} signs. On a screen this is more than one line: make them shorter?",
	},
};

struct wide {
	const struct clair_sentence *first;
	uint32_t count;
};

static void
add_block(struct clair_ctx *ctx, const struct clair_block *block, uint32_t max, struct wide *wide)
{
	const struct clair_sentence *sentence = NULL;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL) {
		if (!clair_sentence_is_prose(ctx, sentence) ||
		    !rule_has_characters(clair_sentence_text(ctx, sentence), max + 1))
			continue;
		if (wide->count++ == 0)
			wide->first = sentence;
	}
}

static bool
is_text(struct clair_ctx *ctx, const struct clair_block *block)
{
	return (CLAIR_PROSE_BLOCKS & CLAIR_BLOCKS(clair_block_kind(block))) != 0 &&
	    clair_block_region(ctx, block) == CLAIR_IN_MAIN && clair_block_in_french(ctx, block);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const uint32_t max = (uint32_t)clair_threshold(ctx, "falc.phrase.signes.max");
	struct wide wide = {NULL, 0};
	const struct clair_word *word;
	struct clair_finding *finding;

	if (!clair_wants_falc(ctx) || clair_readability(ctx)->words == 0)
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < clair_block_count(ctx); i++)
		if (is_text(ctx, clair_block_at(ctx, i)))
			add_block(ctx, clair_block_at(ctx, i), max, &wide);
	if (wide.count == 0)
		return CLAIR_PASS;
	word = clair_word_next(ctx, wide.first, NULL);
	finding = clair_review_words(ctx, word, word, WIDE);
	clair_arg_num(finding, "count", wide.count);
	clair_arg_num(finding, "max", max);
	return CLAIR_REVIEW;
}

CLAIR_RULE(falc_sentence_wide) = {
	.id = "falc/sentence-wide",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.on_text = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.falc = CLAIR_IDS("W25"),
	.needs = CLAIR_IDS("S-025"),
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
	.check.page = check,
};
