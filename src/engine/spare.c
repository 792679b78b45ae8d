/*
 * Where a comment <!-- clairlint-ignore … --> that spares a finding may stand: just before the element that it is
 * about, or before one around it when the parser would put the comment somewhere else (HTML 13.2.6).
 */
#include "engine/judge.h"

#include <string.h>
#include <strings.h>

enum { BYTES_BEFORE = 1000, NODES_BEFORE = 100 };

static bool
is_void(const struct clair_node *node)
{
	switch (node->tag) {
	case CLAIR_TAG_AREA:
	case CLAIR_TAG_BASE:
	case CLAIR_TAG_BR:
	case CLAIR_TAG_COL:
	case CLAIR_TAG_EMBED:
	case CLAIR_TAG_HR:
	case CLAIR_TAG_IMG:
	case CLAIR_TAG_INPUT:
	case CLAIR_TAG_LINK:
	case CLAIR_TAG_META:
	case CLAIR_TAG_PARAM:
	case CLAIR_TAG_SOURCE:
	case CLAIR_TAG_TRACK:
	case CLAIR_TAG_WBR:
		return true;
	default:
		return false;
	}
}

static bool
is_as_written(const struct clair_node *node)
{
	return (node->flags & (CLAIR_NODE_IMPLIED | CLAIR_NODE_MOVED)) == 0 && node->length > 1;
}

/* Nothing that comes after it in the source is put in it. */
static bool
is_closed(const struct clair_node *node)
{
	const char *end = node->page->source + node->offset + node->length;

	return is_as_written(node) && ((node->flags & CLAIR_NODE_END_TAG) != 0 || is_void(node) ||
	    ((node->flags & CLAIR_NODE_FOREIGN) != 0 && end[-2] == '/'));
}

/* The element before it in the same parent, or the parent; NULL: after too many texts and comments to look at. */
static const struct clair_node *
element_before(const struct clair_node *node)
{
	const struct clair_node *nodes = node->page->nodes;
	const struct clair_node *before = node;

	for (size_t i = 0; i < NODES_BEFORE; i++) {
		before = &nodes[before->index - 1];
		while (before->index != node->parent && before->parent != node->parent)
			before = &nodes[before->parent];
		if (before->kind == CLAIR_NODE_ELEMENT)
			return before;
	}
	return NULL;
}

/* After </body> comments are of <html>, and what is no comment is of <body>. */
static bool
is_after_body(const struct clair_node *node)
{
	const char *at = node->page->source + node->offset;
	const char *start = node->offset < BYTES_BEFORE ? node->page->source : at - BYTES_BEFORE;

	while ((start = memmem(start, (size_t)(at - start), "</", 2)) != NULL) {
		start += 2;
		if (strncasecmp(start, "body", 4) == 0 || strncasecmp(start, "html", 4) == 0)
			return true;
	}
	return false;
}

static bool
is_top(const struct clair_node *node)
{
	return node->tag == CLAIR_TAG_HTML || node->tag == CLAIR_TAG_HEAD || node->tag == CLAIR_TAG_BODY;
}

/* It was not there yet when the comment was read. */
static bool
is_empty_head(const struct clair_node *node)
{
	return node->tag == CLAIR_TAG_HEAD && (node->flags & CLAIR_NODE_IMPLIED) != 0 && node->end == node->index + 1;
}

/* It is the next element that was written after a comment before its start tag. */
static bool
takes_comment(const struct clair_node *node)
{
	if (node->kind != CLAIR_NODE_ELEMENT || !is_as_written(node) || is_after_body(node))
		return false;
	while (node->parent != CLAIR_NO_NODE) {
		const struct clair_node *before = element_before(node);

		if (before == NULL)
			return false;
		if (before->index != node->parent)
			return is_closed(before) || is_empty_head(before);
		if ((before->flags & CLAIR_NODE_IMPLIED) == 0)
			return is_as_written(before);
		node = before;
	}
	return true;
}

/* Only spaces stand before it on its line. */
static bool
begins_line(const struct clair_page *page, uint32_t offset)
{
	while (offset > 0 && (page->source[offset - 1] == ' ' || page->source[offset - 1] == '\t'))
		offset--;
	return offset == 0 || page->source[offset - 1] == '\n' || page->source[offset - 1] == '\r';
}

