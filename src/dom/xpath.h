/*
 * XPath 1.0 as a question about one element, answered on the array of nodes.
 *
 * Expressions of XPath 1.0 (W3C, 1999), but: no path from the root (/ or // at the start), no axis that
 * leaves the parents and brothers of the element (following, preceding, namespace), no variable, no
 * processing instruction, no function beyond the core library, of which id() and lang() are left out. A name
 * is compared as it stands in the tree: in lower case for HTML. The element <html> has no parent.
 *
 * Each node that is looked at, and every 16 bytes that are copied or compared, is a step. Steps are counted,
 * never time: the same page stops at the same place on any machine. See docs/decisions/0018-xpath.md.
 */
#ifndef CLAIR_DOM_XPATH_H
#define CLAIR_DOM_XPATH_H

#include "dom/page.h"

enum { CLAIR_XPATH_LONGEST = 2000, CLAIR_XPATH_DEEPEST = 40 };

struct clair_xpath;

struct clair_xpath_fault {
	size_t at;             /* byte of the expression */
	const char *fr, *en;   /* literals */
};

/* Lives as long as the arena. NULL when it is wrong, with the fault; or when the arena failed (`fr` NULL). */
const struct clair_xpath *clair_xpath_read(
    const char *text, struct clair_arena *arena, struct clair_xpath_fault *fault);

/* Room for one question at a time, and what is left to spend. */
struct clair_xpath_work {
	uint64_t *room;       /* CLAIR_XPATH_ROOM bytes; what was made for one question is forgotten at the next */
	size_t used;          /* bytes */
	uint64_t steps;       /* left */
	bool stopped;         /* no step or no room was left: the answer means nothing */
};
enum { CLAIR_XPATH_ROOM = 8 << 20 };

/* Spends steps; false, and `stopped`, when there are not enough. */
bool clair_xpath_spend(struct clair_xpath_work *work, uint64_t steps);

/* The expression as a boolean, or as a number, about an element. */
bool clair_xpath_test(const struct clair_xpath *xpath, const struct clair_node *node,
    struct clair_xpath_work *work);
double clair_xpath_number(const struct clair_xpath *xpath, const struct clair_node *node,
    struct clair_xpath_work *work);

/* normalize-space(.), ended by NUL, until the next question; "" when stopped. */
const char *clair_xpath_text(const struct clair_node *node, struct clair_xpath_work *work);

#endif
