/* What the rules on the measures of reading have in common. */
#ifndef RULES_COMMON_READING_H
#define RULES_COMMON_READING_H

#include "clairlint/rule.h"

/* One digit after the point is all that the measures are worth. */
double rule_rounded(double value);

/* The grade of an index of reading: 0 is A, the simplest; 4 is E. By the keys lisibilite.note.*. */
unsigned rule_reading_grade(struct clair_ctx *ctx, double index);

#endif
