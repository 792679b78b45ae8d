/* A form says which fields are required. */
#include "clairlint/rule.h"
#include "rules/common/field.h"
#include "rules/common/text.h"

enum { UNSAID };

static const struct clair_message messages[] = {
	[UNSAID] = {
		.key = "unsaid",
		.fr = "Ce formulaire a {count} {count|champ obligatoire|champs obligatoires} et "
		    "ne le dit pas : vérifier.",
		.en = "This form has {count} {count|required field|required fields} and does "
		    "not say so: check.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *form)
{
	static const char *const marks[] = {"*", "obligatoire", "requis", "required", "facultatif",
	    "optionnel"};
	double count = rule_fields_in(ctx, form).required;
	const char *text;

	/* Nobody needs to be told that a search or a newsletter wants its only field. */
	if (count < 2)
		return CLAIR_INAPPLICABLE;
	text = clair_visible_text(ctx, form);
	for (size_t i = 0; i < CLAIR_LEN(marks); i++) {
		if (rule_contains(text, marks[i]))
			return CLAIR_PASS;
	}
	clair_arg_num(clair_review(ctx, form, UNSAID), "count", count);
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_required_unsaid) = {
	.id = "forms/required-unsaid",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_FORM),
	.rgaa = CLAIR_IDS("11.10.1", "11.10.2"),
	.wcag = CLAIR_IDS("3.3.2"),
	.title = {
		.fr = "Un formulaire dit quels champs sont obligatoires",
		.en = "A form says which fields are required",
	},
	.why = {
		.fr = "On découvre l’oubli après l’envoi, et tout est parfois à refaire.",
		.en = "The omission is found after sending, and all must sometimes be done "
		    "again.",
	},
	.remedy = {
		.fr = "Écrire « (obligatoire) » dans l’étiquette, ou expliquer l’étoile avant "
		    "le premier champ.",
		.en = "Write \"(required)\" in the label, or explain the star before the first "
		    "field.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
