/* Gumbo's tree into the page's array of nodes. See docs/decisions/0001-tree.md. */
#include "base/clock.h"
#include "dom/build.h"
#include "dom/bump.h"
#include "dom/decode.h"
#include "dom/lex.h"
#include "dom/text.h"

#include <gumbo.h>
#include <string.h>

static void *
bump_alloc(void *user, size_t size)
{
	return clair_bump_alloc(user, size);
}

static void
bump_free(void *user, void *memory)
{
	(void)user;
	(void)memory;
}

static const GumboOutput *
run_gumbo(struct clair_bump *bump, const char *text, size_t length)
{
	GumboOptions options = kGumboDefaultOptions;

	options.allocator = bump_alloc;
	options.deallocator = bump_free;
	options.userdata = bump;
	options.tab_stop = 1;
	options.max_errors = 0;
	if (setjmp(bump->leave) != 0)
		return NULL;
	return gumbo_parse_with_options(&options, text, length);
}

/* --- The walk, twice: to count, then to fill. No recursion. ---------------------------------- */

struct step {
	const GumboVector *children;
	unsigned int next;
};

struct walk {
	struct clair_arena *arena;
	struct step *steps;
	size_t depth; /* of the next node: number of steps */
	size_t room;
};

static bool
enter(struct walk *walk, const GumboNode *node)
{
	if (walk->depth == walk->room) {
		size_t room = walk->room == 0 ? 64 : walk->room * 2;
		struct step *steps = clair_alloc_array(walk->arena, room, sizeof(*steps));

		if (steps == NULL)
			return false;
		if (walk->depth != 0)
			memcpy(steps, walk->steps, walk->depth * sizeof(*steps));
		walk->steps = steps;
		walk->room = room;
	}
	walk->steps[walk->depth++] = (struct step){&node->v.element.children, 0};
	return true;
}

/* The next node in document order; `*depth` is the number of its ancestors. The contents of a
 * template are not its children. */
static const GumboNode *
next_node(struct walk *walk, size_t *depth)
{
	while (walk->depth != 0) {
		struct step *step = &walk->steps[walk->depth - 1];

		if (step->next < step->children->length) {
			const GumboNode *node = step->children->data[step->next++];

			*depth = walk->depth;
			if (node->type == GUMBO_NODE_ELEMENT && !enter(walk, node))
				return NULL;
			return node;
		}
		walk->depth--;
	}
	return NULL;
}

