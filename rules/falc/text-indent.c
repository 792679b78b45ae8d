/* Paragraphs start at the edge. */
#include "rules/common/prose.h"

enum { INDENT };

static const struct clair_message messages[] = {
	[INDENT] = {
		.key = "indent",
		.fr = "La première ligne de ce texte est en retrait ({count} {count|passage|passages}).",
		.en = "The first line of this text is indented ({count} {count|passage|passages}).",
	},
};

static bool
is_indented(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	double px;

	return clair_style_number(ctx, prose->node, CLAIR_CSS_TEXT_INDENT, &px) && px > 0;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_passage_search search = {
	    .property = CLAIR_CSS_TEXT_INDENT,
	    .blocks = RULE_TEXT_BLOCKS,
	    .words = (uint32_t)clair_threshold(ctx, "falc.passage.mots.min"),
	    .harms = is_indented,
	};

	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	return rule_check_passages(ctx, &search, INDENT, NULL);
}

CLAIR_RULE(falc_text_indent) = {
	.id = "falc/text-indent",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_LOW_VISION,
	.falc = CLAIR_IDS("W36"),
	.thresholds = CLAIR_IDS("falc.passage.mots.min"),
	.title = {
		.fr = "Un paragraphe commence au bord",
		.en = "A paragraph starts at the edge",
	},
	.why = {
		.fr = "L’œil cherche le début de la ligne toujours au même endroit.",
		.en = "The eye looks for the start of the line always at the same place.",
	},
	.remedy = {
		.fr = "Retirer le retrait. Laisser un espace entre les paragraphes.",
		.en = "Remove the indent. Leave space between paragraphs.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC).",
		.en = "The rule holds only for pages judged as easy to read (FALC).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
