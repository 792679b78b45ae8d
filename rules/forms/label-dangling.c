/* The for attribute of a label is the id of a field. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_FIELD, NOT_A_FIELD };

static const struct clair_message messages[] = {
	[NO_FIELD] = {
		.key = "no-field",
		.fr = "L’étiquette « {name} » vise #{target}, et aucun champ n’a cet id.",
		.en = "The label \"{name}\" aims at #{target}, and no field has this id.",
	},
	[NOT_A_FIELD] = {
		.key = "not-a-field",
		.fr = "L’étiquette « {name} » vise #{target}, qui n’est pas un champ.",
		.en = "The label \"{name}\" aims at #{target}, which is not a field.",
	},
};

static bool
is_labelable(struct clair_ctx *ctx, const struct clair_node *node)
{
	switch (clair_tag(node)) {
	case CLAIR_TAG_BUTTON:
	case CLAIR_TAG_METER:
	case CLAIR_TAG_OUTPUT:
	case CLAIR_TAG_PROGRESS:
	case CLAIR_TAG_SELECT:
	case CLAIR_TAG_TEXTAREA:
	case CLAIR_TAG_OTHER: /* a custom element may be */
		return true;
	case CLAIR_TAG_INPUT:
		return !clair_attr_is(node, CLAIR_ATTR_TYPE, "hidden");
	default:
		return clair_is_field(ctx, node);
	}
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *label)
{
	const char *id = clair_attr(label, CLAIR_ATTR_FOR);
	const struct clair_node *target;
	struct clair_finding *finding;
	bool unsure;

	if (id == NULL || rule_blank(id) || !clair_visible(ctx, label) ||
	    clair_text_content(ctx, label)[0] == '\0')
		return CLAIR_INAPPLICABLE;
	target = clair_by_id(ctx, id);
	if (target != NULL && is_labelable(ctx, target))
		return CLAIR_PASS;

	/* A script may put the field in its place later. */
	unsure = clair_page_has_scripts(ctx);
	finding = unsure ? clair_review_attr(ctx, label, CLAIR_ATTR_FOR,
	                       target == NULL ? NO_FIELD : NOT_A_FIELD)
	                 : clair_report_attr(ctx, label, CLAIR_ATTR_FOR,
	                       target == NULL ? NO_FIELD : NOT_A_FIELD);
	clair_arg(finding, "name", clair_text_content(ctx, label));
	clair_arg(finding, "target", id);
	clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_FOR, NULL);
	return unsure ? CLAIR_REVIEW : CLAIR_FAIL;
}

CLAIR_RULE(forms_label_dangling) = {
	.id = "forms/label-dangling",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_MOTOR,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_LABEL),
	.rgaa = CLAIR_IDS("11.1.2"),
	.wcag = CLAIR_IDS("1.3.1", "4.1.2"),
	.title = {
		.fr = "L’attribut for d’une étiquette est l’id de son champ",
		.en = "The for attribute of a label is the id of its field",
	},
	.why = {
		.fr = "L’étiquette n’est pas reliée : elle n’est pas lue avec le champ, et un "
		    "clic dessus ne fait rien.",
		.en = "The label is not tied: it is not read with the field, and a click on it "
		    "does nothing.",
	},
	.remedy = {
		.fr = "Écrire dans for l’id du champ.",
		.en = "Write in for the id of the field.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
