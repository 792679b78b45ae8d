/*
 * Menus of a page: navigation landmarks, ARIA menus, and lists of links that their class, or their
 * place in the head of the page, makes a menu. A list of links in the content or the footer is none.
 */
#include "facts/nav.h"
#include "facts/home.h"
#include "facts/marks.h"
#include "facts/menu_walk.h"
#include "facts/outline.h"

#include <string.h>

struct clair_menu_table {
	struct clair_menu *menus;
	uint32_t count;
	uint32_t room;
	int main_score;      /* of the best candidate for the main menu */
	uint32_t main_index;
};

enum { SKIP_LINKS_LIMIT = 8, HEADER_LIST_ENTRIES = 3 };

static bool
is_landmark_nav(struct clair_ctx *ctx, const struct clair_node *node)
{
	if (node->tag != CLAIR_TAG_NAV && !clair_has_attr(node, CLAIR_ATTR_ROLE))
		return false;
	switch (clair_role(ctx, node)) {
	case CLAIR_ROLE_NAVIGATION:
	case CLAIR_ROLE_MENUBAR:
		return true;
	default:
		return false;
	}
}

/* Landmarks are in document order. */
static bool
holds_landmark_nav(struct clair_ctx *ctx, const struct clair_node *node)
{
	size_t low = 0;
	size_t high = clair_landmark_count(ctx);

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (clair_landmark(ctx, middle)->index <= node->index)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < clair_landmark_count(ctx); low++) {
		const struct clair_node *landmark = clair_landmark(ctx, low);

		if (landmark->index >= node->end)
			return false;
		if (clair_role(ctx, landmark) == CLAIR_ROLE_NAVIGATION)
			return true;
	}
	return false;
}

static bool
is_list_of_links(struct clair_ctx *ctx, const struct clair_node *list)
{
	const struct clair_outline *outline = clair_outline_get(ctx);
	uint32_t entries = 0;

	if (list->tag != CLAIR_TAG_UL && list->tag != CLAIR_TAG_OL)
		return false;
	for (const struct clair_node *item = clair_first_child(list); item != NULL;
	     item = clair_next_sibling(item))
		entries += clair_outline_link_text(outline, item) > 0;
	return entries >= HEADER_LIST_ENTRIES &&
	    clair_outline_link_text(outline, list) >= clair_outline_text(outline, list) / 10 * 8;
}

static bool
is_candidate(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_outline *outline = clair_outline_get(ctx);

	if (is_landmark_nav(ctx, node))
		return clair_exposed(ctx, node);
	if (clair_outline_starts_nav(outline, node))
		return clair_exposed(ctx, node) && !holds_landmark_nav(ctx, node);
	return clair_region(ctx, node) == CLAIR_IN_HEADER && is_list_of_links(ctx, node) &&
	    clair_exposed(ctx, node);
}

/* The name that somebody gave: that of a cell or a heading would be all its words. */
static const char *
given_name(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *name = clair_name(ctx, node);

	switch (clair_name_from(ctx, node)) {
	case CLAIR_NAME_LABELLEDBY:
	case CLAIR_NAME_LABEL_ATTR:
	case CLAIR_NAME_TITLE:
		return name;
	default:
		return "";
	}
}

static bool
name_is(struct clair_ctx *ctx, const char *pattern, const struct clair_menu *menu)
{
	return menu->name[0] != '\0' && clair_matches(ctx, pattern, menu->name);
}

/* Marks of the element and of the few around it that hold nothing else. */
static unsigned
marks_around(const struct clair_outline *outline, const struct clair_node *node)
{
	unsigned marks = clair_marks(node);
	const struct clair_node *child = clair_first_child(node);
	const struct clair_node *parent = clair_parent(node);

	if (child != NULL && clair_next_sibling(child) == NULL)
		marks |= clair_marks(child);
	for (int i = 0; i < 2 && parent != NULL && parent->tag != CLAIR_TAG_BODY; i++) {
		if (clair_outline_text(outline, parent) != clair_outline_text(outline, node))
			break;
		marks |= clair_marks(parent);
		parent = clair_parent(parent);
	}
	return marks;
}

