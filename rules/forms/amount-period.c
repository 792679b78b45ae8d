/* A field for an amount says for which period. */
#include "rules/common/journey.h"

enum { PERIOD, NET };

static const struct clair_message messages[] = {
	[PERIOD] = {
		.key = "period",
		.each = true,
		.fr = "« {name} » : rien ne semble dire pour quelle période (par mois, par an, quelle année).",
		.en = "“{name}”: nothing seems to say for which period (by month, by year, which year).",
	},
	[NET] = {
		.key = "net",
		.each = true,
		.fr = "« {name} » : rien ne semble dire si le montant est net ou brut.",
		.en = "“{name}”: nothing seems to say whether the amount is net or gross.",
	},
};

static bool
is_amount(struct clair_ctx *ctx, const struct clair_node *field)
{
	return rule_is_typed(field) && clair_tag(field) == CLAIR_TAG_INPUT && clair_visible(ctx, field) &&
	    clair_matches(ctx, "amount-field", clair_name(ctx, field));
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	for (size_t i = 0; rule_is_task(ctx) && i < clair_entry_count(ctx); i++) {
		const struct clair_node *field = clair_entry_at(ctx, i)->field;
		const bool period = rule_field_says(ctx, field, "amount-period");

		if (!is_amount(ctx, field))
			continue;
		if (period && rule_field_says(ctx, field, "amount-net")) {
			outcome = outcome == CLAIR_INAPPLICABLE ? CLAIR_PASS : outcome;
			continue;
		}
		clair_arg(clair_review(ctx, field, period ? NET : PERIOD), "name", clair_name(ctx, field));
		outcome = CLAIR_REVIEW;
	}
	return outcome;
}

CLAIR_RULE(forms_amount_period) = {
	.id = "forms/amount-period",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-078"),
	.title = {
		.fr = "Un champ de montant dit la période, et net ou brut",
		.en = "A field for an amount says the period, and net or gross",
	},
	.why = {
		.fr = "Un revenu par an écrit pour un mois donne un trop-perçu, à rembourser plus tard.",
		.en = "A yearly income written for a month makes an overpayment, to be paid back later.",
	},
	.remedy = {
		.fr = "Écrire dans l’étiquette : « Salaire net par mois, en euros ». Dire quelle ligne du bulletin "
		    "recopier.",
		.en = "Write in the label: “Net salary a month, in euros”. Say which line of the payslip to copy.",
	},
	.limits = {
		.fr = "La règle lit l’étiquette, la description et le titre du groupe. Un texte placé plus loin n’est "
		    "pas vu.",
		.en = "The rule reads the label, the description and the title of the group. A text farther away is not "
		    "seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
