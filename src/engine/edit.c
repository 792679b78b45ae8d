/* See edit.h. */
#include "engine/edit.h"

#include "dom/lex.h"

#include <string.h>
#include <strings.h>

enum {
	END_TAG_AFTER = 1 << 16, /* bytes looked at for an end tag */
	OPEN_TAGS = 1 << 10,     /* nodes inside */
	ATTRIBUTES = 256,        /* of a tag, where each is held against the others */
};

struct attribute {
	struct clair_span name, value;
	const char *end; /* past the closing quote */
};

static const char *
end_of_source(const struct clair_node *node)
{
	return node->page->source + node->page->length;
}

/* After the name in the start tag; NULL when the source has no such tag. */
static const char *
after_name(const struct clair_node *node)
{
	const char *source = node->page->source;
	size_t length = strlen(node->name);

	if (node->length < length + 2 || node->offset >= node->page->length ||
	    node->length > node->page->length - node->offset || source[node->offset] != '<' ||
	    strncasecmp(source + node->offset + 1, node->name, length) != 0)
		return NULL;
	return source + node->offset + 1 + length;
}

static const char *
end_of_tag(const struct clair_node *node)
{
	return node->page->source + node->offset + node->length;
}

static bool
next_attribute(const char **at, const struct clair_node *node, struct attribute *attribute)
{
	if (!clair_lex_attribute(at, end_of_tag(node), &attribute->name, &attribute->value))
		return false;
	attribute->end = *at;
	return true;
}

static bool
has_name(const struct attribute *attribute, const char *name, size_t length)
{
	return attribute->name.length == length &&
	    strncasecmp(attribute->name.at, name, length) == 0;
}

/* The first attribute with the name. */
static bool
find_attribute(const struct clair_node *node, const char *name, struct attribute *attribute)
{
	const char *at = after_name(node);

	while (at != NULL && next_attribute(&at, node, attribute)) {
		if (has_name(attribute, name, strlen(name)))
			return true;
	}
	return false;
}

static struct clair_edit *
edit_new(const char *source, const char *from, const char *to, const char *text,
    struct clair_arena *arena)
{
	struct clair_edit *edit = text == NULL ? NULL : clair_alloc(arena, sizeof(*edit));

	if (edit != NULL)
		*edit = (struct clair_edit){
		    .offset = (uint32_t)(from - source), .length = (uint32_t)(to - from), .text = text};
	return edit;
}

/* --- Writing ----------------------------------------------------------------------------------------- */

/* Quotes are escaped too where they would end the value: `quote` is then not 0. */
static const char *
reference(char byte, char quote)
{
	switch (byte) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return quote == 0 ? "&gt;" : NULL;
	case '"':
		return quote == '"' ? "&quot;" : NULL;
	case '\'':
		return quote == '\'' ? "&#39;" : NULL;
	default:
		return NULL;
	}
}

static char *
escaped(const char *before, const char *text, char quote, const char *after, struct clair_arena *arena)
{
	struct clair_buf out;
	char *copy = NULL;

	clair_buf_init(&out, 0);
	clair_buf_puts(&out, before);
	for (; *text != '\0'; text++) {
		const char *written = reference(*text, quote);

		if (written != NULL)
			clair_buf_puts(&out, written);
		else
			clair_buf_putc(&out, *text);
	}
	clair_buf_puts(&out, after);
	if (!out.failed)
		copy = clair_strndup(arena, out.bytes, out.length);
	clair_buf_free(&out);
	return copy;
}

/* --- Attributes -------------------------------------------------------------------------------------- */

static struct clair_edit *
add_attribute(const struct clair_node *node, const char *name, const char *value,
    struct clair_arena *arena)
{
	const char *source = node->page->source;
	const char *at = after_name(node);
	const char *end = at;
	struct attribute attribute;
	const char *before;

	if (at == NULL)
		return NULL;
	while (next_attribute(&at, node, &attribute))
		end = attribute.end;
	before = clair_asprintf(arena, " %s=\"", name);
	return edit_new(source, end, end, escaped(before, value, '"', "\"", arena), arena);
}

struct clair_edit *
clair_edit_set_attribute(const struct clair_node *node, const char *name, const char *value,
    struct clair_arena *arena)
{
	const char *source = node->page->source;
	struct attribute found;
	const char *from;
	const char *to;

