/* Empty shells: pages that scripts fill, and that cannot be judged without running them. */
#include "facts/facts.h"
#include "facts/outline.h"

#include <string.h>

enum {
	BARE_TEXT = 60,    /* bytes: a name, a word to wait */
	LITTLE_TEXT = 400, /* bytes: a header and a footer at most */
	NOSCRIPT_READ = 2000,
};

/* The places that frameworks fill. */
static bool
is_mount_point(const struct clair_node *node)
{
	static const char *const ids[] = {"root", "app", "__next", "__nuxt", "gatsby", "___gatsby",
	    "svelte", "q-app", "react-root", "main-app", "application", "app-root", "ember-app"};
	static const char *const names[] = {"app-root", "ion-app", "my-app", "flutter-view"};
	const char *id = clair_attr(node, CLAIR_ATTR_ID);

	for (size_t i = 0; id != NULL && i < CLAIR_LEN(ids); i++)
		if (strcmp(id, ids[i]) == 0)
			return true;
	for (size_t i = 0; i < CLAIR_LEN(names); i++)
		if (strcmp(clair_tag_name(node), names[i]) == 0)
			return true;
	return clair_attr_by_name(node, "ng-app") != NULL ||
	    clair_attr_by_name(node, "data-reactroot") != NULL;
}

static bool
has_empty_mount_point(struct clair_ctx *ctx)
{
	const struct clair_outline *outline = clair_outline_get(ctx);
	const struct clair_page *page = ctx->page;

	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];

		if (node->kind == CLAIR_NODE_ELEMENT && is_mount_point(node) &&
		    clair_outline_text(outline, node) <= BARE_TEXT)
			return true;
	}
	return false;
}

/* The tree leaves out what noscript holds: it is read in the source. */
static bool
asks_for_scripts(struct clair_ctx *ctx)
{
	const struct clair_page *page = ctx->page;

	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_NOSCRIPT); i++) {
		const struct clair_node *node = clair_tag_at(ctx, CLAIR_TAG_NOSCRIPT, i);
		size_t start = (size_t)node->offset + node->length;
		size_t length = start < page->length ? page->length - start : 0;
		char *text;
		char *end;

		if (length > NOSCRIPT_READ)
			length = NOSCRIPT_READ;
		text = clair_strndup(&ctx->page->mem, page->source + start, length);
		end = strcasestr(text, "</noscript");
		if (end == NULL)
			continue;
		*end = '\0';
		if (clair_matches(ctx, "asks-for-scripts", text))
			return true;
	}
	return false;
}

/* What a bare page of scripts is made of: boxes, custom elements, and what nobody sees. */
static bool
is_scaffold(enum clair_tag tag)
{
	switch (tag) {
	case CLAIR_TAG_BODY:
	case CLAIR_TAG_DIV:
	case CLAIR_TAG_MAIN:
	case CLAIR_TAG_SCRIPT:
	case CLAIR_TAG_NOSCRIPT:
	case CLAIR_TAG_STYLE:
	case CLAIR_TAG_LINK:
	case CLAIR_TAG_META:
	case CLAIR_TAG_TEMPLATE:
	case CLAIR_TAG_OTHER:
		return true;
	default:
		return false;
	}
}

static bool
is_only_scaffold(struct clair_ctx *ctx)
{
	const struct clair_node *body = clair_tag_at(ctx, CLAIR_TAG_BODY, 0);

	for (const struct clair_node *node = body; node != NULL; node = clair_next_inside(body, node))
		if (!is_scaffold((enum clair_tag)node->tag) && clair_rendered(ctx, node))
			return false;
	return body != NULL;
}

bool
clair_is_shell(struct clair_ctx *ctx)
{
	const struct clair_outline *outline = clair_outline_get(ctx);
	uint32_t text;

	if (clair_tag_count(ctx, CLAIR_TAG_SCRIPT) == 0 || ctx->page->node_count == 0)
		return false;
	text = clair_outline_text(outline, clair_root(ctx));
	if (text > LITTLE_TEXT)
		return false;
	if (has_empty_mount_point(ctx) || asks_for_scripts(ctx))
		return true;
	return text == 0 && is_only_scaffold(ctx);
}
