/* A page that has people do something shows somebody who can help them. */
#include "rules/common/contact.h"

enum { PROCEDURE, FORM, LOGIN, PAYMENT };

static const struct clair_message messages[] = {
	[PROCEDURE] = {
		.key = "no-human-procedure",
		.fr = "Cette page explique une démarche. Aucun téléphone, aucun lieu où aller et aucun service d’aide n’y ont été trouvés.",
		.en = "This page explains a procedure. No telephone, no place to go and no service that helps were found on it.",
	},
	[FORM] = {
		.key = "no-human-form",
		.fr = "Cette page demande de remplir un formulaire. Aucun téléphone, aucun lieu où aller et aucun service d’aide n’y ont été trouvés.",
		.en = "This page asks people to fill in a form. No telephone, no place to go and no service that helps were found on it.",
	},
	[LOGIN] = {
		.key = "no-human-login",
		.fr = "Cette page demande de s’identifier. Aucun téléphone, aucun lieu où aller et aucun service d’aide n’y ont été trouvés.",
		.en = "This page asks people to sign in. No telephone, no place to go and no service that helps were found on it.",
	},
	[PAYMENT] = {
		.key = "no-human-payment",
		.fr = "Cette page demande de payer. Aucun téléphone, aucun lieu où aller et aucun service d’aide n’y ont été trouvés.",
		.en = "This page asks people to pay. No telephone, no place to go and no service that helps were found on it.",
	},
};

static const struct {
	enum clair_page_kind kind;
	unsigned message;
} kinds[] = {
	{CLAIR_PAGE_PROCEDURE, PROCEDURE},
	{CLAIR_PAGE_FORM, FORM},
	{CLAIR_PAGE_LOGIN, LOGIN},
	{CLAIR_PAGE_PAYMENT, PAYMENT},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < CLAIR_LEN(kinds); i++) {
		if (!contact_page_is(ctx, kinds[i].kind))
			continue;
		/* A form that chooses what is shown asks nothing of the person. */
		if (kinds[i].kind == CLAIR_PAGE_FORM && clair_personal_field(ctx) == NULL)
			return CLAIR_INAPPLICABLE;
		if (contact_has(ctx, CLAIR_HUMAN_CHANNELS))
			return CLAIR_PASS;
		clair_review_page(ctx, kinds[i].message);
		return CLAIR_REVIEW;
	}
	return CLAIR_INAPPLICABLE;
}

CLAIR_RULE(contact_human_missing) = {
	.id = "contact/human-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-079", "S-112", "S-113"),
	.title = {
		.fr = "Une page de démarche dit à qui parler",
		.en = "A page to do something says whom to talk to",
	},
	.why = {
		.fr = "Qui n’y arrive pas seul abandonne, et perd ses droits. Une voix au téléphone ou une personne au guichet débloque.",
		.en = "People who cannot manage alone give up, and lose their rights. A voice on the telephone or a person at a desk gets them on.",
	},
	.remedy = {
		.fr = "Écrire sur la page un numéro de téléphone et ses horaires, ou le lieu où venir. Nommer un service qui aide : France services, CCAS (centre communal d’action sociale).",
		.en = "Write on the page a telephone number and its hours, or the place to come to. Name a service that helps: France services, CCAS.",
	},
	.limits = {
		.fr = "La règle lit le texte de la page, pas les images. L’aide est peut-être sur une autre page : la personne bloquée ici ne la voit pas.",
		.en = "The rule reads the text of the page, not pictures. Help may be on another page: who is stuck here does not see it.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
