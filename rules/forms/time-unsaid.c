/* A long form says how long it takes. */
#include "rules/common/journey.h"

enum { UNSAID };

static const struct clair_message messages[] = {
	[UNSAID] = {
		.key = "unsaid",
		.fr = "Ce formulaire a {count} champs, et la page ne semble pas dire combien de temps il faut.",
		.en = "This form has {count} fields, and the page does not seem to say how long it takes.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_form *form = rule_is_task(ctx) ? rule_main_form(ctx) : NULL;

	if (form == NULL || form->fields <= clair_threshold(ctx, "cognition.formulaire.champs.max"))
		return CLAIR_INAPPLICABLE;
	if (clair_page_mentions(ctx, "time-to-fill"))
		return CLAIR_PASS;
	clair_arg_num(clair_review(ctx, form->node, UNSAID), "count", form->fields);
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_time_unsaid) = {
	.id = "forms/time-unsaid",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-092"),
	.thresholds = CLAIR_IDS("cognition.formulaire.champs.max"),
	.title = {
		.fr = "Un long formulaire dit le temps qu’il prend",
		.en = "A long form says how long it takes",
	},
	.why = {
		.fr = "Sans le savoir, on commence au mauvais moment, et on perd ce qu’on a écrit.",
		.en = "Without knowing, people start at the wrong time, and lose what they wrote.",
	},
	.remedy = {
		.fr = "Écrire au début : « Il faut environ 15 minutes », avant la première question.",
		.en = "Write at the start: “It takes about 15 minutes”, before the first question.",
	},
	.limits = {
		.fr = "Le temps est peut-être dit sur la page d’avant.",
		.en = "The time may be told on the page before.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
