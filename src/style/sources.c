/*
 * Which sheets a page asks for: HTML 4.2.4 (link), 4.2.6 (style), 4.6.7.22 (rel=stylesheet) and the sets
 * of CSSOM 6.2. The tree has neither the contents of <template> nor those of <noscript>.
 */
#include "clairlint/rule.h"
#include "style/style.h"

#include <string.h>
#include <strings.h>

struct gathering {
	const struct clair_screen *screen;
	const char *set; /* name of the set that is on; NULL: none */
	struct clair_arena *arena;
	struct clair_style_source *list;
	size_t count;
};

static const char *
title_of(const struct clair_node *node)
{
	const char *title = clair_attr(node, CLAIR_ATTR_TITLE);

	return title != NULL && title[0] != '\0' ? title : NULL;
}

/* A <link> may say text/css with parameters, a <style> may not. */
static bool
says_css(const struct clair_node *node, bool parameters)
{
	const char *type = clair_attr(node, CLAIR_ATTR_TYPE);
	size_t length;

	if (type == NULL || type[0] == '\0')
		return true;
	length = parameters ? strcspn(type, "; \t\n\f\r") : strlen(type);
	return length == strlen("text/css") && strncasecmp(type, "text/css", length) == 0;
}

/* A link or a style element that makes a sheet, on or off. */
static bool
makes_sheet(const struct clair_node *node)
{
	const char *href;

	if (node->tag == CLAIR_TAG_STYLE)
		return says_css(node, false);
	href = clair_attr(node, CLAIR_ATTR_HREF);
	return clair_is_html(node) && href != NULL && href[strspn(href, " \t\n\f\r")] != '\0' &&
	    clair_attr_has_token(node, CLAIR_ATTR_REL, "stylesheet") && says_css(node, true) &&
	    !clair_has_attr(node, CLAIR_ATTR_DISABLED);
}

static bool
is_alternate(const struct clair_node *node)
{
	return node->tag == CLAIR_TAG_LINK && clair_attr_has_token(node, CLAIR_ATTR_REL, "alternate");
}

/* CSSOM 6.2: a sheet with the title of another set than the one that is on is off. */
static bool
is_on(const struct gathering *gathering, const struct clair_node *node)
{
	const char *title = title_of(node);

	if (title == NULL)
		return !is_alternate(node);
	return gathering->set != NULL && strcmp(title, gathering->set) == 0;
}

static bool
suits_screen(const struct gathering *gathering, const struct clair_node *node)
{
	const char *media = clair_attr(node, CLAIR_ATTR_MEDIA);
	const struct clair_media_list *list;
	struct clair_css_lexer lexer = {.source = media, .arena = gathering->arena};

	if (media == NULL)
		return true;
	lexer.end = (uint32_t)strlen(media);
	list = clair_media_read(lexer, gathering->arena);
	return list != NULL && clair_media_matches(list, gathering->screen);
}

/* Child text content: one text node in HTML; in SVG comments and elements may stand between. */
static void
read_text(struct gathering *gathering, struct clair_style_source *source)
{
	const struct clair_node *child = clair_node_first(source->node);
	size_t length = 0;
	char *text;

	if (child != NULL && child->kind == CLAIR_NODE_TEXT && clair_node_next(child) == NULL) {
		source->text = child->text;
		source->length = child->text_length;
		return;
	}
	for (; child != NULL; child = clair_node_next(child))
		length += child->kind == CLAIR_NODE_TEXT ? child->text_length : 0;
	text = clair_alloc(gathering->arena, length + 1);
	source->text = text != NULL ? text : "";
	source->length = text != NULL ? (uint32_t)length : 0;
	for (child = clair_node_first(source->node); text != NULL && child != NULL;
	     child = clair_node_next(child)) {
		if (child->kind != CLAIR_NODE_TEXT)
			continue;
		memcpy(text, child->text, child->text_length);
		text += child->text_length;
	}
}

static void
add(struct gathering *gathering, const struct clair_node *node)
{
	struct clair_style_source *source = &gathering->list[gathering->count];

	if (!makes_sheet(node) || !is_on(gathering, node) || !suits_screen(gathering, node))
		return;
	*source = (struct clair_style_source){.node = node};
	if (node->tag == CLAIR_TAG_LINK) {
		source->href = clair_attr(node, CLAIR_ATTR_HREF);
		source->charset = clair_attr(node, CLAIR_ATTR_CHARSET);
	} else {
		read_text(gathering, source);
	}
	gathering->count++;
}

/* The links and the styles of the page, as one list in document order. */
static const struct clair_node *
next_candidate(const struct clair_page *page, uint32_t *link, uint32_t *style)
{
	const uint32_t *links = page->by_tag[CLAIR_TAG_LINK];
	const uint32_t *styles = page->by_tag[CLAIR_TAG_STYLE];
	bool any_link = *link < page->tag_count[CLAIR_TAG_LINK];
	bool any_style = *style < page->tag_count[CLAIR_TAG_STYLE];

	if (!any_link && !any_style)
		return NULL;
	if (any_link && (!any_style || links[*link] < styles[*style]))
		return &page->nodes[links[(*link)++]];
	return &page->nodes[styles[(*style)++]];
}

/* CSSOM 6.2: the set named by <meta http-equiv=default-style>, else that of the first sheet with a title
 * that is not an alternate. */
static const char *
preferred_set(const struct clair_page *page)
{
	const uint32_t *metas = page->by_tag[CLAIR_TAG_META];
	const struct clair_node *node;
	const char *set = NULL;
	uint32_t link = 0;
	uint32_t style = 0;

	for (uint32_t i = 0; i < page->tag_count[CLAIR_TAG_META]; i++) {
		const struct clair_node *meta = &page->nodes[metas[i]];
		const char *content = clair_attr(meta, CLAIR_ATTR_CONTENT);

		if (content != NULL && content[0] != '\0' &&
		    clair_attr_is(meta, CLAIR_ATTR_HTTP_EQUIV, "default-style"))
			set = content;
	}
	while (set == NULL && (node = next_candidate(page, &link, &style)) != NULL) {
		if (makes_sheet(node) && !is_alternate(node))
			set = title_of(node);
	}
	return set;
}

size_t
clair_style_sources(const struct clair_page *page, const struct clair_screen *screen,
    const struct clair_style_source **sources, struct clair_arena *arena)
{
	struct gathering gathering = {.screen = screen, .arena = arena};
	size_t most = (size_t)page->tag_count[CLAIR_TAG_LINK] + page->tag_count[CLAIR_TAG_STYLE];
	const struct clair_node *node;
	uint32_t link = 0;
	uint32_t style = 0;

	gathering.set = preferred_set(page);
	gathering.list = clair_alloc_array(arena, most, sizeof(*gathering.list));
	*sources = gathering.list;
	if (gathering.list == NULL)
		return 0;
	while ((node = next_candidate(page, &link, &style)) != NULL)
		add(&gathering, node);
	return gathering.count;
}
