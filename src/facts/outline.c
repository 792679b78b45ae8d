/*
 * Landmarks, headings and regions: one pass over the nodes, ancestors before descendants.
 *
 * Roles decide first. Where a page has no landmark, ids and classes that sites commonly use stand in
 * for them, checked against the place of the element and the share of the text it holds.
 */
#include "facts/outline.h"
#include "facts/aria.h"
#include "facts/marks.h"

#include <string.h>

enum {
	STATE_REGION = 7,      /* enum clair_region */
	STATE_MAIN = 8,        /* inside the main landmark */
	STATE_NAMED_MAIN = 16, /* inside id="content" and the like */
	STATE_ARTICLE = 32,
	STATE_NAV_START = 64,
	STATE_IN_LINK = 128,   /* first pass only */
};

struct clair_outline {
	uint8_t *states;
	uint32_t *text;      /* bytes that are not spaces before node i; one more than nodes */
	uint32_t *link_text;
	uint32_t node_count;
	uint32_t first_main; /* index of the first main landmark */
	uint32_t last_main_end;
	bool has_main;       /* a main landmark that holds a fair share of the text */
	const struct clair_node **landmarks;
	uint32_t landmark_count;
	const struct clair_node **headings;
	uint32_t heading_count;
};

static bool
is_space(char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool
holds_no_text(enum clair_tag tag)
{
	switch (tag) {
	case CLAIR_TAG_SCRIPT:
	case CLAIR_TAG_STYLE:
	case CLAIR_TAG_NOSCRIPT:
	case CLAIR_TAG_TEMPLATE:
	case CLAIR_TAG_TITLE:
	case CLAIR_TAG_OPTION:
	case CLAIR_TAG_IFRAME:
	case CLAIR_TAG_TEXTAREA:
		return true;
	default:
		return false;
	}
}

static uint32_t
count_text(const struct clair_node *node)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < node->text_length; i++)
		count += !is_space(node->text[i]);
	return count;
}

static void
measure_text(struct clair_outline *outline, const struct clair_page *page)
{
	uint32_t all = 0;
	uint32_t linked = 0;

	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		const struct clair_node *parent = clair_node_parent(node);

		outline->text[i] = all;
		outline->link_text[i] = linked;
		if (parent != NULL)
			outline->states[i] = outline->states[parent->index] & STATE_IN_LINK;
		if (node->kind == CLAIR_NODE_ELEMENT && node->tag == CLAIR_TAG_A)
			outline->states[i] = STATE_IN_LINK;
		if (node->kind != CLAIR_NODE_TEXT || parent == NULL ||
		    holds_no_text((enum clair_tag)parent->tag))
			continue;
		uint32_t count = count_text(node);
		all += count;
		if ((outline->states[i] & STATE_IN_LINK) != 0)
			linked += count;
	}
	outline->text[page->node_count] = all;
	outline->link_text[page->node_count] = linked;
}

/* Asking the role of every element would be dear: only these can be landmarks, headings, dialogs. */
static bool
may_have_part(const struct clair_node *node)
{
	switch ((enum clair_tag)node->tag) {
	case CLAIR_TAG_HEADER:
	case CLAIR_TAG_FOOTER:
	case CLAIR_TAG_NAV:
	case CLAIR_TAG_MAIN:
	case CLAIR_TAG_ASIDE:
	case CLAIR_TAG_SECTION:
	case CLAIR_TAG_FORM:
	case CLAIR_TAG_SEARCH:
	case CLAIR_TAG_DIALOG:
	case CLAIR_TAG_H1:
	case CLAIR_TAG_H2:
	case CLAIR_TAG_H3:
	case CLAIR_TAG_H4:
	case CLAIR_TAG_H5:
	case CLAIR_TAG_H6:
		return true;
	default:
		return clair_has_attr(node, CLAIR_ATTR_ROLE);
	}
}

