/* To call an administration costs no more than an ordinary call, and people know it before they call. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { PREMIUM, PRICE_UNSAID };

static const struct clair_message messages[] = {
	[PREMIUM] = {
		.key = "premium",
		.each = true,
		.fr = "Appeler le {number} coûte plus cher qu’un appel ordinaire. Une administration ne peut plus se servir d’un tel numéro.",
		.en = "To call {number} costs more than an ordinary call. An administration may no longer use such a number.",
	},
	[PRICE_UNSAID] = {
		.key = "price-unsaid",
		.each = true,
		.fr = "Combien coûte un appel au {number} ? La page ne semble pas le dire à côté du numéro.",
		.en = "What does a call to {number} cost? The page does not seem to say it beside the number.",
	},
};

/* A number that comes back is told once. */
static bool
is_first(struct clair_ctx *ctx, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (rule_same(clair_phone_at(ctx, i)->digits, clair_phone_at(ctx, index)->digits))
			return false;
	return true;
}

/* Said once, the price is known. */
static bool
has_price(struct clair_ctx *ctx, const char *digits)
{
	for (size_t i = 0; i < clair_phone_count(ctx); i++) {
		const struct clair_phone *phone = clair_phone_at(ctx, i);

		if (phone->says_price && rule_same(phone->digits, digits))
			return true;
	}
	return false;
}

static void
tell(struct clair_ctx *ctx, const struct clair_phone *phone)
{
	struct clair_finding *finding;

	if (phone->kind == CLAIR_PHONE_PREMIUM)
		finding = phone->block == NULL
		    ? clair_report(ctx, phone->node, PREMIUM)
		    : clair_report_part(ctx, phone->block, phone->from, phone->length, PREMIUM);
	else
		finding = phone->block == NULL
		    ? clair_review(ctx, phone->node, PRICE_UNSAID)
		    : clair_review_part(ctx, phone->block, phone->from, phone->length, PRICE_UNSAID);
	clair_arg(finding, "number", phone->digits);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	for (size_t i = 0; i < clair_phone_count(ctx); i++) {
		const struct clair_phone *phone = clair_phone_at(ctx, i);
		bool premium = phone->kind == CLAIR_PHONE_PREMIUM;

		if (phone->is_fax)
			continue;
		if (outcome == CLAIR_INAPPLICABLE)
			outcome = CLAIR_PASS;
		if (!is_first(ctx, i) ||
		    (!premium && (phone->kind != CLAIR_PHONE_SHORT || has_price(ctx, phone->digits))))
			continue;
		tell(ctx, phone);
		if (outcome != CLAIR_FAIL)
			outcome = premium ? CLAIR_FAIL : CLAIR_REVIEW;
	}
	return outcome;
}

CLAIR_RULE(contact_phone_price) = {
	.id = "contact/phone-price",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY | CLAIR_BLIND,
	.on_text = true,
	.needs = CLAIR_IDS("S-110"),
	.title = {
		.fr = "Appeler ne coûte pas plus qu’un appel ordinaire",
		.en = "To call costs no more than an ordinary call",
	},
	.why = {
		.fr = "Qui a peu d’argent n’appelle pas un numéro payant, ou un numéro dont il ne connaît pas le prix.",
		.en = "People with little money do not call a number that is charged for, or whose price they do not know.",
	},
	.remedy = {
		.fr = "Donner un numéro gratuit ou ordinaire. Écrire à côté d’un numéro court : « appel gratuit » ou « prix d’un appel ».",
		.en = "Give a free or an ordinary number. Write beside a short number: “free call” or “price of a call”.",
	},
	.limits = {
		.fr = "Le prix vient des premiers chiffres (plan de numérotation). Le numéro peut être celui d’une entreprise que la page cite. Règle de 2021 : loi 2018-727, article 28.",
		.en = "The price comes from the first figures (numbering plan). The number may be that of a company that the page names. Rule of 2021: loi 2018-727, article 28.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
