/* A telephone field takes the numbers of all countries. */
#include "clairlint/rule.h"
#include "rules/common/journey.h"

enum { REFUSED };

static const struct clair_message messages[] = {
	[REFUSED] = {
		.key = "refused",
		.fr = "« {name} » refuse un numéro d’un autre pays ou écrit avec +33.",
		.en = "“{name}” refuses a number of another country, or one written with +33.",
	},
};

static bool
is_phone(struct clair_ctx *ctx, const struct clair_node *field)
{
	return clair_attr_is(field, CLAIR_ATTR_TYPE, "tel") || clair_attr_has_token(field, CLAIR_ATTR_AUTOCOMPLETE, "tel") ||
	    (rule_is_typed(field) && clair_matches(ctx, "field-phone", clair_name(ctx, field)));
}

/* Numbers of France and of Belgium as people write them from anywhere. */
static bool
takes_foreign(struct clair_ctx *ctx, const struct clair_node *field)
{
	static const char *const numbers[] = {
	    "+33612345678", "0033612345678", "+33 6 12 34 56 78", "+32470123456", "0032470123456", "+32 470 12 34 56"};

	for (size_t i = 0; i < CLAIR_LEN(numbers); i++)
		if (clair_field_accepts(ctx, field, numbers[i]))
			return true;
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *field)
{
	enum clair_attribute attribute = clair_has_attr(field, CLAIR_ATTR_PATTERN) ? CLAIR_ATTR_PATTERN : CLAIR_ATTR_MAXLENGTH;

	if (!clair_is_field(ctx, field) || !clair_visible(ctx, field) || !is_phone(ctx, field) ||
	    clair_attr_has_token(field, CLAIR_ATTR_AUTOCOMPLETE, "tel-national") || !clair_page_in_french(ctx))
		return CLAIR_INAPPLICABLE;
	if (takes_foreign(ctx, field))
		return CLAIR_PASS;
	clair_arg(clair_report_attr(ctx, field, attribute, REFUSED), "name", clair_name(ctx, field));
	return CLAIR_FAIL;
}

CLAIR_RULE(forms_phone_refused) = {
	.id = "forms/phone-refused",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_NEWCOMER | CLAIR_LOW_LITERACY | CLAIR_COGNITIVE | CLAIR_ELDERLY,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT),
	.needs = CLAIR_IDS("S-072"),
	.title = {
		.fr = "Un champ de téléphone accepte les numéros de tous les pays",
		.en = "A telephone field takes the numbers of all countries",
	},
	.why = {
		.fr = "Une personne qui vient d’arriver, ou qui vit outre-mer ou à l’étranger, ne peut pas donner son "
		    "numéro.",
		.en = "People who have just come, or who live overseas or abroad, cannot give their number.",
	},
	.remedy = {
		.fr = "Retirer le pattern, ou y ajouter le signe + et l’indicatif. Laisser au moins 20 caractères.",
		.en = "Remove the pattern, or add the + sign and the country code to it. Leave room for 20 characters.",
	},
	.limits = {
		.fr = "Un choix de pays à côté du champ n’est pas vu, ni ce que font les scripts.",
		.en = "A choice of country beside the field is not seen, nor what scripts do.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
