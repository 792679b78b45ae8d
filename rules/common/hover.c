/* Content that the pointer makes appear. */
#include "rules/common/hover.h"

#include "rules/common/cause.h"
#include "rules/common/text.h"

/* Ways to hide, the most usual first. */
static const enum clair_property hiding[] = {CLAIR_CSS_DISPLAY, CLAIR_CSS_VISIBILITY,
    CLAIR_CSS_OPACITY, CLAIR_CSS_LEFT, CLAIR_CSS_TOP, CLAIR_CSS_RIGHT, CLAIR_CSS_BOTTOM,
    CLAIR_CSS_MAX_HEIGHT, CLAIR_CSS_HEIGHT, CLAIR_CSS_TRANSFORM, CLAIR_CSS_SCALE, CLAIR_CSS_CLIP,
    CLAIR_CSS_CLIP_PATH, CLAIR_CSS_MARGIN_LEFT, CLAIR_CSS_MAX_WIDTH, CLAIR_CSS_WIDTH};

/* What the situation changes. */
static enum clair_property
shown_by(struct clair_ctx *ctx, const struct clair_node *node, enum clair_situation situation)
{
	for (size_t i = 0; i < CLAIR_LEN(hiding); i++) {
		if (clair_declaration_when(ctx, node, hiding[i], situation) !=
		    clair_declaration(ctx, node, hiding[i]))
			return hiding[i];
	}
	return CLAIR_CSS_DISPLAY;
}

/* Fewer characters make a mark: #, ×, ▸. */
enum { CHARACTERS = 3 };

static bool
appears(struct clair_ctx *ctx, const struct clair_node *node, enum clair_situation situation)
{
	const struct clair_node *parent = clair_parent(node);

	if (clair_visible(ctx, node) || parent == NULL || !clair_visible(ctx, parent))
		return false;
	return clair_shown_when(ctx, node, situation) &&
	    rule_has_characters(clair_text_content(ctx, node), CHARACTERS) &&
	    !clair_attr_is(node, CLAIR_ATTR_ARIA_HIDDEN, "true");
}

enum clair_property
rule_shown_when(struct clair_ctx *ctx, const struct clair_node *node, enum clair_situation situation)
{
	return appears(ctx, node, situation) ? shown_by(ctx, node, situation) : CLAIR_PROPERTY_NONE;
}

enum clair_property
rule_shown_by_hover(struct clair_ctx *ctx, const struct clair_node *node)
{
	return rule_shown_when(ctx, node, CLAIR_WHEN_HOVERED);
}

void
rule_describe_shown(struct clair_ctx *ctx, struct clair_finding *finding, const struct clair_node *node)
{
	clair_arg(finding, "text", clair_text_content(ctx, node));
}

enum clair_outcome
rule_review_shown(struct clair_ctx *ctx,
    enum clair_property (*found_by)(struct clair_ctx *, const struct clair_node *),
    enum clair_situation situation, unsigned message)
{
	const struct rule_search search = {.found_by = found_by, .when = &situation, .message = message,
		.describe = rule_describe_shown};

	return rule_review_causes(ctx, &search);
}
