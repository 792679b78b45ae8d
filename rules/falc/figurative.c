/* Words mean what they say. */
#include "rules/common/hardword.h"

static const struct clair_message messages[] = {
	[RULE_WORDS_FIT] = {
		.key = "figurative",
		.each = true,
		.fr = "« {expression} » est une image. Dit simplement : {plain}.",
		.en = "“{expression}” is a figure of speech. Said plainly: {plain}.",
	},
	[RULE_WORDS_AGREE] = {
		.key = "figurative-agree",
		.each = true,
		.fr = "« {expression} » est une image. Dit simplement, à accorder : {plain}.",
		.en = "“{expression}” is a figure of speech. Said plainly, in the form that fits: {plain}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_check_hard_words(ctx, "figurees");
}

CLAIR_RULE(falc_figurative) = {
	.id = "falc/figurative",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.on_text = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.falc = CLAIR_IDS("G10"),
	.needs = CLAIR_IDS("S-025"),
	.title = {
		.fr = "Les mots disent ce qu’ils veulent dire",
		.en = "Words mean what they say",
	},
	.why = {
		.fr = "Certaines personnes prennent une image au mot, avec l’autisme par exemple. D’autres apprennent le français.",
		.en = "Some people take a figure of speech literally, with autism for instance. Others are learning French.",
	},
	.remedy = {
		.fr = "Dire la chose avec des mots simples.",
		.en = "Say the thing in simple words.",
	},
	.limits = {
		.fr = "La règle connaît une liste d’expressions, et montre chacune une seule fois par page. Les citations ne comptent pas.",
		.en = "The rule knows a list of expressions, and shows each once a page. Quotations do not count.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
