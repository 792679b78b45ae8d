/* A page says when it was written or checked. */
#include "clairlint/rule.h"

enum { MISSING };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "missing",
		.fr = "La page ne semble pas dire quand elle a été mise à jour.",
		.en = "The page does not seem to say when it was updated.",
	},
};

/* Pages that inform: what they say may have changed since. */
static bool
informs(struct clair_ctx *ctx)
{
	const enum clair_page_kind kind = clair_page_kind(ctx).kind;

	return (kind == CLAIR_PAGE_PROCEDURE || kind == CLAIR_PAGE_OTHER) && clair_page_in_french(ctx) &&
	    clair_readability(ctx)->words >= clair_threshold(ctx, "confiance.date.mots.min");
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	if (!informs(ctx))
		return CLAIR_INAPPLICABLE;
	if (clair_tag_count(ctx, CLAIR_TAG_TIME) > 0 || clair_block_saying(ctx, "updated", false) != NULL ||
	    clair_block_saying(ctx, "date-only", false) != NULL)
		return CLAIR_PASS;
	clair_review_page(ctx, MISSING);
	return CLAIR_REVIEW;
}

CLAIR_RULE(trust_update_date) = {
	.id = "trust/update-date",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-156"),
	.thresholds = CLAIR_IDS("confiance.date.mots.min"),
	.title = {
		.fr = "Une page qui informe dit sa date de mise à jour",
		.en = "A page that informs says when it was updated",
	},
	.why = {
		.fr = "Sans date, on ne sait pas si la règle ou le montant est encore vrai. On appelle pour vérifier, ou on se trompe.",
		.en = "Without a date, people do not know whether the rule or the amount still holds. They call to check, or get it wrong.",
	},
	.remedy = {
		.fr = "Écrire la date : « Mis à jour le 3 mars 2026 ».",
		.en = "Write the date: “Updated on 3 March 2026”.",
	},
	.limits = {
		.fr = "La règle ne juge ni les actualités, ni les pages courtes. Elle ne dit pas si la date est ancienne.",
		.en = "The rule judges neither news nor short pages. It does not say whether the date is old.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