static bool
is_element(const GumboNode *node)
{
	return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

/* --- Filling ---------------------------------------------------------------------------------- */

struct copy {
	struct clair_builder builder;
	const char *text; /* what gumbo read */
	size_t length;
	struct clair_attribute_value *attributes;
	uint16_t tags[GUMBO_TAG_LAST + 1];
};

static uint32_t
offset_in(const struct copy *copy, GumboStringPiece piece)
{
	if (piece.data == NULL || piece.data < copy->text || piece.data > copy->text + copy->length)
		return 0;
	return (uint32_t)(piece.data - copy->text);
}

static const char *
attribute_name(struct copy *copy, const GumboAttribute *attribute)
{
	static const char *const prefixes[] = {
		[GUMBO_ATTR_NAMESPACE_XLINK] = "xlink:",
		[GUMBO_ATTR_NAMESPACE_XML] = "xml:",
		[GUMBO_ATTR_NAMESPACE_XMLNS] = "xmlns:",
	};

	if (attribute->attr_namespace == GUMBO_ATTR_NAMESPACE_NONE ||
	    strcmp(attribute->name, "xmlns") == 0)
		return attribute->name;
	return clair_asprintf(&copy->builder.page->mem, "%s%s", prefixes[attribute->attr_namespace],
	    attribute->name);
}

static void
fill_attribute(
    struct copy *copy, struct clair_attribute_value *to, const GumboAttribute *attribute)
{
	GumboStringPiece value = attribute->original_value;

	to->name = attribute_name(copy, attribute);
	to->value = attribute->value;
	to->id = (uint16_t)clair_builder_attribute(&copy->builder, to->name);
	to->name_offset = offset_in(copy, attribute->original_name);
	to->name_length = (uint32_t)attribute->original_name.length;
	if (value.data == attribute->original_name.data) /* no value: gumbo gives the name */
		value = kGumboEmptyString;
	if (value.length >= 2 && (value.data[0] == '"' || value.data[0] == '\'') &&
	    value.data[value.length - 1] == value.data[0]) {
		value.data++;
		value.length -= 2;
	}
	to->value_offset = offset_in(copy, value);
	to->value_length = (uint32_t)value.length;
	if (to->value_offset == 0)
		to->value_offset = to->name_offset + to->name_length;
}

static void
name_element(struct copy *copy, struct clair_node *node, const GumboElement *element)
{
	GumboStringPiece name = element->original_tag;
	const char *adjusted = NULL;

	if (element->tag_namespace == GUMBO_NAMESPACE_SVG && name.length != 0) {
		gumbo_tag_from_original_text(&name);
		adjusted = gumbo_normalize_svg_tagname(&name);
	}
	if (adjusted != NULL) {
		node->name = adjusted;
	} else if (element->tag != GUMBO_TAG_UNKNOWN) {
		node->name = gumbo_normalized_tagname(element->tag);
	} else {
		char *own;

		name = element->original_tag;
		gumbo_tag_from_original_text(&name);
		own = clair_strndup(&copy->builder.page->mem, name.data, name.length);
		for (size_t i = 0; own[i] != '\0'; i++)
			if (own[i] >= 'A' && own[i] <= 'Z')
				own[i] = (char)(own[i] + 32);
		node->name = own;
	}
	if (adjusted == NULL && element->tag != GUMBO_TAG_UNKNOWN) {
		uint16_t *known = &copy->tags[element->tag];

		if (*known == 0)
			*known = (uint16_t)(clair_tag_of(node->name, strlen(node->name)) + 1);
		node->tag = (uint16_t)(*known - 1);
	} else {
		node->tag = (uint16_t)clair_tag_of(node->name, strlen(node->name));
	}
}

/* Any end tag may close an element: only its own ends it as its author wrote. That of one heading ends
 * another (HTML 13.2.6.4.7). */
static bool
is_own_end(const GumboElement *element)
{
	const char *start = element->original_tag.data;
	GumboStringPiece end = element->original_end_tag;

	if (end.length == 0 || element->original_tag.length == 0)
		return false;
	gumbo_tag_from_original_text(&end);
	end.length = clair_lex_name(end.data, end.data + end.length); /* </p > is one too */
	if (element->tag >= GUMBO_TAG_H1 && element->tag <= GUMBO_TAG_H6 && end.length == 2)
		return end.data[0] == 'h' || end.data[0] == 'H';
	return end.length < element->original_tag.length &&
	    strncasecmp(start + 1, end.data, end.length) == 0 &&
	    strchr(" \t\n\f\r/>", start[1 + end.length]) != NULL;
}

static uint8_t
flags_of(const GumboNode *from)
{
	const unsigned copied = GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT |
	    GUMBO_INSERTION_ADOPTION_AGENCY_CLONED;
	const unsigned moved =
	    copied | GUMBO_INSERTION_ADOPTION_AGENCY_MOVED | GUMBO_INSERTION_FOSTER_PARENTED;
	unsigned flags = 0;

	if ((from->parse_flags & moved) != 0)
		flags |= CLAIR_NODE_MOVED;
	if (!is_element(from))
		return (uint8_t)flags;
	if (from->v.element.original_tag.length == 0 || (from->parse_flags & copied) != 0)
		flags |= CLAIR_NODE_IMPLIED;
	if (from->v.element.tag_namespace != GUMBO_NAMESPACE_HTML)
		flags |= CLAIR_NODE_FOREIGN;
	if (is_own_end(&from->v.element))
		flags |= CLAIR_NODE_END_TAG;
	return (uint8_t)flags;
}

/* What gumbo 0.10.1 builds otherwise than the standard says now. */
static bool
is_gap(const struct clair_node *node, const GumboElement *element)
{
	GumboStringPiece end = element->original_end_tag;

	if (element->tag == GUMBO_TAG_TEMPLATE)
		return gumbo_get_attribute(&element->attributes, "shadowrootmode") != NULL;
	if (element->tag != GUMBO_TAG_UNKNOWN)
		return false;
	if (strcmp(node->name, "dialog") == 0 || strcmp(node->name, "search") == 0) {
		const struct clair_node *above = clair_node_parent(node);

		while (above != NULL && above->tag != CLAIR_TAG_P)
			above = clair_node_parent(above);
		return above != NULL;
	}
	/* An unknown end tag closes any unknown element. */
	if (end.length == 0)
		return false;
	gumbo_tag_from_original_text(&end);
	return end.length != strlen(node->name) || strncasecmp(end.data, node->name, end.length) != 0;
}

/* What comes before a table and was written after its start tag was written in it. */
static void
mark_fostered(struct copy *copy, const struct clair_node *table)
{
	struct clair_node *nodes = copy->builder.nodes;
	uint32_t at = table->index;

	while (--at != table->parent) {
		while (nodes[at].parent != table->parent)
			at = nodes[at].parent;
		if (nodes[at].offset <= table->offset)
			return;
		nodes[at].flags |= CLAIR_NODE_MOVED;
		clair_builder_note(
		    &copy->builder, "foster-parented", nodes[at].offset, nodes[at].length);
	}
}

static void
note_element(struct copy *copy, const struct clair_node *node, const GumboNode *from)
{
	const unsigned misnested =
	    GUMBO_INSERTION_ADOPTION_AGENCY_CLONED | GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT;
	struct clair_builder *builder = &copy->builder;

	if ((from->parse_flags & misnested) != 0)
		clair_builder_note(builder, "misnested", node->offset, node->length);
	else
		clair_builder_note_duplicates(builder, node, copy->text);
	if (node->tag == CLAIR_TAG_TABLE && node->length != 0)
		mark_fostered(copy, node);
	if (is_gap(node, &from->v.element))
		clair_builder_note(builder, "parser-gap", node->offset, node->length);
}

static void
fill_element(struct copy *copy, const GumboNode *from, size_t depth)
{
	struct clair_node *node = clair_builder_add(&copy->builder, CLAIR_NODE_ELEMENT, depth);
	const GumboElement *element = &from->v.element;
	unsigned count = element->attributes.length;

	name_element(copy, node, element);
	node->flags = flags_of(from);
	if (element->original_tag.length != 0) {
		node->offset = offset_in(copy, element->original_tag);
		node->length = (uint32_t)element->original_tag.length;
	} else {
		node->offset = element->start_pos.offset <= copy->length ? element->start_pos.offset
		                                                         : (uint32_t)copy->length;
	}
	if (count > UINT16_MAX)
		count = UINT16_MAX;
	node->attribute_count = (uint16_t)count;
	node->attributes = copy->attributes;
	for (unsigned i = 0; i < count; i++)
		fill_attribute(copy, copy->attributes++, element->attributes.data[i]);
	note_element(copy, node, from);
}

static void
mark_decoded(const struct copy *copy, struct clair_node *text)
{
	const char *source = copy->builder.page->source + text->offset;

	if (text->length != text->text_length || memcmp(source, text->text, text->length) != 0)
		text->flags |= CLAIR_NODE_ENTITIES;
}

static bool
is_text(const GumboNode *node)
{
	return !is_element(node) && node->type != GUMBO_NODE_COMMENT;
}

static struct clair_node *
add_text(struct copy *copy, const GumboNode *from, size_t depth)
{
	bool comment = from->type == GUMBO_NODE_COMMENT;
	const GumboText *text = &from->v.text;
	struct clair_node *node = clair_builder_add(
	    &copy->builder, comment ? CLAIR_NODE_COMMENT : CLAIR_NODE_TEXT, depth);

	node->flags = flags_of(from);
	node->text = text->text;
	node->text_length = (uint32_t)strlen(text->text);
	node->offset = offset_in(copy, text->original_text);
	node->length = (uint32_t)text->original_text.length;
	if (node->length > copy->length - node->offset)
		node->length = (uint32_t)copy->length - node->offset;
	return node;
}

/* "Insert a character" appends to the text just before; gumbo makes another one when it comes out of
 * a table. */
static void
join_texts(struct copy *copy, struct clair_node *node, const GumboVector *siblings, unsigned next)
{
	struct clair_arena *mem = &copy->builder.page->mem;
	size_t length = node->text_length;
	unsigned end = next;
	char *whole;

	for (; end < siblings->length && is_text(siblings->data[end]); end++)
		length += strlen(((const GumboNode *)siblings->data[end])->v.text.text);
	if (end == next)
		return;
	whole = clair_alloc(mem, length + 1);
	if (whole == NULL)
		return;
	memcpy(whole, node->text, node->text_length);
	for (; next < end; next++) {
		const GumboText *text = &((const GumboNode *)siblings->data[next])->v.text;
		uint32_t until = offset_in(copy, text->original_text) + (uint32_t)text->original_text.length;

		memcpy(whole + node->text_length, text->text, strlen(text->text));
		node->text_length += (uint32_t)strlen(text->text);
		if (until > node->offset + node->length && until <= copy->length)
			node->length = until - node->offset;
	}
	node->text = whole;
}

/* Where `</form` is in a text's source; NULL when it is not there, or stands just before: then the
 * form had ended. */
static const char *
form_end(const struct copy *copy, const struct clair_node *text)
{
	const char *from = copy->text + text->offset;
	const char *end = from + text->length;
	const char *before = memrchr(copy->text, '<', text->offset);

	if (before != NULL && from - before >= 7 && from[-1] == '>' &&
	    strncasecmp(before, "</form", 6) == 0)
		return NULL;
	while ((from = memchr(from, '<', (size_t)(end - from))) != NULL) {
		if (end - from >= 7 && strncasecmp(from, "</form", 6) == 0)
			return from;
		from++;
	}
	return NULL;
}

/* At </form> gumbo closes the form before it has put the last text in it: the text comes out after
 * the form, whole. Gives back to the form what was written in it. */
static struct clair_node *
split_at_form(struct copy *copy, struct clair_node *text, size_t depth)
{
	struct clair_builder *builder = &copy->builder;
	const struct clair_node own = *text;
	const char *end_tag = form_end(copy, text);
	uint32_t form = own.index - 1;
	uint32_t inside;
	uint32_t after;

	if (end_tag == NULL || depth >= CLAIR_DEEPEST)
		return text;
	inside = clair_text_decoded_before(text, (uint32_t)(end_tag - copy->text));
	after = (uint32_t)(end_tag - copy->text) +
	    (uint32_t)clair_lex_tag(end_tag + 1, copy->text + copy->length) + 1;
	while (builder->nodes[form].depth != depth)
		form = builder->nodes[form].parent;
	builder->nodes[form].flags |= CLAIR_NODE_END_TAG;
	if (inside != 0) {
		builder->count--;
		builder->open[depth] = form;
		builder->depth = (uint16_t)depth;
		text = clair_builder_add(builder, CLAIR_NODE_TEXT, depth + 1);
		text->flags = own.flags;
		text->text = clair_strndup(&builder->page->mem, own.text, inside);
		text->text_length = inside;
		text->offset = own.offset;
		text->length = (uint32_t)(end_tag - copy->text) - own.offset;
		if (inside == own.text_length)
			return text;
		mark_decoded(copy, text);
		text = clair_builder_add(builder, CLAIR_NODE_TEXT, depth);
	}
	text->flags = own.flags;
	text->text = own.text + inside;
	text->text_length = own.text_length - inside;
	text->offset = after;
	text->length = own.offset + own.length > after ? own.offset + own.length - after : 0;
	return text;
}

static void
fill_text(struct copy *copy, const struct step *at, size_t depth)
{
	const GumboVector *siblings = at->children;
	const GumboNode *from = siblings->data[at->next - 1];
	const GumboNode *before = at->next > 1 ? siblings->data[at->next - 2] : NULL;
	struct clair_node *node;

	if (from->type == GUMBO_NODE_COMMENT) {
		add_text(copy, from, depth);
		return;
	}
	if (before != NULL && is_text(before))
		return;
	node = add_text(copy, from, depth);
	join_texts(copy, node, siblings, at->next);
	mark_decoded(copy, node);
	if ((node->flags & CLAIR_NODE_ENTITIES) != 0 && before != NULL && is_element(before) &&
	    before->v.element.tag == GUMBO_TAG_FORM) {
		node->flags &= (uint8_t)~CLAIR_NODE_ENTITIES;
		mark_decoded(copy, split_at_form(copy, node, depth));
	}
}

static bool
count_nodes(struct walk *walk, const GumboNode *root, size_t *nodes, size_t *attributes)
{
	const GumboNode *node = root;
	size_t depth;

	*nodes = 0;
	*attributes = 0;
	if (!enter(walk, root))
		return false;
	for (; node != NULL; node = next_node(walk, &depth)) {
		*nodes += 1;
		if (!is_element(node))
			continue;
		*attributes += node->v.element.attributes.length;
		*nodes += node->v.element.tag == GUMBO_TAG_FORM; /* see split_at_form */
	}
	return *nodes < UINT32_MAX / 2;
}

static bool
copy_tree(struct clair_page *page, const GumboNode *root, const char *text, size_t length)
{
	struct walk walk = {.arena = &page->mem};
	struct copy copy = {.builder.page = page, .text = text, .length = length};
	size_t nodes;
	size_t attributes;
	size_t depth;
	const GumboNode *node;

	if (!count_nodes(&walk, root, &nodes, &attributes))
		return false;
	copy.builder.nodes = clair_alloc_array(&page->mem, nodes, sizeof(*copy.builder.nodes));
	copy.builder.room = (uint32_t)nodes;
	copy.attributes = clair_alloc_array(&page->mem, attributes, sizeof(*copy.attributes));
	if (copy.builder.nodes == NULL || copy.attributes == NULL)
		return false;
	fill_element(&copy, root, 1);
	if (!enter(&walk, root))
		return false;
	while ((node = next_node(&walk, &depth)) != NULL) {
		if (is_element(node))
			fill_element(&copy, node, depth + 1);
		else
			fill_text(&copy, &walk.steps[depth - 1], depth + 1);
	}
	return clair_builder_finish(&copy.builder) && !page->mem.failed;
}

/* --- The page --------------------------------------------------------------------------------- */

static void
keep_document(struct clair_page *page, const struct clair_document *document)
{
	const char *url = document->final_url != NULL ? document->final_url : document->url;

	page->url = clair_strdup(&page->mem, url != NULL ? url : "");
	page->file = document->file != NULL ? clair_strdup(&page->mem, document->file) : NULL;
	page->http_status = document->http_status;
	page->click_depth = document->click_depth;
	page->is_text = document->kind != CLAIR_HTML_PAGE;
	if (page->is_text)
		clair_decode_text(page, document->bytes, document->length, document->http_charset);
	else
		clair_decode(page, document->bytes, document->length, document->http_charset);
}

static const char *
build_exact(
    struct clair_page *page, const char *text, const struct timespec *deadline)
{
	struct clair_bump bump = {.arena = &page->tree, .deadline = *deadline};
	const GumboOutput *output = run_gumbo(&bump, text, page->length);
	const GumboDocument *doctype;

	if (output == NULL)
		return bump.why;
	doctype = &output->document->v.document;
	/* The two arenas share what the page may take. */
	page->mem.ceiling -= page->tree.used;
	page->has_doctype = doctype->has_doctype;
	page->quirks = doctype->doc_type_quirks_mode == GUMBO_DOCTYPE_QUIRKS ||
	    clair_doctype_is_quirky(doctype->public_identifier, doctype->system_identifier);
	return copy_tree(page, output->root, text, page->length) ? NULL : "no-memory";
}

/* Gumbo may use half of the time and of the memory; past that, libxml2's tree, with what it takes to
 * copy it left aside. */
static const char *
build_html(struct clair_page *page, const struct clair_parse_limits *limits)
{
	struct timespec deadline = clair_clock_after(limits->milliseconds / 5 * 4);
	struct timespec first = clair_clock_after(limits->milliseconds / 2);
	const char *text = page->source;
	const char *why;

	if (clair_has_noscript(text, page->length)) {
		char *blanked = clair_strndup(&page->tree, text, page->length);

		if (page->tree.failed)
			return "no-memory";
		clair_blank_noscript(blanked, page->length);
		text = blanked;
	}
	why = build_exact(page, text, &first);
	if (why == NULL)
		return NULL;
	if (clair_has_crowded_tag(page->source, page->length))
		return "too-many-attributes";
	clair_arena_free(&page->tree);
	page->mem.ceiling = limits->memory;
	page->approximate_because = why;
	return clair_build_approximate(page, &deadline);
}

/* Past half of the time and of the memory, Markdown is read as plain text. */
static const char *
build_markdown(struct clair_page *page, const struct clair_parse_limits *limits)
{
	struct timespec deadline = clair_clock_after(limits->milliseconds / 2);
	const char *why = clair_build_markdown(page, &deadline);

	if (why == NULL)
		return NULL;
	clair_arena_free(&page->tree);
	page->mem.ceiling = limits->memory;
	page->approximate = true;
	page->approximate_because = why;
	return clair_build_plain(page);
}

static const char *
build(struct clair_page *page, enum clair_document_kind kind, const struct clair_parse_limits *limits)
{
	switch (kind) {
	case CLAIR_PLAIN_TEXT:
		return clair_build_plain(page);
	case CLAIR_MARKDOWN:
		return build_markdown(page, limits);
	default:
		return build_html(page, limits);
	}
}

enum clair_status
clair_page_parse(struct clair_page *page, const struct clair_document *document,
    const struct clair_parse_limits *limits, const char **why)
{
	*page = (struct clair_page){.url = ""};
	*why = NULL;
	clair_arena_init(&page->mem, limits->memory);
	clair_arena_init(&page->tree, limits->memory / 2);
	if (document->length > UINT32_MAX / 4 || document->length > limits->memory / 8)
		*why = "too-large";
	if (*why == NULL)
		keep_document(page, document);
	if (*why == NULL && page->mem.failed)
		*why = "no-memory";
	if (*why == NULL)
		*why = build(page, document->kind, limits);
	if (*why == NULL)
		return CLAIR_OK;
	clair_page_free(page);
	return strcmp(*why, "no-memory") == 0 ? CLAIR_NO_MEMORY : CLAIR_TOO_LARGE;
}

void
clair_page_free(struct clair_page *page)
{
	clair_arena_free(&page->mem);
	clair_arena_free(&page->tree);
	*page = (struct clair_page){.url = ""};
}
