/* Forms, their fields, and the labels of fields. */
#include "facts/facts.h"
#include "facts/marks.h"
#include "base/map.h"

#include <stdlib.h>
#include <string.h>

/* A search may be narrowed by a few lists and boxes. */
enum { SEARCH_FIELDS = 5 };

struct label_pair {
	uint32_t field; /* node index */
	uint32_t label;
};

struct clair_form_table {
	struct clair_form *forms;
	uint32_t count;
	struct label_pair *pairs; /* by field, then label */
	uint32_t pair_count;
	bool has_labels;
	bool has_forms;
};

struct radio_group {
	bool required;
};

/* One form being counted. */
struct tally {
	uint32_t text_fields;
	bool has_search_sense;
	struct clair_map groups; /* names of radio groups */
};

static bool
type_is_one_of(const struct clair_node *input, const char *const *types, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (clair_attr_is(input, CLAIR_ATTR_TYPE, types[i]))
			return true;
	return false;
}

static bool
is_button_input(const struct clair_node *input)
{
	static const char *const types[] = {"submit", "button", "reset", "image"};

	return type_is_one_of(input, types, CLAIR_LEN(types));
}

static bool
is_text_input(const struct clair_node *input)
{
	static const char *const types[] = {"checkbox", "radio", "file", "range", "color", "date",
	    "datetime-local", "month", "week", "time", "number", "password"};

	return !type_is_one_of(input, types, CLAIR_LEN(types));
}

static bool
takes_a_value(enum clair_role role)
{
	switch (role) {
	case CLAIR_ROLE_TEXTBOX:
	case CLAIR_ROLE_SEARCHBOX:
	case CLAIR_ROLE_COMBOBOX:
	case CLAIR_ROLE_LISTBOX:
	case CLAIR_ROLE_SPINBUTTON:
	case CLAIR_ROLE_SLIDER:
	case CLAIR_ROLE_CHECKBOX:
	case CLAIR_ROLE_RADIO:
	case CLAIR_ROLE_SWITCH:
		return true;
	default:
		return false;
	}
}

static bool
is_native_field(const struct clair_node *node)
{
	if (!clair_is_html(node))
		return false;
	switch ((enum clair_tag)node->tag) {
	case CLAIR_TAG_INPUT:
		return !clair_attr_is(node, CLAIR_ATTR_TYPE, "hidden") && !is_button_input(node);
	case CLAIR_TAG_SELECT:
	case CLAIR_TAG_TEXTAREA:
		return true;
	default:
		return false;
	}
}

bool
clair_is_field(struct clair_ctx *ctx, const struct clair_node *node)
{
	if (is_native_field(node))
		return true;
	if (node->tag == CLAIR_TAG_INPUT || !clair_has_attr(node, CLAIR_ATTR_ROLE))
		return false;
	return takes_a_value(clair_explicit_role(ctx, node));
}

/* --- Labels ----------------------------------------------------------------------------------- */

/* HTML 4.10.2: labelable elements. */
static bool
is_labelable(const struct clair_node *node)
{
	if (node->kind != CLAIR_NODE_ELEMENT || !clair_is_html(node))
		return false;
	switch ((enum clair_tag)node->tag) {
	case CLAIR_TAG_INPUT:
		return !clair_attr_is(node, CLAIR_ATTR_TYPE, "hidden");
	case CLAIR_TAG_BUTTON:
	case CLAIR_TAG_METER:
	case CLAIR_TAG_OUTPUT:
	case CLAIR_TAG_PROGRESS:
	case CLAIR_TAG_SELECT:
	case CLAIR_TAG_TEXTAREA:
		return true;
	default:
		return false;
	}
}

static uint32_t
first_inside(const struct clair_node *label, const uint32_t *labelable, uint32_t count)
{
	uint32_t low = 0;
	uint32_t high = count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (labelable[middle] <= label->index)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && labelable[low] < label->end ? labelable[low] : CLAIR_NO_NODE;
}

/* HTML 4.10.4: a label with for= labels that element or nothing; else its first labelable one. */
static uint32_t
labelled_by(struct clair_ctx *ctx, const struct clair_node *label, const uint32_t *labelable,
    uint32_t count)
{
	const char *id = clair_attr(label, CLAIR_ATTR_FOR);
	const struct clair_node *field;

	if (id == NULL)
		return first_inside(label, labelable, count);
	field = clair_by_id(ctx, id);
	if (field == NULL || (!is_labelable(field) && !clair_is_field(ctx, field)))
		return CLAIR_NO_NODE;
	return field->index;
}

