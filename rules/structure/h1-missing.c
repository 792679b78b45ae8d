/* The page has a heading of the first level. */
#include "clairlint/rule.h"

enum { MISSING };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "missing",
		.fr = "La page n’a pas de titre de niveau 1 (h1).",
		.en = "The page has no heading of level 1 (h1).",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	if (clair_tag_count(ctx, CLAIR_TAG_BODY) == 0 || clair_is_shell(ctx))
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < clair_heading_count(ctx); i++) {
		if (clair_heading_level(ctx, clair_heading(ctx, i)) == 1)
			return CLAIR_PASS;
	}
	clair_fix_other(clair_review_page(ctx, MISSING), CLAIR_FIX_ADD_ELEMENT, "h1");
	return CLAIR_REVIEW;
}

CLAIR_RULE(structure_h1_missing) = {
	.id = "structure/h1-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE,
	.rgaa = CLAIR_IDS("9.1.1"),
	.wcag = CLAIR_IDS("1.3.1", "2.4.6"),
	.title = {
		.fr = "La page a un titre de premier niveau",
		.en = "The page has a heading of the first level",
	},
	.why = {
		.fr = "Le titre de niveau 1 dit où l’on est et où commence le contenu.",
		.en = "The heading of level 1 says where one is and where the content starts.",
	},
	.remedy = {
		.fr = "Baliser en h1 le titre principal de la page.",
		.en = "Mark the main heading of the page up as h1.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
