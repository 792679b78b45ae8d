/* To refuse trackers is as easy as to accept them. */
#include "clairlint/rule.h"

enum { NO_REFUSE };

static const struct clair_message messages[] = {
	[NO_REFUSE] = {
		.key = "no-refuse",
		.fr = "Cette demande d’accord pour les cookies a un bouton pour accepter. Aucun bouton pour refuser n’a été trouvé à côté.",
		.en = "This request about cookies has a button to accept. No button to refuse was found beside it.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_consent consent = clair_consent(ctx);

	if (consent.accept == NULL)
		return CLAIR_INAPPLICABLE;
	if (consent.refuse != NULL)
		return CLAIR_PASS;
	clair_review(ctx, consent.accept, NO_REFUSE);
	return CLAIR_REVIEW;
}

CLAIR_RULE(legal_cookie_refuse) = {
	.id = "legal/cookie-refuse",
	.since = "0.1",
	.maturity = CLAIR_EXPERIMENTAL,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_BLIND,
	.needs = CLAIR_IDS("S-153"),
	.title = {
		.fr = "Refuser les cookies est aussi simple que les accepter",
		.en = "To refuse cookies is as easy as to accept them",
	},
	.why = {
		.fr = "Quand un seul bouton se voit, on clique dessus pour continuer. Ce n’est pas un choix.",
		.en = "When one button only is seen, people press it to go on. It is no choice.",
	},
	.remedy = {
		.fr = "Mettre « Tout refuser » à côté de « Tout accepter », de même taille.",
		.en = "Put “Refuse all” beside “Accept all”, of the same size.",
	},
	.limits = {
		.fr = "Un script peut ajouter le bouton. Une page sans demande n’est pas jugée.",
		.en = "A script may add the button. A page without a request is not judged.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
