/* The refresh that a page declares. */
#ifndef CLAIR_RULES_COMMON_REFRESH_H
#define CLAIR_RULES_COMMON_REFRESH_H

#include "clairlint/rule.h"

struct rule_refresh {
	const struct clair_node *meta;
	double seconds;
	bool has_address;
};
/* The first meta refresh that browsers obey; false when there is none. */
bool rule_find_refresh(struct clair_ctx *ctx, struct rule_refresh *refresh);

#endif
