/* A data table has header cells. */
#include "clairlint/rule.h"

enum { NO_HEADER, MAYBE_DATA };

static const struct clair_message messages[] = {
	[NO_HEADER] = {
		.key = "no-header",
		.fr = "Ce tableau a un titre mais aucune cellule d’en-tête.",
		.en = "This table has a title but no header cell.",
	},
	[MAYBE_DATA] = {
		.key = "maybe-data",
		.fr = "Ce tableau n’a pas de cellule d’en-tête : s’il présente des données, en "
		    "ajouter.",
		.en = "This table has no header cell: if it presents data, add some.",
	},
};

static bool
has_header(struct clair_ctx *ctx, const struct clair_node *table)
{
	const struct clair_node *node = table;

	while ((node = clair_next_inside(table, node)) != NULL) {
		enum clair_role role;

		if (clair_tag(node) == CLAIR_TAG_TH)
			return true;
		if (!clair_has_attr(node, CLAIR_ATTR_ROLE))
			continue;
		role = clair_explicit_role(ctx, node);
		if (role == CLAIR_ROLE_COLUMNHEADER || role == CLAIR_ROLE_ROWHEADER)
			return true;
	}
	return false;
}

static bool
has_caption(const struct clair_node *table)
{
	const struct clair_node *child = clair_first_child(table);

	while (child != NULL && clair_tag(child) != CLAIR_TAG_CAPTION)
		child = clair_next_sibling(child);
	return child != NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *table)
{
	if (!clair_exposed(ctx, table) || clair_role(ctx, table) == CLAIR_ROLE_NONE ||
	    clair_table_use(ctx, table) == CLAIR_TABLE_LAYOUT)
		return CLAIR_INAPPLICABLE;
	if (has_header(ctx, table))
		return CLAIR_PASS;

	if (clair_table_use(ctx, table) == CLAIR_TABLE_DATA && has_caption(table)) {
		clair_report(ctx, table, NO_HEADER);
		return CLAIR_FAIL;
	}
	clair_review(ctx, table, MAYBE_DATA);
	return CLAIR_REVIEW;
}

CLAIR_RULE(tables_headers_missing) = {
	.id = "tables/headers-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_TABLE),
	.rgaa = CLAIR_IDS("5.6.1", "5.6.2"),
	.wcag = CLAIR_IDS("1.3.1"),
	.title = {
		.fr = "Un tableau de données a des en-têtes",
		.en = "A data table has headers",
	},
	.why = {
		.fr = "Sans en-têtes, un lecteur d’écran lit des cellules sans dire à quoi "
		    "elles répondent.",
		.en = "Without headers, a screen reader reads cells without saying what they "
		    "answer to.",
	},
	.remedy = {
		.fr = "Écrire la première ligne ou la première colonne en th, avec scope.",
		.en = "Write the first row or the first column as th, with scope.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
