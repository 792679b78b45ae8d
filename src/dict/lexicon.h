/*
 * Every form of Hunspell's French dictionary, as sorted hashes: made at build by ci/gen-lexicon.c. With
 * half a million forms, one unknown word in ten thousand is taken for a known one.
 */
#ifndef CLAIR_DICT_LEXICON_H
#define CLAIR_DICT_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

extern const uint32_t clair_lexicon[];
extern const size_t clair_lexicon_count;

/* `lower` is lower case, with a straight apostrophe. FNV-1a, folded to 32 bits. */
static inline uint32_t
clair_lexicon_hash(const char *lower, size_t length)
{
	uint64_t hash = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < length; i++)
		hash = (hash ^ (unsigned char)lower[i]) * UINT64_C(1099511628211);
	return (uint32_t)(hash ^ (hash >> 32));
}

bool clair_lexicon_has(const char *lower, size_t length);

#endif
