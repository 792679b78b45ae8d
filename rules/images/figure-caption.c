/* A caption is tied to its image. */
#include "clairlint/rule.h"
#include "rules/common/image.h"
#include "rules/common/text.h"

#define NO_ROLE(name, test) \
	{.key = name, \
	 .fr = "La figure a une légende, mais pas de role=\"figure\" : la légende n’est pas reliée " \
	       "pour tous les lecteurs d’écran.", \
	 .en = "The figure has a caption, but no role=\"figure\": the caption is not tied for all " \
	       "screen readers.", \
	 .rgaa = CLAIR_IDS(test)}
#define NO_LABEL(name, test) \
	{.key = name, \
	 .fr = "La figure n’a pas d’aria-label qui reprend sa légende.", \
	 .en = "The figure has no aria-label that repeats its caption.", \
	 .rgaa = CLAIR_IDS(test)}

static const struct clair_message messages[] = {
	NO_ROLE("no-role", "1.9.1"),
	NO_ROLE("no-role-object", "1.9.2"),
	NO_ROLE("no-role-embed", "1.9.3"),
	NO_ROLE("no-role-svg", "1.9.4"),
	NO_ROLE("no-role-canvas", "1.9.5"),
	NO_LABEL("no-label", "1.9.1"),
	NO_LABEL("no-label-object", "1.9.2"),
	NO_LABEL("no-label-embed", "1.9.3"),
	NO_LABEL("no-label-svg", "1.9.4"),
	NO_LABEL("no-label-canvas", "1.9.5"),
};

/* The kinds that have a test, in the order of the messages. */
static const enum rule_image kinds[] = {
    RULE_IMAGE_IMG, RULE_IMAGE_OBJECT, RULE_IMAGE_EMBED, RULE_IMAGE_SVG, RULE_IMAGE_CANVAS};

static const struct clair_node *
find_caption(const struct clair_node *figure)
{
	const struct clair_node *node = figure;

	while ((node = clair_next_inside(figure, node)) != NULL) {
		if (clair_tag(node) == CLAIR_TAG_FIGCAPTION)
			return node;
	}
	return NULL;
}

/* The place in `kinds` of the first image of the figure, or their number. */
static unsigned
find_image(struct clair_ctx *ctx, const struct clair_node *figure)
{
	const struct clair_node *node = figure;

	while ((node = clair_next_inside(figure, node)) != NULL) {
		enum rule_image kind = rule_image_kind(ctx, node);

		for (unsigned i = 0; i < CLAIR_LEN(kinds); i++) {
			if (kinds[i] == kind && clair_exposed(ctx, node))
				return i;
		}
	}
	return CLAIR_LEN(kinds);
}

/* The element says it already, and its name is its caption. */
static bool
is_sure(struct clair_ctx *ctx, const struct clair_node *figure, const char *words)
{
	return rule_blank(clair_attr(figure, CLAIR_ATTR_ROLE)) &&
	    rule_same(clair_name(ctx, figure), words);
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *figure)
{
	const struct clair_node *caption = find_caption(figure);
	struct clair_finding *finding;
	const char *words;
	unsigned kind;

	if (caption == NULL || !clair_exposed(ctx, figure))
		return CLAIR_INAPPLICABLE;
	kind = find_image(ctx, figure);
	words = clair_text_content(ctx, caption);
	if (kind == CLAIR_LEN(kinds) || words[0] == '\0')
		return CLAIR_INAPPLICABLE;
	if (!clair_attr_is(figure, CLAIR_ATTR_ROLE, "figure") &&
	    !clair_attr_is(figure, CLAIR_ATTR_ROLE, "group")) {
		finding = clair_report(ctx, figure, kind);
		clair_fix_attr(finding, is_sure(ctx, figure, words) ? CLAIR_SAFE : CLAIR_CHOICE,
		    CLAIR_ATTR_ROLE, "figure");
		return CLAIR_FAIL;
	}
	if (rule_same(clair_name(ctx, figure), words))
		return CLAIR_PASS;
	finding = clair_report(ctx, figure, kind + (unsigned)CLAIR_LEN(kinds));
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
	.rgaa = CLAIR_IDS("1.9.1", "1.9.2", "1.9.3", "1.9.4", "1.9.5"),
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
