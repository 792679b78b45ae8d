/* What the facts on procedures share. Private to src/facts/. */
#ifndef CLAIR_FACTS_PROCEDURE_H
#define CLAIR_FACTS_PROCEDURE_H

#include "clairlint/procedure.h"
#include "facts/text.h"

/* In the main content, in French. */
bool clair_is_told_in_main(struct clair_ctx *ctx, const struct clair_block *block);
bool clair_block_says(struct clair_ctx *ctx, const struct clair_block *block, const char *pattern);

/* Goes over the blocks of the main content, and knows whether the list items met are things that are asked for. */
struct clair_asked_walk {
	const struct clair_block *block;
	bool by_heading;               /* since a heading that asks for documents or for what is needed */
	bool by_words;                 /* since words ended by a colon; up to what is no item */
	int level;                     /* of the heading */
	const struct clair_block *opener;
};
bool clair_asked_next(struct clair_ctx *ctx, struct clair_asked_walk *walk);
/* The block is an item of such a list. */
bool clair_asked_item(const struct clair_asked_walk *walk);

#endif
