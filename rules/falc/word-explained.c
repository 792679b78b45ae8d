/* A word of the law is explained where it stands first. */
#include "rules/common/hardword.h"

enum { UNEXPLAINED };

static const struct clair_message messages[] = {
	[UNEXPLAINED] = {
		.key = "unexplained",
		.each = true,
		.fr = "« {expression} » n’est pas expliqué. Son sens, en mots simples : {meaning}.",
		.en = "“{expression}” is not explained. Its meaning, in simple words: {meaning}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_check_explained(ctx, "expliquer", UNEXPLAINED);
}

CLAIR_RULE(falc_word_explained) = {
	.id = "falc/word-explained",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.on_text = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.falc = CLAIR_IDS("G07"),
	.needs = CLAIR_IDS("S-015"),
	.title = {
		.fr = "Un mot de droit est expliqué la première fois",
		.en = "A word of the law is explained the first time",
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
		.fr = "La règle connaît une liste de mots. Un lien sur le mot compte comme une explication.",
		.en = "The rule knows a list of words. A link on the word counts as an explanation.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
