/* A form on one page is short, or says at which step it is. */
#include "clairlint/rule.h"

enum { LONG, VERY_LONG };

static const struct clair_message messages[] = {
	[LONG] = {
		.key = "long",
		.each = true,
		.fr = "Ce formulaire a {count} champs à remplir sur une page. Le maximum conseillé est {max}.",
		.en = "This form has {count} fields to fill in on one page. The advised maximum is {max}.",
	},
	[VERY_LONG] = {
		.key = "long-required",
		.each = true,
		.fr = "Ce formulaire a {count} champs à remplir sur une page, dont {required} {required|obligatoire|obligatoires}. "
		      "Le maximum conseillé est {max}.",
		.en = "This form has {count} fields to fill in on one page, {required} of them required. "
		      "The advised maximum is {max}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double max = clair_threshold(ctx, "cognition.formulaire.champs.max");
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	for (size_t i = 0; i < clair_form_count(ctx); i++) {
		const struct clair_form *form = clair_form(ctx, i);
		struct clair_finding *finding;

		/* Fields outside any form may belong to several small tools. */
		if (form->is_search || form->fields == 0 || clair_tag(form->node) != CLAIR_TAG_FORM)
			continue;
		if (form->fields <= max || form->has_steps) {
			if (outcome == CLAIR_INAPPLICABLE)
				outcome = CLAIR_PASS;
			continue;
		}
		finding = clair_report(ctx, form->node, form->required != 0 ? VERY_LONG : LONG);
		clair_arg_num(finding, "count", form->fields);
		clair_arg_num(finding, "max", max);
		clair_arg_num(finding, "required", form->required);
		outcome = CLAIR_FAIL;
	}
	return outcome;
}

CLAIR_RULE(cognition_form_long) = {
	.id = "cognition/form-long",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY |
	    CLAIR_PHONE_ONLY | CLAIR_MOTOR,
	.needs = CLAIR_IDS("S-057", "S-097"),
	.thresholds = CLAIR_IDS("cognition.formulaire.champs.max"),
	.title = {
		.fr = "Un formulaire est court ou avance par étapes annoncées",
		.en = "A form is short or goes by announced steps",
	},
	.why = {
		.fr = "Un long formulaire, souvent copié du papier, décourage. Sur un téléphone, une erreur fait tout perdre.",
		.en = "A long form, often copied from paper, discourages people. On a phone, one mistake loses everything.",
	},
	.remedy = {
		.fr = "Retirer ce que l’administration sait déjà. Couper le reste en étapes : « Étape 1 sur 3 ».",
		.en = "Remove what the administration already knows. Cut the rest into steps: “Step 1 of 3”.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
