/* Complex data tables, to be read by a person. */
#include "clairlint/rule.h"

enum { SUMMARY, HEADERS };

static const struct clair_message messages[] = {
	[SUMMARY] = {
		.key = "summary",
		.fr = "Ce tableau complexe a pour résumé « {text} ». Dit-il ce que contient le tableau "
		    "et comment il est rangé ?",
		.en = "The summary of this complex table is \"{text}\". Does it say what the table holds "
		    "and how it is arranged?",
		.rgaa = CLAIR_IDS("5.2.1"),
	},
	[HEADERS] = {
		.key = "headers",
		.fr = "Dans ce tableau, {count} {count|en-tête n’est|en-têtes ne sont} ni en première "
		    "ligne ni en première colonne. Ceux qui valent pour une partie ont-ils un id, cité "
		    "dans le headers de leurs cellules ?",
		.en = "In this table, {count} {count|header is|headers are} neither in the first row nor "
		    "in the first column. Do those of a part have an id, named in the headers of their "
		    "cells?",
		.rgaa = CLAIR_IDS("5.6.3", "5.6.4", "5.7.3", "5.7.4"),
	},
};

static const char *
summary_of(struct clair_ctx *ctx, const struct clair_node *table)
{
	const char *description = clair_description(ctx, table);

	return description[0] != '\0' ? description : clair_name(ctx, table);
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *table)
{
	size_t inner;

	if (!clair_exposed(ctx, table) || clair_table_use(ctx, table) != CLAIR_TABLE_DATA)
		return CLAIR_INAPPLICABLE;
	inner = clair_table_inner_headers(ctx, table);
	if (inner == 0)
		return CLAIR_INAPPLICABLE;

	if (summary_of(ctx, table)[0] != '\0')
		clair_arg(clair_review(ctx, table, SUMMARY), "text", summary_of(ctx, table));
	clair_arg_num(clair_review(ctx, table, HEADERS), "count", (double)inner);
	return CLAIR_REVIEW;
}

CLAIR_RULE(tables_complex) = {
	.id = "tables/complex",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.audit = true,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_TABLE),
	.rgaa = CLAIR_IDS("5.2.1", "5.6.3", "5.6.4", "5.7.3", "5.7.4"),
	.wcag = CLAIR_IDS("1.3.1"),
	.title = {
		.fr = "Les en-têtes et le résumé d’un tableau complexe permettent de le lire",
		.en = "The headers and the summary of a complex table let it be read",
	},
	.why = {
		.fr = "Un lecteur d’écran donne une cellule à la fois : sans liens justes, la valeur n’a "
		    "plus de sens.",
		.en = "A screen reader gives one cell at a time: without right ties, the value has no "
		    "meaning.",
	},
	.remedy = {
		.fr = "Donner un id à chaque en-tête et le citer dans headers. Ou couper le tableau en "
		    "tableaux simples.",
		.en = "Give each header an id and name it in headers. Or cut the table into simple "
		    "tables.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
