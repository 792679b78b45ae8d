/*
 * The part of CSS selectors that suppressions use: type, *, #id, .class, [name], [name op "value" i]
 * (= ~= |= ^= $= *=), :nth-of-type(N), descendants, children (>), lists (,).
 */
#ifndef CLAIR_DOM_SELECT_H
#define CLAIR_DOM_SELECT_H

#include "dom/page.h"

struct clair_selector;

/* NULL when the text is not such a selector: then `*error` says where and why, in the arena; it stays
 * NULL when only memory is lacking. */
struct clair_selector *clair_selector_parse(
    struct clair_arena *arena, const char *text, const char **error);
bool clair_selector_matches(
    const struct clair_selector *selector, const struct clair_node *node);

#endif
