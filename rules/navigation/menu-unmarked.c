/* The main menu is in a navigation region. */
#include "clairlint/rule.h"

enum { NO_NAV };

static const struct clair_message messages[] = {
	[NO_NAV] = {
		.key = "no-nav",
		.each = true,
		.fr = "Cette liste de liens semble être un menu : vérifier, puis l’entourer "
		    "d’un élément nav.",
		.en = "This list of links seems to be a menu: check, then put a nav element "
		    "around it.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	for (size_t i = 0; i < clair_menu_count(ctx); i++) {
		const struct clair_menu *menu = clair_menu(ctx, i);

		if (!menu->is_main)
			continue;
		if (clair_closest_role(ctx, menu->node, CLAIR_ROLE_NAVIGATION) != NULL) {
			if (outcome == CLAIR_INAPPLICABLE)
				outcome = CLAIR_PASS;
			continue;
		}
		clair_fix_other(clair_review(ctx, menu->node, NO_NAV), CLAIR_FIX_ADD_ELEMENT, "nav");
		outcome = CLAIR_REVIEW;
	}
	return outcome;
}

CLAIR_RULE(navigation_menu_unmarked) = {
	.id = "navigation/menu-unmarked",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_MOTOR,
	.rgaa = CLAIR_IDS("12.6.1", "9.2.1"),
	.wcag = CLAIR_IDS("1.3.1", "2.4.1"),
	.title = {
		.fr = "Le menu principal est dans une zone de navigation",
		.en = "The main menu is in a navigation region",
	},
	.why = {
		.fr = "Un lecteur d’écran saute à la navigation ou la passe, si elle est "
		    "balisée.",
		.en = "A screen reader jumps to the navigation, or past it, if it is marked up.",
	},
	.remedy = {
		.fr = "Entourer le menu d’un élément nav.",
		.en = "Put a nav element around the menu.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
