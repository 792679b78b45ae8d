/* The text of a page as blocks: what is rendered, in the order of the page, spaces squeezed. */
#include "facts/langguess.h"
#include "facts/text.h"

#include "base/buf.h"

#include <string.h>

/* How an element takes part in the text. */
enum flow {
	FLOW_INLINE,
	FLOW_BLOCK,   /* begins and ends a block */
	FLOW_ATOM,    /* parts words: img, input… what is inside is not text of the page */
	FLOW_NOTHING, /* not even a space */
	FLOW_BREAK,
};

struct frame {
	uint32_t end;      /* index after the subtree */
	uint32_t owner;    /* of blocks made here */
	uint8_t kind;
	bool is_block;
	uint16_t flags;    /* of words */
};

enum { FRAME_LIMIT = 600 };

struct gathering {
	struct clair_ctx *ctx;
	struct clair_text_table *table;
	struct clair_arena *mem;
	uint32_t block_room;
	struct frame frames[FRAME_LIMIT];
	unsigned depth;
	/* The block being made. */
	struct clair_buf text;
	struct clair_piece *pieces;
	uint32_t piece_count, piece_room;
	struct clair_break *breaks;
	uint32_t break_count, break_room;
	bool space;          /* one waits for a letter */
	bool jump;           /* the next byte starts a piece */
	bool link_ended;     /* since then only spaces */
	bool sup_starts;
};

/* Tags that are not here are inline. */
static const uint8_t flows[CLAIR_TAG_COUNT] = {
	[CLAIR_TAG_SCRIPT] = FLOW_NOTHING, [CLAIR_TAG_STYLE] = FLOW_NOTHING,
	[CLAIR_TAG_TEMPLATE] = FLOW_NOTHING, [CLAIR_TAG_NOSCRIPT] = FLOW_NOTHING,
	[CLAIR_TAG_HEAD] = FLOW_NOTHING, [CLAIR_TAG_TITLE] = FLOW_NOTHING,
	[CLAIR_TAG_LINK] = FLOW_NOTHING, [CLAIR_TAG_META] = FLOW_NOTHING,
	[CLAIR_TAG_BASE] = FLOW_NOTHING, [CLAIR_TAG_DATALIST] = FLOW_NOTHING,
	[CLAIR_TAG_RP] = FLOW_NOTHING, [CLAIR_TAG_RT] = FLOW_NOTHING,
	[CLAIR_TAG_IMG] = FLOW_ATOM, [CLAIR_TAG_INPUT] = FLOW_ATOM,
	[CLAIR_TAG_TEXTAREA] = FLOW_ATOM, [CLAIR_TAG_IFRAME] = FLOW_ATOM,
	[CLAIR_TAG_OBJECT] = FLOW_ATOM, [CLAIR_TAG_EMBED] = FLOW_ATOM,
	[CLAIR_TAG_APPLET] = FLOW_ATOM, [CLAIR_TAG_VIDEO] = FLOW_ATOM,
	[CLAIR_TAG_AUDIO] = FLOW_ATOM, [CLAIR_TAG_CANVAS] = FLOW_ATOM,
	[CLAIR_TAG_PROGRESS] = FLOW_ATOM, [CLAIR_TAG_METER] = FLOW_ATOM,
	[CLAIR_TAG_MAP] = FLOW_ATOM,
	[CLAIR_TAG_BR] = FLOW_BREAK,
	[CLAIR_TAG_ADDRESS] = FLOW_BLOCK, [CLAIR_TAG_ARTICLE] = FLOW_BLOCK,
	[CLAIR_TAG_ASIDE] = FLOW_BLOCK, [CLAIR_TAG_BLOCKQUOTE] = FLOW_BLOCK,
	[CLAIR_TAG_BODY] = FLOW_BLOCK, [CLAIR_TAG_BUTTON] = FLOW_BLOCK,
	[CLAIR_TAG_CAPTION] = FLOW_BLOCK, [CLAIR_TAG_CENTER] = FLOW_BLOCK,
	[CLAIR_TAG_DD] = FLOW_BLOCK, [CLAIR_TAG_DETAILS] = FLOW_BLOCK,
	[CLAIR_TAG_DIALOG] = FLOW_BLOCK, [CLAIR_TAG_DIR] = FLOW_BLOCK,
	[CLAIR_TAG_DIV] = FLOW_BLOCK, [CLAIR_TAG_DL] = FLOW_BLOCK, [CLAIR_TAG_DT] = FLOW_BLOCK,
	[CLAIR_TAG_FIELDSET] = FLOW_BLOCK, [CLAIR_TAG_FIGCAPTION] = FLOW_BLOCK,
	[CLAIR_TAG_FIGURE] = FLOW_BLOCK, [CLAIR_TAG_FOOTER] = FLOW_BLOCK,
	[CLAIR_TAG_FORM] = FLOW_BLOCK, [CLAIR_TAG_H1] = FLOW_BLOCK, [CLAIR_TAG_H2] = FLOW_BLOCK,
	[CLAIR_TAG_H3] = FLOW_BLOCK, [CLAIR_TAG_H4] = FLOW_BLOCK, [CLAIR_TAG_H5] = FLOW_BLOCK,
	[CLAIR_TAG_H6] = FLOW_BLOCK, [CLAIR_TAG_HEADER] = FLOW_BLOCK,
	[CLAIR_TAG_HGROUP] = FLOW_BLOCK, [CLAIR_TAG_HR] = FLOW_BLOCK,
	[CLAIR_TAG_HTML] = FLOW_BLOCK, [CLAIR_TAG_LABEL] = FLOW_BLOCK,
	[CLAIR_TAG_LEGEND] = FLOW_BLOCK, [CLAIR_TAG_LI] = FLOW_BLOCK,
	[CLAIR_TAG_MAIN] = FLOW_BLOCK, [CLAIR_TAG_MENU] = FLOW_BLOCK, [CLAIR_TAG_NAV] = FLOW_BLOCK,
	[CLAIR_TAG_OL] = FLOW_BLOCK, [CLAIR_TAG_OPTGROUP] = FLOW_BLOCK,
	[CLAIR_TAG_OPTION] = FLOW_BLOCK, [CLAIR_TAG_P] = FLOW_BLOCK, [CLAIR_TAG_PRE] = FLOW_BLOCK,
	[CLAIR_TAG_SEARCH] = FLOW_BLOCK, [CLAIR_TAG_SECTION] = FLOW_BLOCK,
	[CLAIR_TAG_SELECT] = FLOW_BLOCK, [CLAIR_TAG_SUMMARY] = FLOW_BLOCK,
	[CLAIR_TAG_TABLE] = FLOW_BLOCK, [CLAIR_TAG_TBODY] = FLOW_BLOCK,
	[CLAIR_TAG_TD] = FLOW_BLOCK, [CLAIR_TAG_TFOOT] = FLOW_BLOCK, [CLAIR_TAG_TH] = FLOW_BLOCK,
	[CLAIR_TAG_THEAD] = FLOW_BLOCK, [CLAIR_TAG_TR] = FLOW_BLOCK, [CLAIR_TAG_UL] = FLOW_BLOCK,
};

