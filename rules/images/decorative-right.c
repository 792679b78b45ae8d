/* An image that is marked as decorative brings nothing. */
#include "clairlint/rule.h"
#include "rules/common/image.h"
#include "rules/common/text.h"

#define ASK_FR "est marqué décoratif : sans lui, ne perd-on vraiment aucune information ?"

static const struct clair_message messages[] = {
	[RULE_IMAGE_IMG] = {
		.key = "img",
		.fr = "Cette image est marquée décorative : sans elle, ne perd-on vraiment aucune "
		    "information ?",
		.en = "This image is marked as decorative: is no information really lost without it?",
		.rgaa = CLAIR_IDS("1.2.1"),
	},
	[RULE_IMAGE_AREA] = {
		.key = "area",
		.fr = "Cette zone sans lien n’a pas d’alternative : ne perd-on vraiment aucune "
		    "information ?",
		.en = "This area without a link has no alternative: is really no information lost?",
		.rgaa = CLAIR_IDS("1.2.2"),
	},
	[RULE_IMAGE_BUTTON] = {
		.key = "button",
		.fr = "Ce bouton image est caché aux aides techniques : un autre bouton fait-il la "
		    "même chose ?",
		.en = "This image button is hidden from assistive technology: does another button do "
		    "the same?",
		.rgaa = CLAIR_IDS("1.1.3"),
	},
	[RULE_IMAGE_OBJECT] = {
		.key = "object",
		.fr = "Cet objet " ASK_FR,
		.en = "This object is marked as decorative: is no information really lost without it?",
		.rgaa = CLAIR_IDS("1.2.3"),
	},
	[RULE_IMAGE_EMBED] = {
		.key = "embed",
		.fr = "Ce contenu inséré " ASK_FR,
		.en = "This inserted content is marked as decorative: is no information really lost "
		    "without it?",
		.rgaa = CLAIR_IDS("1.2.6"),
	},
	[RULE_IMAGE_SVG] = {
		.key = "svg",
		.fr = "Ce dessin vectoriel " ASK_FR,
		.en = "This vector drawing is marked as decorative: is no information really lost "
		    "without it?",
		.rgaa = CLAIR_IDS("1.2.4"),
	},
	[RULE_IMAGE_CANVAS] = {
		.key = "canvas",
		.fr = "Ce dessin " ASK_FR,
		.en = "This drawing is marked as decorative: is no information really lost without it?",
		.rgaa = CLAIR_IDS("1.2.5"),
	},
};

static bool
is_marked(struct clair_ctx *ctx, const struct clair_node *image, enum rule_image kind)
{
	if (kind == RULE_IMAGE_AREA)
		return !clair_has_attr(image, CLAIR_ATTR_HREF) && clair_name(ctx, image)[0] == '\0';
	return clair_decorative(ctx, image);
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum rule_image kind = rule_image_kind(ctx, node);

	if (kind == RULE_IMAGE_NONE || !is_marked(ctx, node, kind) ||
	    !clair_visible(ctx, kind == RULE_IMAGE_AREA ? clair_parent(node) : node))
		return CLAIR_INAPPLICABLE;
	clair_review(ctx, node, kind);
	return CLAIR_REVIEW;
}

CLAIR_RULE(images_decorative_right) = {
	.id = "images/decorative-right",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION,
	.on_tags = RULE_IMAGE_TAGS,
	.on_roles = RULE_IMAGE_ROLES,
	.rgaa = CLAIR_IDS("1.1.3", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.2.6"),
	.wcag = CLAIR_IDS("1.1.1"),
	.act = CLAIR_IDS("e88epe"),
	.title = {
		.fr = "Une image marquée décorative n’apporte aucune information",
		.en = "An image marked as decorative brings no information",
	},
	.why = {
		.fr = "Une image marquée décorative n’existe pas pour qui ne voit pas : ce qu’elle dit "
		    "est perdu.",
		.en = "An image marked as decorative does not exist for who cannot see: what it says is "
		    "lost.",
	},
	.remedy = {
		.fr = "Si l’image apporte une information, lui donner une alternative.",
		.en = "If the image brings information, give it an alternative.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
