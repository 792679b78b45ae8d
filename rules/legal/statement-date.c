/* A statement has a date, and is not out of date. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_DATE, TOO_OLD, OLD_VERSION };

static const struct clair_message messages[] = {
	[NO_DATE] = {
		.key = "no-date",
		.fr = "La déclaration ne semble pas dire quand elle a été établie.",
		.en = "The statement does not seem to say when it was made.",
	},
	[TOO_OLD] = {
		.key = "too-old",
		.fr = "La déclaration date de {month}/{year}. Au {now_month}/{now_year}, elle a plus de {months} mois : elle n’est plus valable.",
		.en = "The statement dates from {month}/{year}. On {now_month}/{now_year} it is more than {months} months old: it is no longer valid.",
	},
	[OLD_VERSION] = {
		.key = "old-version",
		.fr = "La déclaration parle du RGAA {version}. Cette version n’est plus en vigueur.",
		.en = "The statement speaks of RGAA {version}. This version is no longer in force.",
	},
};

static struct clair_day
latest(const struct clair_statement *statement)
{
	return statement->updated.year != 0 ? statement->updated : statement->established;
}

static enum clair_outcome
judge_age(struct clair_ctx *ctx, const struct clair_statement *statement)
{
	const double most = clair_threshold(ctx, "declaration.age.mois.max");
	const struct clair_day today = clair_today(ctx);
	const struct clair_day day = latest(statement);
	struct clair_finding *finding;

	if (today.year == 0 || clair_months_between(day, today) < (unsigned)most)
		return CLAIR_PASS;
	finding = clair_report_block(ctx, statement->date_block, TOO_OLD);
	clair_arg_num(finding, "month", day.month);
	rule_arg_plain(finding, "year", day.year);
	clair_arg_num(finding, "now_month", today.month);
	rule_arg_plain(finding, "now_year", today.year);
	clair_arg_num(finding, "months", most);
	return CLAIR_FAIL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_statement *statement = clair_statement(ctx);

	if (statement == NULL)
		return CLAIR_INAPPLICABLE;
	if (rule_same(statement->referential, "RGAA") && clair_matches(ctx, "rgaa-gone", statement->version)) {
		clair_arg(clair_report_block(ctx, statement->version_block, OLD_VERSION), "version", statement->version);
		return CLAIR_FAIL;
	}
	if (latest(statement).year != 0)
		return judge_age(ctx, statement);
	if (statement->unfilled_block != NULL)
		return CLAIR_PASS; /* legal/statement-unfilled tells it */
	clair_review(ctx, statement->node, NO_DATE);
	return CLAIR_REVIEW;
}

CLAIR_RULE(legal_statement_date) = {
	.id = "legal/statement-date",
	.since = "0.1",
	.maturity = CLAIR_EXPERIMENTAL,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_EVERYONE,
	.thresholds = CLAIR_IDS("declaration.age.mois.max"),
	.needs = CLAIR_IDS("S-161"),
	.title = {
		.fr = "La déclaration d’accessibilité a une date, et elle est à jour",
		.en = "The statement of accessibility has a date, and is up to date",
	},
	.why = {
		.fr = "Une vieille déclaration parle d’un site qui a changé depuis.",
		.en = "An old statement speaks of a site that has changed since.",
	},
	.remedy = {
		.fr = "Refaire la déclaration tous les trois ans, et dans les dix-huit mois après une nouvelle version du RGAA. Écrire la date.",
		.en = "Make the statement again every three years, and within eighteen months of a new version of RGAA. Write the date.",
	},
	.limits = {
		.fr = "Le jour de comparaison est celui de la vérification, ou celui de --today.",
		.en = "The day to compare with is that of the check, or that of --today.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
