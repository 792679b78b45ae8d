/* A group of fields has a legend. */
#include "rules/common/field.h"

enum { NO_LEGEND, MAYBE_GROUP };

static const struct clair_message messages[] = {
	[NO_LEGEND] = {
		.key = "no-legend",
		.fr = "Ce groupe de {count} champs n’a pas de légende.",
		.en = "This group of {count} fields has no legend.",
	},
	[MAYBE_GROUP] = {
		.key = "maybe-group",
		.fr = "Ce fieldset de {count} champs n’a pas de légende : vérifier si ces champs vont "
		    "ensemble.",
		.en = "This fieldset of {count} fields has no legend: check whether these fields belong "
		    "together.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *group)
{
	struct clair_finding *finding;
	struct rule_fields fields;
	bool sure;

	if (clair_tag(group) == CLAIR_TAG_DETAILS || clair_tag(group) == CLAIR_TAG_OPTGROUP ||
	    !clair_exposed(ctx, group) || clair_role(ctx, group) == CLAIR_ROLE_NONE)
		return CLAIR_INAPPLICABLE;
	fields = rule_fields_in(ctx, group);
	if (fields.all < 2)
		return CLAIR_INAPPLICABLE;
	if (clair_name(ctx, group)[0] != '\0')
		return CLAIR_PASS;

	/* A fieldset around a title and a message is only a box: RGAA asks for fields of one kind. */
	sure = fields.boxes >= 2;
	finding = sure ? clair_report(ctx, group, NO_LEGEND) : clair_review(ctx, group, MAYBE_GROUP);
	clair_arg_num(finding, "count", fields.all);
	clair_fix_other(finding, CLAIR_FIX_ADD_ELEMENT, "legend");
	return sure ? CLAIR_FAIL : CLAIR_REVIEW;
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
	.needs = CLAIR_IDS("S-057"),
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
