/* What the rules on hard words say of one. */
#ifndef RULES_COMMON_HARDWORD_H
#define RULES_COMMON_HARDWORD_H

#include "clairlint/rule.h"

/* A failure on the words, with their plainer words as a fix to choose. Arguments: expression, plain. */
void hard_word_report(
    struct clair_ctx *ctx, const struct clair_hard_word *word, unsigned message);

#endif
