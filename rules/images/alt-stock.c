/* The alternative of an image says something. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { FILE_NAME, STOCK };

static const struct clair_message messages[] = {
	[FILE_NAME] = {
		.key = "file-name",
		.fr = "L’alternative « {alt} » est un nom de fichier.",
		.en = "The alternative \"{alt}\" is a file name.",
	},
	[STOCK] = {
		.key = "stock",
		.fr = "L’alternative « {alt} » ne dit rien de l’image.",
		.en = "The alternative \"{alt}\" says nothing of the image.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *image)
{
	const char *alt = clair_attr(image, CLAIR_ATTR_ALT);

	if (rule_blank(alt) || !clair_exposed(ctx, image))
		return CLAIR_INAPPLICABLE;
	if (clair_tag(image) == CLAIR_TAG_INPUT && !clair_attr_is(image, CLAIR_ATTR_TYPE, "image"))
		return CLAIR_INAPPLICABLE;
	if (clair_matches(ctx, "file-name", alt)) {
		clair_arg(clair_report_attr(ctx, image, CLAIR_ATTR_ALT, FILE_NAME), "alt", alt);
		return CLAIR_FAIL;
	}
	if (clair_lookup(ctx, "alternatives-vides", alt) != NULL ||
	    clair_matches(ctx, "camera-name", alt)) {
		clair_arg(clair_review_attr(ctx, image, CLAIR_ATTR_ALT, STOCK), "alt", alt);
		return CLAIR_REVIEW;
	}
	return CLAIR_PASS;
}

CLAIR_RULE(images_alt_stock) = {
	.id = "images/alt-stock",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_IMG, CLAIR_TAG_INPUT, CLAIR_TAG_AREA),
	.rgaa = CLAIR_IDS("1.3.1", "1.3.2", "1.3.3"),
	.wcag = CLAIR_IDS("1.1.1"),
	.title = {
		.fr = "L’alternative d’une image est pertinente",
		.en = "The alternative of an image is meaningful",
	},
	.why = {
		.fr = "Entendre « DSC_0042.jpg » ou « image » n’apprend rien.",
		.en = "To hear \"DSC_0042.jpg\" or \"image\" teaches nothing.",
	},
	.remedy = {
		.fr = "Écrire ce que l’image apporte à la page, ou alt=\"\" si elle n’apporte "
		    "rien.",
		.en = "Write what the image brings to the page, or alt=\"\" if it brings "
		    "nothing.",
	},
	.limits = {
		.fr = "Une alternative fausse mais bien écrite n’est pas vue.",
		.en = "An alternative that is wrong but well written is not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
