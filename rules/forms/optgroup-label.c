/* A group of options has a label. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_LABEL };

static const struct clair_message messages[] = {
	[NO_LABEL] = {
		.key = "no-label",
		.fr = "Ce groupe d’options (optgroup) n’a pas d’attribut label.",
		.en = "This group of options (optgroup) has no label attribute.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *group)
{
	if (!clair_exposed(ctx, group))
		return CLAIR_INAPPLICABLE;
	if (!rule_blank(clair_attr(group, CLAIR_ATTR_LABEL)))
		return CLAIR_PASS;

	clair_fix_attr(clair_report(ctx, group, NO_LABEL), CLAIR_CHOICE, CLAIR_ATTR_LABEL, NULL);
	return CLAIR_FAIL;
}

CLAIR_RULE(forms_optgroup_label) = {
	.id = "forms/optgroup-label",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_OPTGROUP),
	.rgaa = CLAIR_IDS("11.8.2"),
	.wcag = CLAIR_IDS("1.3.1"),
	.title = {
		.fr = "Un groupe d’options a un intitulé",
		.en = "A group of options has a label",
	},
	.why = {
		.fr = "Sans attribut label, le groupe n’est ni affiché ni annoncé.",
		.en = "Without a label attribute, the group is neither shown nor announced.",
	},
	.remedy = {
		.fr = "Écrire l’attribut label de optgroup.",
		.en = "Write the label attribute of optgroup.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
