/* The computation of names: one buffer, one traversal. Private to src/facts/. */
#ifndef CLAIR_FACTS_NAME_H
#define CLAIR_FACTS_NAME_H

#include "base/buf.h"
#include "facts/facts.h"

/* Where the traversal stands. */
enum clair_name_flag {
	CLAIR_IN_LABELLEDBY = 1,
	CLAIR_IN_CONTENT = 2,  /* below the element that takes its name from its content */
	CLAIR_IN_LABEL = 4,    /* in a native label */
	CLAIR_HIDDEN_TOO = 8,  /* the root of the traversal was hidden and referenced */
};

struct clair_name_job {
	struct clair_ctx *ctx;
	const struct clair_node *root; /* the element being named */
	struct clair_buf text;         /* spaces not squeezed yet */
	uint64_t allowed;              /* nodes that may still be visited */
	unsigned depth;
	enum clair_name_from from;
};

/* Adds the text alternative of a node; true when it is not blank. */
bool clair_name_add(struct clair_name_job *job, const struct clair_node *node, unsigned flags);
/* Steps 2F to 2H: the children of a node, and what it owns. */
bool clair_name_add_content(
    struct clair_name_job *job, const struct clair_node *node, unsigned flags);
/* Step 2C, the value of a control inside a label: true when the node is such a control. */
bool clair_name_add_value(struct clair_name_job *job, const struct clair_node *node);
/* Step 2E: how the host language gave a name, NONE when it gave none or a blank one. */
enum clair_name_from clair_name_add_native(
    struct clair_name_job *job, const struct clair_node *node, unsigned flags);
/* The content of the first child with a tag, hidden or not. */
bool clair_name_add_child(
    struct clair_name_job *job, const struct clair_node *node, unsigned tag, unsigned flags);
/* One, unless there is one: runs of spaces would be read again for each element around them. */
void clair_name_add_space(struct clair_name_job *job);
/* A text set apart by spaces; true when it is not blank. NULL is blank. */
bool clair_name_add_text(struct clair_name_job *job, const char *text);

#endif
