/* A long form can be kept and taken up again. */
#include "rules/common/journey.h"

enum { LOST };

static const struct clair_message messages[] = {
	[LOST] = {
		.key = "lost",
		.fr = "Ce formulaire a {count} champs, et rien pour enregistrer et reprendre plus tard n’a été trouvé.",
		.en = "This form has {count} fields, and nothing to save it and take it up later was found.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double most = clair_threshold(ctx, "procedure.formulaire.reprise");
	const struct clair_form *form = rule_is_task(ctx) ? rule_main_form(ctx) : NULL;

	if (form == NULL || form->fields < most)
		return CLAIR_INAPPLICABLE;
	if (clair_page_mentions(ctx, "save-later"))
		return CLAIR_PASS;
	clair_arg_num(clair_review(ctx, form->node, LOST), "count", form->fields);
	return CLAIR_REVIEW;
}

CLAIR_RULE(procedure_save_later) = {
	.id = "procedure/save-later",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-047", "S-077"),
	.thresholds = CLAIR_IDS("procedure.formulaire.reprise"),
	.title = {
		.fr = "Un long formulaire s’enregistre et se reprend plus tard",
		.en = "A long form can be saved and taken up later",
	},
	.why = {
		.fr = "Il manque un papier, la connexion coupe, la session expire : tout est à refaire, et on renonce.",
		.en = "A paper is missing, the connection drops, the session ends: all is to be done again, and people "
		    "give up.",
	},
	.remedy = {
		.fr = "Ajouter un bouton « Enregistrer et reprendre plus tard ». Le dire au début.",
		.en = "Add a button “Save and go on later”. Say so at the start.",
	},
	.limits = {
		.fr = "La règle lit les mots de la page. Un script enregistre peut-être tout seul.",
		.en = "The rule reads the words of the page. A script may save by itself.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
