/* The home page shows what people can do before what is new, and tells engines what the site is. */
#include "rules/common/text.h"

enum { NEWS_FIRST, NO_DESCRIPTION };

static const struct clair_message messages[] = {
	[NEWS_FIRST] = {
		.key = "news-first",
		.fr = "Sur la page d’accueil, « {news} » vient avant « {services} ».",
		.en = "On the home page, “{news}” comes before “{services}”.",
	},
	[NO_DESCRIPTION] = {
		.key = "no-description",
		.fr = "La page d’accueil n’a pas de description pour les moteurs de recherche.",
		.en = "The home page has no description for search engines.",
	},
};

static bool
has_description(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_META); i++) {
		const struct clair_node *meta = clair_tag_at(ctx, CLAIR_TAG_META, i);

		if ((clair_attr_is(meta, CLAIR_ATTR_NAME, "description") ||
		        clair_attr_is(meta, CLAIR_ATTR_PROPERTY, "og:description")) &&
		    !rule_blank(clair_attr(meta, CLAIR_ATTR_CONTENT)))
			return true;
	}
	return false;
}

/* The first heading of the content that is about this. */
static const struct clair_node *
heading_about(struct clair_ctx *ctx, const char *pattern)
{
	for (size_t i = 0; i < clair_heading_count(ctx); i++) {
		const struct clair_node *heading = clair_heading(ctx, i);

		if (clair_heading_level(ctx, heading) > 1 && clair_region(ctx, heading) == CLAIR_IN_MAIN &&
		    clair_matches(ctx, pattern, clair_name(ctx, heading)))
			return heading;
	}
	return NULL;
}

/* A link of the content to services, before the news: people need not go past them. */
static bool
link_to_services_before(struct clair_ctx *ctx, const struct clair_node *news)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_A, i);

		if (clair_precedes(news, link))
			return false;
		if (clair_region(ctx, link) == CLAIR_IN_MAIN &&
		    clair_matches(ctx, "services-words", clair_name(ctx, link)))
			return true;
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *news;
	const struct clair_node *services;
	struct clair_finding *finding;
	enum clair_outcome outcome = CLAIR_PASS;

	if (!clair_is_home(ctx) || !clair_page_in_french(ctx))
		return CLAIR_INAPPLICABLE;
	if (!has_description(ctx)) {
		clair_review_page(ctx, NO_DESCRIPTION);
		outcome = CLAIR_REVIEW;
	}
	news = heading_about(ctx, "news-words");
	services = heading_about(ctx, "services-words");
	if (news == NULL || services == NULL || clair_precedes(services, news) ||
	    link_to_services_before(ctx, news))
		return outcome;
	finding = clair_review(ctx, news, NEWS_FIRST);
	clair_arg(finding, "news", clair_name(ctx, news));
	clair_arg(finding, "services", clair_name(ctx, services));
	return CLAIR_REVIEW;
}

CLAIR_RULE(navigation_home_order) = {
	.id = "navigation/home-order",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-040"),
	.title = {
		.fr = "La page d’accueil se trouve, et montre d’abord ce que l’on peut faire",
		.en = "The home page can be found, and first shows what people can do",
	},
	.why = {
		.fr = "On vient sur un site public pour une démarche. Les actualités placées avant la cachent.",
		.en = "People come to a public site to get something done. News placed before hide it.",
	},
	.remedy = {
		.fr = "Mettre les démarches avant les actualités. Écrire une description d’une phrase : qui est l’organisme, où, et pour quoi faire.",
		.en = "Put procedures before news. Write a description of one sentence: which body, where, and to do what.",
	},
	.limits = {
		.fr = "La règle suit l’ordre du code, et les titres. Elle ne voit pas l’ordre que donne la feuille de style.",
		.en = "The rule follows the order of the source, and headings. It does not see the order that the style sheet gives.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
