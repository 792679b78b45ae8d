/* A menu does not hide menus in its menus. */
#include "clairlint/rule.h"

enum { DEEP };

static const struct clair_message messages[] = {
	[DEEP] = {
		.key = "deep",
		.fr = "Le menu principal a {depth} niveaux. Le maximum conseillé est {max}.",
		.en = "The main menu has {depth} levels. The advised maximum is {max}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double max = clair_threshold(ctx, "menus.profondeur.max");
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	for (size_t i = 0; i < clair_menu_count(ctx); i++) {
		const struct clair_menu *menu = clair_menu(ctx, i);
		struct clair_finding *finding;

		if (!menu->is_main)
			continue;
		if (menu->depth <= max) {
			if (outcome == CLAIR_INAPPLICABLE)
				outcome = CLAIR_PASS;
			continue;
		}
		finding = clair_report(ctx, menu->node, DEEP);
		clair_arg_num(finding, "depth", menu->depth);
		clair_arg_num(finding, "max", max);
		outcome = CLAIR_FAIL;
	}
	return outcome;
}

CLAIR_RULE(menus_too_deep) = {
	.id = "menus/too-deep",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY | CLAIR_MOTOR |
	    CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-035", "S-036"),
	.thresholds = CLAIR_IDS("menus.profondeur.max"),
	.title = {
		.fr = "Le menu principal a deux niveaux au plus",
		.en = "The main menu has two levels at most",
	},
	.why = {
		.fr = "Beaucoup de personnes voient le premier niveau et ne savent pas qu’il y en a d’autres. "
		      "Sur un téléphone, chaque niveau demande un geste précis.",
		.en = "Many people see the first level and do not know that there are others. "
		      "On a phone, each level asks for a precise gesture.",
	},
	.remedy = {
		.fr = "Supprimer le dernier niveau du menu. Faire une page d’accueil pour chaque thème, avec ses liens.",
		.en = "Remove the last level of the menu. Make a landing page for each theme, with its links.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
