/* Words are not cut at the end of a line. */
#include "rules/common/prose.h"

enum { AUTO, SOFT };

static const struct clair_message messages[] = {
	[AUTO] = {
		.key = "automatic",
		.fr = "Le navigateur peut couper les mots de ce texte en fin de ligne ({count} {count|passage|passages}).",
		.en = "The browser may cut words of this text at the end of a line ({count} {count|passage|passages}).",
	},
	[SOFT] = {
		.key = "soft-hyphen",
		.fr = "Des mots de ce texte ont une coupure prête pour la fin de ligne ({count} {count|passage|passages}).",
		.en = "Words of this text have a cut ready for the end of a line ({count} {count|passage|passages}).",
	},
};

static bool
is_cut(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	return clair_style_is(ctx, prose->node, CLAIR_CSS_HYPHENS, "auto");
}

/* U+00AD: &shy; */
static bool
has_soft_hyphen(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	const char *text = clair_block_text(prose->block) + prose->from;

	if (!clair_style_is(ctx, prose->node, CLAIR_CSS_HYPHENS, "manual"))
		return false;
	for (uint32_t i = 0; i + 1 < prose->length; i++)
		if (text[i] == '\xC2' && text[i + 1] == '\xAD')
			return true;
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct rule_strictness strictness = rule_strictness(ctx);
	struct clair_passage_search search = {
	    .property = CLAIR_CSS_HYPHENS,
	    .blocks = strictness.blocks,
	    .words = strictness.words,
	    .harms = is_cut,
	};
	enum clair_outcome cut;

	if (!strictness.falc)
		return CLAIR_INAPPLICABLE;
	cut = rule_check_passages(ctx, &search, AUTO, NULL);
	search.harms = has_soft_hyphen;
	search.words = 1;
	return rule_worse(cut, rule_check_passages(ctx, &search, SOFT, NULL));
}

CLAIR_RULE(falc_hyphenation) = {
	.id = "falc/hyphenation",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_LOW_VISION,
	.falc = CLAIR_IDS("W23"),
	.needs = CLAIR_IDS("S-025"),
	.thresholds = CLAIR_IDS("typographie.passage.mots.min", "falc.passage.mots.min"),
	.title = {
		.fr = "Aucun mot n’est coupé en fin de ligne",
		.en = "No word is cut at the end of a line",
	},
	.why = {
		.fr = "Un mot en deux morceaux n’est plus reconnu.",
		.en = "A word in two pieces is no longer recognised.",
	},
	.remedy = {
		.fr = "Ne pas couper les mots (réglage hyphens : none). Retirer les coupures écrites dans le texte.",
		.en = "Do not cut words (setting hyphens: none). Remove the cuts written in the text.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Les réglages word-break et overflow-wrap ne sont pas lus.",
		.en = "The rule holds only for pages judged as easy to read (FALC). The settings word-break and overflow-wrap are not read.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
