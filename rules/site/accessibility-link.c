/* The accessibility page opens from all the pages. */
#include "rules/common/site.h"

enum { MISSING };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "no-link",
		.fr = "Cette page n’a pas le lien vers la page d’accessibilité qu’ont les autres pages.",
		.en = "This page lacks the link to the accessibility page that the other pages have.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return site_flag_is_constant(ctx, CLAIR_SUMMARY_ACCESSIBILITY_LINK, MISSING);
}

CLAIR_RULE(site_accessibility_link) = {
	.id = "site/accessibility-link",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_BLIND | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-161"),
	.title = {
		.fr = "La page d’accessibilité s’ouvre depuis toutes les pages",
		.en = "The accessibility page opens from all the pages",
	},
	.why = {
		.fr = "Une personne bloquée sur cette page ne sait pas à qui le dire.",
		.en = "People who are stuck on this page do not know whom to tell.",
	},
	.remedy = {
		.fr = "Mettre ce lien en bas de toutes les pages.",
		.en = "Put this link at the bottom of all the pages.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
