/* Does the page speak of this? A word of four letters that is not grammatical, or one that begins alike. */
#include "facts/text.h"

#include <string.h>

enum { WORD_LEAST = 4, SAME_START = 5, WORDS_COMPARED = 32 };

static uint32_t
letters_of(const char *word)
{
	uint32_t length = (uint32_t)strlen(word);
	uint32_t at = 0;
	uint32_t count = 0;

	while (at < length)
		count += clair_char_is_word(clair_char_next(word, length, &at));
	return count;
}

/* Bytes of the letters by which two words are of one family: "harvest", "harvesting". */
static size_t
start_of(const char *word, uint32_t letters)
{
	uint32_t length = (uint32_t)strlen(word);
	uint32_t at = 0;

	while (at < length && letters-- > 0)
		clair_char_next(word, length, &at);
	return at;
}

/* Both folded. The word stands at the beginning of another. */
static bool
holds_word(const char *text, const char *word, size_t length)
{
	for (const char *at = text; (at = strstr(at, word)) != NULL; at += length) {
		if (at == text || at[-1] == ' ' || at[-1] == '\'' || at[-1] == '-' || at[-1] == '"' ||
		    at[-1] == '(')
			return true;
	}
	return false;
}

/* Starts of the words that carry meaning; gives how many. */
static size_t
list_starts(struct clair_ctx *ctx, const char *words, const char **starts)
{
	struct clair_arena *arena = &ctx->page->mem;
	const char *at = clair_fold(arena, words, strlen(words));
	size_t count = 0;

	while (*at != '\0' && count < WORDS_COMPARED) {
		size_t length = strcspn(at, " ");
		const char *word = clair_strndup(arena, at, length);

		at += length + (at[length] == ' ');
		if (clair_lookup(ctx, "mots-langues", word) == NULL && letters_of(word) >= WORD_LEAST)
			starts[count++] = clair_strndup(arena, word, start_of(word, SAME_START));
	}
	return count;
}

bool
clair_page_speaks_of(struct clair_ctx *ctx, const char *words)
{
	const char *starts[WORDS_COMPARED];
	size_t count = list_starts(ctx, words, starts);

	for (size_t i = 0; count > 0 && i < clair_block_count(ctx); i++) {
		const struct clair_block *block = clair_block_at(ctx, i);
		const char *text;

		if (block->kind == CLAIR_BLOCK_TITLE)
			continue;
		text = clair_fold(&ctx->page->mem, block->text, block->length);
		for (size_t j = 0; j < count; j++) {
			if (holds_word(text, starts[j], strlen(starts[j])))
				return true;
		}
	}
	return false;
}
