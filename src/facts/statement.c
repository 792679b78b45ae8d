/* See statement.h. */
#include "facts/statement.h"

#include <string.h>

const char *
clair_first_h1(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_heading_count(ctx); i++) {
		const struct clair_node *heading = clair_heading(ctx, i);

		if (clair_heading_level(ctx, heading) == 1) {
			/* A heading may be an image with its alternative. */
			const char *text = clair_visible_text(ctx, heading);

			return text[0] != '\0' ? text : clair_name(ctx, heading);
		}
	}
	return "";
}

/* A page of news about accessibility has the word in its title too: the words of the law decide. */
static bool
has_words_of_statement(struct clair_ctx *ctx)
{
	const struct clair_page *page = ctx->page;

	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];

		if (node->kind == CLAIR_NODE_TEXT && node->text_length > 6 &&
		    clair_region(ctx, node) == CLAIR_IN_MAIN &&
		    clair_matches(ctx, "statement-words", node->text))
			return true;
	}
	return false;
}

bool
clair_is_statement(struct clair_ctx *ctx)
{
	const char *heading = clair_first_h1(ctx);

	if (!clair_matches(ctx, "statement-title", heading) &&
	    !clair_matches(ctx, "statement-title", clair_page_title(ctx)))
		return false;
	return has_words_of_statement(ctx);
}
