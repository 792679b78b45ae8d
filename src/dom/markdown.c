/* Markdown: cmark's tree as a page. */
#include "dom/bump.h"
#include "dom/inline.h"
#include "dom/lex.h"

#include <string.h>

/* Fed by as much: the clock is looked at in between, since a line costs as much as the lists that are open. */
enum { FED = 512 };

/* --- Memory of cmark ------------------------------------------------------------------------------- */

/* cmark's allocator takes no payload. Set while cmark runs. */
static _Thread_local struct clair_bump *bump;

struct header {
	size_t size;
};

static void *
cmark_calloc(size_t count, size_t size)
{
	struct header *header;

	if (size != 0 && count > SIZE_MAX / 2 / size)
		size = SIZE_MAX / 2 / count;
	header = clair_bump_alloc(bump, sizeof(*header) + count * size);
	header->size = count * size;
	return header + 1;
}

static void *
cmark_realloc(void *memory, size_t size)
{
	struct header *header = memory == NULL ? NULL : (struct header *)memory - 1;
	void *larger;

	if (header != NULL && header->size >= size)
		return memory;
	larger = cmark_calloc(1, size);
	if (header != NULL)
		memcpy(larger, memory, header->size);
	return larger;
}

static void
cmark_free(void *memory)
{
	(void)memory;
}

/* --- Head ------------------------------------------------------------------------------------------ */

static bool
is_mark(const char *line, size_t length, const char *mark)
{
	while (length > 0 && clair_is_space(line[length - 1]))
		length--;
	return length == 3 && memcmp(line, mark, 3) == 0;
}

/* The first line after a YAML head: --- … --- or ... at the start of the file. 1 when there is none. */
static uint32_t
first_line(struct clair_page *page)
{
	uint32_t start = clair_page_line(page, 2);

	if (!is_mark(page->source, start, "---"))
		return 1;
	for (uint32_t line = 2; start < page->length; line++) {
		uint32_t end = clair_page_line(page, line + 1);

		if (is_mark(page->source + start, end - start, "---") ||
		    is_mark(page->source + start, end - start, "..."))
			return line + 1;
		start = end;
	}
	return 1;
}

/* --- Blocks ---------------------------------------------------------------------------------------- */

struct markdown {
	struct clair_writer *writer;
	struct clair_page *page;
	cmark_iter *iter;
	cmark_node *root;
	uint32_t first_line;
	struct clair_inline in;
};

static uint32_t
line_start(const struct markdown *md, int line)
{
	return clair_page_line(md->page, md->first_line + (uint32_t)line - 1);
}

static uint32_t
start_of(const struct markdown *md, cmark_node *node)
{
	int column = cmark_node_get_start_column(node);
	uint32_t start = line_start(md, cmark_node_get_start_line(node)) + (uint32_t)(column > 0 ? column - 1 : 0);

	return start < md->page->length ? start : (uint32_t)md->page->length;
}

/* A leaf stands alone on its line. */
static void
open_leaf(struct markdown *md, enum clair_tag tag, uint32_t at)
{
	clair_write_open(
	    md->writer, tag, at, at + (uint32_t)strcspn(md->page->source + at, "\r\n"));
}

/* Many containers may begin on one line, which is not read for each. */
static void
open_container(struct markdown *md, enum clair_tag tag, cmark_node *node)
{
	uint32_t end = line_start(md, cmark_node_get_start_line(node) + 1);

	while (end > 0 && (md->page->source[end - 1] == '\n' || md->page->source[end - 1] == '\r'))
		end--;
	clair_write_open(md->writer, tag, start_of(md, node), end);
}

static bool
is_in_tight_list(cmark_node *paragraph)
{
	cmark_node *item = cmark_node_parent(paragraph);

	return cmark_node_get_type(item) == CMARK_NODE_ITEM &&
	    cmark_node_get_list_tight(cmark_node_parent(item));
}

static uint32_t
end_of(const struct markdown *md, cmark_node *leaf)
{
	return line_start(md, cmark_node_get_end_line(leaf) + 1);
}

/* After the # of a heading. One that is underlined has none: it was a paragraph first. */
static uint32_t
after_marks(const struct markdown *md, cmark_node *heading, uint32_t at)
{
	const char *source = md->page->source;
	uint32_t marks = (uint32_t)strspn(source + at, "#");

	if (marks != (uint32_t)cmark_node_get_heading_level(heading) ||
	    (source[at + marks] != '\0' && !clair_is_space(source[at + marks])))
		return clair_inline_after_definitions(&md->in, at, end_of(md, heading));
	at += marks;
	return at + (uint32_t)strspn(source + at, " \t");
}

static void
enter_heading(struct markdown *md, cmark_node *heading)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_H1, CLAIR_TAG_H2, CLAIR_TAG_H3, CLAIR_TAG_H4,
	    CLAIR_TAG_H5, CLAIR_TAG_H6};
	uint32_t at = start_of(md, heading);

	open_leaf(md, tags[cmark_node_get_heading_level(heading) - 1], at);
	clair_inline_start(&md->in, after_marks(md, heading, at), end_of(md, heading));
}

static enum clair_tag
paragraph_tag(const struct markdown *md, cmark_node *paragraph)
{
	if (md->in.table)
		return CLAIR_TAG_TABLE;
	return is_in_tight_list(paragraph) ? CLAIR_TAG_OTHER : CLAIR_TAG_P;
}

