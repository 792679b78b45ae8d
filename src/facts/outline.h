/* Where things stand in a page: text counts, regions, landmarks, headings. Private to src/facts/. */
#ifndef CLAIR_FACTS_OUTLINE_H
#define CLAIR_FACTS_OUTLINE_H

#include "facts/facts.h"

/* The outline of the page; one with empty tables when memory has failed. */
const struct clair_outline *clair_outline_get(struct clair_ctx *ctx);

/* Bytes of text inside an element that are not spaces: all of them, and those inside links. */
uint32_t clair_outline_text(const struct clair_outline *outline, const struct clair_node *node);
uint32_t clair_outline_link_text(
    const struct clair_outline *outline, const struct clair_node *node);

/* Bytes of text before the element. */
uint32_t clair_outline_text_before(
    const struct clair_outline *outline, const struct clair_node *node);

/* The region became navigation at this element, by its role or its marks. */
bool clair_outline_starts_nav(const struct clair_outline *outline, const struct clair_node *node);

/* A main landmark, or what the page's ids call so, holds the element. */
bool clair_outline_in_main(const struct clair_outline *outline, const struct clair_node *node);

/* Stands before the first main landmark; before the middle of the text when there is none. */
bool clair_outline_before_main(
    const struct clair_outline *outline, const struct clair_node *node);

#endif
