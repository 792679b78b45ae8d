/* A statement is for the site that shows it. */
#include "clairlint/rule.h"

enum { OTHER_SITE };

static const struct clair_message messages[] = {
	[OTHER_SITE] = {
		.key = "other-site",
		.fr = "La déclaration parle de « {said} », et la page est sur un autre site. Vérifier que c’est bien la déclaration de ce site.",
		.en = "The statement speaks of “{said}”, and the page is on another site. Check that it is the statement of this site.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_statement *statement = clair_statement(ctx);

	if (statement == NULL || statement->unfilled_block != NULL || statement->place == CLAIR_PLACE_UNKNOWN)
		return CLAIR_INAPPLICABLE;
	if (statement->place == CLAIR_PLACE_SAME)
		return CLAIR_PASS;
	clair_arg(clair_review(ctx, statement->node, OTHER_SITE), "said", statement->address);
	return CLAIR_REVIEW;
}

CLAIR_RULE(legal_statement_site) = {
	.id = "legal/statement-site",
	.since = "0.1",
	.maturity = CLAIR_EXPERIMENTAL,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_EVERYONE,
	.needs = CLAIR_IDS("S-161"),
	.title = {
		.fr = "La déclaration d’accessibilité est celle du site",
		.en = "The statement of accessibility is that of the site",
	},
	.why = {
		.fr = "Une déclaration copiée d’un autre site ne dit rien de celui-ci.",
		.en = "A statement copied from another site says nothing of this one.",
	},
	.remedy = {
		.fr = "Écrire le nom et l’adresse du site dans la déclaration.",
		.en = "Write the name and the address of the site in the statement.",
	},
	.limits = {
		.fr = "Un site peut avoir plusieurs adresses, ou porter les déclarations d’autres services.",
		.en = "A site may have several addresses, or hold the statements of other services.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
