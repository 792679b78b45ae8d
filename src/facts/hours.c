/* The opening hours of a page: see clairlint/contact.h. */
#include "base/buf.h"
#include "facts/hours_text.h"
#include "facts/text.h"

enum {
	HOURS_LIMIT = 200,
	SHORT_BYTES = 80,   /* a cell, a line of a list: read together with its neighbours */
	GATHERED_BLOCKS = 64,
};

struct clair_hours_table {
	struct clair_hours list[HOURS_LIMIT];
	size_t count;
};

/* Short blocks that follow each other: "Lundi" and "9 h - 12 h" stand in two cells. */
struct gathering {
	struct clair_buf text;
	const struct clair_block *blocks[GATHERED_BLOCKS];
	size_t starts[GATHERED_BLOCKS];
	size_t count;
};

static const struct clair_block *
block_at(const struct gathering *gathering, size_t at)
{
	size_t index = gathering->count - 1;

	while (index > 0 && gathering->starts[index] > at)
		index--;
	return gathering->blocks[index];
}

static void
read_gathered(struct clair_ctx *ctx, struct clair_hours_table *table, struct gathering *gathering)
{
	struct clair_hours entry;
	size_t at = 0;
	size_t from;

	while (gathering->count != 0 && table->count < HOURS_LIMIT &&
	    clair_hours_next(gathering->text.bytes, gathering->text.length, &at, &from, &entry)) {
		entry.block = block_at(gathering, from);
		if (clair_exposed(ctx, clair_block_node(entry.block)))
			table->list[table->count++] = entry;
	}
	clair_buf_clear(&gathering->text);
	gathering->count = 0;
}

static void
gather(struct gathering *gathering, const struct clair_block *block)
{
	if (gathering->count != 0)
		clair_buf_puts(&gathering->text, " : ");
	gathering->starts[gathering->count] = gathering->text.length;
	gathering->blocks[gathering->count++] = block;
	clair_buf_add(&gathering->text, block->text, block->length);
}

static void
read_page(struct clair_ctx *ctx, struct clair_hours_table *table)
{
	struct gathering gathering = {.count = 0};

	clair_buf_init(&gathering.text, 0);
	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL;
	    block = clair_block_next(ctx, block)) {
		if (block->length > SHORT_BYTES || gathering.count == GATHERED_BLOCKS)
			read_gathered(ctx, table, &gathering);
		gather(&gathering, block);
		if (block->length > SHORT_BYTES)
			read_gathered(ctx, table, &gathering);
	}
	read_gathered(ctx, table, &gathering);
	clair_buf_free(&gathering.text);
}

static struct clair_hours_table *
hours_table(struct clair_ctx *ctx)
{
	if (ctx->facts->hours == NULL) {
		ctx->facts->hours = clair_alloc(&ctx->page->mem, sizeof(*ctx->facts->hours));
		if (ctx->facts->hours != NULL)
			read_page(ctx, ctx->facts->hours);
	}
	return ctx->facts->hours;
}

size_t
clair_hours_count(struct clair_ctx *ctx)
{
	const struct clair_hours_table *table = hours_table(ctx);

	return table == NULL ? 0 : table->count;
}

const struct clair_hours *
clair_hours_at(struct clair_ctx *ctx, size_t index)
{
	return index < clair_hours_count(ctx) ? &ctx->facts->hours->list[index] : NULL;
}
