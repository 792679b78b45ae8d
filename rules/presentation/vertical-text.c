/* Text that is read from top to bottom fits a height of 256 px. */
#include "clairlint/rule.h"
#include "rules/common/cause.h"

enum { VERTICAL };

static const struct clair_message messages[] = {
	[VERTICAL] = {
		.key = "vertical",
		.each = true,
		.fr = "Ce texte se lit de haut en bas : sur 256 pixels de haut, se lit-il sans "
		    "défiler dans ce sens ({count} {count|endroit|endroits}) ?",
		.en = "This text is read from top to bottom: 256 pixels high, can it be read "
		    "without scrolling that way ({count} {count|place|places})?",
	},
};

static enum clair_property
is_vertical(struct clair_ctx *ctx, const struct clair_node *node)
{
	return !clair_style_is(ctx, node, CLAIR_CSS_WRITING_MODE, "horizontal-tb") &&
	        clair_own_text(ctx, node)[0] != '\0' && clair_visible(ctx, node)
	    ? CLAIR_CSS_WRITING_MODE
	    : CLAIR_PROPERTY_NONE;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	static const struct rule_search search = {.found_by = is_vertical, .message = VERTICAL};

	return rule_review_causes(ctx, &search) == CLAIR_REVIEW ? CLAIR_REVIEW : CLAIR_INAPPLICABLE;
}

CLAIR_RULE(presentation_vertical_text) = {
	.id = "presentation/vertical-text",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.who = CLAIR_LOW_VISION | CLAIR_PHONE_ONLY,
	.rgaa = CLAIR_IDS("10.11.2"),
	.wcag = CLAIR_IDS("1.4.10"),
	.title = {
		.fr = "Un texte vertical se lit sans défiler dans deux sens",
		.en = "A vertical text is read without scrolling in two directions",
	},
	.why = {
		.fr = "Avec une page agrandie quatre fois, ou sur un téléphone couché, le texte "
		    "sort de l’écran.",
		.en = "With a page enlarged four times, or on a phone lying down, the text goes "
		    "out of the screen.",
	},
	.remedy = {
		.fr = "Laisser le texte revenir à la colonne suivante, ou l’écrire à "
		    "l’horizontale.",
		.en = "Let the text go on in the next column, or write it horizontally.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
