/* The link to the site map is found on all the pages. */
#include "rules/common/site.h"

enum { MISSING };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "no-site-map",
		.fr = "Cette page n’a pas le lien vers le plan du site qu’ont les autres pages.",
		.en = "This page lacks the link to the site map that the other pages have.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return site_flag_is_constant(ctx, CLAIR_SUMMARY_SITE_MAP_LINK, MISSING);
}

CLAIR_RULE(site_site_map_everywhere) = {
	.id = "site/site-map-everywhere",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MINOR,
	.rgaa = CLAIR_IDS("12.4.1"),
	.wcag = CLAIR_IDS("3.2.3"),
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_BLIND | CLAIR_ELDERLY,
	.falc = CLAIR_IDS("E10"),
	.needs = CLAIR_IDS("S-038"),
	.title = {
		.fr = "Le lien vers le plan du site se trouve sur toutes les pages",
		.en = "The link to the site map is found on all the pages",
	},
	.why = {
		.fr = "Le plan du site aide à retrouver son chemin. Il faut pouvoir l’ouvrir de partout.",
		.en = "The site map helps people find their way. It must be within reach everywhere.",
	},
	.remedy = {
		.fr = "Mettre ce lien au même endroit sur toutes les pages.",
		.en = "Put this link at the same place on all the pages.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
