/* The detailed description of an image is right. */
#include "clairlint/rule.h"
#include "rules/common/image.h"
#include "rules/common/text.h"

enum { LONGDESC = RULE_IMAGE_CANVAS + 1 };

static const struct clair_message messages[] = {
	[RULE_IMAGE_IMG] = {
		.key = "img",
		.fr = "La description de cette image, « {text} », est-elle exacte et complète ?",
		.en = "Is the description of this image, \"{text}\", right and whole?",
		.rgaa = CLAIR_IDS("1.7.1", "1.6.9"),
	},
	[RULE_IMAGE_BUTTON] = {
		.key = "button",
		.fr = "La description de ce bouton image, « {text} », est-elle exacte et complète ?",
		.en = "Is the description of this image button, \"{text}\", right and whole?",
		.rgaa = CLAIR_IDS("1.7.2", "1.6.9"),
	},
	[RULE_IMAGE_OBJECT] = {
		.key = "object",
		.fr = "La description de cet objet, « {text} », est-elle exacte et complète ?",
		.en = "Is the description of this object, \"{text}\", right and whole?",
		.rgaa = CLAIR_IDS("1.7.3", "1.6.9"),
	},
	[RULE_IMAGE_EMBED] = {
		.key = "embed",
		.fr = "La description de ce contenu inséré, « {text} », est-elle exacte et complète ?",
		.en = "Is the description of this inserted content, \"{text}\", right and whole?",
		.rgaa = CLAIR_IDS("1.7.4", "1.6.9"),
	},
	[RULE_IMAGE_SVG] = {
		.key = "svg",
		.fr = "La description de ce dessin vectoriel, « {text} », est-elle exacte, complète et "
		    "lue à voix haute ?",
		.en = "Is the description of this vector drawing, \"{text}\", right, whole and read "
		    "aloud?",
		.rgaa = CLAIR_IDS("1.7.5", "1.6.6", "1.6.9"),
	},
	[RULE_IMAGE_CANVAS] = {
		.key = "canvas",
		.fr = "La description de ce dessin, « {text} », est-elle exacte, complète et lue à voix "
		    "haute ?",
		.en = "Is the description of this drawing, \"{text}\", right, whole and read aloud?",
		.rgaa = CLAIR_IDS("1.7.6", "1.6.8", "1.6.9"),
	},
	[LONGDESC] = {
		.key = "longdesc",
		.fr = "La longue description de cette image, en « {text} », est-elle exacte et complète "
		    "?",
		.en = "Is the long description of this image, at \"{text}\", right and whole?",
		.rgaa = CLAIR_IDS("1.7.1"),
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum rule_image kind = rule_image_kind(ctx, node);
	const char *address = clair_attr(node, CLAIR_ATTR_LONGDESC);
	const char *text;

	if (kind > RULE_IMAGE_CANVAS || !rule_image_informs(ctx, node))
		return CLAIR_INAPPLICABLE;
	text = clair_has_attr(node, CLAIR_ATTR_ARIA_DESCRIBEDBY) ? clair_description(ctx, node) : "";
	if (text[0] != '\0') {
		clair_arg(clair_review(ctx, node, kind), "text", text);
		return CLAIR_REVIEW;
	}
	if (kind != RULE_IMAGE_IMG || rule_blank(address))
		return CLAIR_INAPPLICABLE;
	clair_arg(clair_review(ctx, node, LONGDESC), "text", address);
	return CLAIR_REVIEW;
}

CLAIR_RULE(images_description_right) = {
	.id = "images/description-right",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_IMG, CLAIR_TAG_INPUT, CLAIR_TAG_OBJECT, CLAIR_TAG_EMBED,
	    CLAIR_TAG_SVG, CLAIR_TAG_CANVAS),
	.on_roles = RULE_IMAGE_ROLES,
	.rgaa = CLAIR_IDS("1.6.6", "1.6.8", "1.6.9", "1.7.1", "1.7.2", "1.7.3", "1.7.4", "1.7.5", "1.7.6"),
	.wcag = CLAIR_IDS("1.1.1"),
	.title = {
		.fr = "La description détaillée d’une image est juste",
		.en = "The detailed description of an image is right",
	},
	.why = {
		.fr = "Une description fausse ou coupée trompe qui ne peut pas la comparer à l’image.",
		.en = "A description that is wrong or cut misleads who cannot compare it with the "
		    "image.",
	},
	.remedy = {
		.fr = "Relire la description face à l’image, et la compléter.",
		.en = "Read the description again beside the image, and complete it.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
