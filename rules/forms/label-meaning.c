/* Labels of fields, to be read by a person. */
#include "clairlint/rule.h"
#include "rules/common/field.h"

enum { LABEL, TITLE, ARIA_LABEL, LABELLEDBY, BUTTON };

static const struct clair_message messages[] = {
	[LABEL] = {
		.key = "label",
		.fr = "Ce champ a pour étiquette « {name} ». Dit-elle ce qu’il faut écrire ou choisir ?",
		.en = "The label of this field is \"{name}\". Does it say what to write or choose?",
		.rgaa = CLAIR_IDS("11.2.1"),
	},
	[TITLE] = {
		.key = "title",
		.fr = "Ce champ a pour étiquette son title, « {name} ». Dit-il ce qu’il faut écrire ou "
		    "choisir ?",
		.en = "The label of this field is its title, \"{name}\". Does it say what to write or "
		    "choose?",
		.rgaa = CLAIR_IDS("11.2.2"),
	},
	[ARIA_LABEL] = {
		.key = "aria-label",
		.fr = "Ce champ a pour étiquette son aria-label, « {name} ». Dit-il ce qu’il faut écrire "
		    "ou choisir ?",
		.en = "The label of this field is its aria-label, \"{name}\". Does it say what to write "
		    "or choose?",
		.rgaa = CLAIR_IDS("11.2.3"),
	},
	[LABELLEDBY] = {
		.key = "labelledby",
		.fr = "Ce champ a pour étiquette un texte de la page, « {name} » (aria-labelledby). "
		    "Dit-il ce qu’il faut écrire ou choisir ?",
		.en = "The label of this field is a text of the page, \"{name}\" (aria-labelledby). Does "
		    "it say what to write or choose?",
		.rgaa = CLAIR_IDS("11.2.4"),
	},
	[BUTTON] = {
		.key = "button",
		.fr = "L’étiquette de ce champ ne se voit pas. Le bouton voisin, « {button} », dit-il à "
		    "quoi sert le champ ?",
		.en = "The label of this field is not seen. Does the button next to it, \"{button}\", "
		    "say what the field is for?",
		.rgaa = CLAIR_IDS("11.2.6"),
	},
};

static bool
find_message(struct clair_ctx *ctx, const struct clair_node *field, unsigned *message)
{
	switch (clair_name_from(ctx, field)) {
	case CLAIR_NAME_NATIVE:
		*message = LABEL;
		return true;
	case CLAIR_NAME_TITLE:
		*message = TITLE;
		return true;
	case CLAIR_NAME_LABEL_ATTR:
		*message = ARIA_LABEL;
		return true;
	case CLAIR_NAME_LABELLEDBY:
		*message = LABELLEDBY;
		return true;
	default:
		return false;
	}
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *field)
{
	const struct clair_node *button;
	unsigned message;

	if (!clair_is_field(ctx, field) || !clair_exposed(ctx, field) ||
	    !find_message(ctx, field, &message))
		return CLAIR_INAPPLICABLE;

	clair_arg(clair_review(ctx, field, message), "name", clair_name(ctx, field));
	button = rule_button_after(ctx, field);
	if (button != NULL && clair_name(ctx, button)[0] != '\0' && clair_visible(ctx, field) &&
	    !rule_label_is_seen(ctx, field))
		clair_arg(clair_review(ctx, field, BUTTON), "button", clair_name(ctx, button));
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_label_meaning) = {
	.id = "forms/label-meaning",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_LOW_LITERACY | CLAIR_COGNITIVE,
	.audit = true,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT, CLAIR_TAG_SELECT, CLAIR_TAG_TEXTAREA),
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_CHECKBOX, CLAIR_ROLE_COMBOBOX, CLAIR_ROLE_LISTBOX, CLAIR_ROLE_RADIO,
	    CLAIR_ROLE_SEARCHBOX, CLAIR_ROLE_SLIDER, CLAIR_ROLE_SPINBUTTON,
	    CLAIR_ROLE_SWITCH, CLAIR_ROLE_TEXTBOX),
	.rgaa = CLAIR_IDS("11.2.1", "11.2.2", "11.2.3", "11.2.4", "11.2.6"),
	.wcag = CLAIR_IDS("2.4.6", "3.3.2"),
	.title = {
		.fr = "L’étiquette d’un champ dit ce qui est demandé",
		.en = "The label of a field says what is asked",
	},
	.why = {
		.fr = "Qui n’entend que l’étiquette ne sait pas quoi écrire si elle est vague : « Valeur "
		    "», « Champ 1 ».",
		.en = "Who hears only the label does not know what to write if it is vague: \"Value\", "
		    "\"Field 1\".",
	},
	.remedy = {
		.fr = "Écrire ce qui est demandé, avec les mots de la personne : « Votre numéro de "
		    "téléphone ».",
		.en = "Write what is asked, in the words of the person: \"Your phone number\".",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
