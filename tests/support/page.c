/* See page.h. */
#include "tests/support/page.h"

#include "tests/support/sheets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
stop(const char *why, const char *html)
{
	fprintf(stderr, "support_page: %s: %.200s\n", why, html);
	abort();
}

/* A page with the sheets written in it. `ctx` comes first: the others are found from it. */
struct support {
	struct clair_ctx ctx;
	struct clair_page page;
	const struct clair_style_set *set;
};

struct clair_ctx *
support_page(const char *html)
{
	const struct clair_parse_limits limits = {
		.memory = (size_t)512 << 20, .milliseconds = 60000};
	const struct clair_document document = {.url = "https://example.fr/page",
		.media_type = "text/html", .http_charset = "utf-8", .http_status = 200,
		.click_depth = -1, .bytes = html, .length = strlen(html)};
	struct support *support = calloc(1, sizeof(*support));
	const char *why = "";

	if (support == NULL) {
		stop("no memory", html);
		return NULL;
	}
	if (clair_page_parse(&support->page, &document, &limits, &why) != CLAIR_OK)
		stop(why, html);
	support->ctx.page = &support->page;
	if (!clair_facts_new(&support->ctx))
		stop("no memory", html);
	support->set = support_sheets(&support->page, NULL, &support->page.mem);
	support->ctx.sheets = support->set;
	return &support->ctx;
}

void
support_page_free(struct clair_ctx *ctx)
{
	struct support *support = (struct support *)ctx;

	support_sheets_free(support->set);
	clair_page_free(&support->page);
	free(support);
}

const struct clair_node *
support_x(struct clair_ctx *ctx)
{
	const struct clair_node *node = clair_by_id(ctx, "x");

	if (node == NULL)
		stop("no element with the id x", ctx->page->source);
	return node;
}
