/* The postal addresses of a page: see clairlint/contact.h. */
#include "facts/postal.h"
#include "base/buf.h"
#include "facts/text.h"

#include <string.h>

enum {
	CANDIDATES = 2000,  /* numbers that look like a post code, on one page */
	BYTES_BEFORE = 240,
	BYTES_AFTER = 80,
	LINE_BYTES = 100,   /* of a block that may be one line of an address */
	LINES_BEFORE = 5,
	LINES_AFTER = 2,    /* "Ville", "Bandrélé" */
	CODE_BYTES = 5,
};

struct search {
	struct clair_ctx *ctx;
	struct clair_buf before, after;
	const struct clair_block *last; /* where the address before ends */
	size_t last_end;
	struct clair_address marked[CLAIR_POSTAL_LIMIT];
	size_t marked_count;
	unsigned candidates;
};

/* --- The lines around ------------------------------------------------------------------------------ */

static size_t
whole_character(const struct clair_block *block, size_t at)
{
	while (at > 0 && at < block->length && ((unsigned char)block->text[at] & 0xC0) == 0x80)
		at--;
	return at;
}

static uint32_t
first_break(const struct clair_block *block, size_t from)
{
	uint32_t low = 0;
	uint32_t high = block->break_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (block->breaks[middle].at < from)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Part of a block; what <br> parts are lines. */
static void
put_lines(struct clair_buf *buf, const struct clair_block *block, size_t from, size_t to)
{
	for (uint32_t i = first_break(block, from); i < block->break_count && block->breaks[i].at < to; i++) {
		clair_buf_add(buf, block->text + from, block->breaks[i].at - from);
		clair_buf_putc(buf, '\n');
		from = block->breaks[i].at + 1;
	}
	if (from < to)
		clair_buf_add(buf, block->text + from, to - from);
}

static void
gather_before(struct search *search, const struct clair_block *block, size_t at)
{
	uint32_t first = block->index;
	size_t from = at > BYTES_BEFORE ? whole_character(block, at - BYTES_BEFORE) : 0;

	clair_buf_clear(&search->before);
	clair_buf_puts(&search->before, "");
	while (from == 0 && first > 0 && block->index - first < LINES_BEFORE && search->last != block &&
	    clair_text_block(search->ctx, first - 1) != search->last &&
	    clair_text_block(search->ctx, first - 1)->length <= LINE_BYTES)
		first--;
	for (; first < block->index; first++) {
		const struct clair_block *line = clair_text_block(search->ctx, first);

		put_lines(&search->before, line, 0, line->length);
		clair_buf_putc(&search->before, '\n');
	}
	if (search->last == block && search->last_end > from)
		from = search->last_end;
	put_lines(&search->before, block, from, at);
}

/* A post code that ends its cell has its town in the next one. */
static void
gather_after(struct search *search, const struct clair_block *block, size_t at)
{
	size_t end = block->length - at > BYTES_AFTER ? whole_character(block, at + BYTES_AFTER) : block->length;

	clair_buf_clear(&search->after);
	clair_buf_puts(&search->after, "");
	put_lines(&search->after, block, at, end);
	for (unsigned i = 0; at == block->length && i < LINES_AFTER; i++) {
		const struct clair_block *line = clair_text_block(search->ctx, block->index + 1 + i);

		if (line == NULL || line->length > LINE_BYTES)
			return;
		clair_buf_putc(&search->after, '\n');
		put_lines(&search->after, line, 0, line->length);
	}
}

/* --- Collecting ------------------------------------------------------------------------------------- */

static bool
is_marked(const struct search *search, const struct clair_node *node)
{
	for (size_t i = 0; i < search->marked_count; i++)
		if (clair_contains(search->marked[i].node, node))
			return true;
	return false;
}

/* 75 334, 75334. */
static const char *
five_figures(struct clair_ctx *ctx, const char *text)
{
	char figures[CODE_BYTES + 1] = "";
	size_t count = 0;

	for (; count < CODE_BYTES; text++)
		if (*text >= '0' && *text <= '9')
			figures[count++] = *text;
	return clair_strdup(&ctx->page->mem, figures);
}

static void
add(struct search *search, struct clair_postal_table *table, const struct clair_block *block, size_t at,
    size_t length)
{
	struct clair_address address = {
	    .node = clair_block_part_node(search->ctx, block, at),
	    .block = block,
	    .from = (uint32_t)at,
	};
	size_t town_end;

	if (is_marked(search, address.node) || !clair_exposed(search->ctx, address.node))
		return;
	gather_before(search, block, at);
	gather_after(search, block, at + length);
	if (!clair_postal_read(search->ctx, search->before.bytes, search->after.bytes, length > CODE_BYTES,
	        &address, &town_end))
		return;
	address.postcode = five_figures(search->ctx, block->text + at);
	address.length = (uint32_t)(length + town_end);
	if (at + address.length > block->length)
		address.length = (uint32_t)(block->length - at);
	search->last = block;
	search->last_end = at + address.length;
	table->list[table->count++] = address;
}

static void
add_of_block(struct search *search, struct clair_postal_table *table, const struct clair_block *block)
{
	size_t at;
	size_t length;

	for (size_t from = 0; from < block->length &&
	    clair_dict_match(search->ctx->dict, "address-code", block->text, block->length, from, &at, &length);
	    from = at + length) {
		if (++search->candidates > CANDIDATES || table->count == CLAIR_POSTAL_LIMIT)
			return;
		add(search, table, block, at, length);
	}
}

static void
read_page(struct clair_ctx *ctx, struct clair_postal_table *table)
{
	struct search *search = clair_alloc(&ctx->page->mem, sizeof(*search));

	if (search == NULL)
		return;
	search->ctx = ctx;
	search->marked_count = clair_postal_marked(ctx, search->marked, CLAIR_POSTAL_LIMIT);
	clair_buf_init(&search->before, 0);
	clair_buf_init(&search->after, 0);
	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL;
	    block = clair_block_next(ctx, block))
		if (block->kind != CLAIR_BLOCK_TITLE && block->kind != CLAIR_BLOCK_CODE)
			add_of_block(search, table, block);
	clair_buf_free(&search->before);
	clair_buf_free(&search->after);
	for (size_t i = 0; i < search->marked_count && table->count < CLAIR_POSTAL_LIMIT; i++)
		table->list[table->count++] = search->marked[i];
}

static struct clair_postal_table *
postal_table(struct clair_ctx *ctx)
{
	if (ctx->facts->postal == NULL) {
		ctx->facts->postal = clair_alloc(&ctx->page->mem, sizeof(*ctx->facts->postal));
		if (ctx->facts->postal != NULL)
			read_page(ctx, ctx->facts->postal);
	}
	return ctx->facts->postal;
}

size_t
clair_address_count(struct clair_ctx *ctx)
{
	const struct clair_postal_table *table = postal_table(ctx);

	return table == NULL ? 0 : table->count;
}

const struct clair_address *
clair_address_at(struct clair_ctx *ctx, size_t index)
{
	return index < clair_address_count(ctx) ? &ctx->facts->postal->list[index] : NULL;
}
