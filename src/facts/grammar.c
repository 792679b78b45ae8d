/* What the words of a text are, by the lexicon: see clairlint/text.h. */
#include "facts/reading.h"

#include <string.h>

enum { BYTES = 64 };

/* l', d', qu'…: the word whole. Its gender is hidden. */
static size_t
read_elided(const char *lower, size_t length,
    struct clair_reading readings[CLAIR_LEXICON_READINGS])
{
	char whole[BYTES];
	size_t count;

	if (length == 0 || length >= sizeof(whole) || lower[length - 1] != '\'')
		return 0;
	memcpy(whole, lower, length);
	whole[length - 1] = 'e';
	count = clair_lexicon_find(whole, length, readings);
	for (size_t i = 0; i < count && strcmp(lower, "l'") == 0; i++)
		readings[i].gram |= CLAIR_GENDERS;
	return count;
}

/* Names need their capital; at the head of a sentence any word has one. */
static bool
is_possible(const struct clair_word *word, const struct clair_reading *reading)
{
	return (reading->gram & CLAIR_PROPER) == 0 ||
	    (word->flags & (CLAIR_WORD_CAPITALIZED | CLAIR_WORD_ALL_CAPS)) != 0;
}

static void
read_word(struct clair_ctx *ctx, struct clair_word *word)
{
	struct clair_reading readings[CLAIR_LEXICON_READINGS];
	const char *lower = clair_word_lower(ctx, word);
	size_t count = clair_lexicon_find(lower, strlen(lower), readings);
	struct clair_reading *kept;

	word->is_read = true;
	if (count == 0 && (word->flags & CLAIR_WORD_ELIDED) != 0)
		count = read_elided(lower, strlen(lower), readings);
	kept = count == 0 ? NULL : clair_alloc_array(&ctx->page->mem, count, sizeof(*kept));
	if (kept == NULL)
		return;
	word->readings = kept;
	for (size_t i = 0; i < count; i++) {
		if (is_possible(word, &readings[i]))
			kept[word->reading_count++] = readings[i];
	}
}

static const struct clair_sentence *
sentence_of(const struct clair_block *block, const struct clair_word *word)
{
	uint32_t at = (uint32_t)(word - block->words);
	uint32_t low = 0;
	uint32_t high = block->sentence_count;

	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;

		if (block->sentences[middle].first_word <= at)
			low = middle;
		else
			high = middle;
	}
	return &block->sentences[low];
}

static void
read_sentence(struct clair_ctx *ctx, const struct clair_word *word)
{
	const struct clair_block *block = clair_text_block(ctx, word->block);
	const struct clair_sentence *sentence = sentence_of(block, word);
	struct clair_word *words = &block->words[sentence->first_word];

	for (uint32_t i = 0; i < sentence->word_count; i++)
		read_word(ctx, &words[i]);
	clair_words_narrow(ctx, block->text, words, sentence->word_count);
}

const struct clair_reading *
clair_word_readings(struct clair_ctx *ctx, const struct clair_word *word, size_t *count)
{
	if (!word->is_read)
		read_sentence(ctx, word);
	*count = word->reading_count;
	return word->readings;
}

uint32_t
clair_word_gram(struct clair_ctx *ctx, const struct clair_word *word)
{
	size_t count;
	const struct clair_reading *readings = clair_word_readings(ctx, word, &count);
	uint32_t gram = 0;

	for (size_t i = 0; i < count; i++)
		gram |= readings[i].gram;
	return gram;
}

const char *
clair_word_lemma(struct clair_ctx *ctx, const struct clair_word *word, uint32_t gram)
{
	size_t count;
	const struct clair_reading *readings = clair_word_readings(ctx, word, &count);

	for (size_t i = 0; i < count; i++) {
		if ((readings[i].gram & gram) == gram)
			return clair_lexicon_lemma(readings[i].lemma);
	}
	return NULL;
}

double
clair_word_frequency(struct clair_ctx *ctx, const struct clair_word *word)
{
	size_t count;
	const struct clair_reading *readings = clair_word_readings(ctx, word, &count);
	double most = 0;

	for (size_t i = 0; i < count; i++) {
		const char *lemma = clair_lexicon_lemma(readings[i].lemma);
		double frequency;

		if (i > 0 && readings[i].lemma == readings[i - 1].lemma)
			continue;
		frequency = clair_dict_frequency(ctx->dict, lemma, strlen(lemma));
		most = frequency > most ? frequency : most;
	}
	return most;
}

const char *
clair_inflect(struct clair_ctx *ctx, const char *lemma, uint32_t gram)
{
	struct clair_reading readings[CLAIR_LEXICON_READINGS];
	size_t count = clair_lexicon_find(lemma, strlen(lemma), readings);
	char form[CLAIR_FORM_BYTES];

	for (size_t i = 0; i < count; i++) {
		size_t length;

		if (strcmp(clair_lexicon_lemma(readings[i].lemma), lemma) != 0)
			continue;
		length = clair_lexicon_form(readings[i].lemma, gram, form);
		if (length != 0)
			return clair_strndup(&ctx->page->mem, form, length);
	}
	return NULL;
}