static void
find_main(struct clair_ctx *ctx, struct clair_outline *outline)
{
	const struct clair_page *page = ctx->page;
	uint32_t held = 0;

	outline->first_main = page->node_count;
	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];

		if (node->kind != CLAIR_NODE_ELEMENT ||
		    (node->tag != CLAIR_TAG_MAIN && !clair_has_attr(node, CLAIR_ATTR_ROLE)) ||
		    clair_role(ctx, node) != CLAIR_ROLE_MAIN)
			continue;
		if (i < outline->last_main_end)
			continue;
		if (outline->first_main == page->node_count)
			outline->first_main = i;
		outline->last_main_end = node->end;
		held += outline->text[node->end] - outline->text[i];
	}
	/* A main landmark closed too early, or empty, tells nothing about what lies outside. */
	outline->has_main = held > 0 && held >= outline->text[page->node_count] / 4;
}

static enum clair_region
region_of_role(enum clair_role role, uint8_t state)
{
	enum clair_region region = (enum clair_region)(state & STATE_REGION);

	switch (role) {
	case CLAIR_ROLE_BANNER:
		return CLAIR_IN_HEADER;
	case CLAIR_ROLE_CONTENTINFO:
		return CLAIR_IN_FOOTER;
	case CLAIR_ROLE_NAVIGATION:
		return region == CLAIR_IN_FOOTER ? region : CLAIR_IN_NAV;
	case CLAIR_ROLE_COMPLEMENTARY:
		return region == CLAIR_IN_MAIN ? CLAIR_IN_ASIDE : region;
	case CLAIR_ROLE_DIALOG:
	case CLAIR_ROLE_ALERTDIALOG:
		return region == CLAIR_IN_MAIN && (state & STATE_MAIN) == 0 ? CLAIR_IN_ASIDE : region;
	default:
		return region;
	}
}

/* The element holds so much of the page that its name must be about something else. */
static bool
holds_the_page(const struct clair_outline *outline, const struct clair_node *node)
{
	uint32_t total = outline->text[outline->node_count];

	if (outline->has_main && node->index <= outline->first_main &&
	    node->end > outline->first_main)
		return true;
	return total > 200 && clair_outline_text(outline, node) > total / 10 * 7;
}

/* Before, or after, the middle of the text. */
static bool
starts_early(const struct clair_outline *outline, const struct clair_node *node)
{
	return outline->text[node->index] <= outline->text[outline->node_count] / 2;
}

static bool
ends_late(const struct clair_outline *outline, const struct clair_node *node)
{
	return outline->text[node->end] >= outline->text[outline->node_count] / 2;
}

/* Words of links are most of its words. */
static bool
is_mostly_links(const struct clair_outline *outline, const struct clair_node *node)
{
	uint32_t text = clair_outline_text(outline, node);

	return text > 0 && clair_outline_link_text(outline, node) >= text / 10 * 6;
}

static enum clair_region
region_of_marks(const struct clair_outline *outline, const struct clair_node *node,
    unsigned marks, uint8_t state)
{
	enum clair_region region = (enum clair_region)(state & STATE_REGION);
	bool is_content = (state & (STATE_MAIN | STATE_ARTICLE)) != 0;

	if (marks == 0 || node->tag == CLAIR_TAG_BODY || node->tag == CLAIR_TAG_HTML ||
	    region == CLAIR_IN_FOOTER || holds_the_page(outline, node))
		return region;
	if ((marks & (CLAIR_MARK_BREADCRUMB | CLAIR_MARK_PAGINATION | CLAIR_MARK_SKIP)) != 0)
		return CLAIR_IN_NAV;
	if (region == CLAIR_IN_NAV)
		return region;
	if ((marks & (CLAIR_MARK_MENU | CLAIR_MARK_TOC)) != 0 && is_mostly_links(outline, node))
		return CLAIR_IN_NAV;
	if (region != CLAIR_IN_MAIN)
		return region;
	if ((marks & CLAIR_MARK_COOKIES) != 0 && (state & STATE_MAIN) == 0)
		return CLAIR_IN_ASIDE;
	if ((marks & CLAIR_MARK_FOOTER) != 0 && !is_content && ends_late(outline, node))
		return CLAIR_IN_FOOTER;
	if ((marks & CLAIR_MARK_HEADER) != 0 && !is_content && (state & STATE_NAMED_MAIN) == 0 &&
	    starts_early(outline, node))
		return CLAIR_IN_HEADER;
	if ((marks & CLAIR_MARK_ASIDE) != 0 && (state & STATE_ARTICLE) == 0)
		return CLAIR_IN_ASIDE;
	return region;
}

/* With a main landmark, what lies before it belongs to the head of the page, what follows to its
 * foot, named or not. */
