/* What is done with personal data can be read from all the pages. */
#include "rules/common/site.h"

enum { MISSING };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "no-privacy",
		.fr = "Cette page n’a pas le lien sur les données personnelles qu’ont les autres pages.",
		.en = "This page lacks the link about personal data that the other pages have.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return site_flag_is_constant(ctx, CLAIR_SUMMARY_PRIVACY_LINK, MISSING);
}

CLAIR_RULE(site_privacy_link) = {
	.id = "site/privacy-link",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_BLIND | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-164"),
	.title = {
		.fr = "Les données personnelles sont expliquées depuis toutes les pages",
		.en = "Personal data are explained from all the pages",
	},
	.why = {
		.fr = "Une personne veut savoir, sur la page même, ce qu’on fera de ses réponses.",
		.en = "People want to know, on the very page, what will be done with their answers.",
	},
	.remedy = {
		.fr = "Mettre le lien « Données personnelles » en bas de toutes les pages.",
		.en = "Put the link “Personal data” at the bottom of all the pages.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
