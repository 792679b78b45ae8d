/* A page made from a string, for the tests of facts. */
#ifndef CLAIR_TESTS_PAGE_H
#define CLAIR_TESTS_PAGE_H

#include "facts/ctx.h"

/* Parsed in UTF-8, with its facts and its <style> elements ready; neither dictionary nor judge; linked
 * sheets are missing. Ends the test on failure.
 */
struct clair_ctx *support_page(const char *html);
void support_page_free(struct clair_ctx *ctx);
/* The element with the id x. Ends the test when there is none. */
const struct clair_node *support_x(struct clair_ctx *ctx);

#endif
