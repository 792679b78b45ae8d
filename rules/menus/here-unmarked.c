/* The main menu shows which entry is the page that is read. */
#include "clairlint/rule.h"

enum { UNMARKED };

static const struct clair_message messages[] = {
	[UNMARKED] = {
		.key = "unmarked",
		.fr = "Le menu mène à cette page par « {entry} », et rien n’y marque cette entrée. Vérifier qu’elle se distingue des autres.",
		.en = "The menu leads to this page by “{entry}”, and nothing marks this entry. Check that it differs from the others.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	/* On the home page, people know where they are. */
	if (clair_is_home(ctx))
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < clair_menu_count(ctx); i++) {
		const struct clair_menu *menu = clair_menu(ctx, i);

		if (!menu->is_main || (menu->here == NULL && !menu->marks_here))
			continue;
		if (menu->marks_here)
			return CLAIR_PASS;
		clair_arg(clair_review(ctx, menu->here, UNMARKED), "entry", clair_name(ctx, menu->here));
		return CLAIR_REVIEW;
	}
	return CLAIR_INAPPLICABLE;
}

CLAIR_RULE(menus_here_unmarked) = {
	.id = "menus/here-unmarked",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY | CLAIR_BLIND,
	.needs = CLAIR_IDS("S-037"),
	.title = {
		.fr = "Le menu marque la page où l’on est",
		.en = "The menu marks the page that is read",
	},
	.why = {
		.fr = "Sans repère dans le menu, on se croit ailleurs, on clique de nouveau, et l’on se perd.",
		.en = "Without a mark in the menu, people think they are elsewhere, click again, and get lost.",
	},
	.remedy = {
		.fr = "Donner à l’entrée aria-current=\"page\", et un aspect différent : un trait, un fond, un texte plus gras.",
		.en = "Give the entry aria-current=\"page\", and another look: a line, a background, bolder text.",
	},
	.limits = {
		.fr = "La règle lit aria-current et les noms de classe. Elle ne voit pas une marque faite par la feuille de style seule.",
		.en = "The rule reads aria-current and class names. It does not see a mark made by the style sheet alone.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
