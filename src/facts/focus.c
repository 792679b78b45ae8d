/* What can hold the focus, by HTML 6.6.3 and the elements that browsers make focusable. */
#include "facts/token.h"
#include "facts/visible.h"

/* HTML's rules for parsing integers: what comes after the digits is ignored. */
static bool
parse_tabindex(const struct clair_node *node, long *value)
{
	const char *text = clair_attr(node, CLAIR_ATTR_TABINDEX);
	bool negative;

	if (text == NULL)
		return false;
	while (clair_is_space(*text))
		text++;
	negative = *text == '-';
	if (*text == '-' || *text == '+')
		text++;
	if (!clair_is_digit(*text))
		return false;
	for (*value = 0; clair_is_digit(*text) && *value < 100000; text++)
		*value = *value * 10 + (*text - '0');
	if (negative)
		*value = -*value;
	return true;
}

static bool
is_disabled(struct clair_ctx *ctx, const struct clair_node *node)
{
	switch (node->tag) {
	case CLAIR_TAG_BUTTON:
	case CLAIR_TAG_INPUT:
	case CLAIR_TAG_SELECT:
	case CLAIR_TAG_TEXTAREA:
		return clair_has_attr(node, CLAIR_ATTR_DISABLED) ||
		    clair_in_disabled_fieldset(ctx, node);
	default:
		return false;
	}
}

static bool
is_editing_host(const struct clair_node *node)
{
	const char *value = clair_attr(node, CLAIR_ATTR_CONTENTEDITABLE);

	return value != NULL &&
	       (*value == '\0' || clair_attr_is(node, CLAIR_ATTR_CONTENTEDITABLE, "true") ||
		   clair_attr_is(node, CLAIR_ATTR_CONTENTEDITABLE, "plaintext-only"));
}

static bool
is_focusable_by_tag(struct clair_ctx *ctx, const struct clair_node *node)
{
	if ((node->flags & CLAIR_NODE_FOREIGN) != 0)
		return node->tag == CLAIR_TAG_A && (clair_has_attr(node, CLAIR_ATTR_HREF) ||
		                                       clair_has_attr(node, CLAIR_ATTR_XLINK_HREF));
	switch (node->tag) {
	case CLAIR_TAG_A:
	case CLAIR_TAG_AREA:
		return clair_has_attr(node, CLAIR_ATTR_HREF);
	case CLAIR_TAG_AUDIO:
	case CLAIR_TAG_VIDEO:
		return clair_has_attr(node, CLAIR_ATTR_CONTROLS);
	case CLAIR_TAG_BUTTON:
	case CLAIR_TAG_IFRAME:
	case CLAIR_TAG_INPUT:
	case CLAIR_TAG_SELECT:
	case CLAIR_TAG_TEXTAREA:
		return true;
	case CLAIR_TAG_SUMMARY:
		return clair_is_details_summary(ctx, node);
	default:
		return false;
	}
}

bool
clair_focusable(struct clair_ctx *ctx, const struct clair_node *node)
{
	long tabindex;

	if (node->kind != CLAIR_NODE_ELEMENT || is_disabled(ctx, node))
		return false;
	if (!is_focusable_by_tag(ctx, node) && !is_editing_host(node) &&
	    !parse_tabindex(node, &tabindex))
		return false;
	return clair_can_take_focus(ctx, node);
}

bool
clair_tabbable(struct clair_ctx *ctx, const struct clair_node *node)
{
	long tabindex;

	if (!clair_focusable(ctx, node))
		return false;
	return !parse_tabindex(node, &tabindex) || tabindex >= 0;
}