static const struct clair_node *
first_link(const struct clair_node *menu)
{
	for (const struct clair_node *node = menu; node != NULL; node = clair_next_inside(menu, node))
		if (node->tag == CLAIR_TAG_A && clair_has_attr(node, CLAIR_ATTR_HREF))
			return node;
	return NULL;
}

static bool
is_skip_list(struct clair_ctx *ctx, const struct clair_menu *menu, unsigned marks,
    const struct clair_menu_count *count)
{
	const struct clair_node *link = first_link(menu->node);

	if (count->inner_links == 0 || count->links > SKIP_LINKS_LIMIT || link == NULL)
		return false;
	if ((marks & CLAIR_MARK_SKIP) != 0 || name_is(ctx, "menu-skip", menu))
		return true;
	return count->inner_links == count->links &&
	    clair_outline_before_main(clair_outline_get(ctx), menu->node) &&
	    clair_matches(ctx, "link-skip", clair_name(ctx, link));
}

static void
tell_sorts_apart(struct clair_ctx *ctx, struct clair_menu *menu, unsigned marks,
    const struct clair_menu_count *count)
{
	menu->is_skip_links = is_skip_list(ctx, menu, marks, count);
	if (menu->is_skip_links)
		return;
	menu->is_breadcrumb =
	    (marks & CLAIR_MARK_BREADCRUMB) != 0 || name_is(ctx, "menu-breadcrumb", menu);
	if (menu->is_breadcrumb)
		return;
	menu->is_pagination = (marks & CLAIR_MARK_PAGINATION) != 0 ||
	    name_is(ctx, "menu-pagination", menu) ||
	    (count->numbers >= 2 && count->numbers + 4 >= count->links);
	if (menu->is_pagination)
		return;
	menu->is_toc = count->links > 0 && count->inner_links == count->links;
}

static enum clair_region
region_around(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_node *parent = clair_parent(node);

	return parent == NULL ? CLAIR_IN_MAIN : clair_region(ctx, parent);
}

/* Hardly any text comes before: some pages put their head inside the main landmark. */
static bool
is_first(const struct clair_outline *outline, const struct clair_node *node)
{
	const struct clair_node *root = node - node->index;

	return clair_outline_text_before(outline, node) <= clair_outline_text(outline, root) / 20;
}

/* How well a menu fits the part of the page's main one; 0: not at all. */
static int
score_as_main(struct clair_ctx *ctx, const struct clair_menu *menu, unsigned marks)
{
	const struct clair_outline *outline = clair_outline_get(ctx);
	enum clair_region around = region_around(ctx, menu->node);
	int score = 1;

	if (menu->is_breadcrumb || menu->is_pagination || menu->is_toc || menu->is_skip_links ||
	    menu->entries < 2 || around == CLAIR_IN_FOOTER)
		return 0;
	if (name_is(ctx, "menu-main", menu))
		score += 12;
	if ((marks & CLAIR_MARK_MAIN_MENU) != 0)
		score += 8;
	if ((marks & CLAIR_MARK_SIDE_MENU) != 0 || name_is(ctx, "menu-side", menu))
		score -= 8;
	/* The contents of a book, or a column beside the text. */
	if ((marks & (CLAIR_MARK_TOC | CLAIR_MARK_ASIDE)) != 0 || around == CLAIR_IN_ASIDE)
		score -= 12;
	if (around == CLAIR_IN_HEADER)
		score += 6;
	else if (clair_outline_in_main(outline, menu->node) && !is_first(outline, menu->node))
		score -= 10;
	else if (clair_outline_before_main(outline, menu->node))
		score += 3;
	if (is_landmark_nav(ctx, menu->node))
		score += 3;
	if ((marks & CLAIR_MARK_MENU) != 0)
		score += 2;
	if (menu->drop_downs > 0)
		score += 1;
	if (menu->entries >= 3)
		score += 2;
	return score;
}

static struct clair_menu *
add_menu(struct clair_arena *arena, struct clair_menu_table *table)
{
	if (table->count == table->room) {
		uint32_t room = table->room == 0 ? 8 : table->room * 2;
		struct clair_menu *menus = clair_alloc_array(arena, room, sizeof(*menus));

		if (menus == NULL)
			return NULL;
		if (table->count > 0)
			memcpy(menus, table->menus, table->count * sizeof(*menus));
		table->menus = menus;
		table->room = room;
	}
	return &table->menus[table->count++];
}

