/* Where links lead inside the page, and links that share a name. */
#include "base/hex.h"
#include "base/map.h"
#include "dict/dict.h"
#include "facts/home.h"

#include <string.h>

struct clair_anchor_table {
	struct clair_map by_name; /* of a elements: clair_node */
	bool *behind;             /* by index: clair_is_behind_link; made on the first question */
};

struct namesake {
	const struct clair_node *first;
	const char *address;
	bool told; /* one other link is enough to say that the name is ambiguous */
};

struct clair_namesake_table {
	struct clair_map by_link; /* pointer of the link, as bytes: the first of its name */
	const struct clair_node **keys;
};

static struct clair_anchor_table *
anchors_of(struct clair_ctx *ctx)
{
	struct clair_arena *arena = &ctx->page->mem;
	struct clair_anchor_table *table = ctx->facts->anchors;

	if (table != NULL)
		return table;
	table = clair_alloc(arena, sizeof(*table));
	if (table == NULL)
		return NULL;
	clair_map_init(&table->by_name, arena);
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_A, i);
		const char *name = clair_attr(link, CLAIR_ATTR_NAME);
		void **place = name == NULL ? NULL : clair_map_at(&table->by_name, name, strlen(name));

		if (place != NULL && *place == NULL)
			*place = (void *)(uintptr_t)link;
	}
	ctx->facts->anchors = table;
	return table;
}

static const char *
percent_decode(struct clair_arena *arena, const char *text)
{
	char *out = clair_strdup(arena, text);
	size_t length = 0;

	if (out[0] == '\0')
		return out;
	for (size_t i = 0; text[i] != '\0'; i++) {
		if (text[i] == '%' && clair_hex(text[i + 1]) >= 0 && clair_hex(text[i + 2]) >= 0) {
			out[length++] = (char)(clair_hex(text[i + 1]) * 16 + clair_hex(text[i + 2]));
			i += 2;
		} else {
			out[length++] = text[i];
		}
	}
	out[length] = '\0';
	return out;
}

/* HTML 7.4.6.4: as written, then with percent signs decoded. */
const struct clair_node *
clair_anchor(struct clair_ctx *ctx, const char *fragment)
{
	const struct clair_node *found = clair_by_id(ctx, fragment);
	struct clair_anchor_table *table = anchors_of(ctx);

	if (found == NULL && table != NULL)
		found = clair_map_get(&table->by_name, fragment, strlen(fragment));
	if (found == NULL && strchr(fragment, '%') != NULL) {
		const char *decoded = percent_decode(&ctx->page->mem, fragment);

		found = clair_by_id(ctx, decoded);
		if (found == NULL && table != NULL)
			found = clair_map_get(&table->by_name, decoded, strlen(decoded));
	}
	return found;
}

/* With or without the last slash: a server answers with the same page, or sends from one to the other. */
static bool
same_place(const char *a, const char *b)
{
	size_t a_length = strlen(a);
	size_t b_length = strlen(b);

	a_length -= a_length > 0 && a[a_length - 1] == '/';
	b_length -= b_length > 0 && b[b_length - 1] == '/';
	return a_length == b_length && memcmp(a, b, a_length) == 0;
}

/* A page read from a file does not know its address: its skip links are known by their name and their end. */
static bool
leads_to_its_page(struct clair_ctx *ctx, const struct clair_node *link, const char *href)
{
	const char *url = clair_page_url(ctx);

	if (strncmp(url, "http", strlen("http")) != 0)
		return clair_matches(ctx, "link-skip", clair_name(ctx, link)) &&
		    clair_anchor(ctx, strchr(href, '#') + 1) != NULL;
	return same_place(clair_resolve(ctx, href), url);
}

const char *
clair_inner_fragment(struct clair_ctx *ctx, const struct clair_node *link)
{
	const char *href = clair_attr(link, CLAIR_ATTR_HREF);
	const char *hash = href == NULL ? NULL : strchr(href, '#');

	if (hash == NULL || hash[1] == '\0' || (hash != href && !leads_to_its_page(ctx, link, href)))
		return NULL;
	return hash + 1;
}

static void
mark_behind(struct clair_ctx *ctx, bool *behind)
{
	const struct clair_page *page = ctx->page;

	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++) {
		const char *fragment = clair_inner_fragment(ctx, clair_tag_at(ctx, CLAIR_TAG_A, i));
		const struct clair_node *target = fragment == NULL ? NULL : clair_anchor(ctx, fragment);

		if (target != NULL && !clair_visible(ctx, target))
			behind[target->index] = true;
	}
	for (uint32_t i = 0; i < page->node_count; i++)
		if (page->nodes[i].parent != CLAIR_NO_NODE && behind[page->nodes[i].parent])
			behind[i] = true;
}

bool
clair_is_behind_link(struct clair_ctx *ctx, const struct clair_node *node)
{
	struct clair_anchor_table *table = anchors_of(ctx);

	if (table == NULL)
		return false;
	if (table->behind == NULL) {
		table->behind = clair_alloc_array(&ctx->page->mem, ctx->page->node_count, sizeof(*table->behind));
		if (table->behind == NULL)
			return false;
		mark_behind(ctx, table->behind);
	}
	return table->behind[node->index];
}

static void
note_link(struct clair_ctx *ctx, struct clair_namesake_table *table, struct clair_map *names,
    const struct clair_node *link, const struct clair_node **key)
{
	struct clair_arena *arena = &ctx->page->mem;
	const char *name = clair_name(ctx, link);
	const char *folded = clair_fold(arena, name, strlen(name));
	const char *address = clair_resolve(ctx, clair_attr(link, CLAIR_ATTR_HREF));
	void **place = clair_map_at(names, folded, strlen(folded));
	struct namesake *first;

	if (place == NULL)
		return;
	first = *place;
	if (first == NULL) {
		first = *place = clair_alloc(arena, sizeof(*first));
		if (first != NULL)
			*first = (struct namesake){link, address, false};
		return;
	}
	if (first->told || same_place(first->address, address))
		return;
	first->told = true;
	*key = link;
	place = clair_map_at(&table->by_link, (const char *)key, sizeof(*key));
	if (place != NULL)
		*place = (void *)(uintptr_t)first->first;
}

static struct clair_namesake_table *
namesakes_of(struct clair_ctx *ctx)
{
	struct clair_arena *arena = &ctx->page->mem;
	struct clair_namesake_table *table = ctx->facts->namesakes;
	size_t count = clair_tag_count(ctx, CLAIR_TAG_A);
	struct clair_map names;

	if (table != NULL)
		return table;
	table = clair_alloc(arena, sizeof(*table));
	if (table == NULL)
		return NULL;
	ctx->facts->namesakes = table;
	clair_map_init(&table->by_link, arena);
	clair_map_init(&names, arena);
	table->keys = clair_alloc_array(arena, count + 1, sizeof(*table->keys));
	for (size_t i = 0; table->keys != NULL && i < count; i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_A, i);

		if (clair_has_attr(link, CLAIR_ATTR_HREF) && clair_exposed(ctx, link) &&
		    clair_name(ctx, link)[0] != '\0')
			note_link(ctx, table, &names, link, &table->keys[i]);
	}
	return table;
}

const struct clair_node *
clair_link_namesake(struct clair_ctx *ctx, const struct clair_node *link)
{
	struct clair_namesake_table *table = namesakes_of(ctx);

	return table == NULL ? NULL
	                     : clair_map_get(&table->by_link, (const char *)&link, sizeof(link));
}
