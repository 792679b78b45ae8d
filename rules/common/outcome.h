/* Outcomes and figures that rules say. */
#ifndef CLAIR_RULES_COMMON_OUTCOME_H
#define CLAIR_RULES_COMMON_OUTCOME_H

#include "clairlint/rule.h"

/* The outcome of a page that has both. */
enum clair_outcome rule_worse(enum clair_outcome a, enum clair_outcome b);

/* Two decimals, rounded down, so that 4.49 does not read 4.5. */
double rule_two_decimals(double number);

#endif
