/* Images help to understand an easy-to-read text. */
#include "rules/common/image.h"

enum { NONE };

static const struct clair_message messages[] = {
	[NONE] = {
		.key = "none",
		.fr = "La page a {count} mots et aucune image. Une image par idée aide à comprendre.",
		.en = "The page has {count} words and no image. One image for each idea helps to understand.",
	},
};

static bool
illustrates(struct clair_ctx *ctx, const struct clair_node *image)
{
	return clair_region(ctx, image) == CLAIR_IN_MAIN && clair_visible(ctx, image) &&
	    !rule_image_is_small(ctx, image) && !clair_is_falc_logo(ctx, image) &&
	    !clair_matches(ctx, "logo", clair_name(ctx, image));
}

static bool
has_image(struct clair_ctx *ctx)
{
	static const enum clair_tag tags[] = {
		CLAIR_TAG_IMG, CLAIR_TAG_SVG, CLAIR_TAG_OBJECT, CLAIR_TAG_CANVAS, CLAIR_TAG_VIDEO};

	for (size_t t = 0; t < CLAIR_LEN(tags); t++)
		for (size_t i = 0; i < clair_tag_count(ctx, tags[t]); i++)
			if (illustrates(ctx, clair_tag_at(ctx, tags[t], i)))
				return true;
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const uint32_t words = clair_readability(ctx)->words;

	if (!clair_wants_falc(ctx) || words < clair_threshold(ctx, "falc.image.mots.min"))
		return CLAIR_INAPPLICABLE;
	if (has_image(ctx))
		return CLAIR_PASS;
	clair_arg_num(clair_report_page(ctx, NONE), "count", words);
	return CLAIR_FAIL;
}

CLAIR_RULE(falc_image_missing) = {
	.id = "falc/image-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.needs = CLAIR_IDS("S-026"),
	.falc = CLAIR_IDS("W41"),
	.thresholds = CLAIR_IDS("falc.image.mots.min", "images.petite.max"),
	.title = {
		.fr = "Des images aident à comprendre le texte",
		.en = "Images help to understand the text",
	},
	.why = {
		.fr = "Une image dit l’idée sans les mots. Elle aide à retrouver sa place.",
		.en = "An image says the idea without words. It helps to find one’s place.",
	},
	.remedy = {
		.fr = "Mettre une photo, un dessin ou un pictogramme à côté de chaque idée.",
		.en = "Put a photo, a drawing or a pictogram next to each idea.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Une image posée en fond par le style n’est pas vue.",
		.en = "The rule holds only for pages judged as easy to read (FALC). An image put in the background by style is not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
