/* What rules about contact and other channels ask together. */
#ifndef RULES_COMMON_CONTACT_H
#define RULES_COMMON_CONTACT_H

#include "clairlint/rule.h"

/* A page in French of this kind. */
bool contact_page_is(struct clair_ctx *ctx, enum clair_page_kind kind);
/* One of these channels was found anywhere on the page: CLAIR_CHANNELS(…) | … */
bool contact_has(struct clair_ctx *ctx, unsigned channels);
/* The same, in the main content. */
bool contact_main_has(struct clair_ctx *ctx, unsigned channels);
/* The first link by which people write to the service or find how to reach it, or NULL. */
const struct clair_node *contact_link(struct clair_ctx *ctx);
/* Asks for a look at what proves a channel: its words when it has some, else its element. */
struct clair_finding *contact_review_proof(
    struct clair_ctx *ctx, const struct clair_channel_proof *proof, unsigned message);

#endif
