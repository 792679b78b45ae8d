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

#endif
