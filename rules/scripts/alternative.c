/* What stands for a script, to be compared by a person. */
#include "clairlint/rule.h"

enum { NOSCRIPT, DRAWING };

static const struct clair_message messages[] = {
	[NOSCRIPT] = {
		.key = "noscript",
		.fr = "La page prévoit un contenu sans script (noscript). S’il s’adresse aux personnes, "
		    "donne-t-il les mêmes contenus et les mêmes fonctions ?",
		.en = "The page has content for when there are no scripts (noscript). If it is for "
		    "people, does it give the same content and functions?",
		.rgaa = CLAIR_IDS("7.2.1"),
	},
	[DRAWING] = {
		.key = "drawing",
		.fr = "Ce dessin (canvas) est lu « {name} ». Si un script le change, ce texte "
		    "change-t-il aussi ?",
		.en = "This drawing (canvas) is read as \"{name}\". If a script changes it, does this "
		    "text change too?",
		.rgaa = CLAIR_IDS("7.2.2"),
	},
};

/* One question for the page: what stands in noscript is not read. */
static enum clair_outcome
check_noscript(struct clair_ctx *ctx, const struct clair_node *noscript)
{
	if (clair_tag_at(ctx, CLAIR_TAG_NOSCRIPT, 0) != noscript)
		return CLAIR_INAPPLICABLE;
	clair_review(ctx, noscript, NOSCRIPT);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	if (clair_tag(node) == CLAIR_TAG_NOSCRIPT)
		return check_noscript(ctx, node);
	if (!clair_exposed(ctx, node) || clair_name(ctx, node)[0] == '\0')
		return CLAIR_INAPPLICABLE;

	clair_arg(clair_review(ctx, node, DRAWING), "name", clair_name(ctx, node));
	return CLAIR_REVIEW;
}

CLAIR_RULE(scripts_alternative) = {
	.id = "scripts/alternative",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_PHONE_ONLY,
	.audit = true,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_NOSCRIPT, CLAIR_TAG_CANVAS),
	.rgaa = CLAIR_IDS("7.2.1", "7.2.2"),
	.wcag = CLAIR_IDS("1.1.1", "4.1.2"),
	.title = {
		.fr = "Ce qui remplace un script donne la même chose",
		.en = "What stands for a script gives the same",
	},
	.why = {
		.fr = "Qui ne peut pas employer le script perd ce que la solution de remplacement oublie.",
		.en = "Who cannot use the script loses what its replacement leaves out.",
	},
	.remedy = {
		.fr = "Donner les mêmes contenus sans script, et tenir le texte à jour.",
		.en = "Give the same content without scripts, and keep the text up to date.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
