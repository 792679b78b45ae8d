/* See links.h. Links that are not rendered are still links: a closed menu leads somewhere. */
#include "facts/links.h"
#include "base/map.h"
#include "facts/home.h"
#include "facts/outline.h"

#include <string.h>
#include <strings.h>

static bool
is_link(const struct clair_node *node)
{
	return node->kind == CLAIR_NODE_ELEMENT && clair_is_html(node) &&
	    (node->tag == CLAIR_TAG_A || node->tag == CLAIR_TAG_AREA);
}

/* RFC 3986 3.1: a letter, then letters, digits, "+", "-", ".", up to the colon. */
static bool
has_other_scheme(const char *address)
{
	size_t length = strspn(
	    address, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

	if (address[length] != ':' || length == 0 || (address[0] >= '0' && address[0] <= '9'))
		return false;
	return strncasecmp(address, "http:", 5) != 0 && strncasecmp(address, "https:", 6) != 0;
}

static const char *
address_of(struct clair_ctx *ctx, const struct clair_node *link, struct clair_arena *arena)
{
	const char *href = clair_attr(link, CLAIR_ATTR_HREF);
	const char *absolute;

	if (href == NULL || clair_attr_has_token(link, CLAIR_ATTR_REL, "nofollow"))
		return NULL;
	href += strspn(href, " \t\n\f\r");
	if (href[0] == '\0' || href[0] == '#' || has_other_scheme(href))
		return NULL;
	absolute = clair_resolve_in(ctx, href, arena);
	if (absolute == NULL || absolute[0] == '\0' || has_other_scheme(absolute))
		return NULL;
	return absolute;
}

const char **
clair_links_out(struct clair_ctx *ctx, struct clair_arena *arena, uint32_t *count)
{
	const struct clair_page *page = ctx->page;
	size_t all = clair_tag_count(ctx, CLAIR_TAG_A) + clair_tag_count(ctx, CLAIR_TAG_AREA);
	size_t room = all < CLAIR_LINKS_KEPT ? all : CLAIR_LINKS_KEPT;
	const char **links = clair_alloc_array(arena, room + 1, sizeof(*links));
	struct clair_map seen;

	*count = 0;
	clair_map_init(&seen, &ctx->page->mem);
	for (uint32_t i = 0; links != NULL && i < page->node_count && *count < CLAIR_LINKS_KEPT; i++) {
		const char *address;
		void **slot;

		if (!is_link(&page->nodes[i]))
			continue;
		address = address_of(ctx, &page->nodes[i], &ctx->page->mem);
		if (address == NULL)
			continue;
		slot = clair_map_at(&seen, address, strlen(address));
		if (slot == NULL)
			break;
		if (*slot == NULL) {
			*slot = (void *)(uintptr_t)address;
			links[(*count)++] = clair_strdup(arena, address);
		}
	}
	return links;
}

static const struct clair_node *
main_menu(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_menu_count(ctx); i++) {
		if (clair_menu(ctx, i)->is_main)
			return clair_menu(ctx, i)->node;
	}
	return NULL;
}

static unsigned
part_of(struct clair_ctx *ctx, const struct clair_node *menu, const struct clair_node *link)
{
	if (menu != NULL && clair_contains(menu, link))
		return CLAIR_LINK_IN_MENU;
	if (clair_outline_in_main(clair_outline_get(ctx), link) ||
	    clair_region(ctx, link) == CLAIR_IN_MAIN)
		return CLAIR_LINK_IN_CONTENT;
	return 0;
}

const uint8_t *
clair_link_parts(
    struct clair_ctx *ctx, struct clair_arena *arena, const char *const *links, uint32_t count)
{
	const struct clair_page *page = ctx->page;
	const struct clair_node *menu = main_menu(ctx);
	uint8_t *parts = clair_alloc_array(arena, count + 1, sizeof(*parts));
	struct clair_map places;

	clair_map_init(&places, &ctx->page->mem);
	for (uint32_t i = 0; parts != NULL && i < count; i++) {
		void **slot = clair_map_at(&places, links[i], strlen(links[i]));

		if (slot != NULL)
			*slot = &parts[i];
	}
	for (uint32_t i = 0; parts != NULL && i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		const char *address = is_link(node) ? address_of(ctx, node, &ctx->page->mem) : NULL;
		uint8_t *part = address == NULL ? NULL : clair_map_get(&places, address, strlen(address));

		if (part != NULL)
			*part |= (uint8_t)part_of(ctx, menu, node);
	}
	return parts;
}

const char *
clair_canonical_of(struct clair_ctx *ctx, struct clair_arena *arena)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_LINK); i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_LINK, i);

		if (clair_attr_has_token(link, CLAIR_ATTR_REL, "canonical"))
			return address_of(ctx, link, arena);
	}
	return NULL;
}
