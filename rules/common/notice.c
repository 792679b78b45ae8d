/* See notice.h. */
#include "rules/common/notice.h"

enum clair_outcome
rule_ask_notices(struct clair_ctx *ctx, unsigned said, const struct rule_notice *wanted, size_t count)
{
	enum clair_outcome outcome = CLAIR_PASS;

	for (size_t i = 0; i < count; i++) {
		if ((said & wanted[i].flag) != 0)
			continue;
		clair_review_page(ctx, wanted[i].message);
		outcome = CLAIR_REVIEW;
	}
	return outcome;
}
