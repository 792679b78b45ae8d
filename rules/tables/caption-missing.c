/* A data table has a title. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_CAPTION };

static const struct clair_message messages[] = {
	[NO_CAPTION] = {
		.key = "no-caption",
		.fr = "Ce tableau de données n’a pas de titre relié (caption, aria-label, "
		    "title).",
		.en = "This data table has no title tied to it (caption, aria-label, title).",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *table)
{
	if (!clair_exposed(ctx, table) || clair_table_use(ctx, table) != CLAIR_TABLE_DATA)
		return CLAIR_INAPPLICABLE;
	if (clair_name(ctx, table)[0] != '\0' || clair_description(ctx, table)[0] != '\0' ||
	    !rule_blank(clair_attr(table, CLAIR_ATTR_ARIA_DESCRIBEDBY)))
		return CLAIR_PASS;

	clair_fix_other(clair_review(ctx, table, NO_CAPTION), CLAIR_FIX_ADD_ELEMENT, "caption");
	return CLAIR_REVIEW;
}

CLAIR_RULE(tables_caption_missing) = {
	.id = "tables/caption-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_TABLE),
	.rgaa = CLAIR_IDS("5.4.1"),
	.wcag = CLAIR_IDS("1.3.1"),
	.title = {
		.fr = "Un tableau de données a un titre",
		.en = "A data table has a title",
	},
	.why = {
		.fr = "Le titre dit ce que contient le tableau avant d’en lire les cellules.",
		.en = "The title says what the table holds before its cells are read.",
	},
	.remedy = {
		.fr = "Ajouter un élément caption en premier dans le tableau.",
		.en = "Add a caption element first in the table.",
	},
	.limits = {
		.fr = "Un titre peut se trouver juste avant le tableau : à relier.",
		.en = "A title may stand just before the table: to be tied to it.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
