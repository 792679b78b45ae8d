/* A form does not oblige people to have an e-mail address. */
#include "rules/common/journey.h"

enum { ONLY };

static const struct clair_message messages[] = {
	[ONLY] = {
		.key = "only-email",
		.fr = "« {name} » est obligatoire, et aucun champ pour un téléphone ou une adresse postale n’a été "
		    "trouvé.",
		.en = "“{name}” is required, and no field for a telephone or a postal address was found.",
	},
};

static bool
takes_another_way(struct clair_ctx *ctx, const struct clair_node *field)
{
	return clair_attr_is(field, CLAIR_ATTR_TYPE, "tel") || clair_attr_has_token(field, CLAIR_ATTR_AUTOCOMPLETE, "tel") ||
	    clair_matches(ctx, "field-phone", clair_name(ctx, field)) ||
	    clair_matches(ctx, "field-address", clair_name(ctx, field)) ||
	    clair_matches(ctx, "field-post-code", clair_name(ctx, field));
}

static bool
has_another_way(struct clair_ctx *ctx, const struct clair_form *form)
{
	for (size_t i = 0; i < clair_entry_count(ctx); i++)
		if (clair_entry_at(ctx, i)->form == form && takes_another_way(ctx, clair_entry_at(ctx, i)->field))
			return true;
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_entry *email = rule_is_task(ctx) ? rule_entry_for(ctx, CLAIR_NEED_EMAIL) : NULL;

	if (email == NULL || email->form == NULL || email->form->is_login || email->form->fields < 2)
		return CLAIR_INAPPLICABLE;
	if (!email->required || has_another_way(ctx, email->form))
		return CLAIR_PASS;
	clair_arg(clair_review(ctx, email->field, ONLY), "name", clair_name(ctx, email->field));
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_email_required) = {
	.id = "forms/email-required",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-068"),
	.title = {
		.fr = "Un formulaire n’oblige pas à avoir une adresse électronique",
		.en = "A form does not oblige people to have an e-mail address",
	},
	.why = {
		.fr = "Des personnes n’ont pas d’adresse électronique, ne la connaissent pas ou ne la lisent pas. Elles "
		    "ne peuvent pas envoyer.",
		.en = "Some people have no e-mail address, do not know it or do not read it. They cannot send the form.",
	},
	.remedy = {
		.fr = "Accepter aussi un téléphone ou une adresse postale : une seule façon de joindre la personne "
		    "suffit.",
		.en = "Accept a telephone or a postal address too: one way to reach the person is enough.",
	},
	.limits = {
		.fr = "La règle regarde les champs du même formulaire.",
		.en = "The rule looks at the fields of the same form.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
