/* A required text need not be long. */
#include "clairlint/rule.h"

enum { LONG };

static const struct clair_message messages[] = {
	[LONG] = {
		.key = "long",
		.fr = "« {name} » oblige à écrire au moins {count} caractères.",
		.en = "“{name}” obliges people to write {count} characters at least.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *field)
{
	const char *least = clair_attr(field, CLAIR_ATTR_MINLENGTH);
	struct clair_finding *finding;
	unsigned count = 0;

	if (!clair_visible(ctx, field) || !clair_page_in_french(ctx))
		return CLAIR_INAPPLICABLE;
	for (; least != NULL && *least >= '0' && *least <= '9' && count < 100000; least++)
		count = count * 10 + (unsigned)(*least - '0');
	if (count <= clair_threshold(ctx, "formulaires.texte.min"))
		return CLAIR_PASS;
	finding = clair_report_attr(ctx, field, CLAIR_ATTR_MINLENGTH, LONG);
	clair_arg(finding, "name", clair_name(ctx, field));
	clair_arg_num(finding, "count", count);
	return CLAIR_FAIL;
}

CLAIR_RULE(forms_long_text) = {
	.id = "forms/long-text",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_PHONE_ONLY | CLAIR_MOTOR | CLAIR_ELDERLY | CLAIR_LOW_LITERACY,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_TEXTAREA),
	.needs = CLAIR_IDS("S-132"),
	.thresholds = CLAIR_IDS("formulaires.texte.min"),
	.title = {
		.fr = "Un texte libre n’a pas de longueur minimale",
		.en = "A free text has no least length",
	},
	.why = {
		.fr = "Écrire longtemps sur un téléphone, ou dans une langue qu’on apprend, est très difficile.",
		.en = "To write at length on a phone, or in a language that one learns, is very hard.",
	},
	.remedy = {
		.fr = "Retirer minlength. Proposer des réponses à choisir, et laisser le texte facultatif.",
		.en = "Remove minlength. Offer answers to choose from, and leave the text optional.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
