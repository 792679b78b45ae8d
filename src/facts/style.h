/* Computed style for the other facts: made on the first question, kept with the page. */
#ifndef CLAIR_FACTS_STYLE_H
#define CLAIR_FACTS_STYLE_H

#include "facts/facts.h"
#include "style/style.h"

/* NULL without memory. */
struct clair_style_table *clair_style_table(struct clair_ctx *ctx);

/* Style of an element; NULL without memory only. */
const struct clair_style *clair_node_style(struct clair_ctx *ctx, const struct clair_node *node);

/* One value of the element's style, or of its ::before or ::after. Never NULL. */
const struct clair_css_value *clair_node_value(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_property property);

/* Where the declaration stands that decides the value. */
struct clair_style_place clair_node_place(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_property property);
struct clair_style_place clair_node_place_when(struct clair_ctx *ctx, const struct clair_node *node,
    enum clair_property property, enum clair_situation situation);
struct clair_style_place clair_generated_place( /* of `content` */
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_generated where);

/* NULL without memory. */
const struct clair_style *clair_node_style_when(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_situation situation);

#endif
