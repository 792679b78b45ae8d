/* The conditions of a procedure are a list, not a long paragraph. */
#include "clairlint/rule.h"

enum { LONG, NESTED };

static const struct clair_message messages[] = {
	[LONG] = {
		.key = "long",
		.fr = "Ces conditions tiennent en un paragraphe de {count} mots. Le maximum conseillé est {max}.",
		.en = "These conditions are one paragraph of {count} words. The advised maximum is {max}.",
	},
	[NESTED] = {
		.key = "exceptions",
		.fr = "Ces conditions ont {count} exceptions dans un seul paragraphe (sauf, à condition que…). Le "
		    "maximum conseillé est {max}.",
		.en = "These conditions have {count} exceptions in one paragraph (except, provided that…). The advised "
		    "maximum is {max}.",
	},
};

static enum clair_outcome
tell(struct clair_finding *finding, double count, double max)
{
	clair_arg_num(finding, "count", count);
	clair_arg_num(finding, "max", max);
	return CLAIR_FAIL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double words = clair_threshold(ctx, "procedure.conditions.mots.max");
	const double exceptions = clair_threshold(ctx, "procedure.conditions.exceptions.max");
	struct clair_conditions conditions;

	if (!clair_explains_procedure(ctx))
		return CLAIR_INAPPLICABLE;
	conditions = clair_conditions(ctx);
	if (conditions.block == NULL)
		return CLAIR_INAPPLICABLE;
	if (conditions.exceptions > exceptions)
		return tell(clair_report_block(ctx, conditions.block, NESTED), conditions.exceptions, exceptions);
	if (conditions.words > words)
		return tell(clair_report_block(ctx, conditions.block, LONG), conditions.words, words);
	return CLAIR_PASS;
}

CLAIR_RULE(procedure_conditions_dense) = {
	.id = "procedure/conditions-dense",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-060"),
	.thresholds = CLAIR_IDS("procedure.conditions.mots.max", "procedure.conditions.exceptions.max"),
	.title = {
		.fr = "Les conditions d’une démarche sont une liste courte",
		.en = "The conditions of a procedure are a short list",
	},
	.why = {
		.fr = "Dans un long paragraphe, on ne sait pas si on a droit. Chaque « sauf » oblige à relire.",
		.en = "In a long paragraph people cannot tell whether they are entitled. Each “except” has them read "
		    "again.",
	},
	.remedy = {
		.fr = "Écrire une condition par ligne. Mettre les exceptions à part, chacune avec son cas.",
		.en = "Write one condition a line. Put the exceptions apart, each with its case.",
	},
	.limits = {
		.fr = "La règle lit les paragraphes sous un titre comme « Conditions » ou « Qui peut… ».",
		.en = "The rule reads the paragraphs under a heading such as “Conditions” or “Who may…”.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
