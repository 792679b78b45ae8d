/* What the source of the page says before any meaning: doctype, sheets, scripts, repeated attributes. */
#include "dom/lex.h"
#include "facts/facts.h"

#include <string.h>

bool
clair_page_is_html5(struct clair_ctx *ctx)
{
	const char *at = ctx->page->has_doctype ? strcasestr(ctx->page->source, "<!doctype") : NULL;
	const char *end = at == NULL ? NULL : strchr(at, '>');

	if (end == NULL)
		return false;
	for (; at + 6 <= end; at++) {
		if (strncasecmp(at, "public", 6) == 0)
			return false;
	}
	return true;
}

bool
clair_page_has_sheets(struct clair_ctx *ctx)
{
	if (clair_tag_count(ctx, CLAIR_TAG_STYLE) > 0)
		return true;
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_LINK); i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_LINK, i);

		if (clair_attr_has_token(link, CLAIR_ATTR_REL, "stylesheet"))
			return true;
	}
	return false;
}

bool
clair_page_has_scripts(struct clair_ctx *ctx)
{
	return clair_tag_count(ctx, CLAIR_TAG_SCRIPT) > 0;
}

static bool
has_handler(const struct clair_node *node)
{
	const char *href = clair_attr(node, CLAIR_ATTR_HREF);

	if (href != NULL && strncasecmp(href, "javascript:", strlen("javascript:")) == 0)
		return true;
	for (size_t i = 0; i < clair_attr_count(node); i++) {
		if (strncasecmp(clair_attr_name_at(node, i), "on", 2) == 0)
			return true;
	}
	return false;
}

static bool
page_has_handlers(const struct clair_page *page)
{
	for (uint32_t i = 0; i < page->node_count; i++) {
		if (page->nodes[i].kind == CLAIR_NODE_ELEMENT && has_handler(&page->nodes[i]))
			return true;
	}
	return false;
}

bool
clair_page_may_change(struct clair_ctx *ctx)
{
	struct clair_facts *facts = ctx->facts;

	if (!facts->handlers_known) {
		facts->handlers = page_has_handlers(ctx->page);
		facts->handlers_known = true;
	}
	return facts->handlers || clair_page_has_scripts(ctx);
}

static bool
names_attribute(const struct clair_attribute_value *kept, const struct clair_span *name)
{
	return strlen(kept->name) == name->length &&
	    strncasecmp(kept->name, name->at, name->length) == 0;
}

const char *
clair_repeated_attribute(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *source = ctx->page->source;
	const char *at = source + node->offset + 1;
	const char *end = source + node->offset + node->length;
	struct clair_span name;
	struct clair_span value;
	size_t next = 0;

	if (node->attribute_count == 0 || ctx->page->approximate ||
	    (node->flags & (CLAIR_NODE_IMPLIED | CLAIR_NODE_FOREIGN)) != 0)
		return NULL;
	at += clair_lex_name(at, end);
	while (clair_lex_attribute(&at, end, &name, &value)) {
		/* The parser keeps the first of two, in the order of the source. */
		if (next < node->attribute_count &&
		    source + node->attributes[next].name_offset == name.at) {
			next++;
			continue;
		}
		for (size_t i = 0; i < next; i++) {
			if (names_attribute(&node->attributes[i], &name))
				return node->attributes[i].name;
		}
	}
	return NULL;
}

/* For the looks of the page, and for where links open: what counts is what is seen now. */
static bool
is_for_looks(enum clair_attribute attribute)
{
	switch (attribute) {
	case CLAIR_ATTR_CLASS:
	case CLAIR_ATTR_STYLE:
	case CLAIR_ATTR_REL:
	case CLAIR_ATTR_TARGET:
	case CLAIR_ATTR_WIDTH:
	case CLAIR_ATTR_HEIGHT:
		return true;
	default:
		return false;
	}
}

static enum clair_attribute
attribute_named(const struct clair_node *node, const struct clair_span *name)
{
	for (size_t i = 0; i < node->attribute_count; i++) {
		if (names_attribute(&node->attributes[i], name))
			return (enum clair_attribute)node->attributes[i].id;
	}
	return CLAIR_ATTR_OTHER;
}

/* A word that stands twice without a value comes from a quote lost in the tag, when HTML has no such name. */
static bool
is_idle(enum clair_attribute attribute, const struct clair_span *kept, const struct clair_span *value)
{
	if (is_for_looks(attribute))
		return true;
	if (kept->length != value->length || memcmp(kept->at, value->at, value->length) != 0)
		return false;
	return value->length != 0 || attribute != CLAIR_ATTR_OTHER;
}

enum { ATTRIBUTES = 256 }; /* of a tag, each held against the others */

bool
clair_copies_are_idle(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *start = ctx->page->source + node->offset + 1;
	const char *end = start - 1 + node->length;
	struct clair_span name;
	struct clair_span value;
	const char *at;

	if (node->length == 0 || node->attribute_count > ATTRIBUTES)
		return false;
	start += clair_lex_name(start, end);
	at = start;
	while (clair_lex_attribute(&at, end, &name, &value)) {
		struct clair_span first;
		struct clair_span kept;

		if (clair_lex_find(start, end, &name, &first, &kept) && first.at != name.at &&
		    !is_idle(attribute_named(node, &name), &kept, &value))
			return false;
	}
	return true;
}
