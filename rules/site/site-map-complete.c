/* The site map shows how the site is built: the pages of the main menu stand there. */
#include "rules/common/site.h"

enum { LEFT_OUT };

/* With fewer links to pages of the site, the map may be made by a script, or be a drawing. */
enum { LINKS_OF_A_MAP = 3 };

static const struct clair_message messages[] = {
	[LEFT_OUT] = {
		.key = "left-out",
		.fr = "{count|page|pages} du menu principal ne se {count|trouve|trouvent} pas dans ce plan du site, dont {first}.",
		.en = "{count|page|pages} of the main menu {count|is|are} not in this site map, among them {first}.",
	},
};

static bool
is_a_list(struct clair_ctx *ctx, const struct clair_page_summary *map)
{
	size_t count = 0;

	for (size_t i = 0; i < clair_summary_link_count(map) && count < LINKS_OF_A_MAP; i++)
		count += (clair_summary_link_parts(map, i) & CLAIR_LINK_IN_CONTENT) != 0 &&
		    clair_site_find(ctx, clair_summary_link(map, i)) != NULL;
	return count == LINKS_OF_A_MAP;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_page_summary *home = site_home(ctx);
	const struct clair_page_summary *map = home == NULL ? NULL : site_map_page(ctx, home);
	const struct clair_page_summary *first = NULL;
	struct clair_finding *finding;
	size_t count;

	if (map == NULL || clair_summary_menu(home) == 0 || !is_a_list(ctx, map))
		return CLAIR_INAPPLICABLE;
	count = clair_site_left_out(ctx, home, map, &first);
	if (count == 0)
		return CLAIR_PASS;
	finding = clair_review_site(ctx, map, LEFT_OUT);
	clair_arg_num(finding, "count", (double)count);
	clair_arg(finding, "first", clair_summary_url(first));
	return CLAIR_REVIEW;
}

CLAIR_RULE(site_site_map_complete) = {
	.id = "site/site-map-complete",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_BLIND | CLAIR_ELDERLY,
	.rgaa = CLAIR_IDS("12.3.1"),
	.wcag = CLAIR_IDS("2.4.5"),
	.needs = CLAIR_IDS("S-038"),
	.title = {
		.fr = "Le plan du site montre toutes les rubriques du menu",
		.en = "The site map shows all the parts of the menu",
	},
	.why = {
		.fr = "Qui se perd dans le menu ouvre le plan. Une rubrique absente du plan devient introuvable.",
		.en = "People who get lost in the menu open the site map. A part that is not there cannot be found.",
	},
	.remedy = {
		.fr = "Ajouter au plan un lien vers chaque page du menu principal.",
		.en = "Add to the site map a link to each page of the main menu.",
	},
	.limits = {
		.fr = "La règle ne compte que les pages du menu que le robot a lues.",
		.en = "The rule only counts the pages of the menu that the crawler has read.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
