/* A picture weighs what its size needs. */
#include "clairlint/rule.h"
#include "rules/common/outcome.h"
#include "rules/common/text.h"

enum { HEAVY };

static const struct clair_message messages[] = {
	[HEAVY] = {
		.key = "heavy",
		.fr = "{count} {count|image pèse|images pèsent} bien plus que leur taille affichée ne demande. La première : {kilo} ko pour {width} × {height} pixels ({name}).",
		.en = "{count} {count|picture weighs|pictures weigh} far more than the size shown needs. The first: {kilo} kB for {width} × {height} pixels ({name}).",
	},
};

enum { KILO = 1000 };

static bool
shown_size(struct clair_ctx *ctx, const struct clair_node *image, double *width, double *height)
{
	return clair_style_number(ctx, image, CLAIR_CSS_WIDTH, width) &&
	    clair_style_number(ctx, image, CLAIR_CSS_HEIGHT, height) && *width >= 1 && *height >= 1;
}

static bool
is_weighed_image(struct clair_ctx *ctx, size_t index)
{
	const struct clair_request *request = clair_request_at(ctx, index);

	return request->kind == CLAIR_REQUEST_IMAGE && clair_tag(request->node) == CLAIR_TAG_IMG &&
	    clair_request_weight(ctx, index) >= 0;
}

static bool
is_heavy(struct clair_ctx *ctx, size_t index, double *width, double *height)
{
	const double bytes = clair_request_weight(ctx, index);

	return is_weighed_image(ctx, index) && bytes / KILO >= clair_threshold(ctx, "mobile.image.poids.min") &&
	    shown_size(ctx, clair_request_at(ctx, index)->node, width, height) &&
	    bytes > *width * *height * clair_threshold(ctx, "mobile.image.pixel.max");
}

static void
say(struct clair_ctx *ctx, size_t first, double count)
{
	const struct clair_request *request = clair_request_at(ctx, first);
	struct clair_finding *finding = clair_review(ctx, request->node, HEAVY);
	double width = 0;
	double height = 0;

	shown_size(ctx, request->node, &width, &height);
	clair_arg_num(finding, "count", count);
	clair_arg_num(finding, "kilo", rule_two_decimals(clair_request_weight(ctx, first) / KILO));
	clair_arg_num(finding, "width", width);
	clair_arg_num(finding, "height", height);
	clair_arg(finding, "name", rule_file_name(request->url));
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	size_t first = 0;
	double count = 0;
	bool weighed = false;
	double width;
	double height;

	for (size_t i = 0; i < clair_request_count(ctx); i++) {
		weighed |= is_weighed_image(ctx, i);
		if (!is_heavy(ctx, i, &width, &height))
			continue;
		first = count == 0 ? i : first;
		count++;
	}
	if (count == 0)
		return weighed ? CLAIR_PASS : CLAIR_INAPPLICABLE;
	say(ctx, first, count);
	return CLAIR_REVIEW;
}

CLAIR_RULE(mobile_image_heavy) = {
	.id = "mobile/image-heavy",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-136", "S-138"),
	.thresholds = CLAIR_IDS("mobile.image.pixel.max", "mobile.image.poids.min"),
	.title = {
		.fr = "Une image pèse ce que sa taille demande",
		.en = "A picture weighs what its size needs",
	},
	.why = {
		.fr = "Une photo de plusieurs mégaoctets dans une vignette se paie sur le forfait, et ne se voit pas mieux.",
		.en = "A photo of several megabytes in a small frame costs data, and looks no better.",
	},
	.remedy = {
		.fr = "Réduire l’image à la taille affichée, ou en proposer plusieurs (srcset).",
		.en = "Reduce the picture to the size shown, or offer several (srcset).",
	},
	.limits = {
		.fr = "Seulement avec --weigh, et pour les images dont la taille affichée est connue en pixels. Un écran fin peut demander une image deux fois plus large.",
		.en = "Only with --weigh, and for pictures whose shown size is known in pixels. A fine screen may need a picture twice as wide.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