static uint32_t
depth_of(const struct clair_menu_count *count)
{
	uint32_t depth = 0;

	for (uint32_t level = 1; level <= CLAIR_MENU_LEVELS; level++)
		if (count->entries[level] > 0)
			depth = level;
	return depth;
}

static void
read_menu(struct clair_ctx *ctx, struct clair_menu_table *table, const struct clair_node *node)
{
	struct clair_menu_count count;
	struct clair_menu *menu;
	unsigned marks;
	int score;

	clair_menu_walk(ctx, node, &count, NULL, NULL);
	if (count.links == 0)
		return;
	menu = add_menu(&ctx->page->mem, table);
	if (menu == NULL)
		return;
	*menu = (struct clair_menu){
		.node = node,
		.name = given_name(ctx, node),
		.entries = count.entries[1],
		.depth = depth_of(&count),
		.links = count.links,
		.drop_downs = count.drop_downs,
		.largest_level = count.largest_level,
	};
	marks = marks_around(clair_outline_get(ctx), node);
	tell_sorts_apart(ctx, menu, marks, &count);
	score = score_as_main(ctx, menu, marks);
	if (score > table->main_score) {
		table->main_score = score;
		table->main_index = table->count - 1;
	}
}

struct labelling {
	struct clair_ctx *ctx;
	struct clair_menu *menu;
	const struct clair_node **labels;
	uint32_t level;
	uint32_t room;
};

static bool
leads_here(struct clair_ctx *ctx, const struct clair_node *link)
{
	const char *href = clair_attr(link, CLAIR_ATTR_HREF);
	const char *address;
	const char *here = clair_page_url(ctx);

	if (link->tag != CLAIR_TAG_A || href == NULL || href[0] == '\0' || href[0] == '#')
		return false;
	address = clair_resolve(ctx, href);
	return address != NULL && strcmp(address, here) == 0;
}

static void
keep_label(void *payload, uint32_t level, const struct clair_node *item)
{
	struct labelling *labelling = payload;
	const struct clair_node *label = clair_menu_action(item);
	struct clair_menu *menu = labelling->menu;

	if (level != labelling->level || menu->label_count == labelling->room)
		return;
	labelling->labels[menu->label_count++] = label;
	if (menu->here == NULL && leads_here(labelling->ctx, label))
		menu->here = label;
	/* Templates often take the link away from the entry of the page that is read. */
	if (label->tag != CLAIR_TAG_A && label->tag != CLAIR_TAG_BUTTON && label->tag != CLAIR_TAG_SUMMARY)
		menu->marks_here = true;
	if (label->tag == CLAIR_TAG_A && !clair_has_attr(label, CLAIR_ATTR_HREF))
		menu->marks_here = true;
}

static bool
has_here_mark(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *classes = clair_attr(node, CLAIR_ATTR_CLASS);

	if (clair_has_attr(node, CLAIR_ATTR_ARIA_CURRENT) &&
	    !clair_attr_is(node, CLAIR_ATTR_ARIA_CURRENT, "false"))
		return true;
	return classes != NULL && clair_matches(ctx, "menu-here", classes);
}

static bool
is_written_alike(const struct clair_node *one, const struct clair_node *other, enum clair_attribute attribute)
{
	const char *first = clair_attr(one, attribute);
	const char *second = clair_attr(other, attribute);

	return strcmp(first == NULL ? "" : first, second == NULL ? "" : second) == 0;
}

/* No other entry has the same classes and style: the difference may be the mark. */
static bool
is_apart(const struct clair_menu *menu)
{
	const struct clair_node *here = menu->here;

	for (uint32_t i = 0; i < menu->label_count; i++) {
		const struct clair_node *label = menu->labels[i];

		if (label != here && is_written_alike(label, here, CLAIR_ATTR_CLASS) &&
		    is_written_alike(label, here, CLAIR_ATTR_STYLE) &&
		    is_written_alike(clair_parent(label), clair_parent(here), CLAIR_ATTR_CLASS) &&
		    is_written_alike(clair_parent(label), clair_parent(here), CLAIR_ATTR_STYLE))
			return false;
	}
	return true;
}

