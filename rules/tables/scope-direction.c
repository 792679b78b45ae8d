/* The scope of a header is that of the cells that it heads. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { HEADS_COLUMN, HEADS_ROW, ROLE_COLUMN, ROLE_ROW };

static const struct clair_message messages[] = {
	[HEADS_COLUMN] = {
		.key = "heads-column",
		.fr = "L’en-tête « {name} » est en tête de colonne, et scope=\"row\" dit qu’il vaut pour "
		    "la ligne.",
		.en = "The header \"{name}\" is at the head of a column, and scope=\"row\" says that it "
		    "is for the row.",
		.rgaa = CLAIR_IDS("5.7.2"),
	},
	[HEADS_ROW] = {
		.key = "heads-row",
		.fr = "L’en-tête « {name} » est en tête de ligne, et scope=\"col\" dit qu’il vaut pour "
		    "la colonne.",
		.en = "The header \"{name}\" is at the head of a row, and scope=\"col\" says that it is "
		    "for the column.",
		.rgaa = CLAIR_IDS("5.7.2"),
	},
	[ROLE_COLUMN] = {
		.key = "role-column",
		.fr = "L’en-tête « {name} » est en tête de colonne, et role=\"rowheader\" dit qu’il vaut "
		    "pour la ligne.",
		.en = "The header \"{name}\" is at the head of a column, and role=\"rowheader\" says "
		    "that it is for the row.",
		.rgaa = CLAIR_IDS("5.7.5"),
	},
	[ROLE_ROW] = {
		.key = "role-row",
		.fr = "L’en-tête « {name} » est en tête de ligne, et role=\"columnheader\" dit qu’il "
		    "vaut pour la colonne.",
		.en = "The header \"{name}\" is at the head of a row, and role=\"columnheader\" says "
		    "that it is for the column.",
		.rgaa = CLAIR_IDS("5.7.5"),
	},
};

/* What the author says that it heads: by its role first, as browsers do. */
static enum clair_heads
declared(struct clair_ctx *ctx, const struct clair_node *header, bool *by_role)
{
	enum clair_role role = clair_explicit_role(ctx, header);

	*by_role = role == CLAIR_ROLE_COLUMNHEADER || role == CLAIR_ROLE_ROWHEADER;
	if (*by_role)
		return role == CLAIR_ROLE_COLUMNHEADER ? CLAIR_HEADS_COLUMN : CLAIR_HEADS_ROW;
	if (clair_attr_is(header, CLAIR_ATTR_SCOPE, "col"))
		return CLAIR_HEADS_COLUMN;
	return clair_attr_is(header, CLAIR_ATTR_SCOPE, "row") ? CLAIR_HEADS_ROW : CLAIR_HEADS_UNKNOWN;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *header)
{
	const struct clair_node *table = clair_closest(header, CLAIR_TAG_TABLE);
	enum clair_heads said;
	enum clair_heads heads;
	bool by_role;

	said = declared(ctx, header, &by_role);
	if (said == CLAIR_HEADS_UNKNOWN || table == NULL || !clair_exposed(ctx, header) ||
	    clair_table_use(ctx, table) == CLAIR_TABLE_LAYOUT)
		return CLAIR_INAPPLICABLE;
	heads = clair_header_heads(ctx, header);
	if ((heads != CLAIR_HEADS_COLUMN && heads != CLAIR_HEADS_ROW) || heads == said)
		return CLAIR_PASS;

	if (heads == CLAIR_HEADS_COLUMN)
		clair_arg(clair_report(ctx, header, by_role ? ROLE_COLUMN : HEADS_COLUMN), "name",
		    clair_text_content(ctx, header));
	else
		clair_arg(clair_report(ctx, header, by_role ? ROLE_ROW : HEADS_ROW), "name",
		    clair_text_content(ctx, header));
	return CLAIR_FAIL;
}

CLAIR_RULE(tables_scope_direction) = {
	.id = "tables/scope-direction",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_TH, CLAIR_TAG_TD),
	.rgaa = CLAIR_IDS("5.7.2", "5.7.5"),
	.wcag = CLAIR_IDS("1.3.1"),
	.title = {
		.fr = "L’en-tête d’une colonne dit qu’il vaut pour la colonne, celui d’une ligne pour la "
		    "ligne",
		.en = "The header of a column says that it is for the column, that of a row for the row",
	},
	.why = {
		.fr = "Le lecteur d’écran lit l’en-tête avec les mauvaises cellules, et les bonnes "
		    "restent sans en-tête.",
		.en = "The screen reader reads the header with the wrong cells, and the right ones have "
		    "none.",
	},
	.remedy = {
		.fr = "Écrire scope=\"col\" en tête de colonne et scope=\"row\" en tête de ligne.",
		.en = "Write scope=\"col\" at the head of columns and scope=\"row\" at the head of rows.",
	},
	.limits = {
		.fr = "Seul un en-tête qui n’a de données que d’un côté est jugé.",
		.en = "Only a header with data on one side alone is judged.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
