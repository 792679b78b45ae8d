/* The styles of a page: one walk over its elements in document order, then what is read of them. */
#include "style/table.h"

#include "clairlint/rule.h"

#include <string.h>

enum { MEMORY_CEILING = 128 << 20, NO_HURRY = 1 << 30 };

/* What the elements inside one have to know of it. */
struct frame {
	enum clair_keyword display; /* of its box, or of the nearest around when it has none */
	bool hidden;                /* it or an ancestor has display: none */
};

struct walk {
	struct clair_style_table *table;
	struct frame *frames; /* by depth */
	unsigned open;        /* depth of the nearest ancestor entered */
	size_t memory;        /* of the arena, at the start */
};

/* --- Traits --------------------------------------------------------------------------------------- */

/* CSS Display 3, appendix B, "Effects of display: contents on Unusual Elements": of HTML elements. */
static bool
is_replaced(const struct clair_node *node)
{
	switch (node->tag) {
	case CLAIR_TAG_BR:
	case CLAIR_TAG_WBR:
	case CLAIR_TAG_METER:
	case CLAIR_TAG_PROGRESS:
	case CLAIR_TAG_CANVAS:
	case CLAIR_TAG_EMBED:
	case CLAIR_TAG_OBJECT:
	case CLAIR_TAG_AUDIO:
	case CLAIR_TAG_IFRAME:
	case CLAIR_TAG_IMG:
	case CLAIR_TAG_VIDEO:
	case CLAIR_TAG_FRAME:
	case CLAIR_TAG_FRAMESET:
	case CLAIR_TAG_INPUT:
	case CLAIR_TAG_TEXTAREA:
	case CLAIR_TAG_SELECT:
		return true;
	default:
		return false;
	}
}

static bool
is_check(const struct clair_node *input)
{
	return clair_attr_is(input, CLAIR_ATTR_TYPE, "checkbox") ||
	    clair_attr_is(input, CLAIR_ATTR_TYPE, "radio");
}

/* Of a box in one of that display. */
static unsigned
traits_in(enum clair_keyword display)
{
	switch (display) {
	case CLAIR_KW_FLEX:
	case CLAIR_KW_INLINE_FLEX:
	case CLAIR_KW_GRID:
	case CLAIR_KW_INLINE_GRID:
	case CLAIR_KW_GRID_LANES:
	case CLAIR_KW_INLINE_GRID_LANES:
		return CLAIR_TRAIT_ITEM;
	case CLAIR_KW_RUBY:
	case CLAIR_KW_BLOCK_RUBY:
	case CLAIR_KW_RUBY_TEXT:
		return CLAIR_TRAIT_IN_RUBY;
	default:
		return 0;
	}
}

/* What the tag of an HTML element makes of its style. */
static unsigned
traits_of(const struct clair_node *node)
{
	unsigned traits = is_replaced(node) ? CLAIR_TRAIT_REPLACED : 0;

	switch (node->tag) {
	case CLAIR_TAG_TH:
		return CLAIR_TRAIT_HEADER_CELL;
	case CLAIR_TAG_TABLE:
		return CLAIR_TRAIT_TABLE;
	case CLAIR_TAG_LEGEND:
		return CLAIR_TRAIT_ITEM; /* always a block: HTML 15.3.13 */
	case CLAIR_TAG_TEXTAREA:
		return traits | CLAIR_TRAIT_TEXTAREA;
	case CLAIR_TAG_SELECT:
		return traits | CLAIR_TRAIT_SELECT;
	case CLAIR_TAG_INPUT:
		return traits | (is_check(node) ? CLAIR_TRAIT_CHECK : 0u);
	default:
		return traits;
	}
}

unsigned
clair_style_traits(const struct clair_cascade *cascade, const struct clair_node *node,
    enum clair_keyword display_around)
{
	unsigned traits = traits_in(display_around);

	if (node->parent == CLAIR_NO_NODE)
		traits |= CLAIR_TRAIT_ROOT;
	if (cascade->unsure)
		traits |= CLAIR_TRAIT_UNSURE;
	if (cascade->match.quirks)
		traits |= CLAIR_TRAIT_QUIRKS;
	return clair_is_html(node) ? traits | traits_of(node) : traits;
}

/* --- Pseudo-elements ------------------------------------------------------------------------------ */

