/* Fields that ask for the same, by their autocomplete attribute. */
#include "facts/facts.h"
#include "base/map.h"

#include <string.h>

struct clair_asked_table {
	struct clair_map first; /* form, fieldset and autocomplete to the first field */
};

/* What people type, and a browser knows of them. */
static bool
asks_a_person(struct clair_ctx *ctx, const struct clair_node *field)
{
	static const char *const others[] = {"checkbox", "radio", "password", "file"};
	const char *token = clair_attr(field, CLAIR_ATTR_AUTOCOMPLETE);

	if (token == NULL || token[0] == '\0' || clair_matches(ctx, "autocomplete-other", token))
		return false;
	for (size_t i = 0; i < CLAIR_LEN(others); i++)
		if (clair_attr_is(field, CLAIR_ATTR_TYPE, others[i]))
			return false;
	return clair_closest(field, CLAIR_TAG_FORM) != NULL && clair_is_field(ctx, field) &&
	    clair_visible(ctx, field);
}

static uint32_t
place_of(const struct clair_node *field, enum clair_tag tag)
{
	const struct clair_node *around = clair_closest(field, tag);

	return around == NULL ? 0 : around->index;
}

/* The first field of the kind of this one, which is noted when there is none before. */
static void **
slot_of(struct clair_ctx *ctx, struct clair_asked_table *table, const struct clair_node *field)
{
	const char *key = clair_asprintf(&ctx->page->mem, "%u %u %s",
	    place_of(field, CLAIR_TAG_FORM), place_of(field, CLAIR_TAG_FIELDSET),
	    clair_attr(field, CLAIR_ATTR_AUTOCOMPLETE));

	return key == NULL ? NULL : clair_map_at(&table->first, key, strlen(key));
}

static struct clair_asked_table *
make_table(struct clair_ctx *ctx)
{
	struct clair_asked_table *table = clair_alloc(&ctx->page->mem, sizeof(*table));

	if (table == NULL)
		return NULL;
	clair_map_init(&table->first, &ctx->page->mem);
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_INPUT); i++) {
		const struct clair_node *field = clair_tag_at(ctx, CLAIR_TAG_INPUT, i);
		void **slot = asks_a_person(ctx, field) ? slot_of(ctx, table, field) : NULL;

		if (slot != NULL && *slot == NULL)
			*slot = (void *)(uintptr_t)field;
	}
	return table;
}

const struct clair_node *
clair_field_asked_before(struct clair_ctx *ctx, const struct clair_node *field)
{
	void **slot;

	if (field->tag != CLAIR_TAG_INPUT || !asks_a_person(ctx, field))
		return NULL;
	if (ctx->facts->asked == NULL && !ctx->page->mem.failed)
		ctx->facts->asked = make_table(ctx);
	slot = ctx->facts->asked == NULL ? NULL : slot_of(ctx, ctx->facts->asked, field);
	return slot == NULL || *slot == field ? NULL : *slot;
}
