/* The name of the authority is written, not only drawn. */
#include "clairlint/rule.h"

enum { DRAWN_ONLY };

static const struct clair_message messages[] = {
	[DRAWN_ONLY] = {
		.key = "drawn-only",
		.fr = "Le nom « {name} » n’est que dans une image. L’en-tête, le pied de page et le titre ne semblent pas l’écrire en lettres.",
		.en = "The name “{name}” is only in a picture. The header, the footer and the title do not seem to write it in letters.",
	},
};

/* The first picture of the header whose words name an authority, or NULL. */
static const struct clair_node *
drawn_name(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_IMG); i++) {
		const struct clair_node *image = clair_tag_at(ctx, CLAIR_TAG_IMG, i);

		if (clair_region(ctx, image) == CLAIR_IN_HEADER && clair_exposed(ctx, image) &&
		    clair_matches(ctx, "authority-name", clair_name(ctx, image)))
			return image;
	}
	return NULL;
}

static bool
is_written(struct clair_ctx *ctx)
{
	if (clair_matches(ctx, "authority-name", clair_page_title(ctx)))
		return true;
	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL;
	     block = clair_block_next(ctx, block)) {
		const enum clair_region region = clair_block_region(ctx, block);
		const bool around = region != CLAIR_IN_MAIN && region != CLAIR_IN_ASIDE;

		if ((around || clair_block_kind(block) == CLAIR_BLOCK_HEADING) &&
		    clair_matches(ctx, "authority-name", clair_block_text(block)))
			return true;
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *image = clair_page_in_french(ctx) ? drawn_name(ctx) : NULL;

	if (image == NULL)
		return CLAIR_INAPPLICABLE;
	if (is_written(ctx))
		return CLAIR_PASS;
	clair_arg(clair_review(ctx, image, DRAWN_ONLY), "name", clair_name(ctx, image));
	return CLAIR_REVIEW;
}

CLAIR_RULE(trust_identity) = {
	.id = "trust/identity",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY | CLAIR_COGNITIVE,
	.needs = CLAIR_IDS("S-157"),
	.title = {
		.fr = "Le nom de l’administration est écrit en lettres",
		.en = "The name of the authority is written in letters",
	},
	.why = {
		.fr = "Un logo se copie. Le nom écrit, avec une adresse, aide à reconnaître le vrai site.",
		.en = "A logo can be copied. The name in writing, with an address, helps people to know the true site.",
	},
	.remedy = {
		.fr = "Écrire le nom en toutes lettres à côté du logo, et en bas de chaque page.",
		.en = "Write the name in full beside the logo, and at the bottom of each page.",
	},
	.limits = {
		.fr = "La règle connaît les mots qui nomment une administration : mairie, ministère, préfecture…",
		.en = "The rule knows the words that name an authority: mairie, ministère, préfecture…",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
