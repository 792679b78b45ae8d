/* A procedure says how to do it for somebody else. */
#include "rules/common/journey.h"

enum { NOBODY, LOGIN };

static const struct clair_message messages[] = {
	[NOBODY] = {
		.key = "nobody",
		.fr = "La page ne semble pas dire comment faire la démarche pour une autre personne : un proche, un "
		    "enfant, avec un mandat.",
		.en = "The page does not seem to say how to do the procedure for somebody else: a relative, a child, "
		    "with a mandate.",
	},
	[LOGIN] = {
		.key = "login",
		.fr = "Aucun accès pour un aidant n’a été trouvé ici. Vérifier qu’il n’a pas à utiliser le mot de passe "
		    "de la personne.",
		.en = "No access for a helper was found here. Check that helpers need not use the person’s password.",
	},
};

static enum clair_outcome
check_login(struct clair_ctx *ctx)
{
	if (clair_page_mentions(ctx, "delegated-access"))
		return CLAIR_PASS;
	clair_review(ctx, rule_page_place(ctx), LOGIN);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	if (rule_is_public_login(ctx) && rule_login_password(ctx) != NULL)
		return check_login(ctx);
	if (!rule_is_sheet(ctx))
		return CLAIR_INAPPLICABLE;
	if (clair_page_mentions(ctx, "for-somebody"))
		return CLAIR_PASS;
	clair_review(ctx, rule_page_place(ctx), NOBODY);
	return CLAIR_REVIEW;
}

CLAIR_RULE(procedure_helper) = {
	.id = "procedure/helper",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-099", "S-100"),
	.title = {
		.fr = "Une démarche dit comment la faire pour quelqu’un d’autre",
		.en = "A procedure says how to do it for somebody else",
	},
	.why = {
		.fr = "Beaucoup de personnes se font aider. Sans accès prévu, l’aidant garde leurs mots de passe.",
		.en = "Many people get help. Without an access of their own, helpers keep their passwords.",
	},
	.remedy = {
		.fr = "Ajouter « Je fais la démarche pour quelqu’un ». Prévoir un mandat, ou Aidants Connect.",
		.en = "Add “I do it for somebody else”. Allow a mandate, or Aidants Connect.",
	},
	.limits = {
		.fr = "La règle cherche ces mots sur la page. Le choix est peut-être dans le formulaire.",
		.en = "The rule looks for these words on the page. The choice may be in the form.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
