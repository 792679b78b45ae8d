/*
 * Selectors Level 4: read, weighed, matched. Private to src/style/ and, for
 * suppressions, to src/engine/.
 */
#ifndef CLAIR_STYLE_SELECTOR_H
#define CLAIR_STYLE_SELECTOR_H

#include "base/arena.h"
#include "dom/page.h"
#include "style/token.h"

enum clair_pseudo_element {
	CLAIR_PSEUDO_NONE,
	CLAIR_PSEUDO_BEFORE,
	CLAIR_PSEUDO_AFTER,
	CLAIR_PSEUDO_PLACEHOLDER,
	CLAIR_PSEUDO_MARKER,
	CLAIR_PSEUDO_OTHER,   /* ::selection, ::-webkit-…: valid, never asked */
};

/* States that a stored page does not have. A question may suppose some: then they match on every
 * element (:focus-within and :focus-visible go with FOCUS). */
enum clair_state {
	CLAIR_STATE_HOVER = 1,
	CLAIR_STATE_FOCUS = 2,
	CLAIR_STATE_ACTIVE = 4,
	CLAIR_STATE_VISITED = 8,
};

/* How a rule is found: by what its rightmost compound asks first: id, then class, then tag. */
enum clair_selector_key {
	CLAIR_KEY_ANY,
	CLAIR_KEY_TAG,
	CLAIR_KEY_CLASS,
	CLAIR_KEY_ID,
	CLAIR_KEY_ATTRIBUTE, /* of clair_selector_names alone */
};

struct clair_compound; /* selector_parts.h */

/* One complex selector; lists are arrays of these. */
struct clair_css_selector {
	const struct clair_compound *rightmost;
	uint32_t specificity;         /* a << 20 | b << 10 | c, each at most 1023 */
	uint8_t pseudo;               /* enum clair_pseudo_element of the rightmost compound */
	uint8_t key;                  /* enum clair_selector_key */
	uint8_t states;               /* enum clair_state that it needs somewhere outside :not(), or 0 */
	uint8_t depth;                /* of :is() and its like inside, & counted */
	bool never;                   /* cannot match: an unknown state, ::part() … */
	uint32_t key_hash;            /* of the key's name: clair_selector_hash */
	uint32_t ancestors[4];        /* hashes that some ancestor must have; 0 ends the list */
};

struct clair_css_selector_list {
	struct clair_css_selector *list;
	uint32_t count;
	/* Of all of them: many nested rules ask it of one long list. */
	uint32_t specificity; /* the highest */
	uint8_t states;       /* of any */
	uint8_t depth;        /* the deepest */
	bool possible;        /* not all are `never` */
};

struct clair_selector_options {
	bool quirks;         /* classes and ids without case */
	bool relative;       /* nested rule: may start with a combinator; without & the parent is implied */
	const struct clair_css_selector_list *parent; /* what & means; NULL: :scope, that is the root */
	const struct clair_css_selector_list *scope;  /* what :scope means in @scope; NULL: the root */
};

/*
 * Reads a list up to the end of the lexer. False when it is not valid (the whole rule is then dropped);
 * a single wrong selector makes the list invalid. Ceilings: 4,096 selectors a list after nesting, depth
 * 32 of :is() and its like, 1,024 compounds a selector; past one the list is invalid.
 */
bool clair_selector_read(struct clair_css_selector_list *out, struct clair_css_lexer lexer,
    const struct clair_selector_options *options, struct clair_arena *arena);

/* The same for a person who wrote it: elements only, no pseudo-element. NULL when it is valid; else what
 * is wrong, with its place: "character 3: selector expected". The text lives as long as the list. */
const char *clair_selector_read_text(
    struct clair_css_selector_list *out, const char *text, struct clair_arena *arena);

/* Hash of a class, id or tag name for keys and for the bloom filter; `kind` keeps the three apart.
 * In quirks mode classes and ids are hashed without case (`fold`); tags always are. */
uint32_t clair_selector_hash(
    enum clair_selector_key kind, const char *text, size_t length, bool fold);

/*
 * Hashes of names, one of which each element that it matches has: its key; or else the name of an
 * attribute, or the keys of the alternatives of :is(). How many; 0: any element may match.
 */
enum { CLAIR_SELECTOR_NAMES = 16 };
size_t clair_selector_names(
    const struct clair_css_selector *selector, uint32_t names[CLAIR_SELECTOR_NAMES]);

/* What matching needs of the page, and its caches (nth-child, :has). One for each page. */
struct clair_match {
	const struct clair_page *page;
	bool quirks;
	unsigned states;           /* supposed on every element: enum clair_state. Never changed: the
	                              caches depend on it */
	const struct clair_node *scope; /* :scope; NULL: the root */
	struct clair_arena *arena; /* of the page */
	void *caches;              /* selector_caches.h; NULL at first */
	uint64_t steps;            /* a count of elements looked at; past `ceiling` nothing matches more */
	uint64_t ceiling;
	bool exhausted;            /* the ceiling was met: style is not to be trusted */
};

/* Does the element match one of the list? Pseudo-elements match nothing. */
bool clair_selector_any(struct clair_match *match, const struct clair_css_selector_list *list,
    const struct clair_node *node);

/* Does the element match, its pseudo-element left aside? Without recursion on the depth of the page. */
bool clair_selector_matches_node(
    struct clair_match *match, const struct clair_css_selector *selector, const struct clair_node *node);

#endif
