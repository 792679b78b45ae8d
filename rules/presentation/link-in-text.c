/* A link in a text is told from it by more than its colour. */
#include "clairlint/rule.h"
#include "rules/common/cause.h"
#include "rules/common/text.h"

enum { COLOUR_ALONE, SAME_COLOUR, NO_MARK };

static const struct clair_message messages[] = {
	[COLOUR_ALONE] = {
		.key = "colour-alone",
		.fr = "Seule la couleur distingue le lien « {name} » du texte, et le contraste "
		    "est de {ratio} : il faut 3, ou un soulignement.",
		.en = "Only its colour tells the link \"{name}\" from the text, and the contrast is "
		    "{ratio}: 3 is needed, or an underline.",
	},
	[SAME_COLOUR] = {
		.key = "same-colour",
		.fr = "Rien ne distingue le lien « {name} » du texte autour : vérifier qu’on "
		    "comprend que c’est un lien.",
		.en = "Nothing tells the link \"{name}\" from the text around: check that it is "
		    "understood as a link.",
	},
	[NO_MARK] = {
		.key = "no-mark",
		.fr = "Seule la couleur distingue le lien « {name} » du texte : vérifier que le "
		    "survol et le focus le marquent autrement.",
		.en = "Only its colour tells the link \"{name}\" from the text: check that the "
		    "pointer and the focus mark it otherwise.",
	},
};

/* Characters of text around the links: fewer make a list of links, or a label. */
enum { AROUND = 30 };

/* The box of the text that the link stands in, or NULL. */
static const struct clair_node *
text_around(struct clair_ctx *ctx, const struct clair_node *link)
{
	const struct clair_node *node = link;

	if (!clair_style_is(ctx, link, CLAIR_CSS_DISPLAY, "inline"))
		return NULL;
	while ((node = clair_parent(node)) != NULL &&
	    clair_style_is(ctx, node, CLAIR_CSS_DISPLAY, "inline"))
		;
	if (node == NULL || !rule_has_characters(clair_own_text(ctx, node), AROUND))
		return NULL;
	return node;
}

static bool
has_line(struct clair_ctx *ctx, const struct clair_node *node, enum clair_property style,
    enum clair_property width)
{
	double pixels = 0;

	return !clair_style_is(ctx, node, style, "none") &&
	    !(clair_style_number(ctx, node, width, &pixels) && pixels <= 0);
}

/* Underlined, framed, or on a background of its own. */
static bool
is_decorated(struct clair_ctx *ctx, const struct clair_node *node)
{
	return !clair_style_is(ctx, node, CLAIR_CSS_TEXT_DECORATION_LINE, "none") ||
	    has_line(ctx, node, CLAIR_CSS_BORDER_BOTTOM_STYLE, CLAIR_CSS_BORDER_BOTTOM_WIDTH) ||
	    !clair_style_is(ctx, node, CLAIR_CSS_BACKGROUND_COLOR, "rgba(0, 0, 0, 0)") ||
	    !clair_style_is(ctx, node, CLAIR_CSS_BACKGROUND_IMAGE, "none") ||
	    !clair_style_is(ctx, node, CLAIR_CSS_BOX_SHADOW, "none") ||
	    !clair_style_is(ctx, node, CLAIR_CSS_OUTLINE_STYLE, "none");
}

/* In other letters than the text around. */
static bool
is_written_otherwise(
    struct clair_ctx *ctx, const struct clair_node *node, const struct clair_node *text)
{
	static const enum clair_property letters[] = {CLAIR_CSS_FONT_FAMILY, CLAIR_CSS_FONT_SIZE,
	    CLAIR_CSS_FONT_WEIGHT, CLAIR_CSS_FONT_STYLE, CLAIR_CSS_FONT_VARIANT_CAPS,
	    CLAIR_CSS_TEXT_TRANSFORM, CLAIR_CSS_LETTER_SPACING, CLAIR_CSS_TEXT_SHADOW};

	for (size_t i = 0; i < CLAIR_LEN(letters); i++) {
		if (!clair_style_is(ctx, node, letters[i], clair_style(ctx, text, letters[i])))
			return true;
	}
	return false;
}

