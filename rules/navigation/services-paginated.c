/* A list of services stands on one page. */
#include "clairlint/rule.h"

enum { CUT };

static const struct clair_message messages[] = {
	[CUT] = {
		.key = "cut",
		.fr = "Cette liste de services semble coupée en plusieurs pages. Vérifier que les plus demandés sont sur la première.",
		.en = "This list of services seems cut into several pages. Check that those most asked for are on the first one.",
	},
};

static const struct clair_node *
pagination(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_menu_count(ctx); i++) {
		const struct clair_menu *menu = clair_menu(ctx, i);

		if (menu->is_pagination && menu->links > 0 && clair_visible(ctx, menu->node))
			return menu->node;
	}
	return NULL;
}

static bool
lists_services(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_heading_count(ctx); i++) {
		const struct clair_node *heading = clair_heading(ctx, i);

		if (clair_heading_level(ctx, heading) == 1)
			return clair_matches(ctx, "services-words", clair_name(ctx, heading));
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *pages;

	if (!clair_page_in_french(ctx) || !lists_services(ctx))
		return CLAIR_INAPPLICABLE;
	pages = pagination(ctx);
	if (pages == NULL)
		return CLAIR_PASS;
	clair_review(ctx, pages, CUT);
	return CLAIR_REVIEW;
}

CLAIR_RULE(navigation_services_paginated) = {
	.id = "navigation/services-paginated",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-039"),
	.title = {
		.fr = "La liste des services tient sur une page",
		.en = "The list of services stands on one page",
	},
	.why = {
		.fr = "Beaucoup de personnes ne vont pas sur la deuxième page. Pour elles, ce qui n’est pas sur la première n’existe pas.",
		.en = "Many people do not go to the second page. For them, what is not on the first one does not exist.",
	},
	.remedy = {
		.fr = "Grouper les services par situation, les plus demandés d’abord, sur une seule page.",
		.en = "Group services by situation, those most asked for first, on one page.",
	},
	.limits = {
		.fr = "La règle lit le titre de la page et la liste de numéros de page. Elle ne voit pas une liste qui s’allonge par un script.",
		.en = "The rule reads the heading of the page and the list of page numbers. It does not see a list that a script makes longer.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
