/* The site has pages that are easy to read. */
#include "rules/common/site.h"

enum { NONE, FAR };

static const struct clair_message messages[] = {
	[NONE] = {
		.key = "none",
		.fr = "Aucun lien vers une version facile à lire (FALC) n’a été trouvé sur les {count} pages vues.",
		.en = "No link to an easy-to-read version (FALC) was found on the {count} pages seen.",
	},
	[FAR] = {
		.key = "far",
		.fr = "{count} {count|page a|pages ont} un lien vers une version facile à lire (FALC), et la page d’accueil n’en a pas.",
		.en = "{count} {count|page has|pages have} a link to an easy-to-read version (FALC), and the home page has none.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const size_t pages = clair_site_page_count(ctx);
	const struct clair_page_summary *home = site_home(ctx);
	size_t linked;

	if (home == NULL || pages < clair_threshold(ctx, "site.pages.min") ||
	    !site_may_be_french(ctx, home))
		return CLAIR_INAPPLICABLE;
	if ((clair_summary_flags(home) & CLAIR_SUMMARY_FALC_LINK) != 0)
		return CLAIR_PASS;
	linked = site_pages_with(ctx, CLAIR_SUMMARY_FALC_LINK);
	clair_arg_num(clair_review_site(ctx, home, linked == 0 ? NONE : FAR), "count",
	    (double)(linked == 0 ? pages : linked));
	return CLAIR_REVIEW;
}

CLAIR_RULE(site_falc_version) = {
	.id = "site/falc-version",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_DEAF,
	.falc = CLAIR_IDS("E05"),
	.needs = CLAIR_IDS("S-028"),
	.thresholds = CLAIR_IDS("site.pages.min"),
	.title = {
		.fr = "Le site a des pages faciles à lire et à comprendre",
		.en = "The site has pages that are easy to read and understand",
	},
	.why = {
		.fr = "Des personnes ont besoin de textes très simples, avec des images. Sans eux, elles dépendent des autres.",
		.en = "Some people need very simple texts with pictures. Without them, they depend on others.",
	},
	.remedy = {
		.fr = "Commencer par une page : qui nous sommes, comment nous joindre. L’écrire avec des personnes concernées, et mettre le lien sur la page d’accueil.",
		.en = "Start with one page: who we are, how to reach us. Write it with people concerned, and link it from the home page.",
	},
	.limits = {
		.fr = "La règle cherche un lien qui dit « FALC » ou « facile à lire ».",
		.en = "The rule looks for a link that says “FALC” or “facile à lire”.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
