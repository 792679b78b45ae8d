/* Procedures can be done without internet. */
#include "rules/common/site.h"

enum { ONLINE_ONLY };

static const struct clair_message messages[] = {
	[ONLINE_ONLY] = {
		.key = "online-only",
		.fr = "Sur {total} {total|page|pages} de démarche, {count} {count|semble|semblent} se faire par internet seulement : ni téléphone, ni adresse, ni lieu d’aide.",
		.en = "Of {total} procedure {total|page|pages}, {count} {count|seems|seem} to be by internet alone: no telephone, no address, no place that helps.",
	},
};

static bool
is_procedure(const struct clair_page_summary *page)
{
	return clair_summary_prerequisites(page) != CLAIR_NOT_A_PROCEDURE;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_page_summary *first = NULL;
	struct clair_finding *finding;
	size_t total = 0;
	size_t online = 0;

	for (size_t i = 0; i < clair_site_page_count(ctx); i++) {
		const struct clair_page_summary *page = clair_site_page(ctx, i);

		if (!is_procedure(page))
			continue;
		total++;
		if ((clair_summary_channels(page, CLAIR_CHANNEL_ON_PAGE) & CLAIR_OFFLINE_CHANNELS) != 0)
			continue;
		online++;
		if (first == NULL)
			first = page;
	}
	if (total == 0 || site_home(ctx) == NULL || !site_may_be_french(ctx, site_home(ctx)))
		return CLAIR_INAPPLICABLE;
	if (first == NULL)
		return CLAIR_PASS;
	finding = clair_review_site(ctx, first, ONLINE_ONLY);
	clair_arg_num(finding, "total", (double)total);
	clair_arg_num(finding, "count", (double)online);
	return CLAIR_REVIEW;
}

CLAIR_RULE(site_procedures_offline) = {
	.id = "site/procedures-offline",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-109"),
	.title = {
		.fr = "Chaque démarche du site se fait aussi sans internet",
		.en = "Each procedure of the site can be done without internet too",
	},
	.why = {
		.fr = "Un site ne remplace pas un guichet, un téléphone ou une lettre : des millions de personnes n’ont pas internet, ou n’y arrivent pas.",
		.en = "A site does not replace a desk, a telephone or a letter: millions of people have no internet, or cannot manage it.",
	},
	.remedy = {
		.fr = "Écrire sur chaque démarche un numéro, une adresse ou un lieu où on aide.",
		.en = "Write on each procedure a number, an address or a place that helps.",
	},
	.limits = {
		.fr = "La règle compte les pages vues qui expliquent une démarche, et lit leur texte.",
		.en = "The rule counts the pages seen that explain a procedure, and reads their text.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
