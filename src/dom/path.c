/* The CSS path of an element, for people and for suppressions. */
#include "base/buf.h"
#include "dom/page.h"

#include <string.h>

enum { STEPS = 6, LONGEST_NAME = 64 };

static const char *
attribute(const struct clair_node *node, enum clair_attribute id)
{
	for (size_t i = 0; i < node->attribute_count; i++)
		if (node->attributes[i].id == id)
			return node->attributes[i].value;
	return NULL;
}

/* A CSS identifier that needs no escape. */
static bool
is_plain(const char *name)
{
	size_t length = strlen(name);

	if (length == 0 || length > LONGEST_NAME)
		return false;
	for (size_t i = 0; i < length; i++) {
		char byte = name[i];
		bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
		    byte == '_' || (unsigned char)byte >= 0x80;

		if (!letter && (i == 0 || !((byte >= '0' && byte <= '9') || byte == '-')))
			return false;
	}
	return true;
}

/* The rank among siblings of the same name, 0 when it is the only one. */
static unsigned
rank(const struct clair_node *node)
{
	const struct clair_node *parent = clair_node_parent(node);
	unsigned before = 0;
	bool alone = true;

	if (parent == NULL)
		return 0;
	for (const struct clair_node *one = clair_node_first(parent); one != NULL;
	     one = clair_node_next(one)) {
		if (one->kind != CLAIR_NODE_ELEMENT || strcmp(one->name, node->name) != 0)
			continue;
		if (one < node)
			before++;
		alone = alone && one == node;
		if (one >= node && !alone)
			break;
	}
	return alone ? 0 : before + 1;
}

const char *
clair_node_path(const struct clair_node *node, struct clair_arena *arena)
{
	const struct clair_node *steps[STEPS];
	size_t count = 0;
	struct clair_buf path;
	const char *copy;

	clair_buf_init(&path, 0);
	while (node != NULL && count < STEPS) {
		const char *id = attribute(node, CLAIR_ATTR_ID);

		steps[count++] = node;
		if ((id != NULL && is_plain(id)) || node->tag == CLAIR_TAG_BODY)
			break;
		node = clair_node_parent(node);
	}
	while (count-- != 0) {
		const char *id = attribute(steps[count], CLAIR_ATTR_ID);
		unsigned at;

		if (path.length != 0)
			clair_buf_puts(&path, " > ");
		if (id != NULL && is_plain(id)) {
			clair_buf_printf(&path, "#%s", id);
			continue;
		}
		at = rank(steps[count]);
		clair_buf_puts(&path, is_plain(steps[count]->name) ? steps[count]->name : "*");
		if (at != 0)
			clair_buf_printf(&path, ":nth-of-type(%u)", at);
	}
	copy = clair_strndup(arena, path.bytes, path.length);
	clair_buf_free(&path);
	return copy;
}
