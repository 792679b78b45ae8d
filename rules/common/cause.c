/* One finding per declaration. */
#include "rules/common/cause.h"

void
rule_causes_add(struct rule_causes *causes, uint64_t declaration, const struct clair_node *node)
{
	for (unsigned i = 0; i < causes->count; i++) {
		if (causes->list[i].declaration == declaration) {
			causes->list[i].count++;
			return;
		}
	}
	if (causes->count < RULE_CAUSES)
		causes->list[causes->count++] =
		    (struct rule_cause){.declaration = declaration, .first = node, .count = 1};
}