static enum clair_region
region_of_place(const struct clair_outline *outline, const struct clair_node *node)
{
	if (!outline->has_main)
		return CLAIR_IN_MAIN;
	if (node->end <= outline->first_main)
		return CLAIR_IN_HEADER;
	if (node->index >= outline->last_main_end)
		return CLAIR_IN_FOOTER;
	return CLAIR_IN_MAIN;
}

static uint8_t
with_region(uint8_t state, enum clair_region region)
{
	return (uint8_t)((state & ~(unsigned)STATE_REGION) | (unsigned)region);
}

static uint8_t
state_of(const struct clair_outline *outline,
    const struct clair_node *node, uint8_t state, enum clair_role role)
{
	enum clair_region before = (enum clair_region)(state & STATE_REGION);
	enum clair_region region;
	unsigned marks = clair_marks(node);

	if (role == CLAIR_ROLE_MAIN && before != CLAIR_IN_FOOTER)
		return with_region(state, CLAIR_IN_MAIN) | STATE_MAIN;
	if (role == CLAIR_ROLE_ARTICLE || node->tag == CLAIR_TAG_ARTICLE)
		state |= STATE_ARTICLE;
	region = region_of_role(role, state);
	if (region == before && role != CLAIR_ROLE_NAVIGATION)
		region = region_of_marks(outline, node, marks, state);
	if (region == CLAIR_IN_MAIN && (state & STATE_MAIN) == 0)
		region = region_of_place(outline, node);
	state = with_region(state, region);
	if (role == CLAIR_ROLE_NAVIGATION || (region == CLAIR_IN_NAV && before != CLAIR_IN_NAV))
		state |= STATE_NAV_START;
	if (region == CLAIR_IN_MAIN && (marks & CLAIR_MARK_MAIN) != 0 &&
	    !holds_the_page(outline, node))
		state |= STATE_NAMED_MAIN;
	return state;
}

static bool
is_landmark(struct clair_ctx *ctx, const struct clair_node *node, enum clair_role role)
{
	if (!clair_role_is_landmark(role) || !clair_exposed(ctx, node))
		return false;
	/* HTML-AAM: a form or a section is a landmark once it has a name. */
	if (role == CLAIR_ROLE_FORM || role == CLAIR_ROLE_REGION)
		return clair_name(ctx, node)[0] != '\0';
	return true;
}

static void
fill(struct clair_ctx *ctx, struct clair_outline *outline)
{
	const struct clair_page *page = ctx->page;

	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		const struct clair_node *parent = clair_node_parent(node);
		enum clair_role role = CLAIR_ROLE_NO_ROLE;
		uint8_t state = 0;

		if (parent != NULL)
			state = outline->states[parent->index] & (uint8_t)~STATE_NAV_START;
		outline->states[i] = state;
		if (node->kind != CLAIR_NODE_ELEMENT)
			continue;
		if (may_have_part(node))
			role = clair_role(ctx, node);
		outline->states[i] = state_of(outline, node, state, role);
		if (role == CLAIR_ROLE_HEADING && clair_exposed(ctx, node))
			outline->headings[outline->heading_count++] = node;
		else if (is_landmark(ctx, node, role))
			outline->landmarks[outline->landmark_count++] = node;
	}
}

static uint32_t
count_parts(const struct clair_page *page)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < page->node_count; i++)
		count += page->nodes[i].kind == CLAIR_NODE_ELEMENT && may_have_part(&page->nodes[i]);
	return count;
}

static struct clair_outline *
make_outline(struct clair_ctx *ctx)
{
	struct clair_page *page = ctx->page;
	struct clair_outline *outline = clair_alloc(&page->mem, sizeof(*outline));
	size_t parts = count_parts(page);

	if (outline == NULL)
		return NULL;
	outline->states = clair_alloc_array(&page->mem, (size_t)page->node_count + 1, 1);
	outline->text =
	    clair_alloc_array(&page->mem, (size_t)page->node_count + 1, sizeof(*outline->text));
	outline->link_text = clair_alloc_array(
	    &page->mem, (size_t)page->node_count + 1, sizeof(*outline->link_text));
	outline->landmarks =
	    clair_alloc_array(&page->mem, parts + 1, sizeof(*outline->landmarks));
	outline->headings = clair_alloc_array(&page->mem, parts + 1, sizeof(*outline->headings));
	if (page->mem.failed)
		return NULL;
	outline->node_count = page->node_count;
	measure_text(outline, page);
	find_main(ctx, outline);
	fill(ctx, outline);
	return outline;
}

