/* One finding per declaration: where to mend is one place, whatever the number of elements. */
#ifndef CLAIR_RULES_COMMON_CAUSE_H
#define CLAIR_RULES_COMMON_CAUSE_H

#include "clairlint/rule.h"

enum { RULE_CAUSES = 64 };

struct rule_cause {
	uint64_t declaration;           /* clair_declaration… */
	const struct clair_node *first; /* element */
	unsigned count;                 /* of elements */
};

/* In the order of their first elements; those past the room are left out. */
struct rule_causes {
	struct rule_cause list[RULE_CAUSES];
	unsigned count;
};

void rule_causes_add(
    struct rule_causes *causes, uint64_t declaration, const struct clair_node *node);

/* A search over the elements of the page, for a person to look at what it finds unless it is proven. */
struct rule_search {
	/* The property whose declaration makes the element worth a look, or CLAIR_PROPERTY_NONE. */
	enum clair_property (*found_by)(struct clair_ctx *ctx, const struct clair_node *node);
	const enum clair_situation *when; /* in which the declaration holds; NULL: as the page is */
	unsigned message;                 /* has {count} */
	/* What is found is a failure, told by `failure`; NULL: it never is. */
	bool (*is_proven)(struct clair_ctx *ctx, const struct clair_node *node);
	unsigned failure;                 /* a message as the other */
	/* Adds what else the message says; may be NULL. */
	void (*describe)(
	    struct clair_ctx *ctx, struct clair_finding *finding, const struct clair_node *node);
};
/* One finding for each declaration, at its first element; inapplicable without sheets. */
enum clair_outcome rule_review_causes(struct clair_ctx *ctx, const struct rule_search *search);

#endif
