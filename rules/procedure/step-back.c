/* From each step people can go back and correct. */
#include "rules/common/journey.h"

enum { STUCK };

static const struct clair_message messages[] = {
	[STUCK] = {
		.key = "stuck",
		.fr = "Cette étape n’est pas la première, et aucun bouton pour revenir ou modifier n’a été trouvé.",
		.en = "This is not the first step, and no button to go back or to change was found.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_form *form = rule_main_form(ctx);

	if (form == NULL || !form->has_steps || form->fields == 0 ||
	    clair_block_saying(ctx, "later-step", true) == NULL)
		return CLAIR_INAPPLICABLE;
	if (clair_control_saying(ctx, "step-back", true) != NULL)
		return CLAIR_PASS;
	clair_review(ctx, form->node, STUCK);
	return CLAIR_REVIEW;
}

CLAIR_RULE(procedure_step_back) = {
	.id = "procedure/step-back",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-075"),
	.title = {
		.fr = "À chaque étape, on peut revenir et corriger",
		.en = "At each step people can go back and correct",
	},
	.why = {
		.fr = "Une erreur vue trop tard oblige à tout recommencer, ou reste dans le dossier.",
		.en = "A mistake seen too late has people start again, or stays in the file.",
	},
	.remedy = {
		.fr = "Ajouter un bouton « Précédent » à chaque étape, et une page pour tout relire avant l’envoi.",
		.en = "Add a button “Previous” at each step, and a page to read all again before sending.",
	},
	.limits = {
		.fr = "Le retour du navigateur n’est pas compté : il perd souvent ce qui est écrit.",
		.en = "The browser’s back button does not count: it often loses what was written.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
