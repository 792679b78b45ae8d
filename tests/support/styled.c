/* See styled.h. */
#include "tests/support/styled.h"

#include "clairlint/rule.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MILLISECONDS = 10000 };

static void
stop(const char *why, const char *text)
{
	fprintf(stderr, "support_style: %s: %.200s\n", why, text);
	abort();
}

struct support_styled *
support_style(const char *html, const struct support_sheet *sheets)
{
	static const struct clair_parse_limits limits = {
	    .memory = 64u << 20, .milliseconds = MILLISECONDS};
	struct clair_document document = {.url = "", .bytes = html, .length = strlen(html),
	    .media_type = "text/html", .http_charset = "utf-8", .click_depth = -1};
	struct support_styled *styled = calloc(1, sizeof(*styled));
	const char *why = "";

	if (styled == NULL)
		stop("no memory", html);
	clair_arena_init(&styled->mem, 0);
	if (clair_page_parse(&styled->page, &document, &limits, &why) != CLAIR_OK)
		stop(why, html);
	styled->set = support_sheets(&styled->page, sheets, &styled->mem);
	styled->table =
	    clair_style_compute(&styled->page, styled->set, &styled->mem, MILLISECONDS);
	if (styled->table == NULL)
		stop("not styled", html);
	return styled;
}

void
support_style_free(struct support_styled *styled)
{
	support_sheets_free(styled->set);
	clair_page_free(&styled->page);
	clair_arena_free(&styled->mem);
	free(styled);
}

const struct clair_node *
support_element(const struct support_styled *styled, const char *id)
{
	for (uint32_t i = 0; i < styled->page.node_count; i++) {
		const struct clair_node *node = &styled->page.nodes[i];
		const char *own =
		    node->kind == CLAIR_NODE_ELEMENT ? clair_attr(node, CLAIR_ATTR_ID) : NULL;

		if (own != NULL && strcmp(own, id) == 0)
			return node;
	}
	stop("no element", id);
	return NULL;
}

const char *
support_value_of(
    struct support_styled *styled, const struct clair_style *style, enum clair_property property)
{
	return clair_css_write(property, clair_style_value(style, property), &styled->mem);
}

const char *
support_value(struct support_styled *styled, enum clair_property property)
{
	const struct clair_node *node = support_element(styled, "x");

	return support_value_of(styled, clair_style_of(styled->table, node), property);
}
