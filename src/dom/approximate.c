/*
 * libxml2's HTML parser, for the pages that cost gumbo too much. Its events fill the array of nodes
 * without a document between.
 */
#include "base/clock.h"
#include "dom/build.h"
#include "dom/lex.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>

struct events {
	struct clair_builder builder;
	htmlParserCtxtPtr parser;
	const char *text; /* what libxml2 reads: noscript blanked, no NUL */
	const struct timespec *deadline;
	bool in_text;
	const char *why;
	unsigned calls;
	size_t depth;      /* open elements */
	uint32_t mark;     /* where the last event ended */
	char *texts;       /* where the next decoded text goes */
	const char *texts_end;
};

enum { LOOK_AT_CLOCK = 256 };

static void
stop(struct events *events, const char *why)
{
	events->why = why;
	xmlStopParser(events->parser);
}

static void
look_at_clock(struct events *events)
{
	if (++events->calls % LOOK_AT_CLOCK == 0 && clair_clock_is_past(events->deadline))
		stop(events, "time");
}

/* Makes room for one more node. The array that grows is in the parser's memory. */
static bool
has_room(struct events *events)
{
	struct clair_builder *builder = &events->builder;
	uint32_t room = builder->room == 0 ? 1024 : builder->room * 2;
	struct clair_node *nodes;

	if (events->why != NULL)
		return false;
	if (builder->count < builder->room)
		return true;
	nodes = clair_alloc_array(&builder->page->tree, room, sizeof(*nodes));
	if (nodes == NULL) {
		stop(events, "full");
		return false;
	}
	if (builder->count != 0)
		memcpy(nodes, builder->nodes, builder->count * sizeof(*nodes));
	builder->nodes = nodes;
	builder->room = room;
	return true;
}

/* Never goes back: libxml2 lets go of what it has read, and at the end of everything. */
static uint32_t
place(const struct events *events)
{
	const xmlParserInput *input = events->parser->input;
	size_t at;

	if (input == NULL)
		return events->mark;
	at = input->consumed + (size_t)(input->cur - input->base);
	return at < events->mark || at > events->builder.page->length ? events->mark : (uint32_t)at;
}

/* The start tag of the element that has just been read; length 0 when it is implied. */
static void
find_tag(struct events *events, struct clair_node *node, size_t name_length)
{
	const char *end = events->text + place(events);
	const char *at = events->text + events->mark;

	node->offset = events->mark;
	while (at < end && (at = memchr(at, '<', (size_t)(end - at))) != NULL) {
		const char *name = ++at;

		if (clair_lex_name(name, end) == name_length &&
		    strncasecmp(name, node->name, name_length) == 0) {
			node->offset = (uint32_t)(name - 1 - events->text);
			node->length =
			    (uint32_t)clair_lex_tag(name - 1, events->text + events->builder.page->length);
			events->mark = node->offset + node->length;
			return;
		}
	}
}

static void
find_attribute(const struct events *events, const char **at, const char *end,
    struct clair_attribute_value *attribute)
{
	struct clair_span name;
	struct clair_span value;

	while (clair_lex_attribute(at, end, &name, &value)) {
		if (name.length != strlen(attribute->name) ||
		    strncasecmp(name.at, attribute->name, name.length) != 0)
			continue;
		attribute->name_offset = (uint32_t)(name.at - events->text);
		attribute->name_length = (uint32_t)name.length;
		attribute->value_offset = (uint32_t)(value.at - events->text);
		attribute->value_length = (uint32_t)value.length;
		return;
	}
}

static void
fill_attributes(struct events *events, struct clair_node *node, const xmlChar **attributes)
{
	struct clair_arena *mem = &events->builder.page->mem;
	const char *at = events->text + node->offset + (node->length != 0 ? 1 + strlen(node->name) : 0);
	const char *end = events->text + node->offset + node->length;
	struct clair_attribute_value *one;
	size_t count = 0;

	while (attributes[2 * count] != NULL)
		count++;
	if (count > UINT16_MAX)
		count = UINT16_MAX;
	one = clair_alloc_array(mem, count, sizeof(*one));
	if (one == NULL)
		return;
	node->attributes = one;
	node->attribute_count = (uint16_t)count;
	for (; count != 0; count--, one++, attributes += 2) {
		one->name = clair_strdup(mem, (const char *)attributes[0]);
		one->value = attributes[1] != NULL ? clair_strdup(mem, (const char *)attributes[1]) : "";
		one->id = (uint16_t)clair_builder_attribute(&events->builder, one->name);
		find_attribute(events, &at, end, one);
	}
	clair_builder_note_duplicates(&events->builder, node, events->text);
}

static void
on_start(void *user, const xmlChar *tag, const xmlChar **attributes)
{
	struct events *events = user;
	const char *name = (const char *)tag;
	size_t length = strlen(name);
	struct clair_node *node;

	look_at_clock(events);
	events->in_text = false;
	if (!has_room(events))
		return;
	events->depth++;
	node = clair_builder_add(&events->builder, CLAIR_NODE_ELEMENT, events->depth);
	node->tag = (uint16_t)clair_tag_of(name, length);
	node->name = node->tag != CLAIR_TAG_OTHER
	    ? clair_tag_names[node->tag]
	    : clair_strndup(&events->builder.page->mem, name, length);
	find_tag(events, node, length);
	if (node->length == 0)
		node->flags |= CLAIR_NODE_IMPLIED;
	if (node->tag == CLAIR_TAG_SVG || node->tag == CLAIR_TAG_MATH ||
	    (events->depth > 1 && (clair_node_parent(node)->flags & CLAIR_NODE_FOREIGN) != 0))
		node->flags |= CLAIR_NODE_FOREIGN;
	if (attributes != NULL && attributes[0] != NULL)
		fill_attributes(events, node, attributes);
}

