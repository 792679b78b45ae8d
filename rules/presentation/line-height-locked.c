/* The space between lines can be widened. */
#include "clairlint/rule.h"
#include "rules/common/spacing.h"
#include "rules/common/outcome.h"
#include "rules/common/text.h"

enum { NARROW, MAYBE_NARROW };

static const struct clair_message messages[] = {
	[NARROW] = {
		.key = "narrow",
		.fr = "L’interligne est bloqué à {ratio} fois la taille du texte (« !important ») : "
		    "il faut au moins 1,5.",
		.en = "The line height is locked at {ratio} times the size of the text "
		    "(!important): at least 1.5 is needed.",
	},
	[MAYBE_NARROW] = {
		.key = "maybe-narrow",
		.fr = "L’interligne est bloqué à {ratio} fois la taille du texte (« !important ») : "
		    "vérifier si le texte tient sur une ligne.",
		.en = "The line height is locked at {ratio} times the size of the text "
		    "(!important): check whether the text fits on one line.",
	},
};

/* Of the screen supposed, and of the narrowest one (WCAG 1.4.10); the width of a letter is about half
 * the size of the text. */
enum { SCREEN = 1280, NARROWEST = 320 };

static double
room_for(struct clair_ctx *ctx, const struct clair_node *node)
{
	double room = SCREEN;
	double width;

	for (; node != NULL; node = clair_parent(node)) {
		if (clair_style_number(ctx, node, CLAIR_CSS_MAX_WIDTH, &width) && width < room)
			room = width;
		if (clair_style_number(ctx, node, CLAIR_CSS_WIDTH, &width) && width < room)
			room = width;
	}
	return room;
}

static double
length_of_line(struct clair_ctx *ctx, const struct clair_node *node)
{
	double size = 0;

	if (!clair_style_is(ctx, node, CLAIR_CSS_WHITE_SPACE, "normal") ||
	    !clair_style_number(ctx, node, CLAIR_CSS_FONT_SIZE, &size))
		return 0;
	return rule_characters(clair_visible_text(ctx, node)) * size / 2;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	struct clair_finding *finding;
	double ratio;
	double line;
	bool unsure;

	if (!rule_spacing_is_locked(ctx, node, CLAIR_CSS_LINE_HEIGHT))
		return CLAIR_INAPPLICABLE;
	ratio = clair_line_spacing(ctx, node);
	line = length_of_line(ctx, node);
	if (rule_spacing_is_enough(ratio, 1.5) || line <= NARROWEST)
		return CLAIR_PASS;

	unsure = line <= room_for(ctx, node);
	finding = unsure ? clair_review(ctx, node, MAYBE_NARROW) : clair_report(ctx, node, NARROW);
	clair_arg_num(finding, "ratio", rule_two_decimals(ratio));
	return unsure ? CLAIR_REVIEW : CLAIR_FAIL;
}

CLAIR_RULE(presentation_line_height_locked) = {
	.id = "presentation/line-height-locked",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_LOW_VISION | CLAIR_LOW_LITERACY | CLAIR_COGNITIVE,
	.on_all = true, /* any element may have a style attribute, or inherit from one */
	.rgaa = CLAIR_IDS("10.12.1"),
	.wcag = CLAIR_IDS("1.4.12"),
	.act = CLAIR_IDS("78fd32"),
	.title = {
		.fr = "L’interligne peut être élargi",
		.en = "The space between lines can be widened",
	},
	.why = {
		.fr = "Des personnes dyslexiques ou malvoyantes écartent les lignes pour lire : "
		    "!important les en empêche.",
		.en = "People with dyslexia or low vision set lines apart to read: !important "
		    "keeps them from it.",
	},
	.remedy = {
		.fr = "Retirer !important de line-height dans l’attribut style.",
		.en = "Remove !important from line-height in the style attribute.",
	},
	.limits = {
		.fr = "Les feuilles de style ne sont pas jugées. La place de la ligne est estimée : "
		    "une ligne seule ne gêne pas.",
		.en = "Style sheets are not judged. The room for a line is estimated: a single line "
		    "does no harm.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
