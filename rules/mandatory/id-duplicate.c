/* An id is given to one element only. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { REPEATED };

static const struct clair_message messages[] = {
	[REPEATED] = {
		.key = "repeated",
		.fr = "L’identifiant « {id} » est déjà donné à un autre élément : {count} en "
		    "tout.",
		.en = "The id \"{id}\" is already given to another element: {count} in all.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *id = clair_attr(node, CLAIR_ATTR_ID);
	struct clair_finding *finding;

	if (id == NULL || rule_blank(id))
		return CLAIR_INAPPLICABLE;
	/* The first one keeps its id. */
	if (clair_by_id(ctx, id) == node)
		return CLAIR_PASS;

	finding = clair_report_attr(ctx, node, CLAIR_ATTR_ID, REPEATED);
	clair_arg(finding, "id", id);
	clair_arg_num(finding, "count", (double)clair_id_count(ctx, id));
	clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_ID, NULL);
	return CLAIR_FAIL;
}

CLAIR_RULE(mandatory_id_duplicate) = {
	.id = "mandatory/id-duplicate",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.on_all = true, /* any element may have an id */
	.rgaa = CLAIR_IDS("8.2.1"),
	.wcag = CLAIR_IDS("4.1.1"),
	.title = {
		.fr = "Un identifiant n’est donné qu’à un élément",
		.en = "An id is given to one element only",
	},
	.why = {
		.fr = "Une étiquette ou un lien qui vise un identifiant doublé n’atteint que le "
		    "premier élément.",
		.en = "A label or a link that aims at a repeated id reaches only the first "
		    "element.",
	},
	.remedy = {
		.fr = "Donner un identifiant différent à chaque élément.",
		.en = "Give each element a different id.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