/* Boxes that hold others; among those that do not, check boxes and radio buttons may. */
static bool
takes_generated_content(const struct clair_node *node)
{
	if ((node->flags & CLAIR_NODE_FOREIGN) != 0)
		return false;
	return !is_replaced(node) || (node->tag == CLAIR_TAG_INPUT && is_check(node));
}

static bool
sets_content(const struct clair_matches *matches)
{
	for (uint32_t i = 0; i < matches->count; i++) {
		if ((matches->list[i].flags & CLAIR_RULE_CONTENT) != 0)
			return true;
	}
	return false;
}

static bool
may_have(const struct clair_node *node, enum clair_pseudo_element pseudo,
    const struct clair_style *style, const struct clair_matches *matches)
{
	if (matches->count == 0)
		return false;
	switch (pseudo) {
	case CLAIR_PSEUDO_BEFORE:
	case CLAIR_PSEUDO_AFTER:
		return sets_content(matches) && takes_generated_content(node);
	case CLAIR_PSEUDO_PLACEHOLDER:
		return (node->tag == CLAIR_TAG_INPUT || node->tag == CLAIR_TAG_TEXTAREA) &&
		    clair_has_attr(node, CLAIR_ATTR_PLACEHOLDER);
	default:
		return clair_style_keyword(style, CLAIR_CSS_DISPLAY) == CLAIR_KW_LIST_ITEM;
	}
}

static bool
makes_box(enum clair_pseudo_element pseudo, const struct clair_style *style)
{
	enum clair_keyword content = clair_style_keyword(style, CLAIR_CSS_CONTENT);

	if (clair_style_keyword(style, CLAIR_CSS_DISPLAY) == CLAIR_KW_NONE)
		return false;
	return pseudo == CLAIR_PSEUDO_PLACEHOLDER || pseudo == CLAIR_PSEUDO_MARKER ||
	    (content != CLAIR_KW_NONE && content != CLAIR_KW_NORMAL);
}

const struct clair_style *
clair_pseudo_apply(struct clair_cascade *cascade, const struct clair_node *node,
    enum clair_pseudo_element pseudo, const struct clair_style *style)
{
	const struct clair_matches *matches = &cascade->found[pseudo];
	const struct clair_style *own;

	if (!may_have(node, pseudo, style, matches))
		return NULL;
	own = clair_cascade_apply(
	    cascade, matches, style, traits_in(clair_style_keyword(style, CLAIR_CSS_DISPLAY)));
	return own != NULL && makes_box(pseudo, own) ? own : NULL;
}

static void
add_pseudo(struct clair_style_table *table, const struct clair_pseudo_style *pseudo)
{
	size_t room = table->pseudo_room != 0 ? table->pseudo_room * 2 : 64;
	struct clair_pseudo_style *list;

	if (table->pseudo_count == table->pseudo_room) {
		list = clair_alloc_array(table->cascade.arena, room, sizeof(*list));
		if (list == NULL)
			return;
		if (table->pseudo_count != 0)
			memcpy(list, table->pseudos, table->pseudo_count * sizeof(*list));
		table->pseudos = list;
		table->pseudo_room = room;
	}
	table->pseudos[table->pseudo_count++] = *pseudo;
}

static void
style_pseudos(struct walk *walk, const struct clair_node *node, const struct clair_style *style)
{
	struct clair_cascade *cascade = &walk->table->cascade;

	for (unsigned pseudo = CLAIR_PSEUDO_BEFORE; pseudo < CLAIR_PSEUDO_OTHER; pseudo++) {
		struct clair_pseudo_style own = {.node = node->index, .pseudo = pseudo};

		own.style = clair_pseudo_apply(
		    cascade, node, (enum clair_pseudo_element)pseudo, style);
		if (own.style != NULL)
			add_pseudo(walk->table, &own);
	}
}

/* --- The walk ------------------------------------------------------------------------------------- */

static void
leave_to(struct walk *walk, unsigned depth)
{
	for (; walk->open > depth; walk->open--)
		clair_cascade_leave(&walk->table->cascade);
}

static void
give_up_if_over(struct walk *walk)
{
	struct clair_cascade *cascade = &walk->table->cascade;

	if (!clair_cascade_is_over(cascade) && !clair_css_customs_spent(cascade->no_customs) &&
	    cascade->arena->used - walk->memory < MEMORY_CEILING)
		return;
	walk->table->exhausted = true;
	cascade->only_browser = true;
	cascade->match.exhausted = false;
	cascade->match.steps = 0;
	cascade->steps_seen = 0;
}

