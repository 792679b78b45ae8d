/* A group of fields has a legend. */
#include "clairlint/rule.h"

enum { NO_LEGEND };

static const struct clair_message messages[] = {
	[NO_LEGEND] = {
		.key = "no-legend",
		.fr = "Ce groupe de {count} champs n’a pas de légende.",
		.en = "This group of {count} fields has no legend.",
	},
};

static double
count_fields(struct clair_ctx *ctx, const struct clair_node *group)
{
	const struct clair_node *node = group;
	double count = 0;

	while ((node = clair_next_inside(group, node)) != NULL) {
		if (clair_is_field(ctx, node) && clair_exposed(ctx, node))
			count++;
	}
	return count;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *group)
{
	struct clair_finding *finding;
	double count;

	if (clair_tag(group) == CLAIR_TAG_DETAILS || clair_tag(group) == CLAIR_TAG_OPTGROUP ||
	    !clair_exposed(ctx, group) || clair_role(ctx, group) == CLAIR_ROLE_NONE)
		return CLAIR_INAPPLICABLE;
	count = count_fields(ctx, group);
	if (count < 2)
		return CLAIR_INAPPLICABLE;
	if (clair_name(ctx, group)[0] != '\0')
		return CLAIR_PASS;

	finding = clair_report(ctx, group, NO_LEGEND);
	clair_arg_num(finding, "count", count);
	clair_fix_other(finding, CLAIR_FIX_ADD_ELEMENT, "legend");
	return CLAIR_FAIL;
}

CLAIR_RULE(forms_legend_missing) = {
	.id = "forms/legend-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_FIELDSET),
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_GROUP, CLAIR_ROLE_RADIOGROUP),
	.rgaa = CLAIR_IDS("11.6.1"),
	.wcag = CLAIR_IDS("1.3.1", "3.3.2"),
	.title = {
		.fr = "Un groupe de champs a une légende",
		.en = "A group of fields has a legend",
	},
	.why = {
		.fr = "La légende pose la question ; sans elle, on n’entend que les réponses.",
		.en = "The legend asks the question; without it, one hears only the answers.",
	},
	.remedy = {
		.fr = "Écrire un élément legend en premier dans le fieldset.",
		.en = "Write a legend element first in the fieldset.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
