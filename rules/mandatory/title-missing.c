/* The page has a title. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { MISSING, EMPTY };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "missing",
		.fr = "La page n’a pas de titre (élément title).",
		.en = "The page has no title (title element).",
	},
	[EMPTY] = {
		.key = "empty",
		.fr = "Le titre de la page est vide.",
		.en = "The title of the page is empty.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *title = NULL;

	/* The title of an svg is not that of the page. */
	for (size_t i = 0; title == NULL && i < clair_tag_count(ctx, CLAIR_TAG_TITLE); i++) {
		title = clair_tag_at(ctx, CLAIR_TAG_TITLE, i);
		if (!clair_is_html(title))
			title = NULL;
	}
	if (title != NULL && !rule_blank(clair_text_content(ctx, title)))
		return CLAIR_PASS;

	if (title == NULL)
		clair_fix_other(clair_report_page(ctx, MISSING), CLAIR_FIX_ADD_ELEMENT, "title");
	else
		clair_report(ctx, title, EMPTY);
	return CLAIR_FAIL;
}

CLAIR_RULE(mandatory_title_missing) = {
	.id = "mandatory/title-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE,
	.rgaa = CLAIR_IDS("8.5.1"),
	.wcag = CLAIR_IDS("2.4.2"),
	.act = CLAIR_IDS("2779a5"),
	.title = {
		.fr = "La page a un titre",
		.en = "The page has a title",
	},
	.why = {
		.fr = "Le titre est la première chose lue, et le nom de l’onglet : sans lui, on "
		    "ne sait pas où l’on est.",
		.en = "The title is read first and names the tab: without it, nobody knows "
		    "where they are.",
	},
	.remedy = {
		.fr = "Écrire un élément title dans head : le sujet de la page, puis le nom du "
		    "site.",
		.en = "Write a title element in head: the subject of the page, then the name of "
		    "the site.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
