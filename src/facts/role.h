/* Pieces of the computation of roles. Private to src/facts/. */
#ifndef CLAIR_FACTS_ROLE_H
#define CLAIR_FACTS_ROLE_H

#include "facts/facts.h"

/* HTML-AAM and SVG-AAM, before presentational inheritance. */
enum clair_role clair_role_by_tag(struct clair_ctx *ctx, const struct clair_node *node);

/* aria-label, aria-labelledby that finds an element, title: cheap, and enough for landmarks. */
bool clair_named_by_author(struct clair_ctx *ctx, const struct clair_node *node);

/* The first token of `role` that is a role; form and region count only when named. */
enum clair_role clair_role_of_tokens(
    struct clair_ctx *ctx, const struct clair_node *node, bool needs_name);

#endif
