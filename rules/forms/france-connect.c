/* A public service lets people sign in with an account that they have. */
#include "rules/common/journey.h"

enum { NONE };

static const struct clair_message messages[] = {
	[NONE] = {
		.key = "none",
		.fr = "FranceConnect n’a pas été trouvé sur cette page de connexion d’un service public.",
		.en = "FranceConnect was not found on this page to sign in to a public service.",
	},
};

/* The official button has a class, and its words are at times in a picture. */
static bool
has_button(struct clair_ctx *ctx)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_BUTTON, CLAIR_TAG_A, CLAIR_TAG_DIV, CLAIR_TAG_IMG};

	for (size_t t = 0; t < CLAIR_LEN(tags); t++) {
		for (size_t i = 0; i < clair_tag_count(ctx, tags[t]); i++) {
			const struct clair_node *node = clair_tag_at(ctx, tags[t], i);
			const char *class = clair_attr(node, CLAIR_ATTR_CLASS);
			const char *address = clair_attr(node, tags[t] == CLAIR_TAG_IMG ? CLAIR_ATTR_SRC : CLAIR_ATTR_HREF);

			if ((class != NULL && clair_matches(ctx, "france-connect-mark", class)) ||
			    (address != NULL && clair_matches(ctx, "france-connect-mark", address)))
				return true;
		}
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	if (!rule_is_public_login(ctx) || rule_login_password(ctx) == NULL)
		return CLAIR_INAPPLICABLE;
	if (clair_page_mentions(ctx, "france-connect") || has_button(ctx))
		return CLAIR_PASS;
	clair_review(ctx, rule_page_place(ctx), NONE);
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_france_connect) = {
	.id = "forms/france-connect",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-065", "S-067"),
	.title = {
		.fr = "Un service public se rejoint avec FranceConnect",
		.en = "A public service is entered with FranceConnect",
	},
	.why = {
		.fr = "Chaque compte est un identifiant et un mot de passe de plus à garder. On les perd.",
		.en = "Each account is one more name and password to keep. People lose them.",
	},
	.remedy = {
		.fr = "Proposer FranceConnect, en premier. Laisser lire les informations sans compte.",
		.en = "Offer FranceConnect, first. Let people read the information without an account.",
	},
	.limits = {
		.fr = "La règle cherche le bouton par ses mots, sa classe, son image et son adresse. Un service pour "
		    "agents n’est pas concerné.",
		.en = "The rule looks for the button by its words, class, picture and address. A service for civil "
		    "servants is not concerned.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
