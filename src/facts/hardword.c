/*
 * Expressions of the lists of words found in the main content in French, each once, where it stands first: a
 * word said forty times is one thing to change.
 */
#include "facts/term.h"

#include <string.h>

enum {
	HARD_WORD_LIMIT = 400,
	QUOTE_REACH = 2000, /* bytes */
	TITLE_REACH = 15,   /* words */
	JUDGED_BLOCKS = (CLAIR_PROSE_BLOCKS & ~CLAIR_BLOCKS(CLAIR_BLOCK_QUOTE)) |
	    CLAIR_BLOCKS(CLAIR_BLOCK_HEADING) | CLAIR_BLOCKS(CLAIR_BLOCK_LABEL) |
	    CLAIR_BLOCKS(CLAIR_BLOCK_BUTTON),
};

struct found {
	struct clair_hard_word word;
	struct clair_met met;
	bool worded;
};

struct clair_hard_word_table {
	struct found *list; /* of all the lists, as they stand in the page */
	size_t count;
	struct found **by_term;
};

/* --- Quotations --------------------------------------------------------------------------------------- */

static bool
is_between_marks(const char *text, size_t at)
{
	const size_t from = at > QUOTE_REACH ? at - QUOTE_REACH : 0;

	for (size_t i = at; i >= from + 2; i--) {
		if ((unsigned char)text[i - 2] != 0xC2)
			continue;
		if ((unsigned char)text[i - 1] == 0xAB)
			return true;
		if ((unsigned char)text[i - 1] == 0xBB)
			return false;
	}
	return false;
}

bool
clair_block_is_quoted(struct clair_ctx *ctx, const struct clair_block *block, size_t at)
{
	const struct clair_node *node = clair_block_part_node(ctx, block, at);

	return block->kind == CLAIR_BLOCK_QUOTE || is_between_marks(block->text, at) ||
	    clair_closest(node, CLAIR_TAG_BLOCKQUOTE) != NULL || clair_closest(node, CLAIR_TAG_Q) != NULL;
}

/* « Vu la loi n° 84-53 relative à la fonction publique »: the words of a title of the law are not ours. */
static bool
is_in_title_of_law(struct clair_ctx *ctx, const struct clair_met *met)
{
	static const char *const acts[] = {"loi", "décret", "arrêté", "ordonnance", "directive", "règlement",
	    "circulaire", "lois", "décrets", "arrêtés", "ordonnances", NULL};
	const struct clair_word *word = met->first;
	bool number = false;

	for (unsigned i = 0; i < TITLE_REACH; i++) {
		word = clair_word_before(ctx, met->sentence, word);
		if (word == NULL)
			return false;
		for (const char *const *act = acts; *act != NULL; act++)
			if (strcmp(clair_word_lower(ctx, word), *act) == 0 && (number || i == 0))
				return true;
		if (strcmp(clair_word_lower(ctx, word), "vu") == 0 && (word->flags & CLAIR_WORD_FIRST) != 0)
			return true;
		number = number || (word->flags & CLAIR_WORD_HAS_DIGIT) != 0;
	}
	return false;
}

/* --- Finding them ------------------------------------------------------------------------------------- */

static void
add(struct clair_ctx *ctx, struct clair_hard_word_table *table, const struct clair_block *block,
    const struct clair_met *met)
{
	struct found **slot = &table->by_term[met->term->index];

	if (*slot != NULL) {
		(*slot)->word.count++;
		return;
	}
	if (table->count == HARD_WORD_LIMIT || clair_block_is_quoted(ctx, block, met->first->offset) ||
	    is_in_title_of_law(ctx, met))
		return;
	*slot = &table->list[table->count++];
	**slot = (struct found){
	    .met = *met,
	    .word = {.block = block, .first = met->first, .last = met->last, .plain = met->term->plain, .count = 1},
	};
}

static void
collect(struct clair_ctx *ctx, struct clair_hard_word_table *table, const struct clair_block *block)
{
	const struct clair_sentence *sentence = NULL;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL) {
		const struct clair_word *word = NULL;

		while ((word = clair_word_next(ctx, sentence, word)) != NULL) {
			struct clair_met met;

			if (!clair_term_at(ctx, sentence, word, &met))
				continue;
			add(ctx, table, block, &met);
			word = met.last;
		}
	}
}

