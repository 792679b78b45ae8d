/* See trace.h. */
#include "facts/trace.h"
#include "base/map.h"
#include "facts/facts.h"
#include "facts/home.h"
#include "facts/menu_walk.h"
#include "facts/nav.h"
#include "facts/statement.h"

#include <string.h>

enum { ENTRY_LIMIT = 300, FORM_LIMIT = 20, FIELD_LIMIT = 100, WORDS_BYTES = 160 };

/* Whole characters, and no more than a line. */
static const char *
keep(struct clair_arena *arena, const char *words, size_t length)
{
	if (length > WORDS_BYTES) {
		length = WORDS_BYTES;
		while (length > 0 && ((unsigned char)words[length] & 0xC0) == 0x80)
			length--;
	}
	return clair_strndup(arena, words, length);
}

/* Lists grow in the memory of the page; what is kept has no room to spare. */
static void *
settle(struct clair_arena *arena, const void *list, size_t count, size_t size)
{
	void *kept = clair_alloc_array(arena, count, size);

	if (kept != NULL && count != 0)
		memcpy(kept, list, count * size);
	return kept;
}

static const char *
keep_name(struct clair_ctx *ctx, struct clair_arena *arena, const struct clair_node *node)
{
	const char *name = clair_name(ctx, node);

	return keep(arena, name, strlen(name));
}

/* --- The main menu ----------------------------------------------------------------------------- */

struct entries {
	struct clair_ctx *ctx;
	struct clair_arena *arena;
	struct clair_trace *trace;
	uint32_t first; /* level as walked of the first one */
};

static const char *
address_of(struct clair_ctx *ctx, struct clair_arena *arena, const struct clair_node *link)
{
	const char *href = link->tag == CLAIR_TAG_A ? clair_attr(link, CLAIR_ATTR_HREF) : NULL;
	const char *url;

	if (href == NULL)
		return NULL;
	href += strspn(href, " \t\n\f\r");
	if (href[0] == '\0' || href[0] == '#')
		return NULL;
	url = clair_resolve_in(ctx, href, arena);
	return url == NULL || url[0] == '\0' ? NULL : url;
}

static void
add_entry(void *payload, uint32_t level, const struct clair_node *label)
{
	struct entries *entries = payload;
	struct clair_trace *trace = entries->trace;
	const struct clair_node *action = clair_menu_action(label);
	size_t length;
	const char *words = clair_menu_label_words(entries->ctx, label, &length);
	struct clair_trace_entry *entry;

	if (trace->entry_count == ENTRY_LIMIT || level < entries->first || length == 0)
		return;
	entry = &trace->entries[trace->entry_count++];
	entry->level = level - entries->first + 1;
	entry->words = keep(entries->arena, words, length);
	entry->url = address_of(entries->ctx, entries->arena, action);
	trace->menu = clair_hash(entry->words, strlen(entry->words), trace->menu);
	trace->menu = clair_hash(&entry->level, sizeof(entry->level), trace->menu);
}

static void
keep_menu(struct clair_ctx *ctx, struct clair_arena *arena, struct clair_trace *trace)
{
	struct entries entries = {.ctx = ctx, .arena = arena, .trace = trace};
	struct clair_menu_count count;

	for (size_t i = 0; i < clair_menu_count(ctx); i++) {
		const struct clair_menu *menu = clair_menu(ctx, i);

		if (!menu->is_main)
			continue;
		trace->entries = clair_alloc_array(&ctx->page->mem, ENTRY_LIMIT, sizeof(*trace->entries));
		if (trace->entries == NULL)
			return;
		clair_menu_walk(ctx, menu->node, &count, NULL, NULL);
		entries.first = count.first;
		trace->menu = CLAIR_HASH_SEED;
		clair_menu_walk(ctx, menu->node, &count, add_entry, &entries);
		if (trace->entry_count == 0)
			trace->menu = 0;
		trace->entries = settle(arena, trace->entries, trace->entry_count, sizeof(*trace->entries));
		return;
	}
}

/* --- Forms and buttons ------------------------------------------------------------------------- */

static bool
sends(const struct clair_node *node)
{
	if (node->tag == CLAIR_TAG_INPUT)
		return clair_attr_is(node, CLAIR_ATTR_TYPE, "submit") ||
		    clair_attr_is(node, CLAIR_ATTR_TYPE, "image");
	return node->tag == CLAIR_TAG_BUTTON && !clair_attr_is(node, CLAIR_ATTR_TYPE, "button") &&
	    !clair_attr_is(node, CLAIR_ATTR_TYPE, "reset");
}

static bool
is_radio(const struct clair_node *node)
{
	return node->tag == CLAIR_TAG_INPUT && clair_attr_is(node, CLAIR_ATTR_TYPE, "radio");
}

static bool
same_group(const struct clair_node *radio, const struct clair_node *before)
{
	const char *name = clair_attr(radio, CLAIR_ATTR_NAME);
	const char *other = before == NULL ? NULL : clair_attr(before, CLAIR_ATTR_NAME);

	return name != NULL && other != NULL && strcmp(name, other) == 0;
}

/* A group of radio buttons is called as what holds it. */
static const char *
label_of(struct clair_ctx *ctx, struct clair_arena *arena, const struct clair_node *field)
{
	const struct clair_node *group = is_radio(field) ? clair_closest(field, CLAIR_TAG_FIELDSET) : NULL;

	if (group != NULL && clair_name(ctx, group)[0] != '\0')
		return keep_name(ctx, arena, group);
	return keep_name(ctx, arena, field);
}

