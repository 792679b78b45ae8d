/* See page.h. */
#include "tests/support/page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
stop(const char *why, const char *html)
{
	fprintf(stderr, "support_page: %s: %.200s\n", why, html);
	abort();
}

struct clair_ctx *
support_page(const char *html)
{
	const struct clair_parse_limits limits = {
		.memory = (size_t)512 << 20, .milliseconds = 60000};
	const struct clair_document document = {.url = "https://example.fr/page",
		.media_type = "text/html", .http_charset = "utf-8", .http_status = 200,
		.click_depth = -1, .bytes = html, .length = strlen(html)};
	struct clair_ctx *ctx = calloc(1, sizeof(*ctx));
	struct clair_page *page = calloc(1, sizeof(*page));
	const char *why = "";

	if (ctx == NULL || page == NULL) {
		stop("no memory", html);
		return NULL;
	}
	if (clair_page_parse(page, &document, &limits, &why) != CLAIR_OK)
		stop(why, html);
	ctx->page = page;
	if (!clair_facts_new(ctx))
		stop("no memory", html);
	return ctx;
}

void
support_page_free(struct clair_ctx *ctx)
{
	clair_page_free(ctx->page);
	free(ctx->page);
	free(ctx);
}

const struct clair_node *
support_x(struct clair_ctx *ctx)
{
	const struct clair_node *node = clair_by_id(ctx, "x");

	if (node == NULL)
		stop("no element with the id x", ctx->page->source);
	return node;
}