const struct clair_outline *
clair_outline_get(struct clair_ctx *ctx)
{
	static const struct clair_outline empty;

	if (ctx->facts->outline == NULL && !ctx->page->mem.failed)
		ctx->facts->outline = make_outline(ctx);
	return ctx->facts->outline == NULL ? &empty : ctx->facts->outline;
}

uint32_t
clair_outline_text(const struct clair_outline *outline, const struct clair_node *node)
{
	if (outline->text == NULL)
		return 0;
	return outline->text[node->end] - outline->text[node->index];
}

uint32_t
clair_outline_link_text(const struct clair_outline *outline, const struct clair_node *node)
{
	if (outline->link_text == NULL)
		return 0;
	return outline->link_text[node->end] - outline->link_text[node->index];
}

uint32_t
clair_outline_text_before(const struct clair_outline *outline, const struct clair_node *node)
{
	return outline->text == NULL ? 0 : outline->text[node->index];
}

static unsigned
state_at(const struct clair_outline *outline, const struct clair_node *node)
{
	return outline->states == NULL ? 0 : outline->states[node->index];
}

bool
clair_outline_starts_nav(const struct clair_outline *outline, const struct clair_node *node)
{
	return (state_at(outline, node) & STATE_NAV_START) != 0;
}

bool
clair_outline_in_main(const struct clair_outline *outline, const struct clair_node *node)
{
	return (state_at(outline, node) & (STATE_MAIN | STATE_NAMED_MAIN)) != 0;
}

bool
clair_outline_before_main(const struct clair_outline *outline, const struct clair_node *node)
{
	if (outline->text == NULL)
		return false;
	if (outline->has_main)
		return node->end <= outline->first_main;
	return starts_early(outline, node);
}

enum clair_region
clair_region(struct clair_ctx *ctx, const struct clair_node *node)
{
	return (enum clair_region)(state_at(clair_outline_get(ctx), node) & STATE_REGION);
}

size_t
clair_landmark_count(struct clair_ctx *ctx)
{
	return clair_outline_get(ctx)->landmark_count;
}

const struct clair_node *
clair_landmark(struct clair_ctx *ctx, size_t index)
{
	const struct clair_outline *outline = clair_outline_get(ctx);

	return index < outline->landmark_count ? outline->landmarks[index] : NULL;
}

size_t
clair_heading_count(struct clair_ctx *ctx)
{
	return clair_outline_get(ctx)->heading_count;
}

const struct clair_node *
clair_heading(struct clair_ctx *ctx, size_t index)
{
	const struct clair_outline *outline = clair_outline_get(ctx);

	return index < outline->heading_count ? outline->headings[index] : NULL;
}

/* aria-level as a number from 1 to 9, or 0 when it is not one. */
static int
stated_level(const struct clair_node *node)
{
	const char *value = clair_attr(node, CLAIR_ATTR_ARIA_LEVEL);

	if (value == NULL)
		return 0;
	while (is_space(*value))
		value++;
	if (value[0] < '1' || value[0] > '9')
		return 0;
	/* Levels past 9 are not told apart by assistive technology. */
	return value[1] >= '0' && value[1] <= '9' ? 9 : value[0] - '0';
}

static int
level_of_tag(enum clair_tag tag)
{
	switch (tag) {
	case CLAIR_TAG_H1:
		return 1;
	case CLAIR_TAG_H2:
		return 2;
	case CLAIR_TAG_H3:
		return 3;
	case CLAIR_TAG_H4:
		return 4;
	case CLAIR_TAG_H5:
		return 5;
	case CLAIR_TAG_H6:
		return 6;
	default:
		return 2; /* ARIA 1.2: the default level of role heading */
	}
}

int
clair_heading_level(struct clair_ctx *ctx, const struct clair_node *node)
{
	int level;

	if (!may_have_part(node) || clair_role(ctx, node) != CLAIR_ROLE_HEADING)
		return 0;
	level = stated_level(node);
	return level > 0 ? level : level_of_tag((enum clair_tag)node->tag);
}
