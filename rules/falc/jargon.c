/* A plain word stands in the place of an administrative one. */
#include "rules/common/hardword.h"

static const struct clair_message messages[] = {
	[RULE_WORDS_FIT] = {
		.key = "plain-word",
		.each = true,
		.fr = "« {expression} » ne se dit pas tous les jours. On peut souvent dire : {plain}.",
		.en = "“{expression}” is not everyday language. One may often say: {plain}.",
	},
	[RULE_WORDS_AGREE] = {
		.key = "plain-word-agree",
		.each = true,
		.fr = "« {expression} » ne se dit pas tous les jours. On peut souvent dire, à accorder : {plain}.",
		.en = "“{expression}” is not everyday language. One may often say, in the form that fits: {plain}.",
	},
	[RULE_WORDS_GO] = {
		.key = "plain-word-goes",
		.each = true,
		.fr = "« {expression} » n’apprend rien à la personne qui lit. On peut l’enlever.",
		.en = "“{expression}” tells the reader nothing. It may go.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_check_hard_words(ctx, "administratif");
}

CLAIR_RULE(falc_jargon) = {
	.id = "falc/jargon",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_text = true,
	.falc = CLAIR_IDS("G06", "G07"),
	.needs = CLAIR_IDS("S-015"),
	.title = {
		.fr = "Les mots sont ceux de tous les jours",
		.en = "The words are those of everyday life",
	},
	.why = {
		.fr = "Un mot d’administration arrête la lecture. Certaines personnes croient que la page n’est pas pour elles.",
		.en = "An administrative word stops reading. Some people think that the page is not for them.",
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