static void
on_end(void *user, const xmlChar *tag)
{
	struct events *events = user;
	struct clair_builder *builder = &events->builder;
	const char *name = (const char *)tag;
	size_t length = strlen(name);
	uint32_t at = place(events);

	look_at_clock(events);
	events->in_text = false;
	if (events->depth == 0)
		return;
	if (builder->depth == events->depth && at > length + 2 && at > events->mark &&
	    events->text[at - 1] == '>' &&
	    strncasecmp(events->text + at - 1 - length, name, length) == 0)
		builder->nodes[builder->open[builder->depth]].flags |= CLAIR_NODE_END_TAG;
	clair_builder_close(builder, events->depth - 1);
	events->depth--;
}

/* Pieces of one text come one after the other. */
static void
on_text(void *user, const xmlChar *bytes, int length)
{
	struct events *events = user;
	struct clair_node *node;

	look_at_clock(events);
	if (!has_room(events))
		return;
	if (events->texts_end - events->texts <= length) {
		stop(events, "no-memory");
		return;
	}
	if (!events->in_text) {
		node = clair_builder_add(&events->builder, CLAIR_NODE_TEXT, events->depth + 1);
		node->text = events->texts++;
		node->offset = events->mark;
		node->flags = CLAIR_NODE_ENTITIES;
	}
	node = &events->builder.nodes[events->builder.count - 1];
	memcpy(events->texts - 1, bytes, (size_t)length);
	events->texts += length;
	events->texts[-1] = '\0';
	node->text_length += (uint32_t)length;
	events->mark = place(events);
	node->length = events->mark - node->offset;
	events->in_text = true;
}

/* Comments are markup that this tree does not keep; they part texts. */
static void
on_comment(void *user, const xmlChar *text)
{
	struct events *events = user;

	(void)text;
	look_at_clock(events);
	events->in_text = false;
	events->mark = place(events);
}

static void
on_doctype(void *user, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
	struct events *events = user;

	(void)name;
	(void)external;
	(void)system;
	events->builder.page->has_doctype = true;
	events->mark = place(events);
}

/* An end tag that closes nothing makes no other event. */
static void
on_error(void *user, xmlErrorPtr error)
{
	(void)error;
	look_at_clock(user);
}

static const char *
run(struct events *events)
{
	static const xmlSAXHandler handler = {
		.internalSubset = on_doctype,
		.startElement = on_start,
		.endElement = on_end,
		.characters = on_text,
		.ignorableWhitespace = on_text,
		.cdataBlock = on_text,
		.comment = on_comment,
		.serror = on_error,
		.initialized = XML_SAX2_MAGIC,
	};
	size_t length = events->builder.page->length;
	htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(events->text, (int)length);

	if (parser == NULL)
		return "no-memory";
	events->parser = parser;
	*parser->sax = handler;
	parser->userData = events;
	htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
	parser->options |= XML_PARSE_HUGE;
	xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
	htmlParseDocument(parser);
	htmlFreeParserCtxt(parser);
	return events->why;
}

/* libxml2 ends at a NUL. */
static char *
readable(struct clair_page *page)
{
	char *text = clair_strndup(&page->tree, page->source, page->length);

	if (page->tree.failed)
		return NULL;
	clair_blank_noscript(text, page->length);
	for (size_t i = 0; i < page->length; i++)
		if (text[i] == '\0')
			text[i] = ' ';
	return text;
}

static void
forget(struct clair_page *page)
{
	page->nodes = NULL;
	page->node_count = 0;
	page->element_count = 0;
	page->notes = NULL;
	page->note_count = 0;
	page->quirks = false;
	memset(page->tag_count, 0, sizeof(page->tag_count));
}

/* The memory of the parser goes with the array that grew. */
static const char *
keep(struct clair_builder *builder)
{
	struct clair_page *page = builder->page;
	struct clair_node *nodes = clair_alloc_array(&page->mem, builder->count, sizeof(*nodes));

	if (nodes == NULL)
		return "no-memory";
	clair_builder_close(builder, 0);
	if (builder->count == 0 || builder->nodes[0].tag != CLAIR_TAG_HTML ||
	    builder->nodes[0].end != builder->count)
		return page->approximate_because;
	memcpy(nodes, builder->nodes, builder->count * sizeof(*nodes));
	builder->nodes = nodes;
	clair_arena_free(&page->tree);
	return clair_builder_finish(builder) && !page->mem.failed ? NULL : "no-memory";
}

const char *
clair_build_approximate(struct clair_page *page, const struct timespec *deadline)
{
	struct events events = {.builder.page = page, .deadline = deadline};
	const char *because = page->approximate_because;
	const char *why;
	size_t room = page->length * 2 + 16; /* decoded texts, each ended by NUL */

	forget(page);
	events.text = readable(page);
	events.texts = clair_alloc(&page->mem, room);
	if (events.text == NULL || events.texts == NULL)
		return "no-memory";
	events.texts_end = events.texts + room;
	why = run(&events);
	/* Past the time or the room, what was read so far is still a page: its end is missing, and it says so. */
	page->cut = why != NULL && (strcmp(why, "time") == 0 || strcmp(why, "full") == 0);
	if (why == NULL || page->cut)
		why = keep(&events.builder);
	page->approximate = true;
	page->approximate_because = because;
	return why;
}
