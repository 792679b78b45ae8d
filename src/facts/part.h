/* Parts of a page that a service of others makes or fills: consent banners, chats, maps, social embeds, captchas. */
#ifndef CLAIR_FACTS_PART_H
#define CLAIR_FACTS_PART_H

#include "facts/ctx.h"

/* The service whose part this element stands in or is: its kind, then its name ("captcha hCaptcha"), in `mem`. NULL:
 * none that is known. By the ids and classes of dictionaries/fr/elements-tiers.tsv, and by the hosts of
 * services-tiers.tsv from which frames, pictures and objects come. */
const char *clair_third_party_part(struct clair_ctx *ctx, const struct clair_node *node, struct clair_arena *mem);

#endif
