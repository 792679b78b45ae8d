/* Two fields with the same label can be told apart. */
#include "clairlint/rule.h"

enum { SAME };

static const struct clair_message messages[] = {
	[SAME] = {
		.key = "same",
		.fr = "Un autre champ « {name} » vient plus haut, et rien de visible entre eux "
		    "ne dit lequel est lequel.",
		.en = "Another field \"{name}\" comes above, and nothing that is seen between "
		    "them tells which is which.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *field)
{
	if (!clair_is_field(ctx, field) || !clair_exposed(ctx, field) || clair_name(ctx, field)[0] == '\0')
		return CLAIR_INAPPLICABLE;
	if (clair_field_twin(ctx, field) == NULL)
		return CLAIR_PASS;

	clair_arg(clair_report(ctx, field, SAME), "name", clair_name(ctx, field));
	return CLAIR_FAIL;
}

CLAIR_RULE(forms_label_twin) = {
	.id = "forms/label-twin",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION | CLAIR_COGNITIVE,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT, CLAIR_TAG_SELECT, CLAIR_TAG_TEXTAREA),
	.rgaa = CLAIR_IDS("11.2.1"),
	.wcag = CLAIR_IDS("2.4.6"),
	.act = CLAIR_IDS("cc0f0a"),
	.title = {
		.fr = "Deux champs de même étiquette se distinguent",
		.en = "Two fields with the same label can be told apart",
	},
	.why = {
		.fr = "Deux champs « Nom » à la suite : on ne sait pas lequel est celui de la "
		    "facture.",
		.en = "Two fields \"Name\" in a row: nobody knows which one is that of the "
		    "bill.",
	},
	.remedy = {
		.fr = "Donner un titre visible ou une légende à chaque groupe de champs, ou "
		    "compléter les étiquettes.",
		.en = "Give each group of fields a visible heading or a legend, or complete the "
		    "labels.",
	},
	.limits = {
		.fr = "Un dessin de la page, un fond ou un cadre, peut aussi les séparer aux "
		    "yeux.",
		.en = "The look of the page, a background or a frame, may part them to the eye "
		    "as well.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
