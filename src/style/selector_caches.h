/* What matching keeps of a page. Private to the selector*.c files that match. */
#ifndef CLAIR_STYLE_SELECTOR_CACHES_H
#define CLAIR_STYLE_SELECTOR_CACHES_H

#include "style/selector_parts.h"

#define CLAIR_CACHES_LIMIT ((size_t)64 << 20)

/* What was computed once for the whole page, for one simple selector or one compound. */
struct clair_selector_memo {
	const void *key;
	const void *data; /* NULL: could not be computed */
};

struct clair_selector_caches {
	size_t bytes;
	uint64_t *names;     /* by hash: the ids, classes and tags of the page; selector_has.c */
	uint32_t *previous;  /* element before, among siblings; CLAIR_NO_NODE */
	uint32_t *ranks[4];  /* by enum clair_nth_flag */
	struct clair_selector_memo *memos; /* a table by address */
	uint32_t memo_count, memo_room;
	struct clair_form_facts *forms;  /* selector_form.c */
	const struct clair_node *select; /* the list whose option was asked last, and what it shows */
	uint32_t chosen;
	const char *language;      /* selector_lang.c: of the page's pragma */
	const uint8_t *directions; /* 'l' or 'r' */
};

struct clair_selector_caches *clair_selector_caches(struct clair_match *match);
/* Zeroed room in the caches, or NULL: past their ceiling the match is exhausted. */
void *clair_selector_room(struct clair_match *match, size_t count, size_t size);

/* Is the answer of this simple selector or compound known? */
bool clair_selector_recall(struct clair_match *match, const void *key, const void **data);
void clair_selector_remember(struct clair_match *match, const void *key, const void *data);

/* The element before, among siblings, or NULL. */
const struct clair_node *clair_selector_previous(
    struct clair_match *match, const struct clair_node *node);

/* The elements that come after a sibling that the compound, and all on its left, match: one bit each.
 * NULL when that is not known; `make` has it computed. Asked when many siblings were tried in vain, lest
 * each one of a long row tries all those before it. */
const uint64_t *clair_selector_after(
    struct clair_match *match, const struct clair_compound *compound, bool make);

static inline bool
clair_has_bit(const uint64_t *bits, uint32_t index)
{
	return (bits[index / 64] >> index % 64 & 1) != 0;
}

static inline void
clair_set_bit(uint64_t *bits, uint32_t index)
{
	bits[index / 64] |= UINT64_C(1) << index % 64;
}

#endif
