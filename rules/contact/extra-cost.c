/* The other way costs no more. */
#include "rules/common/pattern.h"

enum { COSTS_MORE };

static const struct clair_message messages[] = {
	[COSTS_MORE] = {
		.key = "costs-more",
		.fr = "« {text} » : vérifier que passer par le guichet, le téléphone ou le courrier ne coûte pas plus cher.",
		.en = "“{text}”: check that the desk, the telephone or the post costs no more.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	struct text_place place;

	if (!clair_page_in_french(ctx))
		return CLAIR_INAPPLICABLE;
	if (!text_find_in_page(ctx, "extra-cost", CLAIR_ALL_BLOCKS, &place))
		return CLAIR_PASS;
	text_name(clair_review_part(ctx, place.block, place.offset, place.length, COSTS_MORE), &place);
	return CLAIR_REVIEW;
}

CLAIR_RULE(contact_extra_cost) = {
	.id = "contact/extra-cost",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-104"),
	.title = {
		.fr = "Passer par un guichet ou sur papier ne coûte pas plus cher",
		.en = "The desk or paper costs no more",
	},
	.why = {
		.fr = "Qui n’a pas internet paie alors plus que les autres pour le même droit.",
		.en = "People without internet then pay more than others for the same right.",
	},
	.remedy = {
		.fr = "Demander le même prix partout, ou rien.",
		.en = "Ask for the same price everywhere, or for nothing.",
	},
	.limits = {
		.fr = "La règle lit des tournures connues : « frais supplémentaires au guichet », « gratuit en ligne, 5 € sur papier ».",
		.en = "The rule reads known phrases: “extra fees at the desk”, “free online, €5 on paper”.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
