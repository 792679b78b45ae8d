/* The home page has an entry for those who need help, or simple words. */
#include "rules/common/site.h"

enum { NONE };

static const struct clair_message messages[] = {
	[NONE] = {
		.key = "none",
		.fr = "La page d’accueil ne semble pas avoir d’entrée d’aide, comme « Besoin d’aide ? » ou « Version simple ».",
		.en = "The home page does not seem to have an entry for help, such as “Need help?” or “Simple version”.",
	},
};

enum { HELP = CLAIR_SUMMARY_HELP_LINK | CLAIR_SUMMARY_HELP_BUTTON, SIMPLE = CLAIR_SUMMARY_FALC_LINK };

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_page_summary *home = site_home(ctx);

	if (home == NULL || clair_site_page_count(ctx) < clair_threshold(ctx, "site.pages.min") ||
	    !site_may_be_french(ctx, home))
		return CLAIR_INAPPLICABLE;
	if ((clair_summary_flags(home) & (HELP | SIMPLE)) != 0)
		return CLAIR_PASS;
	clair_review_site(ctx, home, NONE);
	return CLAIR_REVIEW;
}

CLAIR_RULE(site_home_help) = {
	.id = "site/home-help",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-032"),
	.thresholds = CLAIR_IDS("site.pages.min"),
	.title = {
		.fr = "La page d’accueil a une entrée d’aide",
		.en = "The home page has an entry for help",
	},
	.why = {
		.fr = "Une personne perdue cherche un mot : aide. Si elle ne le voit pas dès l’accueil, elle s’arrête là.",
		.en = "A person who is lost looks for one word: help. If it is not seen on the home page, they stop there.",
	},
	.remedy = {
		.fr = "Mettre en haut de la page d’accueil un lien « Besoin d’aide ? », hors des menus fermés. Y dire qui appeler et où aller.",
		.en = "Put a link “Need help?” at the top of the home page, outside closed menus. Say there whom to call and where to go.",
	},
	.limits = {
		.fr = "La règle lit les mots des liens et des boutons. Elle ne voit pas une bulle d’aide ajoutée par un script.",
		.en = "The rule reads the words of links and buttons. It does not see a help bubble that a script adds.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
