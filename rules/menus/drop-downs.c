/* The main menu shows its entries; it does not make people open one drop-down after another. */
#include "clairlint/rule.h"

enum { MANY };

static const struct clair_message messages[] = {
	[MANY] = {
		.key = "many",
		.each = true,
		.fr = "{count} {count|entrée ouvre un sous-menu|entrées ouvrent un sous-menu}. "
		      "Vérifier que les pages utiles se trouvent aussi sans ouvrir ces menus.",
		.en = "{count} {count|entry opens a sub-menu|entries open a sub-menu}. "
		      "Check that the useful pages can be found without opening these menus.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double max = clair_threshold(ctx, "menus.deroulants.max");
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	for (size_t i = 0; i < clair_menu_count(ctx); i++) {
		const struct clair_menu *menu = clair_menu(ctx, i);

		if (!menu->is_main)
			continue;
		if (menu->drop_downs <= max) {
			if (outcome == CLAIR_INAPPLICABLE)
				outcome = CLAIR_PASS;
			continue;
		}
		clair_arg_num(clair_review(ctx, menu->node, MANY), "count", menu->drop_downs);
		outcome = CLAIR_REVIEW;
	}
	return outcome;
}

CLAIR_RULE(menus_drop_downs) = {
	.id = "menus/drop-downs",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_ELDERLY | CLAIR_MOTOR | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-035"),
	.thresholds = CLAIR_IDS("menus.deroulants.max"),
	.title = {
		.fr = "Le menu principal a peu de menus déroulants",
		.en = "The main menu has few drop-downs",
	},
	.why = {
		.fr = "Les menus déroulants multiples créent la confusion. Ce qui est fermé n’est pas vu.",
		.en = "Many drop-downs create confusion. What is closed is not seen.",
	},
	.remedy = {
		.fr = "Montrer les liens les plus utiles sur la page d’accueil et dans les pages de thème.",
		.en = "Show the most useful links on the home page and in the pages of each theme.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
