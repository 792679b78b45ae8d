/* Colours of text and of background are declared together. */
#include "clairlint/rule.h"

enum { NO_BACKGROUND, NO_TEXT, NO_COLOUR_UNDER };

static const struct clair_message messages[] = {
	[NO_BACKGROUND] = {
		.key = "no-background",
		.fr = "La couleur du texte est choisie, celle du fond ne l’est nulle part. {count} {count|texte est concerné|textes sont concernés}.",
		.en = "The colour of the text is chosen, that of the background nowhere. {count} {count|text is|texts are} concerned.",
	},
	[NO_TEXT] = {
		.key = "no-text-colour",
		.fr = "La couleur du fond est choisie, celle du texte ne l’est nulle part. {count} {count|texte est concerné|textes sont concernés}.",
		.en = "The colour of the background is chosen, that of the text nowhere. {count} {count|text is|texts are} concerned.",
	},
	[NO_COLOUR_UNDER] = {
		.key = "no-colour-under-image",
		.fr = "Une image sert de fond, et rien ne donne une couleur dessous. {count} {count|texte est concerné|textes sont concernés}.",
		.en = "A picture is the background, and no colour is given under it. {count} {count|text is|texts are} concerned.",
	},
};

static bool
report(struct clair_ctx *ctx, enum clair_color_gap_kind kind, unsigned message,
    enum clair_property property)
{
	const struct clair_color_gap *gap = clair_color_gap(ctx, kind);
	struct clair_finding *finding;

	if (gap->count == 0)
		return false;
	finding = clair_report(ctx, gap->text, message);
	clair_arg_num(finding, "count", gap->count);
	clair_points_at_css(ctx, finding, gap->declarer, property);
	return true;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	bool gap;

	if (clair_style_grade(ctx, clair_root(ctx)) == CLAIR_ASSUMED)
		return clair_untested(ctx, CLAIR_WHY_NEEDS_STYLE);
	gap = report(ctx, CLAIR_GAP_BACKGROUND, NO_BACKGROUND, CLAIR_CSS_COLOR);
	gap = report(ctx, CLAIR_GAP_TEXT, NO_TEXT, CLAIR_CSS_BACKGROUND_COLOR) || gap;
	gap = report(ctx, CLAIR_GAP_UNDER_PICTURE, NO_COLOUR_UNDER, CLAIR_CSS_BACKGROUND_IMAGE) || gap;
	if (gap)
		return CLAIR_FAIL;
	return clair_visible_text(ctx, clair_root(ctx))[0] == '\0' ? CLAIR_INAPPLICABLE : CLAIR_PASS;
}

CLAIR_RULE(presentation_background_missing) = {
	.id = "presentation/background-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_LOW_VISION | CLAIR_ELDERLY,
	.rgaa = CLAIR_IDS("10.5.1", "10.5.2", "10.5.3"),
	.wcag = CLAIR_IDS("1.4.3"),
	.title = {
		.fr = "La couleur du texte et celle du fond sont données ensemble",
		.en = "The colours of text and background are given together",
	},
	.why = {
		.fr = "Qui règle ses propres couleurs dans son navigateur peut tomber sur un texte de la couleur du fond.",
		.en = "Who sets own colours in the browser may meet a text that has the colour of the background.",
	},
	.remedy = {
		.fr = "Écrire color et background-color ensemble, par exemple sur l’élément body.",
		.en = "Write color and background-color together, for example on the body element.",
	},
	.limits = {
		.fr = "Une seule remarque par page pour chaque sorte d’oubli, sur le premier texte.",
		.en = "One finding a page for each kind of omission, on the first text.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
