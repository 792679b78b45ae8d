/* A statement says what is not accessible. */
#include "clairlint/rule.h"

enum { NO_CONTENTS };

static const struct clair_message messages[] = {
	[NO_CONTENTS] = {
		.key = "no-contents",
		.fr = "La déclaration ne semble pas dire ce qui n’est pas accessible.",
		.en = "The statement does not seem to say what is not accessible.",
	},
};

/* Of a site that was not audited nobody knows it yet. */
static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_statement *statement = clair_statement(ctx);
	const unsigned said = CLAIR_STATES_CONTENTS | CLAIR_STATES_FAULTS | CLAIR_STATES_BURDEN | CLAIR_STATES_EXEMPT;

	if (statement == NULL || statement->rate_base == CLAIR_RATE_NONE || statement->rate >= 100)
		return CLAIR_INAPPLICABLE;
	if ((statement->parts & said) != 0)
		return CLAIR_PASS;
	clair_review_block(ctx, statement->rate_block, NO_CONTENTS);
	return CLAIR_REVIEW;
}

CLAIR_RULE(legal_statement_contents) = {
	.id = "legal/statement-contents",
	.since = "0.1",
	.maturity = CLAIR_EXPERIMENTAL,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_EVERYONE,
	.needs = CLAIR_IDS("S-161"),
	.title = {
		.fr = "La déclaration d’accessibilité dit ce qui n’est pas accessible",
		.en = "The statement of accessibility says what is not accessible",
	},
	.why = {
		.fr = "Une personne handicapée veut savoir d’avance ce qu’elle ne pourra pas faire.",
		.en = "Disabled people want to know beforehand what they will not be able to do.",
	},
	.remedy = {
		.fr = "Lister les défauts connus, en mots simples, avec ce qui les remplace.",
		.en = "List the known faults, in plain words, with what replaces them.",
	},
	.limits = {
		.fr = "La règle lit le texte de la page. Elle ne lit pas un document joint.",
		.en = "The rule reads the text of the page. It does not read an attached document.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
