/* See contrast.h. */
#include "rules/common/contrast.h"
#include "rules/common/text.h"

static bool
is_because_of(const struct clair_contrast *contrast, const char *why)
{
	return contrast->why != NULL && rule_same(contrast->why, why);
}

enum rule_contrast_verdict
rule_contrast_judge(const struct clair_contrast *contrast, double needed, double needed_large)
{
	double least = contrast->large ? needed_large : needed;

	if (contrast->known == CLAIR_CONTRAST_NONE)
		return RULE_CONTRAST_NONE;
	/* What the sheets that were had say may be wrong: only a bad contrast is worth a look. */
	if (is_because_of(contrast, "style-unknown"))
		return contrast->best < least ? RULE_CONTRAST_UNSURE : RULE_CONTRAST_UNKNOWN;
	if (contrast->known == CLAIR_CONTRAST_UNSURE)
		return RULE_CONTRAST_UNSURE;
	if (contrast->ratio >= least)
		return RULE_CONTRAST_ENOUGH;
	return contrast->best < least ? RULE_CONTRAST_LOW : RULE_CONTRAST_UNSURE;
}
