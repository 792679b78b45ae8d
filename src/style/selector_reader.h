/* The state of the reader of selectors. Private to selector_read.c and selector_pseudo.c. */
#ifndef CLAIR_STYLE_SELECTOR_READER_H
#define CLAIR_STYLE_SELECTOR_READER_H

#include "style/selector_parts.h"

/* What a list may hold. */
struct clair_list_kind {
	bool forgiving; /* wrong ones are dropped, and there may be none */
	bool relative;  /* may start with a combinator */
	bool nested;    /* the selectors of a nested rule */
	bool compound;  /* without combinators */
	bool in_has;    /* :has() is not taken (again) */
	bool elements;  /* pseudo-elements are taken */
	bool single;    /* no comma */
};

/* The complex selector being read. */
struct clair_complex_state {
	struct clair_compound *compound;
	enum clair_pseudo_element pseudo;
	bool followed;    /* something may stand after the pseudo-element */
	bool saw_nesting; /* & somewhere inside */
	bool led;         /* a combinator comes first */
	uint32_t compounds, simples;
};

struct clair_selector_reader {
	struct clair_css_lexer lexer;
	struct clair_css_token token; /* not taken yet */
	const struct clair_selector_options *options;
	struct clair_list_kind kind;
	struct clair_complex_state now;
	uint32_t depth;     /* of functions */
	uint32_t selectors;
	bool too_much;
	const char *expected; /* the first mistake, or NULL */
	uint32_t error_at;
};

void clair_reader_advance(struct clair_selector_reader *reader);
void clair_reader_skip_space(struct clair_selector_reader *reader);
/* False: what was expected at the token. */
bool clair_reader_fail(struct clair_selector_reader *reader, const char *expected);
struct clair_simple *clair_reader_simple(
    struct clair_selector_reader *reader, enum clair_simple_kind kind);
bool clair_reader_add(struct clair_selector_reader *reader, struct clair_simple *simple);

/* The list up to the ) of the function, which is taken. NULL when it is not valid. */
const struct clair_css_selector_list *clair_reader_list(
    struct clair_selector_reader *reader, struct clair_list_kind kind);

/* :scope inside @scope (Cascade 6, 2.5.2). */
bool clair_reader_scope(struct clair_selector_reader *reader);

/* selector_pseudo.c: what a colon starts. */
bool clair_reader_pseudo(struct clair_selector_reader *reader);

#endif
