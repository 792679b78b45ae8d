/* The order on the screen is that of the source. */
#include "clairlint/rule.h"
#include "rules/common/cause.h"
#include "rules/common/text.h"

enum { ORDER };

static const struct clair_message messages[] = {
	[ORDER] = {
		.key = "order",
		.each = true,
		.fr = "Une feuille de style change l’ordre de ces éléments ({count}) : sans "
		    "elle, la page se comprend-elle encore ?",
		.en = "A style sheet changes the order of these elements ({count}): without it, "
		    "is the page still understood?",
	},
};

static enum clair_property
is_moved(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *direction = clair_style(ctx, node, CLAIR_CSS_FLEX_DIRECTION);

	if (!clair_visible(ctx, node))
		return CLAIR_PROPERTY_NONE;
	if (!clair_style_is(ctx, node, CLAIR_CSS_ORDER, "0"))
		return CLAIR_CSS_ORDER;
	return rule_ends_with(direction, "-reverse") ? CLAIR_CSS_FLEX_DIRECTION : CLAIR_PROPERTY_NONE;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	static const struct rule_search search = {.found_by = is_moved, .message = ORDER};

	return rule_review_causes(ctx, &search) == CLAIR_REVIEW ? CLAIR_REVIEW : CLAIR_INAPPLICABLE;
}

CLAIR_RULE(presentation_visual_order) = {
	.id = "presentation/visual-order",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.who = CLAIR_BLIND | CLAIR_MOTOR,
	.rgaa = CLAIR_IDS("10.3.1"),
	.wcag = CLAIR_IDS("1.3.2"),
	.title = {
		.fr = "L’ordre à l’écran est celui de la page",
		.en = "The order on the screen is that of the page",
	},
	.why = {
		.fr = "Un lecteur d’écran et la touche Tab suivent l’ordre de la page, pas celui "
		    "de l’écran.",
		.en = "A screen reader and the Tab key follow the order of the page, not that of "
		    "the screen.",
	},
	.remedy = {
		.fr = "Écrire les éléments dans l’ordre où ils se lisent.",
		.en = "Write the elements in the order in which they are read.",
	},
	.limits = {
		.fr = "Les éléments placés d’une autre façon (position, grille) ne sont pas "
		    "montrés.",
		.en = "Elements that are placed in another way (position, grid) are not shown.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
