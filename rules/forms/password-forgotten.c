/* To sign in, people who forgot their password find a way. */
#include "rules/common/journey.h"

enum { NONE };

static const struct clair_message messages[] = {
	[NONE] = {
		.key = "none",
		.fr = "Aucun lien « Mot de passe oublié » n’a été trouvé sur cette page de connexion.",
		.en = "No link “Forgotten password” was found on this page to sign in.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *password = rule_login_password(ctx);

	if (password == NULL || !clair_page_in_french(ctx))
		return CLAIR_INAPPLICABLE;
	if (clair_page_mentions(ctx, "password-forgotten"))
		return CLAIR_PASS;
	clair_review(ctx, password, NONE);
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_password_forgotten) = {
	.id = "forms/password-forgotten",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-062"),
	.title = {
		.fr = "Une connexion aide qui a oublié son mot de passe",
		.en = "A page to sign in helps those who forgot their password",
	},
	.why = {
		.fr = "Le mot de passe oublié est la première raison d’appeler à l’aide. Sans lien, on reste dehors.",
		.en = "A forgotten password is the first reason to call for help. Without a link, people stay outside.",
	},
	.remedy = {
		.fr = "Mettre un lien « Mot de passe oublié ? » près du champ, et un numéro à appeler.",
		.en = "Put a link “Forgotten password?” near the field, and a number to call.",
	},
	.limits = {
		.fr = "Un lien mis par un script n’est pas vu.",
		.en = "A link that a script puts there is not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
