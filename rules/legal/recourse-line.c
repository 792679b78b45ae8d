/* A procedure says what people can do when they are refused. */
#include "clairlint/rule.h"

enum { REFUSAL };

static const struct clair_message messages[] = {
	[REFUSAL] = {
		.key = "refusal",
		.fr = "Ce texte parle d’un refus. La page ne semble pas dire comment le contester.",
		.en = "This text speaks of a refusal. The page does not seem to say how to contest it.",
	},
};

/* Many procedures refuse nobody: only those that speak of a refusal are asked for the way out. */
static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_block *refusal;
	bool said;

	if (!clair_explains_procedure(ctx))
		return CLAIR_INAPPLICABLE;
	said = clair_block_saying(ctx, "says-recourse", true) != NULL;
	clair_measure(ctx, "recourse", said ? 1 : 0);
	if (said)
		return CLAIR_PASS;
	refusal = clair_block_saying(ctx, "says-refusal", true);
	if (refusal == NULL)
		return CLAIR_INAPPLICABLE;
	clair_review_block(ctx, refusal, REFUSAL);
	return CLAIR_REVIEW;
}

CLAIR_RULE(legal_recourse_line) = {
	.id = "legal/recourse-line",
	.since = "0.1",
	.maturity = CLAIR_EXPERIMENTAL,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-162", "S-163"),
	.title = {
		.fr = "Une démarche qui peut être refusée dit comment contester",
		.en = "A procedure that may be refused says how to contest",
	},
	.why = {
		.fr = "Trois personnes sur dix en difficulté avec l’administration ne savent pas qu’elles ont un droit de recours.",
		.en = "Three in ten of those who have difficulty with the administration do not know that they have a right of appeal.",
	},
	.remedy = {
		.fr = "Écrire une ligne : à qui écrire si la réponse est non, et jusqu’à quand. Nommer le médiateur et le Défenseur des droits.",
		.en = "Write a line: whom to write to if the answer is no, and until when. Name the mediator and the Défenseur des droits.",
	},
	.limits = {
		.fr = "La règle lit la page seule. La réponse de l’administration peut le dire aussi.",
		.en = "The rule reads this page alone. The administration’s answer may say it too.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
