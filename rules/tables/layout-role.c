/* A layout table says that it is one. */
#include "clairlint/rule.h"

enum { NO_ROLE, LAYOUT };

static const struct clair_message messages[] = {
	[NO_ROLE] = {
		.key = "no-role",
		.fr = "Ce tableau semble servir à la mise en page : vérifier, puis ajouter "
		    "role=\"presentation\".",
		.en = "This table seems to serve layout: check, then add role=\"presentation\".",
	},
	[LAYOUT] = {
		.key = "layout",
		.fr = "Ce tableau sert à la mise en page, et n’a pas role=\"presentation\".",
		.en = "This table serves layout, and has no role=\"presentation\".",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *table)
{
	struct clair_finding *finding;
	bool sure;

	if (!clair_exposed(ctx, table) || clair_table_use(ctx, table) != CLAIR_TABLE_LAYOUT)
		return CLAIR_INAPPLICABLE;
	if (clair_role(ctx, table) == CLAIR_ROLE_NONE)
		return CLAIR_PASS;

	/* Cells that scripts will fill are not seen yet. */
	sure = clair_table_lays_out(ctx, table) && clair_visible_text(ctx, table)[0] != '\0';
	finding = sure ? clair_report(ctx, table, LAYOUT) : clair_review(ctx, table, NO_ROLE);
	/* A name would win over the role. */
	if (clair_name(ctx, table)[0] == '\0')
		clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_ROLE, "presentation");
	return sure ? CLAIR_FAIL : CLAIR_REVIEW;
}

CLAIR_RULE(tables_layout_role) = {
	.id = "tables/layout-role",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_TABLE),
	.rgaa = CLAIR_IDS("5.3.1"),
	.wcag = CLAIR_IDS("1.3.2", "4.1.2"),
	.title = {
		.fr = "Un tableau de mise en forme a role=\"presentation\"",
		.en = "A layout table has role=\"presentation\"",
	},
	.why = {
		.fr = "Un lecteur d’écran annonce lignes et colonnes là où il n’y a que de la "
		    "mise en page.",
		.en = "A screen reader announces rows and columns where there is only layout.",
	},
	.remedy = {
		.fr = "Ajouter role=\"presentation\", ou remplacer le tableau par une feuille "
		    "de style.",
		.en = "Add role=\"presentation\", or replace the table with a style sheet.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
