/* A statement says how accessible the site is, and its rate says the same. */
#include "clairlint/rule.h"

enum { NO_STATE, RATE_DIFFERS, NOT_TOTAL, SEVERAL_STATES, NO_AUDIT };

static const struct clair_message messages[] = {
	[NO_STATE] = {
		.key = "no-state",
		.fr = "La déclaration ne semble pas dire si le site est totalement, partiellement ou non conforme.",
		.en = "The statement does not seem to say whether the site complies fully, partially or not.",
	},
	[RATE_DIFFERS] = {
		.key = "rate-differs",
		.fr = "La déclaration dit un état, et son taux de {rate} % en donne un autre. En dessous de {least} %, un site n’est pas conforme.",
		.en = "The statement says one state, and its rate of {rate}% gives another. Under {least}%, a site does not comply.",
	},
	[NOT_TOTAL] = {
		.key = "not-total",
		.fr = "La déclaration dit « totalement conforme » avec un taux de {rate} %.",
		.en = "The statement says that the site complies fully, with a rate of {rate}%.",
	},
	[SEVERAL_STATES] = {
		.key = "several-states",
		.fr = "La déclaration donne plusieurs états. Vérifier qu’on sait à quel site va chacun.",
		.en = "The statement gives several states. Check that people know which site each is for.",
	},
	[NO_AUDIT] = {
		.key = "no-audit",
		.fr = "La déclaration donne un taux de {rate} %, et ne semble pas dire par quel audit.",
		.en = "The statement gives a rate of {rate}%, and does not seem to say by what audit.",
	},
};

/* A total state needs all the criteria, a partial one half of them. None at all may be chosen with more: an
 * audit may be out of date. */
static enum clair_outcome
judge_rate(struct clair_ctx *ctx, const struct clair_statement *statement)
{
	const double least = clair_threshold(ctx, "declaration.partielle.min");
	struct clair_finding *finding;

	if (statement->rate_base != CLAIR_RATE_CRITERIA || statement->rates_differ)
		return CLAIR_PASS;
	if (statement->state == CLAIR_CONFORMITY_TOTAL && statement->rate < 100) {
		clair_arg_num(clair_report_block(ctx, statement->rate_block, NOT_TOTAL), "rate", statement->rate);
		return CLAIR_FAIL;
	}
	if (statement->state == CLAIR_CONFORMITY_PARTIAL && statement->rate < least) {
		finding = clair_report_block(ctx, statement->rate_block, RATE_DIFFERS);
		clair_arg_num(finding, "rate", statement->rate);
		clair_arg_num(finding, "least", least);
		return CLAIR_FAIL;
	}
	if (statement->audited)
		return CLAIR_PASS;
	clair_arg_num(clair_review_block(ctx, statement->rate_block, NO_AUDIT), "rate", statement->rate);
	return CLAIR_REVIEW;
}

static bool
has_several_states(const struct clair_statement *statement)
{
	return (statement->states & (statement->states - 1)) != 0;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_statement *statement = clair_statement(ctx);

	if (statement == NULL)
		return CLAIR_INAPPLICABLE;
	if (has_several_states(statement)) {
		clair_review_block(ctx, statement->state_block, SEVERAL_STATES);
		return CLAIR_REVIEW;
	}
	if (statement->state != CLAIR_CONFORMITY_UNKNOWN)
		return judge_rate(ctx, statement);
	clair_review(ctx, statement->node, NO_STATE);
	return CLAIR_REVIEW;
}

CLAIR_RULE(legal_statement_state) = {
	.id = "legal/statement-state",
	.since = "0.1",
	.maturity = CLAIR_EXPERIMENTAL,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_EVERYONE,
	.thresholds = CLAIR_IDS("declaration.partielle.min"),
	.needs = CLAIR_IDS("S-161"),
	.title = {
		.fr = "La déclaration d’accessibilité dit l’état du site",
		.en = "The statement of accessibility says the state of the site",
	},
	.why = {
		.fr = "Une personne handicapée veut savoir à quoi s’attendre. Un état faux lui fait perdre du temps.",
		.en = "Disabled people want to know what to expect. A wrong state wastes their time.",
	},
	.remedy = {
		.fr = "Écrire l’état qui va avec le taux : 100 %, totalement ; 50 % ou plus, partiellement ; moins, non conforme. Dire qui a fait l’audit.",
		.en = "Write the state that goes with the rate: 100%, fully; 50% or more, partially; less, not. Say who made the audit.",
	},
	.limits = {
		.fr = "La règle lit le texte de la page. Elle ne lit pas un document joint.",
		.en = "The rule reads the text of the page. It does not read an attached document.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
