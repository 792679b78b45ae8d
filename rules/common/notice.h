/* What a notice asked for by law must say. */
#ifndef CLAIR_RULES_COMMON_NOTICE_H
#define CLAIR_RULES_COMMON_NOTICE_H

#include "clairlint/rule.h"

struct rule_notice {
	enum clair_notice flag;
	unsigned message; /* when it is not said */
};

/* `said` as clair_notice_said gives it: a review of the page for each that is missing. */
enum clair_outcome rule_ask_notices(
    struct clair_ctx *ctx, unsigned said, const struct rule_notice *wanted, size_t count);

#endif
