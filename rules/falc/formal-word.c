/* A page judged as easy to read has no formal word. */
#include "rules/common/hardword.h"

static const struct clair_message messages[] = {
	[RULE_WORDS_FIT] = {
		.key = "formal",
		.fr = "« {expression} » est trop difficile pour une page facile à lire. On peut souvent dire : {plain}.",
		.en = "“{expression}” is too hard for an easy-to-read page. One may often say: {plain}.",
	},
	[RULE_WORDS_AGREE] = {
		.key = "formal-agree",
		.fr = "« {expression} » est trop difficile pour une page facile à lire. On peut souvent dire, à accorder : {plain}.",
		.en = "“{expression}” is too hard for an easy-to-read page. One may often say, in the form that fits: {plain}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	return rule_check_hard_words(ctx, "administratif-falc");
}

CLAIR_RULE(falc_formal_word) = {
	.id = "falc/formal-word",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_text = true,
	.falc = CLAIR_IDS("G06", "G07"),
	.needs = CLAIR_IDS("S-015", "S-025"),
	.title = {
		.fr = "Une page facile à lire a des mots de tous les jours",
		.en = "An easy-to-read page has everyday words",
	},
	.why = {
		.fr = "Ces mots sont courants dans les textes officiels. Ils ne le sont pas à la maison.",
		.en = "These words are common in official texts. They are not at home.",
	},
	.remedy = {
		.fr = "Prendre le mot proposé, s’il dit bien la même chose ici. Sinon, expliquer le mot.",
		.en = "Take the word proposed, if it says the same thing here. Otherwise, explain the word.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC).",
		.en = "The rule holds only for pages judged as easy to read (FALC).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
