/* What scrolls can be scrolled by keyboard. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { LOST, MAYBE_LOST };

static const struct clair_message messages[] = {
	[LOST] = {
		.key = "lost",
		.fr = "Ce bloc de {height} pixels de haut défile, mais le clavier ne l’atteint "
		    "pas : rien n’y prend le focus.",
		.en = "This block {height} pixels high scrolls, but the keyboard does not reach "
		    "it: nothing in it takes the focus.",
	},
	[MAYBE_LOST] = {
		.key = "maybe-lost",
		.fr = "Ce bloc de {height} pixels de haut défile et rien n’y prend le focus : "
		    "vérifier qu’il défile au clavier.",
		.en = "This block {height} pixels high scrolls and nothing in it takes the "
		    "focus: check that it scrolls by keyboard.",
	},
};

enum { NODES_READ = 500, SCREEN = 1280 };

static bool
scrolls(struct clair_ctx *ctx, const struct clair_node *node, double *height)
{
	if (!clair_style_is(ctx, node, CLAIR_CSS_OVERFLOW_Y, "auto") &&
	    !clair_style_is(ctx, node, CLAIR_CSS_OVERFLOW_Y, "scroll"))
		return false;
	return clair_style_number(ctx, node, CLAIR_CSS_HEIGHT, height) ||
	    clair_style_number(ctx, node, CLAIR_CSS_MAX_HEIGHT, height);
}

/* Letters are two fifths of their size wide at least, as a mean; lines are as high as letters at least. */
static bool
overflows(struct clair_ctx *ctx, const struct clair_node *node, double height)
{
	double width = SCREEN;
	double size = 0;
	double letters = rule_characters(clair_visible_text(ctx, node));

	clair_style_number(ctx, node, CLAIR_CSS_FONT_SIZE, &size);
	if (!clair_style_number(ctx, node, CLAIR_CSS_WIDTH, &width))
		clair_style_number(ctx, node, CLAIR_CSS_MAX_WIDTH, &width);
	return width > 0 && letters * 0.4 * size / width * size > height + size;
}

static bool
takes_focus(struct clair_ctx *ctx, const struct clair_node *block)
{
	const struct clair_node *node = block;
	unsigned read = 0;

	do {
		if (clair_tabbable(ctx, node) || read++ > NODES_READ)
			return true;
	} while ((node = clair_next_inside(block, node)) != NULL);
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	bool unsure = clair_style_grade(ctx, node) != CLAIR_STATIC || clair_page_may_change(ctx);
	struct clair_finding *finding;
	double height = 0;

	if (!scrolls(ctx, node, &height) || !clair_visible(ctx, node) || !overflows(ctx, node, height))
		return CLAIR_INAPPLICABLE;
	if (takes_focus(ctx, node))
		return CLAIR_PASS;

	finding = unsure ? clair_review(ctx, node, MAYBE_LOST) : clair_report(ctx, node, LOST);
	clair_arg_num(finding, "height", height);
	clair_points_at_css(ctx, finding, node, CLAIR_CSS_OVERFLOW_Y);
	return unsure ? CLAIR_REVIEW : CLAIR_FAIL;
}

CLAIR_RULE(presentation_scroll_unreachable) = {
	.id = "presentation/scroll-unreachable",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_MOTOR | CLAIR_BLIND,
	/* Boxes of text. */
	.on_tags = CLAIR_KINDS(CLAIR_TAG_ARTICLE, CLAIR_TAG_ASIDE, CLAIR_TAG_BLOCKQUOTE, CLAIR_TAG_DIV, CLAIR_TAG_DL,
	    CLAIR_TAG_FIGURE, CLAIR_TAG_MAIN, CLAIR_TAG_OL, CLAIR_TAG_P, CLAIR_TAG_PRE, CLAIR_TAG_SECTION, CLAIR_TAG_UL),
	.wcag = CLAIR_IDS("2.1.1", "2.1.3"),
	.act = CLAIR_IDS("0ssw9k"),
	.falc = CLAIR_IDS("E12"),
	.title = {
		.fr = "Un bloc qui défile est atteint au clavier",
		.en = "A block that scrolls is reached by keyboard",
	},
	.why = {
		.fr = "Sans souris, la fin du texte ne peut pas être lue dans tous les "
		    "navigateurs.",
		.en = "Without a mouse, the end of the text cannot be read in all browsers.",
	},
	.remedy = {
		.fr = "Ajouter tabindex=\"0\" et un nom au bloc, ou retirer sa hauteur.",
		.en = "Add tabindex=\"0\" and a name to the block, or remove its height.",
	},
	.limits = {
		.fr = "La page n’est pas dessinée : seul un texte qui dépasse à coup sûr est "
		    "vu. Certains navigateurs font défiler ces blocs au clavier.",
		.en = "The page is not drawn: only a text that overflows for sure is seen. Some "
		    "browsers scroll these blocks by keyboard.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
