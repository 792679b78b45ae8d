/* See part.h. */
#include "facts/part.h"

#include "clairlint/network.h"
#include "clairlint/tree.h"
#include "dict/dict.h"
#include "facts/token.h"

#include <string.h>

enum { NAME_ROOM = 64, MOST_ABOVE = 512 };

/* "id=didomi-host", then "id=didomi-*": a service gives all its elements names that begin alike. */
static const char *
look_up_name(const struct clair_list *parts, const char *kind, const char *name, size_t length)
{
	char key[NAME_ROOM + 8];
	size_t start = strlen(kind);
	const char *said;

	if (length > NAME_ROOM)
		return NULL;
	memcpy(key, kind, start);
	for (size_t i = 0; i < length; i++)
		key[start + i] = clair_lower(name[i]);
	said = clair_list_get(parts, key, start + length);
	for (size_t i = length; said == NULL && i-- > 1;) {
		if (key[start + i] != '-' && key[start + i] != '_')
			continue;
		key[start + i + 1] = '*';
		said = clair_list_get(parts, key, start + i + 2);
	}
	return said;
}

static const char *
by_names(const struct clair_list *parts, const struct clair_node *element)
{
	const char *id = clair_attr(element, CLAIR_ATTR_ID);
	const char *rest = clair_attr(element, CLAIR_ATTR_CLASS);
	const char *said = id == NULL ? NULL : look_up_name(parts, "id=", id, strlen(id));
	const char *class_name;
	size_t length;

	while (said == NULL && rest != NULL && (class_name = clair_token_next(&rest, &length)) != NULL)
		said = look_up_name(parts, "class=", class_name, length);
	return said;
}

/* "carte google Google Maps" without the owner. Those who hold files, and public services, fill no part. */
static const char *
without_owner(const char *said, struct clair_arena *mem)
{
	static const char *const others[] = {"public", "code", "polices"};
	const size_t kind = strcspn(said, " ");
	const char *owner = said + kind + strspn(said + kind, " ");

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (strlen(others[i]) == kind && memcmp(said, others[i], kind) == 0)
			return NULL;
	owner += strcspn(owner, " ");
	return clair_asprintf(mem, "%.*s%s", (int)kind, said, owner);
}

static const char *
by_address(struct clair_ctx *ctx, const struct clair_node *element, struct clair_arena *mem)
{
	const char *address = clair_attr(element, element->tag == CLAIR_TAG_OBJECT ? CLAIR_ATTR_DATA : CLAIR_ATTR_SRC);
	const char *own = clair_page_address(ctx);
	const char *said = address == NULL ? NULL : clair_lookup_host(ctx, "services-tiers", address);

	if (said == NULL || (own != NULL && clair_same_site(ctx, own, address)))
		return NULL;
	return without_owner(said, mem);
}

const char *
clair_third_party_part(struct clair_ctx *ctx, const struct clair_node *node, struct clair_arena *mem)
{
	const struct clair_list *parts = ctx->page->is_text ? NULL : clair_dict_list(ctx->dict, "elements-tiers");

	for (int up = 0; parts != NULL && node != NULL && up < MOST_ABOVE; up++, node = clair_parent(node)) {
		const char *said;

		if (node->kind != CLAIR_NODE_ELEMENT || node->tag == CLAIR_TAG_HTML || node->tag == CLAIR_TAG_BODY)
			continue;
		said = by_names(parts, node);
		if (said != NULL)
			return clair_strdup(mem, said);
		said = by_address(ctx, node, mem);
		if (said != NULL)
			return said;
	}
	return NULL;
}