/* What later elements ask of these two. */
static void
keep_landmarks(struct clair_cascade *cascade, const struct clair_node *node, const struct clair_style *style)
{
	if (node->parent == CLAIR_NO_NODE) {
		cascade->environment.root_font_size = style->inherited[CLAIR_CSS_FONT_SIZE].number;
		cascade->environment.root_line_height = clair_css_line_height(style->inherited);
	}
	if (node->tag == CLAIR_TAG_BODY && cascade->body == NULL)
		cascade->body = style;
}

static bool
style_element(struct walk *walk, const struct clair_node *node)
{
	struct clair_style_table *table = walk->table;
	struct clair_cascade *cascade = &table->cascade;
	const struct clair_style *parent =
	    node->parent == CLAIR_NO_NODE ? NULL : table->styles[node->parent];
	struct frame frame = walk->frames[node->depth - 1];
	const struct clair_style *style;
	enum clair_keyword display;

	leave_to(walk, node->depth - 1u);
	clair_cascade_match(cascade, node);
	style = clair_cascade_apply(cascade, &cascade->found[CLAIR_PSEUDO_NONE], parent,
	    clair_style_traits(cascade, node, frame.display));
	if (style == NULL)
		return false;
	table->styles[node->index] = style;
	keep_landmarks(cascade, node, style);
	display = clair_style_keyword(style, CLAIR_CSS_DISPLAY);
	frame.hidden = frame.hidden || display == CLAIR_KW_NONE;
	if (!frame.hidden)
		style_pseudos(walk, node, style);
	if (display != CLAIR_KW_CONTENTS)
		frame.display = display;
	walk->frames[node->depth] = frame;
	clair_cascade_enter(cascade);
	walk->open = node->depth;
	return !cascade->arena->failed;
}

static unsigned
depth_of(const struct clair_page *page)
{
	unsigned depth = 0;

	for (uint32_t i = 0; i < page->node_count; i++) {
		if (page->nodes[i].depth > depth)
			depth = page->nodes[i].depth;
	}
	return depth;
}

static bool
walk_page(struct clair_style_table *table, const struct clair_page *page)
{
	struct clair_arena *arena = table->cascade.arena;
	struct walk walk = {.table = table, .memory = arena->used};

	walk.frames = clair_alloc_array(arena, depth_of(page) + (size_t)1, sizeof(*walk.frames));
	if (walk.frames == NULL)
		return false;
	for (uint32_t i = 0; i < page->node_count; i++) {
		if (page->nodes[i].kind != CLAIR_NODE_ELEMENT)
			continue;
		give_up_if_over(&walk);
		if (!style_element(&walk, &page->nodes[i]))
			return false;
	}
	table->exhausted = table->exhausted || table->cascade.match.exhausted ||
	    clair_css_customs_spent(table->cascade.no_customs);
	return true;
}

struct clair_style_table *
clair_style_compute(const struct clair_page *page, const struct clair_style_set *set,
    struct clair_arena *arena, unsigned milliseconds)
{
	struct clair_style_table *table = clair_alloc(arena, sizeof(*table));

	if (table == NULL || !clair_cascade_init(&table->cascade, page, set, arena, milliseconds))
		return NULL;
	table->styles = clair_alloc_array(arena, page->node_count, sizeof(*table->styles));
	if (table->styles == NULL || !walk_page(table, page))
		return NULL;
	table->cascade.filter = NULL;
	table->cascade.end.tv_sec += NO_HURRY; /* views are asked for later, and count steps alone */
	return table;
}

/* --- Reading -------------------------------------------------------------------------------------- */

bool
clair_style_exhausted(const struct clair_style_table *table)
{
	return table->exhausted;
}

bool
clair_style_unsure(const struct clair_style *style)
{
	return style->unsure;
}

const struct clair_style *
clair_style_of(const struct clair_style_table *table, const struct clair_node *node)
{
	return table->styles[node->index];
}

const struct clair_style *
clair_style_pseudo(const struct clair_style_table *table, const struct clair_node *node,
    enum clair_pseudo_element pseudo)
{
	size_t low = 0;
	size_t high = table->pseudo_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct clair_pseudo_style *found = &table->pseudos[middle];

