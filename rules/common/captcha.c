/* Tests to prove that one is human. */
#include "rules/common/captcha.h"

enum { BOXES_AROUND = 3 };

static bool
says_captcha(struct clair_ctx *ctx, const struct clair_node *node, enum clair_attribute attribute)
{
	const char *value = clair_attr(node, attribute);

	return value != NULL && clair_matches(ctx, "captcha", value);
}

bool
rule_names_captcha(struct clair_ctx *ctx, const struct clair_node *node)
{
	return says_captcha(ctx, node, CLAIR_ATTR_CLASS) || says_captcha(ctx, node, CLAIR_ATTR_ID) ||
	    says_captcha(ctx, node, CLAIR_ATTR_SRC);
}

/* The whole page, or the whole form, may be called after its test. */
static bool
is_whole(const struct clair_node *box)
{
	return clair_tag(box) == CLAIR_TAG_BODY || clair_tag(box) == CLAIR_TAG_FORM;
}

bool
rule_is_captcha(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_node *parent = clair_parent(node);

	return !is_whole(node) && rule_names_captcha(ctx, node) && clair_rendered(ctx, node) &&
	    (parent == NULL || is_whole(parent) || !rule_names_captcha(ctx, parent));
}

static bool
is_in_captcha(struct clair_ctx *ctx, const struct clair_node *image)
{
	const struct clair_node *box = clair_parent(image);

	for (unsigned i = 0; box != NULL && i < BOXES_AROUND; i++, box = clair_parent(box)) {
		if (is_whole(box))
			return false;
		if (rule_names_captcha(ctx, box))
			return true;
	}
	return false;
}

bool
rule_image_is_captcha(struct clair_ctx *ctx, const struct clair_node *image)
{
	return rule_names_captcha(ctx, image) || says_captcha(ctx, image, CLAIR_ATTR_NAME) ||
	    says_captcha(ctx, image, CLAIR_ATTR_DATA) ||
	    clair_matches(ctx, "captcha-words", clair_name(ctx, image)) || is_in_captcha(ctx, image);
}
