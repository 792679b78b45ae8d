/* Information in an image does not rest on colour, shape or place alone, and is seen well. */
#include "clairlint/rule.h"

enum { COLOUR, CONTRAST };

static const struct clair_message messages[] = {
	[COLOUR] = {
		.key = "colour",
		.fr = "Dans l’image « {name} », une information passe-t-elle seulement par une "
		    "couleur, une forme ou une place ?",
		.en = "In the image \"{name}\", is some information given only by a colour, a "
		    "shape or a place?",
		.rgaa = CLAIR_IDS("3.1.3", "10.9.2", "10.10.2"),
	},
	[CONTRAST] = {
		.key = "contrast",
		.fr = "Dans l’image « {name} », les parties utiles se distinguent-elles assez du "
		    "fond et entre elles (contraste de 3) ?",
		.en = "In the image \"{name}\", are the useful parts told well enough from the "
		    "background and from each other (contrast of 3)?",
		.rgaa = CLAIR_IDS("3.3.2", "3.3.3"),
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *name = clair_name(ctx, node);

	if (!clair_visible(ctx, node) || name[0] == '\0')
		return CLAIR_INAPPLICABLE;
	clair_arg(clair_review(ctx, node, COLOUR), "name", name);
	clair_arg(clair_review(ctx, node, CONTRAST), "name", name);
	return CLAIR_REVIEW;
}

CLAIR_RULE(colours_image_information) = {
	.id = "colours/image-information",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION | CLAIR_ELDERLY,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_IMG, CLAIR_TAG_SVG, CLAIR_TAG_CANVAS),
	.rgaa = CLAIR_IDS("3.1.3", "3.3.2", "3.3.3", "10.9.2", "10.10.2"),
	.wcag = CLAIR_IDS("1.4.1", "1.4.11", "1.3.3"),
	.title = {
		.fr = "L’information d’une image se voit sans les couleurs",
		.en = "The information of an image is seen without colours",
	},
	.why = {
		.fr = "Qui voit mal les couleurs ne distingue pas les courbes ou les zones d’un "
		    "graphique.",
		.en = "Who sees colours badly cannot tell the lines or the areas of a chart "
		    "apart.",
	},
	.remedy = {
		.fr = "Ajouter des mots, des motifs ou des formes. Choisir des couleurs plus "
		    "éloignées.",
		.en = "Add words, patterns or shapes. Choose colours further apart.",
	},
	.limits = {
		.fr = "La règle ne regarde pas dans les images.",
		.en = "The rule does not look into images.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
