/* The text of the main content by the element that styles it, and what in it shares one declaration. */
#include "facts/style.h"
#include "facts/text.h"
#include "facts/visible.h"

#include <string.h>

enum { PASSAGE_CAUSES = 64 };

struct clair_prose_table {
	struct clair_prose *list;
	uint32_t count, room;
};

/* --- Pieces of text ------------------------------------------------------------------------------- */

/* Of UTF-8: U+00C0 and after, without the signs of U+2000 to U+2FFF and of U+10000 and after. */
static bool
starts_letter(char byte)
{
	unsigned char first = (unsigned char)byte;

	return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') ||
	    (first >= 0xC3 && first < 0xF0 && first != 0xE2);
}

static uint32_t
count_words(const char *text, uint32_t length)
{
	uint32_t count = 0;
	bool counted = false;

	for (uint32_t i = 0; i < length; i++) {
		if (text[i] == ' ') {
			counted = false;
		} else if (!counted && starts_letter(text[i])) {
			counted = true;
			count++;
		}
	}
	return count;
}

static struct clair_prose *
add_prose(struct clair_prose_table *table, struct clair_arena *mem)
{
	uint32_t room = table->room == 0 ? 64 : table->room * 2;
	struct clair_prose *larger;

	if (table->count == table->room) {
		larger = clair_alloc_array(mem, room, sizeof(*larger));
		if (larger == NULL)
			return NULL;
		if (table->count != 0)
			memcpy(larger, table->list, table->count * sizeof(*larger));
		table->list = larger;
		table->room = room;
	}
	return &table->list[table->count++];
}

/* A piece begins where the source jumps: most go on with the style of the one before. */
static void
add_block(struct clair_ctx *ctx, struct clair_prose_table *table, const struct clair_block *block)
{
	struct clair_prose *prose = NULL;

	for (uint32_t i = 0; i < block->piece_count; i++) {
		const struct clair_piece *piece = &block->pieces[i];
		const struct clair_node *text = &ctx->page->nodes[piece->node];
		const struct clair_node *node = clair_node_parent(text);
		uint32_t end = i + 1 < block->piece_count ? block->pieces[i + 1].at : block->length;

		if (!clair_node_visible(ctx, text)) {
			prose = NULL;
			continue;
		}
		if (prose == NULL || prose->node != node) {
			prose = add_prose(table, &ctx->page->mem);
			if (prose == NULL)
				return;
			*prose = (struct clair_prose){
			    .block = block, .node = node, .from = piece->at, .flags = piece->flags};
		}
		prose->length = end - prose->from;
	}
}

static bool
is_judged(struct clair_ctx *ctx, const struct clair_block *block)
{
	const unsigned kinds = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING);

	return (kinds & CLAIR_BLOCKS(block->kind)) != 0 &&
	    clair_block_region(ctx, block) == CLAIR_IN_MAIN;
}

static struct clair_prose_table *
prose_table(struct clair_ctx *ctx)
{
	struct clair_prose_table *table = ctx->facts->prose;

	if (table != NULL)
		return table;
	table = clair_alloc(&ctx->page->mem, sizeof(*table));
	if (table == NULL)
		return NULL;
	ctx->facts->prose = table;
	for (uint32_t i = 0; i < clair_block_count(ctx); i++) {
		const struct clair_block *block = clair_text_block(ctx, i);

		if (is_judged(ctx, block))
			add_block(ctx, table, block);
	}
	for (uint32_t i = 0; i < table->count; i++) {
		struct clair_prose *prose = &table->list[i];

		prose->words = count_words(prose->block->text + prose->from, prose->length);
	}
	return table;
}

size_t
clair_prose_count(struct clair_ctx *ctx)
{
	const struct clair_prose_table *table = prose_table(ctx);

	return table == NULL ? 0 : table->count;
}

const struct clair_prose *
clair_prose_at(struct clair_ctx *ctx, size_t index)
{
	return index < clair_prose_count(ctx) ? &ctx->facts->prose->list[index] : NULL;
}

/* --- Passages ------------------------------------------------------------------------------------- */

struct gathering {
	struct clair_ctx *ctx;
	const struct clair_passage_search *search;
	struct clair_passages *list;
	struct clair_style_place *places; /* of each of the list */
	size_t count;
};

/* Style attributes are one cause, and so are those of HTML, and the browser's sheet. */
static bool
is_same_place(const struct clair_style_place *a, const struct clair_style_place *b)
{
	return a->by == b->by &&
	    (a->by != CLAIR_BY_SHEET || (a->use == b->use && a->offset == b->offset));
}

static struct clair_passages *
passages_of(struct gathering *g, const struct clair_prose *first)
{
	const struct clair_node *node =
	    g->search->declares != NULL ? g->search->declares(g->ctx, first) : first->node;
	struct clair_style_place place = clair_node_place(g->ctx, node, g->search->property);
	struct clair_passages *passages;

	for (size_t i = 0; i < g->count; i++)
		if (is_same_place(&g->places[i], &place))
			return &g->list[i];
	if (g->count == PASSAGE_CAUSES)
		return NULL;
	g->places[g->count] = place;
	passages = &g->list[g->count++];
	*passages = (struct clair_passages){.first = first, .styled = node};
	return passages;
}

/* The pieces from `first` to `last` stand in one block. */
static void
add_passage(struct gathering *g, const struct clair_prose *first, const struct clair_prose *last,
    uint32_t words)
{
	struct clair_passages *passages;

	if (first == NULL || words < g->search->words)
		return;
	passages = passages_of(g, first);
	if (passages == NULL)
		return;
	if (passages->count++ == 0)
		passages->length = last->from + last->length - first->from;
	passages->words += words;
}

static void
gather(struct gathering *g, const struct clair_prose_table *table)
{
	const struct clair_prose *first = NULL;
	const struct clair_prose *last = NULL;
	uint32_t words = 0;

	for (uint32_t i = 0; i < table->count; i++) {
		const struct clair_prose *prose = &table->list[i];
		bool harms = (g->search->blocks & CLAIR_BLOCKS(prose->block->kind)) != 0 &&
		    (prose->flags & CLAIR_WORD_CODE) == 0 && g->search->harms(g->ctx, prose);

		if (!harms || (first != NULL && first->block != prose->block)) {
			add_passage(g, first, last, words);
			first = NULL;
			words = 0;
		}
		if (!harms)
			continue;
		if (first == NULL)
			first = prose;
		last = prose;
		if ((prose->flags & CLAIR_WORD_IN_LINK) == 0)
			words += prose->words;
	}
	add_passage(g, first, last, words);
}

size_t
clair_passages(struct clair_ctx *ctx, const struct clair_passage_search *search,
    const struct clair_passages **passages)
{
	const struct clair_prose_table *table = prose_table(ctx);
	struct clair_style_place places[PASSAGE_CAUSES];
	struct gathering g = {.ctx = ctx, .search = search, .places = places};

	*passages = NULL;
	if (table == NULL || table->count == 0)
		return 0;
	g.list = clair_alloc_array(&ctx->page->mem, PASSAGE_CAUSES, sizeof(*g.list));
	if (g.list == NULL)
		return 0;
	gather(&g, table);
	*passages = g.list;
	return g.count;
}
