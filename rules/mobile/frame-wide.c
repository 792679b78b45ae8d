/* A frame fits a phone. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { WIDE };

static const struct clair_message messages[] = {
	[WIDE] = {
		.key = "wide",
		.fr = "Ce cadre garde {pixels} pixels de large sur un téléphone, qui en montre 320 ({count} {count|cadre|cadres}). Vérifier qu’on voit tout.",
		.en = "This frame stays {pixels} pixels wide on a phone, which shows 320 ({count} {count|frame|frames}). Check that all of it can be seen.",
	},
};

enum { SCREEN = 320 };

/* The width that the frame keeps on a narrow screen; 0: none, or one that follows the screen. */
static double
kept_width(struct clair_ctx *ctx, const struct clair_node *frame)
{
	double width;
	double limit;

	if (!clair_style_number_when(ctx, frame, CLAIR_CSS_WIDTH, CLAIR_WHEN_NARROW, &width) &&
	    !clair_style_number_when(ctx, frame, CLAIR_CSS_MIN_WIDTH, CLAIR_WHEN_NARROW, &width))
		return 0;
	if (clair_style_number_when(ctx, frame, CLAIR_CSS_MAX_WIDTH, CLAIR_WHEN_NARROW, &limit))
		return limit < width ? limit : width;
	return rule_ends_with(clair_style_when(ctx, frame, CLAIR_CSS_MAX_WIDTH, CLAIR_WHEN_NARROW), "%") ? 0 : width;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *first = NULL;
	struct clair_finding *finding;
	bool seen = false;
	bool unsure = false;
	double count = 0;

	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_IFRAME); i++) {
		const struct clair_node *frame = clair_tag_at(ctx, CLAIR_TAG_IFRAME, i);

		if (!clair_visible(ctx, frame))
			continue;
		seen = true;
		if (kept_width(ctx, frame) <= SCREEN)
			continue;
		if (clair_style_grade_when(ctx, frame, CLAIR_WHEN_NARROW) > CLAIR_STATIC) {
			unsure = true;
			continue;
		}
		first = first == NULL ? frame : first;
		count++;
	}
	if (first == NULL && unsure)
		return clair_untested(ctx, CLAIR_WHY_NEEDS_STYLE);
	if (first == NULL)
		return seen ? CLAIR_PASS : CLAIR_INAPPLICABLE;
	finding = clair_review(ctx, first, WIDE);
	clair_arg_num(finding, "pixels", kept_width(ctx, first));
	clair_arg_num(finding, "count", count);
	return CLAIR_REVIEW;
}

CLAIR_RULE(mobile_frame_wide) = {
	.id = "mobile/frame-wide",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_VISION | CLAIR_PHONE_ONLY | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-131"),
	.title = {
		.fr = "Un cadre tient dans la largeur d’un téléphone",
		.en = "A frame fits the width of a phone",
	},
	.why = {
		.fr = "Une carte ou un formulaire plus large que l’écran oblige à défiler de côté, ou cache ses boutons.",
		.en = "A map or a form wider than the screen makes people scroll sideways, or hides its buttons.",
	},
	.remedy = {
		.fr = "Limiter le cadre à la largeur de la page (max-width), et vérifier sur un téléphone ce qu’il contient.",
		.en = "Limit the frame to the width of the page (max-width), and check on a phone what it holds.",
	},
	.limits = {
		.fr = "La règle ne voit pas ce qui est dans le cadre.",
		.en = "The rule does not see what is in the frame.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
