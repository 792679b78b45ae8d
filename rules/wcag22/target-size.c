/* What one clicks or touches is at least 24 by 24 px. */
#include "rules/common/cause.h"
#include "rules/common/outcome.h"
#include "rules/common/text.h"

enum { SMALL };

enum {
	LEAST_PX = 24,  /* WCAG 2.5.8 */
	HIDDEN_PX = 2,  /* a box of one or two is hidden that way, and grows with the focus */
	MARK = 3,       /* characters: a text as long makes the box larger than declared */
};

static const struct clair_message messages[] = {
	[SMALL] = {
		.key = "small",
		.each = true,
		.fr = "« {name} » : cette cible fait {width} × {height} px ({count} {count|endroit|endroits}). "
		      "Vérifier qu’il y a de la place autour : il faut 24 × 24 px.",
		.en = "“{name}”: this target is {width} × {height} px ({count} {count|place|places}). "
		      "Check that there is room around it: 24 × 24 px are needed.",
	},
};

/* The sides of the box, as the author declares them. */
struct side {
	enum clair_property size, least, padding[2], border[2];
};
static const struct side across = {CLAIR_CSS_WIDTH, CLAIR_CSS_MIN_WIDTH,
    {CLAIR_CSS_PADDING_LEFT, CLAIR_CSS_PADDING_RIGHT},
    {CLAIR_CSS_BORDER_LEFT_WIDTH, CLAIR_CSS_BORDER_RIGHT_WIDTH}};
static const struct side down = {CLAIR_CSS_HEIGHT, CLAIR_CSS_MIN_HEIGHT,
    {CLAIR_CSS_PADDING_TOP, CLAIR_CSS_PADDING_BOTTOM},
    {CLAIR_CSS_BORDER_TOP_WIDTH, CLAIR_CSS_BORDER_BOTTOM_WIDTH}};

/* False when it is not declared in px. */
static bool
length_of(struct clair_ctx *ctx, const struct clair_node *node, const struct side *side, double *length)
{
	double least;

	if (clair_declaration(ctx, node, side->size) == 0 ||
	    !clair_style_number(ctx, node, side->size, length))
		return false;
	if (clair_style_number(ctx, node, side->least, &least) && least > *length)
		*length = least;
	for (int i = 0; i < 2 && clair_style_is(ctx, node, CLAIR_CSS_BOX_SIZING, "content-box"); i++) {
		double padding;
		double border;

		if (!clair_style_number(ctx, node, side->padding[i], &padding) ||
		    !clair_style_number(ctx, node, side->border[i], &border))
			return false;
		*length += padding + border;
	}
	return true;
}

static bool
is_target(struct clair_ctx *ctx, const struct clair_node *node)
{
	switch (clair_role(ctx, node)) {
	case CLAIR_ROLE_LINK:
	case CLAIR_ROLE_BUTTON:
	case CLAIR_ROLE_TAB:
	case CLAIR_ROLE_SWITCH:
	case CLAIR_ROLE_MENUITEM:
		break;
	case CLAIR_ROLE_CHECKBOX:
	case CLAIR_ROLE_RADIO:
		/* The label is part of the target. */
		if (clair_label_count(ctx, node) != 0)
			return false;
		break;
	default:
		return false;
	}
	/* A link in a line of text is as high as the line: WCAG excepts it. */
	return clair_tabbable(ctx, node) && clair_visible(ctx, node) &&
	    clair_style_grade(ctx, node) != CLAIR_UNKNOWN &&
	    !clair_style_is(ctx, node, CLAIR_CSS_DISPLAY, "inline") &&
	    !rule_has_characters(clair_visible_text(ctx, node), MARK);
}

static enum clair_property
small_side(struct clair_ctx *ctx, const struct clair_node *node)
{
	double width;
	double height;

	if (!is_target(ctx, node) || !length_of(ctx, node, &across, &width) ||
	    !length_of(ctx, node, &down, &height) || width <= HIDDEN_PX || height <= HIDDEN_PX)
		return CLAIR_PROPERTY_NONE;
	if (width < LEAST_PX)
		return CLAIR_CSS_WIDTH;
	return height < LEAST_PX ? CLAIR_CSS_HEIGHT : CLAIR_PROPERTY_NONE;
}

static void
describe(struct clair_ctx *ctx, struct clair_finding *finding, const struct clair_node *node)
{
	double width = 0;
	double height = 0;

	(void)length_of(ctx, node, &across, &width);
	(void)length_of(ctx, node, &down, &height);
	clair_arg(finding, "name", clair_name(ctx, node));
	clair_arg_num(finding, "width", rule_two_decimals(width));
	clair_arg_num(finding, "height", rule_two_decimals(height));
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	static const struct rule_search search = {
	    .found_by = small_side, .message = SMALL, .describe = describe};

	return rule_review_causes(ctx, &search);
}

CLAIR_RULE(wcag22_target_size) = {
	.id = "wcag22/target-size",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_MOTOR | CLAIR_ELDERLY | CLAIR_LOW_VISION | CLAIR_PHONE_ONLY,
	.wcag = CLAIR_IDS("2.5.8"),
	.needs = CLAIR_IDS("S-003", "S-128"),
	.title = {
		.fr = "Ce que l’on touche ou clique est assez grand",
		.en = "What people touch or click is large enough",
	},
	.why = {
		.fr = "Une main qui tremble ou un gros doigt manque une petite cible, ou touche la voisine.",
		.en = "A hand that shakes or a large finger misses a small target, or touches the one beside it.",
	},
	.remedy = {
		.fr = "Donner à la cible au moins 24 × 24 px, par exemple avec padding, ou laisser de la place autour.",
		.en = "Give the target at least 24 × 24 px, for instance with padding, or leave room around it.",
	},
	.limits = {
		.fr = "La règle lit les tailles écrites dans le CSS. Elle ne connaît ni l’écran ni l’espace autour.",
		.en = "The rule reads the sizes written in the CSS. It knows neither the screen nor the room around.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
