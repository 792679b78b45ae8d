/* French stands in the place of Latin. */
#include "rules/common/hardword.h"

static const struct clair_message messages[] = {
	[RULE_WORDS_FIT] = {
		.key = "latin",
		.each = true,
		.fr = "« {expression} » est du latin. On peut dire : {plain}.",
		.en = "“{expression}” is Latin. One may say: {plain}.",
	},
	[RULE_WORDS_AGREE] = {
		.key = "latin-agree",
		.each = true,
		.fr = "« {expression} » est du latin. On peut dire, à accorder : {plain}.",
		.en = "“{expression}” is Latin. One may say, in the form that fits: {plain}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_check_hard_words(ctx, "latin");
}

CLAIR_RULE(falc_latin) = {
	.id = "falc/latin",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.on_text = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.falc = CLAIR_IDS("G11"),
	.needs = CLAIR_IDS("S-015"),
	.title = {
		.fr = "Les expressions latines sont dites en français",
		.en = "Latin expressions are said in French",
	},
	.why = {
		.fr = "Presque personne n’apprend le latin. Une expression latine fait croire que le texte est pour des spécialistes.",
		.en = "Hardly anyone learns Latin. A Latin expression makes people think that the text is for specialists.",
	},
	.remedy = {
		.fr = "Prendre les mots proposés, s’ils disent bien la même chose ici.",
		.en = "Take the words proposed, if they say the same thing here.",
	},
	.limits = {
		.fr = "La règle connaît une liste d’expressions, et montre chacune une seule fois par page. Les citations ne comptent pas.",
		.en = "The rule knows a list of expressions, and shows each once a page. Quotations do not count.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
