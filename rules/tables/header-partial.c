/* A header inside the data is tied by its id. */
#include "clairlint/rule.h"

enum { PARTIAL };

static const struct clair_message messages[] = {
	[PARTIAL] = {
		.key = "partial",
		.fr = "L’en-tête « {name} » est au milieu des données : il ne vaut que pour la suite. "
		    "scope=\"{scope}\" le relie à tout le reste.",
		.en = "The header \"{name}\" stands among the data: it is only for what follows. "
		    "scope=\"{scope}\" ties it to all the rest.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *header)
{
	const struct clair_node *table = clair_closest(header, CLAIR_TAG_TABLE);
	struct clair_finding *finding;

	if (table == NULL || !clair_exposed(ctx, header) ||
	    clair_table_use(ctx, table) != CLAIR_TABLE_DATA ||
	    clair_header_heads(ctx, header) != CLAIR_HEADS_PART)
		return CLAIR_INAPPLICABLE;
	if (!clair_attr_is(header, CLAIR_ATTR_SCOPE, "col") && !clair_attr_is(header, CLAIR_ATTR_SCOPE, "row"))
		return CLAIR_PASS;

	finding = clair_review_attr(ctx, header, CLAIR_ATTR_SCOPE, PARTIAL);
	clair_arg(finding, "name", clair_text_content(ctx, header));
	clair_arg(finding, "scope", clair_attr(header, CLAIR_ATTR_SCOPE));
	return CLAIR_REVIEW;
}

CLAIR_RULE(tables_header_partial) = {
	.id = "tables/header-partial",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_TH),
	.rgaa = CLAIR_IDS("5.6.3", "5.7.3"),
	.wcag = CLAIR_IDS("1.3.1"),
	.title = {
		.fr = "Un en-tête qui vaut pour une partie du tableau est relié à cette partie",
		.en = "A header of a part of a table is tied to that part",
	},
	.why = {
		.fr = "Le lecteur d’écran lit cet en-tête avec des cellules qui ne sont pas les siennes.",
		.en = "The screen reader reads this header with cells that are not its own.",
	},
	.remedy = {
		.fr = "Retirer scope, donner un id à l’en-tête et le citer dans headers. Ou faire deux "
		    "tableaux.",
		.en = "Remove scope, give the header an id and name it in headers. Or make two tables.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
