/* A header cell says whether it is that of a row or of a column. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_SCOPE, BAD_SCOPE, SHARED_ID };

static const struct clair_message messages[] = {
	[NO_SCOPE] = {
		.key = "no-scope",
		.fr = "L’en-tête « {name} » n’a ni scope, ni id, ni rôle.",
		.en = "The header \"{name}\" has neither scope, nor id, nor role.",
	},
	[BAD_SCOPE] = {
		.key = "bad-scope",
		.fr = "L’en-tête « {name} » a une valeur scope=\"{value}\" qui n’existe pas.",
		.en = "The header \"{name}\" has a value scope=\"{value}\" that does not exist.",
	},
	[SHARED_ID] = {
		.key = "shared-id",
		.fr = "L’en-tête « {name} » n’a ni scope ni rôle, et son id « {id} » sert plusieurs "
		    "fois dans la page.",
		.en = "The header \"{name}\" has neither scope nor role, and its id \"{id}\" is used "
		    "several times on the page.",
	},
};

/* What the place of the header says, when browsers read it so too. */
static const char *
scope_of(struct clair_ctx *ctx, const struct clair_node *header)
{
	enum clair_heads heads = clair_header_heads(ctx, header);

	if (heads == CLAIR_HEADS_COLUMN && clair_role(ctx, header) == CLAIR_ROLE_COLUMNHEADER)
		return "col";
	if (heads == CLAIR_HEADS_ROW && clair_role(ctx, header) == CLAIR_ROLE_ROWHEADER)
		return "row";
	return NULL;
}

/* Over several columns or rows it may be the title of a part. */
static bool
spans(const struct clair_node *header)
{
	return clair_has_attr(header, CLAIR_ATTR_COLSPAN) || clair_has_attr(header, CLAIR_ATTR_ROWSPAN);
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *header)
{
	static const char *const values[] = {"row", "col", "rowgroup", "colgroup", NULL};
	const struct clair_node *table = clair_closest(header, CLAIR_TAG_TABLE);
	const char *scope = clair_attr(header, CLAIR_ATTR_SCOPE);
	const char *id = clair_attr(header, CLAIR_ATTR_ID);
	struct clair_finding *finding;

	if (table == NULL || !clair_exposed(ctx, header) || clair_role(ctx, table) == CLAIR_ROLE_NONE ||
	    clair_text_content(ctx, header)[0] == '\0')
		return CLAIR_INAPPLICABLE;
	if (!rule_blank(scope) && rule_in(scope, values))
		return CLAIR_PASS;
	if (!rule_blank(scope)) {
		finding = clair_report_attr(ctx, header, CLAIR_ATTR_SCOPE, BAD_SCOPE);
		clair_arg(finding, "value", scope);
	} else if (clair_has_attr(header, CLAIR_ATTR_ROLE) ||
	    (!rule_blank(id) && clair_id_count(ctx, id) == 1)) {
		return CLAIR_PASS;
	} else if (!rule_blank(id)) {
		finding = clair_report_attr(ctx, header, CLAIR_ATTR_ID, SHARED_ID);
		clair_arg(finding, "id", id);
	} else {
		finding = clair_report(ctx, header, NO_SCOPE);
	}
	clair_arg(finding, "name", clair_text_content(ctx, header));
	clair_fix_attr(
	    finding, spans(header) ? CLAIR_CHOICE : CLAIR_SAFE, CLAIR_ATTR_SCOPE, scope_of(ctx, header));
	return CLAIR_FAIL;
}

CLAIR_RULE(tables_header_scope) = {
	.id = "tables/header-scope",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_TH),
	.rgaa = CLAIR_IDS("5.7.1"),
	.wcag = CLAIR_IDS("1.3.1"),
	.title = {
		.fr = "Une cellule d’en-tête dit si elle vaut pour la ligne ou pour la colonne",
		.en = "A header cell says whether it is for the row or the column",
	},
	.why = {
		.fr = "Sans scope ni id, un lecteur d’écran devine à quelles cellules va "
		    "l’en-tête.",
		.en = "Without scope or id, a screen reader guesses to which cells the header "
		    "goes.",
	},
	.remedy = {
		.fr = "Ajouter scope=\"col\" ou scope=\"row\".",
		.en = "Add scope=\"col\" or scope=\"row\".",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
