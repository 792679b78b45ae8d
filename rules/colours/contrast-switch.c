/* A control that changes contrasts is itself seen well. */
#include "clairlint/rule.h"

enum { SWITCH };

static const struct clair_message messages[] = {
	[SWITCH] = {
		.key = "switch",
		.fr = "« {name} » change-t-il les contrastes de la page ? Si oui, se voit-il "
		    "bien, et tout a-t-il assez de contraste ensuite ?",
		.en = "Does \"{name}\" change the contrasts of the page? If so, is it seen well, "
		    "and does everything have enough contrast afterwards?",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *name = clair_name(ctx, node);

	if (!clair_visible(ctx, node) || !clair_matches(ctx, "contrast-name", name))
		return CLAIR_INAPPLICABLE;
	clair_arg(clair_review(ctx, node, SWITCH), "name", name);
	return CLAIR_REVIEW;
}

CLAIR_RULE(colours_contrast_switch) = {
	.id = "colours/contrast-switch",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.who = CLAIR_LOW_VISION | CLAIR_ELDERLY,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_A, CLAIR_TAG_BUTTON, CLAIR_TAG_INPUT),
	.rgaa = CLAIR_IDS("3.2.5", "3.3.4"),
	.wcag = CLAIR_IDS("1.4.3", "1.4.11"),
	.title = {
		.fr = "Un bouton de contraste se voit bien",
		.en = "A contrast button is seen well",
	},
	.why = {
		.fr = "Qui a besoin de ce bouton ne le trouve pas s’il est peu contrasté.",
		.en = "Who needs this button does not find it when it has little contrast.",
	},
	.remedy = {
		.fr = "Donner au bouton un contraste de 4,5 pour son texte, et de 3 pour son "
		    "dessin.",
		.en = "Give the button a contrast of 4.5 for its text, and of 3 for its picture.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
