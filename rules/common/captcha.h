/* Tests to prove that one is human. */
#ifndef CLAIR_RULES_COMMON_CAPTCHA_H
#define CLAIR_RULES_COMMON_CAPTCHA_H

#include "clairlint/rule.h"

/* Its class, its id or its address names such a test. */
bool rule_names_captcha(struct clair_ctx *ctx, const struct clair_node *node);

/* The outermost element of such a test; never the form or the page around it. */
bool rule_is_captcha(struct clair_ctx *ctx, const struct clair_node *node);

/* An image of such a test: its own attributes say so, its alternative, or a box close around. */
bool rule_image_is_captcha(struct clair_ctx *ctx, const struct clair_node *image);

#endif
