/* A text speaks to adults, in one way. */
#include "rules/common/pattern.h"

enum { MIXED, TU };

#define SPOKEN \
	(CLAIR_BLOCKS(CLAIR_BLOCK_PARAGRAPH) | CLAIR_BLOCKS(CLAIR_BLOCK_ITEM) | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING) | \
	    CLAIR_BLOCKS(CLAIR_BLOCK_OTHER))

static const struct clair_message messages[] = {
	[MIXED] = {
		.key = "mixed",
		.fr = "La page dit « {text} », et « vous » ailleurs. Choisir « vous » partout.",
		.en = "The page says “{text}”, and “vous” elsewhere. Choose “vous” everywhere.",
	},
	[TU] = {
		.key = "tu",
		.fr = "La page dit « {text} ». S’adresse-t-elle à des enfants ? À des adultes, on dit « vous ».",
		.en = "The page says “{text}”. Does it speak to children? To adults one says “vous”.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	struct text_place tu;
	struct text_place vous;
	const bool says_vous = text_find_in_page(ctx, "says-vous", SPOKEN, &vous);

	if (!text_find_in_page(ctx, "says-tu", SPOKEN, &tu))
		return says_vous ? CLAIR_PASS : CLAIR_INAPPLICABLE;
	if (!says_vous && !clair_wants_falc(ctx))
		return CLAIR_PASS;
	text_name(clair_review_part(ctx, tu.block, tu.offset, tu.length, says_vous ? MIXED : TU), &tu);
	return CLAIR_REVIEW;
}

CLAIR_RULE(falc_tu_and_vous) = {
	.id = "falc/tu-and-vous",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_text = true,
	.falc = CLAIR_IDS("G03"),
	.title = {
		.fr = "Le texte dit « vous » aux adultes",
		.en = "The text says “vous” to adults",
	},
	.why = {
		.fr = "Dire « tu » à un adulte, c’est lui parler comme à un enfant. Mélanger « tu » et « vous » trouble.",
		.en = "To say “tu” to an adult is to speak as to a child. To mix “tu” and “vous” confuses.",
	},
	.remedy = {
		.fr = "Dire « vous » dans toute la page.",
		.en = "Say “vous” in the whole page.",
	},
	.limits = {
		.fr = "Les citations ne comptent pas. Une personne dit si la page est pour des enfants.",
		.en = "Quotations do not count. A person says whether the page is for children.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
