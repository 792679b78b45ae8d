/* A statement leads to the scheme of several years and to the plan of the year. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_SCHEME, NO_LINK, SCHEME_OVER, NO_PLAN, PLAN_OVER };

static const struct clair_message messages[] = {
	[NO_SCHEME] = {
		.key = "no-scheme",
		.fr = "La déclaration ne semble pas parler du schéma pluriannuel d’accessibilité.",
		.en = "The statement does not seem to speak of the multi-year scheme of accessibility.",
	},
	[NO_LINK] = {
		.key = "no-link",
		.fr = "La déclaration parle du schéma pluriannuel. Vérifier qu’un lien y mène.",
		.en = "The statement speaks of the multi-year scheme. Check that a link leads to it.",
	},
	[SCHEME_OVER] = {
		.key = "scheme-over",
		.fr = "Le schéma pluriannuel s’arrête en {year}.",
		.en = "The multi-year scheme ends in {year}.",
	},
	[NO_PLAN] = {
		.key = "no-plan",
		.fr = "La déclaration ne semble pas parler du plan d’action de l’année.",
		.en = "The statement does not seem to speak of the plan of the year.",
	},
	[PLAN_OVER] = {
		.key = "plan-over",
		.fr = "Le plan d’action le plus récent est celui de {year}.",
		.en = "The latest plan of action is that of {year}.",
	},
};

static bool
is_over(struct clair_ctx *ctx, const struct clair_promised *promised)
{
	return promised->to != 0 && clair_today(ctx).year != 0 && promised->to < clair_today(ctx).year;
}

static enum clair_outcome
judge_plan(struct clair_ctx *ctx, const struct clair_statement *statement)
{
	if (statement->plan.block == NULL) {
		clair_review_block(ctx, statement->scheme.block, NO_PLAN);
		return CLAIR_REVIEW;
	}
	if (!is_over(ctx, &statement->plan))
		return CLAIR_PASS;
	rule_arg_plain(clair_review_block(ctx, statement->plan.block, PLAN_OVER), "year", statement->plan.to);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_statement *statement = clair_statement(ctx);

	if (statement == NULL)
		return CLAIR_INAPPLICABLE;
	if (statement->scheme.block == NULL) {
		clair_review(ctx, statement->node, NO_SCHEME);
		return CLAIR_REVIEW;
	}
	if (is_over(ctx, &statement->scheme)) {
		rule_arg_plain(
		    clair_review_block(ctx, statement->scheme.block, SCHEME_OVER), "year", statement->scheme.to);
		return CLAIR_REVIEW;
	}
	if (!statement->scheme.is_link) {
		clair_review_block(ctx, statement->scheme.block, NO_LINK);
		return CLAIR_REVIEW;
	}
	return judge_plan(ctx, statement);
}

CLAIR_RULE(legal_statement_plan) = {
	.id = "legal/statement-plan",
	.since = "0.1",
	.maturity = CLAIR_EXPERIMENTAL,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_EVERYONE,
	.needs = CLAIR_IDS("S-161"),
	.title = {
		.fr = "La déclaration d’accessibilité mène au schéma pluriannuel et au plan de l’année",
		.en = "The statement of accessibility leads to the multi-year scheme and to the plan of the year",
	},
	.why = {
		.fr = "Ces textes disent ce qui sera réparé, et quand. Sans eux, personne ne sait si le site va changer.",
		.en = "These texts say what will be repaired, and when. Without them nobody knows whether the site will change.",
	},
	.remedy = {
		.fr = "Mettre un lien vers le schéma en cours et vers le plan de l’année.",
		.en = "Put a link to the present scheme and to the plan of the year.",
	},
	.limits = {
		.fr = "La règle lit les années écrites à côté du lien. Elle n’ouvre pas les documents.",
		.en = "The rule reads the years beside the link. It does not open the documents.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
