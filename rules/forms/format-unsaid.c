/* A format that is wanted is told before the form is sent. */
#include "clairlint/rule.h"
#include "rules/common/text.h"
#include "rules/common/field.h"

enum { FORMAT, DATE };

static const struct clair_message messages[] = {
	[FORMAT] = {
		.key = "format",
		.fr = "Le champ « {name} » impose un format ({what}) : vérifier qu’un texte visible le "
		    "dit, avec un exemple.",
		.en = "The field \"{name}\" wants a format ({what}): check that a visible text says so, "
		    "with an example.",
	},
	[DATE] = {
		.key = "date",
		.fr = "Le champ « {name} » demande une date en texte libre : vérifier qu’un texte "
		    "visible dit comment l’écrire.",
		.en = "The field \"{name}\" asks for a date as free text: check that a visible text says "
		    "how to write it.",
	},
};

/* The attribute or the type that has the browser refuse what is written. */
static const char *
format_of(const struct clair_node *field)
{
	if (!rule_blank(clair_attr(field, CLAIR_ATTR_PATTERN)))
		return "pattern";
	if (!rule_blank(clair_attr(field, CLAIR_ATTR_MINLENGTH)) &&
	    !clair_attr_is(field, CLAIR_ATTR_MINLENGTH, "0") && !clair_attr_is(field, CLAIR_ATTR_MINLENGTH, "1"))
		return "minlength";
	if (clair_attr_is(field, CLAIR_ATTR_TYPE, "email"))
		return "email";
	return clair_attr_is(field, CLAIR_ATTR_TYPE, "url") ? "url" : NULL;
}

static bool
is_free_date(struct clair_ctx *ctx, const struct clair_node *field)
{
	const char *type = clair_attr(field, CLAIR_ATTR_TYPE);

	return clair_tag(field) == CLAIR_TAG_INPUT && (rule_blank(type) || rule_same(type, "text")) &&
	    clair_matches(ctx, "asks-for-date", clair_name(ctx, field));
}

/* In the label, in a text tied to the field, or straight around it. A placeholder goes away too soon. */
static bool
is_said(struct clair_ctx *ctx, const struct clair_node *field)
{
	const struct clair_node *parent = clair_parent(field);
	const struct clair_node *next = clair_next_sibling(field);

	return clair_matches(ctx, "format-hint", clair_name(ctx, field)) ||
	    clair_description(ctx, field)[0] != '\0' ||
	    (next != NULL && clair_matches(ctx, "format-hint", clair_visible_text(ctx, next))) ||
	    (parent != NULL && clair_matches(ctx, "format-hint", clair_own_text(ctx, parent)));
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *field)
{
	const char *format = format_of(field);
	struct clair_finding *finding;

	if (!clair_is_field(ctx, field) || !clair_exposed(ctx, field) || clair_name(ctx, field)[0] == '\0')
		return CLAIR_INAPPLICABLE;
	if ((format == NULL && !is_free_date(ctx, field)) || clair_has_attr(field, CLAIR_ATTR_READONLY))
		return CLAIR_INAPPLICABLE;
	if (is_said(ctx, field))
		return CLAIR_PASS;

	finding = clair_review(ctx, field, format != NULL ? FORMAT : DATE);
	clair_arg(finding, "name", clair_name(ctx, field));
	if (format != NULL)
		clair_arg(finding, "what", format);
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_format_unsaid) = {
	.id = "forms/format-unsaid",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_ELDERLY | CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT, CLAIR_TAG_TEXTAREA),
	.rgaa = CLAIR_IDS("11.10.5"),
	.wcag = CLAIR_IDS("3.3.2"),
	.needs = CLAIR_IDS("S-070"),
	.title = {
		.fr = "Le format voulu est dit avant l’envoi",
		.en = "The format that is wanted is told before sending",
	},
	.why = {
		.fr = "On découvre après l’envoi que la réponse est refusée, et il faut deviner pourquoi.",
		.en = "One finds after sending that the answer is refused, and must guess why.",
	},
	.remedy = {
		.fr = "Écrire le format et un exemple dans l’étiquette : « Adresse électronique (exemple "
		    ": nom@domaine.fr) ».",
		.en = "Write the format and an example in the label: \"E-mail (example: "
		    "name@domain.com)\".",
	},
	.limits = {
		.fr = "Une consigne placée plus loin, en tête du formulaire, n’est pas vue.",
		.en = "An instruction farther away, at the head of the form, is not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
