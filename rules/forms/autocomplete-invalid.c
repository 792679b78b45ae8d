/* An autocomplete attribute has a value that browsers know. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { UNKNOWN, TURNED_OFF };

static const struct clair_message messages[] = {
	[UNKNOWN] = {
		.key = "unknown-value",
		.fr = "La valeur autocomplete=\"{value}\" n’existe pas.",
		.en = "The value autocomplete=\"{value}\" does not exist.",
	},
	[TURNED_OFF] = {
		.key = "turned-off",
		.fr = "autocomplete=\"{value}\" n’est pas une valeur de la norme : pour couper "
		    "l’aide à la saisie, écrire off.",
		.en = "autocomplete=\"{value}\" is not a value of the standard: to turn the "
		    "help off, write off.",
	},
};

static const char *const fields[] = {"name", "honorific-prefix", "given-name", "additional-name",
	"family-name", "honorific-suffix", "nickname", "username", "new-password", "current-password",
	"one-time-code", "organization-title", "organization", "street-address", "address-line1",
	"address-line2", "address-line3", "address-level4", "address-level3", "address-level2",
	"address-level1", "country", "country-name", "postal-code", "cc-name", "cc-given-name",
	"cc-additional-name", "cc-family-name", "cc-number", "cc-exp", "cc-exp-month", "cc-exp-year",
	"cc-csc", "cc-type", "transaction-currency", "transaction-amount", "language", "bday",
	"bday-day", "bday-month", "bday-year", "sex", "url", "photo", NULL};
static const char *const contacts[] = {"tel", "tel-country-code", "tel-national", "tel-area-code",
	"tel-local", "tel-local-prefix", "tel-local-suffix", "tel-extension", "email", "impp", NULL};
static const char *const places[] = {"home", "work", "mobile", "fax", "pager", NULL};
static const char *const addresses[] = {"shipping", "billing", NULL};
static const char *const buttons[] = {"hidden", "button", "submit", "reset", "image", NULL};
static const char *const refusals[] = {"no", "none", "nope", "false", "disabled", "disable", NULL};

/* HTML, "autofill detail tokens": section, address kind, place, field, webauthn, in this order. */
static bool
is_valid(const char *value)
{
	struct rule_token token = {value, 0};
	bool more = rule_next_token(&token);
	bool has_place = false;

	if (more && token.length >= 8 && rule_starts_with(token.start, "section-"))
		more = rule_next_token(&token);
	if (more && rule_token_in(&token, addresses))
		more = rule_next_token(&token);
	if (more && rule_token_in(&token, places)) {
		has_place = true;
		more = rule_next_token(&token);
	}
	if (!more)
		return false;
	if (!rule_token_in(&token, contacts) && (has_place || !rule_token_in(&token, fields)))
		return false;
	if (!rule_next_token(&token))
		return true;
	return rule_token_is(&token, "webauthn") && !rule_next_token(&token);
}

/* The same letters in the same order: "postalCode", "postal_code" and "postal code" are postal-code. */
static bool
is_spelt_as(const char *value, const char *field)
{
	for (;; value++, field++) {
		while (*value == '-' || *value == '_' || *value == ' ')
			value++;
		while (*field == '-')
			field++;
		if (*value == '\0' || *field == '\0')
			return *value == *field;
		if ((*value | 0x20) != (*field | 0x20))
			return false;
	}
}

/* NULL when the value is no such spelling. */
static const char *
meant(const char *value)
{
	for (size_t i = 0; fields[i] != NULL; i++) {
		if (is_spelt_as(value, fields[i]))
			return fields[i];
	}
	for (size_t i = 0; contacts[i] != NULL; i++) {
		if (is_spelt_as(value, contacts[i]))
			return contacts[i];
	}
	return NULL;
}

static bool
is_asked(struct clair_ctx *ctx, const struct clair_node *field, const char *value)
{
	const char *type = clair_attr(field, CLAIR_ATTR_TYPE);
	const char *tabindex = clair_attr(field, CLAIR_ATTR_TABINDEX);
	struct rule_token first = {value, 0};

	if (!rule_next_token(&first) || rule_token_is(&first, "off") || rule_token_is(&first, "on"))
		return false;
	if (clair_tag(field) == CLAIR_TAG_INPUT && type != NULL && rule_in(type, buttons))
		return false;
	if (clair_has_attr(field, CLAIR_ATTR_DISABLED) ||
	    clair_attr_is(field, CLAIR_ATTR_ARIA_DISABLED, "true"))
		return false;
	/* Out of the sequence of focus and not a widget: nobody fills it. */
	if (tabindex != NULL && rule_starts_with(tabindex, "-") &&
	    clair_explicit_role(ctx, field) != CLAIR_ROLE_NO_ROLE &&
	    !clair_role_is_widget(clair_explicit_role(ctx, field)))
		return false;
	return clair_visible(ctx, field) || clair_exposed(ctx, field);
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *field)
{
	const char *value = clair_attr(field, CLAIR_ATTR_AUTOCOMPLETE);
	struct clair_finding *finding;

	if (value == NULL || !is_asked(ctx, field, value))
		return CLAIR_INAPPLICABLE;
	if (is_valid(value))
		return CLAIR_PASS;
	if (rule_in(value, refusals)) {
		finding = clair_review_attr(ctx, field, CLAIR_ATTR_AUTOCOMPLETE, TURNED_OFF);
		clair_arg(finding, "value", value);
		clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_AUTOCOMPLETE, "off");
		return CLAIR_REVIEW;
	}
	finding = clair_report_attr(ctx, field, CLAIR_ATTR_AUTOCOMPLETE, UNKNOWN);
	clair_arg(finding, "value", value);
	clair_fix_attr(finding, CLAIR_SAFE, CLAIR_ATTR_AUTOCOMPLETE, meant(value));
	return CLAIR_FAIL;
}

CLAIR_RULE(forms_autocomplete_invalid) = {
	.id = "forms/autocomplete-invalid",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_COGNITIVE | CLAIR_MOTOR | CLAIR_LOW_LITERACY,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT, CLAIR_TAG_SELECT, CLAIR_TAG_TEXTAREA),
	.rgaa = CLAIR_IDS("11.13.1"),
	.wcag = CLAIR_IDS("1.3.5"),
	.act = CLAIR_IDS("73f2c2"),
	.title = {
		.fr = "L’attribut autocomplete a une valeur connue",
		.en = "The autocomplete attribute has a known value",
	},
	.why = {
		.fr = "Une valeur connue laisse le navigateur remplir le champ à la place de "
		    "qui écrit avec peine.",
		.en = "A known value lets the browser fill the field for who finds writing hard.",
	},
	.remedy = {
		.fr = "Choisir une valeur de la norme HTML : name, email, tel, street-address…",
		.en = "Choose a value of the HTML standard: name, email, tel, street-address…",
	},
	.limits = {
		.fr = "La règle ne dit pas si la valeur convient au champ.",
		.en = "The rule does not say whether the value suits the field.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
