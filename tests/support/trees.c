/* See trees.h. */
#include "tests/support/trees.h"

#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *
line_end(const char *at, const char *end)
{
	const char *newline = memchr(at, '\n', (size_t)(end - at));

	return newline != NULL ? newline + 1 : end;
}

static bool
is_line(const char *at, const char *end, const char *text)
{
	size_t length = (size_t)(line_end(at, end) - at);

	if (length != 0 && at[length - 1] == '\n')
		length--;
	return length == strlen(text) && memcmp(at, text, length) == 0;
}

/* Moves over lines until the one given; the length of what was passed. */
static size_t
section(const char **at, const char *end, const char *until)
{
	const char *from = *at;

	while (*at < end && !is_line(*at, end, until))
		*at = line_end(*at, end);
	return (size_t)(*at - from);
}

static size_t
line_number(const char *text, const char *at)
{
	size_t line = 1;

	for (; text < at; text++)
		line += *text == '\n';
	return line;
}

bool
tree_case_next(const char *text, const char **at, const char *end, struct tree_case *one)
{
	section(at, end, "#data");
	if (*at >= end)
		return false;
	*one = (struct tree_case){.line = line_number(text, *at)};
	*at = line_end(*at, end);
	one->data = *at;
	one->data_length = section(at, end, "#errors");
	one->data_length -= one->data_length != 0;
	while (*at < end && !is_line(*at, end, "#document")) {
		one->is_fragment = one->is_fragment || is_line(*at, end, "#document-fragment");
		one->needs_no_script = one->needs_no_script || is_line(*at, end, "#script-off");
		*at = line_end(*at, end);
	}
	if (*at >= end)
		return false;
	*at = line_end(*at, end);
	one->document = *at;
	one->document_length = section(at, end, "#data");
	while (one->document_length > 1 && one->document[one->document_length - 1] == '\n' &&
	    one->document[one->document_length - 2] == '\n')
		one->document_length--;
	return true;
}

/* Whether a line begins a node, and how deep. */
static bool
node_depth(const char *line, const char *end, size_t *depth)
{
	size_t spaces = 0;

	if (end - line < 2 || line[0] != '|' || line[1] != ' ')
		return false;
	for (line += 2; line < end && *line == ' '; line++)
		spaces++;
	*depth = spaces / 2;
	return true;
}

char *
tree_expected(const struct tree_case *one)
{
	const char *end = one->document + one->document_length;
	size_t skipped = SIZE_MAX; /* depth of what is left out */
	struct clair_buf out;

	clair_buf_init(&out, 0);
	for (const char *at = one->document; at < end; at = line_end(at, end)) {
		const char *text;
		size_t depth;

		if (node_depth(at, end, &depth)) {
			text = at + 2 + 2 * depth;
			if (skipped == SIZE_MAX || depth <= skipped)
				skipped = (depth == 0 && *text == '<' && text[1] == '!') ||
				        is_line(text, end, "content")
				    ? depth
				    : SIZE_MAX;
		}
		if (skipped == SIZE_MAX)
			clair_buf_add(&out, at, (size_t)(line_end(at, end) - at));
	}
	if (out.length != 0 && out.bytes[out.length - 1] != '\n')
		clair_buf_putc(&out, '\n');
	clair_buf_putc(&out, '\0');
	return out.bytes;
}

static const char *
prefix_of(const struct clair_node *node)
{
	if ((node->flags & CLAIR_NODE_FOREIGN) == 0)
		return "";
	while (node != NULL && strcmp(node->name, "svg") != 0 && strcmp(node->name, "math") != 0)
		node = clair_node_parent(node);
	return node != NULL && node->name[0] == 'm' ? "math " : "svg ";
}

/* HTML 13.2.6.1, adjust foreign attributes. */
static bool
has_namespace(const char *name)
{
	static const char *const names[] = {"xlink:actuate", "xlink:arcrole", "xlink:href",
	    "xlink:role", "xlink:show", "xlink:title", "xlink:type", "xml:lang", "xml:space",
	    "xmlns:xlink"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

static int
by_name(const void *a, const void *b)
{
	const struct clair_attribute_value *const *left = a;
	const struct clair_attribute_value *const *right = b;

	return strcmp((*left)->name, (*right)->name);
}

static void
print_attributes(struct clair_buf *out, const struct clair_node *node)
{
	size_t count = node->attribute_count;
	const struct clair_attribute_value **sorted = calloc(count + 1, sizeof(*sorted));

	for (size_t i = 0; sorted != NULL && i < count; i++)
		sorted[i] = &node->attributes[i];
	if (sorted != NULL)
		qsort(sorted, count, sizeof(*sorted), by_name);
	for (size_t i = 0; sorted != NULL && i < count; i++) {
		const char *name = sorted[i]->name;
		size_t colon = strcspn(name, ":");

		clair_buf_printf(out, "| %*s", 2 * node->depth, "");
		if ((node->flags & CLAIR_NODE_FOREIGN) != 0 && has_namespace(name))
			clair_buf_printf(out, "%.*s %s", (int)colon, name, name + colon + 1);
		else
			clair_buf_puts(out, name);
		clair_buf_printf(out, "=\"%s\"\n", sorted[i]->value);
	}
	free(sorted);
}

char *
tree_of(const struct clair_page *page)
{
	struct clair_buf out;

	clair_buf_init(&out, 0);
	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];

		clair_buf_printf(&out, "| %*s", 2 * (node->depth - 1), "");
		if (node->kind == CLAIR_NODE_TEXT) {
			clair_buf_printf(&out, "\"%s\"\n", node->text);
		} else if (node->kind == CLAIR_NODE_COMMENT) {
			clair_buf_printf(&out, "<!-- %s -->\n", node->text);
		} else {
			clair_buf_printf(&out, "<%s%s>\n", prefix_of(node), node->name);
			print_attributes(&out, node);
		}
	}
	clair_buf_putc(&out, '\0');
	return out.bytes;
}

bool
tree_case_passes(const struct tree_case *one, bool say)
{
	const struct clair_parse_limits limits = {.memory = 512u << 20, .milliseconds = 60000};
	const struct clair_document document = {.url = "", .http_charset = "utf-8",
	    .bytes = one->data, .length = one->data_length, .click_depth = -1};
	struct clair_page page;
	const char *why;
	char *expected;
	char *got;
	bool same;

	if (clair_page_parse(&page, &document, &limits, &why) != CLAIR_OK) {
		printf("line %zu: refused: %s\n", one->line, why);
		return false;
	}
	expected = tree_expected(one);
	got = tree_of(&page);
	same = expected != NULL && got != NULL && strcmp(expected, got) == 0;
	if (!same && say)
		printf("line %zu: %.*s\n--- expected\n%s--- got\n%s", one->line, (int)one->data_length,
		    one->data, expected, got);
	free(expected);
	free(got);
	clair_page_free(&page);
	return same;
}
