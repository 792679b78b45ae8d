/* Pages are a few clicks away from the home page. */
#include "clairlint/rule.h"

enum { DEEP };

static const struct clair_message messages[] = {
	[DEEP] = {
		.key = "deep",
		.fr = "Cette page est à {depth} clics de la page d’accueil. Le maximum conseillé est {max}.",
		.en = "This page is {depth} clicks away from the home page. The advised maximum is {max}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double max = clair_threshold(ctx, "site.profondeur.max");
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	for (size_t i = 0; i < clair_site_page_count(ctx); i++) {
		const struct clair_page_summary *page = clair_site_page(ctx, i);
		struct clair_finding *finding;

		if (clair_summary_depth(page) <= 0)
			continue;
		if (clair_summary_depth(page) <= max) {
			if (outcome == CLAIR_INAPPLICABLE)
				outcome = CLAIR_PASS;
			continue;
		}
		finding = clair_report_site(ctx, page, DEEP);
		clair_arg_num(finding, "depth", clair_summary_depth(page));
		clair_arg_num(finding, "max", max);
		outcome = CLAIR_FAIL;
	}
	return outcome;
}

CLAIR_RULE(site_click_depth) = {
	.id = "site/click-depth",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY | CLAIR_MOTOR |
	    CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-033", "S-043"),
	.thresholds = CLAIR_IDS("site.profondeur.max"),
	.title = {
		.fr = "Les pages sont à peu de clics de l’accueil",
		.en = "Pages are a few clicks away from the home page",
	},
	.why = {
		.fr = "Chaque clic de plus perd des personnes. Avec une connexion lente, chaque page coûte du temps.",
		.en = "Each extra click loses people. On a slow connection, each page costs time.",
	},
	.remedy = {
		.fr = "Ajouter un lien vers cette page depuis l’accueil ou depuis la page de son thème.",
		.en = "Add a link to this page from the home page or from the page of its theme.",
	},
	.limits = {
		.fr = "La règle compte les liens suivis par le robot depuis la première page.",
		.en = "The rule counts the links followed by the crawler from the first page.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
