/* What is paid online may be paid otherwise. */
#include "rules/common/journey.h"

enum { CARD };

static const struct clair_message messages[] = {
	[CARD] = {
		.key = "card",
		.fr = "Cette page de paiement ne semble proposer que la carte bancaire.",
		.en = "This page for paying seems to take bank cards only.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	if (clair_page_kind(ctx).kind != CLAIR_PAGE_PAYMENT || !clair_page_in_french(ctx) ||
	    clair_prerequisite(ctx, CLAIR_NEED_CARD) == NULL)
		return CLAIR_INAPPLICABLE;
	if (clair_page_mentions(ctx, "cash-means"))
		return CLAIR_PASS;
	clair_review(ctx, clair_prerequisite(ctx, CLAIR_NEED_CARD)->node, CARD);
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_card_only) = {
	.id = "forms/card-only",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-074"),
	.title = {
		.fr = "Ce qui se paie en ligne se paie aussi autrement",
		.en = "What is paid online may be paid otherwise too",
	},
	.why = {
		.fr = "Des personnes n’ont pas de carte, ou n’osent pas la donner sur internet.",
		.en = "Some people have no card, or dare not give it on the internet.",
	},
	.remedy = {
		.fr = "Dire comment payer en espèces, par chèque ou au guichet, et chez un buraliste agréé.",
		.en = "Say how to pay in cash, by cheque or at a desk, and at a licensed tobacconist’s.",
	},
	.limits = {
		.fr = "L’autre moyen est peut-être sur la page d’avant.",
		.en = "The other way may be on the page before.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