	if (!find_attribute(node, name, &found))
		return add_attribute(node, name, value, arena);
	from = found.value.at;
	to = from + found.value.length;
	/* Only what closes a value stands between its last byte and the end of the attribute. */
	if (found.end > to && (*to == '"' || *to == '\''))
		return edit_new(source, from, to, escaped("", value, *to, "", arena), arena);
	if (from == found.name.at + found.name.length)
		return edit_new(source, from, to, escaped("=\"", value, '"', "\"", arena), arena);
	return edit_new(source, from, to, escaped("\"", value, '"', "\"", arena), arena);
}

/*
 * With the spaces before it. They stay when nothing parts what comes before from what comes after:
 * <br a=1 b/> would become <br a=1/>, whose value is "1/".
 */
static struct clair_edit *
remove_attribute(const struct clair_node *node, const struct attribute *attribute,
    struct clair_arena *arena)
{
	const char *from = attribute->name.at;

	if (*attribute->end == '>' || clair_is_space(*attribute->end)) {
		while (clair_is_space(from[-1]))
			from--;
	}
	return edit_new(node->page->source, from, attribute->end, "", arena);
}

struct clair_edit *
clair_edit_remove_attribute(
    const struct clair_node *node, const char *name, struct clair_arena *arena)
{
	struct attribute found;

	if (!find_attribute(node, name, &found))
		return NULL;
	return remove_attribute(node, &found, arena);
}

struct clair_edit *
clair_edit_remove_copies(const struct clair_node *node, struct clair_arena *arena)
{
	const char *start = after_name(node);
	const char *at = start;
	struct clair_edit *first = NULL;
	struct clair_edit **last = &first;
	struct attribute attribute;

	for (unsigned i = 0; at != NULL && next_attribute(&at, node, &attribute); i++) {
		struct clair_span name;
		struct clair_span value;

		if (i == ATTRIBUTES)
			return NULL;
		if (!clair_lex_find(start, end_of_tag(node), &attribute.name, &name, &value) ||
		    name.at == attribute.name.at)
			continue;
		*last = remove_attribute(node, &attribute, arena);
		if (*last == NULL)
			return NULL;
		last = &(*last)->next;
	}
	return first;
}

/* --- Elements ---------------------------------------------------------------------------------------- */

static bool
is_raw(const struct clair_node *node)
{
	switch (node->tag) {
	case CLAIR_TAG_SCRIPT:
	case CLAIR_TAG_STYLE:
	case CLAIR_TAG_TEXTAREA:
	case CLAIR_TAG_TITLE:
	case CLAIR_TAG_IFRAME:
	case CLAIR_TAG_NOSCRIPT:
		return true;
	default:
		return false;
	}
}

/* What lies inside can be read as tags, one after the other. */
static bool
is_plain_inside(const struct clair_node *node)
{
	const struct clair_node *nodes = node->page->nodes;

	for (uint32_t i = node->index; i < node->end; i++) {
		if (nodes[i].kind == CLAIR_NODE_ELEMENT && is_raw(&nodes[i]))
			return false;
		if (nodes[i].kind == CLAIR_NODE_COMMENT || (nodes[i].flags & CLAIR_NODE_MOVED) != 0)
			return false;
	}
	return true;
}

static bool
is_tag_of(const char *at, const char *end, const struct clair_node *node)
{
	size_t length = strlen(node->name);

	return (size_t)(end - at) > length && clair_lex_name(at, end) == length &&
	    strncasecmp(at, node->name, length) == 0;
}

/* Its end tag, at the `<`. */
static const char *
end_tag(const struct clair_node *node)
{
	const char *at = end_of_tag(node);
	const char *end = end_of_source(node);
	unsigned open = 0;

	if ((node->flags & CLAIR_NODE_END_TAG) == 0 || node->end - node->index > OPEN_TAGS ||
	    !is_plain_inside(node))
		return NULL;
	if (end - at > END_TAG_AFTER)
		end = at + END_TAG_AFTER;
	while (at < end && (at = memchr(at, '<', (size_t)(end - at))) != NULL) {
		if (at + 1 < end && at[1] == '/' && is_tag_of(at + 2, end, node)) {
			if (open-- == 0)
				return at;
		} else if (is_tag_of(at + 1, end, node)) {
			open++;
		}
		at++;
	}
	return NULL;
}

