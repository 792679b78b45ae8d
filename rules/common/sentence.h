/* What the rules on long sentences have in common. */
#ifndef CLAIR_RULES_COMMON_SENTENCE_H
#define CLAIR_RULES_COMMON_SENTENCE_H

#include "clairlint/rule.h"

/* Reports each sentence of prose of more than `max` words: `message` has {count} and {max}; the one after it
 * {words} too, before which a person could cut. */
enum clair_outcome rule_check_sentences(
    struct clair_ctx *ctx, const struct clair_block *block, double max, unsigned message);

#endif
