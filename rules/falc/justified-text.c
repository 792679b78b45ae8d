/* Text is not justified. */
#include "clairlint/rule.h"

enum { JUSTIFIED };

static const struct clair_message messages[] = {
	[JUSTIFIED] = {
		.key = "justified",
		.fr = "Ce texte est justifié : les espaces entre les mots changent à chaque ligne.",
		.en = "This text is justified: the spaces between words change on each line.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *style = clair_inline_style(ctx, node, "text-align");
	const char *align = clair_attr(node, CLAIR_ATTR_ALIGN);
	bool by_style = style != NULL && clair_matches(ctx, "justify", style);
	struct clair_finding *finding;

	if ((style == NULL && align == NULL) || !clair_visible(ctx, node) ||
	    clair_text_content(ctx, node)[0] == '\0')
		return CLAIR_INAPPLICABLE;
	if (!by_style && !clair_attr_is(node, CLAIR_ATTR_ALIGN, "justify"))
		return CLAIR_PASS;
	finding = clair_report_attr(
	    ctx, node, by_style ? CLAIR_ATTR_STYLE : CLAIR_ATTR_ALIGN, JUSTIFIED);
	if (!by_style)
		clair_fix_remove_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_ALIGN);
	return CLAIR_FAIL;
}

CLAIR_RULE(falc_justified_text) = {
	.id = "falc/justified-text",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_LOW_VISION,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_P, CLAIR_TAG_DIV, CLAIR_TAG_LI, CLAIR_TAG_TD,
	    CLAIR_TAG_SECTION, CLAIR_TAG_ARTICLE, CLAIR_TAG_MAIN, CLAIR_TAG_BODY),
	.wcag = CLAIR_IDS("1.4.8"),
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
		.fr = "La règle lit les attributs style et align, pas encore les feuilles de style.",
		.en = "The rule reads the style and align attributes, not yet style sheets.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
