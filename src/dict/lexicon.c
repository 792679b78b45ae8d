/* See lexicon.h. */
#include "dict/lexicon.h"

bool
clair_lexicon_has(const char *lower, size_t length)
{
	const uint32_t hash = clair_lexicon_hash(lower, length);
	size_t low = 0;
	size_t high = clair_lexicon_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (clair_lexicon[middle] == hash)
			return true;
		if (clair_lexicon[middle] < hash)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}
