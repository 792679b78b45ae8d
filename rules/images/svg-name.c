/* A vector image with a role has a name. */
#include "clairlint/rule.h"

enum { NO_NAME };

static const struct clair_message messages[] = {
	[NO_NAME] = {
		.key = "no-name",
		.fr = "L’image vectorielle a un rôle d’image ({role}) mais pas de nom.",
		.en = "The vector image has a role of image ({role}) but no name.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *svg)
{
	enum clair_role role = clair_explicit_role(ctx, svg);
	struct clair_finding *finding;

	if (clair_closest(svg, CLAIR_TAG_SVG) == NULL || !clair_exposed(ctx, svg))
		return CLAIR_INAPPLICABLE;
	if (role != CLAIR_ROLE_IMG && role != CLAIR_ROLE_GRAPHICS_DOCUMENT &&
	    role != CLAIR_ROLE_GRAPHICS_SYMBOL)
		return CLAIR_INAPPLICABLE;
	if (clair_name(ctx, svg)[0] != '\0')
		return CLAIR_PASS;

	finding = clair_report(ctx, svg, NO_NAME);
	clair_arg(finding, "role", clair_attr(svg, CLAIR_ATTR_ROLE));
	clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_ARIA_LABEL, NULL);
	return CLAIR_FAIL;
}

CLAIR_RULE(images_svg_name) = {
	.id = "images/svg-name",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_SVG),
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_IMG, CLAIR_ROLE_GRAPHICS_DOCUMENT,
	    CLAIR_ROLE_GRAPHICS_SYMBOL),
	.rgaa = CLAIR_IDS("1.1.5"),
	.wcag = CLAIR_IDS("1.1.1"),
	.act = CLAIR_IDS("7d6734"),
	.title = {
		.fr = "Une image vectorielle porteuse d’information a une alternative",
		.en = "A vector image that carries information has an alternative",
	},
	.why = {
		.fr = "Qui ne voit pas le dessin entend « image » et rien d’autre.",
		.en = "Who cannot see the drawing hears \"image\" and nothing else.",
	},
	.remedy = {
		.fr = "Ajouter aria-label à l’élément svg, ou aria-hidden=\"true\" à la place "
		    "du rôle si le dessin n’apporte rien.",
		.en = "Add aria-label to the svg element, or aria-hidden=\"true\" instead of "
		    "the role if the drawing brings nothing.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
