/* The statement of accessibility and the mention that announces it. Private to src/facts/; what rules may ask is
 * in clairlint/legal.h. */
#ifndef CLAIR_FACTS_STATEMENT_H
#define CLAIR_FACTS_STATEMENT_H

#include "clairlint/legal.h"
#include "facts/facts.h"

/* Text of the first exposed heading of level 1, "" when there is none. */
const char *clair_first_h1(struct clair_ctx *ctx);

/* The statement of accessibility that article 47 of law 2005-102 asks for. */
bool clair_is_statement(struct clair_ctx *ctx);

/* What a few words say of the state: "Accessibilité : conforme à 75 %". */
enum clair_conformity clair_conformity_said(struct clair_ctx *ctx, const char *words);

/* A part of a text, in bytes. */
struct clair_part_of_text {
	size_t from, length;
};
/* One block of the main content, and the part of the model in which it stands. */
struct clair_statement_line {
	const struct clair_block *block;
	unsigned part; /* of the heading above, or its own */
	bool is_heading;
};
struct clair_statement_text {
	struct clair_statement_line *lines;
	size_t count;
	unsigned parts;    /* whose heading is there */
	unsigned headings; /* how many headings of the model */
};

/* statement_way.c: how to reach somebody, the Défenseur des droits. */
void clair_statement_read_ways(struct clair_ctx *ctx, const struct clair_statement_text *text,
    struct clair_statement *statement);
/* statement_audit.c: state, rate, referential, auditor. */
void clair_statement_read_audit(struct clair_ctx *ctx, const struct clair_statement_text *text,
    struct clair_statement *statement);

#endif