struct filling {
	struct clair_trace_form *form;
	const struct clair_node *radio; /* the last one kept */
	bool has_button;
};

static void
add_field(struct clair_ctx *ctx, struct clair_arena *arena, struct filling *filling,
    const struct clair_node *node)
{
	struct clair_trace_form *form = filling->form;
	struct clair_trace_field *field;

	if (is_radio(node)) {
		if (same_group(node, filling->radio))
			return;
		filling->radio = node;
	}
	if (form->fields == NULL)
		form->fields = clair_alloc_array(&ctx->page->mem, FIELD_LIMIT, sizeof(*form->fields));
	if (form->fields == NULL || form->field_count == FIELD_LIMIT)
		return;
	field = &form->fields[form->field_count++];
	field->label = label_of(ctx, arena, node);
	field->required = clair_is_required(node);
}

/* The form that is kept for this one, or NULL: a search, or one too many. */
static struct filling *
filling_of(struct clair_ctx *ctx, const struct clair_node *node, struct filling *fillings)
{
	const struct clair_form *form = clair_form_around(ctx, node);

	for (size_t i = 0; form != NULL && i < clair_form_count(ctx) && i < FORM_LIMIT; i++)
		if (clair_form(ctx, i) == form)
			return form->is_search ? NULL : &fillings[i];
	return NULL;
}

static void
read_forms(struct clair_ctx *ctx, struct clair_arena *arena, struct filling *fillings)
{
	const struct clair_page *page = ctx->page;

	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		const bool is_field = node->kind == CLAIR_NODE_ELEMENT && clair_is_field(ctx, node);
		struct filling *filling;

		if (!is_field && !(node->kind == CLAIR_NODE_ELEMENT && sends(node)))
			continue;
		filling = clair_rendered(ctx, node) ? filling_of(ctx, node, fillings) : NULL;
		if (filling == NULL)
			continue;
		if (is_field) {
			add_field(ctx, arena, filling, node);
		} else if (!filling->has_button) {
			filling->has_button = true;
			filling->form->button = keep_name(ctx, arena, node);
		}
	}
}

static void
keep_forms(struct clair_ctx *ctx, struct clair_arena *arena, struct clair_trace *trace)
{
	struct clair_trace_form forms[FORM_LIMIT];
	struct filling fillings[FORM_LIMIT] = {{NULL}};
	uint32_t kept = 0;

	if (clair_form_count(ctx) == 0)
		return;
	for (uint32_t i = 0; i < FORM_LIMIT; i++) {
		forms[i] = (struct clair_trace_form){.button = ""};
		fillings[i].form = &forms[i];
	}
	read_forms(ctx, arena, fillings);
	for (uint32_t i = 0; i < FORM_LIMIT; i++) {
		if (forms[i].field_count == 0)
			continue;
		forms[kept] = forms[i];
		forms[kept].fields =
		    settle(arena, forms[i].fields, forms[i].field_count, sizeof(*forms[i].fields));
		kept++;
	}
	trace->forms = settle(arena, forms, kept, sizeof(*forms));
	trace->form_count = kept;
}

/* Highlighted, or sends the form of the content. */
static bool
is_main_button(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *classes = clair_attr(node, CLAIR_ATTR_CLASS);
	const struct clair_form *form;

	if (classes != NULL && clair_matches(ctx, "main-button-class", classes) &&
	    !clair_matches(ctx, "secondary-button-class", classes))
		return true;
	form = sends(node) ? clair_form_around(ctx, node) : NULL;
	return form != NULL && !form->is_search;
}

static const char *
main_button(struct clair_ctx *ctx, struct clair_arena *arena)
{
	const struct clair_page *page = ctx->page;

	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];

		if (node->kind != CLAIR_NODE_ELEMENT ||
		    (node->tag != CLAIR_TAG_A && node->tag != CLAIR_TAG_BUTTON && node->tag != CLAIR_TAG_INPUT))
			continue;
		if (is_main_button(ctx, node) && clair_visible(ctx, node) &&
		    clair_region(ctx, node) == CLAIR_IN_MAIN)
			return keep_name(ctx, arena, node);
	}
	return "";
}

/* --- The content ------------------------------------------------------------------------------- */

static uint64_t
content_of(struct clair_ctx *ctx)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < clair_block_count(ctx); i++) {
		const struct clair_block *block = clair_block_at(ctx, i);
		const char *text = clair_block_text(block);

		if (clair_block_region(ctx, block) == CLAIR_IN_MAIN && text[0] != '\0')
			sum += clair_hash(text, strlen(text), CLAIR_HASH_SEED);
	}
	return sum;
}

const struct clair_trace *
clair_trace_new(struct clair_ctx *ctx, struct clair_arena *arena)
{
	struct clair_trace *trace = clair_alloc(arena, sizeof(*trace));
	const char *heading;

	if (trace == NULL)
		return NULL;
	trace->heading = trace->button = "";
	if (ctx->page->mem.failed)
		return trace;
	heading = clair_first_h1(ctx);
	trace->heading = keep(arena, heading, strlen(heading));
	trace->button = main_button(ctx, arena);
	trace->content = content_of(ctx);
	keep_menu(ctx, arena, trace);
	keep_forms(ctx, arena, trace);
	return arena->failed ? NULL : trace;
}
