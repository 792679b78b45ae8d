/* Legends of groups of fields, to be read by a person. */
#include "clairlint/rule.h"
#include "rules/common/field.h"

enum { LEGEND };

static const struct clair_message messages[] = {
	[LEGEND] = {
		.key = "legend",
		.fr = "Ce groupe de {count} champs a pour légende « {name} ». Dit-elle ce "
		    "que ces champs ont en commun ?",
		.en = "The legend of this group of {count} fields is \"{name}\". Does it "
		    "say what these fields have in common?",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *group)
{
	struct clair_finding *finding;
	double count;

	if (clair_tag(group) == CLAIR_TAG_DETAILS || clair_tag(group) == CLAIR_TAG_OPTGROUP ||
	    !clair_exposed(ctx, group) || clair_name(ctx, group)[0] == '\0')
		return CLAIR_INAPPLICABLE;
	count = rule_fields_in(ctx, group).all;
	if (count < 2)
		return CLAIR_INAPPLICABLE;

	finding = clair_review(ctx, group, LEGEND);
	clair_arg_num(finding, "count", count);
	clair_arg(finding, "name", clair_name(ctx, group));
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_legend_useful) = {
	.id = "forms/legend-useful",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE,
	.audit = true,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_FIELDSET),
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_GROUP, CLAIR_ROLE_RADIOGROUP),
	.rgaa = CLAIR_IDS("11.7.1"),
	.wcag = CLAIR_IDS("1.3.1", "3.3.2"),
	.title = {
		.fr = "La légende d’un groupe de champs dit ce qu’ils ont en commun",
		.en = "The legend of a group of fields says what they have in common",
	},
	.why = {
		.fr = "La légende est lue avec chaque champ : « oui » ne veut rien dire sans la question.",
		.en = "The legend is read with each field: \"yes\" means nothing without the question.",
	},
	.remedy = {
		.fr = "Poser la question dans la légende : « Êtes-vous logé par votre employeur ? ».",
		.en = "Ask the question in the legend: \"Are you housed by your employer?\".",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
