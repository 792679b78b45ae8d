/* Tags that are closed badly, and what the parser makes of them. */
#include "facts/ctx.h"
#include "facts/token.h"

bool
clair_has_end_tag(const struct clair_node *node)
{
	return node->page->approximate || node->page->cut ||
	    (node->flags & (CLAIR_NODE_END_TAG | CLAIR_NODE_FOREIGN)) != 0;
}

/* Where the element stands among those of its tag. */
static uint32_t
rank_of(const struct clair_page *page, const struct clair_node *node)
{
	const uint32_t *list = page->by_tag[node->tag];
	uint32_t from = 0;
	uint32_t to = page->tag_count[node->tag];

	while (to - from > 1) {
		uint32_t middle = from + (to - from) / 2;

		if (list[middle] <= node->index)
			from = middle;
		else
			to = middle;
	}
	return from;
}

const struct clair_node *
clair_opened_again(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_page *page = ctx->page;
	const struct clair_node *next =
	    clair_tag_at(ctx, (enum clair_tag)node->tag, (size_t)rank_of(page, node) + 1);

	if (next == NULL || page->approximate || clair_is_implied(node) || !clair_is_implied(next))
		return NULL;
	return next->offset == node->offset && next->length != 0 ? next : NULL;
}

/* What was written after the start tag of the table: the parser joins a text to the one before it. */
static const char *
text_after(struct clair_ctx *ctx, const struct clair_node *text, const struct clair_node *table)
{
	const char *source = ctx->page->source + text->offset;
	size_t before = text->offset < table->offset ? table->offset - text->offset : 0;
	char *after;

	if (text->offset + text->length <= table->offset)
		return "";
	if (before > text->text_length || memcmp(text->text, source, before) != 0)
		before = 0;
	after = clair_strndup(&ctx->page->mem, text->text + before, text->text_length - before);
	if (after == NULL || clair_is_blank(after))
		return "";
	clair_squeeze(after, text->text_length - before);
	return after;
}

/* HTML 13.2.6.1, foster parenting: it stands just before the table, and was written after its start tag. */
const char *
clair_text_out_of_table(struct clair_ctx *ctx, const struct clair_node *table)
{
	const struct clair_node *nodes = ctx->page->nodes;
	const char *first = "";

	if (table->length == 0 || ctx->page->approximate || table->parent == CLAIR_NO_NODE)
		return first;
	for (uint32_t at = table->index; --at != table->parent;) {
		const char *text = "";

		while (nodes[at].parent != table->parent)
			at = nodes[at].parent;
		if (nodes[at].kind == CLAIR_NODE_TEXT)
			text = text_after(ctx, &nodes[at], table);
		else if (nodes[at].kind == CLAIR_NODE_ELEMENT && nodes[at].offset > table->offset)
			text = clair_visible_text(ctx, &nodes[at]);
		if (text[0] != '\0')
			first = text;
		if (nodes[at].offset <= table->offset)
			break;
	}
	return first;
}
