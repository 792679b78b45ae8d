/* See lexicon.h. */
#include "dict/lexicon.h"

#include <string.h>

static const struct clair_lexicon_slot *
slot_of(const struct clair_lexicon_lemma *lemma, uint32_t index)
{
	return &clair_lexicon_slots[lemma->paradigm + index];
}

static bool
writes(const struct clair_lexicon_lemma *lemma, const struct clair_lexicon_slot *slot, const char *form,
    size_t length)
{
	const char *stem = &clair_lexicon_texts[lemma->text];
	const char *ending = &clair_lexicon_endings[slot->ending];
	size_t keep = strlen(stem) - slot->strip;

	return length == keep + strlen(ending) && memcmp(form, stem, keep) == 0 &&
	    memcmp(form + keep, ending, length - keep) == 0;
}

size_t
clair_lexicon_find(const char *lower, size_t length,
    struct clair_reading readings[CLAIR_LEXICON_READINGS])
{
	const uint32_t hash = clair_lexicon_hash(lower, length);
	const uint32_t bucket = hash / (UINT32_MAX / CLAIR_LEXICON_BUCKETS + 1);
	size_t count = 0;

	for (uint32_t i = clair_lexicon_buckets[bucket]; i < clair_lexicon_buckets[bucket + 1]; i++) {
		const uint32_t place = clair_lexicon_places[i];
		const struct clair_lexicon_lemma *lemma = &clair_lexicon_lemmas[place >> CLAIR_SLOT_BITS];
		const struct clair_lexicon_slot *slot;

		if (clair_lexicon_hashes[i] != hash || count == CLAIR_LEXICON_READINGS)
			continue;
		slot = slot_of(lemma, place & ((1u << CLAIR_SLOT_BITS) - 1));
		if (writes(lemma, slot, lower, length))
			readings[count++] = (struct clair_reading){
			    .lemma = place >> CLAIR_SLOT_BITS, .gram = lemma->gram | slot->gram};
	}
	return count;
}

bool
clair_lexicon_has(const char *lower, size_t length)
{
	struct clair_reading readings[CLAIR_LEXICON_READINGS];

	return clair_lexicon_find(lower, length, readings) != 0;
}

uint32_t
clair_lexicon_gram(const char *lower, size_t length)
{
	struct clair_reading readings[CLAIR_LEXICON_READINGS];
	size_t count = clair_lexicon_find(lower, length, readings);
	uint32_t gram = 0;

	for (size_t i = 0; i < count; i++)
		gram |= readings[i].gram;
	return gram;
}

const char *
clair_lexicon_lemma(uint32_t lemma)
{
	return &clair_lexicon_texts[clair_lexicon_lemmas[lemma].name];
}

size_t
clair_lexicon_form(uint32_t index, uint32_t gram, char form[CLAIR_FORM_BYTES])
{
	const struct clair_lexicon_lemma *lemma = &clair_lexicon_lemmas[index];
	const struct clair_lexicon_slot *slot = slot_of(lemma, 0);

	for (;; slot++) {
		if (((lemma->gram | slot->gram) & gram) == gram) {
			const char *stem = &clair_lexicon_texts[lemma->text];
			const char *ending = &clair_lexicon_endings[slot->ending];
			size_t keep = strlen(stem) - slot->strip;

			memcpy(form, stem, keep);
			memcpy(form + keep, ending, strlen(ending) + 1);
			return keep + strlen(ending);
		}
		if (slot->last)
			return 0;
	}
}
