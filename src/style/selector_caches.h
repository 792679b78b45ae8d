/* What matching keeps of a page. Private to the selector*.c files that match. */
#ifndef CLAIR_STYLE_SELECTOR_CACHES_H
#define CLAIR_STYLE_SELECTOR_CACHES_H

#include "style/selector_parts.h"

#define CLAIR_CACHES_LIMIT ((size_t)64 << 20)

/* What was computed once for the whole page, for one simple selector. */
struct clair_selector_memo {
	const struct clair_simple *simple;
	const void *data; /* NULL: could not be computed */
};

struct clair_selector_caches {
	size_t bytes;
	uint64_t *names;     /* by hash: the ids, classes and tags of the page; selector_has.c */
	uint32_t *previous;  /* element before, among siblings; CLAIR_NO_NODE */
	uint32_t *ranks[4];  /* by enum clair_nth_flag */
	struct clair_selector_memo *memos; /* a table by address of the simple selector */
	uint32_t memo_count, memo_room;
	struct clair_form_facts *forms;  /* selector_form.c */
	const struct clair_node *select; /* the list whose option was asked last, and what it shows */
	uint32_t chosen;
	const char *language;      /* selector_lang.c: of the page's pragma */
	const uint8_t *directions; /* 'l' or 'r' */
};

/* Is the answer of the simple selector known? */
bool clair_selector_recall(
    struct clair_match *match, const struct clair_simple *simple, const void **data);
void clair_selector_remember(
    struct clair_match *match, const struct clair_simple *simple, const void *data);

#endif
