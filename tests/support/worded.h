/* A page made from a string that has an address and the dictionaries, for the facts that read words. */
#ifndef CLAIR_TESTS_WORDED_H
#define CLAIR_TESTS_WORDED_H

#include "facts/ctx.h"

/* The project's dictionaries, loaded once; freed at the end of the program, as the arena is, which
 * takes the texts that tests make. */
const struct clair_dict *support_dict(void);
struct clair_arena *support_arena(void);

/* As support_page, with the dictionaries, and a resolver of addresses that knows absolute ones, "/path"
 * and "file". `url` must outlive the page. */
struct clair_ctx *support_worded(const char *html, const char *url);

#endif
