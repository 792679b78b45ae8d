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
	static const enum clair_tag tags[] = {CLAIR_TAG_A, CLAIR_TAG_BUTTON};

	if (clair_personal_field(ctx) != NULL)
		return true;
	for (size_t t = 0; t < CLAIR_LEN(tags); t++)
		for (size_t i = 0; i < clair_tag_count(ctx, tags[t]); i++)
			if (clair_matches(ctx, "public-login", clair_name(ctx, clair_tag_at(ctx, tags[t], i))))
				return true;
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_BUTTON, CLAIR_TAG_A};

	for (size_t t = 0; t < CLAIR_LEN(tags); t++) {
		for (size_t i = 0; i < clair_tag_count(ctx, tags[t]); i++) {
			const struct clair_node *node = clair_tag_at(ctx, tags[t], i);

			if (!clair_matches(ctx, "private-login", clair_name(ctx, node)) || !clair_exposed(ctx, node))
				continue;
			if (has_other_way(ctx))
				return CLAIR_PASS;
			clair_arg(clair_review(ctx, node, PRIVATE_ONLY), "name", clair_name(ctx, node));
			return CLAIR_REVIEW;
		}
	}
	return CLAIR_INAPPLICABLE;
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