static enum flow
flow_of(const struct clair_node *node)
{
	return (node->flags & CLAIR_NODE_FOREIGN) != 0 ? FLOW_ATOM : (enum flow)flows[node->tag];
}

/* Kinds that what is inside keeps: a paragraph of a quotation is a quotation. */
static bool
is_strong(enum clair_block_kind kind)
{
	return kind == CLAIR_BLOCK_HEADING || kind == CLAIR_BLOCK_CAPTION || kind == CLAIR_BLOCK_LABEL ||
	    kind == CLAIR_BLOCK_BUTTON || kind == CLAIR_BLOCK_QUOTE || kind == CLAIR_BLOCK_CODE;
}

static enum clair_block_kind
kind_by_tag(const struct clair_node *node, enum clair_block_kind around)
{
	switch (node->tag) {
	case CLAIR_TAG_P:
		return CLAIR_BLOCK_PARAGRAPH;
	case CLAIR_TAG_H1:
	case CLAIR_TAG_H2:
	case CLAIR_TAG_H3:
	case CLAIR_TAG_H4:
	case CLAIR_TAG_H5:
	case CLAIR_TAG_H6:
		return CLAIR_BLOCK_HEADING;
	case CLAIR_TAG_LI:
	case CLAIR_TAG_DD:
	case CLAIR_TAG_DT:
		return CLAIR_BLOCK_ITEM;
	case CLAIR_TAG_TD:
	case CLAIR_TAG_TH:
		return CLAIR_BLOCK_CELL;
	case CLAIR_TAG_CAPTION:
	case CLAIR_TAG_FIGCAPTION:
		return CLAIR_BLOCK_CAPTION;
	case CLAIR_TAG_LABEL:
	case CLAIR_TAG_LEGEND:
	case CLAIR_TAG_OPTGROUP:
	case CLAIR_TAG_OPTION:
	case CLAIR_TAG_SELECT:
		return CLAIR_BLOCK_LABEL;
	case CLAIR_TAG_BUTTON:
	case CLAIR_TAG_SUMMARY:
		return CLAIR_BLOCK_BUTTON;
	case CLAIR_TAG_BLOCKQUOTE:
		return CLAIR_BLOCK_QUOTE;
	case CLAIR_TAG_PRE:
		return CLAIR_BLOCK_CODE;
	case CLAIR_TAG_DIV:
	case CLAIR_TAG_CENTER:
		return around;
	default:
		return CLAIR_BLOCK_OTHER;
	}
}

