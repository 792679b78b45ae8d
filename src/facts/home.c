/* The page as a whole: address, title, what it is for. */
#include "facts/home.h"
#include "facts/statement.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

const char *
clair_page_url(struct clair_ctx *ctx)
{
	return ctx->page->url;
}

bool
clair_page_is_text(struct clair_ctx *ctx)
{
	return ctx->page->is_text;
}

const char *
clair_page_title(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_TITLE); i++) {
		const struct clair_node *title = clair_tag_at(ctx, CLAIR_TAG_TITLE, i);

		if (clair_is_html(title))
			return clair_text_content(ctx, title);
	}
	return "";
}

/* The path of an http address with its query, or NULL for another address. */
static const char *
path_of(const char *url)
{
	const char *host;

	if (strncasecmp(url, "http://", 7) != 0 && strncasecmp(url, "https://", 8) != 0)
		return NULL;
	host = strstr(url, "://") + 3;
	return host + strcspn(host, "/?#");
}

bool
clair_is_home(struct clair_ctx *ctx)
{
	static const char *const names[] = {"", "/", "/index.html", "/index.htm", "/index.php"};
	const char *path = path_of(ctx->page->url);

	if (ctx->is_home)
		return true;
	if (path == NULL)
		return false;
	for (size_t i = 0; i < CLAIR_LEN(names); i++)
		if (strcmp(path, names[i]) == 0)
			return true;
	return false;
}

static char *
copy_resolved(struct clair_ctx *ctx, const char *base, const char *reference,
    struct clair_arena *arena)
{
	char *resolved = ctx->resolve(ctx->resolve_payload, base, reference);
	char *copy;

	if (resolved == NULL)
		return NULL;
	copy = clair_strdup(arena, resolved);
	free(resolved);
	return copy;
}

/* HTML 2.4.2, the document base URL: that of the first <base href>, else the page's. */
static const char *
base_url(struct clair_ctx *ctx)
{
	struct clair_facts *facts = ctx->facts;

	if (facts->base_url != NULL)
		return facts->base_url;
	facts->base_url = ctx->page->url;
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_BASE); i++) {
		const char *href = clair_attr(clair_tag_at(ctx, CLAIR_TAG_BASE, i), CLAIR_ATTR_HREF);
		const char *base;

		if (href == NULL)
			continue;
		base = ctx->resolve == NULL
		    ? NULL
		    : copy_resolved(ctx, ctx->page->url, href, &ctx->page->mem);
		if (base != NULL)
			facts->base_url = base;
		break;
	}
	return facts->base_url;
}

const char *
clair_resolve_in(struct clair_ctx *ctx, const char *reference, struct clair_arena *arena)
{
	size_t fragment = strcspn(reference, "#");
	char *absolute;

	if (ctx->resolve == NULL)
		return clair_strndup(arena, reference, fragment);
	absolute = copy_resolved(ctx, base_url(ctx), reference, arena);
	if (absolute == NULL)
		return NULL;
	fragment = strcspn(absolute, "#");
	if (absolute[fragment] == '#')
		absolute[fragment] = '\0';
	return absolute;
}

const char *
clair_resolve(struct clair_ctx *ctx, const char *reference)
{
	const char *absolute = clair_resolve_in(ctx, reference, &ctx->page->mem);

	return absolute == NULL ? reference : absolute;
}

const char *
clair_heading_or_title(struct clair_ctx *ctx)
{
	const char *heading = clair_first_h1(ctx);

	return heading[0] != '\0' ? heading : clair_page_title(ctx);
}

bool
clair_is_site_map(struct clair_ctx *ctx)
{
	return clair_matches(ctx, "page-site-map", clair_heading_or_title(ctx));
}
