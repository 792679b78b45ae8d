/* Outcomes and figures that rules say. */
#include "rules/common/outcome.h"

#include <math.h>

enum clair_outcome
rule_worse(enum clair_outcome a, enum clair_outcome b)
{
	static const enum clair_outcome order[] = {
	    CLAIR_FAIL, CLAIR_REVIEW, CLAIR_UNTESTED, CLAIR_PASS};

	for (size_t i = 0; i < CLAIR_LEN(order); i++)
		if (a == order[i] || b == order[i])
			return order[i];
	return CLAIR_INAPPLICABLE;
}

double
rule_two_decimals(double number)
{
	/* 1.15 is a little less in binary. */
	return floor(number * 100 + 1e-6) / 100;
}