static enum clair_block_kind
kind_of(const struct clair_node *node, enum clair_block_kind around)
{
	enum clair_block_kind kind = kind_by_tag(node, around);

	if (clair_attr_is(node, CLAIR_ATTR_ROLE, "heading"))
		return CLAIR_BLOCK_HEADING;
	if (is_strong(around) && !is_strong(kind))
		return around;
	return kind;
}

/* Doubles an array of the arena when it is full; false when there is no memory. */
static bool
make_room(struct clair_arena *mem, void **array, uint32_t count, uint32_t *room, size_t size)
{
	uint32_t wanted = *room == 0 ? 16 : *room * 2;
	void *larger;

	if (count < *room)
		return true;
	larger = clair_alloc_array(mem, wanted, size);
	if (larger == NULL)
		return false;
	if (count != 0)
		memcpy(larger, *array, count * size);
	*array = larger;
	*room = wanted;
	return true;
}

static void
add_break(struct gathering *g, bool hard)
{
	void *breaks = g->breaks;

	g->space = true;
	if (g->text.length == 0)
		return;
	/* Two in a row make a hard one. */
	if (g->break_count > 0 && g->breaks[g->break_count - 1].at == g->text.length) {
		g->breaks[g->break_count - 1].hard = true;
		return;
	}
	if (!make_room(g->mem, &breaks, g->break_count, &g->break_room, sizeof(*g->breaks)))
		return;
	g->breaks = breaks;
	g->breaks[g->break_count++] = (struct clair_break){.at = (uint32_t)g->text.length, .hard = hard};
}

static void *
copy(struct clair_arena *mem, const void *array, uint32_t count, size_t size)
{
	void *made = clair_alloc_array(mem, count, size);

	if (made != NULL && count != 0)
		memcpy(made, array, count * size);
	return made;
}

static void
flush(struct gathering *g, const struct frame *frame)
{
	void *blocks = g->table->blocks;
	struct clair_block *block;

	if (g->text.length != 0 && make_room(g->mem, &blocks, g->table->block_count, &g->block_room,
	                               sizeof(*g->table->blocks))) {
		g->table->blocks = blocks;
		block = &g->table->blocks[g->table->block_count];
		*block = (struct clair_block){
		    .node = &g->ctx->page->nodes[frame->owner],
		    .text = clair_strndup(g->mem, g->text.bytes, g->text.length),
		    .length = (uint32_t)g->text.length,
		    .index = g->table->block_count,
		    .pieces = copy(g->mem, g->pieces, g->piece_count, sizeof(*g->pieces)),
		    .piece_count = g->piece_count,
		    .breaks = copy(g->mem, g->breaks, g->break_count, sizeof(*g->breaks)),
		    .break_count = g->break_count,
		    .kind = frame->kind,
		    .french = -1,
		};
		if (!g->mem->failed)
			g->table->block_count++;
	}
	clair_buf_clear(&g->text);
	g->piece_count = 0;
	g->break_count = 0;
	g->space = false;
	g->link_ended = false;
	g->sup_starts = false;
}

static bool
is_ascii_space(char byte)
{
	return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}

static bool
ends_with_letters(const struct clair_buf *text)
{
	unsigned letters = 0;

	for (size_t i = text->length; i > 0 && letters < 3; i--, letters++) {
		char byte = text->bytes[i - 1];

		if (!((byte >= 'a' && byte <= 'z') || (unsigned char)byte >= 0x80))
			return false;
	}
	return letters == 3;
}

