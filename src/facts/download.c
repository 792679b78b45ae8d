/* Files that links of the page lead to: see clairlint/network.h. */
#include "facts/facts.h"
#include "facts/token.h"

#include <string.h>

enum {
	MOST_DOWNLOADS = 500,
	AROUND = 300, /* bytes of a text around a link that speaks of it */
};

struct clair_download_table {
	struct clair_download *list;
	size_t count;
};

/* The end of its path, which the pattern document-link has found: "docx". */
static const char *
format_of(struct clair_ctx *ctx, const char *url)
{
	const size_t path = strcspn(url, "?#");
	size_t from = path;
	char *format;

	while (from > 0 && url[from - 1] != '.')
		from--;
	format = clair_strndup(&ctx->page->mem, url + from, path - from);
	for (char *at = format; at != NULL && *at != '\0'; at++)
		*at = clair_lower(*at);
	return format == NULL ? "" : format;
}

static const char *
words_of(struct clair_ctx *ctx, const struct clair_node *link)
{
	const struct clair_node *parent = clair_parent(link);
	const char *name = clair_name(ctx, link);
	const char *described = clair_description(ctx, link);
	const char *around = parent == NULL ? "" : clair_visible_text(ctx, parent);

	if (strlen(around) > AROUND)
		around = "";
	return clair_asprintf(&ctx->page->mem, "%s %s %s", name, described, around);
}

static void
add(struct clair_ctx *ctx, struct clair_download_table *table, const struct clair_node *link)
{
	const char *url = clair_attr(link, CLAIR_ATTR_HREF);
	struct clair_download *download = &table->list[table->count];
	const char *words;

	if (url == NULL || !clair_matches(ctx, "document-link", url) || !clair_exposed(ctx, link))
		return;
	words = words_of(ctx, link);
	if (words == NULL)
		return;
	*download = (struct clair_download){
	    .node = link,
	    .url = url,
	    .format = format_of(ctx, url),
	    .words = words,
	    .says_format = clair_matches(ctx, "says-format", words),
	    .says_weight = clair_matches(ctx, "says-weight", words),
	};
	table->count++;
}

static struct clair_download_table *
download_table(struct clair_ctx *ctx)
{
	struct clair_download_table *table = ctx->facts->downloads;
	struct clair_arena *arena = &ctx->page->mem;

	if (table != NULL)
		return table;
	table = clair_alloc(arena, sizeof(*table));
	if (table == NULL)
		return NULL;
	ctx->facts->downloads = table;
	table->list = clair_alloc_array(arena, MOST_DOWNLOADS, sizeof(*table->list));
	if (table->list == NULL)
		return table;
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A) && table->count < MOST_DOWNLOADS; i++)
		add(ctx, table, clair_tag_at(ctx, CLAIR_TAG_A, i));
	return table;
}

size_t
clair_download_count(struct clair_ctx *ctx)
{
	const struct clair_download_table *table = download_table(ctx);

	return table == NULL ? 0 : table->count;
}

const struct clair_download *
clair_download_at(struct clair_ctx *ctx, size_t index)
{
	return index < clair_download_count(ctx) ? &ctx->facts->downloads->list[index] : NULL;
}
