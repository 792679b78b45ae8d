/* A statement says how to turn to the Défenseur des droits. */
#include "clairlint/rule.h"

enum { NO_OMBUDSMAN, OUTDATED, NO_WAY };

static const struct clair_message messages[] = {
	[NO_OMBUDSMAN] = {
		.key = "no-ombudsman",
		.fr = "La déclaration ne semble pas parler du Défenseur des droits.",
		.en = "The statement does not seem to speak of the Défenseur des droits.",
	},
	[OUTDATED] = {
		.key = "outdated",
		.fr = "Cette adresse du Défenseur des droits n’est plus la bonne.",
		.en = "This address of the Défenseur des droits is no longer the right one.",
	},
	[NO_WAY] = {
		.key = "no-way",
		.fr = "La déclaration nomme le Défenseur des droits, et ne semble pas dire comment lui écrire.",
		.en = "The statement names the Défenseur des droits, and does not seem to say how to write to him.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_statement *statement = clair_statement(ctx);
	const unsigned ways =
	    CLAIR_OMBUDSMAN_FORM | CLAIR_OMBUDSMAN_ADDRESS | CLAIR_OMBUDSMAN_SEAT | CLAIR_OMBUDSMAN_PHONE;

	if (statement == NULL)
		return CLAIR_INAPPLICABLE;
	if (statement->outdated_block != NULL) {
		clair_report_block(ctx, statement->outdated_block, OUTDATED);
		return CLAIR_FAIL;
	}
	if ((statement->ombudsman & ways) != 0)
		return CLAIR_PASS;
	clair_review(ctx, statement->node, statement->ombudsman == 0 ? NO_OMBUDSMAN : NO_WAY);
	return CLAIR_REVIEW;
}

CLAIR_RULE(legal_statement_recourse) = {
	.id = "legal/statement-recourse",
	.since = "0.1",
	.maturity = CLAIR_EXPERIMENTAL,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_EVERYONE,
	.needs = CLAIR_IDS("S-161", "S-162"),
	.title = {
		.fr = "La déclaration d’accessibilité dit comment saisir le Défenseur des droits",
		.en = "The statement of accessibility says how to turn to the Défenseur des droits",
	},
	.why = {
		.fr = "Sans réponse du site, une personne a le droit d’être aidée. Il faut lui dire par qui.",
		.en = "When the site does not answer, people have a right to be helped. They need to be told by whom.",
	},
	.remedy = {
		.fr = "Écrire : « Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07 ». Mettre le lien vers son formulaire.",
		.en = "Write: “Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07”. Put the link to his form.",
	},
	.limits = {
		.fr = "La règle lit le texte de la page. Elle ne lit pas un document joint.",
		.en = "The rule reads the text of the page. It does not read an attached document.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