/* Before the first byte of a run that is not space. */
static void
open_run(struct gathering *g, const struct clair_node *node, uint32_t at, uint16_t flags)
{
	void *pieces = g->pieces;

	if (g->link_ended && (flags & CLAIR_WORD_IN_LINK) != 0)
		add_break(g, true); /* two links side by side are two things */
	g->link_ended = false;
	/* mot<sup>1</sup>: a call of note is not a letter of the word. */
	if (g->sup_starts && node->text[at] >= '0' && node->text[at] <= '9' &&
	    ends_with_letters(&g->text))
		g->space = true;
	g->sup_starts = false;
	if (g->space && g->text.length != 0)
		clair_buf_putc(&g->text, ' ');
	g->space = false;
	if (!g->jump)
		return;
	g->jump = false;
	if (!make_room(g->mem, &pieces, g->piece_count, &g->piece_room, sizeof(*g->pieces)))
		return;
	g->pieces = pieces;
	g->pieces[g->piece_count++] = (struct clair_piece){
	    .at = (uint32_t)g->text.length, .node = node->index, .node_at = at, .flags = flags};
}

static void
add_text(struct gathering *g, const struct clair_node *node, uint16_t flags)
{
	const char *text = node->text;
	uint32_t i = 0;

	g->jump = true;
	while (i < node->text_length) {
		uint32_t start = i;

		while (i < node->text_length && is_ascii_space(text[i]))
			i++;
		if (i > start) {
			/* A single space between letters of one node stays in its piece. */
			if (i - start > 1 || g->text.length == 0 || g->space)
				g->jump = true;
			g->space = true;
		}
		start = i;
		while (i < node->text_length && !is_ascii_space(text[i]))
			i++;
		if (i > start) {
			open_run(g, node, start, flags);
			clair_buf_add(&g->text, text + start, i - start);
		}
	}
}

static uint16_t
flags_of(struct clair_ctx *ctx, const struct clair_node *node, uint16_t around)
{
	switch (node->tag) {
	case CLAIR_TAG_A:
		if (clair_has_attr(node, CLAIR_ATTR_HREF))
			around |= CLAIR_WORD_IN_LINK;
		break;
	case CLAIR_TAG_CODE:
	case CLAIR_TAG_KBD:
	case CLAIR_TAG_SAMP:
	case CLAIR_TAG_VAR:
	case CLAIR_TAG_TT:
		around |= CLAIR_WORD_CODE;
		break;
	default:
		break;
	}
	if (clair_has_attr(node, CLAIR_ATTR_LANG)) {
		around = (uint16_t)(around & ~(unsigned)CLAIR_WORD_OTHER_LANGUAGE);
		if (!clair_in_french(ctx, node))
			around |= CLAIR_WORD_OTHER_LANGUAGE;
	}
	return around;
}

static void
leave(struct gathering *g)
{
	const struct frame *frame = &g->frames[--g->depth];

	if (frame->is_block) {
		flush(g, frame);
		return;
	}
	if (g->depth > 0 && ((frame->flags ^ g->frames[g->depth - 1].flags) & CLAIR_WORD_IN_LINK) != 0)
		g->link_ended = g->text.length != 0;
}

static void
enter(struct gathering *g, const struct clair_node *node, bool is_block)
{
	const struct frame *around = &g->frames[g->depth - 1];
	uint16_t flags = flags_of(g->ctx, node, around->flags);

	if (!is_block && flags == around->flags)
		return;
	if (is_block)
		flush(g, around);
	/* The tree is at most 512 deep. */
	if (g->depth == FRAME_LIMIT)
		return;
	g->frames[g->depth] = *around;
	g->frames[g->depth].end = node->end;
	g->frames[g->depth].is_block = is_block;
	g->frames[g->depth].flags = flags;
	if (is_block) {
		g->frames[g->depth].owner = node->index;
		g->frames[g->depth].kind = (uint8_t)kind_of(node, around->kind);
	}
	g->depth++;
}

/* Gives the index of the next node to look at. */
static uint32_t
visit(struct gathering *g, const struct clair_node *node)
{
	enum flow flow;

	if (node->kind == CLAIR_NODE_TEXT) {
		add_text(g, node, g->frames[g->depth - 1].flags);
		return node->index + 1;
	}
	if (node->kind != CLAIR_NODE_ELEMENT)
		return node->index + 1;
	flow = flow_of(node);
	if (flow == FLOW_NOTHING || !clair_rendered(g->ctx, node))
		return node->end;
	if (flow == FLOW_ATOM) {
		g->space = true;
		return node->end;
	}
	if (flow == FLOW_BREAK) {
		add_break(g, false);
		return node->end;
	}
	if (node->tag == CLAIR_TAG_SUP)
		g->sup_starts = true;
	enter(g, node, flow == FLOW_BLOCK);
	return node->index + 1;
}

