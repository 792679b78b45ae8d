/* "Did you mean …": the nearest of several names. */
#ifndef CLI_SUGGEST_H
#define CLI_SUGGEST_H

#include <stddef.h>

struct cli_suggestion {
	const char *typed;
	const char *best;   /* NULL: nothing near enough */
	size_t distance;
};

void cli_suggest_start(struct cli_suggestion *suggestion, const char *typed);
void cli_suggest_try(struct cli_suggestion *suggestion, const char *name);

#endif
