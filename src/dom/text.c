/* See text.h. */
#include "dom/text.h"

#include <string.h>

static bool
counts(const struct clair_writer *writer)
{
	return writer->builder.nodes == NULL;
}

static struct clair_node *
add(struct clair_writer *writer, enum clair_node_kind kind, uint32_t offset, uint32_t end)
{
	struct clair_node *node = &writer->counted;

	writer->count++;
	if (!counts(writer))
		node = clair_builder_add(&writer->builder, kind, writer->depth + 1);
	node->offset = offset;
	node->length = end > offset ? end - offset : 0;
	return node;
}

struct clair_node *
clair_write_open(struct clair_writer *writer, enum clair_tag tag, uint32_t offset, uint32_t end)
{
	struct clair_node *node = add(writer, CLAIR_NODE_ELEMENT, offset, end);

	node->tag = (uint16_t)tag;
	node->name = clair_tag_names[tag];
	node->flags = CLAIR_NODE_END_TAG;
	writer->depth++;
	return node;
}

void
clair_write_close(struct clair_writer *writer)
{
	writer->depth--;
}

struct clair_node *
clair_write_void(struct clair_writer *writer, enum clair_tag tag, uint32_t offset, uint32_t end)
{
	struct clair_node *node = clair_write_open(writer, tag, offset, end);

	clair_write_close(writer);
	return node;
}

static void
add_text(struct clair_writer *writer, enum clair_node_kind kind, uint32_t offset, uint32_t end, const char *text,
    size_t length, uint8_t flags)
{
	struct clair_node *node = add(writer, kind, offset, end);

	if (counts(writer))
		return;
	node->flags = flags;
	node->text = clair_strndup(&writer->page->mem, text, length);
	node->text_length = (uint32_t)strlen(node->text);
}

void
clair_write_verbatim(struct clair_writer *writer, uint32_t offset, uint32_t end)
{
	if (end > offset)
		add_text(writer, CLAIR_NODE_TEXT, offset, end, writer->page->source + offset, end - offset, 0);
}

void
clair_write_decoded(struct clair_writer *writer, uint32_t offset, uint32_t end, const char *text,
    size_t length)
{
	add_text(writer, CLAIR_NODE_TEXT, offset, end, text, length, CLAIR_NODE_ENTITIES);
}

void
clair_write_comment(struct clair_writer *writer, uint32_t offset, uint32_t end, const char *text, size_t length)
{
	add_text(writer, CLAIR_NODE_COMMENT, offset, end, text, length, 0);
}

void
clair_write_attributes(struct clair_writer *writer, struct clair_node *node,
    const struct clair_written_attribute *attributes, size_t count)
{
	struct clair_arena *mem = &writer->page->mem;
	struct clair_attribute_value *values;

	if (counts(writer))
		return;
	values = clair_alloc_array(mem, count, sizeof(*values));
	node->attributes = values;
	for (size_t i = 0; values != NULL && i < count; i++) {
		const struct clair_written_attribute *one = &attributes[i];

		if (one->value == NULL)
			continue;
		values[node->attribute_count++] = (struct clair_attribute_value){
		    .name = clair_attribute_names[one->id],
		    .value = clair_strdup(mem, one->value),
		    .name_offset = one->offset,
		    .name_length = one->end - one->offset,
		    .value_offset = one->offset,
		    .value_length = one->end - one->offset,
		    .id = (uint16_t)one->id,
		};
	}
}

static void
write_all(struct clair_writer *writer, clair_write_text_fn *write, void *payload)
{
	writer->count = 0;
	writer->depth = 0;
	clair_write_open(writer, CLAIR_TAG_HTML, 0, 0)->flags = CLAIR_NODE_IMPLIED;
	clair_write_open(writer, CLAIR_TAG_BODY, 0, 0)->flags = CLAIR_NODE_IMPLIED;
	write(writer, payload);
}

const char *
clair_write_page(
    struct clair_page *page, clair_write_text_fn *write, void *payload, size_t most)
{
	struct clair_writer writer = {.page = page, .builder.page = page};

	write_all(&writer, write, payload);
	if (writer.count > most / sizeof(*writer.builder.nodes))
		return "no-memory";
	writer.builder.room = writer.count;
	writer.builder.nodes =
	    clair_alloc_array(&page->mem, writer.count, sizeof(*writer.builder.nodes));
	if (writer.builder.nodes == NULL)
		return "no-memory";
	write_all(&writer, write, payload);
	return clair_builder_finish(&writer.builder) && !page->mem.failed ? NULL : "no-memory";
}
