/* The visible text of a button is in its accessible name. */
#include "clairlint/rule.h"
#include "rules/common/label.h"

enum { LABEL_DIFFERS, LABEL_UNSURE };

static const struct clair_message messages[] = {
	[LABEL_DIFFERS] = {
		.key = "label-differs",
		.fr = "Le texte visible « {text} » n’est pas dans le nom du bouton, « {name} ».",
		.en = "The visible text \"{text}\" is not in the name of the button, \"{name}\".",
	},
	[LABEL_UNSURE] = {
		.key = "label-unsure",
		.fr = "Le texte visible « {text} » et le nom du bouton « {name} » diffèrent : "
		    "vérifier qu’ils disent la même chose.",
		.en = "The visible text \"{text}\" and the name of the button \"{name}\" "
		    "differ: check that they say the same.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *button)
{
	return rule_check_label(ctx, button, LABEL_DIFFERS, LABEL_UNSURE);
}

CLAIR_RULE(forms_button_label_in_name) = {
	.id = "forms/button-label-in-name",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_MOTOR | CLAIR_BLIND | CLAIR_LOW_VISION,
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_BUTTON),
	.rgaa = CLAIR_IDS("11.9.2"),
	.wcag = CLAIR_IDS("2.5.3"),
	.act = CLAIR_IDS("2ee8b8"),
	.needs = CLAIR_IDS("S-007"),
	.title = {
		.fr = "Le nom d’un bouton reprend son texte visible",
		.en = "The name of a button holds its visible text",
	},
	.why = {
		.fr = "Qui commande à la voix dit le texte qu’il voit : si le nom est autre, "
		    "rien ne se passe.",
		.en = "Who commands by voice says the text they see: if the name differs, "
		    "nothing happens.",
	},
	.remedy = {
		.fr = "Commencer aria-label par le texte visible, ou retirer aria-label.",
		.en = "Start aria-label with the visible text, or remove aria-label.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
