/*
 * Rendered, visible, exposed, for elements and texts: from attributes and computed style. Private to
 * src/facts/.
 */
#ifndef CLAIR_FACTS_VISIBLE_H
#define CLAIR_FACTS_VISIBLE_H

#include "facts/facts.h"

/* Any kind of node. */
bool clair_node_visible(struct clair_ctx *ctx, const struct clair_node *node);
bool clair_node_exposed(struct clair_ctx *ctx, const struct clair_node *node);

bool clair_under_aria_hidden(struct clair_ctx *ctx, const struct clair_node *node);
/* Neither unrendered, nor visibility: hidden, nor inert. */
bool clair_can_take_focus(struct clair_ctx *ctx, const struct clair_node *node);
/* In a disabled fieldset, outside its first legend; or a disabled fieldset itself. */
bool clair_in_disabled_fieldset(struct clair_ctx *ctx, const struct clair_node *node);
/* The first summary of a details. */
bool clair_is_details_summary(struct clair_ctx *ctx, const struct clair_node *node);
/* Its contents start and end a line of text: by its computed display. */
bool clair_is_block(struct clair_ctx *ctx, const struct clair_node *node);

#endif
