/* The alternative of an image says what the image says. */
#include "clairlint/rule.h"
#include "rules/common/image.h"

static const struct clair_message messages[] = {
	[RULE_IMAGE_IMG] = {
		.key = "img",
		.fr = "L’alternative « {alt} » dit-elle ce que cette image apporte à la page ?",
		.en = "Does the alternative \"{alt}\" say what this image brings to the page?",
		.rgaa = CLAIR_IDS("1.3.1", "1.3.9"),
	},
	[RULE_IMAGE_AREA] = {
		.key = "area",
		.fr = "L’alternative « {alt} » dit-elle ce que montre cette zone, ou où elle mène ?",
		.en = "Does the alternative \"{alt}\" say what this area shows, or where it leads?",
		.rgaa = CLAIR_IDS("1.3.2", "1.3.9"),
	},
	[RULE_IMAGE_BUTTON] = {
		.key = "button",
		.fr = "L’alternative « {alt} » dit-elle ce que fait ce bouton ?",
		.en = "Does the alternative \"{alt}\" say what this button does?",
		.rgaa = CLAIR_IDS("1.3.3", "1.3.9"),
	},
	[RULE_IMAGE_OBJECT] = {
		.key = "object",
		.fr = "L’alternative « {alt} » dit-elle ce que cet objet apporte à la page ?",
		.en = "Does the alternative \"{alt}\" say what this object brings to the page?",
		.rgaa = CLAIR_IDS("1.3.4", "1.3.9"),
	},
	[RULE_IMAGE_EMBED] = {
		.key = "embed",
		.fr = "L’alternative « {alt} » dit-elle ce que ce contenu inséré apporte à la page ?",
		.en = "Does the alternative \"{alt}\" say what this inserted content brings to the page?",
		.rgaa = CLAIR_IDS("1.3.5", "1.3.9"),
	},
	[RULE_IMAGE_SVG] = {
		.key = "svg",
		.fr = "L’alternative « {alt} » dit-elle ce que ce dessin apporte à la page ?",
		.en = "Does the alternative \"{alt}\" say what this drawing brings to the page?",
		.rgaa = CLAIR_IDS("1.3.6", "1.3.9"),
	},
	[RULE_IMAGE_CANVAS] = {
		.key = "canvas",
		.fr = "Le texte « {alt} » dit-il ce que ce dessin apporte à la page, et est-il lu à "
		    "voix haute ?",
		.en = "Does the text \"{alt}\" say what this drawing brings to the page, and is it "
		    "read aloud?",
		.rgaa = CLAIR_IDS("1.3.7", "1.3.8", "1.3.9"),
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum rule_image kind = rule_image_kind(ctx, node);

	if (kind == RULE_IMAGE_NONE || !rule_image_informs(ctx, node))
		return CLAIR_INAPPLICABLE;
	clair_arg(clair_review(ctx, node, kind), "alt", rule_image_alternative(ctx, node));
	return CLAIR_REVIEW;
}

CLAIR_RULE(images_alternative_right) = {
	.id = "images/alternative-right",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION,
	.on_tags = RULE_IMAGE_TAGS,
	.on_roles = RULE_IMAGE_ROLES,
	.rgaa = CLAIR_IDS("1.3.1", "1.3.2", "1.3.3", "1.3.4", "1.3.5", "1.3.6", "1.3.7", "1.3.8", "1.3.9"),
	.wcag = CLAIR_IDS("1.1.1"),
	.act = CLAIR_IDS("qt1vmo"),
	.title = {
		.fr = "L’alternative d’une image dit la même chose que l’image",
		.en = "The alternative of an image says what the image says",
	},
	.why = {
		.fr = "Qui ne voit pas l’image n’a que ces mots. Faux ou vagues, ils trompent.",
		.en = "Who cannot see the image has only these words. Wrong or vague, they mislead.",
	},
	.remedy = {
		.fr = "Écrire en peu de mots ce que l’image apporte à cet endroit de la page.",
		.en = "Write in few words what the image brings at this place of the page.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
