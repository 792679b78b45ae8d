/* The alternative of an image is short. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { LONG };

static const struct clair_message messages[] = {
	[LONG] = {
		.key = "long",
		.fr = "L’alternative compte {count} caractères. Au-delà de {max}, préférer un "
		    "texte dans la page.",
		.en = "The alternative has {count} characters. Past {max}, prefer a text in the "
		    "page.",
	},
};

static double
count_characters(const char *text)
{
	double count = 0;

	for (; *text != '\0'; text++) {
		if ((*text & 0xC0) != 0x80)
			count++;
	}
	return count;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *image)
{
	const char *alt = clair_attr(image, CLAIR_ATTR_ALT);
	double max = clair_threshold(ctx, "images.alt.longueur.max");
	struct clair_finding *finding;
	double count;

	if (rule_blank(alt) || !clair_exposed(ctx, image))
		return CLAIR_INAPPLICABLE;
	count = count_characters(alt);
	if (count <= max)
		return CLAIR_PASS;

	finding = clair_review_attr(ctx, image, CLAIR_ATTR_ALT, LONG);
	clair_arg_num(finding, "count", count);
	clair_arg_num(finding, "max", max);
	return CLAIR_REVIEW;
}

CLAIR_RULE(images_alt_long) = {
	.id = "images/alt-long",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.on_text = true,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_IMG),
	.rgaa = CLAIR_IDS("1.3.9"),
	.wcag = CLAIR_IDS("1.1.1"),
	.thresholds = CLAIR_IDS("images.alt.longueur.max"),
	.title = {
		.fr = "L’alternative d’une image est courte",
		.en = "The alternative of an image is short",
	},
	.why = {
		.fr = "Un lecteur d’écran lit l’alternative d’un trait, sans pouvoir y revenir "
		    "mot à mot.",
		.en = "A screen reader reads the alternative in one go, with no way back word "
		    "by word.",
	},
	.remedy = {
		.fr = "Garder l’essentiel dans alt et mettre le reste dans le texte de la page.",
		.en = "Keep the essence in alt and put the rest in the text of the page.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
