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
