/* A header cell has cells. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { ALONE, ALONE_FOR_NOW };

static const struct clair_message messages[] = {
	[ALONE] = {
		.key = "alone",
		.fr = "L’en-tête « {name} » n’est relié à aucune cellule.",
		.en = "The header \"{name}\" is tied to no cell.",
	},
	[ALONE_FOR_NOW] = {
		.key = "alone-for-now",
		.fr = "L’en-tête « {name} » n’a pas de cellule : vérifier qu’un script remplit "
		    "le tableau.",
		.en = "The header \"{name}\" has no cell: check that a script fills the table.",
	},
};

static const struct clair_node *
table_of(struct clair_ctx *ctx, const struct clair_node *header)
{
	for (; header != NULL; header = clair_parent(header)) {
		enum clair_role role = clair_role(ctx, header);

		if (role == CLAIR_ROLE_TABLE || role == CLAIR_ROLE_GRID || role == CLAIR_ROLE_TREEGRID)
			return header;
	}
	return NULL;
}

static bool
has_data(struct clair_ctx *ctx, const struct clair_node *table)
{
	const struct clair_node *node = table;

	while ((node = clair_next_inside(table, node)) != NULL) {
		enum clair_role role = clair_role(ctx, node);

		if (role == CLAIR_ROLE_CELL || role == CLAIR_ROLE_GRIDCELL)
			return true;
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *header)
{
	const struct clair_node *table;
	bool maybe;

	/* ACT d0f69e: a header that shows nothing announces nothing. */
	if (!clair_exposed(ctx, header) || clair_name(ctx, header)[0] == '\0')
		return CLAIR_INAPPLICABLE;
	table = table_of(ctx, header);
	if (table == NULL || !clair_exposed(ctx, table))
		return CLAIR_INAPPLICABLE;
	if (clair_header_has_cells(ctx, header))
		return CLAIR_PASS;

	maybe = clair_page_has_scripts(ctx) && !has_data(ctx, table);
	clair_arg(maybe ? clair_review(ctx, header, ALONE_FOR_NOW) : clair_report(ctx, header, ALONE),
	    "name", clair_name(ctx, header));
	return maybe ? CLAIR_REVIEW : CLAIR_FAIL;
}

CLAIR_RULE(tables_header_without_cells) = {
	.id = "tables/header-without-cells",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_COLUMNHEADER, CLAIR_ROLE_ROWHEADER),
	.rgaa = CLAIR_IDS("5.7.1"),
	.wcag = CLAIR_IDS("1.3.1"),
	.act = CLAIR_IDS("d0f69e"),
	.title = {
		.fr = "Une cellule d’en-tête a des cellules à décrire",
		.en = "A header cell has cells to describe",
	},
	.why = {
		.fr = "Un en-tête relié à rien est lu sans que l’on sache ce qu’il annonce.",
		.en = "A header tied to nothing is read but nobody knows what it announces.",
	},
	.remedy = {
		.fr = "Corriger scope ou headers, ou remplacer l’en-tête par une cellule simple.",
		.en = "Correct scope or headers, or replace the header with a simple cell.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
