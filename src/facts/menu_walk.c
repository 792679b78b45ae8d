/*
 * Levels of a menu. A frame is a group of entries at one level: the menu itself, a list inside an
 * entry, or the box that a button opens. Lists side by side in one group count as one: the person
 * chooses among all of them.
 */
#include "facts/menu_walk.h"
#include "facts/marks.h"
#include "facts/outline.h"

#include <string.h>

enum { DIVIDER_BYTES = 3 };

struct frame {
	uint32_t end;
	uint32_t items;      /* entries that are items of a list */
	uint32_t list;       /* parent of the item being read */
	uint32_t in_list;    /* entries of that list */
	uint32_t worded;     /* parent of the first list whose items have words */
	uint32_t largest;    /* of these: a drop-down may show several lists, each with its title */
	uint32_t loose;      /* links that are not in an item */
	uint32_t item_end;   /* of the item being read; 0: none */
	bool item_counted;
	bool item_opens;     /* it has a sub-menu */
	bool last_opens;     /* the last loose link has one */
};

struct walk {
	struct clair_ctx *ctx;
	const struct clair_outline *outline;
	const struct clair_node *menu;
	struct clair_menu_count *count;
	clair_menu_entry_fn *entry;
	void *payload;
	struct frame frames[CLAIR_MENU_LEVELS];
	uint32_t depth;      /* frames in use */
	uint32_t openers;    /* buttons that open something, not in an item */
	uint32_t aside_end;  /* of the networks, the tools or the copy for phones that are being passed over */
	uint32_t beside;     /* parent of the last loose link */
	uint32_t next_link;  /* that follows there; UINT32_MAX: none */
};

static bool
is_element(const struct clair_node *node, enum clair_tag tag)
{
	return node->kind == CLAIR_NODE_ELEMENT && node->tag == tag;
}

static enum clair_role
written_role(struct clair_ctx *ctx, const struct clair_node *node)
{
	if (!clair_has_attr(node, CLAIR_ATTR_ROLE))
		return CLAIR_ROLE_NO_ROLE;
	return clair_explicit_role(ctx, node);
}

static bool
is_list(const struct clair_node *node, enum clair_role role)
{
	if (node->tag == CLAIR_TAG_UL || node->tag == CLAIR_TAG_OL || node->tag == CLAIR_TAG_MENU)
		return true;
	return role == CLAIR_ROLE_LIST || role == CLAIR_ROLE_MENU || role == CLAIR_ROLE_MENUBAR ||
	    role == CLAIR_ROLE_TREE || role == CLAIR_ROLE_GROUP;
}

static bool
opens_something(const struct clair_node *node)
{
	const char *popup = clair_attr(node, CLAIR_ATTR_ARIA_HASPOPUP);

	if (popup != NULL && popup[0] != '\0' &&
	    !clair_attr_is(node, CLAIR_ATTR_ARIA_HASPOPUP, "false") &&
	    !clair_attr_is(node, CLAIR_ATTR_ARIA_HASPOPUP, "dialog"))
		return true;
	return clair_has_attr(node, CLAIR_ATTR_ARIA_EXPANDED);
}

static bool
is_link(const struct clair_node *node, enum clair_role role)
{
	return (node->tag == CLAIR_TAG_A && clair_has_attr(node, CLAIR_ATTR_HREF)) ||
	    role == CLAIR_ROLE_LINK;
}

static bool
is_menu_item(enum clair_role role)
{
	return role == CLAIR_ROLE_MENUITEM || role == CLAIR_ROLE_MENUITEMRADIO ||
	    role == CLAIR_ROLE_MENUITEMCHECKBOX || role == CLAIR_ROLE_TREEITEM;
}

static bool
is_action(const struct clair_node *node, enum clair_role role)
{
	return node->tag == CLAIR_TAG_A || node->tag == CLAIR_TAG_BUTTON ||
	    node->tag == CLAIR_TAG_SUMMARY || role == CLAIR_ROLE_BUTTON || is_link(node, role) ||
	    is_menu_item(role);
}

