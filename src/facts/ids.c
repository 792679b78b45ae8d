/* Elements by their id. */
#include "facts/ids.h"

#include "base/map.h"

#include <string.h>

struct id_entry {
	uint32_t first; /* index of the first node in tree order */
	uint32_t count;
};

struct clair_id_table {
	struct clair_map map;
};

static bool
add(struct clair_id_table *table, struct clair_arena *arena, const struct clair_node *node)
{
	const char *id = clair_attr(node, CLAIR_ATTR_ID);
	struct id_entry *entry;
	void **place;

	if (id == NULL || *id == '\0')
		return true;
	place = clair_map_at(&table->map, id, strlen(id));
	if (place == NULL)
		return false;
	if (*place == NULL) {
		entry = clair_alloc(arena, sizeof(*entry));
		if (entry == NULL)
			return false;
		entry->first = node->index;
		*place = entry;
	}
	entry = *place;
	entry->count++;
	return true;
}

static const struct id_entry *
find(struct clair_ctx *ctx, const char *id, size_t length)
{
	struct clair_arena *arena = &ctx->page->mem;
	struct clair_id_table *table = ctx->facts->ids;
	uint32_t i;

	if (table == NULL) {
		table = clair_alloc(arena, sizeof(*table));
		if (table == NULL)
			return NULL;
		clair_map_init(&table->map, arena);
		for (i = 0; i < ctx->page->node_count; i++)
			if (ctx->page->nodes[i].kind == CLAIR_NODE_ELEMENT &&
			    !add(table, arena, &ctx->page->nodes[i]))
				return NULL;
		ctx->facts->ids = table;
	}
	return clair_map_get(&table->map, id, length);
}

const struct clair_node *
clair_by_token(struct clair_ctx *ctx, const char *id, size_t length)
{
	const struct id_entry *entry = find(ctx, id, length);

	return entry != NULL ? &ctx->page->nodes[entry->first] : NULL;
}

const struct clair_node *
clair_by_id(struct clair_ctx *ctx, const char *id)
{
	return clair_by_token(ctx, id, strlen(id));
}

size_t
clair_id_count(struct clair_ctx *ctx, const char *id)
{
	const struct id_entry *entry = find(ctx, id, strlen(id));

	return entry != NULL ? entry->count : 0;
}
