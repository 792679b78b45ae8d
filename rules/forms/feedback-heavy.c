/* To give one’s opinion takes three questions, and no e-mail address. */
#include "rules/common/journey.h"

enum { LONG, EMAIL };

static const struct clair_message messages[] = {
	[LONG] = {
		.key = "long",
		.fr = "Ce formulaire d’avis pose {count} questions. Le maximum conseillé est {max}.",
		.en = "This form for opinions asks {count} questions. The advised maximum is {max}.",
	},
	[EMAIL] = {
		.key = "email",
		.fr = "Pour donner son avis, « {name} » est obligatoire.",
		.en = "To give one’s opinion, “{name}” is required.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double max = clair_threshold(ctx, "formulaires.avis.questions.max");
	const struct clair_node *place = rule_page_place(ctx);
	const struct clair_form *form = clair_page_in_french(ctx) ? rule_main_form(ctx) : NULL;
	const struct clair_entry *email = rule_entry_for(ctx, CLAIR_NEED_EMAIL);
	struct clair_finding *finding;

	if (form == NULL || place == clair_root(ctx) || !clair_matches(ctx, "feedback-form", clair_visible_text(ctx, place)))
		return CLAIR_INAPPLICABLE;
	if (email != NULL && email->required && email->form == form) {
		clair_arg(clair_report(ctx, email->field, EMAIL), "name", clair_name(ctx, email->field));
		return CLAIR_FAIL;
	}
	if (form->fields <= max)
		return CLAIR_PASS;
	finding = clair_report(ctx, form->node, LONG);
	clair_arg_num(finding, "count", form->fields);
	clair_arg_num(finding, "max", max);
	return CLAIR_FAIL;
}

CLAIR_RULE(forms_feedback_heavy) = {
	.id = "forms/feedback-heavy",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-107"),
	.thresholds = CLAIR_IDS("formulaires.avis.questions.max"),
	.title = {
		.fr = "Donner son avis prend trois questions, sans adresse électronique",
		.en = "To give one’s opinion takes three questions and no e-mail address",
	},
	.why = {
		.fr = "Un long questionnaire n’est rempli que par les personnes à l’aise. Les autres ne disent rien.",
		.en = "A long questionnaire is only filled by people at ease. The others say nothing.",
	},
	.remedy = {
		.fr = "Garder trois questions au plus. Ne demander ni compte ni adresse.",
		.en = "Keep three questions at most. Ask for neither account nor address.",
	},
	.limits = {
		.fr = "La règle ne juge que les pages dont le titre parle d’avis ou de satisfaction.",
		.en = "The rule only judges pages whose heading speaks of opinions or satisfaction.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
