/* :lang() and :dir(): Selectors 4, section 7. */
#include "style/selector_form.h"

#include <unictype.h>
#include <unistr.h>

/* --- Language --------------------------------------------------------------------------------- */

/* HTML 3.2.6.2: of the element itself, NULL when it says none. */
static const char *
own_language(const struct clair_node *node)
{
	const char *language = NULL;

	if ((node->flags & CLAIR_NODE_FOREIGN) != 0)
		language = clair_attr(node, CLAIR_ATTR_XML_LANG);
	return language != NULL ? language : clair_attr(node, CLAIR_ATTR_LANG);
}

/* The pragma, for elements that no ancestor gives a language: the last one wins. */
static const char *
page_language(struct clair_match *match)
{
	struct clair_selector_caches *caches = clair_selector_caches(match);
	const struct clair_page *page = match->page;

	if (caches == NULL)
		return "";
	if (caches->language != NULL)
		return caches->language;
	caches->language = "";
	for (uint32_t i = 0; i < page->tag_count[CLAIR_TAG_META]; i++) {
		const struct clair_node *meta = &page->nodes[page->by_tag[CLAIR_TAG_META][i]];
		const char *content = clair_attr(meta, CLAIR_ATTR_CONTENT);

		if (content != NULL &&
		    clair_is_keyword(clair_attr(meta, CLAIR_ATTR_HTTP_EQUIV), "content-language"))
			caches->language = content;
	}
	return caches->language;
}

/* Browsers take the start of the tag, up to a hyphen: they do not filter as RFC 4647 3.3.2 does. */
bool
clair_selector_lang(
    struct clair_match *match, const struct clair_simple *simple, const struct clair_node *node)
{
	const char *language = NULL;

	for (; node != NULL && language == NULL && clair_selector_spend(match, 1);
	     node = clair_node_parent(node))
		language = own_language(node);
	if (language == NULL)
		language = page_language(match);
	return strlen(language) >= simple->length && simple->length != 0 &&
	    clair_css_same(language, simple->text, simple->length, true) &&
	    (language[simple->length] == '\0' || language[simple->length] == '-');
}

/* --- Direction: HTML 3.2.6.4 ------------------------------------------------------------------ */

enum { BY_PARENT = 0, LEFT_TO_RIGHT = 'l', RIGHT_TO_LEFT = 'r', BY_TEXT = 'a' };

/* Of the first strong character; BY_PARENT when there is none. */
static int
text_direction(struct clair_match *match, const char *text)
{
	const uint8_t *at = (const uint8_t *)text;
	ucs4_t character;

	while ((at = u8_next(&character, at)) != NULL) {
		int category = uc_bidi_category(character);

		if (category == UC_BIDI_L)
			return LEFT_TO_RIGHT;
		if (category == UC_BIDI_R || category == UC_BIDI_AL)
			return RIGHT_TO_LEFT;
		if ((at - (const uint8_t *)text) % 64 == 0 && !clair_selector_spend(match, 1))
			return BY_PARENT;
	}
	return BY_PARENT;
}

static int
own_direction(const struct clair_node *node)
{
	const char *said = clair_attr(node, CLAIR_ATTR_DIR);

	if (node->kind != CLAIR_NODE_ELEMENT || (node->flags & CLAIR_NODE_FOREIGN) != 0)
		return BY_PARENT;
	if (clair_is_keyword(said, "ltr"))
		return LEFT_TO_RIGHT;
	if (clair_is_keyword(said, "rtl"))
		return RIGHT_TO_LEFT;
	if (clair_is_keyword(said, "auto") || node->tag == CLAIR_TAG_BDI)
		return BY_TEXT;
	return node->tag == CLAIR_TAG_INPUT && clair_is_keyword(clair_attr(node, CLAIR_ATTR_TYPE), "tel")
	    ? LEFT_TO_RIGHT
	    : BY_PARENT;
}

/* The text of these, and of what has its own direction, says nothing of the element around. */
static bool
is_passed_over(const struct clair_node *node)
{
	return clair_is_element(node, CLAIR_TAG_SCRIPT) || clair_is_element(node, CLAIR_TAG_STYLE) ||
	    clair_is_element(node, CLAIR_TAG_TEXTAREA) || own_direction(node) != BY_PARENT;
}

static int
content_direction(struct clair_match *match, const struct clair_node *top)
{
	const struct clair_node *node = top + 1;
	const struct clair_node *end = top - top->index + top->end;
	int found = BY_PARENT;

	if (clair_is_element(top, CLAIR_TAG_INPUT)) {
		const char *value = clair_attr(top, CLAIR_ATTR_VALUE);

		return value != NULL ? text_direction(match, value) : BY_PARENT;
	}
	while (node < end && found == BY_PARENT && clair_selector_spend(match, 1)) {
		if (node->kind == CLAIR_NODE_TEXT)
			found = text_direction(match, node->text);
		node = node->kind == CLAIR_NODE_ELEMENT && is_passed_over(node)
		    ? node - node->index + node->end
		    : node + 1;
	}
	return found;
}

/* All elements at once: a text is read for the nearest one that asks only. */
static const uint8_t *
find_directions(struct clair_match *match)
{
	const struct clair_page *page = match->page;
	uint8_t *directions = clair_selector_room(match, page->node_count, sizeof(*directions));

	if (directions == NULL || !clair_selector_spend(match, page->node_count))
		return NULL;
	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		int direction;

		if (node->kind != CLAIR_NODE_ELEMENT)
			continue;
		direction = own_direction(node);
		if (direction == BY_PARENT && node->parent != CLAIR_NO_NODE)
			direction = directions[node->parent];
		else if (direction == BY_TEXT)
			direction = content_direction(match, node);
		directions[i] = (uint8_t)(direction != BY_PARENT ? direction : LEFT_TO_RIGHT);
	}
	return directions;
}

bool
clair_selector_dir(
    struct clair_match *match, const struct clair_simple *simple, const struct clair_node *node)
{
	struct clair_selector_caches *caches = clair_selector_caches(match);

	if (caches != NULL && caches->directions == NULL)
		caches->directions = find_directions(match);
	return caches != NULL && caches->directions != NULL &&
	    caches->directions[node->index] == simple->detail;
}
