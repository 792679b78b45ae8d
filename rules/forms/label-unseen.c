/* A field whose label is not seen is told by something seen. */
#include "clairlint/rule.h"
#include "rules/common/field.h"
#include "rules/common/text.h"

enum { UNSEEN };

static const struct clair_message messages[] = {
	[UNSEEN] = {
		.key = "unseen",
		.fr = "Rien de visible à côté du champ ne dit ce qu’il demande. Son étiquette, « {name} "
		    "», ne se voit pas.",
		.en = "Nothing to see next to the field says what it asks. Its label, \"{name}\", is not "
		    "seen.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *field)
{
	if (!clair_is_field(ctx, field) || !clair_exposed(ctx, field) || clair_name(ctx, field)[0] == '\0')
		return CLAIR_INAPPLICABLE;
	if (!clair_visible(ctx, field) || clair_name_from(ctx, field) == CLAIR_NAME_PLACEHOLDER ||
	    rule_label_is_seen(ctx, field))
		return CLAIR_INAPPLICABLE;
	/* A tooltip is accepted by the RGAA. */
	if (!rule_blank(clair_attr(field, CLAIR_ATTR_TITLE)) || rule_is_told_beside(ctx, field))
		return CLAIR_PASS;

	clair_arg(clair_review(ctx, field, UNSEEN), "name", clair_name(ctx, field));
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_label_unseen) = {
	.id = "forms/label-unseen",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_ELDERLY | CLAIR_LOW_VISION,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT, CLAIR_TAG_SELECT, CLAIR_TAG_TEXTAREA),
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_CHECKBOX, CLAIR_ROLE_COMBOBOX, CLAIR_ROLE_LISTBOX, CLAIR_ROLE_RADIO,
	    CLAIR_ROLE_SEARCHBOX, CLAIR_ROLE_SLIDER, CLAIR_ROLE_SPINBUTTON,
	    CLAIR_ROLE_SWITCH, CLAIR_ROLE_TEXTBOX),
	.rgaa = CLAIR_IDS("11.1.3"),
	.wcag = CLAIR_IDS("3.3.2"),
	.title = {
		.fr = "Un champ dont l’étiquette ne se voit pas est expliqué à côté",
		.en = "A field whose label is not seen is explained next to it",
	},
	.why = {
		.fr = "Qui voit la page mais n’entend pas l’étiquette ne sait pas à quoi sert le champ.",
		.en = "Who sees the page but does not hear the label does not know what the field is for.",
	},
	.remedy = {
		.fr = "Montrer l’étiquette, ou placer un texte visible tout près du champ.",
		.en = "Show the label, or put a visible text close to the field.",
	},
	.limits = {
		.fr = "Le texte indicatif (placeholder) n’est pas compté : il disparaît dès que l’on "
		    "écrit.",
		.en = "The placeholder is not counted: it disappears as soon as one writes.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