static void
enter_paragraph(struct markdown *md, cmark_node *paragraph)
{
	uint32_t end = end_of(md, paragraph);
	enum clair_tag tag;

	clair_inline_start(
	    &md->in, clair_inline_after_definitions(&md->in, start_of(md, paragraph), end), end);
	md->in.table = clair_inline_is_table(&md->in, md->in.at);
	tag = paragraph_tag(md, paragraph);
	if (tag != CLAIR_TAG_OTHER)
		open_leaf(md, tag, md->in.at);
}

static void
leave_leaf(struct markdown *md, cmark_node *leaf)
{
	clair_inline_end(&md->in);
	if (cmark_node_get_type(leaf) == CMARK_NODE_HEADING ||
	    paragraph_tag(md, leaf) != CLAIR_TAG_OTHER)
		clair_write_close(md->writer);
}

static enum clair_tag
container_tag(cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_LIST:
		return cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? CLAIR_TAG_OL : CLAIR_TAG_UL;
	case CMARK_NODE_ITEM:
		return CLAIR_TAG_LI;
	case CMARK_NODE_BLOCK_QUOTE:
		return CLAIR_TAG_BLOCKQUOTE;
	default:
		return CLAIR_TAG_OTHER;
	}
}

static void
container(struct markdown *md, bool enters, cmark_node *node)
{
	enum clair_tag tag = container_tag(node);

	if (tag == CLAIR_TAG_BLOCKQUOTE && enters)
		md->in.quotes++;
	else if (tag == CLAIR_TAG_BLOCKQUOTE)
		md->in.quotes--;
	if (enters)
		open_container(md, tag, node);
	else
		clair_write_close(md->writer);
}

/* The comments that it begins with (CommonMark 0.30, 4.6, kind 2): the line that closes one ends the block. */
static void
read_html(struct markdown *md, cmark_node *block)
{
	const char *at = cmark_node_get_literal(block);
	const uint32_t start = start_of(md, block);
	const char *end;

	for (;; at = end + 3) {
		at += strspn(at, " \t\r\n");
		end = strncmp(at, "<!--", 4) == 0 ? strstr(at + 4, "-->") : NULL;
		if (end == NULL)
			return;
		clair_write_comment(md->writer, start, line_start(md, cmark_node_get_end_line(block) + 1), at + 4,
		    (size_t)(end - at) - 4);
	}
}

/* What code and HTML hold is not read. */
static void
event(struct markdown *md, cmark_event_type event, cmark_node *node)
{
	bool enters = event == CMARK_EVENT_ENTER;

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_DOCUMENT:
		break;
	case CMARK_NODE_HTML_BLOCK:
		read_html(md, node);
		break;
	case CMARK_NODE_LIST:
	case CMARK_NODE_ITEM:
	case CMARK_NODE_BLOCK_QUOTE:
		container(md, enters, node);
		break;
	case CMARK_NODE_CODE_BLOCK:
		open_leaf(md, CLAIR_TAG_PRE, start_of(md, node));
		clair_write_close(md->writer);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		open_leaf(md, CLAIR_TAG_HR, start_of(md, node));
		clair_write_close(md->writer);
		break;
	case CMARK_NODE_HEADING:
		if (enters)
			enter_heading(md, node);
		else
			leave_leaf(md, node);
		break;
	case CMARK_NODE_PARAGRAPH:
		if (enters)
			enter_paragraph(md, node);
		else
			leave_leaf(md, node);
		break;
	default:
		clair_inline_event(&md->in, event, node);
		break;
	}
}

static void
write_markdown(struct clair_writer *writer, void *payload)
{
	struct markdown *md = payload;
	cmark_event_type next;

	md->writer = writer;
	md->in = (struct clair_inline){.writer = writer, .source = md->page->source};
	clair_buf_init(&md->in.words, 0);
	cmark_iter_reset(md->iter, md->root, CMARK_EVENT_ENTER);
	for (next = CMARK_EVENT_ENTER; next != CMARK_EVENT_DONE; next = cmark_iter_next(md->iter))
		event(md, next, cmark_iter_get_node(md->iter));
	clair_buf_free(&md->in.words);
}

/* --- The page -------------------------------------------------------------------------------------- */

static void
parse(struct markdown *md)
{
	static cmark_mem memory = {cmark_calloc, cmark_realloc, cmark_free};
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
	size_t at;

	md->first_line = first_line(md->page);
	for (at = line_start(md, 1); at < md->page->length; at += FED) {
		size_t left = md->page->length - at;

		clair_bump_look(bump);
		cmark_parser_feed(parser, md->page->source + at, left < FED ? left : FED);
	}
	md->root = cmark_parser_finish(parser);
	md->iter = cmark_iter_new(md->root);
}

/* NULL, or why it left. */
static const char *
run_cmark(struct markdown *md, struct clair_bump *own)
{
	bump = own;
	if (setjmp(own->leave) != 0)
		return own->why;
	parse(md);
	return NULL;
}

const char *
clair_build_markdown(struct clair_page *page, const struct timespec *deadline)
{
	struct clair_bump own = {.arena = &page->tree, .deadline = *deadline};
	struct markdown md = {.page = page};
	const char *why = run_cmark(&md, &own);
	size_t taken = page->tree.used;

	if (why != NULL)
		return why;
	/* The two arenas share what the page may take. */
	page->mem.ceiling -= taken;
	why = clair_write_page(page, write_markdown, &md, page->mem.ceiling / 2);
	page->mem.ceiling += taken;
	clair_arena_free(&page->tree);
	return why;
}
