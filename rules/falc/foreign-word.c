/* A French word stands in the place of an English one. */
#include "rules/common/hardword.h"

static const struct clair_message messages[] = {
	[RULE_WORDS_FIT] = {
		.key = "foreign",
		.each = true,
		.fr = "« {expression} » est un mot anglais. En français, on peut dire : {plain}.",
		.en = "“{expression}” is an English word. In French, one may say: {plain}.",
	},
	[RULE_WORDS_AGREE] = {
		.key = "foreign-agree",
		.each = true,
		.fr = "« {expression} » est un mot anglais. En français, on peut dire, à accorder : {plain}.",
		.en = "“{expression}” is an English word. In French, one may say, in the form that fits: {plain}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_check_hard_words(ctx, "anglicismes");
}

CLAIR_RULE(falc_foreign_word) = {
	.id = "falc/foreign-word",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.on_text = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.falc = CLAIR_IDS("G11"),
	.needs = CLAIR_IDS("S-018", "S-025"),
	.title = {
		.fr = "Les mots anglais ont leur mot français",
		.en = "English words have their French word",
	},
	.why = {
		.fr = "Beaucoup de personnes ne lisent pas l’anglais. Les lecteurs d’écran le disent mal au milieu d’une phrase en français.",
		.en = "Many people do not read English. Screen readers say it badly in a French sentence.",
	},
	.remedy = {
		.fr = "Prendre le mot français. Si le mot anglais est un nom propre, l’indiquer avec un attribut lang.",
		.en = "Take the French word. If the English word is a name, mark it with a lang attribute.",
	},
	.limits = {
		.fr = "La règle connaît une liste d’expressions, et montre chacune une seule fois par page. Les citations ne comptent pas.",
		.en = "The rule knows a list of expressions, and shows each once a page. Quotations do not count.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
