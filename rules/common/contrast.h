/* What the contrast of a text comes to, against the ratio that is needed. */
#ifndef CLAIR_RULES_COMMON_CONTRAST_H
#define CLAIR_RULES_COMMON_CONTRAST_H

#include "clairlint/rule.h"

enum rule_contrast_verdict {
	RULE_CONTRAST_NONE,    /* nothing to judge */
	RULE_CONTRAST_ENOUGH,
	RULE_CONTRAST_LOW,
	RULE_CONTRAST_UNSURE,  /* a person has to look: `why` says what is in the way */
	RULE_CONTRAST_UNKNOWN, /* style sheets are missing */
};

/* `needed` for ordinary text, `needed_large` for large text. */
enum rule_contrast_verdict rule_contrast_judge(
    const struct clair_contrast *contrast, double needed, double needed_large);

#endif
