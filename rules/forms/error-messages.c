/* Forms that may be refused, to be tried by a person. */
#include "clairlint/rule.h"
#include "rules/common/field.h"

enum { REQUIRED, FORMAT, INVALID };

static const struct clair_message messages[] = {
	[REQUIRED] = {
		.key = "required",
		.fr = "Ce formulaire a {count} {count|champ obligatoire|champs obligatoires}. Envoyé "
		    "vide, nomme-t-il par écrit chaque champ oublié ?",
		.en = "This form has {count} {count|required field|required fields}. Sent empty, does it "
		    "name in writing each field left out?",
		.rgaa = CLAIR_IDS("11.10.3"),
	},
	[FORMAT] = {
		.key = "format",
		.fr = "Ce formulaire impose un format à {count} {count|champ|champs}. Après une erreur, "
		    "dit-il le format voulu, avec un exemple ?",
		.en = "This form wants a format in {count} {count|field|fields}. After an error, does it "
		    "say the format wanted, with an example?",
		.rgaa = CLAIR_IDS("11.10.6", "11.11.1", "11.11.2"),
	},
	[INVALID] = {
		.key = "invalid",
		.fr = "{count} {count|champ est dit faux|champs sont dits faux} (aria-invalid). Un "
		    "message visible et relié dit-il pourquoi ?",
		.en = "{count} {count|field is|fields are} said to be wrong (aria-invalid). Does a "
		    "visible message tied to the field say why?",
		.rgaa = CLAIR_IDS("11.10.4", "11.10.7"),
	},
};

static void
ask(struct clair_ctx *ctx, const struct clair_node *form, unsigned message, double count)
{
	if (count > 0)
		clair_arg_num(clair_review(ctx, form, message), "count", count);
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *form)
{
	struct rule_fields fields;

	if (!clair_exposed(ctx, form))
		return CLAIR_INAPPLICABLE;
	fields = rule_fields_in(ctx, form);
	if (fields.required == 0 && fields.typed == 0 && fields.invalid == 0)
		return CLAIR_INAPPLICABLE;

	ask(ctx, form, REQUIRED, fields.required);
	ask(ctx, form, FORMAT, fields.typed);
	ask(ctx, form, INVALID, fields.invalid);
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_error_messages) = {
	.id = "forms/error-messages",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_BLIND | CLAIR_ELDERLY,
	.audit = true,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_FORM),
	.rgaa = CLAIR_IDS("11.10.3", "11.10.4", "11.10.6", "11.10.7", "11.11.1", "11.11.2"),
	.wcag = CLAIR_IDS("3.3.1", "3.3.3"),
	.title = {
		.fr = "Un formulaire refusé dit où est l’erreur et comment la corriger",
		.en = "A form that is refused says where the error is and how to mend it",
	},
	.why = {
		.fr = "Sans message clair, on renvoie le même formulaire sans savoir ce qui manque.",
		.en = "Without a clear message, one sends the same form again, not knowing what is "
		    "missing.",
	},
	.remedy = {
		.fr = "Écrire sous chaque champ ce qui ne va pas et comment répondre. Relier le message "
		    "par aria-describedby.",
		.en = "Write under each field what is wrong and how to answer. Tie the message by "
		    "aria-describedby.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
