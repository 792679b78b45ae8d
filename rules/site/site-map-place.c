/* The link to the site map is at the same place on all the pages. */
#include "rules/common/place.h"

enum { MOVED, REORDERED };

static const struct clair_message messages[] = {
	[MOVED] = {
		.key = "moved",
		.fr = "Le lien vers le plan du site n’est pas dans la même partie de la page que sur {other}. Vérifier que c’est voulu.",
		.en = "The link to the site map is not in the same part of the page as on {other}. Check that this is meant.",
	},
	[REORDERED] = {
		.key = "reordered",
		.fr = "Dans le code, le lien vers le plan du site n’est pas au même rang que sur {other}.",
		.en = "In the code, the link to the site map does not have the same rank as on {other}.",
		.rgaa = CLAIR_IDS("12.4.3"),
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return place_is_constant(
	    ctx, CLAIR_REPEATED_SITE_MAP, &(const struct place_messages){MOVED, REORDERED});
}

CLAIR_RULE(site_site_map_place) = {
	.id = "site/site-map-place",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_LOW_VISION | CLAIR_BLIND | CLAIR_ELDERLY,
	.rgaa = CLAIR_IDS("12.4.2", "12.4.3"),
	.wcag = CLAIR_IDS("3.2.3"),
	.needs = CLAIR_IDS("S-038"),
	.title = {
		.fr = "Le lien vers le plan du site est à la même place sur toutes les pages",
		.en = "The link to the site map is at the same place on all the pages",
	},
	.why = {
		.fr = "On apprend une fois où chercher. Si la place change, il faut relire toute la page.",
		.en = "People learn once where to look. If the place changes, they must read the whole page again.",
	},
	.remedy = {
		.fr = "Mettre ce lien dans la même partie de la page, entre les mêmes liens, partout.",
		.en = "Put this link in the same part of the page, between the same links, everywhere.",
	},
	.limits = {
		.fr = "La règle compare les parties de la page (en-tête, menu, pied de page) et l’ordre du code, pas l’écran.",
		.en = "The rule compares the parts of the page (header, menu, footer) and the order of the code, not the screen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
