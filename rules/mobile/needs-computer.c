/* What is done online can be done with a phone. */
#include "rules/common/pattern.h"

enum { COMPUTER };

static const struct clair_message messages[] = {
	[COMPUTER] = {
		.key = "computer",
		.fr = "« {text} » : qui n’a qu’un téléphone semble bloqué. Vérifier qu’il y a un autre moyen.",
		.en = "“{text}”: people who only have a phone seem to be stuck. Check that there is another way.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return text_review_first(ctx, "needs-computer", COMPUTER);
}

CLAIR_RULE(mobile_needs_computer) = {
	.id = "mobile/needs-computer",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_PHONE_ONLY | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.on_text = true,
	.needs = CLAIR_IDS("S-128", "S-131"),
	.title = {
		.fr = "Ce qui se fait en ligne se fait avec un téléphone",
		.en = "What is done online can be done with a phone",
	},
	.why = {
		.fr = "Beaucoup de personnes n’ont qu’un téléphone. Elles n’iront pas acheter un ordinateur.",
		.en = "Many people only have a phone. They will not go and buy a computer.",
	},
	.remedy = {
		.fr = "Rendre la démarche possible sur un téléphone. En attendant, dire où trouver de l’aide ou un ordinateur.",
		.en = "Make it possible on a phone. Until then, say where to find help or a computer.",
	},
	.limits = {
		.fr = "La règle lit ce que la page dit, elle n’essaie pas la démarche.",
		.en = "The rule reads what the page says; it does not try the procedure.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
