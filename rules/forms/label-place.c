/* Where labels stand, to be seen by a person. */
#include "clairlint/rule.h"
#include "rules/common/field.h"

enum { TEXTS, BOXES };

static const struct clair_message messages[] = {
	[TEXTS] = {
		.key = "texts",
		.fr = "Ce formulaire a {count} champs à remplir. L’étiquette de chacun est-elle juste "
		    "au-dessus, ou juste avant ?",
		.en = "This form has {count} fields to fill. Is the label of each just above it, or just "
		    "before it?",
		.rgaa = CLAIR_IDS("11.4.1", "11.4.2"),
	},
	[BOXES] = {
		.key = "boxes",
		.fr = "Ce formulaire a {count} {count|case ou bouton|cases ou boutons} à cocher. "
		    "L’étiquette est-elle juste après, ou juste au-dessous ?",
		.en = "This form has {count} {count|box|boxes} to tick. Is the label just after it, or "
		    "just beneath it?",
		.rgaa = CLAIR_IDS("11.4.1", "11.4.3"),
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *form)
{
	struct rule_fields fields;

	if (!clair_exposed(ctx, form))
		return CLAIR_INAPPLICABLE;
	fields = rule_fields_in(ctx, form);
	/* The label of a search is most often its button. */
	if (fields.all < 2)
		return CLAIR_INAPPLICABLE;

	if (fields.all - fields.boxes > 1)
		clair_arg_num(clair_review(ctx, form, TEXTS), "count", fields.all - fields.boxes);
	if (fields.boxes > 0)
		clair_arg_num(clair_review(ctx, form, BOXES), "count", fields.boxes);
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_label_place) = {
	.id = "forms/label-place",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_LOW_VISION | CLAIR_COGNITIVE,
	.audit = true,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_FORM),
	.rgaa = CLAIR_IDS("11.4.1", "11.4.2", "11.4.3"),
	.wcag = CLAIR_IDS("3.3.2"),
	.title = {
		.fr = "L’étiquette est tout près de son champ",
		.en = "The label is close to its field",
	},
	.why = {
		.fr = "Qui agrandit la page ne voit qu’un morceau : une étiquette éloignée n’est plus à "
		    "l’écran.",
		.en = "Who enlarges the page sees only a piece: a label far away is no longer on the "
		    "screen.",
	},
	.remedy = {
		.fr = "Placer l’étiquette juste au-dessus ou avant le champ, et juste après une case.",
		.en = "Put the label just above or before the field, and just after a box.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
