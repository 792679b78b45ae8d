/* A form field has a name. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_LABEL, LABEL_NEARBY };

static const struct clair_message messages[] = {
	[NO_LABEL] = {
		.key = "no-label",
		.fr = "Le champ {field} n’a pas d’étiquette.",
		.en = "The field {field} has no label.",
	},
	[LABEL_NEARBY] = {
		.key = "label-nearby",
		.fr = "Le champ {field} n’a pas d’étiquette : un label est tout près, mais il "
		    "n’est pas relié au champ.",
		.en = "The field {field} has no label: a label is close by, but it is not tied "
		    "to the field.",
	},
};

static bool
has_form_role(enum clair_role role)
{
	switch (role) {
	case CLAIR_ROLE_CHECKBOX:
	case CLAIR_ROLE_COMBOBOX:
	case CLAIR_ROLE_LISTBOX:
	case CLAIR_ROLE_MENUITEMCHECKBOX:
	case CLAIR_ROLE_MENUITEMRADIO:
	case CLAIR_ROLE_RADIO:
	case CLAIR_ROLE_SEARCHBOX:
	case CLAIR_ROLE_SLIDER:
	case CLAIR_ROLE_SPINBUTTON:
	case CLAIR_ROLE_SWITCH:
	case CLAIR_ROLE_TEXTBOX:
		return true;
	default:
		return false;
	}
}

static bool
is_asked(struct clair_ctx *ctx, const struct clair_node *field)
{
	enum clair_role role = clair_role(ctx, field);

	if (has_form_role(role))
		return true;
	/* Passwords, dates, files and colours have no role of their own. */
	return role == CLAIR_ROLE_NO_ROLE && clair_tag(field) == CLAIR_TAG_INPUT &&
	    clair_is_field(ctx, field);
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *field)
{
	const struct clair_node *before = clair_previous_sibling(field);
	struct clair_finding *finding;
	const char *called;
	const char *id;
	bool nearby;

	if (!is_asked(ctx, field) || !clair_exposed(ctx, field))
		return CLAIR_INAPPLICABLE;
	if (clair_name(ctx, field)[0] != '\0')
		return CLAIR_PASS;

	nearby = before != NULL && clair_tag(before) == CLAIR_TAG_LABEL &&
	    !clair_has_attr(before, CLAIR_ATTR_FOR);
	id = clair_attr(field, CLAIR_ATTR_ID);
	finding = clair_report(ctx, field, nearby ? LABEL_NEARBY : NO_LABEL);
	called = clair_attr(field, CLAIR_ATTR_NAME);
	if (called == NULL || called[0] == '\0')
		called = id;
	clair_arg(finding, "field", called != NULL && called[0] != '\0' ? called : clair_tag_name(field));
	if (nearby && !rule_blank(id))
		clair_fix_attr_of(finding, before, CLAIR_CHOICE, CLAIR_ATTR_FOR, id);
	else
		clair_fix_other(finding, CLAIR_FIX_ADD_ELEMENT, "label");
	return CLAIR_FAIL;
}

CLAIR_RULE(forms_name_missing) = {
	.id = "forms/name-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_BLOCKING,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION | CLAIR_MOTOR,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT, CLAIR_TAG_SELECT, CLAIR_TAG_TEXTAREA),
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_CHECKBOX, CLAIR_ROLE_COMBOBOX, CLAIR_ROLE_LISTBOX,
	    CLAIR_ROLE_MENUITEMCHECKBOX, CLAIR_ROLE_MENUITEMRADIO, CLAIR_ROLE_RADIO,
	    CLAIR_ROLE_SEARCHBOX, CLAIR_ROLE_SLIDER, CLAIR_ROLE_SPINBUTTON, CLAIR_ROLE_SWITCH,
	    CLAIR_ROLE_TEXTBOX),
	.rgaa = CLAIR_IDS("11.1.1"),
	.wcag = CLAIR_IDS("4.1.2", "1.3.1", "3.3.2"),
	.act = CLAIR_IDS("e086e5"),
	.title = {
		.fr = "Un champ de formulaire a une étiquette",
		.en = "A form field has a label",
	},
	.why = {
		.fr = "Sans étiquette reliée, un lecteur d’écran annonce « zone de texte » sans "
		    "dire quoi écrire.",
		.en = "Without a label tied to it, a screen reader says \"text field\" but not "
		    "what to write.",
	},
	.remedy = {
		.fr = "Écrire un élément label avec for égal à l’id du champ.",
		.en = "Write a label element whose for is the id of the field.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
