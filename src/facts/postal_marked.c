/* Addresses whose parts are named by microdata or RDFa (schema.org PostalAddress). */
#include "facts/postal.h"
#include "facts/outline.h"

#include <string.h>

enum { PART_BYTES = 200 };

static const struct {
	const char *name;
	size_t place;
} parts[] = {
	{"streetAddress", offsetof(struct clair_address, street)},
	{"postOfficeBoxNumber", offsetof(struct clair_address, box)},
	{"postalCode", offsetof(struct clair_address, postcode)},
	{"addressLocality", offsetof(struct clair_address, town)},
};

static const char *
value_of(const struct clair_node *node, enum clair_attribute attribute)
{
	const char *value = clair_attr(node, attribute);

	return value == NULL ? "" : value;
}

/* The nearest thing around the part, when it is an address; or NULL. */
static const struct clair_node *
address_around(const struct clair_node *node)
{
	for (; node != NULL; node = clair_parent(node)) {
		const char *type = clair_attr_by_name(node, "typeof");

		if (strstr(value_of(node, CLAIR_ATTR_ITEMTYPE), "PostalAddress") != NULL ||
		    (type != NULL && strstr(type, "PostalAddress") != NULL))
			return node;
		if (type != NULL || clair_has_attr(node, CLAIR_ATTR_ITEMTYPE))
			return NULL;
	}
	return NULL;
}

static bool
is_named(const struct clair_node *node, const char *name)
{
	const char *property = value_of(node, CLAIR_ATTR_PROPERTY);
	const char *bare = strchr(property, ':'); /* schema:postalCode */

	return clair_attr_has_token(node, CLAIR_ATTR_ITEMPROP, name) ||
	    strcmp(bare == NULL ? property : bare + 1, name) == 0;
}

static void
set_part(struct clair_ctx *ctx, struct clair_address *address, const struct clair_node *node)
{
	for (size_t i = 0; i < CLAIR_LEN(parts); i++) {
		const char **part = (const char **)((char *)address + parts[i].place);

		if (is_named(node, parts[i].name) && (*part)[0] == '\0' && clair_exposed(ctx, node) &&
		    clair_outline_text(clair_outline_get(ctx), node) <= PART_BYTES)
			*part = clair_text_content(ctx, node);
	}
}

static bool
is_whole(struct clair_ctx *ctx, const struct clair_address *address)
{
	return clair_matches(ctx, "address-code", address->postcode) && address->town[0] != '\0';
}

size_t
clair_postal_marked(struct clair_ctx *ctx, struct clair_address *list, size_t room)
{
	const struct clair_page *page = ctx->page;
	size_t count = 0;

	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		const struct clair_node *around;

		if (node->kind != CLAIR_NODE_ELEMENT ||
		    (!clair_has_attr(node, CLAIR_ATTR_ITEMPROP) && !clair_has_attr(node, CLAIR_ATTR_PROPERTY)))
			continue;
		around = address_around(clair_parent(node));
		if (around == NULL)
			continue;
		if (count == 0 || list[count - 1].node != around) {
			if (count != 0 && !is_whole(ctx, &list[count - 1]))
				count--;
			if (count == room)
				break;
			list[count++] = (struct clair_address){
			    .node = around, .street = "", .box = "", .postcode = "", .town = ""};
		}
		set_part(ctx, &list[count - 1], node);
	}
	if (count != 0 && !is_whole(ctx, &list[count - 1]))
		count--;
	for (size_t i = 0; i < count; i++)
		list[i].is_cedex = clair_matches(ctx, "address-cedex", list[i].town);
	return count;
}
