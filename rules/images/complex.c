/* A complex image has a detailed description. */
#include "clairlint/rule.h"
#include "rules/common/image.h"
#include "rules/common/text.h"

static const struct clair_message messages[] = {
	[RULE_IMAGE_IMG] = {
		.key = "img",
		.fr = "Cette image en dit-elle plus que « {alt} » ? Si oui, une description détaillée "
		    "est-elle tout près ?",
		.en = "Does this image say more than \"{alt}\"? If so, is a detailed description close "
		    "by?",
		.rgaa = CLAIR_IDS("1.6.1", "1.6.10"),
	},
	[RULE_IMAGE_BUTTON] = {
		.key = "button",
		.fr = "Ce bouton image en dit-il plus que « {alt} » ? Si oui, une description détaillée "
		    "est-elle tout près ?",
		.en = "Does this image button say more than \"{alt}\"? If so, is a detailed description "
		    "close by?",
		.rgaa = CLAIR_IDS("1.6.4"),
	},
	[RULE_IMAGE_OBJECT] = {
		.key = "object",
		.fr = "Cet objet en dit-il plus que « {alt} » ? Si oui, une description détaillée "
		    "est-elle tout près ?",
		.en = "Does this object say more than \"{alt}\"? If so, is a detailed description close "
		    "by?",
		.rgaa = CLAIR_IDS("1.6.2"),
	},
	[RULE_IMAGE_EMBED] = {
		.key = "embed",
		.fr = "Ce contenu inséré en dit-il plus que « {alt} » ? Si oui, une description "
		    "détaillée est-elle tout près ?",
		.en = "Does this inserted content say more than \"{alt}\"? If so, is a detailed "
		    "description close by?",
		.rgaa = CLAIR_IDS("1.6.3"),
	},
	[RULE_IMAGE_SVG] = {
		.key = "svg",
		.fr = "Ce dessin vectoriel en dit-il plus que « {alt} » ? Si oui, une description "
		    "détaillée est-elle tout près ?",
		.en = "Does this vector drawing say more than \"{alt}\"? If so, is a detailed "
		    "description close by?",
		.rgaa = CLAIR_IDS("1.6.5"),
	},
	[RULE_IMAGE_CANVAS] = {
		.key = "canvas",
		.fr = "Ce dessin en dit-il plus que « {alt} » ? Si oui, une description détaillée "
		    "est-elle tout près ?",
		.en = "Does this drawing say more than \"{alt}\"? If so, is a detailed description "
		    "close by?",
		.rgaa = CLAIR_IDS("1.6.7"),
	},
};

static bool
is_described(const struct clair_node *image)
{
	return !rule_blank(clair_attr(image, CLAIR_ATTR_ARIA_DESCRIBEDBY)) ||
	    !rule_blank(clair_attr(image, CLAIR_ATTR_LONGDESC));
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum rule_image kind = rule_image_kind(ctx, node);

	if (kind > RULE_IMAGE_CANVAS || !rule_image_informs(ctx, node) || is_described(node) ||
	    rule_image_is_small(ctx, node))
		return CLAIR_INAPPLICABLE;
	clair_arg(clair_review(ctx, node, kind), "alt", rule_image_alternative(ctx, node));
	return CLAIR_REVIEW;
}

CLAIR_RULE(images_complex) = {
	.id = "images/complex",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_IMG, CLAIR_TAG_INPUT, CLAIR_TAG_OBJECT, CLAIR_TAG_EMBED,
	    CLAIR_TAG_SVG, CLAIR_TAG_CANVAS),
	.on_roles = RULE_IMAGE_ROLES,
	.rgaa = CLAIR_IDS("1.6.1", "1.6.2", "1.6.3", "1.6.4", "1.6.5", "1.6.7", "1.6.10"),
	.wcag = CLAIR_IDS("1.1.1"),
	.thresholds = CLAIR_IDS("images.petite.max"),
	.title = {
		.fr = "Une image complexe a une description détaillée",
		.en = "A complex image has a detailed description",
	},
	.why = {
		.fr = "Un graphique, un plan ou un schéma ne tient pas dans quelques mots : le reste "
		    "est perdu pour qui ne voit pas.",
		.en = "A chart, a map or a diagram does not fit in a few words: the rest is lost for "
		    "who cannot see.",
	},
	.remedy = {
		.fr = "Écrire la description dans la page, près de l’image, ou dans une page en lien.",
		.en = "Write the description in the page, near the image, or in a linked page.",
	},
	.limits = {
		.fr = "Les pictogrammes ne sont pas montrés.",
		.en = "Icons are not shown.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
