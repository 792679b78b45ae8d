/* What rules ask about the tree that needs the node alone. */
#include "clairlint/rule.h"
#include "dom/page.h"

#include <string.h>

static char
lower(char byte)
{
	return (char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
}

static bool
is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\f' || byte == '\r';
}

static bool
same(const char *a, const char *b, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (lower(a[i]) != lower(b[i]))
			return false;
	return true;
}

/* Index of a name in a sorted list whose [0] is "", 0 when it is not there. */
static size_t
find(const char *const *names, size_t count, const char *name, size_t length)
{
	size_t low = 1;
	size_t high = count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strncmp(name, names[middle], length);

		if (order == 0 && names[middle][length] != '\0')
			order = -1;
		if (order == 0)
			return middle;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return 0;
}

enum clair_tag
clair_tag_of(const char *name, size_t length)
{
	return (enum clair_tag)find(clair_tag_names, CLAIR_TAG_COUNT, name, length);
}

enum clair_attribute
clair_attribute_of(const char *name, size_t length)
{
	return (enum clair_attribute)find(clair_attribute_names, CLAIR_ATTR_COUNT, name, length);
}

enum clair_tag
clair_tag(const struct clair_node *node)
{
	return (enum clair_tag)node->tag;
}

const char *
clair_tag_name(const struct clair_node *node)
{
	return node->name;
}

bool
clair_is_html(const struct clair_node *node)
{
	return (node->flags & CLAIR_NODE_FOREIGN) == 0;
}

bool
clair_is_implied(const struct clair_node *node)
{
	return (node->flags & CLAIR_NODE_IMPLIED) != 0;
}

const char *
clair_attr(const struct clair_node *node, enum clair_attribute attribute)
{
	for (size_t i = 0; i < node->attribute_count; i++)
		if (node->attributes[i].id == attribute)
			return node->attributes[i].value;
	return NULL;
}

const char *
clair_attr_by_name(const struct clair_node *node, const char *name)
{
	for (size_t i = 0; i < node->attribute_count; i++)
		if (strcmp(node->attributes[i].name, name) == 0)
			return node->attributes[i].value;
	return NULL;
}

bool
clair_has_attr(const struct clair_node *node, enum clair_attribute attribute)
{
	return clair_attr(node, attribute) != NULL;
}

bool
clair_attr_is(const struct clair_node *node, enum clair_attribute attribute, const char *value)
{
	const char *text = clair_attr(node, attribute);
	size_t length;

	if (text == NULL)
		return false;
	while (is_space(*text))
		text++;
	length = strlen(text);
	while (length != 0 && is_space(text[length - 1]))
		length--;
	return length == strlen(value) && same(text, value, length);
}

bool
clair_attr_has_token(
    const struct clair_node *node, enum clair_attribute attribute, const char *token)
{
	const char *text = clair_attr(node, attribute);
	size_t wanted = strlen(token);

	while (text != NULL && *text != '\0') {
		size_t length = strcspn(text, " \t\n\f\r");

		if (length == wanted && length != 0 && same(text, token, length))
			return true;
		text += length;
		text += strspn(text, " \t\n\f\r");
	}
	return false;
}

size_t
clair_attr_count(const struct clair_node *node)
{
	return node->attribute_count;
}

const char *
clair_attr_name_at(const struct clair_node *node, size_t index)
{
	return index < node->attribute_count ? node->attributes[index].name : "";
}

const char *
clair_attr_value_at(const struct clair_node *node, size_t index)
{
	return index < node->attribute_count ? node->attributes[index].value : "";
}

enum clair_attribute
clair_attr_at(const struct clair_node *node, size_t index)
{
	if (index >= node->attribute_count)
		return CLAIR_ATTR_OTHER;
	return (enum clair_attribute)node->attributes[index].id;
}

const struct clair_node *
clair_parent(const struct clair_node *node)
{
	return clair_node_parent(node);
}

static const struct clair_node *
element_from(const struct clair_node *node)
{
	while (node != NULL && node->kind != CLAIR_NODE_ELEMENT)
		node = clair_node_next(node);
	return node;
}

const struct clair_node *
clair_first_child(const struct clair_node *node)
{
	return element_from(clair_node_first(node));
}

const struct clair_node *
clair_next_sibling(const struct clair_node *node)
{
	return element_from(clair_node_next(node));
}

/* The node just before is the parent, or inside the sibling before: at most the depth to climb. */
const struct clair_node *
clair_previous_sibling(const struct clair_node *node)
{
	const struct clair_node *nodes = node - node->index;
	uint32_t at = node->index;

	if (node->parent == CLAIR_NO_NODE)
		return NULL;
	while (--at != node->parent) {
		while (nodes[at].parent != node->parent)
			at = nodes[at].parent;
		if (nodes[at].kind == CLAIR_NODE_ELEMENT)
			return &nodes[at];
	}
	return NULL;
}

const struct clair_node *
clair_next_inside(const struct clair_node *top, const struct clair_node *node)
{
	const struct clair_node *end = top - top->index + top->end;

	for (node++; node < end; node++)
		if (node->kind == CLAIR_NODE_ELEMENT)
			return node;
	return NULL;
}

const struct clair_node *
clair_closest(const struct clair_node *node, enum clair_tag tag)
{
	while (node != NULL && (node->kind != CLAIR_NODE_ELEMENT || node->tag != tag))
		node = clair_node_parent(node);
	return node;
}

bool
clair_follows(const struct clair_node *node, const struct clair_node *other)
{
	return node->index > other->index;
}

bool
clair_precedes(const struct clair_node *first, const struct clair_node *second)
{
	return first->index < second->index;
}

bool
clair_contains(const struct clair_node *ancestor, const struct clair_node *node)
{
	return node->index >= ancestor->index && node->index < ancestor->end;
}
