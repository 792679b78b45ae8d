/* What an application does can be done without it. */
#include "rules/common/pattern.h"

enum { APPLICATION };

static const struct clair_message messages[] = {
	[APPLICATION] = {
		.key = "application",
		.fr = "« {text} » : qui ne peut pas installer l’application semble bloqué. Vérifier qu’il y a un autre moyen.",
		.en = "“{text}”: people who cannot install the application seem to be stuck. Check that there is another way.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return text_review_first(ctx, "app-only", APPLICATION);
}

CLAIR_RULE(mobile_app_only) = {
	.id = "mobile/app-only",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_PHONE_ONLY | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY | CLAIR_COGNITIVE,
	.on_text = true,
	.needs = CLAIR_IDS("S-140"),
	.title = {
		.fr = "Un service n’existe pas que dans une application",
		.en = "A service is not only in an application",
	},
	.why = {
		.fr = "Un vieux téléphone, un téléphone plein ou partagé n’installe pas une application de plus.",
		.en = "An old phone, a full one or a shared one cannot take one more application.",
	},
	.remedy = {
		.fr = "Proposer le même service sur le site, au téléphone et sur place, et le dire à côté.",
		.en = "Offer the same service on the site, by telephone and on the spot, and say so beside it.",
	},
	.limits = {
		.fr = "La règle lit ce que la page dit. L’autre moyen est peut-être sur une autre page.",
		.en = "The rule reads what the page says. The other way may be on another page.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
