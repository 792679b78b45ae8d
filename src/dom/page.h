/*
 * One page: its decoded source and its tree, as a browser with scripts on would build it.
 *
 * Nodes are one array in document order, so a subtree is the range [index, end). Rules never see
 * this header: they ask through clairlint/rule.h.
 */
#ifndef CLAIR_DOM_PAGE_H
#define CLAIR_DOM_PAGE_H

#include "base/arena.h"
#include "clairlint/clairlint.h"
#include "clairlint/kinds.h"

enum clair_node_kind { CLAIR_NODE_ELEMENT, CLAIR_NODE_TEXT, CLAIR_NODE_COMMENT };

enum clair_node_flag {
	CLAIR_NODE_IMPLIED = 1,   /* made by the parser; offset is where it was made, length 0 */
	CLAIR_NODE_FOREIGN = 2,   /* svg or math */
	CLAIR_NODE_END_TAG = 4,   /* the source has its end tag */
	CLAIR_NODE_MOVED = 8,     /* foster-parented, adopted or reopened: place differs from source */
	CLAIR_NODE_ENTITIES = 16, /* text: not byte for byte its source */
};

/* Spans are bytes of the decoded source. An attribute without a value has value "" and value_length
 * 0. Value spans leave the quotes out. */
struct clair_attribute_value {
	const char *name;  /* lower case, as the tree has it */
	const char *value; /* character references decoded */
	uint32_t name_offset, name_length;
	uint32_t value_offset, value_length;
	uint16_t id;       /* enum clair_attribute */
};

struct clair_node {
	uint8_t kind;
	uint8_t flags;
	uint16_t tag;              /* enum clair_tag */
	uint16_t depth;            /* <html> is 1 */
	uint16_t attribute_count;
	uint32_t index, end;       /* subtree: nodes[index] … nodes[end - 1] */
	uint32_t parent;           /* index, CLAIR_NO_NODE for the top */
	uint32_t offset, length;   /* start tag, or the whole text, in the source */
	uint32_t text_length;
	union {
		const struct clair_attribute_value *attributes;
		const char *text;  /* decoded, ended by NUL; may hold no NUL inside (U+FFFD instead) */
	};
	const char *name;          /* element: lower-case name (SVG: adjusted case) */
	const struct clair_page *page;
};

#define CLAIR_NO_NODE UINT32_MAX

enum clair_charset_from { CLAIR_FROM_BOM, CLAIR_FROM_HTTP, CLAIR_FROM_META, CLAIR_FROM_DEFAULT };

/* A remark of the parser that rules may want (RGAA 8.2). */
struct clair_parse_note {
	uint32_t offset, length;
	const char *key; /* literal: duplicate-attribute, misnested … */
};

struct clair_page {
	const char *url;           /* final address; never NULL, may be "" */
	const char *file;          /* or NULL */
	int http_status;
	int click_depth;           /* -1: unknown */
	const char *source;        /* UTF-8 */
	size_t length;
	const char *charset;       /* name of the Encoding standard, lower case: "windows-1252" */
	enum clair_charset_from charset_from;
	bool is_text;              /* plain text or Markdown: elements stand for signs, not for tags */
	uint32_t replaced;         /* bytes that were not in the character set, made U+FFFD */

	struct clair_node *nodes;  /* nodes[0] is <html> unless node_count is 0; a doctype and
	                              comments outside <html> are not kept */
	uint32_t node_count;
	uint32_t element_count;
	bool has_doctype;
	bool quirks;
	bool approximate;          /* libxml2's tree, or a ceiling of depth was met */
	bool cut;                  /* the end of the source was not read: the time was over */
	const char *approximate_because; /* key, or NULL */
	const uint32_t *by_tag[CLAIR_TAG_COUNT]; /* indexes in document order */
	uint32_t tag_count[CLAIR_TAG_COUNT];
	const struct clair_parse_note *notes;
	uint32_t note_count;

	const uint32_t *lines;     /* offset of each line's first byte; made by clair_page_position */
	uint32_t line_count;
	const uint32_t *characters; /* code points before each stretch of the source; made with lines */
	struct clair_arena mem;    /* everything above … */
	struct clair_arena tree;   /* … but names, values and texts that the parser made */
};

struct clair_parse_limits {
	size_t memory;             /* bytes */
	unsigned milliseconds;     /* for the parse */
};

/*
 * Decodes as HTML 13.2.3.2 says (BOM, HTTP, meta in the first 1024 bytes, windows-1252), or a text by its
 * bytes, then builds the tree. Copies the bytes. On failure the page is freed and `*why` is a key of the refusal:
 * too-large, too-many-attributes, no-memory, time.
 */
CLAIR_MUST_USE enum clair_status clair_page_parse(struct clair_page *page,
    const struct clair_document *document, const struct clair_parse_limits *limits,
    const char **why);
void clair_page_free(struct clair_page *page);

/* 1-based; the column counts code points. */
void clair_page_position(
    struct clair_page *page, uint32_t offset, uint32_t *line, uint32_t *column);

/* The first byte of a line, from 1; past the last one, the length of the source. */
uint32_t clair_page_line(struct clair_page *page, uint32_t line);

/* The byte of the source where byte `at` of a text node's decoded text comes from. */
uint32_t clair_text_source_offset(const struct clair_node *text, uint32_t at);

/* Text and comments too, unlike clair_first_child of rule.h. */
static inline const struct clair_node *
clair_node_first(const struct clair_node *node)
{
	return node->index + 1 < node->end ? node + 1 : NULL;
}

static inline const struct clair_node *
clair_node_next(const struct clair_node *node)
{
	const struct clair_node *nodes = node - node->index;

	if (node->parent == CLAIR_NO_NODE || node->end >= nodes[node->parent].end)
		return NULL;
	return nodes + node->end;
}

static inline const struct clair_node *
clair_node_parent(const struct clair_node *node)
{
	return node->parent == CLAIR_NO_NODE ? NULL : node - node->index + node->parent;
}

/* The CSS path of an element, with ids and classes where they tell it apart, made in `arena`. */
const char *clair_node_path(const struct clair_node *node, struct clair_arena *arena);

/* Enum of a name; OTHER when it is not one of ours. Exact case. */
enum clair_tag clair_tag_of(const char *name, size_t length);
enum clair_attribute clair_attribute_of(const char *name, size_t length);

#endif
