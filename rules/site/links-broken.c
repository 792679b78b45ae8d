/* Links of the site lead to pages that are there. */
#include "clairlint/rule.h"
#include "rules/common/outcome.h"

enum { DEAD, FAILING };

static const struct clair_message messages[] = {
	[DEAD] = {
		.key = "dead",
		.fr = "{count} {count|page mène|pages mènent} à {url}, qui n’existe pas (erreur {status}).",
		.en = "{count} {count|page leads|pages lead} to {url}, which does not exist (error {status}).",
	},
	[FAILING] = {
		.key = "failing",
		.fr = "{count} {count|page mène|pages mènent} à {url}, où le serveur est tombé en panne (erreur {status}). Vérifier que la page s’ouvre.",
		.en = "{count} {count|page leads|pages lead} to {url}, where the server broke down (error {status}). Check that the page opens.",
	},
};

enum { NOT_FOUND = 404, GONE = 410, SERVER_ERROR = 500 };

/* A page that asks who comes, or to come later, is there. */
static enum clair_outcome
check_link(struct clair_ctx *ctx, const struct clair_refused_link *link)
{
	const bool dead = link->status == NOT_FOUND || link->status == GONE;
	struct clair_finding *finding;

	if (!dead && link->status < SERVER_ERROR)
		return CLAIR_PASS;
	finding = dead ? clair_report_site(ctx, link->from, DEAD) : clair_review_site(ctx, link->from, FAILING);
	clair_arg(finding, "url", link->url);
	clair_arg_num(finding, "status", link->status);
	clair_arg_num(finding, "count", link->pages);
	return dead ? CLAIR_FAIL : CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_refused_link *links;
	const size_t count = clair_site_refused_links(ctx, &links);
	enum clair_outcome outcome = clair_site_page_count(ctx) > 1 ? CLAIR_PASS : CLAIR_INAPPLICABLE;

	for (size_t i = 0; i < count; i++)
		outcome = rule_worse(outcome, check_link(ctx, &links[i]));
	return outcome;
}

CLAIR_RULE(site_links_broken) = {
	.id = "site/links-broken",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_EVERYONE,
	.needs = CLAIR_IDS("S-172", "S-173"),
	.title = {
		.fr = "Les liens du site mènent à des pages qui existent",
		.en = "The links of the site lead to pages that are there",
	},
	.why = {
		.fr = "Un lien mort arrête la personne en chemin. Elle croit s’être trompée, ou que le service n’existe plus.",
		.en = "A dead link stops people on their way. They think that they went wrong, or that the service is gone.",
	},
	.remedy = {
		.fr = "Corriger l’adresse, la retirer, ou mener l’ancienne adresse à la nouvelle page.",
		.en = "Correct the address, remove it, or lead the old address to the new page.",
	},
	.limits = {
		.fr = "La règle connaît les adresses de ce site que le robot a demandées ce jour-là, pas les liens vers d’autres sites.",
		.en = "The rule knows the addresses of this site that the crawler asked for on that day, not links to other sites.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
