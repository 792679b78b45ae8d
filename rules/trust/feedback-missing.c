/* A procedure page lets people say what goes wrong. */
#include "clairlint/rule.h"

enum { MISSING };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "missing",
		.fr = "La page explique une démarche, et ne semble pas permettre de donner son avis ou de signaler un problème.",
		.en = "The page explains a procedure, and does not seem to let people give their opinion or report a problem.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	if (!clair_explains_procedure(ctx))
		return CLAIR_INAPPLICABLE;
	if (clair_control_saying(ctx, "feedback-control", false) != NULL ||
	    clair_block_saying(ctx, "feedback-words", false) != NULL)
		return CLAIR_PASS;
	clair_review_page(ctx, MISSING);
	return CLAIR_REVIEW;
}

CLAIR_RULE(trust_feedback_missing) = {
	.id = "trust/feedback-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-107", "S-174"),
	.title = {
		.fr = "Une page de démarche permet de donner son avis et de signaler un problème",
		.en = "A procedure page lets people give their opinion and report a problem",
	},
	.why = {
		.fr = "La personne bloquée ne peut prévenir personne. Le problème reste pour les suivantes.",
		.en = "People who are stuck can tell nobody. The problem stays for the next ones.",
	},
	.remedy = {
		.fr = "Ajouter en bas de page un lien « Donner mon avis » ou « Signaler un problème », sans compte à créer.",
		.en = "Add at the bottom of the page a link “Give my opinion” or “Report a problem”, without an account.",
	},
	.limits = {
		.fr = "La règle lit les liens, les boutons et le texte, pas ce que des scripts ajoutent.",
		.en = "The rule reads links, buttons and text, not what scripts add.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
