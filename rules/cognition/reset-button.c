/* No button wipes out what people have just typed. */
#include "clairlint/rule.h"

enum { RESET, RESET_UNNAMED };

static const struct clair_message messages[] = {
	[RESET] = {
		.key = "reset",
		.fr = "Le bouton « {name} » efface tout le formulaire.",
		.en = "The button “{name}” wipes out the whole form.",
	},
	[RESET_UNNAMED] = {
		.key = "reset-unnamed",
		.fr = "Ce bouton efface tout le formulaire.",
		.en = "This button wipes out the whole form.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *button)
{
	struct clair_finding *finding;

	if (!clair_visible(ctx, button))
		return CLAIR_INAPPLICABLE;
	if (!clair_attr_is(button, CLAIR_ATTR_TYPE, "reset"))
		return clair_attr_is(button, CLAIR_ATTR_TYPE, "submit") ? CLAIR_PASS : CLAIR_INAPPLICABLE;
	finding = clair_report(ctx, button, clair_name(ctx, button)[0] == '\0' ? RESET_UNNAMED : RESET);
	clair_arg(finding, "name", clair_name(ctx, button));
	clair_fix_other(finding, CLAIR_FIX_REMOVE_ELEMENT, NULL);
	return CLAIR_FAIL;
}

CLAIR_RULE(cognition_reset_button) = {
	.id = "cognition/reset-button",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_MOTOR | CLAIR_BLIND | CLAIR_ELDERLY | CLAIR_LOW_LITERACY,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT, CLAIR_TAG_BUTTON),
	.needs = CLAIR_IDS("S-077"),
	.title = {
		.fr = "Aucun bouton n’efface tout le formulaire",
		.en = "No button wipes out the whole form",
	},
	.why = {
		.fr = "Un clic de travers efface tout. Une personne fatiguée ou pressée ne recommencera pas.",
		.en = "One wrong click wipes out everything. People who are tired or in a hurry will not start again.",
	},
	.remedy = {
		.fr = "Retirer ce bouton.",
		.en = "Remove this button.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
