/* placeholder replaced by the text layer */
#ifndef CLAIR_FACTS_TEXT_H
#define CLAIR_FACTS_TEXT_H
#include "facts/ctx.h"
void clair_block_span(struct clair_ctx *ctx, const struct clair_block *block, uint32_t *offset, uint32_t *length);
void clair_sentence_span(struct clair_ctx *ctx, const struct clair_sentence *sentence, uint32_t *offset, uint32_t *length);
void clair_words_span(struct clair_ctx *ctx, const struct clair_word *first, const struct clair_word *last, uint32_t *offset, uint32_t *length);
/* `from` and `length` are bytes of clair_block_text; the answer, bytes of the source. */
void clair_block_part_span(struct clair_ctx *ctx, const struct clair_block *block, size_t from, size_t part, uint32_t *offset, uint32_t *length);
const struct clair_node *clair_sentence_node(struct clair_ctx *ctx, const struct clair_sentence *sentence);
const struct clair_node *clair_word_node(struct clair_ctx *ctx, const struct clair_word *word);
#endif
