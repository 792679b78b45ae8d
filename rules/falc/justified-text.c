/* Text is not justified. */
#include "rules/common/prose.h"

enum { JUSTIFIED };

static const struct clair_message messages[] = {
	[JUSTIFIED] = {
		.key = "justified",
		.fr = "Ce texte est justifié : les espaces entre les mots changent à chaque ligne ({count} {count|passage|passages}).",
		.en = "This text is justified: the spaces between words change on each line ({count} {count|passage|passages}).",
	},
};

static bool
is_justified(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	return clair_style_is(ctx, prose->node, CLAIR_CSS_TEXT_ALIGN, "justify");
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct rule_strictness strictness = rule_strictness(ctx);
	const struct clair_passage_search search = {
	    .property = CLAIR_CSS_TEXT_ALIGN,
	    .blocks = strictness.blocks,
	    .words = strictness.words,
	    .harms = is_justified,
	};

	return rule_check_passages(ctx, &search, JUSTIFIED, NULL);
}

CLAIR_RULE(falc_justified_text) = {
	.id = "falc/justified-text",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_LOW_VISION,
	.wcag = CLAIR_IDS("1.4.8"),
	.falc = CLAIR_IDS("W35"),
	.needs = CLAIR_IDS("S-025"),
	.thresholds = CLAIR_IDS("typographie.passage.mots.min", "falc.passage.mots.min"),
	.title = {
		.fr = "Le texte n’est pas justifié",
		.en = "Text is not justified",
	},
	.why = {
		.fr = "Les blancs inégaux gênent les personnes dyslexiques et les personnes qui voient mal.",
		.en = "Uneven gaps hinder people with dyslexia and people with low vision.",
	},
	.remedy = {
		.fr = "Aligner le texte à gauche.",
		.en = "Align the text to the left.",
	},
	.limits = {
		.fr = "Sur une page ordinaire, un texte de moins de deux lignes ne compte pas.",
		.en = "On an ordinary page, a text of less than two lines does not count.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
