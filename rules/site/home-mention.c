/* The home page says, in the words of the law, how accessible the site is. */
#include "rules/common/site.h"

enum { NO_MENTION, OTHER_WORDS, NO_STATE, DIFFERS };

static const struct clair_message messages[] = {
	[NO_MENTION] = {
		.key = "no-mention",
		.fr = "La page d’accueil ne dit pas « Accessibilité : non, partiellement ou totalement conforme ».",
		.en = "The home page does not say « Accessibilité : non, partiellement ou totalement conforme ».",
	},
	[OTHER_WORDS] = {
		.key = "other-words",
		.fr = "La page d’accueil dit l’état d’accessibilité en d’autres mots que ceux du décret.",
		.en = "The home page says the state of accessibility in other words than those of the decree.",
	},
	[NO_STATE] = {
		.key = "no-state",
		.fr = "La page d’accueil parle de l’état d’accessibilité, et ne semble pas le dire.",
		.en = "The home page speaks of the state of accessibility, and does not seem to say it.",
	},
	[DIFFERS] = {
		.key = "differs",
		.fr = "L’état d’accessibilité n’est pas le même sur la page d’accueil et dans la déclaration ({page}).",
		.en = "The state of accessibility is not the same on the home page and in the statement ({page}).",
	},
};

/* The only statement of the pages judged, when it declares a state; or NULL. */
static const struct clair_page_summary *
only_statement(struct clair_ctx *ctx)
{
	const struct clair_page_summary *found = NULL;

	for (size_t i = 0; i < clair_site_page_count(ctx); i++) {
		const struct clair_page_summary *page = clair_site_page(ctx, i);

		if ((clair_summary_flags(page) & CLAIR_SUMMARY_IS_STATEMENT) == 0)
			continue;
		if (found != NULL)
			return NULL;
		found = page;
	}
	return found == NULL || clair_summary_declared(found) == CLAIR_CONFORMITY_UNKNOWN ? NULL : found;
}

static enum clair_outcome
judge_state(struct clair_ctx *ctx, const struct clair_page_summary *home)
{
	const struct clair_page_summary *statement = only_statement(ctx);

	if (statement == NULL || statement == home ||
	    clair_summary_declared(statement) == clair_summary_mention(home))
		return CLAIR_PASS;
	clair_arg(clair_report_site(ctx, home, DIFFERS), "page", clair_summary_url(statement));
	return CLAIR_FAIL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_page_summary *home = site_home(ctx);
	bool undecided;

	if (home == NULL || !site_may_be_french(ctx, home))
		return CLAIR_INAPPLICABLE;
	if ((clair_summary_flags(home) & CLAIR_SUMMARY_ACCESSIBILITY_MENTION) != 0)
		return judge_state(ctx, home);
	undecided = clair_summary_mention(home) == CLAIR_CONFORMITY_UNKNOWN;
	if ((clair_summary_flags(home) & CLAIR_SUMMARY_MENTION_NEAR) != 0) {
		clair_review_site(ctx, home, undecided ? NO_STATE : OTHER_WORDS);
		return CLAIR_REVIEW;
	}
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
	.needs = CLAIR_IDS("S-161"),
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
