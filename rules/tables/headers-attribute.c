/* The headers attribute of a cell leads to cells of its table. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NOT_A_CELL };

static const struct clair_message messages[] = {
	[NOT_A_CELL] = {
		.key = "not-a-cell",
		.fr = "headers=\"{headers}\" désigne autre chose qu’une cellule du tableau.",
		.en = "headers=\"{headers}\" names something that is not a cell of the table.",
	},
};

static bool
is_right(struct clair_ctx *ctx, const struct clair_node *cell, const struct clair_node *table,
    const struct rule_token *id)
{
	const struct clair_node *target = rule_by_token(ctx, id);

	return target != NULL && target != cell &&
	    (clair_tag(target) == CLAIR_TAG_TH || clair_tag(target) == CLAIR_TAG_TD) &&
	    clair_closest(target, CLAIR_TAG_TABLE) == table;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *cell)
{
	const char *headers = clair_attr(cell, CLAIR_ATTR_HEADERS);
	const struct clair_node *table = clair_closest(cell, CLAIR_TAG_TABLE);
	struct rule_token id;
	struct clair_finding *finding;
	enum clair_role role;

	if (headers == NULL || rule_blank(headers) || table == NULL || !clair_exposed(ctx, cell))
		return CLAIR_INAPPLICABLE;
	role = clair_role(ctx, table);
	if (role != CLAIR_ROLE_TABLE && role != CLAIR_ROLE_GRID && role != CLAIR_ROLE_TREEGRID)
		return CLAIR_INAPPLICABLE;
	id = (struct rule_token){headers, 0};
	while (rule_next_token(&id)) {
		if (is_right(ctx, cell, table, &id))
			continue;
		finding = clair_report_attr(ctx, cell, CLAIR_ATTR_HEADERS, NOT_A_CELL);
		clair_arg(finding, "headers", headers);
		clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_HEADERS, NULL);
		return CLAIR_FAIL;
	}
	return CLAIR_PASS;
}

CLAIR_RULE(tables_headers_attribute) = {
	.id = "tables/headers-attribute",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_TD, CLAIR_TAG_TH),
	.rgaa = CLAIR_IDS("5.7.4"),
	.wcag = CLAIR_IDS("1.3.1"),
	.act = CLAIR_IDS("a25f45"),
	.title = {
		.fr = "L’attribut headers d’une cellule désigne des cellules du même tableau",
		.en = "The headers attribute of a cell names cells of the same table",
	},
	.why = {
		.fr = "Un lecteur d’écran ne peut pas dire à quel en-tête appartient la cellule.",
		.en = "A screen reader cannot say to which header the cell belongs.",
	},
	.remedy = {
		.fr = "Écrire dans headers l’identifiant des cellules d’en-tête, ou retirer "
		    "headers si scope suffit.",
		.en = "Write in headers the ids of the header cells, or remove headers if scope "
		    "is enough.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
