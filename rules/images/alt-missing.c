/* An image that carries information has a text alternative. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_ALT, IN_LINK, NO_NAME };

static const struct clair_message messages[] = {
	[NO_ALT] = {
		.key = "no-alt",
		.fr = "L’image {src} n’a pas d’alternative textuelle.",
		.en = "The image {src} has no text alternative.",
	},
	[IN_LINK] = {
		.key = "no-alt-in-link",
		.fr = "L’image {src} est dans un lien et n’a pas d’alternative : ce que fait le "
		    "lien est perdu.",
		.en = "The image {src} is in a link and has no alternative: what the link does "
		    "is lost.",
	},
	[NO_NAME] = {
		.key = "no-name",
		.fr = "Cet élément joue le rôle d’une image (role=\"img\") mais n’a pas de nom.",
		.en = "This element plays the role of an image (role=\"img\") but has no name.",
	},
};

/* Markdown has one way to write that an image is a decoration, and that its words were forgotten. */
static enum clair_outcome
check_decorative(struct clair_ctx *ctx, const struct clair_node *img)
{
	if (!clair_page_is_text(ctx))
		return CLAIR_PASS;
	clair_arg(clair_review(ctx, img, NO_ALT), "src", rule_file_name(clair_attr(img, CLAIR_ATTR_SRC)));
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *img)
{
	struct clair_finding *finding;

	/* An svg with a role has its own rule. */
	if (!clair_is_html(img) || !clair_exposed(ctx, img))
		return CLAIR_INAPPLICABLE;
	if (clair_tag(img) == CLAIR_TAG_IMG && clair_decorative(ctx, img))
		return check_decorative(ctx, img);
	if (clair_role(ctx, img) != CLAIR_ROLE_IMG)
		return CLAIR_INAPPLICABLE;
	if (clair_name(ctx, img)[0] != '\0')
		return CLAIR_PASS;

	if (clair_tag(img) != CLAIR_TAG_IMG) {
		finding = clair_report(ctx, img, NO_NAME);
		clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_ARIA_LABEL, NULL);
		return CLAIR_FAIL;
	}
	finding = clair_report(ctx, img,
	    clair_closest(img, CLAIR_TAG_A) != NULL ? IN_LINK : NO_ALT);
	clair_arg(finding, "src", rule_file_name(clair_attr(img, CLAIR_ATTR_SRC)));
	clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_ALT, NULL);
	return CLAIR_FAIL;
}

CLAIR_RULE(images_alt_missing) = {
	.id = "images/alt-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_BLOCKING,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION,
	.on_text = true,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_IMG),
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_IMG),
	.rgaa = CLAIR_IDS("1.1.1"),
	.wcag = CLAIR_IDS("1.1.1"),
	.act = CLAIR_IDS("23a2a8"),
	.needs = CLAIR_IDS("S-008"),
	.title = {
		.fr = "Une image porteuse d’information a une alternative textuelle",
		.en = "An image that carries information has a text alternative",
	},
	.why = {
		.fr = "Qui ne voit pas l’image n’a que son alternative pour savoir ce qu’elle "
		    "dit.",
		.en = "Who cannot see the image has only its alternative to know what it says.",
	},
	.remedy = {
		.fr = "Écrire dans alt ce que l’image apporte, ou alt=\"\" si elle n’apporte "
		    "rien.",
		.en = "Write in alt what the image brings, or alt=\"\" if it brings nothing.",
	},
	.limits = {
		.fr = "La règle ne dit pas si l’alternative est juste.",
		.en = "The rule does not say whether the alternative is right.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
