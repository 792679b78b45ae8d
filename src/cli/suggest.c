/* "Did you mean …": the nearest of several names, by edits and swaps of neighbours. */
#include "cli/suggest.h"

#include <string.h>

enum { LONGEST = 80 };

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Optimal string alignment, three rows kept. */
static size_t
distance(const char *a, const char *b)
{
	size_t rows[3][LONGEST + 1];
	size_t length_a = strlen(a);
	size_t length_b = strlen(b);

	for (size_t j = 0; j <= length_b; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= length_a; i++) {
		size_t *now = rows[i % 3];
		size_t *last = rows[(i + 2) % 3];

		now[0] = i;
		for (size_t j = 1; j <= length_b; j++) {
			size_t change = last[j - 1] + (a[i - 1] != b[j - 1]);

			now[j] = least(change, least(last[j], now[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				now[j] = least(now[j], rows[(i + 1) % 3][j - 2] + 1);
		}
	}
	return rows[length_a % 3][length_b];
}

void
cli_suggest_start(struct cli_suggestion *suggestion, const char *typed)
{
	suggestion->typed = typed;
	suggestion->best = NULL;
	suggestion->distance = strlen(typed) / 3 + 1;
}

void
cli_suggest_try(struct cli_suggestion *suggestion, const char *name)
{
	size_t found;

	if (strlen(suggestion->typed) > LONGEST || strlen(name) > LONGEST)
		return;
	found = distance(suggestion->typed, name);
	if (found < suggestion->distance || (found == suggestion->distance && suggestion->best == NULL)) {
		suggestion->distance = found;
		suggestion->best = name;
	}
}
