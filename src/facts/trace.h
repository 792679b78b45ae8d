/*
 * What is kept of a page to compare it with the same page of a later crawl: the words of its main menu, its
 * forms, its heading, its main button. Lives in the result's arena. Texts are cut; lists stop at a ceiling.
 */
#ifndef CLAIR_FACTS_TRACE_H
#define CLAIR_FACTS_TRACE_H

#include "facts/ctx.h"

/* In the order of the menu: the entries of a sub-menu follow the one that opens it. */
struct clair_trace_entry {
	uint32_t level;    /* from 1 */
	const char *words;
	const char *url;   /* absolute; NULL: it leads nowhere (a button, the current page) */
};

/* Radio buttons of one group are one field. */
struct clair_trace_field {
	const char *label; /* "" when it has none */
	bool required;
};

struct clair_trace_form {
	struct clair_trace_field *fields; /* in the order of the page */
	uint32_t field_count;
	const char *button; /* words of the first one that sends it; "" when there is none */
};

struct clair_trace {
	const char *heading;   /* first of level 1, "" when there is none */
	const char *button;    /* words of the button that the page is for, "" when none stands out */
	uint64_t content;      /* hash of the words of the main content, in any order; 0: none */
	uint64_t menu;         /* hash of the words and levels of the main menu; 0: none */
	struct clair_trace_entry *entries; /* of the main menu */
	uint32_t entry_count;
	struct clair_trace_form *forms;    /* with a field; searches are left out */
	uint32_t form_count;
};

/* NULL when the arena has failed. */
const struct clair_trace *clair_trace_new(struct clair_ctx *ctx, struct clair_arena *arena);

#endif
