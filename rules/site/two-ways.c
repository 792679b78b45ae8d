/* Two ways at least lead to the pages: a menu, a site map, a search. */
#include "rules/common/site.h"

enum { ONE_WAY };

static const struct clair_message messages[] = {
	[ONE_WAY] = {
		.key = "one-way",
		.fr = "Un seul moyen de se déplacer a été trouvé sur cette page : {found}. Il en faut deux : menu, plan du site, recherche.",
		.en = "Only one way to move around was found on this page: {found}. Two are needed: menu, site map, search.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_page_summary *home = site_home(ctx);
	unsigned flags;
	bool menu;
	bool map;
	bool search;

	/* A site of one page, or of a few steps, has nothing to search. */
	if (home == NULL || clair_site_page_count(ctx) < 5)
		return CLAIR_INAPPLICABLE;
	flags = clair_summary_flags(home);
	menu = clair_summary_menu(home) != 0;
	map = (flags & CLAIR_SUMMARY_SITE_MAP_LINK) != 0;
	search = (flags & CLAIR_SUMMARY_SEARCH) != 0;
	if (menu + map + search >= 2)
		return CLAIR_PASS;
	clair_arg(clair_review_site(ctx, home, ONE_WAY), "found",
	    menu ? "menu" : map ? "plan du site" : search ? "recherche" : "-");
	return CLAIR_REVIEW;
}

CLAIR_RULE(site_two_ways) = {
	.id = "site/two-ways",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_MOTOR,
	.rgaa = CLAIR_IDS("12.1.1"),
	.wcag = CLAIR_IDS("2.4.5"),
	.needs = CLAIR_IDS("S-038"),
	.title = {
		.fr = "Deux moyens au moins mènent aux pages du site",
		.en = "At least two ways lead to the pages of the site",
	},
	.why = {
		.fr = "Certaines personnes préfèrent chercher un mot. D’autres préfèrent lire une liste.",
		.en = "Some people prefer to search for a word. Others prefer to read a list.",
	},
	.remedy = {
		.fr = "Ajouter une recherche ou un plan du site, avec un lien sur chaque page.",
		.en = "Add a search or a site map, with a link on each page.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
