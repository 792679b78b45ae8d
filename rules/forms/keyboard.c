/* A field says what it takes, so that a phone shows the right keyboard. */
#include "clairlint/rule.h"
#include "rules/common/journey.h"

enum { EMAIL, PHONE, FIGURES };

static const struct clair_message messages[] = {
	[EMAIL] = {
		.key = "email",
		.fr = "« {name} » n’est pas de type email : le téléphone montre un clavier sans @.",
		.en = "“{name}” is not of type email: phones show a keyboard without @.",
	},
	[PHONE] = {
		.key = "phone",
		.fr = "« {name} » n’est pas de type tel : le téléphone montre des lettres au lieu de chiffres.",
		.en = "“{name}” is not of type tel: phones show letters instead of figures.",
	},
	[FIGURES] = {
		.key = "figures",
		.fr = "« {name} » se remplit avec des chiffres, sans inputmode : le téléphone montre des lettres.",
		.en = "“{name}” is filled with figures and has no inputmode: phones show letters.",
	},
};

static bool
is_plain_text(const struct clair_node *field)
{
	const char *type = clair_attr(field, CLAIR_ATTR_TYPE);

	return (type == NULL || type[0] == '\0' || clair_attr_is(field, CLAIR_ATTR_TYPE, "text")) &&
	    !clair_has_attr(field, CLAIR_ATTR_INPUTMODE);
}

/* The message for what the field asks, or -1. */
static int
wanted(struct clair_ctx *ctx, const struct clair_node *field)
{
	const char *name = clair_name(ctx, field);

	/* "Identifiant ou courriel" takes more than an address. */
	if (clair_matches(ctx, "keyboard-mixed", name))
		return -1;
	if (clair_attr_has_token(field, CLAIR_ATTR_AUTOCOMPLETE, "email") || clair_matches(ctx, "keyboard-email", name))
		return EMAIL;
	if (clair_attr_has_token(field, CLAIR_ATTR_AUTOCOMPLETE, "tel") || clair_matches(ctx, "keyboard-phone", name))
		return PHONE;
	if (clair_attr_has_token(field, CLAIR_ATTR_AUTOCOMPLETE, "one-time-code") || clair_matches(ctx, "keyboard-figures", name))
		return FIGURES;
	return -1;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *field)
{
	struct clair_finding *finding;
	int message;

	if (!clair_is_field(ctx, field) || !clair_visible(ctx, field) || !rule_is_typed(field) || !clair_page_in_french(ctx) ||
	    clair_has_attr(field, CLAIR_ATTR_READONLY))
		return CLAIR_INAPPLICABLE;
	message = wanted(ctx, field);
	if (message < 0)
		return CLAIR_INAPPLICABLE;
	if (!is_plain_text(field))
		return CLAIR_PASS;
	finding = clair_report(ctx, field, (unsigned)message);
	clair_arg(finding, "name", clair_name(ctx, field));
	if (message == FIGURES)
		clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_INPUTMODE, "numeric");
	else
		clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_TYPE, message == EMAIL ? "email" : "tel");
	return CLAIR_FAIL;
}

CLAIR_RULE(forms_keyboard) = {
	.id = "forms/keyboard",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_PHONE_ONLY | CLAIR_MOTOR | CLAIR_ELDERLY | CLAIR_LOW_LITERACY,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT),
	.needs = CLAIR_IDS("S-064", "S-132"),
	.title = {
		.fr = "Un champ fait venir le bon clavier sur un téléphone",
		.en = "A field brings the right keyboard on a phone",
	},
	.why = {
		.fr = "Sur un téléphone, chercher @ ou les chiffres à chaque caractère fatigue, et fait faire des "
		    "fautes.",
		.en = "On a phone, to look for @ or for figures at each character is tiring, and makes mistakes.",
	},
	.remedy = {
		.fr = "Mettre type=\"email\" ou type=\"tel\". Pour un code fait de chiffres : inputmode=\"numeric\".",
		.en = "Set type=\"email\" or type=\"tel\". For a code made of figures: inputmode=\"numeric\".",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
