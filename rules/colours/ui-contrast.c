/* Fields are told from what is around them. */
#include "clairlint/rule.h"
#include "rules/common/contrast.h"
#include "rules/common/outcome.h"

enum { PALE, MAYBE_PALE };

static const struct clair_message messages[] = {
	[PALE] = {
		.key = "pale",
		.fr = "Le bord du champ se voit mal : {edge} contre {around}, contraste de {ratio}. Il faut 3.",
		.en = "The edge of the field is hard to see: {edge} against {around}, contrast of {ratio}. 3 is needed.",
	},
	[MAYBE_PALE] = {
		.key = "maybe-pale",
		.fr = "Vérifier que le bord du champ se voit : {edge} contre {around}, contraste de {ratio}. Il faut 3.",
		.en = "Check that the edge of the field can be seen: {edge} against {around}, contrast of {ratio}. 3 is needed.",
	},
};

static bool
is_concerned(const struct clair_node *node)
{
	static const char *const others[] = {"hidden", "submit", "reset", "button", "image", "range",
	    "color", "file", "checkbox", "radio"};

	if (clair_tag(node) != CLAIR_TAG_INPUT)
		return true;
	for (size_t i = 0; i < CLAIR_LEN(others); i++)
		if (clair_attr_is(node, CLAIR_ATTR_TYPE, others[i]))
			return false;
	return true;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_boundary *boundary;
	struct clair_finding *finding;
	bool sure;

	if (!is_concerned(node))
		return CLAIR_INAPPLICABLE;
	boundary = clair_boundary(ctx, node);
	if (boundary->known == CLAIR_CONTRAST_NONE)
		return CLAIR_INAPPLICABLE;
	if (clair_style_grade(ctx, node) == CLAIR_ASSUMED)
		return clair_untested(ctx, CLAIR_WHY_NEEDS_STYLE);
	sure = boundary->known == CLAIR_CONTRAST_KNOWN;
	if (boundary->ratio >= 3)
		return sure ? CLAIR_PASS : CLAIR_INAPPLICABLE;
	finding = sure ? clair_report(ctx, node, PALE) : clair_review(ctx, node, MAYBE_PALE);
	clair_arg(finding, "edge", boundary->edge);
	clair_arg(finding, "around", boundary->around);
	clair_arg_num(finding, "ratio", rule_two_decimals(boundary->ratio));
	clair_points_at_css(ctx, finding, node, CLAIR_CSS_BORDER_BOTTOM_COLOR);
	return sure ? CLAIR_FAIL : CLAIR_REVIEW;
}

CLAIR_RULE(colours_ui_contrast) = {
	.id = "colours/ui-contrast",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_LOW_VISION | CLAIR_ELDERLY,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT, CLAIR_TAG_SELECT, CLAIR_TAG_TEXTAREA),
	.rgaa = CLAIR_IDS("3.3.1"),
	.wcag = CLAIR_IDS("1.4.11"),
	.title = {
		.fr = "Les champs se distinguent de ce qui les entoure",
		.en = "Fields are told from what is around them",
	},
	.why = {
		.fr = "Qui voit mal ne trouve pas un champ au bord trop pâle : il ne sait pas où écrire.",
		.en = "Who sees badly does not find a field whose edge is too pale, nor where to write.",
	},
	.remedy = {
		.fr = "Donner au bord du champ, ou à son fond, une couleur dont le contraste est au moins 3.",
		.en = "Give the edge of the field, or its background, a colour whose contrast is at least 3.",
	},
	.limits = {
		.fr = "Seuls les champs de texte et les listes sont jugés, avec les couleurs écrites dans les feuilles de style. Les boutons, les icônes et les cases à cocher sont à regarder à l’œil.",
		.en = "Only text fields and lists are judged, with the colours written in style sheets. Buttons, icons and check boxes have to be looked at.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
