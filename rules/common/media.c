/* What the rules on sound and film have in common. */
#include "rules/common/media.h"

enum clair_outcome
rule_each_medium(struct clair_ctx *ctx, rule_medium_check *check)
{
	enum clair_outcome worst = CLAIR_INAPPLICABLE;

	for (size_t i = 0; i < clair_medium_count(ctx); i++)
		worst = rule_worse(worst, check(ctx, clair_medium(ctx, i)));
	if (clair_medium_count(ctx) == 0 && clair_media_may_hide(ctx))
		return clair_untested(ctx, CLAIR_WHY_NEEDS_SCRIPTS);
	return worst;
}

bool
rule_is_medium(struct clair_ctx *ctx, const struct clair_node *node)
{
	for (size_t i = 0; i < clair_medium_count(ctx); i++) {
		if (clair_medium(ctx, i)->node == node)
			return true;
	}
	return false;
}
