/* An image hidden from assistive technology has no alternative left. */
#include "clairlint/rule.h"
#include "rules/common/image.h"
#include "rules/common/roles.h"
#include "rules/common/text.h"

#define NAMED(name, test) \
	{.key = name, \
	 .fr = "Cette image cachée aux aides techniques garde une alternative ({part}) : retirer l’une " \
	       "ou l’autre.", \
	 .en = "This image hidden from assistive technology keeps an alternative ({part}): remove one " \
	       "or the other.", \
	 .rgaa = CLAIR_IDS(test)}

enum { OBJECT, EMBED, SVG, CANVAS, AREA };

static const struct clair_message messages[] = {
	[OBJECT] = NAMED("object", "1.2.3"),
	[EMBED] = NAMED("embed", "1.2.6"),
	[SVG] = NAMED("svg", "1.2.4"),
	[CANVAS] = NAMED("canvas", "1.2.5"),
	[AREA] = {
		.key = "area",
		.fr = "Cette zone sans lien a une alternative vide, et pourtant un autre nom ({part}).",
		.en = "This area without a link has an empty alternative, and yet another name ({part}).",
		.rgaa = CLAIR_IDS("1.2.2"),
	},
};

/* What names it: an attribute, an element of svg, or the text between the tags; NULL when nothing does. */
static const char *
naming_part(struct clair_ctx *ctx, const struct clair_node *image)
{
	const char *ids = clair_attr(image, CLAIR_ATTR_ARIA_LABELLEDBY);
	const struct clair_node *child = clair_first_child(image);

	if (!rule_blank(clair_attr(image, CLAIR_ATTR_ARIA_LABEL)))
		return "aria-label";
	if (ids != NULL && rule_any_id_exists(ctx, ids))
		return "aria-labelledby";
	if (!rule_blank(clair_attr(image, CLAIR_ATTR_TITLE)))
		return "title";
	for (; clair_tag(image) == CLAIR_TAG_SVG && child != NULL; child = clair_next_sibling(child)) {
		if ((clair_tag(child) == CLAIR_TAG_TITLE || clair_tag(child) == CLAIR_TAG_DESC) &&
		    clair_text_content(ctx, child)[0] != '\0')
			return clair_tag_name(child);
	}
	return NULL;
}

static bool
has_caption(const struct clair_node *image)
{
	const struct clair_node *figure = clair_closest(image, CLAIR_TAG_FIGURE);
	const struct clair_node *child = figure == NULL ? NULL : clair_first_child(figure);

	while (child != NULL && clair_tag(child) != CLAIR_TAG_FIGCAPTION)
		child = clair_next_sibling(child);
	return child != NULL;
}

static enum clair_outcome
judge(struct clair_ctx *ctx, const struct clair_node *image, unsigned message)
{
	const char *part = naming_part(ctx, image);

	if (has_caption(image))
		return CLAIR_INAPPLICABLE;
	if (part == NULL)
		return CLAIR_PASS;
	/* A name may be the true alternative of the area: then its alt is what is wrong. */
	clair_arg(message == AREA ? clair_review(ctx, image, message) : clair_report(ctx, image, message),
	    "part", part);
	return message == AREA ? CLAIR_REVIEW : CLAIR_FAIL;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *image)
{
	const char *alt = clair_attr(image, CLAIR_ATTR_ALT);
	bool hidden = clair_attr_is(image, CLAIR_ATTR_ARIA_HIDDEN, "true");

	switch (clair_rendered(ctx, image) ? rule_image_kind(ctx, image) : RULE_IMAGE_NONE) {
	case RULE_IMAGE_AREA:
		return clair_has_attr(image, CLAIR_ATTR_HREF) || alt == NULL || alt[0] != '\0' || hidden
		    ? CLAIR_INAPPLICABLE
		    : judge(ctx, image, AREA);
	case RULE_IMAGE_OBJECT:
		return hidden ? judge(ctx, image, OBJECT) : CLAIR_INAPPLICABLE;
	case RULE_IMAGE_EMBED:
		return hidden ? judge(ctx, image, EMBED) : CLAIR_INAPPLICABLE;
	case RULE_IMAGE_SVG:
		return hidden ? judge(ctx, image, SVG) : CLAIR_INAPPLICABLE;
	case RULE_IMAGE_CANVAS:
		return hidden ? judge(ctx, image, CANVAS) : CLAIR_INAPPLICABLE;
	default:
		return CLAIR_INAPPLICABLE;
	}
}

CLAIR_RULE(images_decorative_named) = {
	.id = "images/decorative-named",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_AREA, CLAIR_TAG_OBJECT, CLAIR_TAG_EMBED, CLAIR_TAG_SVG,
	    CLAIR_TAG_CANVAS),
	.rgaa = CLAIR_IDS("1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.2.6"),
	.wcag = CLAIR_IDS("1.1.1"),
	.title = {
		.fr = "Une image décorative n’a aucune alternative",
		.en = "A decorative image has no alternative",
	},
	.why = {
		.fr = "L’image se dit sans intérêt et garde un nom : on ne sait plus si elle informe. Des "
		    "aides techniques peuvent lire ce nom.",
		.en = "The image says that it brings nothing and keeps a name: one no longer knows whether "
		    "it informs. Some assistive technology may read this name.",
	},
	.remedy = {
		.fr = "Décor : retirer le nom et garder aria-hidden=\"true\". Image utile : garder le nom et "
		    "retirer aria-hidden.",
		.en = "Decoration: remove the name and keep aria-hidden=\"true\". Useful image: keep the name "
		    "and remove aria-hidden.",
	},
	.limits = {
		.fr = "Les images qui ont une légende ne sont pas jugées ici.",
		.en = "Images that have a caption are not judged here.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
