/* What several rules ask of images, whatever their element. */
#include "rules/common/image.h"

#include "rules/common/captcha.h"
#include "rules/common/text.h"

bool
rule_is_image_file(const char *type, const char *address)
{
	static const char *const extensions[] = {
	    "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "bmp", "ico", NULL};

	if (!rule_blank(type))
		return rule_starts_with(type, "image/");
	return address != NULL &&
	    (rule_starts_with(address, "data:image/") || rule_has_extension(address, extensions));
}

static bool
is_outermost(const struct clair_node *svg)
{
	const struct clair_node *parent = clair_parent(svg);

	return parent == NULL || clair_closest(parent, CLAIR_TAG_SVG) == NULL;
}

enum rule_image
rule_image_kind(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *type = clair_attr(node, CLAIR_ATTR_TYPE);

	switch (clair_tag(node)) {
	case CLAIR_TAG_IMG:
		return RULE_IMAGE_IMG;
	case CLAIR_TAG_AREA:
		return RULE_IMAGE_AREA;
	case CLAIR_TAG_INPUT:
		return clair_attr_is(node, CLAIR_ATTR_TYPE, "image") ? RULE_IMAGE_BUTTON : RULE_IMAGE_NONE;
	case CLAIR_TAG_OBJECT:
		return rule_is_image_file(type, clair_attr(node, CLAIR_ATTR_DATA)) ? RULE_IMAGE_OBJECT
		                                                                  : RULE_IMAGE_NONE;
	case CLAIR_TAG_EMBED:
		return rule_is_image_file(type, clair_attr(node, CLAIR_ATTR_SRC)) ? RULE_IMAGE_EMBED
		                                                                 : RULE_IMAGE_NONE;
	case CLAIR_TAG_SVG:
		return is_outermost(node) ? RULE_IMAGE_SVG : RULE_IMAGE_NONE;
	case CLAIR_TAG_CANVAS:
		return RULE_IMAGE_CANVAS;
	default:
		/* Parts of an svg that have the role are parts of one image. */
		return clair_is_html(node) && clair_explicit_role(ctx, node) == CLAIR_ROLE_IMG
		    ? RULE_IMAGE_IMG
		    : RULE_IMAGE_NONE;
	}
}

const char *
rule_image_alternative(struct clair_ctx *ctx, const struct clair_node *image)
{
	const char *name = clair_name(ctx, image);
	enum clair_tag tag = clair_tag(image);

	if (name[0] == '\0' && (tag == CLAIR_TAG_OBJECT || tag == CLAIR_TAG_CANVAS))
		return clair_text_content(ctx, image);
	return name;
}

bool
rule_image_informs(struct clair_ctx *ctx, const struct clair_node *image)
{
	return clair_exposed(ctx, image) && rule_image_alternative(ctx, image)[0] != '\0' &&
	    !rule_image_is_captcha(ctx, image);
}

/* The size that style or an attribute gives; false when the image has its own. */
static bool
read_size(struct clair_ctx *ctx, const struct clair_node *image, enum clair_property property,
    enum clair_attribute attribute, double *pixels)
{
	const char *value = clair_attr(image, attribute);

	if (clair_style_number(ctx, image, property, pixels))
		return true;
	if (value == NULL || *value < '0' || *value > '9')
		return false;
	*pixels = 0;
	for (; *value >= '0' && *value <= '9' && *pixels < 1e6; value++)
		*pixels = *pixels * 10 + (*value - '0');
	return *value != '%';
}

bool
rule_image_is_small(struct clair_ctx *ctx, const struct clair_node *image)
{
	double max = clair_threshold(ctx, "images.petite.max");
	double width = 0;
	double height = 0;
	bool has_width = read_size(ctx, image, CLAIR_CSS_WIDTH, CLAIR_ATTR_WIDTH, &width);
	bool has_height = read_size(ctx, image, CLAIR_CSS_HEIGHT, CLAIR_ATTR_HEIGHT, &height);

	return (has_width || has_height) && width <= max && height <= max;
}