static int
compare_pairs(const void *left, const void *right)
{
	const struct label_pair *a = left;
	const struct label_pair *b = right;

	if (a->field != b->field)
		return a->field < b->field ? -1 : 1;
	return (a->label > b->label) - (a->label < b->label);
}

static void
make_labels(struct clair_ctx *ctx, struct clair_form_table *table)
{
	struct clair_page *page = ctx->page;
	size_t labels = clair_tag_count(ctx, CLAIR_TAG_LABEL);
	uint32_t *labelable;
	uint32_t count = 0;

	table->has_labels = true;
	if (labels == 0)
		return;
	labelable = clair_alloc_array(&page->mem, page->node_count, sizeof(*labelable));
	table->pairs = clair_alloc_array(&page->mem, labels, sizeof(*table->pairs));
	if (labelable == NULL || table->pairs == NULL)
		return;
	for (uint32_t i = 0; i < page->node_count; i++)
		if (is_labelable(&page->nodes[i]))
			labelable[count++] = i;
	for (size_t i = 0; i < labels; i++) {
		const struct clair_node *label = clair_tag_at(ctx, CLAIR_TAG_LABEL, i);
		uint32_t field = labelled_by(ctx, label, labelable, count);

		if (field != CLAIR_NO_NODE)
			table->pairs[table->pair_count++] =
			    (struct label_pair){.field = field, .label = label->index};
	}
	qsort(table->pairs, table->pair_count, sizeof(*table->pairs), compare_pairs);
}

static struct clair_form_table *
table_of(struct clair_ctx *ctx)
{
	if (ctx->facts->forms == NULL && !ctx->page->mem.failed)
		ctx->facts->forms = clair_alloc(&ctx->page->mem, sizeof(*ctx->facts->forms));
	return ctx->facts->forms;
}

