/* Syllables of a French word, by its spelling. */
#ifndef CLAIR_FACTS_SYLLABLE_H
#define CLAIR_FACTS_SYLLABLE_H

#include <stddef.h>
#include <stdint.h>

/* `lower` is folded. Careful speech: the final mute e is not counted, an e inside a word is. A word with a
 * letter has one at least, except elided ones (l', qu'). Abbreviations are spelt when no word is
 * written like them (sncf, tva). */
uint32_t clair_syllables(const char *lower, size_t length);

#endif
