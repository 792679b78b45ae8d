/* Text stands out from its background. */
#include "clairlint/rule.h"
#include "rules/common/contrast.h"
#include "rules/common/outcome.h"

enum { LOW, LOW_BACK, LOW_NO_CURE, PLACEHOLDER };

static const struct clair_message messages[] = {
	[LOW] = {
		.key = "low",
		.fr = "Texte {text} sur fond {back} : contraste de {ratio}, il faut {required}. La couleur la plus proche qui convient est {suggested}.",
		.en = "Text {text} on {back}: contrast of {ratio}, {required} is needed. The nearest colour that does is {suggested}.",
	},
	[LOW_BACK] = {
		.key = "low-back",
		.fr = "Texte {text} sur fond {back} : contraste de {ratio}, il faut {required}. Le fond le plus proche qui convient est {suggested}.",
		.en = "Text {text} on {back}: contrast of {ratio}, {required} is needed. The nearest background that does is {suggested}.",
	},
	[LOW_NO_CURE] = {
		.key = "low-background",
		.fr = "Texte {text} sur fond {back} : contraste de {ratio}, il faut {required}. Changer aussi le fond.",
		.en = "Text {text} on {back}: contrast of {ratio}, {required} is needed. Change the background too.",
	},
	[PLACEHOLDER] = {
		.key = "placeholder",
		.fr = "L’exemple écrit dans le champ est {text} sur fond {back} : contraste de {ratio}, il faut {required}.",
		.en = "The hint written in the field is {text} on {back}: contrast of {ratio}, {required} is needed.",
	},
};

static unsigned
message_for(const struct clair_contrast *contrast)
{
	if (contrast->placeholder)
		return PLACEHOLDER;
	if (contrast->suggested == NULL)
		return LOW_NO_CURE;
	return contrast->suggests_back ? LOW_BACK : LOW;
}

static void
report_low(struct clair_ctx *ctx, const struct clair_node *node, const struct clair_contrast *contrast)
{
	struct clair_finding *finding = clair_report(ctx, node, message_for(contrast));
	bool own = clair_style_declared(ctx, node, CLAIR_CSS_COLOR).by != CLAIR_DECLARED_BY_BROWSER &&
	    !contrast->suggests_back;

	clair_arg_num(finding, "ratio", rule_two_decimals(contrast->ratio));
	clair_arg_num(finding, "required", contrast->large ? 3 : 4.5);
	clair_arg(finding, "text", contrast->text);
	clair_arg(finding, "back", contrast->back);
	clair_arg(finding, "suggested", contrast->suggested);
	if (own || contrast->back_node == NULL)
		clair_points_at_css(ctx, finding, node, CLAIR_CSS_COLOR);
	else
		clair_points_at_css(ctx, finding, contrast->back_node, CLAIR_CSS_BACKGROUND_COLOR);
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_contrast *contrast = clair_contrast(ctx, node);

	switch (rule_contrast_judge(contrast, 4.5, 3)) {
	case RULE_CONTRAST_LOW:
		report_low(ctx, node, contrast);
		return CLAIR_FAIL;
	case RULE_CONTRAST_ENOUGH:
		return CLAIR_PASS;
	case RULE_CONTRAST_UNKNOWN:
		return clair_untested(ctx, CLAIR_WHY_NEEDS_STYLE);
	default: /* colours/contrast-unsure says what is to be looked at, once a page */
		return CLAIR_INAPPLICABLE;
	}
}

CLAIR_RULE(colours_contrast) = {
	.id = "colours/contrast",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_LOW_VISION | CLAIR_ELDERLY,
	.on_all = true, /* text may stand in any element */
	.rgaa = CLAIR_IDS("3.2.1", "3.2.2", "3.2.3", "3.2.4"),
	.wcag = CLAIR_IDS("1.4.3"),
	.act = CLAIR_IDS("afw4f7"),
	.title = {
		.fr = "Le contraste du texte est suffisant",
		.en = "Text contrast is sufficient",
	},
	.why = {
		.fr = "Un texte trop pâle ne se lit pas quand on voit mal, ni en plein soleil.",
		.en = "A text too pale cannot be read by who sees badly, nor in full sun.",
	},
	.remedy = {
		.fr = "Choisir des couleurs dont le rapport est au moins 4,5, ou 3 pour un grand texte.",
		.en = "Choose colours whose ratio is at least 4.5, or 3 for a large text.",
	},
	.limits = {
		.fr = "Un texte posé sur une image ou sur un autre bloc est à regarder à l’œil : colours/contrast-unsure le dit. Les états au survol et au focus ne sont pas jugés.",
		.en = "A text over a picture or over another box has to be looked at: colours/contrast-unsure says so. Hover and focus states are not judged.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
