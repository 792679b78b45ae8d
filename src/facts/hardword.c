/*
 * Expressions of a list found in the main content in French, each once, where it stands first: a word
 * said forty times is one thing to change.
 */
#include "base/map.h"
#include "facts/facts.h"
#include "facts/text.h"

#include <string.h>

enum {
	HARD_WORD_LIMIT = 200,
	JUDGED_BLOCKS = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING) |
	    CLAIR_BLOCKS(CLAIR_BLOCK_LABEL) | CLAIR_BLOCKS(CLAIR_BLOCK_BUTTON),
};

/* One table for each list that was asked for: two at most today. */
struct clair_hard_word_table {
	struct clair_hard_word_table *next;
	const char *name;
	struct clair_hard_word *list;
	size_t count;
	struct clair_map seen;
};

static void
add(struct clair_ctx *ctx, struct clair_hard_word_table *table, struct clair_hard_word found)
{
	const char *text = clair_words_text(ctx, found.first, found.last);
	const char *key = clair_fold(&ctx->page->mem, text, strlen(text));
	void **slot = key == NULL ? NULL : clair_map_at(&table->seen, key, strlen(key));

	if (slot == NULL)
		return;
	if (*slot != NULL) {
		((struct clair_hard_word *)*slot)->count++;
		return;
	}
	if (table->count == HARD_WORD_LIMIT)
		return;
	table->list[table->count] = found;
	*slot = &table->list[table->count++];
}

static void
collect(struct clair_ctx *ctx, struct clair_hard_word_table *table, const struct clair_block *block)
{
	const struct clair_sentence *sentence = NULL;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL) {
		const struct clair_word *word = NULL;

		while ((word = clair_word_next(ctx, sentence, word)) != NULL) {
			const char *plain;
			const struct clair_word *last =
			    clair_expression(ctx, table->name, sentence, word, &plain);

			if (last == NULL)
				continue;
			add(ctx, table,
			    (struct clair_hard_word){
				.block = block, .first = word, .last = last, .plain = plain, .count = 1});
			word = last;
		}
	}
}

static struct clair_hard_word_table *
make_table(struct clair_ctx *ctx, const char *list)
{
	struct clair_hard_word_table *table = clair_alloc(&ctx->page->mem, sizeof(*table));

	if (table == NULL)
		return NULL;
	table->name = list;
	table->list = clair_alloc_array(&ctx->page->mem, HARD_WORD_LIMIT, sizeof(*table->list));
	clair_map_init(&table->seen, &ctx->page->mem);
	for (const struct clair_block *block = clair_block_at(ctx, 0);
	     block != NULL && table->list != NULL; block = clair_block_next(ctx, block)) {
		if ((JUDGED_BLOCKS & CLAIR_BLOCKS(clair_block_kind(block))) != 0 &&
		    clair_block_region(ctx, block) == CLAIR_IN_MAIN &&
		    clair_block_in_french(ctx, block))
			collect(ctx, table, block);
	}
	table->next = ctx->facts->hard_words;
	ctx->facts->hard_words = table;
	return table;
}

static const struct clair_hard_word_table *
table_of(struct clair_ctx *ctx, const char *list)
{
	for (struct clair_hard_word_table *table = ctx->facts->hard_words; table != NULL;
	     table = table->next)
		if (strcmp(table->name, list) == 0)
			return table;
	return make_table(ctx, list);
}

size_t
clair_hard_word_count(struct clair_ctx *ctx, const char *list)
{
	const struct clair_hard_word_table *table = table_of(ctx, list);

	return table == NULL ? 0 : table->count;
}

const struct clair_hard_word *
clair_hard_word(struct clair_ctx *ctx, const char *list, size_t index)
{
	const struct clair_hard_word_table *table = table_of(ctx, list);

	return table != NULL && index < table->count ? &table->list[index] : NULL;
}
