/* A paragraph has few links. */
#include "clairlint/rule.h"

enum { MANY };

static const struct clair_message messages[] = {
	[MANY] = {
		.key = "many",
		.fr = "Ce paragraphe a {count} liens. Au-delà de {max}, on ne sait plus lequel suivre.",
		.en = "This paragraph has {count} links. Past {max}, people do not know which one to follow.",
	},
};

/* Words of links that follow each other make one. */
static uint32_t
links_of(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_word *word = NULL;
	uint32_t count = 0;
	bool was = false;

	while ((word = clair_block_word_next(ctx, block, word)) != NULL) {
		const bool is = (clair_word_flags(word) & CLAIR_WORD_IN_LINK) != 0;

		count += is && !was;
		was = is;
	}
	return count;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	const double max = clair_threshold(ctx, "falc.liens.paragraphe.max");
	struct clair_finding *finding;
	uint32_t count;

	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	count = links_of(ctx, block);
	if (count == 0)
		return CLAIR_INAPPLICABLE;
	if (count <= max)
		return CLAIR_PASS;
	finding = clair_report_block(ctx, block, MANY);
	clair_arg_num(finding, "count", count);
	clair_arg_num(finding, "max", max);
	return CLAIR_FAIL;
}

CLAIR_RULE(falc_links_in_text) = {
	.id = "falc/links-in-text",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_text = true,
	.on_blocks = CLAIR_BLOCKS(CLAIR_BLOCK_PARAGRAPH),
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("E19"),
	.thresholds = CLAIR_IDS("falc.liens.paragraphe.max"),
	.title = {
		.fr = "Un paragraphe a peu de liens",
		.en = "A paragraph has few links",
	},
	.why = {
		.fr = "Chaque lien invite à quitter le texte. Beaucoup de liens font perdre le fil.",
		.en = "Each link invites to leave the text. Many links make people lose the thread.",
	},
	.remedy = {
		.fr = "Mettre les liens dans une liste, après le texte.",
		.en = "Put the links in a list, after the text.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC).",
		.en = "The rule holds only for pages judged as easy to read (FALC).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
