/* The rare words of the main content: what to explain, or to say otherwise. */
#include "base/map.h"
#include "facts/readability.h"
#include "facts/text.h"

#include <stdlib.h>
#include <string.h>

enum { LIMIT = 64 };

struct clair_rare_word_table {
	struct clair_map seen; /* lemma to clair_rare_word */
	struct clair_rare_word list[LIMIT];
	size_t count;
};

static void
add_word(struct clair_ctx *ctx, struct clair_rare_word_table *table, const struct clair_word *word)
{
	const char *lemma = clair_word_lemma(ctx, word, 0);
	void **slot = lemma == NULL ? NULL : clair_map_at(&table->seen, lemma, strlen(lemma));
	struct clair_rare_word *rare;

	if (slot == NULL)
		return;
	if (*slot == NULL && (*slot = clair_alloc(&ctx->page->mem, sizeof(*rare))) != NULL)
		*(struct clair_rare_word *)*slot = (struct clair_rare_word){
		    .word = word, .uses = clair_word_frequency(ctx, word)};
	rare = *slot;
	if (rare != NULL)
		rare->count++;
}

static void
add_block(struct clair_ctx *ctx, struct clair_rare_word_table *table, const struct clair_block *block)
{
	const struct clair_sentence *sentence = NULL;
	const double uses = clair_rare_uses(ctx);

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL) {
		const struct clair_word *word = NULL;

		if (!clair_sentence_is_prose(ctx, sentence))
			continue;
		while ((word = clair_word_next(ctx, sentence, word)) != NULL)
			if (clair_word_rarity(ctx, word, uses) == CLAIR_RARITY_RARE)
				add_word(ctx, table, word);
	}
}

/* No two are equal: nothing is left to the order of the map. */
static int
compare(const void *left, const void *right)
{
	const struct clair_rare_word *a = *(struct clair_rare_word *const *)left;
	const struct clair_rare_word *b = *(struct clair_rare_word *const *)right;

	if (a->uses != b->uses)
		return a->uses < b->uses ? -1 : 1;
	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	if (a->word->block != b->word->block)
		return a->word->block < b->word->block ? -1 : 1;
	return a->word->offset < b->word->offset ? -1 : a->word->offset > b->word->offset;
}

static void
keep_rarest(struct clair_ctx *ctx, struct clair_rare_word_table *table)
{
	const struct clair_rare_word **all =
	    clair_alloc_array(&ctx->page->mem, table->seen.count, sizeof(*all));
	size_t count = 0;

	for (size_t i = 0; i < table->seen.room && all != NULL; i++)
		if (table->seen.slots[i].value != NULL)
			all[count++] = table->seen.slots[i].value;
	if (count == 0)
		return;
	qsort(all, count, sizeof(*all), compare);
	for (; table->count < count && table->count < LIMIT; table->count++)
		table->list[table->count] = *all[table->count];
}

static const struct clair_rare_word_table *
rare_word_table(struct clair_ctx *ctx)
{
	struct clair_rare_word_table *table = ctx->facts->rare_words;

	if (table != NULL)
		return table;
	table = clair_alloc(&ctx->page->mem, sizeof(*table));
	if (table == NULL)
		return NULL;
	ctx->facts->rare_words = table;
	clair_map_init(&table->seen, &ctx->page->mem);
	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL;
	    block = clair_block_next(ctx, block))
		if (clair_block_is_read(ctx, block))
			add_block(ctx, table, block);
	keep_rarest(ctx, table);
	return table;
}

size_t
clair_rare_word_count(struct clair_ctx *ctx)
{
	const struct clair_rare_word_table *table = rare_word_table(ctx);

	return table == NULL ? 0 : table->count;
}

const struct clair_rare_word *
clair_rare_word(struct clair_ctx *ctx, size_t index)
{
	const struct clair_rare_word_table *table = rare_word_table(ctx);

	return table != NULL && index < table->count ? &table->list[index] : NULL;
}
