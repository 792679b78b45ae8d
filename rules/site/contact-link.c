/* People can reach the service from all the pages. */
#include "rules/common/site.h"

enum { MISSING };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "no-contact",
		.fr = "Cette page n’a pas le lien de contact qu’ont les autres pages.",
		.en = "This page lacks the contact link that the other pages have.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return site_flag_is_constant(ctx, CLAIR_SUMMARY_CONTACT_LINK, MISSING);
}

CLAIR_RULE(site_contact_link) = {
	.id = "site/contact-link",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_BLIND | CLAIR_ELDERLY,
	.falc = CLAIR_IDS("E03"),
	.needs = CLAIR_IDS("S-079", "S-120"),
	.title = {
		.fr = "On peut contacter le service depuis toutes les pages",
		.en = "People can reach the service from all the pages",
	},
	.why = {
		.fr = "Qui ne comprend pas cette page ne sait pas à qui demander.",
		.en = "People who do not understand this page do not know whom to ask.",
	},
	.remedy = {
		.fr = "Mettre un lien « Contact » au même endroit sur toutes les pages.",
		.en = "Put a “Contact” link at the same place on all the pages.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
