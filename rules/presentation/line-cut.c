/* A line of text is not cut at its side. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { CUT, MAYBE_CUT };

static const struct clair_message messages[] = {
	[CUT] = {
		.key = "cut",
		.fr = "La fin de cette ligne est coupée : le bloc fait {width} pixels de large "
		    "et cache ce qui dépasse.",
		.en = "The end of this line is cut: the block is {width} pixels wide and hides "
		    "what overflows.",
	},
	[MAYBE_CUT] = {
		.key = "maybe-cut",
		.fr = "La fin de cette ligne est coupée, dans un bloc de {width} pixels de "
		    "large : vérifier que le texte entier se lit ailleurs.",
		.en = "The end of this line is cut, in a block {width} pixels wide: check that "
		    "the whole text can be read elsewhere.",
	},
};

/* A line that stays one, in a box that hides what is past its side. */
static bool
may_be_cut(struct clair_ctx *ctx, const struct clair_node *node)
{
	return (clair_style_is(ctx, node, CLAIR_CSS_OVERFLOW_X, "hidden") ||
	           clair_style_is(ctx, node, CLAIR_CSS_OVERFLOW_X, "clip")) &&
	    clair_style_is(ctx, node, CLAIR_CSS_WHITE_SPACE, "nowrap") &&
	    clair_style_is(ctx, node, CLAIR_CSS_TEXT_OVERFLOW, "clip") &&
	    !clair_style_is(ctx, node, CLAIR_CSS_DISPLAY, "inline");
}

/* The narrowest letters are a quarter of their size; a box of two letters is an icon. */
static bool
overflows(struct clair_ctx *ctx, const struct clair_node *node, double width, double size)
{
	return width >= 2 * size &&
	    rule_characters(clair_own_text(ctx, node)) * 0.25 * size > width;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	struct clair_finding *finding;
	double width = 0;
	double size = 0;
	bool unsure;

	if (!may_be_cut(ctx, node) || !clair_style_number(ctx, node, CLAIR_CSS_WIDTH, &width) ||
	    !clair_visible(ctx, node))
		return CLAIR_INAPPLICABLE;
	clair_style_number(ctx, node, CLAIR_CSS_FONT_SIZE, &size);
	if (!overflows(ctx, node, width, size))
		return CLAIR_PASS;

	unsure = clair_style_grade(ctx, node) != CLAIR_STATIC || clair_page_may_change(ctx) ||
	    clair_tag_count(ctx, CLAIR_TAG_A) > 0 || clair_has_attr(node, CLAIR_ATTR_TITLE);
	finding = unsure ? clair_review(ctx, node, MAYBE_CUT) : clair_report(ctx, node, CUT);
	clair_arg_num(finding, "width", width);
	clair_points_at_css(ctx, finding, node, CLAIR_CSS_OVERFLOW_X);
	return unsure ? CLAIR_REVIEW : CLAIR_FAIL;
}

CLAIR_RULE(presentation_line_cut) = {
	.id = "presentation/line-cut",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_LOW_VISION | CLAIR_ELDERLY,
	/* Boxes of text. */
	.on_tags = CLAIR_KINDS(CLAIR_TAG_DIV, CLAIR_TAG_H1, CLAIR_TAG_H2, CLAIR_TAG_H3, CLAIR_TAG_LI, CLAIR_TAG_P,
	    CLAIR_TAG_SECTION, CLAIR_TAG_SPAN),
	.rgaa = CLAIR_IDS("10.4.1"),
	.wcag = CLAIR_IDS("1.4.4"),
	.act = CLAIR_IDS("59br37"),
	.title = {
		.fr = "La fin d’une ligne n’est pas coupée",
		.en = "The end of a line is not cut",
	},
	.why = {
		.fr = "La fin du texte est perdue, plus encore quand on agrandit les lettres.",
		.en = "The end of the text is lost, all the more when letters are enlarged.",
	},
	.remedy = {
		.fr = "Laisser le texte passer à la ligne (white-space), ou retirer la largeur du bloc.",
		.en = "Let the text wrap (white-space), or remove the width of the block.",
	},
	.limits = {
		.fr = "La page n’est pas dessinée : seule une ligne qui dépasse à coup sûr est "
		    "vue.",
		.en = "The page is not drawn: only a line that overflows for sure is seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
