/* Two pages of a site do not have the same title. */
#include "clairlint/rule.h"

enum { SAME };

static const struct clair_message messages[] = {
	[SAME] = {
		.key = "same",
		.fr = "Le titre « {title} » est aussi celui de {other}.",
		.en = "The title “{title}” is also that of {other}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	for (size_t i = 0; i < clair_site_page_count(ctx); i++) {
		const struct clair_page_summary *page = clair_site_page(ctx, i);
		const struct clair_page_summary *first = clair_site_first_titled(ctx, page);
		struct clair_finding *finding;

		if (clair_summary_title(page)[0] == '\0')
			continue;
		if (first == page) {
			if (outcome == CLAIR_INAPPLICABLE)
				outcome = CLAIR_PASS;
			continue;
		}
		finding = clair_report_site(ctx, page, SAME);
		clair_arg(finding, "title", clair_summary_title(page));
		clair_arg(finding, "other", clair_summary_url(first));
		outcome = CLAIR_FAIL;
	}
	return outcome;
}

CLAIR_RULE(site_title_unique) = {
	.id = "site/title-unique",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER,
	.wcag = CLAIR_IDS("2.4.2"),
	.needs = CLAIR_IDS("S-037"),
	.title = {
		.fr = "Chaque page du site a son propre titre",
		.en = "Each page of the site has its own title",
	},
	.why = {
		.fr = "Le titre dit où l’on est. Deux titres pareils font croire que la page n’a pas changé.",
		.en = "The title says where one is. Two equal titles make people think that the page did not change.",
	},
	.remedy = {
		.fr = "Mettre dans title le sujet de la page, puis le nom du site : « Passeport - Ville de Clairval ».",
		.en = "Put in title the subject of the page, then the name of the site: “Passport - Town of Clairval”.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
