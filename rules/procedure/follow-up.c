/* A procedure with a wait says how to follow one’s request. */
#include "rules/common/journey.h"

enum { NONE };

static const struct clair_message messages[] = {
	[NONE] = {
		.key = "none",
		.fr = "La réponse demande un délai, et la page ne semble pas dire comment suivre sa demande.",
		.en = "The answer takes time, and the page does not seem to say how to follow one’s request.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	if (!rule_is_sheet(ctx) || clair_procedure_part(ctx, CLAIR_PART_DELAY) == NULL ||
	    clair_page_mentions(ctx, "delay-none"))
		return CLAIR_INAPPLICABLE;
	if (clair_page_mentions(ctx, "follow-up"))
		return CLAIR_PASS;
	clair_review(ctx, clair_procedure_part(ctx, CLAIR_PART_DELAY), NONE);
	return CLAIR_REVIEW;
}

CLAIR_RULE(procedure_follow_up) = {
	.id = "procedure/follow-up",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-090"),
	.title = {
		.fr = "Une démarche dit comment suivre sa demande",
		.en = "A procedure says how to follow one’s request",
	},
	.why = {
		.fr = "Sans nouvelles, on croit sa demande perdue : on appelle, on recommence, on s’inquiète.",
		.en = "Without news people believe that their request is lost: they call, start again, worry.",
	},
	.remedy = {
		.fr = "Ajouter un lien « Suivre ma demande », et dire comment on reçoit un numéro de dossier.",
		.en = "Add a link “Follow my request”, and say how people get a file number.",
	},
	.limits = {
		.fr = "La règle lit le texte et les liens de la page.",
		.en = "The rule reads the text and the links of the page.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
