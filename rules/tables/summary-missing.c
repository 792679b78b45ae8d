/* A complex data table has a summary. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_SUMMARY };

static const struct clair_message messages[] = {
	[NO_SUMMARY] = {
		.key = "no-summary",
		.fr = "Ce tableau est complexe : {count} {count|en-tête n’est|en-têtes ne sont} ni dans "
		    "la première ligne ni dans la première colonne. Aucun texte relié ne dit comment "
		    "le lire.",
		.en = "This table is complex: {count} {count|header is|headers are} neither in the first "
		    "row nor in the first column. No text tied to it says how to read it.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *table)
{
	size_t inner;

	if (!clair_exposed(ctx, table) || clair_table_use(ctx, table) != CLAIR_TABLE_DATA)
		return CLAIR_INAPPLICABLE;
	inner = clair_table_inner_headers(ctx, table);
	if (inner == 0)
		return CLAIR_INAPPLICABLE;
	/* A caption may hold the summary. */
	if (clair_name(ctx, table)[0] != '\0' || clair_description(ctx, table)[0] != '\0' ||
	    !rule_blank(clair_attr(table, CLAIR_ATTR_ARIA_DESCRIBEDBY)))
		return CLAIR_PASS;

	clair_arg_num(clair_review(ctx, table, NO_SUMMARY), "count", (double)inner);
	return CLAIR_REVIEW;
}

CLAIR_RULE(tables_summary_missing) = {
	.id = "tables/summary-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_TABLE),
	.rgaa = CLAIR_IDS("5.1.1"),
	.wcag = CLAIR_IDS("1.3.1"),
	.title = {
		.fr = "Un tableau complexe a un résumé",
		.en = "A complex table has a summary",
	},
	.why = {
		.fr = "Sans résumé, qui ne voit pas le tableau entier ne sait pas comment ses en-têtes "
		    "s’emboîtent.",
		.en = "Without a summary, who does not see the whole table does not know how its headers "
		    "fit together.",
	},
	.remedy = {
		.fr = "Dire dans caption, ou dans un texte relié par aria-describedby, ce que contient "
		    "le tableau et comment il est rangé. Ou le couper en tableaux simples.",
		.en = "Say in caption, or in a text tied by aria-describedby, what the table holds and "
		    "how it is arranged. Or cut it into simple tables.",
	},
	.limits = {
		.fr = "Un texte voisin, non relié, peut déjà l’expliquer.",
		.en = "A text close by, not tied, may already explain it.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
