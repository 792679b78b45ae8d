/* Words are written as text, not drawn in an image. */
#include "clairlint/rule.h"
#include "rules/common/image.h"

static const struct clair_message messages[] = {
	[RULE_IMAGE_IMG] = {
		.key = "img",
		.fr = "Cette image montre-t-elle des mots qu’un vrai texte mis en forme pourrait "
		    "remplacer ?",
		.en = "Does this image show words that true styled text could replace?",
		.rgaa = CLAIR_IDS("1.8.1"),
	},
	[RULE_IMAGE_BUTTON] = {
		.key = "button",
		.fr = "Ce bouton image montre-t-il des mots qu’un vrai texte mis en forme pourrait "
		    "remplacer ?",
		.en = "Does this image button show words that true styled text could replace?",
		.rgaa = CLAIR_IDS("1.8.2"),
	},
	[RULE_IMAGE_OBJECT] = {
		.key = "object",
		.fr = "Cet objet montre-t-il des mots qu’un vrai texte mis en forme pourrait remplacer "
		    "?",
		.en = "Does this object show words that true styled text could replace?",
		.rgaa = CLAIR_IDS("1.8.3"),
	},
	[RULE_IMAGE_EMBED] = {
		.key = "embed",
		.fr = "Ce contenu inséré montre-t-il des mots qu’un vrai texte mis en forme pourrait "
		    "remplacer ?",
		.en = "Does this inserted content show words that true styled text could replace?",
		.rgaa = CLAIR_IDS("1.8.4"),
	},
	[RULE_IMAGE_SVG] = {
		.key = "svg",
		.fr = "Ce dessin vectoriel montre-t-il des mots qu’un vrai texte mis en forme pourrait "
		    "remplacer ?",
		.en = "Does this vector drawing show words that true styled text could replace?",
		.rgaa = CLAIR_IDS("1.8.6"),
	},
	[RULE_IMAGE_CANVAS] = {
		.key = "canvas",
		.fr = "Ce dessin montre-t-il des mots qu’un vrai texte mis en forme pourrait remplacer "
		    "?",
		.en = "Does this drawing show words that true styled text could replace?",
		.rgaa = CLAIR_IDS("1.8.5"),
	},
};

/* Words in text elements are true text. */
static bool
is_svg_with_text(const struct clair_node *image)
{
	const struct clair_node *node = image;

	while (clair_tag(image) == CLAIR_TAG_SVG && (node = clair_next_inside(image, node)) != NULL) {
		if (clair_tag(node) == CLAIR_TAG_TEXT)
			return true;
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum rule_image kind = rule_image_kind(ctx, node);

	if (kind > RULE_IMAGE_CANVAS || !rule_image_informs(ctx, node) ||
	    rule_image_is_small(ctx, node) || is_svg_with_text(node))
		return CLAIR_INAPPLICABLE;
	clair_review(ctx, node, kind);
	return CLAIR_REVIEW;
}

CLAIR_RULE(images_text_in_image) = {
	.id = "images/text-in-image",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.who = CLAIR_LOW_VISION | CLAIR_COGNITIVE | CLAIR_LOW_LITERACY,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_IMG, CLAIR_TAG_INPUT, CLAIR_TAG_OBJECT, CLAIR_TAG_EMBED,
	    CLAIR_TAG_SVG, CLAIR_TAG_CANVAS),
	.on_roles = RULE_IMAGE_ROLES,
	.rgaa = CLAIR_IDS("1.8.1", "1.8.2", "1.8.3", "1.8.4", "1.8.5", "1.8.6"),
	.wcag = CLAIR_IDS("1.4.5", "1.4.9"),
	.act = CLAIR_IDS("0va7u6"),
	.thresholds = CLAIR_IDS("images.petite.max"),
	.title = {
		.fr = "Un texte est écrit en texte, pas dessiné dans une image",
		.en = "A text is written as text, not drawn in an image",
	},
	.why = {
		.fr = "Un texte en image devient flou quand on l’agrandit. On ne peut ni changer ses "
		    "lettres, ni le faire lire ou traduire.",
		.en = "A text in an image turns to a blur when enlarged. Its letters cannot be changed, "
		    "nor can it be read aloud or translated.",
	},
	.remedy = {
		.fr = "Écrire le texte dans la page et le mettre en forme par CSS. Un logo peut rester "
		    "une image.",
		.en = "Write the text in the page and style it with CSS. A logo may stay an image.",
	},
	.limits = {
		.fr = "Les pictogrammes ne sont pas montrés.",
		.en = "Icons are not shown.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
