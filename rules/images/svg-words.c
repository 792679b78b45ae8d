/* An image that is only words is written as text. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { WORDS };

static const struct clair_message messages[] = {
	[WORDS] = {
		.key = "words",
		.fr = "Cette image n’est faite que de mots : les écrire comme du texte.",
		.en = "This image is made of words only: write them as text.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *image)
{
	const char *source = clair_attr(image, CLAIR_ATTR_SRC);
	const char *name = clair_name(ctx, image);

	if (source == NULL || !rule_starts_with(source, "data:image/svg+xml") || rule_blank(name) ||
	    !clair_visible(ctx, image))
		return CLAIR_INAPPLICABLE;
	/* The name of a body may keep its letters. */
	if (!clair_matches(ctx, "svg-words", source) || clair_matches(ctx, "svg-shapes", source) ||
	    clair_matches(ctx, "logo", name))
		return CLAIR_PASS;

	clair_report(ctx, image, WORDS);
	return CLAIR_FAIL;
}

CLAIR_RULE(images_svg_words) = {
	.id = "images/svg-words",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_LOW_VISION | CLAIR_COGNITIVE,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_IMG, CLAIR_TAG_INPUT),
	.rgaa = CLAIR_IDS("1.8.1", "1.8.2"),
	.wcag = CLAIR_IDS("1.4.5", "1.4.9"),
	.act = CLAIR_IDS("0va7u6"),
	.needs = CLAIR_IDS("S-147"),
	.title = {
		.fr = "Une image n’est pas faite que de mots",
		.en = "An image is not made of words only",
	},
	.why = {
		.fr = "On ne peut changer ni la taille, ni la police, ni la couleur de ces "
		    "mots.",
		.en = "The size, the font and the colour of these words cannot be changed.",
	},
	.remedy = {
		.fr = "Écrire les mots dans la page et les mettre en forme avec une feuille de "
		    "style.",
		.en = "Write the words in the page and style them with a style sheet.",
	},
	.limits = {
		.fr = "Seules les images écrites dans la page en SVG sont lues.",
		.en = "Only images written in the page as SVG are read.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
