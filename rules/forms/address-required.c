/* A form has a place for those who have no address or no bank account. */
#include "rules/common/journey.h"

enum { ADDRESS, BANK };

static const struct clair_message messages[] = {
	[ADDRESS] = {
		.key = "address",
		.fr = "« {name} » est obligatoire. Rien ne semble prévu pour qui est hébergé, domicilié ou sans "
		    "adresse.",
		.en = "“{name}” is required. Nothing seems meant for people who are housed by others or have no "
		    "address.",
	},
	[BANK] = {
		.key = "bank",
		.fr = "« {name} » est obligatoire. Rien ne semble prévu pour qui n’a pas de compte en banque.",
		.en = "“{name}” is required. Nothing seems meant for people who have no bank account.",
	},
};

static bool
is_address(struct clair_ctx *ctx, const struct clair_node *field)
{
	return clair_attr_has_token(field, CLAIR_ATTR_AUTOCOMPLETE, "street-address") ||
	    clair_attr_has_token(field, CLAIR_ATTR_AUTOCOMPLETE, "address-line1") ||
	    (rule_is_typed(field) && clair_matches(ctx, "field-address", clair_name(ctx, field)));
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_entry *found = NULL;

	for (size_t i = 0; rule_is_task(ctx) && found == NULL && i < clair_entry_count(ctx); i++) {
		const struct clair_entry *entry = clair_entry_at(ctx, i);

		if (entry->required && (entry->need == CLAIR_NEED_IBAN || is_address(ctx, entry->field)))
			found = entry;
	}
	if (found == NULL)
		return CLAIR_INAPPLICABLE;
	if (clair_page_mentions(ctx, "address-option"))
		return CLAIR_PASS;
	clair_arg(clair_review(ctx, found->field, found->need == CLAIR_NEED_IBAN ? BANK : ADDRESS), "name",
	    clair_name(ctx, found->field));
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_address_required) = {
	.id = "forms/address-required",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-073"),
	.title = {
		.fr = "Un formulaire prévoit de ne pas avoir d’adresse ou de compte",
		.en = "A form allows for having no address or no account",
	},
	.why = {
		.fr = "Une personne sans logement ou sans compte ne peut pas finir. C’est souvent elle qui en a le plus "
		    "besoin.",
		.en = "People without a home or an account cannot get to the end. They are often those who need it "
		    "most.",
	},
	.remedy = {
		.fr = "Ajouter un choix : « Je suis hébergé », « Je suis domicilié au CCAS », « Je n’ai pas de compte "
		    "».",
		.en = "Add a choice: “I live at somebody’s”, “I have an address at a social centre”, “I have no "
		    "account”.",
	},
	.limits = {
		.fr = "La règle lit les mots de la page.",
		.en = "The rule reads the words of the page.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
