/* An easy-to-read text says who proofread it. */
#include "rules/common/pattern.h"

enum { NONE, LOGO };

static const struct clair_message messages[] = {
	[NONE] = {
		.key = "none",
		.fr = "La page ne dit pas qui l’a relue. Un texte FALC est relu par des personnes concernées.",
		.en = "The page does not say who proofread it. An easy-to-read text is proofread by people concerned.",
	},
	[LOGO] = {
		.key = "logo",
		.fr = "La page porte le logo du facile à lire sans dire qui a relu le texte. Le logo l’exige.",
		.en = "The page has the easy-to-read logo and does not say who proofread the text. The logo requires it.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	struct text_place place;

	if (!clair_wants_falc(ctx) || clair_readability(ctx)->words == 0)
		return CLAIR_INAPPLICABLE;
	if (text_find_in_page(ctx, "proofread", CLAIR_ALL_BLOCKS, &place))
		return CLAIR_PASS;
	clair_review_page(ctx, clair_has_falc_logo(ctx) ? LOGO : NONE);
	return CLAIR_REVIEW;
}

CLAIR_RULE(falc_proofreaders) = {
	.id = "falc/proofreaders",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.on_text = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.needs = CLAIR_IDS("S-030"),
	.falc = CLAIR_IDS("G05", "W49", "W48"),
	.title = {
		.fr = "La page dit qui a relu le texte",
		.en = "The page says who proofread the text",
	},
	.why = {
		.fr = "Seules les personnes concernées peuvent dire si un texte se comprend. Sans elles, on ne sait pas.",
		.en = "Only the people concerned can say whether a text is understood. Without them, nobody knows.",
	},
	.remedy = {
		.fr = "Faire relire le texte par des personnes concernées. Écrire à la fin qui l’a relu.",
		.en = "Have the text proofread by people concerned. Write at the end who did.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). La règle cherche des mots comme « relu par », « validé avec ».",
		.en = "The rule holds only for pages judged as easy to read (FALC). The rule looks for words such as “relu par”, “validé avec”.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