static void
gather_title(struct gathering *g)
{
	const struct clair_page *page = g->ctx->page;
	const struct clair_node *title;

	for (uint32_t i = 0; i < page->tag_count[CLAIR_TAG_TITLE]; i++) {
		title = &page->nodes[page->by_tag[CLAIR_TAG_TITLE][i]];
		if ((title->flags & CLAIR_NODE_FOREIGN) != 0)
			continue;
		for (uint32_t j = title->index + 1; j < title->end; j++)
			if (page->nodes[j].kind == CLAIR_NODE_TEXT)
				add_text(g, &page->nodes[j], 0);
		flush(g, &(struct frame){.owner = title->index, .kind = CLAIR_BLOCK_TITLE});
		return;
	}
}

static void
gather(struct gathering *g)
{
	const struct clair_page *page = g->ctx->page;

	clair_buf_init(&g->text, 0);
	gather_title(g);
	g->frames[0] = (struct frame){
	    .end = page->node_count, .owner = 0, .kind = CLAIR_BLOCK_OTHER, .is_block = true};
	g->depth = 1;
	for (uint32_t i = 0; i < page->node_count && !g->mem->failed;) {
		while (g->depth > 1 && g->frames[g->depth - 1].end <= i)
			leave(g);
		i = visit(g, &page->nodes[i]);
	}
	while (g->depth > 0)
		leave(g);
	clair_buf_free(&g->text);
}

struct clair_text_table *
clair_text_table(struct clair_ctx *ctx)
{
	static struct clair_text_table nothing;
	struct gathering *g;

	if (ctx->facts->text != NULL)
		return ctx->facts->text;
	ctx->facts->text = clair_alloc(&ctx->page->mem, sizeof(*ctx->facts->text));
	g = clair_alloc(&ctx->page->mem, sizeof(*g));
	if (ctx->facts->text == NULL || g == NULL)
		return &nothing;
	g->ctx = ctx;
	g->table = ctx->facts->text;
	g->mem = &ctx->page->mem;
	gather(g);
	return ctx->facts->text;
}

size_t
clair_block_count(struct clair_ctx *ctx)
{
	return clair_text_table(ctx)->block_count;
}

struct clair_block *
clair_text_block(struct clair_ctx *ctx, uint32_t index)
{
	struct clair_text_table *table = clair_text_table(ctx);

	return index < table->block_count ? &table->blocks[index] : NULL;
}

const struct clair_block *
clair_block_at(struct clair_ctx *ctx, size_t index)
{
	return index <= UINT32_MAX ? clair_text_block(ctx, (uint32_t)index) : NULL;
}

const struct clair_block *
clair_block_next(struct clair_ctx *ctx, const struct clair_block *block)
{
	return clair_text_block(ctx, block->index + 1);
}

enum clair_block_kind
clair_block_kind(const struct clair_block *block)
{
	return block->kind;
}

const struct clair_node *
clair_block_node(const struct clair_block *block)
{
	return block->node;
}

const char *
clair_block_text(const struct clair_block *block)
{
	return block->text;
}

enum clair_region
clair_block_region(struct clair_ctx *ctx, const struct clair_block *block)
{
	return clair_region(ctx, block->node);
}

