/* A vector image says whether it carries information. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_ROLE };

static const struct clair_message messages[] = {
	[NO_ROLE] = {
		.key = "no-role",
		.fr = "Cette image vectorielle n’a ni role=\"img\" ni aria-hidden=\"true\" : "
		    "dire si elle apporte une information.",
		.en = "This vector image has neither role=\"img\" nor aria-hidden=\"true\": say "
		    "whether it brings information.",
	},
};

static bool
is_nothing(struct clair_ctx *ctx, const struct clair_node *svg, enum clair_property size)
{
	double pixels;

	return clair_style_number(ctx, svg, size, &pixels) && pixels <= 0;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *svg)
{
	if (!clair_exposed(ctx, svg))
		return CLAIR_INAPPLICABLE;
	/* An svg in another svg, or in an image that has a name, is a part of it. */
	if (clair_parent(svg) != NULL && clair_closest(clair_parent(svg), CLAIR_TAG_SVG) != NULL)
		return CLAIR_INAPPLICABLE;
	/* A store of symbols has no size. */
	if (clair_attr_is(svg, CLAIR_ATTR_WIDTH, "0") || clair_attr_is(svg, CLAIR_ATTR_HEIGHT, "0") ||
	    is_nothing(ctx, svg, CLAIR_CSS_WIDTH) || is_nothing(ctx, svg, CLAIR_CSS_HEIGHT))
		return CLAIR_INAPPLICABLE;
	if (clair_has_attr(svg, CLAIR_ATTR_ROLE))
		return CLAIR_PASS;

	clair_fix_attr(clair_review(ctx, svg, NO_ROLE), CLAIR_CHOICE, CLAIR_ATTR_ARIA_HIDDEN, "true");
	return CLAIR_REVIEW;
}

CLAIR_RULE(images_svg_unmarked) = {
	.id = "images/svg-unmarked",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_SVG),
	.rgaa = CLAIR_IDS("1.1.5", "1.2.4"),
	.wcag = CLAIR_IDS("1.1.1"),
	.title = {
		.fr = "Une image vectorielle est soit nommée, soit cachée aux aides techniques",
		.en = "A vector image is either named or hidden from assistive technology",
	},
	.why = {
		.fr = "Selon le lecteur d’écran, un dessin sans rôle est tu, ou lu morceau par "
		    "morceau.",
		.en = "Depending on the screen reader, a drawing without a role is silent, or "
		    "read bit by bit.",
	},
	.remedy = {
		.fr = "Dessin utile : role=\"img\" et aria-label. Décor : aria-hidden=\"true\".",
		.en = "Useful drawing: role=\"img\" and aria-label. Decoration: "
		    "aria-hidden=\"true\".",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
