/* News of a request come by other ways than e-mail. */
#include "rules/common/journey.h"
#include "rules/common/pattern.h"

enum { EMAIL };

static const struct clair_message messages[] = {
	[EMAIL] = {
		.key = "email",
		.fr = "« {text} » : aucun autre moyen (SMS, courrier, appel) n’a été trouvé sur la page.",
		.en = "“{text}”: no other way (text message, letter, call) was found on the page.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	struct text_place place = {0};

	if (!rule_is_task(ctx) || !text_find_in_page(ctx, "notice-by-email", CLAIR_ALL_BLOCKS, &place))
		return CLAIR_INAPPLICABLE;
	if (clair_page_mentions(ctx, "notice-otherwise"))
		return CLAIR_PASS;
	text_name(clair_review_part(ctx, place.block, place.offset, place.length, EMAIL), &place);
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_notice_by_email) = {
	.id = "forms/notice-by-email",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-069"),
	.title = {
		.fr = "On est prévenu autrement que par courriel",
		.en = "People are told by other ways than e-mail",
	},
	.why = {
		.fr = "Qui ne lit pas ses courriels rate la réponse, et parfois le délai pour agir.",
		.en = "People who do not read their e-mail miss the answer, and at times the delay to act.",
	},
	.remedy = {
		.fr = "Proposer un SMS ou un courrier. Laisser choisir.",
		.en = "Offer a text message or a letter. Let people choose.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
