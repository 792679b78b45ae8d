/*
 * Every form of Hunspell's French dictionary with its readings, and every form of a lemma: made at build by
 * ci/gen-lexicon.c. Read-only, shared by all threads, never loaded: pages of the file are mapped when they
 * are read.
 *
 * A lemma has a paradigm: the list of its forms, each as the bytes to take away from its end, the letters to
 * put there, and what the form is. Many lemmas share a paradigm. Forms are found by their hash, and
 * held against what lemma and paradigm write: no form is taken for another.
 */
#ifndef CLAIR_DICT_LEXICON_H
#define CLAIR_DICT_LEXICON_H

#include "clairlint/grammar.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	CLAIR_LEXICON_BUCKETS = 1 << 16, /* by the high half of the hash */
	CLAIR_LEXICON_READINGS = 24,     /* room for the readings of any form */
	CLAIR_FORM_BYTES = 200,          /* room for any form, with its NUL */
	CLAIR_SLOT_BITS = 12,            /* of a place: the slot in the paradigm; the rest is the lemma */
};

struct clair_lexicon_lemma {
	uint32_t text;     /* of its stem, in the texts */
	uint32_t name;     /* the lemma: most often the stem */
	uint32_t gram;
	uint32_t paradigm; /* first of its slots */
};

struct clair_lexicon_slot {
	uint32_t gram;
	uint16_t ending;   /* in the texts of endings */
	uint8_t strip;     /* bytes */
	uint8_t last;      /* of its paradigm */
};

/* A reading of a form. */
struct clair_reading {
	uint32_t lemma;
	uint32_t gram;
};

/* `lower` is lower case, NFC, with a straight apostrophe. Gives how many readings were found, at most
 * CLAIR_LEXICON_READINGS. */
size_t clair_lexicon_find(const char *lower, size_t length,
    struct clair_reading readings[CLAIR_LEXICON_READINGS]);
bool clair_lexicon_has(const char *lower, size_t length);
/* All the readings together, 0 for none. */
uint32_t clair_lexicon_gram(const char *lower, size_t length);
/* The lemma of a reading, in lower case. */
const char *clair_lexicon_lemma(uint32_t lemma);
/* The first form of the lemma that has all of `gram`, and its length; 0 when there is none. */
size_t clair_lexicon_form(uint32_t lemma, uint32_t gram, char form[CLAIR_FORM_BYTES]);

/* FNV-1a, folded to 32 bits: of forms, for the program that makes the tables too. */
static inline uint32_t
clair_lexicon_hash(const char *lower, size_t length)
{
	uint64_t hash = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < length; i++)
		hash = (hash ^ (unsigned char)lower[i]) * UINT64_C(1099511628211);
	return (uint32_t)(hash ^ (hash >> 32));
}

/* The tables. Entries of one bucket follow each other from its place in the first. */
extern const uint32_t clair_lexicon_buckets[CLAIR_LEXICON_BUCKETS + 1];
extern const uint32_t clair_lexicon_hashes[];
extern const uint32_t clair_lexicon_places[];
extern const struct clair_lexicon_lemma clair_lexicon_lemmas[];
extern const struct clair_lexicon_slot clair_lexicon_slots[];
extern const char clair_lexicon_texts[];
extern const char clair_lexicon_endings[];

#endif
