/* A layout table has no markup of data. */
#include "clairlint/rule.h"

enum { DATA_MARKUP };

static const struct clair_message messages[] = {
	[DATA_MARKUP] = {
		.key = "data-markup",
		.fr = "Ce tableau est marqué comme mise en forme, mais contient {element}.",
		.en = "This table is marked as layout but holds {element}.",
	},
};

static const char *
data_markup(const struct clair_node *table)
{
	const struct clair_node *node = table;

	if (clair_has_attr(table, CLAIR_ATTR_SUMMARY) &&
	    clair_attr(table, CLAIR_ATTR_SUMMARY)[0] != '\0')
		return "summary";
	while ((node = clair_next_inside(table, node)) != NULL) {
		enum clair_tag tag = clair_tag(node);

		if (clair_closest(node, CLAIR_TAG_TABLE) != table)
			continue;
		if (tag == CLAIR_TAG_TH || tag == CLAIR_TAG_CAPTION || tag == CLAIR_TAG_COLGROUP ||
		    tag == CLAIR_TAG_THEAD || tag == CLAIR_TAG_TFOOT)
			return clair_tag_name(node);
		if (clair_has_attr(node, CLAIR_ATTR_SCOPE))
			return "scope";
		if (clair_has_attr(node, CLAIR_ATTR_HEADERS))
			return "headers";
	}
	return NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *table)
{
	const char *markup;

	if (clair_explicit_role(ctx, table) != CLAIR_ROLE_NONE || !clair_rendered(ctx, table))
		return CLAIR_INAPPLICABLE;
	markup = data_markup(table);
	if (markup == NULL)
		return CLAIR_PASS;

	clair_arg(clair_report(ctx, table, DATA_MARKUP), "element", markup);
	return CLAIR_FAIL;
}

CLAIR_RULE(tables_layout_markup) = {
	.id = "tables/layout-markup",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_TABLE),
	.rgaa = CLAIR_IDS("5.8.1"),
	.wcag = CLAIR_IDS("1.3.1"),
	.title = {
		.fr = "Un tableau de mise en forme n’a pas de balises de données",
		.en = "A layout table has no data markup",
	},
	.why = {
		.fr = "Les en-têtes et le titre sont annoncés alors qu’il n’y a pas de données.",
		.en = "Headers and title are announced though there are no data.",
	},
	.remedy = {
		.fr = "Retirer th, caption, scope, headers et summary, ou retirer "
		    "role=\"presentation\".",
		.en = "Remove th, caption, scope, headers and summary, or remove "
		    "role=\"presentation\".",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
