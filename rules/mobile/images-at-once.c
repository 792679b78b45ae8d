/* Pictures far down the page wait until they are needed. */
#include "clairlint/rule.h"
#include "rules/common/image.h"
#include "rules/common/text.h"

enum { AT_ONCE };

static const struct clair_message messages[] = {
	[AT_ONCE] = {
		.key = "at-once",
		.fr = "{count} images de la page sont toutes demandées dès l’ouverture, même celles du bas. Ajouter loading=\"lazy\" à celles du bas.",
		.en = "{count} pictures of the page are all asked for when it opens, even those far down. Add loading=\"lazy\" to those.",
	},
};

/* A script brings it later: what stands there is a place holder. */
static bool
waits(const struct clair_node *image)
{
	const char *loading = clair_attr_by_name(image, "loading");
	const char *class = clair_attr(image, CLAIR_ATTR_CLASS);

	if ((loading != NULL && rule_same(loading, "lazy")) || (class != NULL && rule_contains(class, "lazy")))
		return true;
	for (size_t i = 0; i < clair_attr_count(image); i++) {
		const char *name = clair_attr_name_at(image, i);

		if (rule_starts_with(name, "data-") && (rule_contains(name, "src") || rule_contains(name, "lazy") ||
		    rule_contains(name, "original")))
			return true;
	}
	return false;
}

static bool
weighs(struct clair_ctx *ctx, const struct clair_node *image)
{
	const char *source = clair_attr(image, CLAIR_ATTR_SRC);

	return !rule_blank(source) && !rule_starts_with(source, "data:") &&
	    !clair_matches(ctx, "image-light", source) && clair_rendered(ctx, image) &&
	    !rule_image_is_small(ctx, image);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double most = clair_threshold(ctx, "mobile.images.max");
	const struct clair_node *next = NULL;
	double count = 0;

	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_IMG); i++) {
		const struct clair_node *image = clair_tag_at(ctx, CLAIR_TAG_IMG, i);

		if (!weighs(ctx, image) || waits(image))
			continue;
		count++;
		if (next == NULL && count > most)
			next = image;
	}
	if (clair_tag_count(ctx, CLAIR_TAG_IMG) == 0)
		return CLAIR_INAPPLICABLE;
	if (next == NULL)
		return CLAIR_PASS;
	clair_arg_num(clair_report(ctx, next, AT_ONCE), "count", count);
	return CLAIR_FAIL;
}

CLAIR_RULE(mobile_images_at_once) = {
	.id = "mobile/images-at-once",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_PHONE_ONLY,
	.thresholds = CLAIR_IDS("mobile.images.max"),
	.title = {
		.fr = "Les images du bas de la page attendent",
		.en = "Pictures far down the page wait",
	},
	.why = {
		.fr = "Avec peu de réseau ou peu de forfait, les images du bas retardent le texte et coûtent cher.",
		.en = "With a slow network or little data, pictures far down delay the text and cost money.",
	},
	.remedy = {
		.fr = "Écrire loading=\"lazy\" sur les images qui ne sont pas en haut de la page.",
		.en = "Write loading=\"lazy\" on pictures that are not at the top of the page.",
	},
	.limits = {
		.fr = "La règle ne connaît pas le poids des images, ni les petites icônes dont la taille n’est pas écrite.",
		.en = "The rule does not know the weight of pictures, nor small icons whose size is not written.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