/* The index of the piece that the byte `at` of the text belongs to. */
static uint32_t
piece_of(const struct clair_block *block, uint32_t at)
{
	uint32_t low = 0;
	uint32_t high = block->piece_count;

	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;

		if (block->pieces[middle].at <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* Where byte `at` of the text comes from, plus `more` bytes of decoded text. */
static uint32_t
source_offset(struct clair_ctx *ctx, const struct clair_block *block, uint32_t at, uint32_t more)
{
	const struct clair_piece *piece = &block->pieces[piece_of(block, at)];

	return clair_text_source_offset(
	    &ctx->page->nodes[piece->node], piece->node_at + (at - piece->at) + more);
}

static void
span(struct clair_ctx *ctx, const struct clair_block *block, uint32_t from, uint32_t to,
    uint32_t *offset, uint32_t *length)
{
	uint32_t end;

	*offset = source_offset(ctx, block, from, 0);
	end = to > from ? source_offset(ctx, block, to - 1, 1) : *offset;
	/* Text that the parser moved may come from before. */
	*length = end > *offset ? end - *offset : 0;
}

void
clair_block_span(struct clair_ctx *ctx, const struct clair_block *block, uint32_t *offset,
    uint32_t *length)
{
	span(ctx, block, 0, block->length, offset, length);
}

void
clair_sentence_span(struct clair_ctx *ctx, const struct clair_sentence *sentence, uint32_t *offset,
    uint32_t *length)
{
	span(ctx, clair_text_block(ctx, sentence->block), sentence->offset,
	    sentence->offset + sentence->length, offset, length);
}

void
clair_words_span(struct clair_ctx *ctx, const struct clair_word *first,
    const struct clair_word *last, uint32_t *offset, uint32_t *length)
{
	span(ctx, clair_text_block(ctx, first->block), first->offset, last->offset + last->length,
	    offset, length);
}

void
clair_block_part_span(struct clair_ctx *ctx, const struct clair_block *block, size_t from,
    size_t part, uint32_t *offset, uint32_t *length)
{
	size_t start = from < block->length ? from : block->length - 1;
	size_t end = part < block->length - start ? start + part : block->length;

	span(ctx, block, (uint32_t)start, (uint32_t)end, offset, length);
}

static const struct clair_node *
node_at(struct clair_ctx *ctx, uint32_t index, uint32_t at)
{
	const struct clair_block *block = clair_text_block(ctx, index);

	return clair_node_parent(
	    &ctx->page->nodes[block->pieces[piece_of(block, at)].node]);
}

const struct clair_node *
clair_sentence_node(struct clair_ctx *ctx, const struct clair_sentence *sentence)
{
	return node_at(ctx, sentence->block, sentence->offset);
}

const struct clair_node *
clair_word_node(struct clair_ctx *ctx, const struct clair_word *word)
{
	return node_at(ctx, word->block, word->offset);
}

const struct clair_node *
clair_block_part_node(struct clair_ctx *ctx, const struct clair_block *block, size_t at)
{
	return node_at(ctx, block->index, (uint32_t)at);
}

enum { FEW_WORDS = 6, ENOUGH_WORDS = 15 };

static bool
shows_another_language(struct clair_ctx *ctx, const struct clair_block *block)
{
	struct clair_lang_tally tally = {0};

	clair_lang_tally_add(ctx, &tally, block->text, block->length);
	return clair_lang_judge(&tally, "fr").fit == CLAIR_LANG_DIFFERS;
}

/* More grammatical words of other languages than of French; in a short block they must also be of one
 * language. */
static bool
reads_foreign(struct clair_ctx *ctx, struct clair_block *block)
{
	const struct clair_list *french = clair_dict_list(ctx->dict, "mots-outils");
	const struct clair_list *foreign = clair_dict_list(ctx->dict, "mots-etrangers");
	uint32_t here = 0;
	uint32_t elsewhere = 0;

	clair_block_split(ctx, block);
	if (french == NULL || foreign == NULL || block->word_count < FEW_WORDS)
		return false;
	for (uint32_t i = 0; i < block->word_count; i++) {
		const char *lower = clair_word_lower(ctx, &block->words[i]);
		size_t length = strlen(lower);

		here += clair_list_get(french, lower, length) != NULL;
		elsewhere += clair_list_get(foreign, lower, length) != NULL;
	}
	return elsewhere > here &&
	    (block->word_count >= ENOUGH_WORDS || shows_another_language(ctx, block));
}

/* UTF-8 that was read as another character set: Ã© for é. */
static bool
is_garbled(const struct clair_block *block)
{
	return memmem(block->text, block->length, "\xC3\x83\xC2", 3) != NULL;
}

/* The lang attribute first; then, for a block long enough, its words may say that it is wrong. */
bool
clair_block_in_french(struct clair_ctx *ctx, const struct clair_block *asked)
{
	struct clair_block *block = clair_text_block(ctx, asked->index);

	if (block->french < 0)
		block->french = block->kind != CLAIR_BLOCK_CODE && clair_in_french(ctx, block->node) &&
		    !is_garbled(block) && !reads_foreign(ctx, block);
	return block->french != 0;
}
