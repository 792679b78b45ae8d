/* Content fits a width of 320 px. */
#include "clairlint/rule.h"
#include "rules/common/cause.h"
#include "rules/common/text.h"

enum { WIDE };

static const struct clair_message messages[] = {
	[WIDE] = {
		.key = "wide",
		.each = true,
		.fr = "Ce bloc garde {pixels} pixels de large sur un écran de 320 : vérifier qu’il "
		    "se lit sans défiler de gauche à droite ({count} {count|bloc|blocs}).",
		.en = "This block stays {pixels} pixels wide on a screen of 320: check that it can "
		    "be read without scrolling sideways ({count} {count|block|blocks}).",
	},
};

/* RGAA 10.11: the width of reference. A few words are not a text to read line by line. */
enum { SCREEN = 320, CHARACTERS = 80 };

static bool
needs_two_dimensions(const struct clair_node *node)
{
	switch (clair_tag(node)) {
	case CLAIR_TAG_TABLE:
	case CLAIR_TAG_TBODY:
	case CLAIR_TAG_TR:
	case CLAIR_TAG_TD:
	case CLAIR_TAG_TH:
	case CLAIR_TAG_PRE:
	case CLAIR_TAG_IMG:
	case CLAIR_TAG_IFRAME:
	case CLAIR_TAG_SELECT:
		return true;
	default:
		return !clair_is_html(node);
	}
}

static bool
stays_wide(struct clair_ctx *ctx, const struct clair_node *node, enum clair_property property)
{
	double pixels;

	return clair_style_number(ctx, node, property, &pixels) && pixels > SCREEN &&
	    clair_style_number_when(ctx, node, property, CLAIR_WHEN_NARROW, &pixels) &&
	    pixels > SCREEN;
}

/* CSS Flexbox 1, 7.2: items shrink, unless they are told not to. */
static bool
shrinks(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_node *parent = clair_parent(node);

	return parent != NULL && (clair_style_is(ctx, parent, CLAIR_CSS_DISPLAY, "flex") ||
	    clair_style_is(ctx, parent, CLAIR_CSS_DISPLAY, "inline-flex"));
}

/* A limit in percent follows the screen. */
static bool
is_limited(struct clair_ctx *ctx, const struct clair_node *node)
{
	double pixels;

	if (clair_style_number_when(ctx, node, CLAIR_CSS_MAX_WIDTH, CLAIR_WHEN_NARROW, &pixels))
		return pixels <= SCREEN;
	return rule_ends_with(
	    clair_style_when(ctx, node, CLAIR_CSS_MAX_WIDTH, CLAIR_WHEN_NARROW), "%");
}

/* The property that keeps the box wide, or CLAIR_PROPERTY_NONE. */
static enum clair_property
widened_by(struct clair_ctx *ctx, const struct clair_node *node)
{
	if (stays_wide(ctx, node, CLAIR_CSS_MIN_WIDTH))
		return CLAIR_CSS_MIN_WIDTH;
	if (!stays_wide(ctx, node, CLAIR_CSS_WIDTH) || shrinks(ctx, node) || is_limited(ctx, node))
		return CLAIR_PROPERTY_NONE;
	return CLAIR_CSS_WIDTH;
}

/* What overflows the page itself makes it scroll: CSS Overflow 3, 3.3. */
static bool
cuts_or_scrolls(struct clair_ctx *ctx, const struct clair_node *node)
{
	return clair_tag(node) != CLAIR_TAG_BODY && clair_tag(node) != CLAIR_TAG_HTML &&
	    !clair_style_is(ctx, node, CLAIR_CSS_OVERFLOW_X, "visible");
}

/* A box that scrolls, is cut, or is drawn apart does not widen the page. */
static bool
is_apart(struct clair_ctx *ctx, const struct clair_node *node)
{
	for (; node != NULL; node = clair_parent(node)) {
		if (cuts_or_scrolls(ctx, node) ||
		    clair_style_is(ctx, node, CLAIR_CSS_DISPLAY, "inline") ||
		    !clair_shown_when(ctx, node, CLAIR_WHEN_NARROW) || needs_two_dimensions(node))
			return true;
	}
	return false;
}

static enum clair_property
found_by(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum clair_property property = widened_by(ctx, node);

	if (property == CLAIR_PROPERTY_NONE || !clair_visible(ctx, node) || is_apart(ctx, node) ||
	    !rule_has_characters(clair_visible_text(ctx, node), CHARACTERS))
		return CLAIR_PROPERTY_NONE;
	return property;
}

static void
describe(struct clair_ctx *ctx, struct clair_finding *finding, const struct clair_node *node)
{
	double pixels = 0;

	clair_style_number_when(ctx, node, widened_by(ctx, node), CLAIR_WHEN_NARROW, &pixels);
	clair_arg_num(finding, "pixels", pixels);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	static const enum clair_situation narrow = CLAIR_WHEN_NARROW;
	const struct rule_search search = {
	    .found_by = found_by, .when = &narrow, .message = WIDE, .describe = describe};

	return rule_review_causes(ctx, &search);
}

CLAIR_RULE(presentation_fixed_width) = {
	.id = "presentation/fixed-width",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_LOW_VISION | CLAIR_PHONE_ONLY | CLAIR_ELDERLY,
	.rgaa = CLAIR_IDS("10.11.1"),
	.wcag = CLAIR_IDS("1.4.10"),
	.falc = CLAIR_IDS("E12"),
	.needs = CLAIR_IDS("S-128", "S-130"),
	.title = {
		.fr = "Le contenu tient dans une largeur de 320 pixels",
		.en = "Content fits a width of 320 pixels",
	},
	.why = {
		.fr = "Sur un téléphone ou une page très agrandie, il faut défiler à chaque ligne.",
		.en = "On a phone or a page enlarged a lot, each line has to be scrolled.",
	},
	.remedy = {
		.fr = "Remplacer width ou min-width par max-width, ou les garder pour les écrans "
		    "larges (@media).",
		.en = "Replace width or min-width by max-width, or keep them for wide screens "
		    "(@media).",
	},
	.limits = {
		.fr = "La page n’est pas dessinée : la règle ne lit que les largeurs en pixels.",
		.en = "The page is not drawn: the rule only reads widths in pixels.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
