/* An image marked as decorative is ignored by assistive technology. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

#define EXPOSED(name, test) \
	{.key = name, \
	 .fr = "Cette image est marquée décorative, mais un autre attribut la fait annoncer par les " \
	       "lecteurs d’écran.", \
	 .en = "This image is marked as decorative, but another attribute makes screen readers speak " \
	       "it.", \
	 .rgaa = CLAIR_IDS(test)}

enum { IMG, SVG, CANVAS };

static const struct clair_message messages[] = {
	[IMG] = EXPOSED("exposed", "1.2.1"),
	[SVG] = EXPOSED("exposed-svg", "1.2.4"),
	[CANVAS] = EXPOSED("exposed-canvas", "1.2.5"),
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *image)
{
	const char *alt = clair_attr(image, CLAIR_ATTR_ALT);
	enum clair_tag tag = clair_tag(image);
	bool empty_alt = tag == CLAIR_TAG_IMG && alt != NULL && alt[0] == '\0';

	if (clair_explicit_role(ctx, image) != CLAIR_ROLE_NONE &&
	    (!empty_alt || !rule_blank(clair_attr(image, CLAIR_ATTR_ROLE))))
		return CLAIR_INAPPLICABLE;
	if (!clair_exposed(ctx, image) || clair_role(ctx, image) == CLAIR_ROLE_NONE)
		return CLAIR_PASS;

	clair_report(ctx, image, tag == CLAIR_TAG_SVG ? SVG : tag == CLAIR_TAG_CANVAS ? CANVAS : IMG);
	return CLAIR_FAIL;
}

CLAIR_RULE(images_decorative_exposed) = {
	.id = "images/decorative-exposed",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_IMG, CLAIR_TAG_SVG, CLAIR_TAG_CANVAS),
	.rgaa = CLAIR_IDS("1.2.1", "1.2.4", "1.2.5"),
	.wcag = CLAIR_IDS("1.1.1", "4.1.2"),
	.act = CLAIR_IDS("46ca7f"),
	.title = {
		.fr = "Une image décorative est ignorée par les aides techniques",
		.en = "A decorative image is ignored by assistive technology",
	},
	.why = {
		.fr = "L’image se dit sans intérêt et reçoit quand même un nom : le lecteur "
		    "d’écran l’annonce.",
		.en = "The image says that it brings nothing and still gets a name: the screen "
		    "reader speaks it.",
	},
	.remedy = {
		.fr = "Retirer title, aria-label, aria-labelledby et tabindex de l’image, ou "
		    "lui donner une vraie alternative.",
		.en = "Remove title, aria-label, aria-labelledby and tabindex from the image, "
		    "or give it a true alternative.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