static bool
keeps_lines(const struct clair_node *node)
{
	while (node->parent != CLAIR_NO_NODE && node->tag != CLAIR_TAG_PRE)
		node = &node->page->nodes[node->parent];
	return node->tag == CLAIR_TAG_PRE;
}

static struct clair_spare
spare_page(const struct clair_page *page)
{
	const uint32_t offset = page->nodes[0].offset;

	return (struct clair_spare){offset, true, true, begins_line(page, offset)};
}

static struct clair_spare
spare_node(const struct clair_page *page, const struct clair_node *node)
{
	if (node == NULL || is_top(node))
		return spare_page(page);
	while (!is_top(node) && !takes_comment(node))
		node = &page->nodes[node->parent];
	if (is_top(node))
		return (struct clair_spare){0};
	return (struct clair_spare){node->offset, true, false, begins_line(page, node->offset) && !keeps_lines(node)};
}

/* In Markdown: on the line before the block, or before the list or the quotation that holds it. */
static struct clair_spare
spare_block(const struct clair_page *page, const struct clair_node *node)
{
	struct clair_spare spare = {.is_possible = true, .own_line = true};
	const struct clair_node *nodes = page->nodes;

	spare.of_page = node == NULL || is_top(node);
	for (uint32_t i = 0; spare.of_page && (node == NULL || is_top(node)); i++) {
		if (i == page->node_count)
			return (struct clair_spare){0};
		node = &nodes[i];
	}
	while (nodes[node->parent].tag != CLAIR_TAG_BODY)
		node = &nodes[node->parent];
	if (!begins_line(page, node->offset))
		return (struct clair_spare){0};
	spare.offset = node->offset;
	while (spare.offset > 0 && strchr("\r\n", page->source[spare.offset - 1]) == NULL)
		spare.offset--;
	return spare;
}

/* A comment that lacks only its reason stands there already. */
static bool
is_begun(const struct clair_judge *judge, const struct clair_finding *finding)
{
	for (uint32_t i = 0; i < judge->ignore_count; i++) {
		const struct clair_ignore *ignore = &judge->ignores[i];

		if (ignore->state == CLAIR_IGNORE_NO_REASON && clair_ignore_holds(ignore, finding->node) &&
		    clair_glob(ignore->said.rule, finding->rule->id))
			return true;
	}
	return false;
}

void
clair_spares_find(const struct clair_judge *judge, const struct clair_page *page, struct clair_finding *first)
{
	/* libxml2's tree keeps no comment, and past a ceiling of depth nodes are not where they were written. */
	if (page->approximate || page->node_count == 0)
		return;
	for (struct clair_finding *f = first; f != NULL; f = f->next) {
		if (f->suppressed == NULL && !is_begun(judge, f))
			f->spare = page->is_text ? spare_block(page, f->node) : spare_node(page, f->node);
	}
}

/* --- The comment ---------------------------------------------------------------------------------- */

/* As the line before ends, or the first one. */
static const char *
line_break(const char *source, size_t length, size_t line)
{
	size_t end = line;

	if (line > 0)
		end--;
	else
		while (end < length && source[end] != '\r' && source[end] != '\n')
			end++;
	if (end == length)
		return "\n";
	if (source[end] == '\r')
		return end + 1 < length && source[end + 1] == '\n' ? "\r\n" : "\r";
	return end > 0 && source[end - 1] == '\r' ? "\r\n" : "\n";
}

void
clair_spare_write(struct clair_buf *out, const struct clair_finding *finding, const char *source, size_t length,
    size_t at, const char *reason)
{
	size_t line = at;

	clair_buf_printf(out, "<!-- clairlint-ignore%s %s : %s -->", finding->spare.of_page ? "-page" : "",
	    finding->rule->id, reason);
	if (!finding->spare.own_line)
		return;
	while (line > 0 && source[line - 1] != '\n' && source[line - 1] != '\r')
		line--;
	clair_buf_puts(out, line_break(source, length, line));
	clair_buf_add(out, source + line, at - line);
}
