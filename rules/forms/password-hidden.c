/* People may see the password that they type. */
#include "rules/common/journey.h"

enum { HIDDEN };

static const struct clair_message messages[] = {
	[HIDDEN] = {
		.key = "hidden",
		.fr = "Rien n’a été trouvé pour afficher le mot de passe écrit dans « {name} ».",
		.en = "Nothing was found to show the password written in “{name}”.",
	},
};

static bool
has_switch(struct clair_ctx *ctx, const struct clair_node *form)
{
	for (const struct clair_node *node = clair_next_inside(form, form); node != NULL; node = clair_next_inside(form, node)) {
		const enum clair_role role = clair_role(ctx, node);

		if ((role == CLAIR_ROLE_BUTTON || role == CLAIR_ROLE_CHECKBOX || role == CLAIR_ROLE_SWITCH ||
		        role == CLAIR_ROLE_LINK) &&
		    clair_matches(ctx, "password-show", clair_name(ctx, node)))
			return true;
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *password = clair_page_in_french(ctx) ? rule_login_password(ctx) : NULL;

	if (password == NULL)
		return CLAIR_INAPPLICABLE;
	if (has_switch(ctx, clair_closest(password, CLAIR_TAG_FORM)))
		return CLAIR_PASS;
	clair_arg(clair_review(ctx, password, HIDDEN), "name", clair_name(ctx, password));
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_password_hidden) = {
	.id = "forms/password-hidden",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-061"),
	.title = {
		.fr = "On peut afficher le mot de passe que l’on écrit",
		.en = "People may show the password that they write",
	},
	.why = {
		.fr = "Sans voir ce qu’on écrit, on se trompe, surtout sur un téléphone. Après trois essais, le compte "
		    "est bloqué.",
		.en = "Without seeing what they write, people make mistakes, above all on a phone. After three tries "
		    "the account is locked.",
	},
	.remedy = {
		.fr = "Ajouter une case « Afficher le mot de passe » à côté du champ.",
		.en = "Add a box “Show the password” beside the field.",
	},
	.limits = {
		.fr = "Une case mise par un script n’est pas vue.",
		.en = "A box that a script puts there is not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
