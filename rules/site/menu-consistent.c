/* The main menu is the same, in the same order, on all the pages. */
#include "rules/common/outcome.h"
#include "rules/common/site.h"

enum { OTHER_MENU, OTHER_ORDER };

static const struct clair_message messages[] = {
	[OTHER_MENU] = {
		.key = "other-menu",
		.fr = "Le menu principal de cette page n’est pas celui des autres pages. Vérifier que c’est voulu.",
		.en = "The main menu of this page is not that of the other pages. Check that this is meant.",
	},
	[OTHER_ORDER] = {
		.key = "other-order",
		.fr = "Le menu principal de cette page a les mêmes entrées que celui des autres pages, dans un "
		    "autre ordre.",
		.en = "The main menu of this page has the same entries as that of the other pages, in another "
		    "order.",
	},
};

static uint64_t
menu_of(const struct clair_page_summary *page, unsigned unused)
{
	(void)unused;
	return clair_summary_menu(page);
}

static const struct clair_page_summary *
page_with(struct clair_ctx *ctx, uint64_t menu)
{
	for (size_t i = 0; i < clair_site_page_count(ctx); i++) {
		if (clair_summary_menu(clair_site_page(ctx, i)) == menu)
			return clair_site_page(ctx, i);
	}
	return NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct site_usual usual = site_usual(ctx, menu_of, 0);
	enum clair_outcome outcome = CLAIR_PASS;
	const struct clair_page_summary *model;

	if (usual.pages < SITE_PAGES_TO_COMPARE || usual.value == 0)
		return CLAIR_INAPPLICABLE;
	model = page_with(ctx, usual.value);
	for (size_t i = 0; i < clair_site_page_count(ctx); i++) {
		const struct clair_page_summary *page = clair_site_page(ctx, i);
		uint64_t menu = clair_summary_menu(page);

		/* RGAA 12.2, special cases: the home page may have its own. */
		if (menu == 0 || menu == usual.value || clair_summary_is_home(page))
			continue;
		if (clair_summary_same_entries(page, model)) {
			clair_report_site(ctx, page, OTHER_ORDER);
			outcome = CLAIR_FAIL;
			continue;
		}
		clair_review_site(ctx, page, OTHER_MENU);
		outcome = rule_worse(outcome, CLAIR_REVIEW);
	}
	return outcome;
}

CLAIR_RULE(site_menu_consistent) = {
	.id = "site/menu-consistent",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_LOW_VISION,
	.rgaa = CLAIR_IDS("12.2.1"),
	.wcag = CLAIR_IDS("3.2.3"),
	.falc = CLAIR_IDS("E06"),
	.needs = CLAIR_IDS("S-038", "S-171"),
	.title = {
		.fr = "Le menu principal est le même sur toutes les pages",
		.en = "The main menu is the same on all the pages",
	},
	.why = {
		.fr = "On apprend un menu une fois. S’il change, il faut tout relire.",
		.en = "People learn a menu once. If it changes, they must read it all again.",
	},
	.remedy = {
		.fr = "Garder les mêmes entrées, dans le même ordre, sur toutes les pages.",
		.en = "Keep the same entries, in the same order, on all the pages.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
