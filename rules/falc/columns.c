/* Text is not set in columns. */
#include "rules/common/prose.h"

enum { COLUMNS };

static const struct clair_message messages[] = {
	[COLUMNS] = {
		.key = "columns",
		.fr = "Ce texte est mis en colonnes ({count} {count|passage|passages}).",
		.en = "This text is set in columns ({count} {count|passage|passages}).",
	},
};

static bool
has_columns(struct clair_ctx *ctx, const struct clair_node *node)
{
	double count;

	return clair_style_number(ctx, node, CLAIR_CSS_COLUMN_COUNT, &count) && count > 1;
}

/* As many columns as fit. */
static bool
has_column_width(struct clair_ctx *ctx, const struct clair_node *node)
{
	double px;

	return clair_style_number(ctx, node, CLAIR_CSS_COLUMN_WIDTH, &px);
}

static const struct clair_node *
counted_by(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	return rule_closest_with(ctx, prose->node, has_columns);
}

static const struct clair_node *
measured_by(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	return rule_closest_with(ctx, prose->node, has_column_width);
}

static bool
is_counted(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	return counted_by(ctx, prose) != NULL;
}

static bool
is_measured(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	return measured_by(ctx, prose) != NULL && counted_by(ctx, prose) == NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct rule_strictness strictness = rule_strictness(ctx);
	struct clair_passage_search search = {
	    .property = CLAIR_CSS_COLUMN_COUNT,
	    .blocks = strictness.blocks,
	    .words = strictness.words,
	    .harms = is_counted,
	    .declares = counted_by,
	};
	enum clair_outcome counted;

	if (!strictness.falc)
		return CLAIR_INAPPLICABLE;
	counted = rule_check_passages(ctx, &search, COLUMNS, NULL);
	search.property = CLAIR_CSS_COLUMN_WIDTH;
	search.harms = is_measured;
	search.declares = measured_by;
	return rule_worse(counted, rule_check_passages(ctx, &search, COLUMNS, NULL));
}

CLAIR_RULE(falc_columns) = {
	.id = "falc/columns",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_LOW_VISION,
	.falc = CLAIR_IDS("W32"),
	.needs = CLAIR_IDS("S-025"),
	.thresholds = CLAIR_IDS("typographie.passage.mots.min", "falc.passage.mots.min"),
	.title = {
		.fr = "Le texte n’est pas en colonnes",
		.en = "Text is not set in columns",
	},
	.why = {
		.fr = "Au bas d’une colonne, il faut deviner où le texte continue.",
		.en = "At the foot of a column, nobody knows where the text goes on.",
	},
	.remedy = {
		.fr = "Écrire le texte sur une seule colonne.",
		.en = "Set the text in one column.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Les boîtes posées côte à côte ne sont pas vues.",
		.en = "The rule holds only for pages judged as easy to read (FALC). Boxes that stand side by side are not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
