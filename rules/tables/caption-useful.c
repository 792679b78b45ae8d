/* The titles of data tables, to be read by a person. */
#include "clairlint/rule.h"

enum { CAPTION };

static const struct clair_message messages[] = {
	[CAPTION] = {
		.key = "caption",
		.fr = "Ce tableau a pour titre « {text} ». Ce titre est-il court, et dit-il ce que "
		    "contient le tableau ?",
		.en = "The title of this table is \"{text}\". Is it short, and does it say what the "
		    "table holds?",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *table)
{
	if (!clair_exposed(ctx, table) || clair_table_use(ctx, table) != CLAIR_TABLE_DATA ||
	    clair_name(ctx, table)[0] == '\0')
		return CLAIR_INAPPLICABLE;

	clair_arg(clair_review(ctx, table, CAPTION), "text", clair_name(ctx, table));
	return CLAIR_REVIEW;
}

CLAIR_RULE(tables_caption_useful) = {
	.id = "tables/caption-useful",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE,
	.audit = true,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_TABLE),
	.rgaa = CLAIR_IDS("5.5.1"),
	.wcag = CLAIR_IDS("1.3.1"),
	.title = {
		.fr = "Le titre d’un tableau de données dit ce qu’il contient",
		.en = "The title of a data table says what it holds",
	},
	.why = {
		.fr = "Le titre est lu en premier : il dit si le tableau vaut la peine d’être parcouru.",
		.en = "The title is read first: it says whether the table is worth going through.",
	},
	.remedy = {
		.fr = "Écrire un titre court, propre à ce tableau : « Horaires de la piscine, été 2024 ».",
		.en = "Write a short title of this table alone: \"Opening hours of the pool, summer "
		    "2024\".",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
