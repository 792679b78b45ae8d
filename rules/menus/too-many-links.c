/* A menu, all its levels together, does not hold the whole site. */
#include "clairlint/rule.h"
#include "rules/common/menu.h"

enum { MANY };

static const struct clair_message messages[] = {
	[MANY] = {
		.key = "many",
		.fr = "Le menu principal contient {count} liens en tout. Au-delà de {max}, on s’y perd.",
		.en = "The main menu holds {count} links in all. Past {max}, people get lost.",
	},
};

static uint32_t
links_of(const struct clair_menu *menu)
{
	return menu->links;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_check_main_menus(
	    ctx, links_of, clair_threshold(ctx, "menus.liens.max"), "count", MANY);
}

CLAIR_RULE(menus_too_many_links) = {
	.id = "menus/too-many-links",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_BLIND | CLAIR_MOTOR | CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-035"),
	.thresholds = CLAIR_IDS("menus.liens.max"),
	.title = {
		.fr = "Le menu principal ne contient pas tout le site",
		.en = "The main menu does not hold the whole site",
	},
	.why = {
		.fr = "Sans souris, il faut passer sur chaque lien. Pour qui lit avec peine, c’est un mur de mots.",
		.en = "Without a mouse, each link is one more step. For people who read with difficulty, it is a wall of words.",
	},
	.remedy = {
		.fr = "Garder les grands thèmes dans le menu. Mettre le détail dans les pages de thème et le plan du site.",
		.en = "Keep the main themes in the menu. Put the detail in theme pages and in the site map.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
