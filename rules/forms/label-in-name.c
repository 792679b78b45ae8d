/* The visible label of a field is in its accessible name. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { LABEL_DIFFERS, LABEL_UNSURE, TITLE_DIFFERS };

static const struct clair_message messages[] = {
	[LABEL_DIFFERS] = {
		.key = "label-differs",
		.fr = "L’étiquette visible « {text} » n’est pas dans le nom du champ, « {name} ».",
		.en = "The visible label \"{text}\" is not in the name of the field, \"{name}\".",
	},
	[LABEL_UNSURE] = {
		.key = "label-unsure",
		.fr = "L’étiquette visible « {text} » et le nom du champ, « {name} », diffèrent : "
		    "vérifier qu’ils disent la même chose.",
		.en = "The visible label \"{text}\" and the name of the field, \"{name}\", differ: check "
		    "that they say the same.",
	},
	[TITLE_DIFFERS] = {
		.key = "title-differs",
		.fr = "Le title du champ, « {name} », ne reprend pas l’étiquette visible « {text} » : "
		    "vérifier qu’il ne dit pas autre chose.",
		.en = "The title of the field, \"{name}\", does not hold the visible label \"{text}\": "
		    "check that it does not say something else.",
	},
};

/* The text of the only label. That of a label around a list would hold the choices too. */
static const char *
label_text(struct clair_ctx *ctx, const struct clair_node *field)
{
	const struct clair_node *label;

	if (clair_label_count(ctx, field) != 1)
		return "";
	label = clair_label(ctx, field, 0);
	return clair_contains(label, field) ? clair_own_text(ctx, label) : clair_visible_text(ctx, label);
}

static enum clair_label_fit
judge(struct clair_ctx *ctx, const struct clair_node *field, const char *text, const char *name)
{
	enum clair_label_fit fit = clair_text_fit(ctx, text, name);

	/* A part of the label is there, or a sheet that is missing may hide it. */
	if (fit == CLAIR_LABEL_DIFFERS && (clair_words_contain(ctx, text, name) ||
	    clair_style_grade(ctx, clair_label(ctx, field, 0)) != CLAIR_STATIC))
		return CLAIR_LABEL_UNSURE;
	return fit;
}

static struct clair_finding *
tell(struct clair_ctx *ctx, const struct clair_node *field, enum clair_label_fit fit)
{
	if (fit == CLAIR_LABEL_DIFFERS)
		return clair_report(ctx, field, LABEL_DIFFERS);
	return clair_review(ctx, field, LABEL_UNSURE);
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *field)
{
	enum clair_name_from from = clair_name_from(ctx, field);
	bool by_aria = from == CLAIR_NAME_LABEL_ATTR || from == CLAIR_NAME_LABELLEDBY;
	const char *title = clair_attr(field, CLAIR_ATTR_TITLE);
	const char *text = label_text(ctx, field);
	const char *name = by_aria ? clair_name(ctx, field) : title;
	struct clair_finding *finding;
	enum clair_label_fit fit;

	if (!clair_is_field(ctx, field) || !clair_exposed(ctx, field) || text[0] == '\0' ||
	    (!by_aria && rule_blank(title)))
		return CLAIR_INAPPLICABLE;
	fit = judge(ctx, field, text, name);
	if (fit == CLAIR_LABEL_ABSENT)
		return CLAIR_INAPPLICABLE;
	if (fit == CLAIR_LABEL_FITS || (!by_aria && fit == CLAIR_LABEL_UNSURE))
		return CLAIR_PASS;

	finding = by_aria ? tell(ctx, field, fit) : clair_review_attr(ctx, field, CLAIR_ATTR_TITLE, TITLE_DIFFERS);
	clair_arg(finding, "text", text);
	clair_arg(finding, "name", name);
	return by_aria && fit == CLAIR_LABEL_DIFFERS ? CLAIR_FAIL : CLAIR_REVIEW;
}

CLAIR_RULE(forms_label_in_name) = {
	.id = "forms/label-in-name",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_MOTOR | CLAIR_BLIND | CLAIR_LOW_VISION,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT, CLAIR_TAG_SELECT, CLAIR_TAG_TEXTAREA),
	.rgaa = CLAIR_IDS("11.2.5"),
	.wcag = CLAIR_IDS("2.5.3"),
	.needs = CLAIR_IDS("S-007"),
	.title = {
		.fr = "Le nom d’un champ reprend son étiquette visible",
		.en = "The name of a field holds its visible label",
	},
	.why = {
		.fr = "Qui commande à la voix dit l’étiquette qu’il voit : si le nom est autre, rien ne "
		    "se passe.",
		.en = "Who commands by voice says the label they see: if the name differs, nothing "
		    "happens.",
	},
	.remedy = {
		.fr = "Retirer aria-label ou title, ou les commencer par l’étiquette visible.",
		.en = "Remove aria-label or title, or start them with the visible label.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
