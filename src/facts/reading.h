/* Words read in their sentence: private to facts. */
#ifndef CLAIR_FACTS_READING_H
#define CLAIR_FACTS_READING_H

#include "facts/text.h"

/* Takes from the words of one sentence the readings that their neighbours exclude. `text` is that of their
 * block. */
void clair_words_narrow(
    struct clair_ctx *ctx, const char *text, struct clair_word *words, uint32_t count);
/* No sign of punctuation stands between the two. */
bool clair_words_touch(
    const char *text, const struct clair_word *left, const struct clair_word *right);

#endif