/* A box whose first button or link opens the rest, as menus made without lists have. */
static bool
is_box_with_opener(const struct clair_node *node)
{
	const struct clair_node *child = clair_first_child(node);

	if (node->tag != CLAIR_TAG_DIV && node->tag != CLAIR_TAG_SPAN)
		return false;
	return child != NULL && opens_something(child) && clair_next_sibling(child) != NULL;
}

static struct frame *
top(struct walk *walk)
{
	return &walk->frames[walk->depth - 1];
}

static bool
in_item(struct walk *walk, const struct clair_node *node)
{
	return top(walk)->item_end > node->index;
}

static void
tell(struct walk *walk, uint32_t level, const struct clair_node *label)
{
	walk->count->told[level]++;
	if (walk->entry != NULL)
		walk->entry(walk->payload, level, label);
}

static void
pop(struct walk *walk)
{
	const struct frame *frame = top(walk);
	uint32_t entries = frame->items > 0 ? frame->items : frame->loose;
	uint32_t largest = walk->depth > 1 && frame->items > 0 ? frame->largest : entries;

	walk->count->entries[walk->depth] += entries;
	if (largest > walk->count->largest_level)
		walk->count->largest_level = largest;
	walk->depth--;
}

static void
push(struct walk *walk, uint32_t end)
{
	if (walk->depth >= CLAIR_MENU_LEVELS)
		return;
	walk->frames[walk->depth++] = (struct frame){.end = end};
}

static void
mark_opening(struct walk *walk)
{
	struct frame *frame = top(walk);
	bool *opens = frame->item_end > 0 ? &frame->item_opens : &frame->last_opens;

	if (!*opens)
		walk->count->drop_downs++;
	*opens = true;
}

/* A list or a box inside an entry: the entry opens it. */
static void
open_level(struct walk *walk, const struct clair_node *node)
{
	if (clair_outline_text(walk->outline, node) == 0 && clair_first_child(node) == NULL)
		return;
	mark_opening(walk);
	push(walk, node->end);
}

static void
count_item(struct frame *frame)
{
	frame->items++;
	frame->in_list++;
	if (frame->in_list > frame->largest)
		frame->largest = frame->in_list;
}

static void
begin_item(struct walk *walk, const struct clair_node *node)
{
	struct frame *frame = top(walk);

	if (node->parent != frame->list)
		frame->in_list = 0;
	frame->list = node->parent;
	frame->item_end = node->end;
	frame->item_opens = false;
	/* The current page is often an entry without a link; a bar or a dot between two entries is none. */
	frame->item_counted = clair_outline_text(walk->outline, node) > DIVIDER_BYTES ||
	    clair_outline_link_text(walk->outline, node) > 0;
	if (!frame->item_counted)
		return;
	if (frame->worded == 0)
		frame->worded = node->parent;
	count_item(frame);
	tell(walk, walk->depth, node);
}

static bool
is_number(const struct clair_node *link)
{
	const struct clair_node *text = clair_node_first(link);
	uint32_t digits = 0;

	if (text == NULL || text->kind != CLAIR_NODE_TEXT || text->end != link->end)
		return false;
	for (uint32_t i = 0; i < text->text_length; i++) {
		char byte = text->text[i];

		if (byte >= '0' && byte <= '9')
			digits++;
		else if (byte != ' ' && (byte < '\t' || byte > '\r'))
			return false;
	}
	return digits > 0;
}

static void
count_link(struct walk *walk, const struct clair_node *link)
{
	const char *href = clair_attr(link, CLAIR_ATTR_HREF);

	walk->count->links++;
	walk->count->inner_links += href != NULL && href[0] == '#' && href[1] != '\0';
	walk->count->numbers += is_number(link);
}

static bool
holds(const struct clair_node *link, enum clair_tag tag)
{
	for (const struct clair_node *node = link; node != NULL; node = clair_next_inside(link, node))
		if (is_element(node, tag))
			return true;
	return false;
}

