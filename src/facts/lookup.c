/* Thresholds, lists and patterns as rules ask for them. */
#include "facts/text.h"

#include <string.h>

double
clair_threshold(struct clair_ctx *ctx, const char *key)
{
	const struct clair_threshold *threshold = clair_dict_threshold(ctx->dict, key);

	return threshold != NULL ? threshold->value : 0;
}

const char *
clair_lookup(struct clair_ctx *ctx, const char *list, const char *text)
{
	const struct clair_list *found = clair_dict_list(ctx->dict, list);
	const char *key;

	if (found == NULL)
		return NULL;
	key = clair_fold(&ctx->page->mem, text, strlen(text));
	return clair_list_get(found, key, strlen(key));
}

bool
clair_find_in_block(struct clair_ctx *ctx, const char *pattern, const struct clair_block *block,
    size_t from, size_t *offset, size_t *length)
{
	return clair_dict_match(
	    ctx->dict, pattern, block->text, block->length, from, offset, length);
}

bool
clair_matches(struct clair_ctx *ctx, const char *pattern, const char *text)
{
	size_t offset;
	size_t length;

	return clair_dict_match(ctx->dict, pattern, text, strlen(text), 0, &offset, &length);
}

/* Elided words are known by their letters: l', jusqu'. */
bool
clair_word_is_known(struct clair_ctx *ctx, const char *lower)
{
	size_t length = strlen(lower);

	if (length > 1 && lower[length - 1] == '\'')
		return true;
	if (clair_dict_rank(ctx->dict, lower, length) != 0)
		return true;
	if (ctx->words == NULL)
		ctx->words = clair_words_new(ctx->dict);
	return ctx->words == NULL || clair_words_known(ctx->words, lower, length);
}

uint32_t
clair_word_rank(struct clair_ctx *ctx, const char *lower)
{
	return clair_dict_rank(ctx->dict, lower, strlen(lower));
}

const struct clair_word *
clair_expression(struct clair_ctx *ctx, const char *list, const struct clair_sentence *sentence,
    const struct clair_word *first, const char **value)
{
	const struct clair_list *found = clair_dict_list(ctx->dict, list);
	const struct clair_block *block = clair_text_block(ctx, sentence->block);
	const struct clair_word *end = &block->words[sentence->first_word + sentence->word_count];
	const struct clair_word *last = NULL;
	const char *key = clair_word_lower(ctx, first);

	if (found == NULL ||
	    (clair_word_flags(first) & (CLAIR_WORD_CODE | CLAIR_WORD_OTHER_LANGUAGE)) != 0)
		return NULL;
	/* One word more as long as a key goes on with it. */
	for (const struct clair_word *word = first;;) {
		size_t length = strlen(key);
		const char *exact;

		if (!clair_list_has_start(found, key, length))
			return last;
		exact = clair_list_get(found, key, length);
		if (exact != NULL) {
			last = word;
			*value = exact;
		}
		if (++word == end)
			return last;
		key = clair_fold(&ctx->page->mem, block->text + first->offset,
		    word->offset + word->length - first->offset);
	}
}
