/* See build.h. */
#include "dom/build.h"
#include "dom/lex.h"

#include <string.h>

enum { MOST_NOTES = 200 };

void
clair_builder_close(struct clair_builder *builder, size_t depth)
{
	while (builder->depth > depth)
		builder->nodes[builder->open[builder->depth--]].end = builder->count;
}

struct clair_node *
clair_builder_add(struct clair_builder *builder, enum clair_node_kind kind, size_t depth)
{
	struct clair_node *node = &builder->nodes[builder->count];
	size_t parent;

	if (depth > CLAIR_DEEPEST && kind == CLAIR_NODE_ELEMENT) {
		depth = CLAIR_DEEPEST;
		builder->page->approximate = true;
		builder->page->approximate_because = "depth";
	}
	clair_builder_close(builder, depth - 1);
	parent = builder->depth;
	node->kind = (uint8_t)kind;
	node->depth = (uint16_t)(parent + 1);
	node->index = builder->count;
	node->end = builder->count + 1;
	node->parent = parent == 0 ? CLAIR_NO_NODE : builder->open[parent];
	node->page = builder->page;
	node->name = "";
	if (kind == CLAIR_NODE_ELEMENT) {
		builder->depth++;
		builder->open[builder->depth] = builder->count;
		builder->page->element_count++;
	}
	builder->count++;
	return node;
}

enum clair_attribute
clair_builder_attribute(struct clair_builder *builder, const char *name)
{
	uint32_t hash = 0;
	size_t length;
	uint16_t *slot;

	for (length = 0; name[length] != '\0'; length++)
		hash = hash * 31 + (unsigned char)name[length];
	slot = &builder->attribute_cache[(hash ^ hash >> 8) & 255];
	if (*slot == 0 || strcmp(clair_attribute_names[*slot], name) != 0) {
		enum clair_attribute found = clair_attribute_of(name, length);

		if (found != CLAIR_ATTR_OTHER)
			*slot = (uint16_t)found;
		return found;
	}
	return (enum clair_attribute)*slot;
}

void
clair_builder_note(
    struct clair_builder *builder, const char *key, uint32_t offset, uint32_t length)
{
	struct clair_page *page = builder->page;

	if (builder->notes == NULL)
		builder->notes = clair_alloc_array(&page->mem, MOST_NOTES, sizeof(*builder->notes));
	if (builder->notes == NULL || page->note_count == MOST_NOTES)
		return;
	page->notes = builder->notes;
	builder->notes[page->note_count++] =
	    (struct clair_parse_note){.offset = offset, .length = length, .key = key};
}

/* Between two attributes that the tree kept there is nothing but spaces and slashes. */
static bool
has_gap(const struct clair_node *node, const char *text)
{
	uint32_t at = node->offset + 1 +
	    (uint32_t)clair_lex_name(text + node->offset + 1, text + node->offset + node->length);

	for (size_t i = 0; i <= node->attribute_count; i++) {
		const struct clair_attribute_value *one = &node->attributes[i];
		bool last = i == node->attribute_count;
		uint32_t until = last ? node->offset + node->length - 1 : one->name_offset;

		for (; at < until; at++)
			if (!clair_is_space(text[at]) && text[at] != '/' && text[at] != '"' && text[at] != '\'')
				return true;
		if (!last)
			at = one->value_offset + one->value_length;
	}
	return false;
}

void
clair_builder_note_duplicates(
    struct clair_builder *builder, const struct clair_node *node, const char *text)
{
	const char *at = text + node->offset + 1;
	const char *end = text + node->offset + node->length;
	struct clair_span name;
	struct clair_span value;
	size_t kept = 0;

	if (node->length == 0 || !has_gap(node, text))
		return;
	at += clair_lex_name(at, end);
	while (clair_lex_attribute(&at, end, &name, &value)) {
		uint32_t offset = (uint32_t)(name.at - text);

		if (kept < node->attribute_count && node->attributes[kept].name_offset == offset)
			kept++;
		else
			clair_builder_note(builder, "duplicate-attribute", offset, (uint32_t)name.length);
	}
}

bool
clair_builder_finish(struct clair_builder *builder)
{
	struct clair_page *page = builder->page;
	uint32_t *lists;
	uint32_t at = 0;
	uint32_t place[CLAIR_TAG_COUNT];

	clair_builder_close(builder, 0);
	page->nodes = builder->nodes;
	page->node_count = builder->count;
	lists = clair_alloc_array(&page->mem, page->element_count, sizeof(*lists));
	if (lists == NULL)
		return false;
	for (uint32_t i = 0; i < builder->count; i++)
		if (builder->nodes[i].kind == CLAIR_NODE_ELEMENT)
			page->tag_count[builder->nodes[i].tag]++;
	for (size_t tag = 0; tag < CLAIR_TAG_COUNT; tag++) {
		page->by_tag[tag] = lists + at;
		place[tag] = at;
		at += page->tag_count[tag];
	}
	for (uint32_t i = 0; i < builder->count; i++)
		if (builder->nodes[i].kind == CLAIR_NODE_ELEMENT)
			lists[place[builder->nodes[i].tag]++] = i;
	return true;
}
