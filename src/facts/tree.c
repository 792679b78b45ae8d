/* What rules ask about the tree that needs the page. */
#include "facts/ctx.h"

const struct clair_node *
clair_root(struct clair_ctx *ctx)
{
	return ctx->page->nodes;
}

size_t
clair_tag_count(struct clair_ctx *ctx, enum clair_tag tag)
{
	return ctx->page->tag_count[tag];
}

const struct clair_node *
clair_tag_at(struct clair_ctx *ctx, enum clair_tag tag, size_t index)
{
	if (index >= ctx->page->tag_count[tag])
		return NULL;
	return &ctx->page->nodes[ctx->page->by_tag[tag][index]];
}

const char *
clair_raw_text(const struct clair_node *node)
{
	const struct clair_node *text = clair_node_first(node);
	bool is_raw = node->tag == CLAIR_TAG_SCRIPT || node->tag == CLAIR_TAG_STYLE;

	return is_raw && text != NULL && text->kind == CLAIR_NODE_TEXT ? text->text : "";
}
