/* Somewhere on the site there is a telephone number to call. */
#include "rules/common/site.h"

enum { NO_PHONE };

static const struct clair_message messages[] = {
	[NO_PHONE] = {
		.key = "no-phone",
		.fr = "Aucun numéro de téléphone n’a été trouvé sur les {count} {count|page vue|pages vues}.",
		.en = "No telephone number was found on the {count} {count|page seen|pages seen}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const size_t pages = clair_site_page_count(ctx);
	const struct clair_page_summary *home = site_home(ctx);

	if (home == NULL)
		return CLAIR_INAPPLICABLE;
	if (site_pages_with(ctx, CLAIR_SUMMARY_PHONE) != 0)
		return CLAIR_PASS;
	clair_arg_num(clair_report_site(ctx, home, NO_PHONE), "count", (double)pages);
	return CLAIR_FAIL;
}

CLAIR_RULE(site_phone_missing) = {
	.id = "site/phone-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY |
	    CLAIR_PHONE_ONLY | CLAIR_BLIND,
	.falc = CLAIR_IDS("E03"),
	.needs = CLAIR_IDS("S-079", "S-108"),
	.title = {
		.fr = "On trouve un numéro de téléphone à appeler",
		.en = "There is a telephone number to call",
	},
	.why = {
		.fr = "Qui ne sait pas lire ou remplir un formulaire a besoin de parler à quelqu’un.",
		.en = "People who cannot read or fill in a form need to talk to somebody.",
	},
	.remedy = {
		.fr = "Écrire le numéro et les horaires sur la page de contact et en bas de chaque page.",
		.en = "Write the number and the opening hours on the contact page and at the bottom of each page.",
	},
	.limits = {
		.fr = "La règle lit le texte des pages vues, pas les images.",
		.en = "The rule reads the text of the pages seen, not pictures.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
