/* See page.h. */
#include "tests/support/page.h"

#include "style/style.h"

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
	struct clair_style_set set;
	struct clair_browser_style *browser;
	struct clair_sheet **sheets;
	uint32_t count;
};

static void
read_sheets(struct support *support, const char *html)
{
	const struct clair_style_source *sources;
	size_t count = clair_style_sources(
	    &support->page, &clair_screen_desktop, &sources, &support->page.mem);
	struct clair_sheet_use *uses =
	    clair_alloc_array(&support->page.mem, count + 1, sizeof(*uses));
	struct clair_missing_sheet *missing =
	    clair_alloc_array(&support->page.mem, count + 1, sizeof(*missing));
	struct clair_style_set *set = &support->set;

	support->sheets = calloc(count + 1, sizeof(struct clair_sheet *));
	support->browser = clair_browser_style_new();
	if (support->sheets == NULL || support->browser == NULL || support->page.mem.failed)
		stop("no memory", html);
	*set = (struct clair_style_set){.browser = support->browser, .uses = uses, .missing = missing,
	    .screen = clair_screen_desktop};
	for (size_t i = 0; i < count; i++) {
		const struct clair_style_source *source = &sources[i];
		struct clair_sheet *sheet;

		if (source->text == NULL) {
			missing[set->missing_count++] = (struct clair_missing_sheet){
			    .url = source->href, .node = source->node, .why = "not-loaded"};
			continue;
		}
		sheet = clair_sheet_parse(
		    source->text, source->length, NULL, NULL, support->page.quirks, NULL);
		support->sheets[support->count++] = sheet;
		uses[set->count++] = (struct clair_sheet_use){
		    .sheet = sheet, .url = "", .node = source->node, .layer_prefix = ""};
	}
	support->ctx.sheets = set;
}

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
	read_sheets(support, html);
	return &support->ctx;
}

void
support_page_free(struct clair_ctx *ctx)
{
	struct support *support = (struct support *)ctx;

	for (uint32_t i = 0; i < support->count; i++)
		clair_sheet_free(support->sheets[i]);
	free(support->sheets);
	clair_browser_style_free(support->browser);
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
