/* "Did you mean …": the nearest of several names, by edits and swaps of neighbours. */
#include "base/nearest.h"

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
clair_nearest_start(struct clair_nearest *nearest, const char *typed)
{
	nearest->typed = typed;
	nearest->best = NULL;
	nearest->distance = strlen(typed) / 3 + 1;
}

void
clair_nearest_try(struct clair_nearest *nearest, const char *name)
{
	size_t found;

	if (strlen(nearest->typed) > LONGEST || strlen(name) > LONGEST)
		return;
	found = distance(nearest->typed, name);
	if (found < nearest->distance || (found == nearest->distance && nearest->best == NULL)) {
		nearest->distance = found;
		nearest->best = name;
	}
}
