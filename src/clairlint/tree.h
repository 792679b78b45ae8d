/* The elements of a page and their attributes. For rules: clairlint/rule.h includes it. */
#ifndef CLAIRLINT_TREE_H
#define CLAIRLINT_TREE_H

#include "clairlint/types.h"

enum clair_tag clair_tag(const struct clair_node *node);
const char *clair_tag_name(const struct clair_node *node);
bool clair_is_html(const struct clair_node *node);    /* false: svg, math */
bool clair_is_implied(const struct clair_node *node); /* put there by the parser, not by the author */

/* The value as the browser has it, or NULL when absent. */
const char *clair_attr(const struct clair_node *node, enum clair_attribute attribute);
const char *clair_attr_by_name(const struct clair_node *node, const char *name);
bool clair_has_attr(const struct clair_node *node, enum clair_attribute attribute);
/* ASCII case-insensitive equality of the value, trimmed. */
bool clair_attr_is(
    const struct clair_node *node, enum clair_attribute attribute, const char *value);
/* The value is a list separated by spaces that has the token (ASCII case-insensitive). */
bool clair_attr_has_token(
    const struct clair_node *node, enum clair_attribute attribute, const char *token);
size_t clair_attr_count(const struct clair_node *node);
const char *clair_attr_name_at(const struct clair_node *node, size_t index);
const char *clair_attr_value_at(const struct clair_node *node, size_t index);
enum clair_attribute clair_attr_at(const struct clair_node *node, size_t index);

const struct clair_node *clair_root(struct clair_ctx *ctx); /* <html>; never NULL */
const struct clair_node *clair_parent(const struct clair_node *node);
const struct clair_node *clair_first_child(const struct clair_node *node);
const struct clair_node *clair_next_sibling(const struct clair_node *node);
const struct clair_node *clair_previous_sibling(const struct clair_node *node);
/* The next element in document order inside `top`, or NULL. Start with node == top. */
const struct clair_node *clair_next_inside(
    const struct clair_node *top, const struct clair_node *node);
/* The element itself or its nearest ancestor with this tag, or NULL. */
const struct clair_node *clair_closest(const struct clair_node *node, enum clair_tag tag);
const struct clair_node *clair_closest_role(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_role role);
bool clair_contains(const struct clair_node *ancestor, const struct clair_node *node);
bool clair_precedes(const struct clair_node *first, const struct clair_node *second); /* its start tag is earlier */
/* It starts after the other in the page. */
bool clair_follows(const struct clair_node *node, const struct clair_node *other);
/* Elements of a tag over the page, in document order. */
size_t clair_tag_count(struct clair_ctx *ctx, enum clair_tag tag);
const struct clair_node *clair_tag_at(struct clair_ctx *ctx, enum clair_tag tag, size_t index);
/* First element with the id, or NULL; and how many have it. */
const struct clair_node *clair_by_id(struct clair_ctx *ctx, const char *id);
size_t clair_id_count(struct clair_ctx *ctx, const char *id);
/* Where a fragment leads: the element with the id, or else the first a with the name; or NULL. */
const struct clair_node *clair_anchor(struct clair_ctx *ctx, const char *fragment);
/* What follows # in the address of a link that stays in its page, "#c" or "/this-page#c"; or NULL. */
const char *clair_inner_fragment(struct clair_ctx *ctx, const struct clair_node *link);
/* It is in a hidden part that a link of the page leads to: a sheet that speaks of :target may show it. */
bool clair_is_behind_link(struct clair_ctx *ctx, const struct clair_node *node);
/* Something is read around the element that may say more of it: in its paragraph, item or cell, in the
 * block that holds it, in a description, or in a heading before it. */
bool clair_has_context(struct clair_ctx *ctx, const struct clair_node *node);
/* The first link of the page with this name, when this one is the first that leads elsewhere; or NULL. */
const struct clair_node *clair_link_namesake(struct clair_ctx *ctx, const struct clair_node *link);

#endif
