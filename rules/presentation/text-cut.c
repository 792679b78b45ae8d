/* Text enlarged to 200 % is not cut. */
#include "clairlint/rule.h"
#include "rules/common/cause.h"
#include "rules/common/text.h"

enum { CUT };

static const struct clair_message messages[] = {
	[CUT] = {
		.key = "cut",
		.each = true,
		.fr = "Ce texte est dans un bloc de {pixels} pixels de haut qui coupe ce qui "
		    "dépasse : vérifier qu’il reste entier à 200 % ({count} {count|bloc|blocs}).",
		.en = "This text is in a block {pixels} pixels high that cuts what overflows: "
		    "check that it stays whole at 200 % ({count} {count|block|blocks}).",
	},
};

/* A line of a few words has room to grow; so has a block four times as high as its letters. */
enum { CHARACTERS = 30, LINES = 4 };

/* The property that holds the height, or CLAIR_PROPERTY_NONE. */
static enum clair_property
held_by(struct clair_ctx *ctx, const struct clair_node *node, double *pixels)
{
	double letters = 0;

	if (!clair_style_is(ctx, node, CLAIR_CSS_OVERFLOW_Y, "hidden") &&
	    !clair_style_is(ctx, node, CLAIR_CSS_OVERFLOW_Y, "clip"))
		return CLAIR_PROPERTY_NONE;
	clair_style_number(ctx, node, CLAIR_CSS_FONT_SIZE, &letters);
	if (clair_style_number(ctx, node, CLAIR_CSS_HEIGHT, pixels) && *pixels < LINES * letters)
		return CLAIR_CSS_HEIGHT;
	if (clair_style_number(ctx, node, CLAIR_CSS_MAX_HEIGHT, pixels) && *pixels < LINES * letters)
		return CLAIR_CSS_MAX_HEIGHT;
	return CLAIR_PROPERTY_NONE;
}

static enum clair_property
found_by(struct clair_ctx *ctx, const struct clair_node *node)
{
	double pixels;
	enum clair_property property = held_by(ctx, node, &pixels);

	if (property == CLAIR_PROPERTY_NONE || !clair_visible(ctx, node) ||
	    clair_style_is(ctx, node, CLAIR_CSS_DISPLAY, "inline") ||
	    !rule_has_characters(clair_visible_text(ctx, node), CHARACTERS))
		return CLAIR_PROPERTY_NONE;
	return property;
}

static void
describe(struct clair_ctx *ctx, struct clair_finding *finding, const struct clair_node *node)
{
	double pixels = 0;

	held_by(ctx, node, &pixels);
	clair_arg_num(finding, "pixels", pixels);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct rule_search search = {
	    .found_by = found_by, .message = CUT, .describe = describe};

	return rule_review_causes(ctx, &search);
}

CLAIR_RULE(presentation_text_cut) = {
	.id = "presentation/text-cut",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_LOW_VISION | CLAIR_ELDERLY,
	.rgaa = CLAIR_IDS("10.4.1", "10.12.1"),
	.wcag = CLAIR_IDS("1.4.4", "1.4.12"),
	.needs = CLAIR_IDS("S-007"),
	.title = {
		.fr = "Le texte agrandi à 200 % reste entier",
		.en = "Text enlarged to 200 % stays whole",
	},
	.why = {
		.fr = "Les personnes qui agrandissent les lettres perdent la fin du texte.",
		.en = "People who enlarge the letters lose the end of the text.",
	},
	.remedy = {
		.fr = "Remplacer height ou max-height par min-height, ou l’écrire en em.",
		.en = "Replace height or max-height by min-height, or write it in em.",
	},
	.limits = {
		.fr = "La page n’est pas dessinée : une hauteur écrite en em est signalée aussi.",
		.en = "The page is not drawn: a height written in em is shown too.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
