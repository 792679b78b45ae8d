/* The links of the site map work. */
#include "rules/common/outcome.h"
#include "rules/common/site.h"

enum { DEAD, REFUSED };

enum { NOT_FOUND = 404, GONE = 410 };

static const struct clair_message messages[] = {
	[DEAD] = {
		.key = "dead",
		.fr = "Ce plan du site mène à {url}, une page qui n’existe pas (erreur {status}).",
		.en = "This site map leads to {url}, a page that does not exist (error {status}).",
	},
	[REFUSED] = {
		.key = "refused",
		.fr = "Ce plan du site mène à {url}, que le serveur a refusé (erreur {status}). Vérifier que la page s’ouvre.",
		.en = "This site map leads to {url}, which the server refused (error {status}). Check that the page opens.",
	},
};

static enum clair_outcome
check_link(struct clair_ctx *ctx, const struct clair_page_summary *map, const char *url)
{
	const int status = clair_site_refusal(ctx, url);
	const bool dead = status == NOT_FOUND || status == GONE;
	struct clair_finding *finding;

	if (status == 0)
		return CLAIR_PASS;
	finding = dead ? clair_report_site(ctx, map, DEAD) : clair_review_site(ctx, map, REFUSED);
	clair_arg(finding, "url", url);
	clair_arg_num(finding, "status", status);
	return dead ? CLAIR_FAIL : CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_page_summary *home = site_home(ctx);
	const struct clair_page_summary *map = home == NULL ? NULL : site_map_page(ctx, home);
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	for (size_t i = 0; map != NULL && i < clair_summary_link_count(map); i++) {
		if ((clair_summary_link_parts(map, i) & CLAIR_LINK_IN_CONTENT) != 0)
			outcome = rule_worse(
			    outcome, check_link(ctx, map, clair_summary_link(map, i)));
	}
	return outcome;
}

CLAIR_RULE(site_site_map_links) = {
	.id = "site/site-map-links",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_BLIND | CLAIR_ELDERLY,
	.rgaa = CLAIR_IDS("12.3.2"),
	.wcag = CLAIR_IDS("2.4.5"),
	.needs = CLAIR_IDS("S-038"),
	.title = {
		.fr = "Les liens du plan du site marchent",
		.en = "The links of the site map work",
	},
	.why = {
		.fr = "Le plan est le dernier recours des personnes perdues. Un lien mort les arrête là.",
		.en = "The site map is the last resort of people who are lost. A dead link stops them there.",
	},
	.remedy = {
		.fr = "Corriger l’adresse du lien, ou retirer le lien du plan.",
		.en = "Correct the address of the link, or remove the link from the site map.",
	},
	.limits = {
		.fr = "La règle connaît les adresses que le robot a demandées, sur ce site et ce jour-là.",
		.en = "The rule knows the addresses that the crawler asked for, on this site and on that day.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
