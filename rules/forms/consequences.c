/* Buttons that bind a person, to be tried by a person. */
#include "clairlint/rule.h"

enum { BINDS, DELETES };

static const struct clair_message messages[] = {
	[BINDS] = {
		.key = "binds",
		.fr = "Le bouton « {name} » engage la personne. Peut-elle relire, corriger ou annuler "
		    "avant que ce soit définitif ?",
		.en = "The button \"{name}\" binds the person. Can they read again, correct or cancel "
		    "before it is final?",
		.rgaa = CLAIR_IDS("11.12.1"),
	},
	[DELETES] = {
		.key = "deletes",
		.fr = "Le bouton « {name} » efface des données. Une confirmation est-elle demandée, ou "
		    "peut-on les retrouver ?",
		.en = "The button \"{name}\" deletes data. Is a confirmation asked, or can they be had "
		    "back?",
		.rgaa = CLAIR_IDS("11.12.2"),
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *button)
{
	const char *name = clair_name(ctx, button);
	bool deletes;

	if (!clair_exposed(ctx, button))
		return CLAIR_INAPPLICABLE;
	deletes = clair_matches(ctx, "deletes", name);
	if (!deletes && !clair_matches(ctx, "binds", name))
		return CLAIR_INAPPLICABLE;

	clair_arg(clair_review(ctx, button, deletes ? DELETES : BINDS), "name", name);
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_consequences) = {
	.id = "forms/consequences",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_ELDERLY | CLAIR_BLIND,
	.audit = true,
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_BUTTON),
	.rgaa = CLAIR_IDS("11.12.1", "11.12.2"),
	.wcag = CLAIR_IDS("3.3.4"),
	.title = {
		.fr = "Avant un engagement ou un effacement, on peut relire et revenir",
		.en = "Before a commitment or a deletion, one can read again and go back",
	},
	.why = {
		.fr = "Une erreur de saisie coûte alors de l’argent, un droit ou des données.",
		.en = "A slip then costs money, a right or data.",
	},
	.remedy = {
		.fr = "Ajouter une page de relecture, ou demander confirmation, ou permettre d’annuler.",
		.en = "Add a page to read again, or ask for a confirmation, or let it be cancelled.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
