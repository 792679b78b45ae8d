/* The site has a statement of accessibility. */
#include "rules/common/site.h"

enum { NO_STATEMENT };

static const struct clair_message messages[] = {
	[NO_STATEMENT] = {
		.key = "no-statement",
		.fr = "Aucune déclaration d’accessibilité n’a été trouvée sur les {count} {count|page vue|pages vues}.",
		.en = "No statement of accessibility was found on the {count} {count|page seen|pages seen}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const size_t pages = clair_site_page_count(ctx);
	const struct clair_page_summary *home = site_home(ctx);

	if (pages == 0 || (home != NULL && !site_may_be_french(ctx, home)))
		return CLAIR_INAPPLICABLE;
	if (site_pages_with(ctx, CLAIR_SUMMARY_IS_STATEMENT) != 0)
		return CLAIR_PASS;
	/* A link may lead to a page, a document or another site that the crawl did not judge. */
	if (home == NULL || site_pages_with(ctx, CLAIR_SUMMARY_ACCESSIBILITY_LINK) != 0)
		return clair_untested(ctx, CLAIR_WHY_FEW_PAGES);
	clair_arg_num(clair_review_site(ctx, home, NO_STATEMENT), "count", (double)pages);
	return CLAIR_REVIEW;
}

CLAIR_RULE(site_statement_missing) = {
	.id = "site/statement-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_EVERYONE,
	.falc = CLAIR_IDS("E01"),
	.needs = CLAIR_IDS("S-161"),
	.title = {
		.fr = "Le site a une déclaration d’accessibilité",
		.en = "The site has a statement of accessibility",
	},
	.why = {
		.fr = "La loi oblige les services publics à dire ce qui est accessible et à qui se plaindre. "
		      "Sans cette page, une personne bloquée n’a pas de recours.",
		.en = "The law asks public services to say what is accessible and where to complain. "
		      "Without this page, people who are stuck have no recourse.",
	},
	.remedy = {
		.fr = "Publier la déclaration selon le modèle de l’État. Mettre un lien en bas de chaque page.",
		.en = "Publish the statement with the State’s model. Put a link at the bottom of each page.",
	},
	.limits = {
		.fr = "« Pas trouvée » ne veut pas dire « n’existe pas » : la page peut être ailleurs.",
		.en = "“Not found” does not mean “does not exist”: the page may be elsewhere.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
