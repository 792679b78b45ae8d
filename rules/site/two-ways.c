/* Two ways at least lead to the pages: a menu, a site map, a search. */
#include "rules/common/site.h"

enum { NO_WAY, ONLY_MENU, ONLY_MAP, ONLY_SEARCH, NOWHERE };

static const struct clair_message messages[] = {
	[NO_WAY] = {
		.key = "no-way",
		.fr = "Aucun menu principal, plan du site ou recherche n’a été trouvé sur cette page. Il en faut deux.",
		.en = "No main menu, site map or search was found on this page. Two of them are needed.",
	},
	[ONLY_MENU] = {
		.key = "only-menu",
		.fr = "Cette page a un menu, mais ni plan du site ni recherche n’ont été trouvés. Il faut deux moyens.",
		.en = "This page has a menu, but no site map or search was found. Two ways are needed.",
	},
	[ONLY_MAP] = {
		.key = "only-map",
		.fr = "Cette page mène au plan du site, mais ni menu ni recherche n’ont été trouvés. Il faut deux moyens.",
		.en = "This page leads to the site map, but no menu or search was found. Two ways are needed.",
	},
	[ONLY_SEARCH] = {
		.key = "only-search",
		.fr = "Cette page a une recherche, mais ni menu ni plan du site n’ont été trouvés. Il faut deux moyens.",
		.en = "This page has a search, but no menu or site map was found. Two ways are needed.",
	},
	[NOWHERE] = {
		.key = "nowhere",
		.fr = "Aucune page du site n’a de menu principal, de plan du site ou de recherche. Il en faut deux.",
		.en = "No page of the site has a main menu, a site map or a search. Two of them are needed.",
	},
};

/* Scripts may add a way. Pages that the home page all names need none (RGAA 12.1, special cases). */
static bool
has_none_anywhere(struct clair_ctx *ctx)
{
	static const unsigned ways =
	    CLAIR_SUMMARY_SITE_MAP_LINK | CLAIR_SUMMARY_SEARCH | CLAIR_SUMMARY_SCRIPTS;
	bool is_deep = false;

	for (size_t i = 0; i < clair_site_page_count(ctx); i++) {
		const struct clair_page_summary *page = clair_site_page(ctx, i);

		if (clair_summary_menu(page) != 0 || (clair_summary_flags(page) & ways) != 0)
			return false;
		is_deep |= clair_summary_depth(page) > 1;
	}
	return is_deep;
}

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
	if (has_none_anywhere(ctx)) {
		clair_report_site(ctx, home, NOWHERE);
		return CLAIR_FAIL;
	}
	clair_review_site(
	    ctx, home, menu ? ONLY_MENU : map ? ONLY_MAP : search ? ONLY_SEARCH : NO_WAY);
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
	.falc = CLAIR_IDS("E10"),
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
