/* Decode and parse; the first byte chooses the character set that HTTP gave. */
#include "dom/page.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(bool right)
{
	if (!right)
		abort();
}

static void
check_nodes(struct clair_page *page)
{
	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		uint32_t line;
		uint32_t column;

		check(node->end > i && node->end <= page->node_count);
		check((uint64_t)node->offset + node->length <= page->length);
		clair_page_position(page, node->offset, &line, &column);
		check(line != 0 && column != 0);
		if (node->kind == CLAIR_NODE_TEXT)
			check(clair_text_source_offset(node, node->text_length / 2) <= page->length);
		for (size_t a = 0; node->kind == CLAIR_NODE_ELEMENT && a < node->attribute_count; a++) {
			const struct clair_attribute_value *one = &node->attributes[a];

			check((uint64_t)one->value_offset + one->value_length <= page->length);
			check((uint64_t)one->name_offset + one->name_length <= page->length);
		}
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const charsets[] = {NULL, "utf-8", "windows-1252", "utf-16le", "shift_jis",
	    "gb18030", "iso-2022-jp", "windows-1253"};
	const struct clair_parse_limits limits = {.memory = 256u << 20, .milliseconds = 2000};
	struct clair_document document = {.url = "", .click_depth = -1};
	struct clair_page page;
	const char *why;

	if (size == 0)
		return 0;
	document.http_charset = charsets[data[0] % 8];
	document.bytes = (const char *)data + 1;
	document.length = size - 1;
	if (clair_page_parse(&page, &document, &limits, &why) != CLAIR_OK)
		return 0;
	check_nodes(&page);
	clair_page_free(&page);
	return 0;
}
