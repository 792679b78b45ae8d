/* The main menu offers a number of entries that can be kept in mind. */
#include "clairlint/rule.h"
#include "rules/common/menu.h"

enum { MANY };

static const struct clair_message messages[] = {
	[MANY] = {
		.key = "many",
		.fr = "Le menu principal a {count} entrées. Au-delà de {max}, on ne retient plus les premières.",
		.en = "The main menu has {count} entries. Past {max}, people forget the first ones.",
	},
};

static uint32_t
entries_of(const struct clair_menu *menu)
{
	return menu->entries;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_check_main_menus(
	    ctx, entries_of, clair_threshold(ctx, "menus.entrees.max"), "count", MANY);
}

CLAIR_RULE(menus_too_many_entries) = {
	.id = "menus/too-many-entries",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.falc = CLAIR_IDS("E07"),
	.needs = CLAIR_IDS("S-044", "S-040"),
	.thresholds = CLAIR_IDS("menus.entrees.max"),
	.title = {
		.fr = "Le menu principal a peu d’entrées",
		.en = "The main menu has few entries",
	},
	.why = {
		.fr = "Lire et comparer beaucoup d’entrées fatigue. Les personnes qui lisent avec peine abandonnent.",
		.en = "Reading and comparing many entries is tiring. People who read with difficulty give up.",
	},
	.remedy = {
		.fr = "Regrouper les entrées par besoin : « Mes démarches », « Vivre ici », « La mairie »…",
		.en = "Group the entries by need: “My procedures”, “Living here”, “The town hall”…",
	},
	.limits = {
		.fr = "Le nombre sept est un repère, pas une norme. La règle compte le premier niveau du menu.",
		.en = "Seven is a guide, not a standard. The rule counts the first level of the menu.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
