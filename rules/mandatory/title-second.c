/* The page has one title, that which browsers take. */
#include "clairlint/rule.h"

enum { WRONG_FIRST, SEVERAL };

static const struct clair_message messages[] = {
	[WRONG_FIRST] = {
		.key = "wrong-first",
		.fr = "La page a deux titres. Les navigateurs gardent le premier, « {first} », "
		    "dont elle ne parle pas ; elle parle du second, « {second} ».",
		.en = "The page has two titles. Browsers keep the first, \"{first}\", of which "
		    "it says nothing; it speaks of the second, \"{second}\".",
	},
	[SEVERAL] = {
		.key = "several",
		.fr = "La page a deux titres : seul le premier, « {first} », est lu.",
		.en = "The page has two titles: only the first, \"{first}\", is read.",
	},
};

static const struct clair_node *
title_of_page(struct clair_ctx *ctx, size_t skipped)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_TITLE); i++) {
		const struct clair_node *title = clair_tag_at(ctx, CLAIR_TAG_TITLE, i);

		if (clair_is_html(title) && skipped-- == 0)
			return title;
	}
	return NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *second = title_of_page(ctx, 1);
	struct clair_finding *finding;
	bool wrong;

	if (title_of_page(ctx, 0) == NULL)
		return CLAIR_INAPPLICABLE;
	if (second == NULL)
		return CLAIR_PASS;

	wrong = !clair_page_speaks_of(ctx, clair_page_title(ctx)) &&
	    clair_page_speaks_of(ctx, clair_text_content(ctx, second));
	finding = wrong ? clair_report(ctx, second, WRONG_FIRST) : clair_review(ctx, second, SEVERAL);
	clair_arg(finding, "first", clair_page_title(ctx));
	clair_arg(finding, "second", clair_text_content(ctx, second));
	return wrong ? CLAIR_FAIL : CLAIR_REVIEW;
}

CLAIR_RULE(mandatory_title_second) = {
	.id = "mandatory/title-second",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE | CLAIR_LOW_LITERACY,
	.rgaa = CLAIR_IDS("8.6.1"),
	.wcag = CLAIR_IDS("2.4.2"),
	.act = CLAIR_IDS("c4a8a4"),
	.title = {
		.fr = "La page n’a qu’un titre, et c’est le sien",
		.en = "The page has one title, and it is its own",
	},
	.why = {
		.fr = "L’onglet et le lecteur d’écran annoncent le premier titre : on croit "
		    "être sur une autre page.",
		.en = "The tab and the screen reader say the first title: people think they are "
		    "on another page.",
	},
	.remedy = {
		.fr = "Retirer l’élément title en trop.",
		.en = "Remove the title element in excess.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
