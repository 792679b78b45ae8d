/* A web form is made for the screen, not copied from a paper one. */
#include "rules/common/journey.h"

enum { CERFA };

static const struct clair_message messages[] = {
	[CERFA] = {
		.key = "cerfa",
		.fr = "Ce formulaire en ligne porte un numéro de formulaire papier (Cerfa). Vérifier qu’il n’en est pas "
		    "la copie.",
		.en = "This online form bears the number of a paper form (Cerfa). Check that it is no copy of it.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *place = rule_page_place(ctx);

	if (clair_page_kind(ctx).kind != CLAIR_PAGE_FORM || !clair_page_in_french(ctx) || rule_main_form(ctx) == NULL)
		return CLAIR_INAPPLICABLE;
	if (!clair_matches(ctx, "cerfa", clair_page_title(ctx)) &&
	    (place == clair_root(ctx) || !clair_matches(ctx, "cerfa", clair_visible_text(ctx, place))))
		return CLAIR_PASS;
	clair_review(ctx, place, CERFA);
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_paper_form) = {
	.id = "forms/paper-form",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-057"),
	.title = {
		.fr = "Un formulaire en ligne n’est pas la copie d’un formulaire papier",
		.en = "An online form is no copy of a paper form",
	},
	.why = {
		.fr = "Un formulaire papier montre toutes les cases à tout le monde. À l’écran, on peut ne poser que "
		    "les questions utiles.",
		.en = "A paper form shows all its boxes to everybody. On a screen, only useful questions may be asked.",
	},
	.remedy = {
		.fr = "Poser une question à la fois. Cacher ce qui ne concerne pas la personne. Donner au formulaire un "
		    "nom courant.",
		.en = "Ask one question at a time. Hide what does not concern the person. Give the form a plain name.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
