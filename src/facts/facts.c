/* Makes the table of facts; each module fills its own part on its first question. */
#include "facts/facts.h"

bool
clair_facts_new(struct clair_ctx *ctx)
{
	ctx->facts = clair_alloc(&ctx->page->mem, sizeof(*ctx->facts));
	return ctx->facts != NULL;
}