/* The next link of the menu leads to the same address. */
static bool
is_said_again(const struct walk *walk, const struct clair_node *link)
{
	const char *href = clair_attr(link, CLAIR_ATTR_HREF);
	const struct clair_node *node = link;

	while ((node = clair_next_inside(walk->menu, node)) != NULL)
		if (is_element(node, CLAIR_TAG_A) && clair_has_attr(node, CLAIR_ATTR_HREF))
			return href != NULL && strcmp(href, clair_attr(node, CLAIR_ATTR_HREF)) == 0;
	return false;
}

/* A picture before the first entry, with no words, or with the name of the site: the way home, not one of
 * the choices. */
static bool
is_logo(const struct walk *walk, const struct clair_node *link)
{
	if (walk->depth > 1 || walk->frames[0].items + walk->frames[0].loose > 0)
		return false;
	if (clair_outline_text(walk->outline, link) > 0)
		return holds(link, CLAIR_TAG_IMG) && is_said_again(walk, link);
	return holds(link, CLAIR_TAG_IMG) || holds(link, CLAIR_TAG_SVG);
}

/* Links of icons beside the list of the entries: networks, tools. */
static bool
is_icon_beside(const struct walk *walk, const struct frame *frame, const struct clair_node *action)
{
	return frame->worded != 0 && frame->list != frame->worded &&
	    clair_outline_text(walk->outline, action) == 0;
}

/* The first link after the node, at the same place; the answer is kept until that link is reached. */
static bool
is_before_link(struct walk *walk, const struct clair_node *node)
{
	const struct clair_node *next = node;

	if (walk->next_link > node->index)
		return walk->next_link != UINT32_MAX;
	while ((next = clair_next_sibling(next)) != NULL)
		if (is_element(next, CLAIR_TAG_A) && clair_has_attr(next, CLAIR_ATTR_HREF))
			break;
	walk->next_link = next == NULL ? UINT32_MAX : next->index;
	return next != NULL;
}

/* A button with words, in a box or not, between two loose links: an entry that a script opens. */
static bool
is_entry_button(struct walk *walk, const struct clair_node *node)
{
	const struct clair_node *box = clair_parent(node);

	if (node->tag != CLAIR_TAG_BUTTON || walk->beside == 0 || box == NULL ||
	    clair_outline_text(walk->outline, node) == 0)
		return false;
	if (node->parent == walk->beside)
		return is_before_link(walk, node);
	return box->tag == CLAIR_TAG_DIV && box->parent == walk->beside &&
	    clair_first_child(box) == node && is_before_link(walk, box);
}

static void
count_loose(struct walk *walk, const struct clair_node *node)
{
	struct frame *frame = top(walk);

	frame->loose++;
	frame->item_end = 0;
	frame->last_opens = false;
	tell(walk, walk->depth, node);
	if (opens_something(node))
		mark_opening(walk);
}

static void
see_action(struct walk *walk, const struct clair_node *node, enum clair_role role)
{
	struct frame *frame = top(walk);

	if (is_link(node, role) || (is_menu_item(role) && node->tag != CLAIR_TAG_LI))
		count_link(walk, node);
	if (in_item(walk, node)) {
		if (!frame->item_counted && !is_icon_beside(walk, frame, node)) {
			frame->item_counted = true;
			count_item(frame);
			tell(walk, walk->depth, node);
		}
		if (opens_something(node))
			mark_opening(walk);
	} else if ((is_link(node, role) || is_menu_item(role)) && !is_logo(walk, node)) {
		if (walk->beside != node->parent)
			walk->next_link = 0;
		walk->beside = node->parent;
		count_loose(walk, node);
	} else if (is_entry_button(walk, node)) {
		count_loose(walk, node);
	}
}

static bool
is_item(struct walk *walk, const struct clair_node *node, enum clair_role role)
{
	if (in_item(walk, node))
		return false;
	if (node->tag == CLAIR_TAG_LI || node->tag == CLAIR_TAG_DETAILS ||
	    (is_menu_item(role) && node->tag != CLAIR_TAG_A))
		return true;
	return walk->openers > 1 && is_box_with_opener(node);
}

