/* Elements by a token of a list of ids. Private to src/facts/. */
#ifndef CLAIR_FACTS_IDS_H
#define CLAIR_FACTS_IDS_H

#include "facts/facts.h"

const struct clair_node *clair_by_token(struct clair_ctx *ctx, const char *id, size_t length);

#endif
