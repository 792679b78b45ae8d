/* Links of the site that the server refused, each address once: see clairlint/site.h. */
#include "engine/site.h"

#include "base/map.h"
#include "engine/judge.h"
#include "facts/summary.h"

#include <string.h>

struct refused_list {
	struct clair_refused_link *list;
	size_t count, room;
	struct clair_map places; /* address to its place in the list */
	struct clair_arena *arena;
};

/* Past the room, which is for all addresses that were refused, nothing is new. */
static void
add(struct refused_list *refused, const char *url, int status, const struct clair_page_summary *page)
{
	struct clair_refused_link *link = clair_map_get(&refused->places, url, strlen(url));
	void **slot;

	if (link != NULL) {
		link->pages++;
		return;
	}
	url = clair_strdup(refused->arena, url);
	slot = url == NULL || refused->count == refused->room
	    ? NULL
	    : clair_map_at(&refused->places, url, strlen(url));
	if (slot == NULL)
		return;
	link = &refused->list[refused->count++];
	*link = (struct clair_refused_link){.url = url, .status = status, .from = page, .pages = 1};
	*slot = link;
}

size_t
clair_site_refused_links(struct clair_ctx *ctx, const struct clair_refused_link **list)
{
	struct clair_arena *arena = ctx->judge->mem;
	struct refused_list refused = {.room = ctx->site->refused.count, .arena = arena};

	refused.list = clair_alloc_array(arena, refused.room + 1, sizeof(*refused.list));
	clair_map_init(&refused.places, arena);
	*list = refused.list;
	for (size_t i = 0; refused.list != NULL && refused.room != 0 && i < clair_site_page_count(ctx); i++) {
		const struct clair_page_summary *page = clair_site_page(ctx, i);

		for (uint32_t l = 0; l < page->link_count; l++) {
			const int status = clair_site_refusal(ctx, page->links[l]);

			if (status != 0)
				add(&refused, page->links[l], status, page);
		}
	}
	return refused.count;
}
