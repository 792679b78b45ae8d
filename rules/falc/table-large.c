/* Tables are simple. */
#include "rules/common/text.h"

enum { MERGED, WIDE };

/* Elements of a table that are looked at. */
enum { STEPS = 2000 };

static const struct clair_message messages[] = {
	[MERGED] = {
		.key = "merged",
		.fr = "Ce tableau a des cellules fusionnées. Une liste ou un tableau plus simple se lit mieux.",
		.en = "This table has merged cells. A list or a simpler table is easier to read.",
	},
	[WIDE] = {
		.key = "wide",
		.fr = "Ce tableau a {count} colonnes. Au-delà de {max}, on perd la ligne.",
		.en = "This table has {count} columns. Past {max}, people lose the row.",
	},
};

static bool
is_merged(const struct clair_node *cell)
{
	static const enum clair_attribute spans[] = {CLAIR_ATTR_COLSPAN, CLAIR_ATTR_ROWSPAN};

	for (size_t i = 0; i < CLAIR_LEN(spans); i++) {
		const char *span = clair_attr(cell, spans[i]);

		if (span != NULL && !rule_blank(span) && !rule_same(span, "1"))
			return true;
	}
	return false;
}

static bool
is_cell(const struct clair_node *node)
{
	return clair_tag(node) == CLAIR_TAG_TD || clair_tag(node) == CLAIR_TAG_TH;
}

struct shape {
	uint32_t columns; /* of the first row */
	bool merged;
};

static struct shape
shape_of(const struct clair_node *table)
{
	const struct clair_node *row = NULL;
	const struct clair_node *node = table;
	struct shape shape = {0, false};

	for (uint32_t step = 0; step < STEPS && (node = clair_next_inside(table, node)) != NULL; step++) {
		if (!is_cell(node) || clair_closest(clair_parent(node), CLAIR_TAG_TABLE) != table)
			continue;
		if (row == NULL)
			row = clair_parent(node);
		shape.columns += clair_parent(node) == row;
		shape.merged |= is_merged(node);
	}
	return shape;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *table)
{
	const double max = clair_threshold(ctx, "falc.tableau.colonnes.max");
	struct clair_finding *finding;
	struct shape shape;

	if (!clair_wants_falc(ctx) || !clair_visible(ctx, table) ||
	    clair_table_use(ctx, table) != CLAIR_TABLE_DATA)
		return CLAIR_INAPPLICABLE;
	shape = shape_of(table);
	if (!shape.merged && shape.columns <= max)
		return CLAIR_PASS;
	finding = clair_report(ctx, table, shape.merged ? MERGED : WIDE);
	clair_arg_num(finding, "count", shape.columns);
	clair_arg_num(finding, "max", max);
	return CLAIR_FAIL;
}

CLAIR_RULE(falc_table_large) = {
	.id = "falc/table-large",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_TABLE),
	.falc = CLAIR_IDS("W47"),
	.thresholds = CLAIR_IDS("falc.tableau.colonnes.max"),
	.title = {
		.fr = "Les tableaux sont simples",
		.en = "Tables are simple",
	},
	.why = {
		.fr = "Un tableau se lit dans deux sens. Avec beaucoup de colonnes, on se trompe de case.",
		.en = "A table is read in two directions. With many columns, people take the wrong cell.",
	},
	.remedy = {
		.fr = "Faire une liste, ou plusieurs petits tableaux. Dire en une phrase ce que le tableau montre.",
		.en = "Make a list, or several small tables. Say in one sentence what the table shows.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC).",
		.en = "The rule holds only for pages judged as easy to read (FALC).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
