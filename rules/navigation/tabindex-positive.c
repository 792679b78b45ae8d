/* The order of the Tab key follows the page. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { POSITIVE };

static const struct clair_message messages[] = {
	[POSITIVE] = {
		.key = "positive",
		.fr = "tabindex=\"{value}\" change l’ordre de la touche Tab : vérifier que "
		    "l’ordre reste cohérent.",
		.en = "tabindex=\"{value}\" changes the order of the Tab key: check that the "
		    "order stays coherent.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *value = clair_attr(node, CLAIR_ATTR_TABINDEX);
	struct clair_finding *finding;

	if (value == NULL || !clair_tabbable(ctx, node))
		return CLAIR_INAPPLICABLE;
	if (value[0] < '1' || value[0] > '9')
		return CLAIR_PASS;

	finding = clair_review_attr(ctx, node, CLAIR_ATTR_TABINDEX, POSITIVE);
	clair_arg(finding, "value", value);
	clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_TABINDEX, "0");
	return CLAIR_REVIEW;
}

CLAIR_RULE(navigation_tabindex_positive) = {
	.id = "navigation/tabindex-positive",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_MOTOR | CLAIR_BLIND,
	.on_all = true, /* any element may have a tabindex */
	.rgaa = CLAIR_IDS("12.8.1"),
	.wcag = CLAIR_IDS("2.4.3"),
	.title = {
		.fr = "La touche Tab suit l’ordre de la page",
		.en = "The Tab key follows the order of the page",
	},
	.why = {
		.fr = "Un tabindex positif fait sauter le focus d’un endroit à l’autre, avant "
		    "tout le reste de la page.",
		.en = "A positive tabindex makes the focus jump from place to place, before all "
		    "the rest of the page.",
	},
	.remedy = {
		.fr = "Retirer tabindex, ou mettre 0, et ranger les éléments dans le bon ordre.",
		.en = "Remove tabindex, or put 0, and put the elements in the right order.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
