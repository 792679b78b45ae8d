/* What a page says somewhere, or offers to do. */
#ifndef CLAIR_RULES_COMMON_SAID_H
#define CLAIR_RULES_COMMON_SAID_H

#include "clairlint/rule.h"

/* The first block of the page that matches, or of its main content; or NULL. */
const struct clair_block *rule_block_saying(struct clair_ctx *ctx, const char *pattern, bool only_main);
/* The first link or button, exposed, whose name matches; in the main content only, or anywhere; or NULL. */
const struct clair_node *rule_control_saying(
    struct clair_ctx *ctx, const char *pattern, bool only_main);
/* Words of the main content that stand before this element. */
uint32_t rule_words_before(struct clair_ctx *ctx, const struct clair_node *node);
uint32_t rule_words_of(struct clair_ctx *ctx, const struct clair_block *block);

#endif
