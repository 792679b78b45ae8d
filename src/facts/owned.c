/* Parents and children in the accessibility tree: aria-owns, and generic elements looked through.
 */
#include "facts/owned.h"

#include "facts/ids.h"
#include "facts/token.h"
#include "facts/visible.h"

#include <stdlib.h>

/* An ownership that climbs further is not believed: it is a circle or an attack. */
enum { CLIMB_LIMIT = 2048 };
/* Each ownership may be a short climb and all of them a chain as long as the page: past this many, the
 * chain is not followed. */
enum { CHAIN_LIMIT = 64 };

struct ownership {
	uint32_t owner;
	uint32_t owned;
	uint32_t order; /* of the taking */
};

struct index_list {
	uint32_t *items;
	uint32_t count;
	uint32_t room;
};

struct clair_owned_table {
	struct ownership *by_owner; /* sorted by owner, then by order */
	struct ownership *by_owned; /* sorted by owned */
	uint32_t count;
	uint32_t *children_at; /* one for each node: place in `children` + 1, 0 when not asked */
	struct index_list children; /* count, then that many indexes, and so on */
};

static bool
list_add(struct index_list *list, uint32_t item, struct clair_arena *arena)
{
	if (list->count == list->room) {
		uint32_t room = list->room == 0 ? 64 : list->room * 2;
		uint32_t *items = clair_alloc_array(arena, room, sizeof(*items));

		if (items == NULL)
			return false;
		if (list->count != 0)
			memcpy(items, list->items, list->count * sizeof(*items));
		list->items = items;
		list->room = room;
	}
	list->items[list->count++] = item;
	return true;
}

static int
compare_owner(const void *a, const void *b)
{
	const struct ownership *left = a;
	const struct ownership *right = b;

	if (left->owner != right->owner)
		return left->owner < right->owner ? -1 : 1;
	return left->order < right->order ? -1 : left->order > right->order;
}

static int
compare_owned(const void *a, const void *b)
{
	const struct ownership *left = a;
	const struct ownership *right = b;

	return left->owned < right->owned ? -1 : left->owned > right->owned;
}

static uint32_t
count_references(const struct clair_page *page)
{
	uint32_t count = 0;
	uint32_t i;

	for (i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		const char *ids = NULL;
		size_t length;

		if (node->kind == CLAIR_NODE_ELEMENT && node->attribute_count != 0)
			ids = clair_attr(node, CLAIR_ATTR_ARIA_OWNS);
		while (ids != NULL && clair_token_next(&ids, &length) != NULL)
			count++;
	}
	return count;
}

/* owners[index of owned] is the owner's index + 1. */
static bool
makes_circle(const struct clair_node *nodes, const uint32_t *owners, uint32_t owner, uint32_t owned)
{
	unsigned climbed;

	for (climbed = 0; climbed < CLIMB_LIMIT; climbed++) {
		if (owner == owned)
			return true;
		owner = owners[owner] != 0 ? owners[owner] - 1 : nodes[owner].parent;
		if (owner == CLAIR_NO_NODE)
			return false;
	}
	return true;
}

static void
take(struct clair_ctx *ctx, struct clair_owned_table *table, uint32_t *owners,
    const struct clair_node *owner)
{
	const char *ids = clair_attr(owner, CLAIR_ATTR_ARIA_OWNS);
	const char *token;
	size_t length;

	while (ids != NULL && (token = clair_token_next(&ids, &length)) != NULL) {
		const struct clair_node *owned = clair_by_token(ctx, token, length);

		if (owned == NULL || owners[owned->index] != 0 ||
		    makes_circle(ctx->page->nodes, owners, owner->index, owned->index))
			continue;
		owners[owned->index] = owner->index + 1;
		table->by_owner[table->count] = (struct ownership){
			.owner = owner->index, .owned = owned->index, .order = table->count};
		table->count++;
	}
}

static bool
fill(struct clair_ctx *ctx, struct clair_owned_table *table, uint32_t references)
{
	struct clair_page *page = ctx->page;
	uint32_t *owners = clair_alloc_array(&page->mem, page->node_count, sizeof(*owners));
	uint32_t i;

	table->by_owner = clair_alloc_array(&page->mem, references, sizeof(*table->by_owner));
	table->by_owned = clair_alloc_array(&page->mem, references, sizeof(*table->by_owned));
	if (page->mem.failed)
		return false;
	for (i = 0; i < page->node_count; i++)
		if (page->nodes[i].kind == CLAIR_NODE_ELEMENT &&
		    page->nodes[i].attribute_count != 0)
			take(ctx, table, owners, &page->nodes[i]);
	memcpy(table->by_owned, table->by_owner, table->count * sizeof(*table->by_owned));
	qsort(table->by_owner, table->count, sizeof(*table->by_owner), compare_owner);
	qsort(table->by_owned, table->count, sizeof(*table->by_owned), compare_owned);
	return true;
}

static struct clair_owned_table *
ownerships(struct clair_ctx *ctx)
{
	struct clair_owned_table *table = ctx->facts->owned;
	uint32_t references;

	if (table != NULL)
		return table;
	table = clair_alloc(&ctx->page->mem, sizeof(*table));
	if (table == NULL)
		return NULL;
	references = count_references(ctx->page);
	if (references != 0 && !fill(ctx, table, references))
		return NULL;
	ctx->facts->owned = table;
	return table;
}

