/* No image lies behind text. */
#include "rules/common/prose.h"
#include "rules/common/text.h"

enum { OVER };

static const struct clair_message messages[] = {
	[OVER] = {
		.key = "over-image",
		.fr = "Une image est derrière ce texte ({count} {count|passage|passages}).",
		.en = "An image lies behind this text ({count} {count|passage|passages}).",
	},
};

static const struct clair_node *
papered_by(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	return clair_contrast(ctx, prose->node)->picture_node;
}

static bool
is_over_image(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	return papered_by(ctx, prose) != NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_passage_search search = {
	    .property = CLAIR_CSS_BACKGROUND_IMAGE,
	    .blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING),
	    .words = 1,
	    .harms = is_over_image,
	    .declares = papered_by,
	};

	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	return rule_check_passages(ctx, &search, OVER, NULL);
}

CLAIR_RULE(falc_text_over_image) = {
	.id = "falc/text-over-image",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_LOW_VISION,
	.falc = CLAIR_IDS("W03"),
	.title = {
		.fr = "Aucune image n’est derrière le texte",
		.en = "No image lies behind text",
	},
	.why = {
		.fr = "Les formes de l’image se mêlent aux lettres.",
		.en = "The shapes of the image mix with the letters.",
	},
	.remedy = {
		.fr = "Mettre sous le texte un fond d’une seule couleur.",
		.en = "Put a background of one colour under the text.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Une image placée sous le texte par sa position n’est pas vue.",
		.en = "The rule holds only for pages judged as easy to read (FALC). An image put under the text by its position is not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
