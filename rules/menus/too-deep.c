/* A menu does not hide menus in its menus. */
#include "clairlint/rule.h"
#include "rules/common/menu.h"

enum { DEEP };

static const struct clair_message messages[] = {
	[DEEP] = {
		.key = "deep",
		.fr = "Le menu principal a {depth} niveaux. Le maximum conseillé est {max}.",
		.en = "The main menu has {depth} levels. The advised maximum is {max}.",
	},
};

static uint32_t
depth_of(const struct clair_menu *menu)
{
	return menu->depth;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_check_main_menus(
	    ctx, depth_of, clair_threshold(ctx, "menus.profondeur.max"), "depth", DEEP);
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
	.needs = CLAIR_IDS("S-035"),
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
