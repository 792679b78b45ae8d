/* People sign in without an account of a private company. */
#include "clairlint/rule.h"

enum { PRIVATE_ONLY };

static const struct clair_message messages[] = {
	[PRIVATE_ONLY] = {
		.key = "private-only",
		.fr = "Pour se connecter, la page ne semble proposer que le compte d’une entreprise : « {name} ».",
		.en = "To sign in, the page only seems to offer the account of a company: “{name}”.",
	},
};

/* Another way to sign in: a password, an address to write to, an account of the State. */
static bool
has_other_way(struct clair_ctx *ctx)
{
	return clair_personal_field(ctx) != NULL || clair_control_saying(ctx, "public-login", false) != NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *control = clair_control_saying(ctx, "private-login", false);

	if (control == NULL)
		return CLAIR_INAPPLICABLE;
	if (has_other_way(ctx))
		return CLAIR_PASS;
	clair_arg(clair_review(ctx, control, PRIVATE_ONLY), "name", clair_name(ctx, control));
	return CLAIR_REVIEW;
}

CLAIR_RULE(trust_private_login) = {
	.id = "trust/private-login",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_EVERYONE,
	.needs = CLAIR_IDS("S-158"),
	.title = {
		.fr = "On se connecte sans le compte d’une entreprise",
		.en = "People sign in without the account of a company",
	},
	.why = {
		.fr = "Pour accéder à un droit, nul n’a à ouvrir un compte chez une entreprise ni à accepter ses règles.",
		.en = "To reach a right, nobody has to open an account with a company or to accept its rules.",
	},
	.remedy = {
		.fr = "Proposer FranceConnect, ou un compte du service avec une adresse et un mot de passe.",
		.en = "Offer FranceConnect, or an account of the service with an address and a password.",
	},
	.limits = {
		.fr = "L’autre moyen est peut-être sur une autre page.",
		.en = "The other way may be on another page.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
