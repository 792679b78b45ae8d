/* A link in a text is told from it by more than its colour. */
#include "clairlint/rule.h"
#include "rules/common/cause.h"
#include "rules/common/outcome.h"
#include "rules/common/text.h"

enum { COLOUR_ALONE, SAME_COLOUR, NO_MARK };

static const struct clair_message messages[] = {
	[COLOUR_ALONE] = {
		.key = "colour-alone",
		.each = true,
		.fr = "Seule la couleur distingue le lien « {name} » du texte, et le contraste "
		    "est de {ratio} : il faut 3, ou un soulignement ({count} {count|lien|liens}).",
		.en = "Only its colour tells the link \"{name}\" from the text, and the contrast is "
		    "{ratio}: 3 is needed, or an underline ({count} {count|link|links}).",
	},
	[SAME_COLOUR] = {
		.key = "same-colour",
		.each = true,
		.fr = "Rien ne distingue le lien « {name} » du texte autour : vérifier qu’on "
		    "comprend que c’est un lien ({count} {count|lien|liens}).",
		.en = "Nothing tells the link \"{name}\" from the text around: check that it is "
		    "understood as a link ({count} {count|link|links}).",
	},
	[NO_MARK] = {
		.key = "no-mark",
		.each = true,
		.fr = "Seule la couleur distingue le lien « {name} » du texte : vérifier qu’il change "
		    "d’aspect sous la souris et au clavier ({count} {count|lien|liens}).",
		.en = "Only its colour tells the link \"{name}\" from the text: check that it looks "
		    "otherwise under the pointer and by keyboard ({count} {count|link|links}).",
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
	for (unsigned side = 0; side < 4; side++) {
		if (has_line(ctx, node, (enum clair_property)(CLAIR_CSS_BORDER_TOP_STYLE + side),
		        (enum clair_property)(CLAIR_CSS_BORDER_TOP_WIDTH + side)))
			return true;
	}
	return !clair_style_is(ctx, node, CLAIR_CSS_TEXT_DECORATION_LINE, "none") ||
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

/* Past the messages: nothing to say. */
enum { FINE = CLAIR_LEN(messages) };

static unsigned
verdict(struct clair_ctx *ctx, const struct clair_node *link, const struct clair_node *text)
{
	double ratio = clair_text_contrast(ctx, link, text);

	if (ratio <= 0)
		return FINE;
	if (ratio < 1.01)
		return SAME_COLOUR;
	if (ratio < 3)
		return COLOUR_ALONE;
	if (clair_is_marked_when(ctx, link, CLAIR_WHEN_HOVERED) &&
	    clair_is_marked_when(ctx, link, CLAIR_WHEN_FOCUSED))
		return FINE;
	return NO_MARK;
}

/* Links told alike are one cause when the same declarations give their line and both colours. */
static uint64_t
declarations(struct clair_ctx *ctx, const struct clair_node *link, const struct clair_node *text)
{
	uint64_t line = clair_declaration(ctx, link, CLAIR_CSS_TEXT_DECORATION_LINE);
	uint64_t colour = clair_declaration(ctx, link, CLAIR_CSS_COLOR);

	return (line * 31 + colour) * 31 + clair_declaration(ctx, text, CLAIR_CSS_COLOR) + 1;
}

static enum clair_outcome
say(struct clair_ctx *ctx, const struct rule_cause *cause, unsigned message)
{
	const struct clair_node *link = cause->first;
	bool is_fail = message == COLOUR_ALONE && clair_style_grade(ctx, link) == CLAIR_STATIC;
	struct clair_finding *finding =
	    is_fail ? clair_report(ctx, link, message) : clair_review(ctx, link, message);

	clair_arg(finding, "name", clair_visible_text(ctx, link));
	if (message == COLOUR_ALONE)
		clair_arg_num(finding, "ratio",
		    rule_two_decimals(clair_text_contrast(ctx, link, text_around(ctx, link))));
	clair_arg_num(finding, "count", cause->count);
	clair_points_at_css(ctx, finding, link,
	    message == SAME_COLOUR ? CLAIR_CSS_TEXT_DECORATION_LINE : CLAIR_CSS_COLOR);
	return is_fail ? CLAIR_FAIL : CLAIR_REVIEW;
}

static bool
is_seen(struct clair_ctx *ctx, const struct clair_node *link)
{
	return clair_has_attr(link, CLAIR_ATTR_HREF) && clair_visible(ctx, link) &&
	    clair_visible_text(ctx, link)[0] != '\0';
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	struct rule_causes causes[FINE] = {0};
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_A, i);
		const struct clair_node *text = is_seen(ctx, link) ? text_around(ctx, link) : NULL;
		unsigned message;

		if (text == NULL)
			continue;
		outcome = CLAIR_PASS;
		message = is_marked(ctx, link, text) ? FINE : verdict(ctx, link, text);
		if (message != FINE)
			rule_causes_add(&causes[message], declarations(ctx, link, text), link);
	}
	for (unsigned message = 0; message < FINE; message++) {
		for (unsigned i = 0; i < causes[message].count; i++)
			outcome = rule_worse(outcome, say(ctx, &causes[message].list[i], message));
	}
	return outcome;
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
	.falc = CLAIR_IDS("E18"),
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
		.fr = "Les liens de même style sont montrés une fois, avec leur nombre. Une image de "
		    "fond autour du texte n’est pas jugée.",
		.en = "Links of one style are shown once, with their number. A background image "
		    "around the text is not judged.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
