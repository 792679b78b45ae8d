/* A statement says how to reach somebody. */
#include "clairlint/rule.h"

enum { NO_CONTACT };

static const struct clair_message messages[] = {
	[NO_CONTACT] = {
		.key = "no-contact",
		.fr = "La déclaration ne semble donner ni adresse électronique, ni formulaire, ni téléphone.",
		.en = "The statement does not seem to give any e-mail address, form or telephone.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_statement *statement = clair_statement(ctx);
	const unsigned enough = CLAIR_REACH_MAIL | CLAIR_REACH_FORM | CLAIR_REACH_PHONE;

	if (statement == NULL)
		return CLAIR_INAPPLICABLE;
	if ((statement->contact & enough) != 0)
		return CLAIR_PASS;
	clair_review(ctx, statement->node, NO_CONTACT);
	return CLAIR_REVIEW;
}

CLAIR_RULE(legal_statement_contact) = {
	.id = "legal/statement-contact",
	.since = "0.1",
	.maturity = CLAIR_EXPERIMENTAL,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_EVERYONE,
	.needs = CLAIR_IDS("S-161"),
	.title = {
		.fr = "La déclaration d’accessibilité dit à qui signaler un problème",
		.en = "The statement of accessibility says whom to tell about a problem",
	},
	.why = {
		.fr = "Sans contact, une personne bloquée ne peut pas demander de l’aide, ni le contenu sous une autre forme.",
		.en = "Without a contact, people who are stuck cannot ask for help, or for the content in another form.",
	},
	.remedy = {
		.fr = "Donner une adresse électronique ou un formulaire, et si possible un téléphone.",
		.en = "Give an e-mail address or a form, and if possible a telephone.",
	},
	.limits = {
		.fr = "La règle lit le texte de la page. Elle ne lit pas un document joint.",
		.en = "The rule reads the text of the page. It does not read an attached document.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
