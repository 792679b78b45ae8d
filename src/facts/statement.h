/* Which page it is, by its heading and words. Private to src/facts/. */
#ifndef CLAIR_FACTS_STATEMENT_H
#define CLAIR_FACTS_STATEMENT_H

#include "facts/facts.h"

/* Text of the first exposed heading of level 1, "" when there is none. */
const char *clair_first_h1(struct clair_ctx *ctx);

/* The statement of accessibility that article 47 of law 2005-102 asks for. */
bool clair_is_statement(struct clair_ctx *ctx);

#endif
