/* A plain word stands in the place of an administrative one. */
#include "rules/common/hardword.h"

enum { PLAIN };

static const struct clair_message messages[] = {
	[PLAIN] = {
		.key = "plain-word",
		.fr = "« {expression} » ne se dit pas tous les jours. On peut souvent dire : {plain}.",
		.en = "“{expression}” is not everyday language. One may often say: {plain}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const size_t count = clair_hard_word_count(ctx, "administratif");

	for (size_t i = 0; i < count; i++)
		hard_word_report(ctx, clair_hard_word(ctx, "administratif", i), PLAIN);
	if (count != 0)
		return CLAIR_FAIL;
	return clair_readability(ctx)->words == 0 ? CLAIR_INAPPLICABLE : CLAIR_PASS;
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
		.fr = "Prendre le mot proposé, s’il dit bien la même chose ici.",
		.en = "Take the word proposed, if it says the same thing here.",
	},
	.limits = {
		.fr = "La règle connaît une liste de mots, et montre chacun une seule fois par page. Elle ne sait pas si le mot est expliqué plus loin.",
		.en = "The rule knows a list of words, and shows each once a page. It cannot tell whether the word is explained further on.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