/* The box of a drop-down that no list makes plain. */
static bool
is_box(struct walk *walk, const struct clair_node *node, unsigned marks)
{
	const struct frame *frame = top(walk);
	const struct clair_node *parent;

	if (in_item(walk, node)) {
		if ((marks & (CLAIR_MARK_SUBMENU | CLAIR_MARK_FOLD)) != 0)
			return true;
		parent = clair_parent(node);
		return parent != NULL && parent->tag == CLAIR_TAG_DETAILS &&
		    node->tag != CLAIR_TAG_SUMMARY;
	}
	return (marks & CLAIR_MARK_SUBMENU) != 0 && frame->loose > 0;
}

/* In a menu that has entries already: its secondary lists, and those that only phones show. */
static bool
is_aside(const struct walk *walk, unsigned marks)
{
	const struct frame *first = &walk->frames[0];

	return walk->depth == 1 && first->items + first->loose > 0 &&
	    (marks & (CLAIR_MARK_SIDE_MENU | CLAIR_MARK_SMALL_SCREEN)) != 0;
}

static void
see(struct walk *walk, const struct clair_node *node)
{
	enum clair_role role = written_role(walk->ctx, node);
	const struct clair_node *parent = clair_parent(node);

	if (node->index < walk->aside_end) {
		if (is_link(node, role))
			count_link(walk, node);
		return;
	}
	if (node->kind == CLAIR_NODE_ELEMENT && is_aside(walk, clair_marks(node))) {
		walk->aside_end = node->end;
		if (is_link(node, role))
			count_link(walk, node);
		return;
	}
	if (is_action(node, role) && !is_element(node, CLAIR_TAG_LI)) {
		see_action(walk, node, role);
	} else if (is_item(walk, node, role)) {
		begin_item(walk, node);
	} else if (is_list(node, role)) {
		bool nested = parent != NULL && parent != walk->menu &&
		    (parent->tag == CLAIR_TAG_UL || parent->tag == CLAIR_TAG_OL);

		if (in_item(walk, node) || (nested && top(walk)->items > 0))
			open_level(walk, node);
	} else if (is_box(walk, node, clair_marks(node))) {
		open_level(walk, node);
	}
}

static uint32_t
count_openers(const struct clair_node *menu)
{
	uint32_t count = 0;

	for (const struct clair_node *node = menu; node != NULL; node = clair_next_inside(menu, node))
		count += node != menu && is_box_with_opener(node);
	return count;
}

/* A button that unfolds the whole menu is not a level of it. */
static void
drop_single_levels(struct clair_menu_count *count)
{
	while (count->entries[1] <= 1 && count->entries[2] > 1) {
		count->first++;
		memmove(&count->entries[1], &count->entries[2],
		    (CLAIR_MENU_LEVELS - 1) * sizeof(count->entries[0]));
		count->entries[CLAIR_MENU_LEVELS] = 0;
		if (count->drop_downs > 0)
			count->drop_downs--;
	}
}

void
clair_menu_walk(struct clair_ctx *ctx, const struct clair_node *menu,
    struct clair_menu_count *count, clair_menu_entry_fn *entry, void *payload)
{
	struct walk walk = {
		.ctx = ctx,
		.outline = clair_outline_get(ctx),
		.menu = menu,
		.count = count,
		.entry = entry,
		.payload = payload,
		.openers = count_openers(menu),
	};

	*count = (struct clair_menu_count){.first = 1};
	push(&walk, menu->end);
	for (const struct clair_node *node = clair_next_inside(menu, menu); node != NULL;
	     node = clair_next_inside(menu, node)) {
		while (walk.depth > 1 && top(&walk)->end <= node->index)
			pop(&walk);
		see(&walk, node);
	}
	while (walk.depth > 0)
		pop(&walk);
	drop_single_levels(count);
}