static const char *
past_end_tag(const char *at, const struct clair_node *node)
{
	const char *close = memchr(at, '>', (size_t)(end_of_source(node) - at));

	return close == NULL ? NULL : close + 1;
}

struct clair_edit *
clair_edit_rename(const struct clair_node *node, const char *name, struct clair_arena *arena)
{
	const char *source = node->page->source;
	const char *start = after_name(node);
	const char *end = start == NULL ? NULL : end_tag(node);
	size_t length = strlen(node->name);
	struct clair_edit *edit;

	if (end == NULL)
		return NULL;
	edit = edit_new(source, start - length, start, clair_strdup(arena, name), arena);
	if (edit == NULL)
		return NULL;
	edit->next = edit_new(source, end + 2, end + 2 + length, edit->text, arena);
	return edit->next == NULL ? NULL : edit;
}

static bool
is_void(const struct clair_node *node)
{
	return node->tag == CLAIR_TAG_META || node->tag == CLAIR_TAG_INPUT ||
	    node->tag == CLAIR_TAG_BASEFONT || node->tag == CLAIR_TAG_IMG ||
	    node->tag == CLAIR_TAG_LINK;
}

struct clair_edit *
clair_edit_remove_element(const struct clair_node *node, struct clair_arena *arena)
{
	const char *source = node->page->source;
	const char *end;

	if (after_name(node) == NULL)
		return NULL;
	if (is_void(node))
		return edit_new(source, source + node->offset, end_of_tag(node), "", arena);
	end = end_tag(node);
	if (end != NULL)
		end = past_end_tag(end, node);
	return end == NULL ? NULL : edit_new(source, source + node->offset, end, "", arena);
}

/* --- Text -------------------------------------------------------------------------------------------- */

struct clair_edit *
clair_edit_text(const struct clair_page *page, uint32_t offset, uint32_t length, const char *text,
    struct clair_arena *arena)
{
	const char *from = page->source + offset;
	const char *signs = page->is_text ? "<*_[]`\\" : "<";

	for (uint32_t i = 0; i < length; i++) {
		if (strchr(signs, from[i]) != NULL)
			return NULL;
	}
	if (length == 0)
		return NULL;
	return edit_new(page->source, from, from + length,
	    page->is_text ? clair_strdup(arena, text) : escaped("", text, 0, "", arena), arena);
}

struct clair_edit *
clair_edit_insert(const struct clair_page *page, uint32_t offset, const char *markup,
    struct clair_arena *arena)
{
	const char *at = page->source + offset;

	return edit_new(page->source, at, at, clair_strdup(arena, markup), arena);
}

/* --- Lists ------------------------------------------------------------------------------------------- */

/* Two insertions at one place have no order; what only touches does not overlap. */
static bool
is_apart(const struct clair_edit *one, const struct clair_edit *other)
{
	if (one->offset + one->length == other->offset)
		return one->length != 0 && other->length != 0;
	return one->offset + one->length < other->offset;
}

struct clair_edit *
clair_edits_join(struct clair_edit *one, struct clair_edit *other)
{
	struct clair_edit *first = NULL;
	struct clair_edit **last = &first;

	while (one != NULL && other != NULL) {
		struct clair_edit **next = one->offset <= other->offset ? &one : &other;

		*last = *next;
		last = &(*next)->next;
		*next = (*next)->next;
	}
	*last = one != NULL ? one : other;
	for (const struct clair_edit *edit = first; edit != NULL && edit->next != NULL; edit = edit->next) {
		if (!is_apart(edit, edit->next))
			return NULL;
	}
	return first;
}

bool
clair_edits_apply(
    struct clair_buf *out, const char *source, size_t length, const struct clair_edit *edits)
{
	size_t done = 0;

	for (; edits != NULL; edits = edits->next) {
		clair_buf_add(out, source + done, edits->offset - done);
		clair_buf_puts(out, edits->text);
		done = (size_t)edits->offset + edits->length;
	}
	clair_buf_add(out, source + done, length - done);
	return !out->failed;
}
