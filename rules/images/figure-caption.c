/* A caption is tied to its image. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_ROLE, NO_LABEL };

static const struct clair_message messages[] = {
	[NO_ROLE] = {
		.key = "no-role",
		.fr = "La figure a une légende, mais pas de role=\"figure\" : la légende n’est "
		    "pas reliée pour tous les lecteurs d’écran.",
		.en = "The figure has a caption, but no role=\"figure\": the caption is not "
		    "tied for all screen readers.",
	},
	[NO_LABEL] = {
		.key = "no-label",
		.fr = "La figure n’a pas d’aria-label qui reprend sa légende.",
		.en = "The figure has no aria-label that repeats its caption.",
	},
};

static const struct clair_node *
find(struct clair_ctx *ctx, const struct clair_node *figure, bool image)
{
	const struct clair_node *node = figure;

	while ((node = clair_next_inside(figure, node)) != NULL) {
		enum clair_tag tag = clair_tag(node);

		if (image && (tag == CLAIR_TAG_IMG || tag == CLAIR_TAG_SVG || tag == CLAIR_TAG_OBJECT ||
		    tag == CLAIR_TAG_CANVAS) && clair_exposed(ctx, node))
			return node;
		if (!image && tag == CLAIR_TAG_FIGCAPTION)
			return node;
	}
	return NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *figure)
{
	const struct clair_node *caption = find(ctx, figure, false);
	struct clair_finding *finding;
	const char *words;

	if (caption == NULL || !clair_exposed(ctx, figure) || find(ctx, figure, true) == NULL)
		return CLAIR_INAPPLICABLE;
	words = clair_text_content(ctx, caption);
	if (words[0] == '\0')
		return CLAIR_INAPPLICABLE;
	if (!clair_attr_is(figure, CLAIR_ATTR_ROLE, "figure") &&
	    !clair_attr_is(figure, CLAIR_ATTR_ROLE, "group")) {
		finding = clair_report(ctx, figure, NO_ROLE);
		clair_fix_attr(finding, CLAIR_SAFE, CLAIR_ATTR_ROLE, "figure");
		return CLAIR_FAIL;
	}
	if (rule_same(clair_name(ctx, figure), words))
		return CLAIR_PASS;
	finding = clair_report(ctx, figure, NO_LABEL);
	clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_ARIA_LABEL, words);
	return CLAIR_FAIL;
}

CLAIR_RULE(images_figure_caption) = {
	.id = "images/figure-caption",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_FIGURE),
	.rgaa = CLAIR_IDS("1.9.1", "1.9.2", "1.9.4", "1.9.5"),
	.wcag = CLAIR_IDS("1.1.1", "4.1.2"),
	.title = {
		.fr = "Une légende est reliée à son image",
		.en = "A caption is tied to its image",
	},
	.why = {
		.fr = "Sans lien entre l’image et sa légende, un lecteur d’écran peut les lire "
		    "loin l’une de l’autre.",
		.en = "Without a tie between image and caption, a screen reader may read them "
		    "far apart.",
	},
	.remedy = {
		.fr = "Mettre role=\"figure\" et aria-label avec le texte de la légende sur "
		    "figure.",
		.en = "Put role=\"figure\" and aria-label with the text of the caption on "
		    "figure.",
	},
	.limits = {
		.fr = "Seules les figures qui ont une image et une figcaption sont jugées.",
		.en = "Only figures with an image and a figcaption are judged.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
