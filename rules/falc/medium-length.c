/* A sound or a film says how long it is. */
#include "rules/common/media.h"

enum { UNSAID };

static const struct clair_message messages[] = {
	[UNSAID] = {
		.key = "unsaid",
		.each = true,
		.fr = "Rien ne dit combien de temps dure ce média.",
		.en = "Nothing says how long this medium is.",
	},
};

static bool
says(struct clair_ctx *ctx, const struct clair_node *beside)
{
	return beside != NULL && clair_matches(ctx, "says-length", clair_text_content(ctx, beside));
}

static bool
says_length(struct clair_ctx *ctx, const struct clair_medium *medium)
{
	return clair_matches(ctx, "says-length", medium->announced) ||
	    says(ctx, clair_previous_sibling(medium->node)) ||
	    says(ctx, clair_next_sibling(medium->node));
}

static enum clair_outcome
check_one(struct clair_ctx *ctx, const struct clair_medium *medium)
{
	if (medium->decor || says_length(ctx, medium))
		return CLAIR_PASS;
	clair_review(ctx, medium->node, UNSAID);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	return rule_each_medium(ctx, check_one);
}

CLAIR_RULE(falc_medium_length) = {
	.id = "falc/medium-length",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.falc = CLAIR_IDS("A07", "V02"),
	.title = {
		.fr = "On sait combien de temps dure un son ou une vidéo",
		.en = "People know how long a sound or a film is",
	},
	.why = {
		.fr = "On choisit de commencer quand on sait combien de temps il faut rester attentif.",
		.en = "People choose to start when they know how long it takes their attention.",
	},
	.remedy = {
		.fr = "Écrire la durée à côté, par exemple : « 3 minutes ». Couper une longue vidéo en parties.",
		.en = "Write the length next to it, for instance: “3 minutes”. Cut a long film into parts.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC).",
		.en = "The rule holds only for pages judged as easy to read (FALC).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
