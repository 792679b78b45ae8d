/*
 * What a selector is made of, between its reader, its weigher and its matcher. Private to the
 * selector*.c files.
 */
#ifndef CLAIR_STYLE_SELECTOR_PARTS_H
#define CLAIR_STYLE_SELECTOR_PARTS_H

#include "style/selector.h"

#include <string.h>

enum clair_combinator {
	CLAIR_NO_COMBINATOR,
	CLAIR_DESCENDANT,
	CLAIR_CHILD,
	CLAIR_NEXT_SIBLING,
	CLAIR_LATER_SIBLING,
};

/* In the order in which a compound asks them: the cheap ones first. */
enum clair_simple_kind {
	CLAIR_SIMPLE_NEVER,
	CLAIR_SIMPLE_ID,
	CLAIR_SIMPLE_CLASS,
	CLAIR_SIMPLE_TAG,
	CLAIR_SIMPLE_STATE,
	CLAIR_SIMPLE_ATTRIBUTE,
	CLAIR_SIMPLE_PSEUDO,
	CLAIR_SIMPLE_DIR,
	CLAIR_SIMPLE_LANG,
	CLAIR_SIMPLE_NTH,
	CLAIR_SIMPLE_IS,
	CLAIR_SIMPLE_WHERE,
	CLAIR_SIMPLE_NOT,
	CLAIR_SIMPLE_HAS,
};

/* Pseudo-classes without argument that the page alone decides. */
enum clair_pseudo_class {
	CLAIR_IS_ROOT,
	CLAIR_IS_SCOPE,
	CLAIR_IS_ANY, /* any element is: for its weight */
	CLAIR_IS_EMPTY,
	CLAIR_IS_DEFINED,
	CLAIR_IS_LINK,
	CLAIR_IS_OPEN,
	CLAIR_IS_CHECKED,
	CLAIR_IS_INDETERMINATE,
	CLAIR_IS_DEFAULT,
	CLAIR_IS_ENABLED,
	CLAIR_IS_DISABLED,
	CLAIR_IS_REQUIRED,
	CLAIR_IS_OPTIONAL,
	CLAIR_IS_READ_WRITE,
	CLAIR_IS_READ_ONLY,
	CLAIR_IS_PLACEHOLDER_SHOWN,
	CLAIR_IS_IN_RANGE,
	CLAIR_IS_OUT_OF_RANGE,
	CLAIR_IS_VALID,
	CLAIR_IS_INVALID,
};

enum clair_nth_flag { CLAIR_NTH_FROM_END = 1, CLAIR_NTH_OF_TYPE = 2 };

/* An+B: the n-th is step × k + offset for some k ≥ 0. */
struct clair_nth {
	int32_t step, offset;
	const struct clair_css_selector_list *of; /* or NULL */
};

struct clair_simple {
	const struct clair_simple *next;
	uint8_t kind;
	uint8_t detail;   /* STATE: its bits; PSEUDO: enum clair_pseudo_class; NTH: flags; ATTRIBUTE: the
	                     operator, '\0' when it only has to be there; DIR: 'l', 'r' or '\0' */
	bool weightless;  /* & without a parent */
	bool folds_html;  /* ATTRIBUTE: its value is compared without case on HTML elements */
	bool fold;        /* text is compared without ASCII case */
	uint16_t id;      /* enum clair_tag or clair_attribute, 0 when it is none of ours */
	uint32_t length;
	const char *text; /* name, or value of an attribute; not ended by NUL */
	union {
		struct {
			const char *name; /* ATTRIBUTE */
			uint32_t name_length;
			bool any_namespace;
		};
		struct clair_nth nth;
		const struct clair_css_selector_list *list; /* IS, WHERE, NOT, HAS */
	};
};

struct clair_compound {
	const struct clair_simple *simples; /* all must match; NULL: * */
	const struct clair_compound *left;  /* or NULL */
	uint8_t combinator; /* with `left`; of the first compound of :has(): with the anchor */
};

/* --- ASCII ------------------------------------------------------------------------------------ */

static inline char
clair_css_lower(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (char)(byte + ('a' - 'A')) : byte;
}

static inline bool
clair_css_is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\f' || byte == '\r';
}

static inline bool
clair_css_same(const char *one, const char *other, size_t length, bool fold)
{
	if (!fold)
		return memcmp(one, other, length) == 0;
	for (size_t i = 0; i < length; i++)
		if (clair_css_lower(one[i]) != clair_css_lower(other[i]))
			return false;
	return true;
}

/* --- selector_weigh.c ------------------------------------------------------------------------- */

/* Fills all that is said of a selector whose compounds and pseudo-element are read. */
void clair_selector_weigh(struct clair_css_selector *selector);

/* Counts the next selector of the list, read and weighed. */
void clair_selector_list_add(struct clair_css_selector_list *list);

/* ANY when it names no id, class or tag. */
enum clair_selector_key clair_selector_key_of(const struct clair_simple *simple);

/* --- selector_match.c ------------------------------------------------------------------------- */

bool clair_selector_fits(
    struct clair_match *match, const struct clair_compound *compound, const struct clair_node *node);
/* Counts the elements looked at. False past the ceiling: then nothing matches any more. */
bool clair_selector_spend(struct clair_match *match, uint64_t steps);
/* The compound and all on its left. */
bool clair_selector_chain(struct clair_match *match, const struct clair_compound *rightmost,
    const struct clair_node *node);

/* --- selector_attribute.c --------------------------------------------------------------------- */

bool clair_selector_attribute(const struct clair_simple *simple, const struct clair_node *node);
bool clair_selector_has_word(const char *text, const char *word, size_t length, bool fold);
/* HTML 4.16.2: the value of this attribute is compared without case on HTML elements. */
bool clair_selector_folds(const char *name, size_t length);

/* --- selector_nth.c --------------------------------------------------------------------------- */

bool clair_selector_nth(
    struct clair_match *match, const struct clair_simple *simple, const struct clair_node *node);

/* --- selector_has.c --------------------------------------------------------------------------- */

bool clair_selector_has(
    struct clair_match *match, const struct clair_simple *simple, const struct clair_node *node);

/* --- selector_state.c, selector_lang.c -------------------------------------------------------- */

bool clair_selector_pseudo(
    struct clair_match *match, enum clair_pseudo_class pseudo, const struct clair_node *node);
bool clair_selector_lang(
    struct clair_match *match, const struct clair_simple *simple, const struct clair_node *node);
bool clair_selector_dir(
    struct clair_match *match, const struct clair_simple *simple, const struct clair_node *node);

#endif
