/* Text written with its colours in the page has enough contrast. */
#include "clairlint/rule.h"
#include "rules/common/colour.h"

enum { LOW, MAYBE_LOW };

static const struct clair_message messages[] = {
	[LOW] = {
		.key = "low",
		.fr = "Le contraste du texte est de {ratio} ; il faut au moins 3, même pour un "
		    "grand texte.",
		.en = "The contrast of the text is {ratio}; at least 3 is needed, even for a "
		    "large text.",
	},
	[MAYBE_LOW] = {
		.key = "maybe-low",
		.fr = "Le contraste du texte est de {ratio} : vérifier la taille du texte et "
		    "les feuilles de style. Il faut 4,5, ou 3 pour un grand texte.",
		.en = "The contrast of the text is {ratio}: check the size of the text and the "
		    "style sheets. 4.5 is needed, or 3 for a large text.",
	},
};

/* Another element inside may have its own colours. */
static bool
has_plain_content(const struct clair_node *node)
{
	const struct clair_node *inside = node;

	while ((inside = clair_next_inside(node, inside)) != NULL) {
		if (clair_has_attr(inside, CLAIR_ATTR_STYLE) || clair_has_attr(inside, CLAIR_ATTR_CLASS) ||
		    clair_tag(inside) == CLAIR_TAG_A || clair_tag(inside) == CLAIR_TAG_FONT ||
		    clair_tag(inside) == CLAIR_TAG_MARK || clair_tag(inside) == CLAIR_TAG_BUTTON)
			return false;
	}
	return true;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	struct rule_colour text;
	struct rule_colour back;
	struct clair_finding *finding;
	double ratio;
	bool sure;

	if (!clair_has_attr(node, CLAIR_ATTR_STYLE) || clair_has_attr(node, CLAIR_ATTR_DISABLED) ||
	    !rule_inline_colours(ctx, node, &text, &back))
		return CLAIR_INAPPLICABLE;
	if (!clair_visible(ctx, node) || !has_plain_content(node) ||
	    clair_visible_text(ctx, node)[0] == '\0')
		return CLAIR_INAPPLICABLE;
	ratio = rule_contrast(text, back);
	if (ratio >= 4.5)
		return CLAIR_PASS;

	sure = ratio < 3 && !clair_page_has_sheets(ctx);
	finding = sure ? clair_report(ctx, node, LOW) : clair_review(ctx, node, MAYBE_LOW);
	/* Rounded down: 4.49 is not 4.5. */
	clair_arg_num(finding, "ratio", (double)(int)(ratio * 100) / 100);
	return sure ? CLAIR_FAIL : CLAIR_REVIEW;
}

CLAIR_RULE(colours_contrast_inline) = {
	.id = "colours/contrast-inline",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_LOW_VISION | CLAIR_ELDERLY,
	.on_all = true, /* any element may have a style attribute */
	.rgaa = CLAIR_IDS("3.2.1", "3.2.3"),
	.wcag = CLAIR_IDS("1.4.3"),
	.title = {
		.fr = "Le contraste du texte est suffisant",
		.en = "Text contrast is sufficient",
	},
	.why = {
		.fr = "Un texte trop pâle ne se lit pas quand on voit mal, ni en plein soleil.",
		.en = "A text too pale cannot be read by who sees badly, nor in full sun.",
	},
	.remedy = {
		.fr = "Choisir des couleurs dont le rapport est au moins 4,5, ou 3 pour un "
		    "grand texte.",
		.en = "Choose colours whose ratio is at least 4.5, or 3 for a large text.",
	},
	.limits = {
		.fr = "Seuls les éléments dont l’attribut style donne la couleur du texte et "
		    "celle du fond sont jugés.",
		.en = "Only elements whose style attribute gives the colour of the text and of "
		    "the background are judged.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
