/* What several rules ask of images, whatever their element. */
#ifndef CLAIR_RULES_COMMON_IMAGE_H
#define CLAIR_RULES_COMMON_IMAGE_H

#include "clairlint/rule.h"

/* The kinds of images that RGAA tests apart: also indexes of messages. */
enum rule_image {
	RULE_IMAGE_IMG,    /* and any other element with role img */
	RULE_IMAGE_BUTTON, /* input type=image */
	RULE_IMAGE_OBJECT,
	RULE_IMAGE_EMBED,
	RULE_IMAGE_SVG,    /* not one inside another */
	RULE_IMAGE_CANVAS,
	RULE_IMAGE_AREA,   /* RGAA asks less of it: last, so that tables may leave it out */
	RULE_IMAGE_NONE,
};
/* on_tags and on_roles of a rule about all of them. */
#define RULE_IMAGE_TAGS CLAIR_KINDS(CLAIR_TAG_IMG, CLAIR_TAG_AREA, CLAIR_TAG_INPUT, CLAIR_TAG_OBJECT, \
    CLAIR_TAG_EMBED, CLAIR_TAG_SVG, CLAIR_TAG_CANVAS)
#define RULE_IMAGE_ROLES CLAIR_KINDS(CLAIR_ROLE_IMG)

enum rule_image rule_image_kind(struct clair_ctx *ctx, const struct clair_node *node);

/* By its type, or by the extension of its address when it has none. */
bool rule_is_image_file(const char *type, const char *address);

/* Its name or, for lack of one, what stands between the tags of object, canvas. Never NULL. */
const char *rule_image_alternative(struct clair_ctx *ctx, const struct clair_node *image);

/* Exposed, with an alternative: the image carries information, and is not a test to pass. */
bool rule_image_informs(struct clair_ctx *ctx, const struct clair_node *image);

/* An icon: too small for words or for a complex drawing (images.petite.max). */
bool rule_image_is_small(struct clair_ctx *ctx, const struct clair_node *image);

#endif
