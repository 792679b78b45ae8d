/* The alternative of an image says something. */
#include "clairlint/rule.h"
#include "rules/common/image.h"
#include "rules/common/text.h"

#define FILE_NAME(name, test) \
	{.key = name, \
	 .fr = "L’alternative « {alt} » est un nom de fichier.", \
	 .en = "The alternative \"{alt}\" is a file name.", \
	 .rgaa = CLAIR_IDS(test)}
#define STOCK(name, test) \
	{.key = name, \
	 .fr = "L’alternative « {alt} » ne dit rien de l’image.", \
	 .en = "The alternative \"{alt}\" says nothing of the image.", \
	 .rgaa = CLAIR_IDS(test)}

enum { IMG, AREA, BUTTON, KINDS };

static const struct clair_message messages[] = {
	FILE_NAME("file-name", "1.3.1"),
	FILE_NAME("file-name-area", "1.3.2"),
	FILE_NAME("file-name-button", "1.3.3"),
	STOCK("stock", "1.3.1"),
	STOCK("stock-area", "1.3.2"),
	STOCK("stock-button", "1.3.3"),
};

static unsigned
place_of(enum rule_image kind)
{
	return kind == RULE_IMAGE_AREA ? AREA : kind == RULE_IMAGE_BUTTON ? BUTTON : IMG;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *image)
{
	const char *alt = clair_attr(image, CLAIR_ATTR_ALT);
	enum rule_image kind = rule_image_kind(ctx, image);

	if (rule_blank(alt) || kind == RULE_IMAGE_NONE || !clair_exposed(ctx, image))
		return CLAIR_INAPPLICABLE;
	if (clair_matches(ctx, "file-name", alt)) {
		clair_arg(clair_report_attr(ctx, image, CLAIR_ATTR_ALT, place_of(kind)), "alt", alt);
		return CLAIR_FAIL;
	}
	if (clair_lookup(ctx, "alternatives-vides", alt) != NULL ||
	    clair_matches(ctx, "camera-name", alt)) {
		clair_arg(clair_review_attr(ctx, image, CLAIR_ATTR_ALT, KINDS + place_of(kind)), "alt",
		    alt);
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
	.on_text = true,
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