static void
read_entries(struct clair_ctx *ctx, struct clair_menu *menu)
{
	struct labelling labelling = {.ctx = ctx, .menu = menu};
	struct clair_menu_count count;

	clair_menu_walk(ctx, menu->node, &count, NULL, NULL);
	labelling.level = count.first;
	labelling.room = count.told[count.first];
	labelling.labels =
	    clair_alloc_array(&ctx->page->mem, labelling.room + 1, sizeof(*labelling.labels));
	if (labelling.labels == NULL)
		return;
	menu->labels = labelling.labels;
	clair_menu_walk(ctx, menu->node, &count, keep_label, &labelling);
	if (menu->here != NULL && is_apart(menu))
		menu->marks_here = true;
	for (const struct clair_node *node = clair_next_inside(menu->node, menu->node);
	     node != NULL && !menu->marks_here; node = clair_next_inside(menu->node, node))
		menu->marks_here = has_here_mark(ctx, node);
}

/* The least that a main menu shows: its place, or its name, beside being a menu. */
enum { MAIN_SCORE = 5 };

static struct clair_menu_table *
make_table(struct clair_ctx *ctx)
{
	const struct clair_page *page = ctx->page;
	struct clair_menu_table *table = clair_alloc(&ctx->page->mem, sizeof(*table));

	if (table == NULL)
		return NULL;
	for (uint32_t i = 0; i < page->node_count;) {
		const struct clair_node *node = &page->nodes[i];

		if (node->kind == CLAIR_NODE_ELEMENT && is_candidate(ctx, node)) {
			read_menu(ctx, table, node);
			i = node->end;
		} else {
			i++;
		}
	}
	if (table->main_score >= MAIN_SCORE) {
		table->menus[table->main_index].is_main = true;
		read_entries(ctx, &table->menus[table->main_index]);
	}
	return table;
}

static const struct clair_menu_table *
table_of(struct clair_ctx *ctx)
{
	static const struct clair_menu_table empty;

	if (ctx->facts->menus == NULL && !ctx->page->mem.failed)
		ctx->facts->menus = make_table(ctx);
	return ctx->facts->menus == NULL ? &empty : ctx->facts->menus;
}

size_t
clair_menu_count(struct clair_ctx *ctx)
{
	return table_of(ctx)->count;
}

const struct clair_menu *
clair_menu(struct clair_ctx *ctx, size_t index)
{
	const struct clair_menu_table *table = table_of(ctx);

	return index < table->count ? &table->menus[index] : NULL;
}

struct hashing {
	struct clair_ctx *ctx;
	uint32_t level;
	struct clair_menu_words words;
};

const struct clair_node *
clair_menu_action(const struct clair_node *item)
{
	for (const struct clair_node *node = item; node != NULL; node = clair_next_inside(item, node))
		if (node->tag == CLAIR_TAG_A || node->tag == CLAIR_TAG_BUTTON ||
		    node->tag == CLAIR_TAG_SUMMARY)
			return node;
	return item;
}

const char *
clair_menu_label_words(struct clair_ctx *ctx, const struct clair_node *label, size_t *length)
{
	const char *text = clair_text_content(ctx, clair_menu_action(label));

	*length = strcspn(text, "(");
	while (*length > 0 && text[*length - 1] == ' ')
		(*length)--;
	return text;
}

static void
hash_entry(void *payload, uint32_t level, const struct clair_node *label)
{
	struct hashing *hashing = payload;
	const char *text;
	size_t length;

	if (level != hashing->level)
		return;
	text = clair_menu_label_words(hashing->ctx, label, &length);
	hashing->words.in_order = clair_hash(text, length, hashing->words.in_order);
	hashing->words.in_order = clair_hash("\n", 1, hashing->words.in_order);
	hashing->words.in_any_order += clair_hash(text, length, CLAIR_HASH_SEED);
}

struct clair_menu_words
clair_menu_words(struct clair_ctx *ctx, const struct clair_menu *menu)
{
	struct hashing hashing = {.ctx = ctx, .words = {.in_order = CLAIR_HASH_SEED}};
	struct clair_menu_count count;

	clair_menu_walk(ctx, menu->node, &count, NULL, NULL);
	hashing.level = count.first;
	clair_menu_walk(ctx, menu->node, &count, hash_entry, &hashing);
	return hashing.words;
}
