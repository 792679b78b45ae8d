/* The home page says, in the words of the law, how accessible the site is. */
#include "rules/common/site.h"

enum { NO_MENTION };

static const struct clair_message messages[] = {
	[NO_MENTION] = {
		.key = "no-mention",
		.fr = "La page d’accueil ne dit pas « Accessibilité : non, partiellement ou totalement conforme ».",
		.en = "The home page does not say « Accessibilité : non, partiellement ou totalement conforme ».",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_page_summary *home = site_home(ctx);

	if (home == NULL || !site_may_be_french(ctx, home))
		return CLAIR_INAPPLICABLE;
	if ((clair_summary_flags(home) & CLAIR_SUMMARY_ACCESSIBILITY_MENTION) != 0)
		return CLAIR_PASS;
	clair_report_site(ctx, home, NO_MENTION);
	return CLAIR_FAIL;
}

CLAIR_RULE(site_home_mention) = {
	.id = "site/home-mention",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION | CLAIR_DEAF | CLAIR_MOTOR | CLAIR_COGNITIVE,
	.title = {
		.fr = "La page d’accueil dit si le site est accessible",
		.en = "The home page says whether the site is accessible",
	},
	.why = {
		.fr = "Le décret n° 2019-768 demande cette mention. Elle dit à chacun à quoi s’attendre.",
		.en = "Decree 2019-768 asks for this mention. It tells people what to expect.",
	},
	.remedy = {
		.fr = "Écrire en bas de page « Accessibilité : partiellement conforme » (ou l’état réel), avec un lien.",
		.en = "Write at the bottom of the page « Accessibilité : partiellement conforme » (or the true state), with a link.",
	},
	.limits = {
		.fr = "La mention est due par les services publics et certaines entreprises.",
		.en = "The mention is due by public services and some companies.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
