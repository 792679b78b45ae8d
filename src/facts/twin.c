/*
 * Fields that nobody can tell apart: the same label again, in the same order, with nothing between that
 * says whose it is. "Name, Street, Name, Street" under two titles that cannot be seen (ACT cc0f0a).
 */
#include "base/map.h"
#include "facts/facts.h"
#include "facts/text.h"
#include "facts/token.h"
#include "facts/visible.h"

#include <string.h>

enum { GROUP_MOST = 32, NAME_MOST = 100 };

struct typed {
	const struct clair_node *node, *form;
	const char *name; /* folded */
	uint32_t above;   /* the field before with this name, or CLAIR_NO_NODE */
};

struct clair_twin_table {
	const struct clair_node **twins; /* for each node */
};

static bool
is_typed_in(const struct clair_node *node)
{
	static const char *const types[] = {"text", "email", "tel", "number", "url", "date"};
	const char *type = clair_attr(node, CLAIR_ATTR_TYPE);

	if (node->tag == CLAIR_TAG_SELECT || node->tag == CLAIR_TAG_TEXTAREA)
		return true;
	if (node->tag != CLAIR_TAG_INPUT)
		return false;
	for (size_t i = 0; type != NULL && i < CLAIR_LEN(types); i++) {
		if (strcasecmp(type, types[i]) == 0)
			return true;
	}
	return type == NULL;
}

static uint32_t
list_fields(struct clair_ctx *ctx, struct typed *fields)
{
	struct clair_page *page = ctx->page;
	struct clair_map last;
	uint32_t count = 0;

	clair_map_init(&last, &page->mem);
	for (uint32_t i = 0; i < page->node_count; i++) {
		struct typed *field = &fields[count];
		const char *name;
		void **place;

		if (page->nodes[i].kind != CLAIR_NODE_ELEMENT || !is_typed_in(&page->nodes[i]) ||
		    !clair_visible(ctx, &page->nodes[i]) || !clair_exposed(ctx, &page->nodes[i]))
			continue;
		name = clair_name(ctx, &page->nodes[i]);
		*field = (struct typed){&page->nodes[i], clair_closest(&page->nodes[i], CLAIR_TAG_FORM),
		    clair_fold(&page->mem, name, strlen(name)), CLAIR_NO_NODE};
		place = name[0] == '\0' ? NULL : clair_map_at(&last, field->name, strlen(field->name));
		if (place != NULL) {
			field->above = *place == NULL ? CLAIR_NO_NODE : (uint32_t)((uintptr_t)*place - 1);
			*place = (void *)(uintptr_t)(count + 1);
		}
		count++;
	}
	return count;
}

/* Letters of the technical name: "nom[0]" and "nom[1]" are lines of one list. */
static bool
are_lines_of_a_list(const struct clair_node *a, const struct clair_node *b)
{
	const char *one = clair_attr(a, CLAIR_ATTR_NAME);
	const char *other = clair_attr(b, CLAIR_ATTR_NAME);

	if (one == NULL || other == NULL)
		return true;
	for (;; one++, other++) {
		while (*one != '\0' && !clair_is_letter(*one))
			one++;
		while (*other != '\0' && !clair_is_letter(*other))
			other++;
		if (*one != *other)
			return false;
		if (*one == '\0')
			return true;
	}
}

/* The group is whole: the fields between the two come again after the second, in the same order. */
static bool
repeats_group(const struct typed *fields, uint32_t count, uint32_t at)
{
	uint32_t period = at - fields[at].above;

	if (period > GROUP_MOST || at + period > count)
		return false;
	for (uint32_t i = 0; i < period; i++) {
		if (strcmp(fields[at - period + i].name, fields[at + i].name) != 0)
			return false;
	}
	return true;
}

/* An attribute, a name of a group, a cell or a number of a list says more of the field. */
static bool
says_more(struct clair_ctx *ctx, const struct clair_node *field, const struct clair_node *other)
{
	if (clair_has_attr(field, CLAIR_ATTR_PLACEHOLDER) || clair_has_attr(field, CLAIR_ATTR_VALUE) ||
	    clair_description(ctx, field)[0] != '\0')
		return true;
	for (const struct clair_node *at = field; at != NULL && !clair_contains(at, other);
	     at = clair_parent(at)) {
		if (at->tag == CLAIR_TAG_TD || at->tag == CLAIR_TAG_TH || at->tag == CLAIR_TAG_LI ||
		    clair_has_generated_box(ctx, at))
			return true;
		if (at != field && at->tag != CLAIR_TAG_LABEL && clair_name(ctx, at)[0] != '\0')
			return true;
	}
	return false;
}

/* Words or pictures that are seen, other than labels and options. */
static bool
is_parted(struct clair_ctx *ctx, const struct clair_node *from, const struct clair_node *to)
{
	const struct clair_node *nodes = ctx->page->nodes;
	uint32_t i = from->end;

	while (i < to->index) {
		const struct clair_node *node = &nodes[i++];

		if (node->kind == CLAIR_NODE_TEXT && !clair_is_blank(node->text) &&
		    clair_closest(clair_node_parent(node), CLAIR_TAG_LABEL) == NULL &&
		    clair_node_visible(ctx, node))
			return true;
		if (node->kind != CLAIR_NODE_ELEMENT)
			continue;
		if (node->tag == CLAIR_TAG_IMG || node->tag == CLAIR_TAG_SVG || node->tag == CLAIR_TAG_BUTTON)
			return true;
		if (node->tag == CLAIR_TAG_SELECT || node->tag == CLAIR_TAG_TEXTAREA)
			i = node->end;
	}
	return false;
}

static bool
is_twin(struct clair_ctx *ctx, const struct typed *fields, uint32_t count, uint32_t at)
{
	const struct typed *field = &fields[at];
	const struct typed *above = field->above == CLAIR_NO_NODE ? NULL : &fields[field->above];

	return above != NULL && above->form == field->form && strlen(field->name) < NAME_MOST &&
	    repeats_group(fields, count, at) && !are_lines_of_a_list(above->node, field->node) &&
	    !says_more(ctx, field->node, above->node) && !says_more(ctx, above->node, field->node) &&
	    !is_parted(ctx, above->node, field->node);
}

static struct clair_twin_table *
twins_of(struct clair_ctx *ctx)
{
	struct clair_arena *arena = &ctx->page->mem;
	struct clair_twin_table *table = ctx->facts->twins;
	size_t room = clair_tag_count(ctx, CLAIR_TAG_INPUT) + clair_tag_count(ctx, CLAIR_TAG_SELECT) +
	    clair_tag_count(ctx, CLAIR_TAG_TEXTAREA);
	struct typed *fields;
	uint32_t count;

	if (table != NULL)
		return table;
	table = clair_alloc(arena, sizeof(*table));
	fields = clair_alloc_array(arena, room + 1, sizeof(*fields));
	if (table == NULL || fields == NULL)
		return NULL;
	table->twins = clair_alloc_array(arena, ctx->page->node_count + 1, sizeof(struct clair_node *));
	if (table->twins == NULL)
		return NULL;
	ctx->facts->twins = table;
	count = list_fields(ctx, fields);
	for (uint32_t i = 0; i < count; i++) {
		if (is_twin(ctx, fields, count, i))
			table->twins[fields[i].node->index] = fields[fields[i].above].node;
	}
	return table;
}

const struct clair_node *
clair_field_twin(struct clair_ctx *ctx, const struct clair_node *field)
{
	struct clair_twin_table *table = twins_of(ctx);

	return table == NULL ? NULL : table->twins[field->index];
}
