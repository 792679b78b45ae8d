/* The label of a field says what to write in it. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { STOCK, MAYBE_STOCK };

static const struct clair_message messages[] = {
	[STOCK] = {
		.key = "stock",
		.fr = "L’étiquette visible « {label} » ne dit pas ce que ce champ attend : il "
		    "s’appelle « {field} » dans le code.",
		.en = "The visible label \"{label}\" does not say what this field expects: the "
		    "code calls it \"{field}\".",
	},
	[MAYBE_STOCK] = {
		.key = "maybe-stock",
		.fr = "L’étiquette visible « {label} » dit-elle ce que ce champ attend ? À "
		    "vérifier.",
		.en = "Does the visible label \"{label}\" say what this field expects? To be "
		    "checked.",
	},
};

/* What is seen of the labels is one word that names a part of a page, not a thing to write. */
struct seen {
	const char *stock;
	bool other;
};

static void
look(struct clair_ctx *ctx, struct seen *seen, const struct clair_node *label)
{
	const char *text = label == NULL ? "" : clair_visible_text(ctx, label);

	if (rule_blank(text))
		return;
	if (clair_matches(ctx, "label-stock", text))
		seen->stock = text;
	else
		seen->other = true;
}

static struct seen
look_at_labels(struct clair_ctx *ctx, const struct clair_node *field)
{
	struct rule_token token = {clair_attr(field, CLAIR_ATTR_ARIA_LABELLEDBY), 0};
	struct seen seen = {NULL, false};

	if (token.start != NULL) {
		while (rule_next_token(&token))
			look(ctx, &seen, rule_by_token(ctx, &token));
		return seen;
	}
	for (size_t i = 0; i < clair_label_count(ctx, field); i++)
		look(ctx, &seen, clair_label(ctx, field, i));
	return seen;
}

/* A box to tick is not written in: "Menu" opens one. */
static bool
is_written_in(struct clair_ctx *ctx, const struct clair_node *field)
{
	return clair_is_field(ctx, field) && !clair_attr_is(field, CLAIR_ATTR_TYPE, "checkbox") &&
	    !clair_attr_is(field, CLAIR_ATTR_TYPE, "radio");
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *field)
{
	struct seen seen = look_at_labels(ctx, field);
	const char *code = clair_attr(field, CLAIR_ATTR_NAME);
	struct clair_finding *finding;
	bool told;

	if (!is_written_in(ctx, field) || !clair_exposed(ctx, field) || !clair_visible(ctx, field) ||
	    (seen.stock == NULL && !seen.other))
		return CLAIR_INAPPLICABLE;
	if (seen.other || clair_has_attr(field, CLAIR_ATTR_PLACEHOLDER) ||
	    clair_description(ctx, field)[0] != '\0')
		return CLAIR_PASS;

	told = code != NULL && clair_matches(ctx, "field-known-name", code);
	if (!told) {
		clair_arg(clair_review(ctx, field, MAYBE_STOCK), "label", seen.stock);
		return CLAIR_REVIEW;
	}
	finding = clair_report(ctx, field, STOCK);
	clair_arg(finding, "label", seen.stock);
	clair_arg(finding, "field", code);
	return CLAIR_FAIL;
}

CLAIR_RULE(forms_label_stock) = {
	.id = "forms/label-stock",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_LOW_LITERACY | CLAIR_COGNITIVE,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT, CLAIR_TAG_TEXTAREA),
	.rgaa = CLAIR_IDS("11.2.1"),
	.wcag = CLAIR_IDS("2.4.6"),
	.act = CLAIR_IDS("cc0f0a"),
	.title = {
		.fr = "L’étiquette d’un champ dit ce qu’il attend",
		.en = "The label of a field says what it expects",
	},
	.why = {
		.fr = "« Menu » ou « OK » devant un champ ne dit pas quoi y écrire.",
		.en = "\"Menu\" or \"OK\" in front of a field does not say what to write in it.",
	},
	.remedy = {
		.fr = "Écrire dans l’étiquette la donnée attendue : « Prénom », « Mot à "
		    "chercher ».",
		.en = "Write in the label the data expected: \"First name\", \"Word to look "
		    "for\".",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
