/* No words of the model are left in a statement. */
#include "clairlint/rule.h"

enum { UNFILLED };

static const struct clair_message messages[] = {
	[UNFILLED] = {
		.key = "unfilled",
		.fr = "« {words} » : ces mots du modèle n’ont pas été remplacés.",
		.en = "“{words}”: these words of the model were not replaced.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_statement *statement = clair_statement(ctx);

	if (statement == NULL)
		return CLAIR_INAPPLICABLE;
	if (statement->unfilled_block == NULL)
		return CLAIR_PASS;
	clair_arg(clair_report_block(ctx, statement->unfilled_block, UNFILLED), "words", statement->unfilled);
	return CLAIR_FAIL;
}

CLAIR_RULE(legal_statement_unfilled) = {
	.id = "legal/statement-unfilled",
	.since = "0.1",
	.maturity = CLAIR_EXPERIMENTAL,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_EVERYONE,
	.needs = CLAIR_IDS("S-161"),
	.title = {
		.fr = "La déclaration d’accessibilité est remplie",
		.en = "The statement of accessibility is filled in",
	},
	.why = {
		.fr = "Un modèle non rempli ne dit rien. La personne ne sait ni l’état du site, ni à qui écrire.",
		.en = "A model that is not filled in says nothing. People know neither the state of the site nor whom to write to.",
	},
	.remedy = {
		.fr = "Remplacer chaque mot entre crochets par ce qui est vrai pour le site.",
		.en = "Replace all words between brackets by what is true of the site.",
	},
	.limits = {
		.fr = "La règle montre le premier endroit seulement.",
		.en = "The rule shows the first place only.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
