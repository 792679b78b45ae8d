/* The alternative of a test image says what the test is. */
#include "clairlint/rule.h"
#include "rules/common/captcha.h"
#include "rules/common/image.h"

static const struct clair_message messages[] = {
	[RULE_IMAGE_IMG] = {
		.key = "img",
		.fr = "Cette image semble un test à passer : l’alternative « {alt} » dit-elle sa nature "
		    "et à quoi il sert ?",
		.en = "This image seems to be a test to pass: does the alternative \"{alt}\" say its "
		    "nature and what it is for?",
		.rgaa = CLAIR_IDS("1.4.1"),
	},
	[RULE_IMAGE_AREA] = {
		.key = "area",
		.fr = "Cette zone d’image semble un test à passer : l’alternative « {alt} » dit-elle sa "
		    "nature et à quoi il sert ?",
		.en = "This area of an image seems to be a test to pass: does the alternative \"{alt}\" "
		    "say its nature and what it is for?",
		.rgaa = CLAIR_IDS("1.4.2"),
	},
	[RULE_IMAGE_BUTTON] = {
		.key = "button",
		.fr = "Ce bouton image semble un test à passer : l’alternative « {alt} » dit-elle sa "
		    "nature et à quoi il sert ?",
		.en = "This image button seems to be a test to pass: does the alternative \"{alt}\" say "
		    "its nature and what it is for?",
		.rgaa = CLAIR_IDS("1.4.3"),
	},
	[RULE_IMAGE_OBJECT] = {
		.key = "object",
		.fr = "Cet objet semble un test à passer : l’alternative « {alt} » dit-elle sa nature "
		    "et à quoi il sert ?",
		.en = "This object seems to be a test to pass: does the alternative \"{alt}\" say its "
		    "nature and what it is for?",
		.rgaa = CLAIR_IDS("1.4.4"),
	},
	[RULE_IMAGE_EMBED] = {
		.key = "embed",
		.fr = "Ce contenu inséré semble un test à passer : l’alternative « {alt} » dit-elle sa "
		    "nature et à quoi il sert ?",
		.en = "This inserted content seems to be a test to pass: does the alternative \"{alt}\" "
		    "say its nature and what it is for?",
		.rgaa = CLAIR_IDS("1.4.5"),
	},
	[RULE_IMAGE_SVG] = {
		.key = "svg",
		.fr = "Ce dessin vectoriel semble un test à passer : l’alternative « {alt} » dit-elle "
		    "sa nature et à quoi il sert ?",
		.en = "This vector drawing seems to be a test to pass: does the alternative \"{alt}\" "
		    "say its nature and what it is for?",
		.rgaa = CLAIR_IDS("1.4.6"),
	},
	[RULE_IMAGE_CANVAS] = {
		.key = "canvas",
		.fr = "Ce dessin semble un test à passer : l’alternative « {alt} » dit-elle sa nature "
		    "et à quoi il sert ?",
		.en = "This drawing seems to be a test to pass: does the alternative \"{alt}\" say its "
		    "nature and what it is for?",
		.rgaa = CLAIR_IDS("1.4.7"),
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum rule_image kind = rule_image_kind(ctx, node);

	if (kind == RULE_IMAGE_NONE || !clair_exposed(ctx, node) || !rule_image_is_captcha(ctx, node))
		return CLAIR_INAPPLICABLE;
	clair_arg(clair_review(ctx, node, kind), "alt", rule_image_alternative(ctx, node));
	return CLAIR_REVIEW;
}

CLAIR_RULE(images_captcha_alternative) = {
	.id = "images/captcha-alternative",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION,
	.on_tags = RULE_IMAGE_TAGS,
	.on_roles = RULE_IMAGE_ROLES,
	.rgaa = CLAIR_IDS("1.4.1", "1.4.2", "1.4.3", "1.4.4", "1.4.5", "1.4.6", "1.4.7"),
	.wcag = CLAIR_IDS("1.1.1"),
	.title = {
		.fr = "L’alternative d’une image-test dit la nature et la fonction du test",
		.en = "The alternative of a test image says the nature and the purpose of the test",
	},
	.why = {
		.fr = "Sans ces mots, qui ne voit pas l’image ne sait pas qu’un test lui barre la "
		    "route.",
		.en = "Without these words, who cannot see the image does not know that a test bars the "
		    "way.",
	},
	.remedy = {
		.fr = "Écrire par exemple : « Code de sécurité à recopier ». Ne pas écrire la réponse.",
		.en = "Write for example: \"Security code to copy\". Do not write the answer.",
	},
	.limits = {
		.fr = "Le test est reconnu à son nom : classe, id, adresse ou alternative.",
		.en = "The test is recognised by its name: class, id, address or alternative.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
