/* Nothing moves or blinks without a way to stop it. */
#include "clairlint/rule.h"

enum { MOVES };

static const struct clair_message messages[] = {
	[MOVES] = {
		.key = "moves",
		.fr = "Ce texte défile ou clignote sans moyen de l’arrêter (élément {element}).",
		.en = "This text scrolls or blinks with no way to stop it ({element} element).",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	if (!clair_visible(ctx, node))
		return CLAIR_INAPPLICABLE;
	/* Browsers no longer make blink blink. */
	if (clair_tag(node) == CLAIR_TAG_BLINK)
		return CLAIR_PASS;

	clair_arg(clair_report(ctx, node, MOVES), "element", clair_tag_name(node));
	return CLAIR_FAIL;
}

CLAIR_RULE(consultation_moving) = {
	.id = "consultation/moving",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_VISION | CLAIR_LOW_LITERACY | CLAIR_ELDERLY,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_MARQUEE, CLAIR_TAG_BLINK),
	.rgaa = CLAIR_IDS("13.8.1"),
	.wcag = CLAIR_IDS("2.2.2"),
	.falc = CLAIR_IDS("E15"),
	.needs = CLAIR_IDS("S-045"),
	.title = {
		.fr = "Aucun texte ne défile ni ne clignote",
		.en = "No text scrolls or blinks by itself",
	},
	.why = {
		.fr = "Un texte qui bouge distrait, fatigue, et ne laisse pas le temps de lire.",
		.en = "A text that moves distracts, tires, and leaves no time to read.",
	},
	.remedy = {
		.fr = "Retirer l’élément marquee ou blink et laisser le texte immobile.",
		.en = "Remove the marquee or blink element and leave the text still.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