/* By something that is drawn: in the link, in what holds it within the text, or in what it holds. */
static bool
is_marked(struct clair_ctx *ctx, const struct clair_node *link, const struct clair_node *text)
{
	const struct clair_node *node;

	if (clair_generated_text(ctx, link, CLAIR_BEFORE)[0] != '\0' ||
	    clair_generated_text(ctx, link, CLAIR_AFTER)[0] != '\0' ||
	    clair_has_generated_box(ctx, link))
		return true;
	for (node = link; node != text; node = clair_parent(node)) {
		if (is_decorated(ctx, node) || is_written_otherwise(ctx, node, text))
			return true;
	}
	for (node = link; (node = clair_next_inside(link, node)) != NULL;) {
		if (!clair_is_html(node) || clair_tag(node) == CLAIR_TAG_IMG ||
		    is_decorated(ctx, node) || is_written_otherwise(ctx, node, text))
			return true;
	}
	return false;
}

static enum clair_outcome
say(struct clair_ctx *ctx, const struct clair_node *link, unsigned message, double ratio)
{
	bool is_fail = message == COLOUR_ALONE && clair_style_grade(ctx, link) == CLAIR_STATIC;
	struct clair_finding *finding =
	    is_fail ? clair_report(ctx, link, message) : clair_review(ctx, link, message);

	clair_arg(finding, "name", clair_visible_text(ctx, link));
	if (message == COLOUR_ALONE)
		clair_arg_num(finding, "ratio", (double)(int)(ratio * 100) / 100);
	clair_points_at_css(ctx, finding, link,
	    message == SAME_COLOUR ? CLAIR_CSS_TEXT_DECORATION_LINE : CLAIR_CSS_COLOR);
	return is_fail ? CLAIR_FAIL : CLAIR_REVIEW;
}

static enum clair_outcome
judge(struct clair_ctx *ctx, const struct clair_node *link, const struct clair_node *text)
{
	double ratio = clair_text_contrast(ctx, link, text);

	if (ratio <= 0)
		return CLAIR_PASS;
	if (ratio < 1.01)
		return say(ctx, link, SAME_COLOUR, ratio);
	if (ratio < 3)
		return say(ctx, link, COLOUR_ALONE, ratio);
	if (clair_is_marked_when(ctx, link, CLAIR_WHEN_HOVERED) &&
	    clair_is_marked_when(ctx, link, CLAIR_WHEN_FOCUSED))
		return CLAIR_PASS;
	return say(ctx, link, NO_MARK, ratio);
}

/* The outcome of the page: the worst. */
static enum clair_outcome
worse(enum clair_outcome one, enum clair_outcome other)
{
	if (one == CLAIR_FAIL || other == CLAIR_FAIL)
		return CLAIR_FAIL;
	return one == CLAIR_REVIEW || other == CLAIR_REVIEW ? CLAIR_REVIEW : CLAIR_PASS;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	struct rule_causes causes = {0};
	bool any = false;
	enum clair_outcome outcome = CLAIR_PASS;

	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_A, i);
		const struct clair_node *text;

		if (!clair_has_attr(link, CLAIR_ATTR_HREF) || !clair_visible(ctx, link) ||
		    clair_visible_text(ctx, link)[0] == '\0')
			continue;
		text = text_around(ctx, link);
		if (text == NULL)
			continue;
		any = true;
		if (!is_marked(ctx, link, text))
			rule_causes_add(
			    &causes, clair_declaration(ctx, link, CLAIR_CSS_TEXT_DECORATION_LINE), link);
	}
	for (unsigned i = 0; i < causes.count; i++)
		outcome = worse(outcome,
		    judge(ctx, causes.list[i].first, text_around(ctx, causes.list[i].first)));
	return any ? outcome : CLAIR_INAPPLICABLE;
}

CLAIR_RULE(presentation_link_in_text) = {
	.id = "presentation/link-in-text",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_LOW_VISION | CLAIR_ELDERLY | CLAIR_COGNITIVE,
	.rgaa = CLAIR_IDS("10.6.1"),
	.wcag = CLAIR_IDS("1.4.1"),
	.title = {
		.fr = "Un lien dans un texte ne se distingue pas par sa seule couleur",
		.en = "A link in a text is told from it by more than its colour",
	},
	.why = {
		.fr = "Qui distingue mal les couleurs ne voit pas qu’il y a un lien.",
		.en = "Who cannot tell colours apart does not see that there is a link.",
	},
	.remedy = {
		.fr = "Souligner les liens qui sont dans un texte.",
		.en = "Underline the links that are in a text.",
	},
	.limits = {
		.fr = "Un seul lien est montré par déclaration. Une image de fond autour du texte "
		    "n’est pas jugée.",
		.en = "One link only is shown for each declaration. A background image around the "
		    "text is not judged.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
