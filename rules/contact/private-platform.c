/* What a private company hosts has another way. */
#include "rules/common/contact.h"

enum { PRIVATE };

static const struct clair_message messages[] = {
	[PRIVATE] = {
		.key = "private",
		.fr = "La page renvoie à {company}, un service privé. Aucun téléphone, aucune adresse et aucun guichet n’ont été trouvés pour s’en passer.",
		.en = "The page sends people to {company}, a private service. No telephone, no address and no desk were found to do without it.",
	},
};

enum { OTHERS = CLAIR_OFFLINE_CHANNELS | CLAIR_CHANNELS(CLAIR_CHANNEL_EMAIL) };

static const char *
company_of(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *address = clair_attr(node, clair_tag(node) == CLAIR_TAG_A ? CLAIR_ATTR_HREF : CLAIR_ATTR_SRC);

	return address == NULL ? NULL : clair_lookup_host(ctx, "plateformes-privees", address);
}

/* The first link or frame of the main content that leads to one; `*company` is its name. */
static const struct clair_node *
first_platform(struct clair_ctx *ctx, const char **company)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_A, CLAIR_TAG_IFRAME};

	for (size_t t = 0; t < CLAIR_LEN(tags); t++) {
		for (size_t i = 0; i < clair_tag_count(ctx, tags[t]); i++) {
			const struct clair_node *node = clair_tag_at(ctx, tags[t], i);

			*company = company_of(ctx, node);
			if (*company != NULL && clair_region(ctx, node) == CLAIR_IN_MAIN && clair_rendered(ctx, node) &&
			    !clair_matches(ctx, "survey-said", clair_name(ctx, node)))
				return node;
		}
	}
	return NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const char *company = NULL;
	const struct clair_node *node = clair_page_in_french(ctx) ? first_platform(ctx, &company) : NULL;

	if (node == NULL)
		return CLAIR_INAPPLICABLE;
	if (contact_has(ctx, OTHERS))
		return CLAIR_PASS;
	clair_arg(clair_review(ctx, node, PRIVATE), "company", company);
	return CLAIR_REVIEW;
}

CLAIR_RULE(contact_private_platform) = {
	.id = "contact/private-platform",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-102"),
	.title = {
		.fr = "Une démarche chez une entreprise privée a une autre voie",
		.en = "A procedure kept by a private company has another way",
	},
	.why = {
		.fr = "Il faut créer un compte chez une entreprise, et lui donner ses données. Qui ne veut pas ou ne sait pas n’a plus accès au service.",
		.en = "A company asks for an account and for personal data. Who will not or cannot give them has no access to the service any more.",
	},
	.remedy = {
		.fr = "Écrire à côté du lien un numéro de téléphone, ou le lieu où venir.",
		.en = "Write beside the link a telephone number, or the place to come to.",
	},
	.limits = {
		.fr = "La règle connaît les entreprises d’une liste : rendez-vous, formulaires, billets.",
		.en = "The rule knows the companies of a list: appointments, forms, tickets.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