		if (found->node == node->index && found->pseudo == pseudo)
			return found->style;
		if (found->node < node->index ||
		    (found->node == node->index && found->pseudo < pseudo))
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* How many properties of a set come before this one, from `first` on. */
static unsigned
rank(const uint64_t set[CLAIR_PROPERTY_WORDS], unsigned first, unsigned property)
{
	unsigned count = 0;

	for (unsigned word = first / 64; word <= property / 64; word++) {
		uint64_t bits = set[word];

		if (word == first / 64)
			bits &= ~UINT64_C(0) << (first % 64);
		if (word == property / 64)
			bits &= (UINT64_C(1) << (property % 64)) - 1;
		count += (unsigned)__builtin_popcountll(bits);
	}
	return count;
}

const struct clair_css_value *
clair_style_value(const struct clair_style *style, enum clair_property property)
{
	const struct clair_css_value *value = &style->initial[property];

	if (property < CLAIR_INHERITED_COUNT)
		value = &style->inherited[property];
	else if (clair_property_in(style->own, property))
		value = &style->values[rank(style->own, CLAIR_INHERITED_COUNT, property)];
	return value->kind == CLAIR_VALUE_CURRENT ? &style->inherited[CLAIR_CSS_COLOR] : value;
}

enum clair_keyword
clair_style_keyword(const struct clair_style *style, enum clair_property property)
{
	const struct clair_css_value *value = clair_style_value(style, property);

	return value->kind == CLAIR_VALUE_KEYWORD ? value->keyword : CLAIR_KW_NONE_GIVEN;
}

bool
clair_style_color(
    const struct clair_style *style, enum clair_property property, struct clair_color *color)
{
	const struct clair_css_value *value = clair_style_value(style, property);

	if (value->kind != CLAIR_VALUE_COLOR)
		return false;
	*color = value->color;
	return true;
}

bool
clair_style_px(const struct clair_style *style, enum clair_property property, double *px)
{
	const struct clair_css_value *value = clair_style_value(style, property);

	if (value->kind != CLAIR_VALUE_LENGTH)
		return false;
	*px = value->number;
	return true;
}

static struct clair_style_place
place_of(const struct clair_style_table *table, const struct clair_style_origin *origin,
    const struct clair_node *node)
{
	const struct clair_cascade *cascade = &table->cascade;
	struct clair_style_place place = {.node = node};

	if (origin->sheet == CLAIR_FROM_NOBODY)
		return place;
	place.offset = origin->offset;
	place.important = origin->important != 0;
	if (origin->sheet == CLAIR_FROM_HINT) {
		place.by = CLAIR_BY_HINT;
	} else if (origin->sheet == CLAIR_FROM_ATTRIBUTE) {
		place.by = CLAIR_BY_ATTRIBUTE;
	} else if (origin->sheet < cascade->browser_count) {
		place.by = CLAIR_BY_BROWSER;
	} else {
		place.by = CLAIR_BY_SHEET;
		place.use = &cascade->set->uses[origin->sheet - cascade->browser_count];
	}
	return place;
}

struct clair_style_place
clair_style_place_in(const struct clair_style_table *table, const struct clair_style *style,
    const struct clair_node *node, enum clair_property property)
{
	const struct clair_style_origin *origin;

	if (!clair_property_in(style->own, property))
		return clair_style_place(table, node, property);
	origin = &style->origins[rank(style->own, 0, property)];
	return origin->sheet == CLAIR_FROM_PARENT
	    ? clair_style_place(table, clair_node_parent(node), property)
	    : place_of(table, origin, node);
}

struct clair_style_place
clair_style_place(const struct clair_style_table *table, const struct clair_node *node,
    enum clair_property property)
{
	for (; node != NULL; node = clair_node_parent(node)) {
		const struct clair_style *style = table->styles[node->index];
		const struct clair_style_origin *origin;

		if (!clair_property_in(style->own, property)) {
			if (property < CLAIR_INHERITED_COUNT)
				continue;
			break;
		}
		origin = &style->origins[rank(style->own, 0, property)];
		if (origin->sheet != CLAIR_FROM_PARENT)
			return place_of(table, origin, node);
	}
	return (struct clair_style_place){.node = node};
}
