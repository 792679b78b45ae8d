/* A field has a label that stays, not only a placeholder. */
#include "clairlint/rule.h"

enum { PLACEHOLDER };

static const struct clair_message messages[] = {
	[PLACEHOLDER] = {
		.key = "placeholder",
		.fr = "Le champ n’a pas d’autre étiquette que son texte indicatif, « {text} ».",
		.en = "The field has no other label than its placeholder, \"{text}\".",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *field)
{
	struct clair_finding *finding;

	if (!clair_is_field(ctx, field) || !clair_exposed(ctx, field) ||
	    clair_name(ctx, field)[0] == '\0')
		return CLAIR_INAPPLICABLE;
	if (clair_name_from(ctx, field) != CLAIR_NAME_PLACEHOLDER)
		return CLAIR_PASS;

	finding = clair_report(ctx, field, PLACEHOLDER);
	clair_arg(finding, "text", clair_name(ctx, field));
	clair_fix_other(finding, CLAIR_FIX_ADD_ELEMENT, "label");
	return CLAIR_FAIL;
}

CLAIR_RULE(forms_placeholder_only) = {
	.id = "forms/placeholder-only",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE | CLAIR_LOW_VISION | CLAIR_ELDERLY,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT, CLAIR_TAG_TEXTAREA),
	.rgaa = CLAIR_IDS("11.1.1"),
	.wcag = CLAIR_IDS("3.3.2"),
	.title = {
		.fr = "Un champ a une étiquette, et pas seulement un texte indicatif",
		.en = "A field has a label, and not only a placeholder",
	},
	.why = {
		.fr = "Le texte indicatif disparaît dès que l’on écrit : on ne sait plus ce qui "
		    "est demandé.",
		.en = "The placeholder disappears as soon as one writes: nobody knows any more "
		    "what is asked.",
	},
	.remedy = {
		.fr = "Écrire un label relié au champ, visible tout le temps.",
		.en = "Write a label tied to the field, visible all the time.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