/* How many pairs have a field before this index. */
static size_t
pairs_before(const struct clair_form_table *table, uint32_t field)
{
	size_t low = 0;
	size_t high = table->pair_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (table->pairs[middle].field < field)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The first pair of a field; `*count` gets how many it has. */
static const struct label_pair *
pairs_of(struct clair_ctx *ctx, const struct clair_node *field, size_t *count)
{
	struct clair_form_table *table = table_of(ctx);
	size_t low;

	*count = 0;
	if (table == NULL)
		return NULL;
	if (!table->has_labels)
		make_labels(ctx, table);
	low = pairs_before(table, field->index);
	*count = pairs_before(table, field->index + 1) - low;
	return *count > 0 ? &table->pairs[low] : NULL;
}

size_t
clair_label_count(struct clair_ctx *ctx, const struct clair_node *field)
{
	size_t count;

	(void)pairs_of(ctx, field, &count);
	return count;
}

const struct clair_node *
clair_label(struct clair_ctx *ctx, const struct clair_node *field, size_t index)
{
	size_t count;
	const struct label_pair *pairs = pairs_of(ctx, field, &count);

	return index < count ? &ctx->page->nodes[pairs[index].label] : NULL;
}

/* --- Forms ------------------------------------------------------------------------------------ */

/* The index in the table of the form that owns a node; `loose` when none does. */
static uint32_t
owner_of(struct clair_ctx *ctx, const uint32_t *form_at, const struct clair_node *node,
    uint32_t loose)
{
	const char *id = clair_attr(node, CLAIR_ATTR_FORM);

	if (id != NULL) {
		const struct clair_node *form = clair_by_id(ctx, id);

		return form != NULL && form->tag == CLAIR_TAG_FORM ? form_at[form->index] : loose;
	}
	return form_at[node->index] == CLAIR_NO_NODE ? loose : form_at[node->index];
}

bool
clair_is_required(const struct clair_node *field)
{
	return clair_has_attr(field, CLAIR_ATTR_REQUIRED) ||
	    clair_attr_is(field, CLAIR_ATTR_ARIA_REQUIRED, "true");
}

static bool
is_radio(const struct clair_node *field)
{
	return field->tag == CLAIR_TAG_INPUT ? clair_attr_is(field, CLAIR_ATTR_TYPE, "radio")
	                                     : clair_attr_is(field, CLAIR_ATTR_ROLE, "radio");
}

/* What holds radio buttons together: their name, their radiogroup, or nothing. As bytes. */
static const char *
group_of(struct clair_ctx *ctx, const struct clair_node *radio, size_t *length)
{
	const char *name = radio->tag == CLAIR_TAG_INPUT ? clair_attr(radio, CLAIR_ATTR_NAME) : NULL;
	const struct clair_node *group;

	if (name != NULL && name[0] != '\0') {
		*length = strlen(name);
		return name;
	}
	group = clair_closest_role(ctx, radio, CLAIR_ROLE_RADIOGROUP);
	*length = sizeof(radio->index);
	return (const char *)(group == NULL ? &radio->index : &group->index);
}

/* A radio button of a group already met adds only that the group is required. */
static bool
is_known_radio(struct clair_ctx *ctx, struct tally *tally, struct clair_form *form,
    const struct clair_node *radio)
{
	size_t length;
	const char *key = group_of(ctx, radio, &length);
	void **slot = clair_map_at(&tally->groups, key, length);
	struct radio_group *group;
	bool known;

	if (slot == NULL)
		return true;
	known = *slot != NULL;
	if (!known)
		*slot = clair_alloc(&ctx->page->mem, sizeof(*group));
	group = *slot;
	if (group != NULL && !group->required && clair_is_required(radio)) {
		group->required = true;
		form->required++;
	}
	return known;
}

static bool
sounds_like_search(struct clair_ctx *ctx, const struct clair_node *node)
{
	static const enum clair_attribute attributes[] = {CLAIR_ATTR_NAME, CLAIR_ATTR_ID,
	    CLAIR_ATTR_CLASS, CLAIR_ATTR_PLACEHOLDER, CLAIR_ATTR_ARIA_LABEL, CLAIR_ATTR_TITLE,
	    CLAIR_ATTR_ACTION, CLAIR_ATTR_VALUE, CLAIR_ATTR_ALT};

	for (size_t i = 0; i < CLAIR_LEN(attributes); i++) {
		const char *value = clair_attr(node, attributes[i]);

		if (value != NULL && value[0] != '\0' && clair_matches(ctx, "form-search", value))
			return true;
	}
	return false;
}

static bool
takes_text(const struct clair_node *field)
{
	if (field->tag == CLAIR_TAG_INPUT)
		return is_text_input(field);
	return field->tag != CLAIR_TAG_SELECT &&
	    !clair_attr_is(field, CLAIR_ATTR_ROLE, "checkbox") &&
	    !clair_attr_is(field, CLAIR_ATTR_ROLE, "switch");
}

static void
see_field(struct clair_ctx *ctx, struct clair_form *form, struct tally *tally,
    const struct clair_node *node)
{
	bool is_input = node->tag == CLAIR_TAG_INPUT;

	if (clair_has_attr(node, CLAIR_ATTR_DISABLED) || !clair_rendered(ctx, node))
		return;
	form->is_login |= is_input && clair_attr_is(node, CLAIR_ATTR_TYPE, "password");
	form->file_uploads += is_input && clair_attr_is(node, CLAIR_ATTR_TYPE, "file");
	if (is_radio(node)) {
		form->fields += !is_known_radio(ctx, tally, form, node);
		return;
	}
	form->fields++;
	form->required += clair_is_required(node);
	if (!takes_text(node))
		return;
	tally->text_fields++;
	tally->has_search_sense |= clair_attr_is(node, CLAIR_ATTR_TYPE, "search") ||
	    clair_attr_is(node, CLAIR_ATTR_ROLE, "searchbox") || sounds_like_search(ctx, node);
}

static void
see_button(struct clair_ctx *ctx, struct tally *tally, const struct clair_node *node)
{
	if (!tally->has_search_sense)
		tally->has_search_sense = sounds_like_search(ctx, node) ||
		    clair_matches(ctx, "form-search", clair_name(ctx, node));
}

static bool
tells_steps(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_node *parent;

	if (node->kind == CLAIR_NODE_ELEMENT)
		return node->tag == CLAIR_TAG_PROGRESS ||
		    clair_attr_is(node, CLAIR_ATTR_ARIA_CURRENT, "step") ||
		    (clair_marks(node) & CLAIR_MARK_STEPS) != 0;
	parent = clair_node_parent(node);
	if (node->kind != CLAIR_NODE_TEXT || parent == NULL || parent->tag == CLAIR_TAG_SCRIPT ||
	    parent->tag == CLAIR_TAG_STYLE)
		return false;
	if (strcasestr(node->text, "tape") == NULL && strcasestr(node->text, "step") == NULL)
		return false;
	return clair_matches(ctx, "steps", node->text);
}

/* The stepper stands in the form or, as in DSFR, before it: a sign anywhere in the main content
 * counts for the form there. */
static bool
page_tells_steps(struct clair_ctx *ctx)
{
	const struct clair_page *page = ctx->page;

	for (uint32_t i = 0; i < page->node_count; i++)
		if (clair_region(ctx, &page->nodes[i]) == CLAIR_IN_MAIN &&
		    tells_steps(ctx, &page->nodes[i]))
			return true;
	return false;
}

static void
finish(struct clair_ctx *ctx, struct clair_form *form, const struct tally *tally)
{
	bool says_search = false;
	const struct clair_node *node = form->node;

	if (node->tag == CLAIR_TAG_FORM)
		says_search = sounds_like_search(ctx, node) ||
		    (clair_marks(node) & CLAIR_MARK_SEARCH) != 0 ||
		    clair_closest_role(ctx, node, CLAIR_ROLE_SEARCH) != NULL;
	form->is_search = !form->is_login && tally->text_fields == 1 &&
	    form->fields <= SEARCH_FIELDS && (says_search || tally->has_search_sense);
}

/* form_at[i]: index in the table of the form around node i. Forms do not nest, but a broken tree
 * may make them: the nearest wins. */
static void
map_forms(struct clair_ctx *ctx, struct clair_form_table *table, uint32_t *form_at)
{
	const struct clair_page *page = ctx->page;

	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];

		form_at[i] = node->parent == CLAIR_NO_NODE ? CLAIR_NO_NODE : form_at[node->parent];
		if (node->kind == CLAIR_NODE_ELEMENT && node->tag == CLAIR_TAG_FORM) {
			form_at[i] = table->count;
			table->forms[table->count++].node = node;
		}
	}
}

