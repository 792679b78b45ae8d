/* Text stands out well from its background: advice, one finding a page. */
#include "clairlint/rule.h"
#include "rules/common/contrast.h"
#include "rules/common/outcome.h"
#include "rules/common/text.h"

enum { LOW };

static const struct clair_message messages[] = {
	[LOW] = {
		.key = "low",
		.fr = "{count} {count|texte a un contraste inférieur|textes ont un contraste inférieur} à 7, ou à 4,5 pour un grand texte. Le premier : {text} sur fond {back}, {ratio}.",
		.en = "{count} {count|text has|texts have} a contrast below 7, or 4.5 for a large text. The first one: {text} on {back}, {ratio}.",
	},
};

/* The grey of browsers for hints in fields has a contrast of 4.6: no author chose it. */
static bool
is_browser_hint(const struct clair_contrast *contrast)
{
	return contrast->placeholder && rule_same(contrast->text, "#757575");
}

static enum rule_contrast_verdict
judge(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_contrast *contrast = clair_contrast(ctx, node);

	if (is_browser_hint(contrast) && contrast->ratio >= 4.5)
		return RULE_CONTRAST_NONE;
	return rule_contrast_judge(contrast, 7, 4.5);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *root = clair_root(ctx);
	const struct clair_node *first = NULL;
	const struct clair_contrast *contrast;
	struct clair_finding *finding;
	uint32_t count = 0;
	bool enough = false;

	for (const struct clair_node *node = root; node != NULL; node = clair_next_inside(root, node)) {
		enum rule_contrast_verdict verdict = judge(ctx, node);

		enough = enough || verdict == RULE_CONTRAST_ENOUGH;
		if (verdict == RULE_CONTRAST_LOW && count++ == 0)
			first = node;
	}
	if (first == NULL)
		return enough ? CLAIR_PASS : CLAIR_INAPPLICABLE;
	contrast = clair_contrast(ctx, first);
	finding = clair_report(ctx, first, LOW);
	clair_arg_num(finding, "count", count);
	clair_arg_num(finding, "ratio", rule_two_decimals(contrast->ratio));
	clair_arg(finding, "text", contrast->text);
	clair_arg(finding, "back", contrast->back);
	return CLAIR_FAIL;
}

CLAIR_RULE(colours_contrast_enhanced) = {
	.id = "colours/contrast-enhanced",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_VISION | CLAIR_ELDERLY,
	.wcag = CLAIR_IDS("1.4.6"),
	.act = CLAIR_IDS("09o5cg"),
	.falc = CLAIR_IDS("W04"),
	.title = {
		.fr = "Le contraste du texte est renforcé",
		.en = "Text contrast is enhanced",
	},
	.why = {
		.fr = "Avec un contraste de 7, on lit même avec une vue très basse, ou sur un écran terne.",
		.en = "With a contrast of 7, people read even with very low vision, or on a dull screen.",
	},
	.remedy = {
		.fr = "Choisir un texte plus foncé, ou un fond plus clair : c’est un confort, pas une obligation.",
		.en = "Choose a darker text, or a lighter background: this is a comfort, not an obligation.",
	},
	.limits = {
		.fr = "Les textes sur une image ou sur un autre bloc ne sont pas comptés.",
		.en = "Texts over a picture or over another box are not counted.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
