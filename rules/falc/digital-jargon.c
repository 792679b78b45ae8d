/* A plain word stands in the place of one of those who make websites. */
#include "rules/common/hardword.h"

static const struct clair_message messages[] = {
	[RULE_WORDS_FIT] = {
		.key = "digital",
		.each = true,
		.fr = "« {expression} » est un mot de spécialiste du numérique. On peut dire : {plain}.",
		.en = "“{expression}” is a word of digital specialists. One may say: {plain}.",
	},
	[RULE_WORDS_AGREE] = {
		.key = "digital-agree",
		.each = true,
		.fr = "« {expression} » est un mot de spécialiste du numérique. On peut dire, à accorder : {plain}.",
		.en = "“{expression}” is a word of digital specialists. One may say, in the form that fits: {plain}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_check_hard_words(ctx, "numerique");
}

CLAIR_RULE(falc_digital_jargon) = {
	.id = "falc/digital-jargon",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.on_text = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.falc = CLAIR_IDS("G06"),
	.needs = CLAIR_IDS("S-015"),
	.title = {
		.fr = "Les mots du numérique sont ceux de tout le monde",
		.en = "Digital words are those of everybody",
	},
	.why = {
		.fr = "Qui connaît mal internet ne sait pas ce qu’il faut faire. La personne abandonne sa démarche.",
		.en = "People who know the internet badly do not know what to do. They give up.",
	},
	.remedy = {
		.fr = "Prendre les mots proposés, ou dire ce que l’on voit à l’écran.",
		.en = "Take the words proposed, or say what is seen on the screen.",
	},
	.limits = {
		.fr = "La règle connaît une liste d’expressions, et montre chacune une seule fois par page. Les citations ne comptent pas.",
		.en = "The rule knows a list of expressions, and shows each once a page. Quotations do not count.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
