/* One idea has one image. */
#include "rules/common/text.h"

enum { OTHER_FILE };

enum { IMAGES = 100 };

static const struct clair_message messages[] = {
	[OTHER_FILE] = {
		.key = "other-file",
		.each = true,
		.fr = "« {text} » est montré plus haut par une autre image ({file}). Prendre toujours la même ?",
		.en = "“{text}” is shown higher by another image ({file}). Always take the same?",
	},
};

static bool
is_shown(struct clair_ctx *ctx, const struct clair_node *image)
{
	return clair_has_attr(image, CLAIR_ATTR_SRC) && clair_visible(ctx, image) &&
	    clair_region(ctx, image) == CLAIR_IN_MAIN &&
	    !clair_matches(ctx, "no-letter", clair_name(ctx, image));
}

/* An earlier image of the same name and of another file, or NULL. */
static const struct clair_node *
twin_before(struct clair_ctx *ctx, size_t index)
{
	const struct clair_node *image = clair_tag_at(ctx, CLAIR_TAG_IMG, index);

	for (size_t i = 0; i < index; i++) {
		const struct clair_node *other = clair_tag_at(ctx, CLAIR_TAG_IMG, i);

		if (is_shown(ctx, other) && rule_same(clair_name(ctx, other), clair_name(ctx, image)))
			return rule_same(clair_attr(other, CLAIR_ATTR_SRC), clair_attr(image, CLAIR_ATTR_SRC))
			    ? NULL
			    : other;
	}
	return NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_IMG) && i < IMAGES; i++) {
		const struct clair_node *image = clair_tag_at(ctx, CLAIR_TAG_IMG, i);
		const struct clair_node *twin;
		struct clair_finding *finding;

		if (!is_shown(ctx, image))
			continue;
		if (outcome == CLAIR_INAPPLICABLE)
			outcome = CLAIR_PASS;
		twin = twin_before(ctx, i);
		if (twin == NULL)
			continue;
		finding = clair_review(ctx, image, OTHER_FILE);
		clair_arg(finding, "text", clair_name(ctx, image));
		clair_arg(finding, "file", rule_file_name(clair_attr(twin, CLAIR_ATTR_SRC)));
		outcome = CLAIR_REVIEW;
	}
	return outcome;
}

CLAIR_RULE(falc_image_same) = {
	.id = "falc/image-same",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.falc = CLAIR_IDS("W43"),
	.title = {
		.fr = "La même idée a toujours la même image",
		.en = "The same idea always has the same image",
	},
	.why = {
		.fr = "Une image que l’on a déjà vue se reconnaît. Une autre demande de chercher ce qui a changé.",
		.en = "An image already seen is recognised. Another asks what has changed.",
	},
	.remedy = {
		.fr = "Prendre une image pour chaque idée, et la garder partout.",
		.en = "Take one image for each idea, and keep it everywhere.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Les 100 premières images sont comparées, par leur texte de remplacement.",
		.en = "The rule holds only for pages judged as easy to read (FALC). The first 100 images are compared, by their alternative.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