const struct clair_node *
clair_owner(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_owned_table *table = ownerships(ctx);
	struct ownership key = {.owned = node->index};
	const struct ownership *found;

	if (table == NULL || table->count == 0)
		return NULL;
	found = bsearch(&key, table->by_owned, table->count, sizeof(key), compare_owned);
	return found != NULL ? &ctx->page->nodes[found->owner] : NULL;
}

/* Place of the first ownership of an owner, or of the one that would follow. */
static uint32_t
first_owned(const struct clair_owned_table *table, uint32_t owner)
{
	uint32_t low = 0;
	uint32_t high = table->count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (table->by_owner[middle].owner < owner)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t
clair_owned_count(struct clair_ctx *ctx, const struct clair_node *owner)
{
	const struct clair_owned_table *table = ownerships(ctx);

	if (table == NULL || table->count == 0)
		return 0;
	return first_owned(table, owner->index + 1) - first_owned(table, owner->index);
}

const struct clair_node *
clair_owned(struct clair_ctx *ctx, const struct clair_node *owner, size_t index)
{
	const struct clair_owned_table *table = ownerships(ctx);

	if (index >= clair_owned_count(ctx, owner))
		return NULL;
	return &ctx->page->nodes[table->by_owner[first_owned(table, owner->index) + index].owned];
}

static bool
is_looked_through(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum clair_role role = clair_role(ctx, node);

	return role == CLAIR_ROLE_GENERIC || role == CLAIR_ROLE_NONE || role == CLAIR_ROLE_NO_ROLE;
}

const struct clair_node *
clair_aria_parent(struct clair_ctx *ctx, const struct clair_node *node)
{
	unsigned chain = 0;

	do {
		const struct clair_node *owner =
		    chain < CHAIN_LIMIT ? clair_owner(ctx, node) : NULL;

		chain += owner != NULL;
		node = owner != NULL ? owner : clair_node_parent(node);
	} while (node != NULL && is_looked_through(ctx, node));
	return node;
}

static bool collect(struct clair_ctx *ctx, struct clair_owned_table *table,
    const struct clair_node *node, unsigned chain);

/* Recursive through aria-owns only. */
static bool
collect_owned(struct clair_ctx *ctx, struct clair_owned_table *table, const struct clair_node *node,
    unsigned chain)
{
	size_t count = table->count != 0 ? clair_owned_count(ctx, node) : 0;
	size_t i;

	for (i = 0; i < count; i++) {
		const struct clair_node *owned = clair_owned(ctx, node, i);

		if (chain == CHAIN_LIMIT || !clair_exposed(ctx, owned))
			continue;
		if (!is_looked_through(ctx, owned)) {
			if (!list_add(&table->children, owned->index, &ctx->page->mem))
				return false;
		} else if (!collect(ctx, table, owned, chain + 1)) {
			return false;
		}
	}
	return true;
}

/* Children of `top`, in document order, then those it owns. */
static bool
collect(struct clair_ctx *ctx, struct clair_owned_table *table, const struct clair_node *top,
    unsigned chain)
{
	const struct clair_node *nodes = ctx->page->nodes;
	uint32_t i = top->index + 1;

	while (i < top->end) {
		const struct clair_node *node = &nodes[i];

		if (node->kind != CLAIR_NODE_ELEMENT) {
			i++;
			continue;
		}
		i = node->end;
		if (!clair_rendered(ctx, node) || clair_under_aria_hidden(ctx, node) ||
		    (table->count != 0 && clair_owner(ctx, node) != NULL))
			continue;
		if (is_looked_through(ctx, node)) {
			i = node->index + 1;
			if (!collect_owned(ctx, table, node, chain))
				return false;
		} else if (clair_exposed(ctx, node) &&
		    !list_add(&table->children, node->index, &ctx->page->mem)) {
			return false;
		}
	}
	return collect_owned(ctx, table, top, chain);
}

/* The list of an element: its length, then its items. */
static const uint32_t *
children_of(struct clair_ctx *ctx, const struct clair_node *node)
{
	struct clair_owned_table *table = ownerships(ctx);
	struct clair_arena *arena = &ctx->page->mem;
	uint32_t start;

	if (table == NULL)
		return NULL;
	if (table->children_at == NULL)
		table->children_at =
		    clair_alloc_array(arena, ctx->page->node_count, sizeof(*table->children_at));
	if (table->children_at == NULL)
		return NULL;
	if (table->children_at[node->index] == 0) {
		start = table->children.count;
		if (!list_add(&table->children, 0, arena) || !collect(ctx, table, node, 0))
			return NULL;
		table->children.items[start] = table->children.count - start - 1;
		table->children_at[node->index] = start + 1;
	}
	return &table->children.items[table->children_at[node->index] - 1];
}

size_t
clair_aria_child_count(struct clair_ctx *ctx, const struct clair_node *node)
{
	const uint32_t *children = children_of(ctx, node);

	return children != NULL ? children[0] : 0;
}

const struct clair_node *
clair_aria_child(struct clair_ctx *ctx, const struct clair_node *node, size_t index)
{
	const uint32_t *children = children_of(ctx, node);

	if (children == NULL || index >= children[0])
		return NULL;
	return &ctx->page->nodes[children[1 + index]];
}