static const struct clair_hard_word_table *
hard_words(struct clair_ctx *ctx)
{
	struct clair_hard_word_table *table = ctx->facts->hard_words;
	const struct clair_terms *terms = clair_dict_terms(ctx->dict);

	if (table != NULL)
		return table;
	table = clair_alloc(&ctx->page->mem, sizeof(*table));
	if (table == NULL || terms == NULL)
		return NULL;
	ctx->facts->hard_words = table;
	table->list = clair_alloc_array(&ctx->page->mem, HARD_WORD_LIMIT, sizeof(*table->list));
	table->by_term =
	    clair_alloc_array(&ctx->page->mem, clair_terms_count(terms), sizeof(struct found *));
	for (const struct clair_block *block = clair_block_at(ctx, 0);
	     block != NULL && table->list != NULL && table->by_term != NULL;
	     block = clair_block_next(ctx, block)) {
		if ((JUDGED_BLOCKS & CLAIR_BLOCKS(clair_block_kind(block))) != 0 &&
		    clair_block_region(ctx, block) == CLAIR_IN_MAIN &&
		    clair_block_in_french(ctx, block))
			collect(ctx, table, block);
	}
	return table;
}

/* --- Saying them otherwise ---------------------------------------------------------------------------- */

/* « tutelle (…) », « la tutelle, c’est… »; or in a mark that has a meaning of its own. */
static bool
is_explained(struct clair_ctx *ctx, const struct found *found)
{
	const struct clair_node *node = clair_word_node(ctx, found->word.first);
	const uint32_t end = found->word.last->offset + found->word.last->length;
	size_t offset;
	size_t length;

	if (clair_closest(node, CLAIR_TAG_DFN) != NULL || clair_closest(node, CLAIR_TAG_DT) != NULL ||
	    clair_closest(node, CLAIR_TAG_ABBR) != NULL || clair_closest(node, CLAIR_TAG_A) != NULL ||
	    clair_closest(node, CLAIR_TAG_BUTTON) != NULL)
		return true;
	return clair_find_in_block(ctx, "explained-after", found->word.block, end, &offset, &length) &&
	    offset == end;
}

static bool
is_mere_adjective(struct clair_ctx *ctx, const struct clair_word *word)
{
	const uint32_t gram = clair_word_gram(ctx, word);

	return (gram & (CLAIR_ADJECTIVE | CLAIR_PAST_PARTICIPLE)) != 0 &&
	    (gram & (CLAIR_PREPOSITION | CLAIR_PRONOUN | CLAIR_DETERMINER | CLAIR_CONJUNCTION |
	                CLAIR_FINITE)) == 0;
}

static void
explain(struct clair_ctx *ctx, struct found *found)
{
	struct clair_hard_word *word = &found->word;

	const struct clair_sentence *sentence = found->met.sentence;
	const struct clair_word *next = word->last;

	/* « les ressortissants étrangers (…) »: the adjective stays with its noun. */
	while (found->met.term->kind == CLAIR_TERM_NOUN &&
	    (next = clair_word_after(ctx, sentence, next)) != NULL &&
	    clair_words_adjoin(ctx, word->last, next) && is_mere_adjective(ctx, next))
		word->last = next;
	word->explained = is_explained(ctx, found);
	word->suggestion =
	    clair_word_with_meaning(ctx, clair_word_before(ctx, sentence, word->first), word->first,
	        word->last, word->plain);
}

static const struct clair_hard_word *
put_in_words(struct clair_ctx *ctx, struct found *found)
{
	struct clair_rewording wording;

	if (found->worded)
		return &found->word;
	found->worded = true;
	if (found->met.term->explains) {
		explain(ctx, found);
	} else if (clair_reword(ctx, &found->met, &wording)) {
		found->word.first = wording.first;
		found->word.last = wording.last;
		found->word.suggestion = wording.text;
	}
	return &found->word;
}

const struct clair_hard_word *
clair_hard_word_next(
    struct clair_ctx *ctx, const char *list, const struct clair_hard_word *previous)
{
	const struct clair_hard_word_table *table = hard_words(ctx);
	size_t at = 0;

	if (table == NULL || table->list == NULL)
		return NULL;
	/* Each is the first member of what the table holds. */
	if (previous != NULL)
		at = (size_t)((const struct found *)(const void *)previous - table->list) + 1;
	for (; at < table->count; at++)
		if (strcmp(table->list[at].met.term->list, list) == 0)
			return put_in_words(ctx, &table->list[at]);
	return NULL;
}
