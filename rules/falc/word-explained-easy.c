/* A page judged as easy to read explains the words of the administration. */
#include "rules/common/hardword.h"

enum { UNEXPLAINED };

static const struct clair_message messages[] = {
	[UNEXPLAINED] = {
		.key = "unexplained",
		.fr = "« {expression} » n’est pas expliqué. Son sens, en mots simples : {meaning}.",
		.en = "“{expression}” is not explained. Its meaning, in simple words: {meaning}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	return rule_check_explained(ctx, "expliquer-falc", UNEXPLAINED);
}

CLAIR_RULE(falc_word_explained_easy) = {
	.id = "falc/word-explained-easy",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.on_text = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.falc = CLAIR_IDS("G07"),
	.needs = CLAIR_IDS("S-015", "S-025"),
	.title = {
		.fr = "Une page facile à lire explique les mots d’administration",
		.en = "An easy-to-read page explains the words of the administration",
	},
	.why = {
		.fr = "Ces mots ont un sens précis, qu’un autre mot changerait. Qui ne le connaît pas peut perdre un droit.",
		.en = "These words have a precise meaning, that another word would change. Who does not know it may lose a right.",
	},
	.remedy = {
		.fr = "Garder le mot. Mettre son sens entre parenthèses, la première fois.",
		.en = "Keep the word. Put its meaning in brackets, the first time.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC).",
		.en = "The rule holds only for pages judged as easy to read (FALC).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
