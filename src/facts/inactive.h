/* Controls that cannot be used now, and what names them: WCAG 1.4.3, "inactive user interface component".
 * Private to src/facts/. */
#ifndef CLAIR_FACTS_INACTIVE_H
#define CLAIR_FACTS_INACTIVE_H

#include "facts/facts.h"

/* The element is, or is part of, a disabled control or the label of one. */
bool clair_is_inactive(struct clair_ctx *ctx, const struct clair_node *node);

#endif