static void
count_fields(struct clair_ctx *ctx, struct clair_form_table *table, const uint32_t *form_at,
    struct tally *tallies)
{
	const struct clair_page *page = ctx->page;
	uint32_t loose = table->count;

	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		bool is_field;
		uint32_t owner;

		if (node->kind != CLAIR_NODE_ELEMENT)
			continue;
		is_field = clair_is_field(ctx, node);
		if (!is_field && node->tag != CLAIR_TAG_BUTTON && node->tag != CLAIR_TAG_INPUT)
			continue;
		owner = owner_of(ctx, form_at, node, loose);
		if (is_field)
			see_field(ctx, &table->forms[owner], &tallies[owner], node);
		else if (owner != loose)
			see_button(ctx, &tallies[owner], node);
	}
}

static void
make_forms(struct clair_ctx *ctx, struct clair_form_table *table)
{
	struct clair_page *page = ctx->page;
	size_t room = clair_tag_count(ctx, CLAIR_TAG_FORM) + 1;
	uint32_t *form_at = clair_alloc_array(&page->mem, page->node_count, sizeof(*form_at));
	struct tally *tallies = clair_alloc_array(&page->mem, room, sizeof(*tallies));
	const struct clair_node *body;
	bool steps;

	table->has_forms = true;
	table->forms = clair_alloc_array(&page->mem, room, sizeof(*table->forms));
	if (form_at == NULL || tallies == NULL || table->forms == NULL)
		return;
	map_forms(ctx, table, form_at);
	for (size_t i = 0; i < room; i++)
		clair_map_init(&tallies[i].groups, &page->mem);
	count_fields(ctx, table, form_at, tallies);
	if (table->forms[table->count].fields > 0) {
		body = clair_tag_at(ctx, CLAIR_TAG_BODY, 0);
		table->forms[table->count++].node = body == NULL ? clair_root(ctx) : body;
	}
	steps = table->count > 0 && page_tells_steps(ctx);
	for (uint32_t i = 0; i < table->count; i++) {
		struct clair_form *form = &table->forms[i];

		finish(ctx, form, &tallies[i]);
		form->has_steps = steps && form->fields > 0 && !form->is_search &&
		    clair_region(ctx, form->node) == CLAIR_IN_MAIN;
	}
}

size_t
clair_form_count(struct clair_ctx *ctx)
{
	struct clair_form_table *table = table_of(ctx);

	if (table == NULL)
		return 0;
	if (!table->has_forms)
		make_forms(ctx, table);
	return table->count;
}

const struct clair_form *
clair_form(struct clair_ctx *ctx, size_t index)
{
	return index < clair_form_count(ctx) ? &ctx->facts->forms->forms[index] : NULL;
}

/* Forms are in document order; that of loose fields comes last. */
const struct clair_form *
clair_form_around(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_node *around = clair_closest(node, CLAIR_TAG_FORM);
	size_t low = 0;
	size_t high = clair_form_count(ctx);

	if (around == NULL)
		return NULL;
	if (high > 0 && clair_form(ctx, high - 1)->node->tag != CLAIR_TAG_FORM)
		high--;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (clair_form(ctx, middle)->node->index < around->index)
			low = middle + 1;
		else
			high = middle;
	}
	return low < clair_form_count(ctx) && clair_form(ctx, low)->node == around
	    ? clair_form(ctx, low)
	    : NULL;
}
