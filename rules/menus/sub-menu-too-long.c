/* A sub-menu offers a number of entries that can be kept in mind. */
#include "clairlint/rule.h"

enum { LONG };

static const struct clair_message messages[] = {
	[LONG] = {
		.key = "long",
		.each = true,
		.fr = "Un sous-menu du menu principal a {count} entrées. Le maximum conseillé est {max}.",
		.en = "A sub-menu of the main menu has {count} entries. The advised maximum is {max}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double max = clair_threshold(ctx, "menus.entrees.max");
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	for (size_t i = 0; i < clair_menu_count(ctx); i++) {
		const struct clair_menu *menu = clair_menu(ctx, i);
		struct clair_finding *finding;

		if (!menu->is_main || menu->depth < 2)
			continue;
		/* The largest level is the first one: that is for menus/too-many-entries. */
		if (menu->largest_level <= max || menu->largest_level == menu->entries) {
			if (outcome == CLAIR_INAPPLICABLE)
				outcome = CLAIR_PASS;
			continue;
		}
		finding = clair_report(ctx, menu->node, LONG);
		clair_arg_num(finding, "count", menu->largest_level);
		clair_arg_num(finding, "max", max);
		outcome = CLAIR_FAIL;
	}
	return outcome;
}

CLAIR_RULE(menus_sub_menu_too_long) = {
	.id = "menus/sub-menu-too-long",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-044", "S-035"),
	.thresholds = CLAIR_IDS("menus.entrees.max"),
	.title = {
		.fr = "Un sous-menu a peu d’entrées",
		.en = "A sub-menu has few entries",
	},
	.why = {
		.fr = "Un long sous-menu se lit mal. La bonne entrée s’y perd.",
		.en = "A long sub-menu is hard to read. The right entry gets lost in it.",
	},
	.remedy = {
		.fr = "Garder les entrées les plus demandées. Mettre les autres dans la page du thème.",
		.en = "Keep the entries that people ask for most. Put the others in the page of the theme.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
