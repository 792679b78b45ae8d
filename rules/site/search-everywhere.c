/* Search is found on all the pages. */
#include "rules/common/site.h"

enum { MISSING };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "no-search",
		.fr = "Cette page n’a pas le champ de recherche des autres pages.",
		.en = "This page lacks the search field of the other pages.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return site_flag_is_constant(ctx, CLAIR_SUMMARY_SEARCH, MISSING);
}

CLAIR_RULE(site_search_everywhere) = {
	.id = "site/search-everywhere",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MINOR,
	.rgaa = CLAIR_IDS("12.5.1"),
	.wcag = CLAIR_IDS("3.2.3"),
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_BLIND | CLAIR_ELDERLY,
	.falc = CLAIR_IDS("E04"),
	.needs = CLAIR_IDS("S-038"),
	.title = {
		.fr = "La recherche se trouve sur toutes les pages",
		.en = "Search is found on all the pages",
	},
	.why = {
		.fr = "Qui compte sur la recherche ne la trouve plus et se croit perdu.",
		.en = "People who rely on search cannot find it and feel lost.",
	},
	.remedy = {
		.fr = "Mettre la recherche au même endroit sur toutes les pages.",
		.en = "Put the search at the same place on all the pages.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
