/* Every page leads back to the home page. */
#include "rules/common/site.h"

enum { NO_HOME };

static const struct clair_message messages[] = {
	[NO_HOME] = {
		.key = "no-home-link",
		.fr = "Cette page n’a pas le lien vers l’accueil qu’ont les autres pages.",
		.en = "This page lacks the link to the home page that the other pages have.",
	},
};

static bool
leads_home(struct clair_ctx *ctx, const struct clair_page_summary *page,
    const struct clair_page_summary *home)
{
	for (size_t i = 0; i < clair_summary_link_count(page); i++) {
		if (clair_site_find(ctx, clair_summary_link(page, i)) == home)
			return true;
	}
	return page == home;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const size_t pages = clair_site_page_count(ctx);
	const struct clair_page_summary *home = site_home(ctx);
	size_t with = 0;

	if (home == NULL || pages < 3)
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < pages; i++)
		with += leads_home(ctx, clair_site_page(ctx, i), home);
	if (with == pages)
		return CLAIR_PASS;
	/* Where hardly any page has such a link, the address of the home page is not known. */
	if (with * 2 < pages)
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < pages; i++) {
		const struct clair_page_summary *page = clair_site_page(ctx, i);

		if (!leads_home(ctx, page, home))
			clair_review_site(ctx, page, NO_HOME);
	}
	return CLAIR_REVIEW;
}

CLAIR_RULE(site_home_link) = {
	.id = "site/home-link",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY | CLAIR_BLIND,
	.falc = CLAIR_IDS("E09"),
	.needs = CLAIR_IDS("S-037"),
	.title = {
		.fr = "Toutes les pages ont un lien vers l’accueil",
		.en = "All the pages have a link to the home page",
	},
	.why = {
		.fr = "Une personne perdue recommence par l’accueil. Sans ce lien, elle quitte le site.",
		.en = "People who are lost start again from the home page. Without this link, they leave the site.",
	},
	.remedy = {
		.fr = "Mettre un lien vers l’accueil en haut de chaque page.",
		.en = "Put a link to the home page at the top of each page.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
